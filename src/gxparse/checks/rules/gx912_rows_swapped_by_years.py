"""GX912: requests received and carried over, in the wrong order, as last year's report shows."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.requests_table import request_rows
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX912",
    "rows-swapped-by-years",
    Severity.NOTE,
    zh="“新收”一行逐列等于上年的结转下年度，而“上年结转”一行不等，两行可能填反",
    en="the row of requests received equals, column by column, what last year carried forward, and the row carried over does "
    "not; the two rows may be exchanged",
    hint_zh="请核对第一、二两行。",
    hint_en="Check the first two rows.",
    doc_zh="第一、二两行对调不影响本表的任何等式，单看一年看不出来。上年“结转下年度”与本年“新收”逐列相同、与本年“上年结转”不同，"
    "说明两行可能填反。",
    doc_en="Exchanging the first two rows breaks no sum of the table, so one year alone cannot show it. Last year's requests "
    "carried forward equal this year's received in every column and differ from those carried over.",
    basis="年度报告格式第三部分“一、本年新收”“二、上年结转”“四、结转下年度继续办理”",
)

_SWAPPED = {
    "requests.received.natural_person": 4,
    "requests.received.total": 4,
    "requests.carried_over.natural_person": 31,
    "requests.carried_over.total": 31,
}
_LAST = {"requests.carried_forward.natural_person": 4, "requests.carried_forward.total": 4}


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case("four and thirty-one", _SWAPPED, year=2023, others=(Case("earlier", _LAST, year=2022),)),
        Case(
            "across the forms", _SWAPPED, year=2021, others=(Case("earlier", _LAST, edition="trial_2019", year=2020),)
        ),
    ),
    silent=(
        Case(
            "the right way round",
            {
                "requests.received.natural_person": 31,
                "requests.received.total": 31,
                "requests.carried_over.natural_person": 4,
                "requests.carried_over.total": 4,
            },
            year=2023,
            others=(Case("earlier", _LAST, year=2022),),
        ),
        Case("nothing carried", year=2023, others=(Case("earlier", year=2022),)),
        Case(
            "blank",
            _SWAPPED,
            year=2023,
            others=(Case("earlier", {**_LAST, "requests.carried_forward.total": None}, year=2022),),
        ),
    ),
)
def check_rows_swapped_by_years(pair: Pair) -> Iterator[Finding]:
    """Last year's row four is this year's row two, not its row one."""
    received, carried_over, *_ = request_rows(pair.current.report.edition)
    forward = request_rows(pair.previous.report.edition)[-1]
    last = [pair.previous.row[cell] for cell in forward.cells]
    new = [pair.current.row[cell] for cell in received.cells]
    old = [pair.current.row[cell] for cell in carried_over.cells]
    if None not in last and None not in old and any(last) and new == last and old != last:
        yield ENTRY(
            pair.current.span(received.paths[0]),
            received.paths[0],
            related=pair.related((*received.paths, *carried_over.paths), forward.paths),
        )
