"""What casts doubt on rows of a stream: signs that figures do not follow their labels, or that one of them is no figure.

Nothing is refused here: what is in doubt is read only if its sums prove it, or if it stands on one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gxparse.forms.blanks import Blanks
from gxparse.forms.entries import Entry
from gxparse.forms.spec import Table as FormTable
from gxparse.forms.words import Event

# The members of an enumeration are looked up slowly, and this one for every row.
_BLANK = Event.BLANK
#: labels of other tables without any figures that are no chance
_LABELS = 2


def disordered(entries: Sequence[Entry]) -> bool:
    """Whether figures of the table do not follow their labels."""
    if entries[0].strays:
        return True
    if len(entries) > 1 and not entries[-1].cells and any(e.figures and not e.on_one_line for e in entries):
        # Each figure may be that of the label behind it, if the first ones went astray.
        return True
    empty = sum(not e.figures for e in entries)
    crowded = any(len(e.figures) >= 2 * e.width for e in entries)
    return bool(empty) and (crowded or empty > 2)


def doubtful(entries: Sequence[Entry]) -> set[Entry]:
    """Rows that need a proof because figures stand about that no row accounts for.

    Wrapped digits, a value before its label, a page number: the rest of a figure may stand anywhere in a text whose
    order is not that of the page, so that one stray puts every row of a table with totals to the proof. In a table
    without totals all rows are in doubt where one has too many figures.
    """
    odd = {e for e in entries if e.strays or e.dangling or not e.regular or _overflows(e)}
    if odd and has_totals(entries[0].table):
        return set(entries)
    # Where one row has more figures than columns, there may be one more column in all of them.
    return set(entries) if any(map(_overflows, entries)) else odd


def _overflows(entry: Entry) -> bool:
    """Whether more figures stand behind a label than its row has, each counted as often as its column is named."""
    return len(entry.figures) > (len(entry.named) or entry.width)


def filled_up(entries: Sequence[Entry], blanks: Blanks) -> set[Entry]:
    """Rows that a page number may have filled up, because it stands among figures as one of them does.

    Figures have a line each. Where the text drops blank cells, any row may lack one; else a page number shows by the
    breaks around it.
    """
    rows = [e for e in entries if len(e.figures) == e.width and not e.on_one_line]
    drops = any(0 < len(e.figures) < e.width for e in entries) and blanks.step is None
    return {
        e for e in rows if (drops and has_totals(e.table)) or _is_uneven(e, blanks.gap) or _is_split(e, blanks.padded)
    }


def cut_off(entries: Sequence[Entry]) -> set[Entry]:
    """Rows of a table without totals that a page end may have cut in their label: a page number stands there as a figure does."""
    return {e for e in entries if e.label.cut and not e.on_one_line and not has_totals(e.table)}


def _is_split(entry: Entry, padded: bool) -> bool:
    """Whether a blank cell stands among as many figures as there are columns, in a text that has no other blank lines."""
    return not padded and _BLANK in [w.event for w in entry.cells[: entry.cells.index(entry.figures[-1])]]


def _is_uneven(entry: Entry, gap: int) -> bool:
    """Whether the first or the last figure of a row stands further apart than the others do."""
    breaks = [w.breaks for w in entry.figures[1:]]
    if not breaks:
        return entry.figures[0].breaks > max(gap, 1)
    usual = max(gap, 1) if len(breaks) == 1 else min(breaks)
    return usual < breaks[0] or usual < breaks[-1]


def displaced(entries: Sequence[Entry], blanks: Blanks) -> set[Entry]:
    """Rows whose figures may be those of the label before, which has none.

    Labels may stand all before their figures. Where the figures are not on the line of their label, nothing tells
    that from a row without figures, unless line breaks show its blank cells. The labels before may be those of other
    tables, if none of them has any figures.
    """
    moved = {
        after
        for before, after in pairwise(entries)
        if not before.cells and after.figures and not after.on_one_line and after.label.breaks <= max(blanks.gap, 1)
    }
    first = entries[0]
    if first.figures and not first.on_one_line and not has_totals(first.table):
        above = [e for found in blanks.entries.values() for e in found if e.label.start < first.label.start]
        if len(above) >= _LABELS and not any(e.cells for e in above):
            moved.add(first)
    return moved


def has_totals(table: FormTable) -> bool:
    """Whether a row of the table can be proved by a sum."""
    return any(c.total_of for c in table.columns)


def lacks_sum(entry: Entry, columns: Sequence[int]) -> bool:
    """Whether figures of a row, placed in *columns*, stand without their total, or with another one."""
    table = entry.table
    numbers = {
        table.columns[n].key: word.sight.figure.number
        for n, word in zip(columns, entry.figures, strict=True)
        if word.sight.figure is not None
    }
    for column in table.columns:
        parts = [numbers[key] for key in column.total_of if key in numbers]
        if parts and sum(parts) != numbers.get(column.key):
            return True
    return False
