"""GX743: a sentence about "our" work in another year, left over from an earlier report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, not_checkable, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX743",
    "stale-year",
    Severity.WARNING,
    zh="{year} 年的报告写着“{quote}”，疑是沿用往年文稿未改",
    en="the report on {year} says “{quote}”; a text of an earlier year may have been left unchanged",
    hint_zh="请核对年份。",
    hint_en="Check the year.",
    doc_zh="正文用“某年，我局……”“统计期限自某年1月1日”这类表述本年度工作的句式，年份却是上一年或更早，"
    "而同样的句式没有出现报告年度。与上年比较的句子（比、较、同比、上年等）不报告。",
    doc_en="A sentence form that speaks of the year's own work, or of the statistical period, names the year before or an "
    "earlier one, and none of that form names the year reported on. Comparisons with an earlier year are left alone.",
    basis="《政府信息公开条例》第四十九条（报告上一年度政府信息公开工作）",
)

# Begins with a literal, so that the search skips quickly to the years of a text.
_YEAR: Final = re.compile(
    r"20\d\d\s?年(?:(?P<own>度?[，,]?\s?(?:我|本)(?:[省市县区镇乡局办委厅院校会站处所旗盟州]|街道|机关|单位|部门))|\s?1\s?月\s?1\s?日)"
)
_PERIOD: Final = re.compile(r"统计(?:期限|时限|期间)[^。；\n\d]*\Z")
_COMPARED: Final = re.compile(r"[比较]|同期|上年|去年|以来|相比")


@rule(
    ENTRY,
    fires=(
        Case("last year's first sentence", year=2023, texts={"overview": "2022年，我局认真做好信息公开工作。"}),
        Case(
            "last year's period, older form",
            year=2020,
            edition="trial_2019",
            texts={"overview": "本报告所列数据的统计期限自2019年1月1日起至2019年12月31日止。"},
            expect={"stale": 2019},
        ),
    ),
    silent=(
        Case("this year", year=2023, texts={"overview": "2023年，我局认真做好信息公开工作。"}),
        Case(
            "this year first, then a look back",
            year=2023,
            texts={"overview": "2023年，我局认真做好信息公开工作。\n2022年，我局开始试点，本年继续。"},
        ),
        Case("a comparison", year=2023, texts={"overview": "2022年，我局收到申请较少，本年有所增加。"}),
        Case("a document of last year", year=2023, texts={"overview": "按照2022年印发的工作要点开展工作。"}),
        Case("the year is not known", texts={"overview": "2022年，我局认真做好信息公开工作。"}),
    ),
)
def check_stale_year(subject: Subject) -> Iterator[Finding]:
    """Sentences about the body's own work name the year reported on."""
    year = subject.report.year
    if year is None:
        yield not_checkable("year")
        return
    stale = []
    for section in subject.prose():
        if section.key not in ("overview", "problems", "other_matters"):
            continue
        for match in _YEAR.finditer(section.text):
            if not _speaks_of_the_year(section.text, match):
                continue
            named = int(match[0][:4])
            if named == year:
                return
            if named < year and not _COMPARED.search(section.text, match.end(), match.end() + 40):
                stale.append((section, match, named))
    for section, match, named in stale[:1]:
        # Quoted with a few words to recognise the sentence by.
        quote = section.text[match.start() : match.end() + 10].partition("\n")[0]
        yield ENTRY(subject.place(section, *match.span()), year=year, stale=named, quote=quote)


def _speaks_of_the_year(text: str, match: re.Match[str]) -> bool:
    """Whether the year begins a sentence about the body's own work, or the statistical period."""
    before = text[max(0, match.start() - 20) : match.start()]
    if match["own"]:
        before = before.rstrip(" \u3000")
        return not before or before[-1] in "\n。；"
    return _PERIOD.search(before) is not None
