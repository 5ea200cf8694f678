"""Rows of a reading in a layout that has no sign between cells: which of them may say something else than it seems."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gxparse.forms.doubts import has_totals
from gxparse.forms.page_numbers import has_page_number
from gxparse.forms.proof import is_proved
from gxparse.forms.reading import RowReading, TableReading
from gxparse.forms.rows import RowFacts
from gxparse.forms.spec import Table

__all__ = ["filled_rows", "sure_rows"]


def sure_rows(text: str, table: Table, reading: TableReading, *, foreign: bool) -> TableReading:
    """The reading without the rows that may say something else, since no sign marks their cells.

    A page number may stand among the figures; where an author has a column of his own (*foreign*), a row without a cell
    for it has lost one.
    """
    width = len(table.columns)
    doubtful = [
        row
        for row in reading.rows
        if (foreign and row.facts.filled and _cells_behind(row.facts) <= width) or has_page_number(text, table, row)
    ]
    return reading.refusing(doubtful)


def filled_rows(text: str, table: Table, reading: TableReading, marked: Sequence[TableReading]) -> TableReading:
    """The reading without the rows that have a blank cell, or that may have one.

    Where other layouts saw the cells of a table (*marked*), its blanks are not to be found in the spaces between words.
    A row needs a proof by its total for which one of them saw more cells than there are columns, or with two figures in
    one cell: beside a blank cell these are one figure with a space in it.
    """
    refused = [r for t in marked for r in t.refusals if r.key]
    width = len(table.columns)
    crowded = {r.key for r in refused if r.reason == "row-not-placed" and _has_more(r.facts, width)}
    # A row with fewer cells than columns has no blank one beside two figures in a cell.
    narrow = {r.key for r in refused} - {r.key for r in refused if _cells_behind(r.facts) >= width}
    totals = has_totals(table)
    short = []
    for row in reading.rows:
        doubtful = row.key in crowded or (_shares_cell(text, row) and (totals or row.key not in narrow))
        if (not row.whole and row.facts.filled) or (doubtful and not is_proved(table, row)):
            short.append(row)
    return reading.refusing(short)


def _has_more(facts: RowFacts, width: int) -> bool:
    """Whether a row has more figures than columns, or as many with a blank cell in front of one."""
    filled = facts.filled
    return len(filled) > width or (len(filled) == width and filled[-1] > facts.label_at + width)


def _cells_behind(facts: RowFacts) -> int:
    """How many cells stand behind the label of a row, blank ones included."""
    return len(facts.sights) - facts.label_at - 1


def _shares_cell(text: str, row: RowReading) -> bool:
    """Whether two figures of a row may be one: nothing but spaces and line ends stands between digits and more digits.

    No figure goes on behind a zero that it begins with.
    """
    spans = [row.cell_span(column) for column in range(len(row.positions))]
    for a, b in pairwise(spans):
        gap = text[a.stop : b.start]
        if "\t" not in gap and not gap.strip() and text[a.start] != "0" and b.of(text).isdecimal():
            return True
    return False
