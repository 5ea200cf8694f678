"""Metrics that researchers make from these reports, as documented functions of cells.

Each function takes a report and gives a count, an amount or a :class:`Ratio`; what takes a missing figure is
missing. :func:`metrics` computes all of a single report, :func:`all_metrics` lists their definitions.
"""

from __future__ import annotations

from gxparse.checks.metrics import disclosure, proceedings, requests
from gxparse.checks.metrics.across import Spread, documents_turnover, growth, reuse, spread
from gxparse.checks.metrics.disclosure import deadline, per_head
from gxparse.checks.metrics.model import Metric, Metrics, Ratio, Value, all_metrics
from gxparse.checks.metrics.requests import (
    Outcomes,
    disclosure_by_applicant,
    outcomes,
    refusal_grounds,
    refusal_grounds_of_concluded,
)
from gxparse.model.report import Report, must_be_report


def metrics(report: Report) -> Metrics:
    """All metrics of a report by key; ``None`` where a figure is missing or the edition does not have the cells.

    Ratios carry numerator and denominator. ``concluded_from`` tells whether concluded requests are the printed
    total （七） or, where that differs or is blank, the sum of the results.

    >>> from gxparse.model.report import Report
    >>> found = metrics(Report.from_values("revised_2021", {
    ...     "requests.received.total": 8, "requests.carried_over.total": 2, "requests.carried_forward.total": 1}))
    >>> found["workload"], str(found["carry_rate"]), found["clearance_rate"].value
    (10, '1/10', None)
    """
    must_be_report(report)
    values = {key: definition(report) for key, definition in all_metrics().items()}
    return Metrics(values, outcomes(report).concluded_from)


__all__ = [
    "Metric",
    "Metrics",
    "Outcomes",
    "Ratio",
    "Spread",
    "Value",
    "all_metrics",
    "deadline",
    "disclosure",
    "disclosure_by_applicant",
    "documents_turnover",
    "growth",
    "metrics",
    "outcomes",
    "per_head",
    "proceedings",
    "refusal_grounds",
    "refusal_grounds_of_concluded",
    "requests",
    "reuse",
    "spread",
]
