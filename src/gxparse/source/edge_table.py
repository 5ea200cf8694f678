"""Tables whose rows say where their cells end, as in RTF and in the binary files of Word.

Each row has edges of its own. The edges of all rows make the columns of the full grid, and a cell spans the columns
between two of its row's edges.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach
from gxparse.source.sheet import Block, Cell, Grid, Line

__all__ = ["EdgeCell", "EdgeRow", "OpenTables", "build_grid"]

#: Edges this near are the same, in twentieths of a point.
_SAME = 60
#: Width of a cell whose edge the file does not say.
_NO_EDGE = 1000


@define
class EdgeCell:
    """One cell of a row."""

    #: where it ends, in twentieths of a point
    right: int
    blocks: list[Block] = field(factory=list)
    #: ``"restart"``: goes on in the rows below; ``"continue"``: goes on from above
    merge: str | None = None
    #: whether it belongs to the cell at its left
    sideways: bool = False
    pictured: bool = False


@define
class EdgeRow:
    """One row: where it begins, and its cells."""

    left: int
    cells: list[EdgeCell]


def build_grid(rows: Sequence[EdgeRow], number: int, max_cells: int) -> Grid | None:
    """The grid of a table, whose cells are addressed as those of table *number*; ``None`` without any cell.

    Rows that would make it larger than *max_cells* positions are left out by the sheet, which says so.
    """
    edges = _edges(rows)
    cells: list[Cell] = []
    merging: dict[int, Cell] = {}
    width = len(edges) - 1
    for at, row in enumerate(rows):
        if at and at * width > max_cells:
            break
        column = _column(edges, row.left)
        going: dict[int, Cell] = {}
        last: Cell | None = None
        for cell in row.cells:
            stop = max(_column(edges, cell.right), column + 1)
            stop = min(stop, width)
            if stop <= column:
                stop = column + 1
                width = max(width, stop)
            last = _place(cell, (at, column, stop - column), number, merging, going, cells, last)
            column = stop
        merging = going
    return Grid(cells, len(rows), width) if cells else None


def _place(
    cell: EdgeCell,
    where: tuple[int, int, int],
    number: int,
    merging: dict[int, Cell],
    going: dict[int, Cell],
    cells: list[Cell],
    last: Cell | None,
) -> Cell:
    """Add a cell, or make the one above or at its left larger; the cell that now ends there."""
    row, column, wide = where
    above = merging.get(column) if cell.merge == "continue" else None
    if cell.sideways and last is not None:
        last.width += wide if last.row == row else 0
        return last
    if above is not None:
        above.height += 1
        going[column] = above
        return above
    address = f"table {number}, row {row + 1}, column {column + 1}"
    for block in cell.blocks:
        if isinstance(block, Line) and not block.address:
            block.address = address  # for a table that turns out to lay out a page
    placed = Cell(row, column, cell.blocks, 1, wide, address, pictured=cell.pictured)
    cells.append(placed)
    if cell.merge is not None:
        going[column] = placed
    return placed


def _edges(rows: Sequence[EdgeRow]) -> list[int]:
    found = sorted({row.left for row in rows} | {cell.right for row in rows for cell in row.cells})
    edges: list[int] = []
    for edge in found:
        if not edges or edge - edges[-1] > _SAME:
            edges.append(edge)
    return edges


def _column(edges: Sequence[int], edge: int) -> int:
    """The index of the edge nearest to *edge*."""
    index = bisect_left(edges, edge)
    if index == len(edges) or (index and edge - edges[index - 1] <= edges[index] - edge):
        return index - 1
    return index


@define
class _Level:
    """A table that is being read, and the row and cell that are not finished."""

    rows: list[EdgeRow] = field(factory=list)
    cells: list[EdgeCell] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    pictured: bool = False


@define
class OpenTables:
    """The tables that are being read, each inside a cell of the one before, and how many there were.

    A row's edges are known once it ends, so its cells wait for them.
    """

    limits: Limits
    #: tables that were finished
    count: int = 0
    #: rows that were cut because they have too many cells
    long_rows: int = 0
    _cells: int = 0
    _levels: list[_Level] = field(factory=list)

    def __bool__(self) -> bool:
        return bool(self._levels)

    @property
    def depth(self) -> int:
        """How many tables are open."""
        return len(self._levels)

    def set_aside(self) -> list[_Level]:
        """Leave all tables open and begin outside of any; :meth:`take_up` goes back."""
        levels, self._levels = self._levels, []
        return levels

    def take_up(self, levels: list[_Level]) -> None:
        """Go on with the tables that were set aside."""
        self._levels = levels

    def to_depth(self, depth: int, put: Callable[[Block], None]) -> None:
        """Begin and end tables until *depth* are open; *put* takes those that end outside of any other."""
        while len(self._levels) < min(depth, self.limits.table_depth):
            self._levels.append(_Level())
        while len(self._levels) > depth:
            level = self._levels[-1]
            if level.blocks:  # a cell without its end
                self.end_cell()
            if level.cells:
                self.end_row(0, [])
            self._levels.pop()
            grid = build_grid(level.rows, self.count + 1, self.limits.grid_cells) if level.rows else None
            if grid is None:
                continue
            self.count += 1
            if self._levels:
                self._levels[-1].blocks.append(grid)
            else:
                put(grid)

    def report(self) -> list[Diagnostic]:
        """What there is to say about the tables once all are read."""
        if not self.long_rows:
            return []
        return [codes.ROW_TOO_LONG(count=self.long_rows, limit=self.limits.row_cells)]

    def add(self, *blocks: Block) -> None:
        """Add to the innermost cell."""
        self._levels[-1].blocks.extend(blocks)

    def add_picture(self) -> None:
        """Say that there is a picture in the innermost cell, if there is a cell."""
        if self._levels:
            self._levels[-1].pictured = True

    def end_cell(self) -> None:
        """End the innermost cell.

        Raises :class:`~gxparse.source.breach.Breach` (GX125) when there are too many.
        """
        self._cells += 1
        if self._cells > self.limits.grid_cells:
            raise Breach(codes.TABLE_TOO_LARGE(table=self.count + 1, limit=self.limits.grid_cells))
        level = self._levels[-1]
        level.cells.append(EdgeCell(0, level.blocks, pictured=level.pictured))
        level.blocks, level.pictured = [], False

    def end_row(self, left: int, edges: Sequence[EdgeCell]) -> None:
        """End the innermost row, whose cells end where *edges* say and merge as they do."""
        level = self._levels[-1]
        most = self.limits.row_cells
        if max(len(level.cells), len(edges)) > most:
            self.long_rows += 1
            del level.cells[most:]
            edges = edges[:most]
        if any(isinstance(block, Grid) or block.text for block in level.blocks):
            self.end_cell()
        right = left
        for index, cell in enumerate(level.cells):
            if index < len(edges):
                edge = edges[index]
                cell.right, cell.merge, cell.sideways = edge.right, edge.merge, edge.sideways
            else:
                cell.right = right + _NO_EDGE  # a cell without an edge stands behind all others
            right = cell.right
        cells = level.cells + [
            EdgeCell(edge.right, [], edge.merge, edge.sideways) for edge in edges[len(level.cells) :]
        ]
        if cells:
            level.rows.append(EdgeRow(left, cells))
        level.cells, level.blocks = [], []
