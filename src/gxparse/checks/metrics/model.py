"""What a metric is: a number or a ratio made from cells, with its definition and where it comes from.

Whatever takes a missing figure is missing itself; nothing is ever taken for zero, and a ratio over zero is not
available. A ratio keeps numerator and denominator, so that shares of many reports can be added up rightly: the
ratio of sums is not the mean of ratios.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TypeVar

from attrs import field, frozen

from gxparse.errors import UsageError
from gxparse.model.ratio import Metrics, Ratio, Value
from gxparse.model.report import Report


def total_of(values: Iterable[int | None]) -> int | None:
    """The sum, or ``None`` if a part is missing.

    >>> total_of([1, 2]), total_of([1, None])
    (3, None)
    """
    total = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


def difference(one: int | None, other: int | None) -> int | None:
    """``one - other``, or ``None`` if either is missing."""
    return None if one is None or other is None else one - other


@frozen
class Metric:
    """The definition of one metric of a single report."""

    key: str
    zh: str
    en: str
    #: the formula in the words of the form
    formula: str
    #: who uses it, or what is to be kept in mind
    source: str
    compute: Callable[[Report], Value] = field(repr=False)
    #: what it comes to: ``"count"``, ``"money"`` or ``"ratio"``
    kind: str = "ratio"
    #: editions that have the cells; empty means all
    editions: tuple[str, ...] = ()

    def __call__(self, report: Report) -> Value:
        """The value for a report; ``None`` where the edition does not have the cells."""
        if self.editions and report.edition not in self.editions:
            return None
        return self.compute(report)


_METRICS: dict[str, Metric] = {}

_V = TypeVar("_V", int | None, Ratio, Decimal | None)


def metric(
    zh: str, en: str, formula: str, source: str, *, kind: str = "ratio", editions: tuple[str, ...] = ()
) -> Callable[[Callable[[Report], _V]], Callable[[Report], _V]]:
    """Enter a function into the list of metrics; its name is the key. The function stays as it is."""

    def enter(function: Callable[[Report], _V]) -> Callable[[Report], _V]:
        if function.__name__ in _METRICS:
            raise UsageError(f"the metric {function.__name__!r} is already there")
        _METRICS[function.__name__] = Metric(function.__name__, zh, en, formula, source, function, kind, editions)
        return function

    return enter


def all_metrics() -> Mapping[str, Metric]:
    """Every metric of a single report by key, in the order of their definition."""
    return MappingProxyType(_METRICS)


__all__ = ["Metric", "Metrics", "Ratio", "Value", "all_metrics", "difference", "metric", "total_of"]
