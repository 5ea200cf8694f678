"""GX933: prose of section one or five that another body wrote."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Peers
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.passages import OWN_WORDS, paragraphs
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX933",
    "text-of-another-body",
    Severity.NOTE,
    zh="“{title}”有 {percent}% 的文字见于“{other}”的报告",
    en="{percent}% of section “{title}” stands in the report of {other}",
    hint_zh="请核对是否照抄了别的单位的文稿。",
    hint_en="Another body's text may have been copied.",
    doc_zh="总体情况或存在问题部分一半以上的文字，逐段见于另一个机关同年的报告（空白和数字不计）。同一模板的机关会互相重复，只作说明。",
    doc_en="More than half of section one or five stands, paragraph by paragraph, in another body's report, leaving white space and "
    "numbers aside. Bodies that share a template repeat each other; this is a note.",
    basis="《政府信息公开条例》第五十条第一款第（四）项",
)

_TEXT = (
    "一是公开的主动性不强，部分科室对政策解读重视不够，解读形式单一，群众获取信息不够方便。\n"
    "二是业务培训覆盖面不广，新入职人员对条例理解不深，下一步将分批组织培训并纳入年度考核。"
)


@rule(
    ENTRY,
    scope=Scope.PEERS,
    fires=(
        Case(
            "the same problems",
            body="青石镇",
            texts={"problems": _TEXT},
            others=(Case("other", body="白沙镇", texts={"problems": _TEXT}),),
            expect={"percent": 100, "other": "青石镇"},
        ),
        Case(
            "older form",
            edition="trial_2019",
            texts={"overview": _TEXT},
            others=(Case("other", edition="trial_2019", texts={"overview": _TEXT}),),
        ),
    ),
    silent=(
        Case("own words", texts={"problems": _TEXT}, others=(Case("other", texts={"problems": _TEXT[::-1]}),)),
        Case("no prose", others=(Case("other"),)),
    ),
)
def check_text_of_another_body(peers: Peers) -> Iterator[Finding]:
    """Sections in a body's own words are not mostly another body's."""
    for key in OWN_WORDS:
        first: dict[str, int] = {}
        for n, subject in enumerate(peers.subjects):
            own = paragraphs(subject, key)
            sources: dict[int, int] = {}
            for text in own:
                source = first.setdefault(text, n)
                if source != n:
                    sources[source] = sources.get(source, 0) + len(text)
            section = subject.report.section(key)
            if section is None or not sources:
                continue
            other = max(sources, key=lambda s: (sources[s], -s))
            whole = sum(map(len, own))
            if 2 * sources[other] > whole:
                place = next(p for text, p in own.items() if first[text] == other)
                yield ENTRY(
                    subject.place(section, *place),
                    title=section.title or key,
                    percent=100 * sources[other] // whole,
                    other=peers.subjects[other].report.body or f"#{other + 1}",
                    section=key,
                    report=n,
                )
