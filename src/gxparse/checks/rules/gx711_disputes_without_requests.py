"""GX711: reviews or lawsuits in a year without any request."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX711",
    "disputes-without-requests",
    Severity.NOTE,
    zh="本年没有新收和结转的申请，却有行政复议 {review} 件、行政诉讼 {litigation} 件",
    en="no request was received or carried over, yet reviews: {review}, lawsuits: {litigation}",
    hint_zh="若争议起于往年的申请，可在正文说明；否则请核对第三、四两张表。",
    hint_en="The disputes may go back to requests of earlier years; otherwise compare sections three and four.",
    doc_zh="因政府信息公开工作提起的复议和诉讼一般源于申请。本年没有在办申请而有争议，可能源于往年的申请，也可能表格填错。"
    "与上年报告对照时可以进一步判断。",
    doc_en="Disputes about disclosure usually go back to a request. Without any request in hand they may go back to an "
    "earlier year, or a table was filled in wrongly; last year's report can tell more.",
    basis="《政府信息公开条例》第五十条第一款第（二）、（三）项，第五十一条",
)

_REVIEW = "proceedings.review.total"
_LITIGATION = ("proceedings.litigation.direct.total", "proceedings.litigation.after_review.total")
_REQUESTS = ("requests.received.total", "requests.carried_over.total")


@rule(
    ENTRY,
    fires=(
        Case("a review", {_REVIEW: 1}, expect={"review": 1, "litigation": 0}),
        Case("lawsuits, older form", {_LITIGATION[0]: 2, _LITIGATION[1]: 1}, edition="trial_2019"),
    ),
    silent=(
        Case("no disputes"),
        Case("a request was carried over", {_REVIEW: 1, "requests.carried_over.total": 1}),
        Case("unknown whether there were requests", {_REVIEW: 1, "requests.received.total": None}),
    ),
)
def check_disputes_without_requests(subject: Subject) -> Iterator[Finding]:
    """Disputes need a request, if perhaps an old one."""
    requests = subject.counts(_REQUESTS)
    cases = subject.counts((_REVIEW, *_LITIGATION))
    if requests is None or cases is None or any(requests) or not any(case > 0 for case in cases):
        return
    path = next(p for p in (_REVIEW, *_LITIGATION) if subject[p])
    yield ENTRY(
        subject.span(path),
        path,
        related=(*subject.related(_REQUESTS, "requests"), *subject.related((_REVIEW, *_LITIGATION), "cases")),
        review=printable(cases[0]),
        litigation=printable(cases[1] + cases[2]),
    )
