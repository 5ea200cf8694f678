"""GX903: more documents repealed than there were."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX903",
    "repealed-exceeds-stock",
    Severity.WARNING,
    zh="“{row}”本年废止 {repealed} 件，多于上年现行有效 {before} 件与本年制发 {issued} 件之和",
    en="{row}: {repealed} repealed, more than the {before} in force last year and the {issued} issued since",
    hint_zh="请核对上年的现行有效件数是否漏计。",
    hint_en="Last year's documents in force may have been under-counted.",
    doc_zh="本年废止的文件，或者上年末现行有效，或者本年制发。废止多于二者之和，说明上年现行有效件数或本年废止件数有误，"
    "或者口径不同（例如把历年失效文件一并计入）。",
    doc_en="A document repealed in the year was in force at the end of the last or issued since. More repeals than both mean "
    "that one of the figures is off, or that the years count differently.",
    basis="年度报告格式（现行）第二部分“第二十条第（一）项”",
)

_ROWS = ("proactive.documents.government_rules", "proactive.documents.normative_documents")
_DOCUMENTS = _ROWS[1]


@rule(
    ENTRY,
    scope=Scope.YEARS,
    editions=("revised_2021",),
    fires=(
        Case(
            "twenty repealed of ten",
            {f"{_DOCUMENTS}.repealed": 20},
            year=2023,
            others=(Case("earlier", {f"{_DOCUMENTS}.in_force": 10}, year=2022),),
            expect={"repealed": 20, "before": 10},
        ),
    ),
    silent=(
        Case(
            "all repealed",
            {f"{_DOCUMENTS}.repealed": 10},
            year=2023,
            others=(Case("earlier", {f"{_DOCUMENTS}.in_force": 10}, year=2022),),
        ),
        Case(
            "blank",
            {f"{_DOCUMENTS}.repealed": 20},
            year=2023,
            others=(Case("earlier", blank=True, year=2022),),
        ),
    ),
)
def check_repealed_exceeds_stock(pair: Pair) -> Iterator[Finding]:
    """Repealed <= in force last year + issued."""
    for prefix in _ROWS:
        paths = (f"{prefix}.repealed", f"{prefix}.issued")
        numbers, before = pair.current.counts(paths), pair.previous.count(f"{prefix}.in_force")
        if numbers is not None and before is not None and numbers[0] > before + numbers[1]:
            yield ENTRY(
                pair.current.span(paths[0]),
                paths[0],
                related=pair.related(paths, (f"{prefix}.in_force",)),
                row=pair.current.edition.fields[paths[0]][1].label,
                repealed=printable(numbers[0]),
                issued=printable(numbers[1]),
                before=printable(before),
                difference=printable(numbers[0] - before - numbers[1]),
            )
