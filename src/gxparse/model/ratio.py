"""Numbers that are made from a report: shares with both their sides, and the set of all metrics.

How they are computed is the business of :mod:`gxparse.checks.metrics`; this is only what they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from gxparse.errors import UsageError


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
