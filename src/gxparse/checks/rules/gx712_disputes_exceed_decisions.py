"""GX712: far more reviews and lawsuits than requests that could have led to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX712",
    "disputes-exceed-decisions",
    Severity.NOTE,
    zh="行政复议与未经复议直接起诉共 {cases} 件，远多于本年在办申请 {handled} 件",
    en="{cases} reviews and direct lawsuits, far more than the {handled} requests in hand",
    hint_zh="请核对第四张表是否填入了全部行政复议、诉讼案件，而不只是政府信息公开案件。",
    hint_en="Section four counts disputes about disclosure only, not all reviews and lawsuits of the body.",
    doc_zh="行政复议与未经复议直接起诉的件数之和超过本年新收与结转申请的两倍且多出 10 件以上。复议后起诉可能与复议是同一件，不计入。"
    "较多的原因是误把单位的全部复议、诉讼填入此表。",
    doc_en="Reviews and direct lawsuits together are more than twice the requests received and carried over, and at least "
    "ten more. Lawsuits after review may be the same cases and are not added. Often all reviews and lawsuits of the "
    "body were filled in instead of those about disclosure.",
    basis="《政府信息公开条例》第五十条第一款第（三）项",
)

_CASES: Final = ("proceedings.review.total", "proceedings.litigation.direct.total")
_REQUESTS: Final = ("requests.received.total", "requests.carried_over.total")


@rule(
    ENTRY,
    fires=(
        Case(
            "three requests, forty reviews",
            {"requests.received.total": 3, "proceedings.review.total": 40},
            expect={"cases": 40, "handled": 3},
        ),
        Case(
            "older form",
            {"requests.carried_over.total": 1, "proceedings.litigation.direct.total": 12},
            edition="trial_2019",
        ),
    ),
    silent=(
        Case("twice as many and a few", {"requests.received.total": 3, "proceedings.review.total": 12}),
        Case("no requests at all is another matter", {"proceedings.review.total": 40}),
        Case("blank", {"requests.received.total": None, "proceedings.review.total": 40}),
    ),
)
def check_disputes_exceed_decisions(subject: Subject) -> Iterator[Finding]:
    """Disputes are not far above the requests of the year."""
    requests, cases = subject.counts(_REQUESTS), subject.counts(_CASES)
    if requests is None or cases is None:
        return
    handled, disputes = sum(requests), sum(cases)
    if handled > 0 and disputes > 2 * handled and disputes >= handled + 10:
        path = _CASES[0] if cases[0] >= cases[1] else _CASES[1]
        yield ENTRY(
            subject.span(path),
            path,
            related=(*subject.related(_REQUESTS, "requests"), *subject.related(_CASES, "cases")),
            cases=printable(disputes),
            handled=printable(handled),
        )
