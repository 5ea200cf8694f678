"""Metrics over several reports: change from year to year, reuse, and the spread over many bodies."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from attrs import frozen

from gxparse.checks.linear import code_of
from gxparse.checks.metrics.model import Ratio, difference, total_of
from gxparse.checks.subject import Subject
from gxparse.errors import UsageError
from gxparse.model.report import Report
from gxparse.model.tables import Proactive2021

#: Fewer values than this have no quartiles worth quoting.
LEAST_FOR_QUARTILES: Final = 5
#: Fewer values than this are not ranked or held against fences.
LEAST_FOR_RANKS: Final = 30


def growth(current: int | None, previous: int | None) -> Ratio:
    """The change from one year to the next, of the earlier year.

    >>> growth(15, 10).value
    Fraction(1, 2)
    """
    return Ratio(difference(current, previous), previous)


def documents_turnover(report: Report, previous: Report) -> Ratio:
    """（制发＋废止）÷上年现行有效, for normative documents; the trial form does not give the stock."""
    now, before = report.proactive, previous.proactive
    if not (isinstance(now, Proactive2021) and isinstance(before, Proactive2021)):
        return Ratio(None, None)
    row = now.documents.normative_documents
    return Ratio(total_of((row.issued, row.repealed)), before.documents.normative_documents.in_force)


def reuse(report: Report, previous: Report) -> Ratio:
    """Cells of section three with the same figure as in the other report, of those that are not zero in both.

    Cells that either report leaves blank do not count. Raises :class:`~gxparse.errors.UsageError` if the two use
    different editions of the form.
    """
    if report.edition != previous.edition:
        raise UsageError(f"cannot compare cells of {report.edition!r} and {previous.edition!r}")
    now, before = Subject(report).row, Subject(previous).row
    same = counted = 0
    for cell in code_of(report.edition).cells:
        one, other = now[cell], before[cell]
        if one is not None and other is not None and (one or other):
            counted += 1
            same += one == other
    return Ratio(same, counted)


@frozen
class Spread:
    """Quartiles of some values, by linear interpolation (type 7 of Hyndman and Fan)."""

    count: int
    low: Fraction
    median: Fraction
    high: Fraction

    @property
    def range(self) -> Fraction:
        """From the lower to the upper quartile."""
        return self.high - self.low

    def fences(self, reach: int = 3) -> tuple[Fraction, Fraction]:
        """Values outside lie more than *reach* interquartile ranges from the quartiles (3: far out, after Tukey)."""
        return self.low - reach * self.range, self.high + reach * self.range


def spread(values: Iterable[Fraction | int | None]) -> Spread | None:
    """The spread of the values that are there; ``None`` for fewer than five.

    >>> spread([1, 2, 3, 4, None, 5]).median
    Fraction(3, 1)
    """
    found = sorted(Fraction(value) for value in values if value is not None)
    if len(found) < LEAST_FOR_QUARTILES:
        return None

    def at(quarter: int) -> Fraction:
        whole, rest = divmod(quarter * (len(found) - 1), 4)
        return found[whole] if not rest else found[whole] + Fraction(rest, 4) * (found[whole + 1] - found[whole])

    return Spread(len(found), at(1), at(2), at(3))
