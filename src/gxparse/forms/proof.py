"""Rows that need a proof, because figures stand about that no row accounts for.

In a text whose order or spacing is that of a printed page, the rest of a wrapped or cut figure may stand anywhere. One
figure that no row accounts for therefore puts every row of a table with totals to the proof: its total must be the
sum of its parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gxparse.forms.reading import RowReading, TableReading
from gxparse.forms.rejoin import sums_hold
from gxparse.forms.spec import Kind
from gxparse.forms.spec import Table as FormTable

_UNACCOUNTED = ("row-not-placed", "unanchored-figures")


def keep_proved(table: FormTable, reading: TableReading, *, strict: bool) -> TableReading:
    """The reading without the rows that lack a proof, if it needs one; a table without totals has none to give.

    ``strict`` is for texts in the order of a printed page, where one figure left over is enough to ask for proof;
    elsewhere it takes as many refused rows as rows that were placed.
    """
    left = sum(r.reason in _UNACCOUNTED for r in reading.refusals)
    if not left or (not strict and left < len(reading.rows)) or not any(c.total_of for c in table.columns):
        return reading
    return reading.refusing([row for row in reading.rows if not is_proved(table, row)])


def is_proved(table: FormTable, row: RowReading) -> bool:
    """Whether every total of a row is there and is the sum of its parts."""
    numbers = [number for number in _numbers(table, row) if number is not None]
    return len(numbers) == len(table.columns) and sums_hold(table, numbers)


def is_whole(table: FormTable, row: RowReading) -> bool:
    """Whether no more digits and no more cells can follow a row: its last cell proves that it is complete.

    A last total that is the sum of its parts does so, and a last count of 0, since no count goes on behind a first zero.
    """
    last = table.columns[-1]
    numbers = {
        column.key: sight.figure.number
        for n, column in enumerate(table.columns)
        if (sight := row.sight(n)) is not None and sight.figure is not None
    }
    parts = [numbers[key] for key in last.total_of if key in numbers]
    if last.kind is Kind.COUNT and numbers.get(last.key) == 0:
        return not any(parts)
    return bool(last.total_of) and len(parts) == len(last.total_of) and numbers.get(last.key) == sum(parts)


def _numbers(table: FormTable, row: RowReading) -> Sequence[int | Decimal | None]:
    """The number of each column of a row; ``None`` where there is none."""
    if row.facts.plain is not None and row.whole:
        return row.facts.plain
    sights = [row.sight(column) for column in range(len(table.columns))]
    return [None if s is None or s.figure is None else s.figure.number for s in sights]


def total_leads(table: FormTable, rows: Sequence[RowReading]) -> bool:
    """Whether the first column of a table with a total in its last one holds the totals instead, by most of its sums.

    Where a header has 总计 above its other cells, nothing else tells a total that stands in front.
    """
    if not table.columns[-1].total_of or len(table.columns[-1].total_of) + 1 != len(table.columns):
        return False
    ends = leads = 0
    for row in rows:
        first, *middle, last = _numbers(table, row)
        if not first and not last:
            # Most rows of most reports: no requests at all.
            continue
        given = [n for n in middle if n is not None]
        if last and last == sum(given, first if first is not None else 0):
            ends += 1
        elif first and last is not None and first == sum(given, last):
            leads += 1
    # A single row is one whose total is wrong.
    return leads > max(ends, 1)
