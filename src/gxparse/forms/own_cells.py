"""Rows of a file's table, in which every position of the grid says whose it is.

A file tells where each cell stands: which positions a merged cell covers, and where a row has no cell at all. In the form
a figure has a cell of its own under the header that names it, right behind the label. A row that does not fit so was moved
by a broken span, its own or that of a cell above; where it has blank cells, no one can tell which figure is whose.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxparse.forms.align import places_itself
from gxparse.forms.columns import header_positions
from gxparse.forms.rows import RowFacts
from gxparse.forms.spec import Table as FormTable
from gxparse.layout.ast import Row

__all__ = ["Header", "fits_grid", "is_under", "reaches_down", "read_header"]

#: What a position holds that the cell at its left covers; and one from above, and none at all (see the sheet layout).
_FROM_LEFT, _FROM_ABOVE, _ABSENT = "\x11", "\x12", "\x13"
_NOT_OWN = frozenset((_FROM_LEFT, _FROM_ABOVE, _ABSENT))


class Header(NamedTuple):
    """What the header of a table tells of its grid."""

    #: how far it reaches; 0 without any header
    length: int = 0
    #: (number of a column, where the header names it)
    places: tuple[tuple[int, int], ...] = ()
    #: where it names columns of which the words alone do not tell which they are
    others: frozenset[int] = frozenset()
    #: whether it names so many columns that there is but one way to read a row
    whole: bool = False

    def names(self, positions: tuple[int, ...]) -> bool:
        """Whether the columns of a row stand where the header has them."""
        return all(positions[n] == at for n, at in self.places) and self.others <= set(positions)


def _is_own(row: Row, positions: Iterable[int]) -> bool:
    """Whether each of these positions of a row is a cell of its own."""
    raws = row.raws
    return all(at < len(raws) and raws[at] not in _NOT_OWN for at in positions)


def fits_grid(table: FormTable, row: Row, facts: RowFacts, positions: tuple[int, ...], header: Header) -> bool:
    """Whether a row of the grid can be read with its columns at *positions*: a row with a figure for every column, or one
    as long as its header with a cell of its own under each column.
    """
    if not facts.filled or places_itself(facts, len(table.columns)):
        return True
    if not _is_own(row, positions):
        return False
    between = row.raws[facts.label_at + 1 : positions[0]] if facts.label_at >= 0 else ()
    if any(raw != _FROM_LEFT for raw in between):
        return False
    if header.length and length_of(row) != header.length:
        return False
    return header.names(positions) and (header.whole or positions[-1] == len(row.raws) - 1)


def reaches_down(facts: RowFacts, below: Row | None) -> bool:
    """Whether a figure of a row has a cell that goes on in the row *below*: it may be a figure of either.

    A row below that says nothing of its own is only more room, as borders that stand apart leave it.
    """
    raws = below.raws if below is not None else ()
    if all(raw in _NOT_OWN or not raw.strip() for raw in raws):
        return False
    return any(raws[at] == _FROM_ABOVE for at in facts.filled if at < len(raws))


def length_of(row: Row) -> int:
    """How far the cells of a row reach."""
    raws = row.raws
    size = len(raws)
    while size and raws[size - 1] == _ABSENT:
        size -= 1
    return size


def read_header(table: FormTable, rows: Sequence[Row], facts: Sequence[RowFacts]) -> Header:
    """What the header rows above a part of a table tell.

    A header that does not name every column, or the first and the last as far apart as the form has columns, does not
    tell where a row begins: it can only speak against it.
    """
    length = max(map(length_of, rows), default=0)
    keys = [column.key for column in table.columns]
    found = [(at, term.key) for h in facts for at, terms in h.columns for term in terms if term.table == table.key]
    if not any(row.label for row in table.rows):
        # Section four: the same words stand over reviews and litigation.
        others = frozenset(at for at, _ in found)
        return Header(length, others=others, whole=len(others) == len(keys))
    named: dict[str, int] = {}
    for at, key in found:
        named.setdefault(key, at)
    first, last = named.get(keys[0]), named.get(keys[-1])
    whole = len(named) == len(keys) or (first is not None and last is not None and last - first == len(keys) - 1)
    return Header(length, tuple([(n, named[key]) for n, key in enumerate(keys) if key in named]), whole=whole)


def is_under(
    table: FormTable, row: Row, facts: RowFacts, positions: Sequence[int], above: Row, header: RowFacts
) -> bool:
    """Whether a row of section two has a cell of its own under each cell of its header, the row *above*, or a figure for
    every column.
    """
    if not facts.filled or places_itself(facts, len(table.columns)):
        return True
    names = header_positions(table, header)
    return (
        names is not None
        and length_of(row) == length_of(above)
        and _is_own(row, positions)
        and all(at in names[column.key] for column, at in zip(table.columns, positions, strict=True))
    )
