"""GX913: disputes in a year that had no request, after a year that had none either."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX913",
    "disputes-without-requests-for-years",
    Severity.WARNING,
    zh="{previous_year} 年和 {year} 年都没有申请，{year} 年却有行政复议、行政诉讼 {cases} 件",
    en="no request in {previous_year} nor in {year}, yet reviews and lawsuits in {year}: {cases}",
    hint_zh="请核对第三、四两张表。",
    hint_en="Compare sections three and four.",
    doc_zh="连续两年都没有新收和结转的申请，而后一年有复议或诉讼。争议很少起于两年以前的申请，多半有一张表填错。",
    doc_en="Two years running no request was received or carried over, and the later has reviews or lawsuits. Disputes seldom go "
    "back more than two years; one of the tables was probably filled in wrongly.",
    basis="《政府信息公开条例》第五十条第一款第（二）、（三）项",
)

_REQUESTS: Final = ("requests.received.total", "requests.carried_over.total")
_CASES: Final = (
    "proceedings.review.total",
    "proceedings.litigation.direct.total",
    "proceedings.litigation.after_review.total",
)


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case("a review", {_CASES[0]: 1}, year=2023, others=(Case("earlier", year=2022),), expect={"cases": 1}),
        Case("across the forms", {_CASES[1]: 2}, year=2021, others=(Case("earlier", year=2020, edition="trial_2019"),)),
    ),
    silent=(
        Case("a request last year", {_CASES[0]: 1}, year=2023, others=(Case("earlier", {_REQUESTS[0]: 1}, year=2022),)),
        Case("no disputes", year=2023, others=(Case("earlier", year=2022),)),
        Case("blank", {_CASES[0]: 1}, year=2023, others=(Case("earlier", blank=True, year=2022),)),
    ),
)
def check_disputes_without_requests_for_years(pair: Pair) -> Iterator[Finding]:
    """Disputes need a request in this year or the last."""
    now, before = pair.current.counts(_REQUESTS), pair.previous.counts(_REQUESTS)
    cases = pair.current.counts(_CASES)
    if now is None or before is None or cases is None or any(now) or any(before):
        return
    if sum(cases) > 0 and min(cases) >= 0:
        path = next(p for p, value in zip(_CASES, cases, strict=True) if value)
        yield ENTRY(
            pair.current.span(path),
            path,
            related=pair.related((*_CASES, *_REQUESTS), _REQUESTS),
            year=pair.current.report.year,
            previous_year=pair.previous.report.year,
            cases=printable(sum(cases)),
        )
