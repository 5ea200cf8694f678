"""GX910: prose of section one or five that is last year's."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.passages import OWN_WORDS, paragraphs, shared_share
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX910",
    "text-of-last-year",
    Severity.NOTE,
    zh="“{title}”有 {percent}% 的文字与 {previous_year} 年的报告逐段相同",
    en="{percent}% of section “{title}” is word for word that of {previous_year}",
    hint_zh="请核对内容是否更新。",
    hint_en="Check whether the section was brought up to date.",
    doc_zh="总体情况或存在问题部分中，与上年逐段相同（空白和数字不计）的段落占一半以上。只比较三十字以上的段落。"
    "格式用语相同是正常的，整段照抄则说明这一部分没有更新。",
    doc_en="More than half of section one or five stands, paragraph by paragraph, in last year's report, leaving white space and "
    "numbers aside. Only paragraphs of thirty characters and more are compared.",
    basis="《政府信息公开条例》第五十条第一款第（四）项",
)

_PROBLEMS = (
    "一是公开的主动性不强，部分科室对政策解读重视不够，解读形式单一，群众获取信息不够方便。\n"
    "二是业务培训覆盖面不广，新入职人员对条例理解不深，下一步将分批组织培训并纳入年度考核。"
)


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case(
            "the same problems again",
            year=2023,
            texts={"problems": _PROBLEMS},
            others=(Case("earlier", year=2022, texts={"problems": _PROBLEMS}),),
            expect={"percent": 100},
        ),
        Case(
            "across the forms",
            year=2021,
            texts={"problems": _PROBLEMS},
            others=(
                Case(
                    "earlier", year=2020, edition="trial_2019", texts={"problems": f"{_PROBLEMS}\n此外还有其他问题。"}
                ),
            ),
        ),
    ),
    silent=(
        Case(
            "written anew",
            year=2023,
            texts={
                "problems": "一是平台建设有待加强，栏目设置不够清晰，个别栏目更新不够及时，群众查找信息仍需多次点击。"
            },
            others=(Case("earlier", year=2022, texts={"problems": _PROBLEMS}),),
        ),
        Case(
            "short phrases",
            year=2023,
            texts={"problems": "主动公开的意识有待提高。"},
            others=(Case("earlier", year=2022, texts={"problems": "主动公开的意识有待提高。"}),),
        ),
        Case("no prose", year=2023, others=(Case("earlier", year=2022),)),
    ),
)
def check_text_of_last_year(pair: Pair) -> Iterator[Finding]:
    """Sections in the body's own words are not mostly last year's."""
    for key in OWN_WORDS:
        now, before = paragraphs(pair.current, key), paragraphs(pair.previous, key)
        shared, whole = shared_share(now, before)
        section = pair.current.report.section(key)
        if section is None or 2 * shared <= whole:
            continue
        first = next(place for text, place in now.items() if text in before)
        yield ENTRY(
            pair.current.place(section, *first),
            title=section.title or key,
            percent=100 * shared // whole,
            previous_year=pair.previous.report.year,
            section=key,
        )
