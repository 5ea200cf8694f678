"""From ruling lines to lattices: which cells the lines of a page enclose.

Lines that touch belong to one table. Their positions give a fine grid, and fine cells between which no line runs are one
cell of the table; that is how merged cells come out without any guess. A side on which a table is open, as where
a browser breaks it over pages, counts as closed, but the cells remember it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import TypeAlias

from attrs import define, field

from gxparse.source.pdf_rules import Rule

__all__ = ["Cell", "Lattice", "TooManyCells", "find_lattices"]

#: Lines this near touch, in points. A table inside the cell of a layout table stays 1.5 points away from its border.
_TOUCH = 1.0
#: Lines of one table this near are one border: both sides of a double line, the edges of two neighbours.
_SAME = 2.6
#: Cells that are boxes of their own are one table when they are this near.
_NEIGHBOUR = 4.0
#: Pairs of lines that are compared on one page.
_MAX_PAIRS = 4_000_000


class TooManyCells(Exception):
    """The lines of a page make more cells than are looked at."""


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

    def find(self, x: float, y: float) -> int | None:
        """The index of the cell at a point; ``None`` outside of the table."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y) - 1
        width = len(self.xs) - 1
        if 0 <= column < width and 0 <= row < len(self.ys) - 1:
            return self.owner[row * width + column]
        return None


def find_lattices(rules: Iterable[Rule], max_cells: int) -> list[Lattice]:
    """All lattices that ruling lines make, from the smallest to the largest.

    Raises :class:`TooManyCells` when there are more than *max_cells* in one.
    """
    level: list[Rule] = []
    upright: list[Rule] = []
    for rule in rules:
        (level if rule[2] - rule[0] >= rule[3] - rule[1] else upright).append(rule)
    level = _merge(level)
    upright = [_turned(rule) for rule in _merge([_turned(rule) for rule in upright])]
    groups = _unite_boxes(_touching(level, upright))
    lattices = [_build(lines, same, max_cells) for lines, same in groups]
    return sorted((lattice for lattice in lattices if lattice is not None), key=lambda lattice: lattice.area)


def _turned(rule: Rule) -> Rule:
    return (rule[1], rule[0], rule[3], rule[2])


def _merge(rules: list[Rule]) -> list[Rule]:
    """Level lines with their pieces joined: each cell's edge may be a piece of its own."""
    rules.sort(key=lambda rule: (rule[1] + rule[3], rule[0]))
    merged: list[Rule] = []
    start = 0
    for stop in range(1, len(rules) + 1):
        if stop < len(rules) and rules[stop][1] + rules[stop][3] - rules[stop - 1][1] - rules[stop - 1][3] <= 1.0:
            continue
        merged.extend(_chain(sorted(rules[start:stop])))
        start = stop
    return merged


def _chain(pieces: list[Rule]) -> Iterable[Rule]:
    left, top, right, bottom = pieces[0]
    for piece in pieces[1:]:
        if piece[0] <= right + _TOUCH:
            right = max(right, piece[2])
            top, bottom = min(top, piece[1]), max(bottom, piece[3])
        else:
            yield (left, top, right, bottom)
            left, top, right, bottom = piece
    yield (left, top, right, bottom)


def _touching(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """The lines in groups that hang together, each as (level lines, upright lines)."""
    upright.sort()
    lefts = [rule[0] for rule in upright]
    # Upright lines are thin, so their left edges find them.
    thickest = max((rule[2] - rule[0] for rule in upright), default=0.0)
    parent = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    pairs = 0
    for number, (left, top, right, bottom) in enumerate(level):
        low = bisect_left(lefts, left - _TOUCH - thickest)
        high = bisect_right(lefts, right + _TOUCH)
        pairs += high - low
        if pairs > _MAX_PAIRS:
            raise TooManyCells(f"{len(level)} x {len(upright)} lines")
        for index in range(low, high):
            other = upright[index]
            if other[1] <= bottom + _TOUCH and other[3] >= top - _TOUCH and other[2] >= left - _TOUCH:
                parent[root(len(level) + index)] = root(number)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index in range(len(parent)):
        group = groups.setdefault(root(index), ([], []))
        group[index >= len(level)].append(level[index] if index < len(level) else upright[index - len(level)])
    alone = [group[1][0] for group in groups.values() if not group[0]]
    kept = [group for group in groups.values() if len(group[0]) + len(group[1]) > 2]
    if len(kept) * len(alone) > _MAX_PAIRS:
        raise TooManyCells(f"{len(kept)} tables, {len(alone)} lines")
    for group in kept:
        if alone:
            _add_borders(group, alone)
    return kept


def _add_borders(group: _Group, alone: list[Rule]) -> None:
    """Give a table those borders that no level line reaches.

    Where a merged cell goes over a whole page, no line meets the table's border beside it; but it is as long as
    the table is high. A pair of lines close around a table is the frame of the page instead.
    """
    left, top, right, bottom = _extent(group)
    same = [r for r in alone if abs(r[1] - top) <= _SAME and abs(r[3] - bottom) <= _SAME]
    if not any(abs(r[0] - left) <= _NEIGHBOUR or abs(r[2] - right) <= _NEIGHBOUR for r in same):
        group[1].extend(same)


_Group: TypeAlias = tuple[list[Rule], list[Rule]]


def _extent(group: _Group) -> Rule:
    rules = [*group[0], *group[1]]
    return (
        min(rule[0] for rule in rules),
        min(rule[1] for rule in rules),
        max(rule[2] for rule in rules),
        max(rule[3] for rule in rules),
    )


def _unite_boxes(groups: list[_Group]) -> Iterable[tuple[_Group, float]]:
    """Groups of lines with the distance below which lines are one; boxes side by side become one group.

    With ``border=1`` and no collapsing a browser draws a box for each cell and one around the table.
    """
    boxes: list[tuple[Rule, _Group]] = []
    for group in groups:
        if len(group[0]) == 2 and len(group[1]) == 2:
            boxes.append((_extent(group), group))
        else:
            yield group, _SAME
    boxes.sort(key=lambda item: (item[0][1], item[0][0]))
    parent = list(range(len(boxes)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    pairs = 0
    for index, (box, _) in enumerate(boxes):
        for other in range(index + 1, len(boxes)):
            near = boxes[other][0]
            if near[1] > box[3] + _NEIGHBOUR:
                break
            pairs += 1
            if pairs > _MAX_PAIRS:
                raise TooManyCells(f"{len(boxes)} boxes")
            if _adjoin(box, near):
                parent[root(other)] = root(index)
    united: dict[int, _Group] = {}
    for index, (_, group) in enumerate(boxes):
        into = united.setdefault(root(index), ([], []))
        into[0].extend(group[0])
        into[1].extend(group[1])
    for group in united.values():
        yield group, _NEIGHBOUR + 1.0 if len(group[0]) > 2 else _SAME


def _adjoin(one: Rule, two: Rule) -> bool:
    """Whether two boxes stand side by side or one above the other, and not one in the other."""
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return min(across, down) >= -_NEIGHBOUR and min(across, down) <= _TOUCH and max(across, down) > _NEIGHBOUR


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


def _build(group: _Group, same: float, max_cells: int) -> Lattice | None:
    level, upright = group
    left, top, right, bottom = _extent(group)
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
    by_row: dict[int, list[int]] = {}
    for at in sorted(region):
        row, column = divmod(at, columns)
        by_row.setdefault(row, []).append(column)
    done: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], tuple[int, int]] = {}  # (first column, width) -> (row, rowspan)
    for row, in_row in by_row.items():
        runs: list[tuple[int, int]] = []
        first = in_row[0]
        for before, here in zip(in_row, [*in_row[1:], -1], strict=True):
            if here != before + 1:
                runs.append((first, before + 1 - first))
                first = here
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
