"""What a metric is: a number or a ratio made from cells, with its definition and where it comes from.

Whatever takes a missing figure is missing itself; nothing is ever taken for zero, and a ratio over zero is not
available. A ratio keeps numerator and denominator, so that shares of many reports can be added up rightly: the
ratio of sums is not the mean of ratios.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from attrs import field, frozen

from gxparse.errors import UsageError
from gxparse.model.report import Report


@frozen
class Ratio:
    """A share: numerator and denominator beside each other, each ``None`` if a figure it takes is missing.

    >>> Ratio(3, 12).value, Ratio(3, 0).value, Ratio(None, 12).value
    (Fraction(1, 4), None, None)
    """

    numerator: int | None
    denominator: int | None

    @property
    def value(self) -> Fraction | None:
        """The share as an exact fraction; ``None`` if a side is missing or the denominator is zero."""
        if self.numerator is None or not self.denominator:
            return None
        return Fraction(self.numerator, self.denominator)

    @property
    def available(self) -> bool:
        """Whether there is a value."""
        return self.value is not None

    def __str__(self) -> str:
        shown = ["NA" if part is None else str(part) for part in (self.numerator, self.denominator)]
        return "/".join(shown)


#: What a metric comes to: a count, an amount in yuan, a share, or ``None`` where a figure is missing.
Value: TypeAlias = int | Decimal | Ratio | None


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


@frozen(eq=False, repr=False)
class Metrics(Mapping[str, Value]):
    """The metrics of one report by key."""

    values_by_key: Mapping[str, Value]
    #: where the number of concluded requests was taken from: ``"printed"`` is row （七）; ``"parts"`` the sum of the
    #: result rows, because row （七） differs from it or is blank; ``None`` if it is not known
    concluded_from: str | None = None

    def __getitem__(self, key: str) -> Value:
        return self.values_by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.values_by_key)

    def __len__(self) -> int:
        return len(self.values_by_key)

    def ratio(self, key: str) -> Fraction | None:
        """The value of a ratio; raises :class:`~gxparse.errors.UsageError` if *key* is no ratio."""
        found = self.values_by_key.get(key)
        if not isinstance(found, Ratio):
            raise UsageError(f"{key!r} is not the key of a ratio")
        return found.value

    def flat(self) -> dict[str, int | Decimal | None]:
        """One column for each number: a ratio ``x`` becomes ``x_numerator`` and ``x_denominator``."""
        columns: dict[str, int | Decimal | None] = {}
        for key, value in self.values_by_key.items():
            if isinstance(value, Ratio):
                columns[f"{key}_numerator"] = value.numerator
                columns[f"{key}_denominator"] = value.denominator
            else:
                columns[key] = value
        return columns

    def __repr__(self) -> str:
        return f"<Metrics {', '.join(f'{key}={value}' for key, value in self.values_by_key.items())}>"
