"""Which sizes a figure may have."""

from __future__ import annotations

import functools
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from gxparse.checks.subject import Subject
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Kind

#: Requests and cases: 10 million. The whole country receives fewer than one million requests a year.
MOST_REQUESTS: Final = 10**7
#: Documents and items of power lists.
MOST_DOCUMENTS: Final = 10**6
#: Decisions: traffic penalties of a province run into tens of millions.
MOST_DECISIONS: Final = 10**9
#: Money, in yuan: ten trillion.
MOST_MONEY: Final = Decimal(10**13)


@frozen(eq=False)
class Magnitudes:
    """Positions of the figures of an edition by how large they may get."""

    #: largest plausible count by position; counts only
    most: tuple[int, ...] = field(repr=False)
    #: positions of figures that may be negative (本年增/减)
    signed: frozenset[int]
    #: positions of money
    money: tuple[int, ...]


@functools.cache
def magnitudes(edition: str) -> Magnitudes:
    """The magnitudes of an edition."""
    most: list[int] = []
    signed: set[int] = set()
    money: list[int] = []
    for position, (path, (_table, _row, column)) in enumerate(edition_of(edition).fields.items()):
        if column.kind is Kind.MONEY:
            money.append(position)
        elif column.kind is Kind.CHANGE:
            signed.add(position)
        if path.startswith(("requests.", "proceedings.")):
            most.append(MOST_REQUESTS)
        else:
            most.append(MOST_DECISIONS if column.key == "decisions" else MOST_DOCUMENTS)
    return Magnitudes(tuple(most), frozenset(signed), tuple(money))


def _odd(subject: Subject) -> tuple[int, ...]:
    limits = magnitudes(subject.report.edition)
    row = subject.row
    # One pass over plain numbers; the common answer is "nothing".
    found = [n for n, v in enumerate(row) if type(v) is int and not 0 <= v <= MOST_DOCUMENTS]
    for position in limits.money:
        amount = row[position]
        if isinstance(amount, Decimal) and not (amount.is_finite() and 0 <= amount <= MOST_MONEY):
            found.append(position)
    return tuple(found)


def odd_figures(subject: Subject) -> tuple[int, ...]:
    """Positions of figures that are negative or very large; most reports have none."""
    found: tuple[int, ...] = subject.memo("odd figures", _odd)
    return found
