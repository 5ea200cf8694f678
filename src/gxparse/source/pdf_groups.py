"""Which ruling lines of a page belong together: those that touch, and the boxes of cells that stand side by side."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from attrs import define, field

from gxparse.source.pdf_rules import Rule

__all__ = ["Group", "TooManyCells", "find_groups"]

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
class Group:
    """Lines of one table."""

    level: list[Rule] = field(factory=list, repr=False)
    upright: list[Rule] = field(factory=list, repr=False)
    #: lines this near are one
    same: float = _SAME

    def extent(self) -> Rule:
        """Left, top, right, bottom of all lines."""
        rules = [*self.level, *self.upright]
        return (
            min(rule[0] for rule in rules),
            min(rule[1] for rule in rules),
            max(rule[2] for rule in rules),
            max(rule[3] for rule in rules),
        )

    @property
    def is_box(self) -> bool:
        """Whether the lines are at most the four sides of one box."""
        return len(self.level) <= 2 and len(self.upright) <= 2


class _Sets:
    """Disjoint sets of numbers."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        parent = self._parent
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    def unite(self, one: int, two: int) -> None:
        self._parent[self.root(two)] = self.root(one)


def find_groups(rules: Iterable[Rule]) -> list[Group]:
    """The groups of lines that may be tables.

    Raises :class:`TooManyCells` when there are too many lines to compare.
    """
    level: list[Rule] = []
    upright: list[Rule] = []
    for rule in rules:
        (level if rule[2] - rule[0] >= rule[3] - rule[1] else upright).append(rule)
    level = _merge(level)
    upright = [_turned(rule) for rule in _merge([_turned(rule) for rule in upright])]
    groups = _touching(level, upright)
    alone = [group.upright[0] for group in groups if not group.level]
    united = _unite([group for group in groups if len(group.level) + len(group.upright) > 2])
    if len(united) * len(alone) > _MAX_PAIRS:
        raise TooManyCells(f"{len(united)} tables, {len(alone)} lines")
    for group in united:
        if alone:
            _add_borders(group, alone)
    return united


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


def _chain(pieces: list[Rule]) -> Iterator[Rule]:
    left, top, right, bottom = pieces[0]
    for piece in pieces[1:]:
        if piece[0] <= right + _TOUCH:
            right = max(right, piece[2])
            top, bottom = min(top, piece[1]), max(bottom, piece[3])
        else:
            yield (left, top, right, bottom)
            left, top, right, bottom = piece
    yield (left, top, right, bottom)


def _touching(level: list[Rule], upright: list[Rule]) -> list[Group]:
    """The lines in groups that hang together."""
    upright.sort()
    lefts = [rule[0] for rule in upright]
    # Upright lines are thin, so their left edges find them.
    thickest = max((rule[2] - rule[0] for rule in upright), default=0.0)
    sets = _Sets(len(level) + len(upright))
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
                sets.unite(number, len(level) + index)
    groups: dict[int, Group] = {}
    for index in range(len(level) + len(upright)):
        group = groups.setdefault(sets.root(index), Group())
        if index < len(level):
            group.level.append(level[index])
        else:
            group.upright.append(upright[index - len(level)])
    return list(groups.values())


def _unite(groups: list[Group]) -> list[Group]:
    """Boxes side by side become one group.

    With ``border=1`` and no collapsing a browser draws a box for each cell and one around the table; a cell that goes on
    over the page end is a box without top or bottom.
    """
    extents = sorted(((group.extent(), index) for index, group in enumerate(groups)), key=lambda item: item[0][1])
    sets = _Sets(len(groups))
    pairs = 0
    for number, (box, index) in enumerate(extents):
        for at in range(number + 1, len(extents)):
            near, other = extents[at]
            if near[1] > box[3] + _NEIGHBOUR:
                break
            pairs += 1
            if pairs > _MAX_PAIRS:
                raise TooManyCells(f"{len(groups)} boxes")
            if (groups[index].is_box or groups[other].is_box) and _adjoin(box, near):
                sets.unite(index, other)
    united: dict[int, Group] = {}
    for index, group in enumerate(groups):
        into = united.get(sets.root(index))
        if into is None:
            united[sets.root(index)] = group
        else:
            into.level.extend(group.level)
            into.upright.extend(group.upright)
            into.same = _NEIGHBOUR + 1.0
    return list(united.values())


def _adjoin(one: Rule, two: Rule) -> bool:
    """Whether two boxes stand side by side or one above the other, and not one in the other."""
    across = min(one[2], two[2]) - max(one[0], two[0])
    down = min(one[3], two[3]) - max(one[1], two[1])
    return -_NEIGHBOUR <= min(across, down) <= _TOUCH and max(across, down) > _NEIGHBOUR


def _add_borders(group: Group, alone: list[Rule]) -> None:
    """Give a table those borders that no level line reaches.

    Where a merged cell goes over a whole page, no line meets the table's border beside it; but it is as long as
    the table is high. A pair of lines close around a table is the frame of the page instead.
    """
    left, top, right, bottom = group.extent()
    same = [r for r in alone if abs(r[1] - top) <= group.same and abs(r[3] - bottom) <= group.same]
    framed = any(abs(r[0] - left) <= _NEIGHBOUR or abs(r[2] - right) <= _NEIGHBOUR for r in same)
    if group.same > _SAME or not framed:
        group.upright.extend(same)
