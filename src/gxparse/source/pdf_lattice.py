"""From ruling lines to lattices: which cells the lines of a page enclose.

Lines that touch belong to one table. Their positions give a fine grid, and fine cells between which no line runs are one
cell of the table; that is how merged cells come out without any guess. A side on which a table is open, as where
a browser breaks it over pages, counts as closed, but the cells remember it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from attrs import define, field

from gxparse.source.pdf_groups import Group, TooManyCells, find_groups
from gxparse.source.pdf_rules import Rule

__all__ = ["Cell", "Lattice", "find_lattices"]


@define
class Cell:
    """One cell of a lattice, in its columns and rows."""

    row: int
    column: int
    rowspan: int
    colspan: int
    #: left, top, right, bottom
    box: tuple[float, float, float, float]
    #: whether there is no line above it, or below it
    open_top: bool = False
    open_bottom: bool = False


@define
class Lattice:
    """One table's lines on one page."""

    #: positions of the lines, ascending
    xs: list[float]
    ys: list[float]
    cells: list[Cell] = field(repr=False)
    #: the index in ``cells`` for each fine cell, row by row
    owner: list[int] = field(repr=False)
    #: how many cells had no rectangular outline and were cut into rectangles
    ragged: int = 0

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    @property
    def area(self) -> float:
        """In square points."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])

    @property
    def is_cut_below(self) -> bool:
        """Whether some cells of the last row are closed below and others are not, as where a page ends in a row."""
        rows = len(self.ys) - 1
        ends = {cell.open_bottom for cell in self.cells if cell.row + cell.rowspan == rows}
        return len(ends) == 2

    def find(self, x: float, y: float) -> int | None:
        """The index of the cell at a point; ``None`` outside of the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        width = len(self.xs) - 1
        if 0 <= column < width and 0 <= row < len(self.ys) - 1:
            return self.owner[row * width + column]
        return None


def find_lattices(rules: Iterable[Rule], max_cells: int) -> list[Lattice]:
    """All lattices that ruling lines make, from the smallest to the largest.

    Raises :class:`~gxparse.source.pdf_groups.TooManyCells` when there are more than *max_cells* in one.
    """
    lattices = [_build(group, max_cells) for group in find_groups(rules)]
    return sorted((lattice for lattice in lattices if lattice is not None), key=lambda lattice: lattice.area)


def _positions(lines: Iterable[tuple[float, float]], ends: tuple[float, float], same: float) -> list[float]:
    """Where lines run, near ones taken together, with the ends of the table where no line closes it."""
    middles = sorted((low + high) / 2 for low, high in lines)
    found: list[list[float]] = []
    for middle in middles:
        if found and middle - found[-1][-1] <= same and middle - found[-1][0] <= 2 * same:
            found[-1].append(middle)
        else:
            found.append([middle])
    positions = [sum(run) / len(run) for run in found]
    if not positions or ends[0] < positions[0] - 2 * same:
        positions.insert(0, ends[0])
    if ends[1] > positions[-1] + 2 * same:
        positions.append(ends[1])
    return positions


def _nearest(positions: list[float], at: float) -> int:
    index = bisect_left(positions, at)
    if index == len(positions) or (index and at - positions[index - 1] < positions[index] - at):
        return index - 1
    return index


def _build(group: Group, max_cells: int) -> Lattice | None:
    level, upright, same = group.level, group.upright, group.same
    left, top, right, bottom = group.extent()
    xs = _positions(((rule[0], rule[2]) for rule in upright), (left, right), same)
    ys = _positions(((rule[1], rule[3]) for rule in level), (top, bottom), same)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1:
        return None
    if columns * rows > max_cells:
        raise TooManyCells(f"{columns} x {rows} cells")
    slack = same + 0.4
    # above[r * columns + c]: a line runs above that fine cell; before[...]: a line runs at its left.
    above = bytearray((rows + 1) * columns)
    for rule in level:
        row = _nearest(ys, (rule[1] + rule[3]) / 2)
        first, last = bisect_left(xs, rule[0] - slack), bisect_right(xs, rule[2] + slack) - 1
        if last > first:
            above[row * columns + first : row * columns + last] = b"\1" * (last - first)
    before = bytearray(rows * (columns + 1))
    for rule in upright:
        column = _nearest(xs, (rule[0] + rule[2]) / 2)
        first, last = bisect_left(ys, rule[1] - slack), bisect_right(ys, rule[3] + slack) - 1
        for row in range(first, last):
            before[row * (columns + 1) + column] = 1
    return _regions(xs, ys, above, before)


def _regions(xs: list[float], ys: list[float], above: bytearray, before: bytearray) -> Lattice:
    columns, rows = len(xs) - 1, len(ys) - 1
    lattice = Lattice(xs, ys, [], [-1] * (columns * rows))
    seen = bytearray(columns * rows)
    for start in range(columns * rows):
        if seen[start]:
            continue
        seen[start] = 1
        region = [start]
        for at in region:  # grows while it is walked
            row, column = divmod(at, columns)
            if column + 1 < columns and not before[row * (columns + 1) + column + 1] and not seen[at + 1]:
                seen[at + 1] = 1
                region.append(at + 1)
            if column and not before[row * (columns + 1) + column] and not seen[at - 1]:
                seen[at - 1] = 1
                region.append(at - 1)
            if row + 1 < rows and not above[(row + 1) * columns + column] and not seen[at + columns]:
                seen[at + columns] = 1
                region.append(at + columns)
            if row and not above[row * columns + column] and not seen[at - columns]:
                seen[at - columns] = 1
                region.append(at - columns)
        rectangles = _rectangles(region, columns)
        lattice.ragged += len(rectangles) > 1
        for rectangle in rectangles:
            _add_cell(lattice, rectangle, above)
    return lattice


def _rectangles(region: list[int], columns: int) -> list[tuple[int, int, int, int]]:
    """A region as rectangles (row, column, rowspan, colspan); one, if its outline is one."""
    if len(region) == 1:
        return [(*divmod(region[0], columns), 1, 1)]
    low, high = min(region), max(region)
    first, wide = low % columns, high % columns - low % columns + 1
    tall = high // columns - low // columns + 1
    if tall * wide == len(region) and all(first <= at % columns < first + wide for at in region):
        return [(low // columns, first, tall, wide)]
    by_row: dict[int, list[int]] = {}
    for at in sorted(region):
        row, column = divmod(at, columns)
        by_row.setdefault(row, []).append(column)
    done: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], tuple[int, int]] = {}  # (first column, width) -> (row, rowspan)
    for row, in_row in by_row.items():
        runs: list[tuple[int, int]] = []
        begin = in_row[0]
        for before, here in zip(in_row, [*in_row[1:], -1], strict=True):
            if here != before + 1:
                runs.append((begin, before + 1 - begin))
                begin = here
        now = {run: growing.pop(run, (row, 0)) for run in runs}
        done.extend((top, first, high, width) for (first, width), (top, high) in growing.items())
        growing = {run: (top, high + 1) for run, (top, high) in now.items()}
    done.extend((top, first, high, width) for (first, width), (top, high) in growing.items())
    return sorted(done)


def _add_cell(lattice: Lattice, rectangle: tuple[int, int, int, int], above: bytearray) -> None:
    row, column, rowspan, colspan = rectangle
    columns = len(lattice.xs) - 1
    xs, ys = lattice.xs, lattice.ys
    top = above[row * columns + column : row * columns + column + colspan]
    below = above[(row + rowspan) * columns + column : (row + rowspan) * columns + column + colspan]
    box = (xs[column], ys[row], xs[column + colspan], ys[row + rowspan])
    number = len(lattice.cells)
    lattice.cells.append(Cell(row, column, rowspan, colspan, box, not any(top), not any(below)))
    for line in range(row, row + rowspan):
        at = line * columns + column
        lattice.owner[at : at + colspan] = [number] * colspan
