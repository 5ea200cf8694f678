"""Which rows of a worksheet are prose and which belong to a table.

A worksheet is one grid without marks for where a table begins. Rows with two cells or more are rows of a table; a row
with one cell is a line of text, unless it stands in a table: as its caption, as a label whose figures were left
blank, or covered by a cell from above. Rows without anything part two tables.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from attrs import define, field

from gxparse.source.sheet import Block, Cell, Grid, Line

#: The title of a report names its year, and a caption inside a table does not.
_YEAR = re.compile(r"[0-9〇○零一二三四五六七八九]{4}\s*年")
#: Longest caption or label.
_CAPTION = 60
#: Rows of a table that are looked at for labels of the same width.
_LOOK_BACK = 64

__all__ = ["SheetCell", "SheetRow", "close_up", "lay_out"]

#: A heading of the report itself: 一、 to 十、.
_HEADING = re.compile(r"\s*[一二三四五六七八九十]{1,3}\s*[、.．]")


@define
class SheetCell:
    """One cell of a worksheet that is shown, with the columns and rows it covers."""

    column: int
    text: str
    address: str
    width: int = 1
    height: int = 1
    #: whether a line is drawn around it
    bordered: bool = False


@define
class SheetRow:
    """One row that is shown."""

    number: int
    cells: list[SheetCell] = field(factory=list)
    #: first column that a cell from above covers and the one behind the last, if any
    covered: tuple[int, int] | None = None

    def cover(self, first: int, stop: int) -> None:
        """Note columns that a cell from above covers."""
        known = self.covered
        self.covered = (first, stop) if known is None else (min(first, known[0]), max(stop, known[1]))

    def is_empty(self) -> bool:
        """Whether nothing is written in the row and nothing from above reaches into it."""
        return not self.covered and not any(cell.text.strip() for cell in self.cells)

    def is_single(self) -> bool:
        """Whether the row has one cell alone."""
        return not self.covered and len(self.cells) == 1 and self.cells[0].height == 1

    def extent(self) -> tuple[int, int]:
        """First column and the one behind the last."""
        firsts = [cell.column for cell in self.cells]
        stops = [cell.column + cell.width for cell in self.cells]
        if self.covered is not None:
            firsts.append(self.covered[0])
            stops.append(self.covered[1])
        return min(firsts), max(stops)


def close_up(rows: dict[int, SheetRow], hidden_columns: list[int], hidden_rows: list[int]) -> None:
    """Move rows and columns together where others between them are hidden."""
    if not hidden_columns and not hidden_rows:
        return
    for row in rows.values():
        for cell in row.cells:
            stop = row.number + cell.height
            cell.height -= bisect_left(hidden_rows, stop) - bisect_left(hidden_rows, row.number)
            cell.column -= bisect_left(hidden_columns, cell.column)
        row.number -= bisect_left(hidden_rows, row.number)
        if row.covered is not None:
            first, stop = row.covered
            shift = bisect_left(hidden_columns, first)
            row.covered = (first - shift, stop - shift)


def lay_out(rows: list[SheetRow]) -> list[Block]:
    """Lines and tables of a worksheet; *rows* are in order and hold their cells by column."""
    blocks: list[Block] = []
    run: list[SheetRow] = []
    for index, row in enumerate(rows):
        before = rows[index - 1] if index else None
        apart = before is not None and before.number + 1 != row.number and not row.covered
        if apart or row.is_empty():
            _end_run(run, blocks)
        if row.is_empty():
            continue
        if row.is_single() and not _in_table(rows, index, run):
            _end_run(run, blocks)
            cell = row.cells[0]
            blocks.append(Line(cell.text, cell.address))
        else:
            run.append(row)
    _end_run(run, blocks)
    return blocks


def _in_table(rows: list[SheetRow], index: int, run: list[SheetRow]) -> bool:
    """Whether a row with one cell belongs to the table around it."""
    row = rows[index]
    cell = row.cells[0]
    above = run[-1] if run and run[-1].number + 1 == row.number else None
    below = rows[index + 1] if index + 1 < len(rows) and rows[index + 1].number == row.number + 1 else None
    if below is not None and (below.is_empty() or not below.cells):
        below = None
    extent = row.extent()
    heading = _HEADING.match(cell.text) is not None
    neighbour = next((near.cells[0] for near in (below, above) if near is not None and near.cells), None)
    if neighbour is not None and neighbour.bordered and not cell.bordered:
        return False  # the table has its frame, and this stands outside of it
    if len(cell.text) > _CAPTION or _YEAR.search(cell.text):
        return False
    if below is not None and not below.is_single() and cell.width > 1 and extent == below.extent():
        return not heading  # as wide as the table below it: a caption
    if above is None or not above.cells:
        return False
    if heading and cell.width > 1 and extent == above.extent():
        return False
    # A label without figures is as wide as the other labels.
    labels = {(r.cells[0].column, r.cells[0].width) for r in run[-_LOOK_BACK:] if len(r.cells) > 1}
    if cell.width > 1 and (cell.column, cell.width) in labels:
        return True
    return below is not None and not below.is_single() and above.extent() == below.extent()


def _end_run(run: list[SheetRow], blocks: list[Block]) -> None:
    if not run:
        return
    extents = [row.extent() for row in run]
    first = min(start for start, _ in extents)
    stop = max(end for _, end in extents)
    numbers = [row.number for row in run]
    cells: list[Cell] = []
    for index, row in enumerate(run):
        for cell in row.cells:
            # Rows that a cell covers and that are shown in this table.
            height = bisect_left(numbers, row.number + cell.height) - index
            lines: list[Block] = [Line(cell.text, cell.address)] if cell.text else []
            cells.append(Cell(index, cell.column - first, lines, height, cell.width, cell.address))
    blocks.append(Grid(cells, len(run), stop - first, full=True))
    run.clear()
