"""Columns of a fixed width: placing the figures of a short row by where they stand on the line.

Tools that print a page or a web page as columns pad with spaces, counting a Han character as one place or as two.
Rows that are whole show where the columns are; without such rows, the words of the header do. A figure is placed
only if it lies in one column's range and clearly outside its neighbours'.
"""

from __future__ import annotations

import functools
from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from unicodedata import east_asian_width

#: left and right edge of something on a line, in character cells
Extent = tuple[int, int]
#: places that a figure may stand beside the first or the last column
_BESIDE = 1


@functools.lru_cache(maxsize=8192)
def _places(character: str) -> int:
    """How many places a character takes where Han characters take two."""
    return 2 if east_asian_width(character) in "WF" else 1


class Ruler:
    """Measures where something stands on its line of a text; each line is measured once, however much stands on it."""

    def __init__(self, text: str, pages: Sequence[int] = ()) -> None:
        self.text = text
        #: offsets at which the text itself ends a page
        self.pages = pages
        #: number of a line -> places in front of each of its characters
        self._measured: dict[int, list[int]] = {}

    @functools.cached_property
    def _starts(self) -> list[int]:
        """Where each line begins, and one more behind the text."""
        return [*accumulate((len(line) + 1 for line in self.text.split("\n")), initial=0)]

    def extent(self, start: int, stop: int, wide: bool) -> Extent:
        """Where ``text[start:stop]`` stands on its line; ``wide`` counts Han characters as two places."""
        number = bisect(self._starts, start) - 1
        line = self._starts[number]
        if not wide:
            return start - line, stop - line
        places = self._measured.get(number)
        if places is None:
            places = [*accumulate(map(_places, self.text[line : self._starts[number + 1]]), initial=0)]
            self._measured[number] = places
        left = places[start - line]
        if stop - line < len(places):
            return left, places[stop - line]
        # It goes on in lines below.
        return left, left + sum(map(_places, self.text[start:stop]))


def columns_of(rows: Sequence[Sequence[Extent]]) -> list[Extent] | None:
    """The columns that whole rows show; ``None`` if they overlap, so that these rows are not printed in columns."""
    if not rows:
        return None
    columns = [(min(r[n][0] for r in rows), max(r[n][1] for r in rows)) for n in range(len(rows[0]))]
    if any(a[1] > b[0] for a, b in pairwise(columns)):
        return None
    return columns


def place(figures: Sequence[Extent], columns: Sequence[Extent]) -> list[int] | None:
    """The column of each figure, ascending; ``None`` if they cannot be told.

    A figure that is not plainly in one column is placed by counting, where between its neighbours that are there are
    as many columns as figures.
    """
    if figures and (figures[0][1] < columns[0][0] - _BESIDE or columns[-1][1] + _BESIDE < figures[-1][0]):
        # What stands outside all columns is of another page, where they are elsewhere.
        return None
    plain = [(n, column) for n, figure in enumerate(figures) if (column := _column(figure, columns)) is not None]
    if not plain:
        return None
    found: list[int] = []
    for (n, column), (after, end) in pairwise([(-1, -1), *plain, (len(figures), len(columns))]):
        if end <= column or (after - n > 1 and after - n != end - column):
            return None
        found += range(column + 1, column + after - n)
        if after < len(figures):
            found.append(end)
    return found


def _column(figure: Extent, columns: Sequence[Extent]) -> int | None:
    """The column that a figure is plainly in."""
    left, right = figure
    column = _inside(left, right, columns)
    if column is not None:
        return column
    # What reaches into two columns may be the figures of both.
    reached = sum(a < right and left < b for a, b in columns)
    return _nearest(left, right, columns) if reached < 2 else None


def in_line(rows: Iterable[Sequence[Extent]], columns: Sequence[Extent]) -> bool:
    """Whether the figures of all rows are in line with the columns they lie in: by an edge or by their middle."""
    under: list[list[Extent]] = [[column] for column in columns]
    for row in rows:
        placed = place(row, columns)
        if placed is None:
            return False
        for column, figure in zip(placed, row, strict=True):
            under[column].append(figure)
    return all(
        min(_spread(left for left, _ in some), _spread(right for _, right in some), _spread(map(sum, some)) // 2) <= 1
        for some in under
    )


def _spread(values: Iterable[int]) -> int:
    values = list(values)
    return max(values) - min(values)


def _inside(left: int, right: int, columns: Sequence[Extent]) -> int | None:
    """The column whose range holds a figure from edge to edge."""
    return next((n for n, (a, b) in enumerate(columns) if a <= left and right <= b), None)


def _nearest(left: int, right: int, columns: Sequence[Extent]) -> int | None:
    """The column whose middle is by far the nearest, if the figure is no more than a place outside its range."""
    # Twice the distance between middles, to stay with whole numbers.
    distances = sorted((abs(left + right - a - b), n) for n, (a, b) in enumerate(columns))
    nearest, column = distances[0]
    if len(distances) > 1 and distances[1][0] <= 2 * nearest:
        return None
    a, b = columns[column]
    outside = right <= a or left >= b
    return None if outside and min(abs(right - a), abs(left - b)) > 1 else column


def stands_apart(text: str, start: int) -> bool:
    """Whether nothing stands in front of something on its line, or more than one space does.

    A tool that counts a Han character as one place moves words to the left that stand close behind others.
    """
    before = text[max(start - 2, 0) : start]
    return not before.strip() or before.endswith("\n")


def ends_row(text: str, start: int, stop: int) -> bool:
    """Whether a row ends with a figure: nothing is behind it, and a line of spaces just as wide stands below.

    Where a tool fills the lines of a row up to its width, so that blank cells at its end would have left spaces too.
    """
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", stop)
    below = text[end + 1 : text.find("\n", end + 1)] if end >= 0 else ""
    return end == stop and below.isspace() and len(below) == end - begin
