"""Figures whose digits a narrow column wrapped over lines, or a page end cut.

``35`` above ``46`` in one cell is 3546, but a text stream shows two numbers. All ways to put the pieces together are
tried, and one is taken only if it is the only one by which the row's total is the sum of its parts. The sum chooses
between readings of the same digits; it never changes a digit.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate, combinations, pairwise

from gxparse.forms.figures import Figure, Shape
from gxparse.forms.lexicon import Sighting
from gxparse.forms.spec import Table as FormTable

#: pieces of one row that are looked at; more are no wrapped row
_MAX_PIECES = 21
#: pieces of one figure
_MAX_WRAPS = 3


def sums_hold(table: FormTable, numbers: Sequence[int | Decimal]) -> bool:
    """Whether every total of a row is the sum of its parts; ``False`` for a table without totals."""
    by_key = {c.key: n for c, n in zip(table.columns, numbers, strict=True)}
    totals = [c for c in table.columns if c.total_of]
    return bool(totals) and all(by_key[c.key] == sum(by_key[k] for k in c.total_of) for c in totals)


def rejoin_lines(
    table: FormTable, lines: Sequence[Sequence[str]], apart: Collection[int] = ()
) -> tuple[tuple[int, ...], ...] | None:
    """Which pieces make which figure, by position counted over all lines; ``None`` unless there is just one way.

    *lines* are the digits of a row as they stand, line by line: either the pieces of each cell come one behind
    another, or several lines are the upper, middle and lower pieces of a printed row. No figure goes on at a position
    *apart*, where a gap parts it from the piece before on the same line.
    """
    width = len(table.columns)
    flat = [n for line in lines for n in line]
    if not width < len(flat) <= _MAX_PIECES:
        return None
    if any(all(flat[n::times] == flat[::times] for n in range(times)) for times in (2, 3)):
        # Every figure stands twice, or three times.
        return None
    if any(_holds(table, part) for part in (flat[:width], flat[-width:])):
        # Seven figures that need no other piece: what is left may be another row's, and two rows whose sums hold make
        # a third one, digit beside digit.
        return None
    times, rest = divmod(len(flat), width)
    if not rest and any(_holds(table, flat[n::times]) for n in range(times)):
        # So do rows whose figures stand column by column: 1 0 2 0 3 0 are 1 2 3 above 0 0 0, or 10 20 30.
        return None
    # Lines that have the shape of a printed row are read as one before they are read as a stream.
    for ways in (_stacked(lines, width), _streamed(len(flat), width)):
        found = _proved(table, flat, ways, apart)
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _holds(table: FormTable, digits: Sequence[str]) -> bool:
    return sums_hold(table, [int(d) for d in digits])


def _proved(
    table: FormTable, flat: Sequence[str], ways: Iterator[tuple[tuple[int, ...], ...]], apart: Collection[int]
) -> list[tuple[tuple[int, ...], ...]]:
    """Up to two of the ways whose figures differ and whose totals hold."""
    found: dict[tuple[int, ...], tuple[tuple[int, ...], ...]] = {}
    for way in ways:
        if any(len(group) > 1 and flat[group[0]][0] == "0" for group in way):
            continue  # no figure begins with a zero
        if any(b in apart and b == a + 1 for group in way for a, b in pairwise(group)):
            continue
        numbers = tuple(int("".join(flat[at] for at in group)) for group in way)
        if sums_hold(table, numbers):
            found[numbers] = way
            if len(found) > 1:
                break
    return list(found.values())


def _streamed(size: int, width: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Ways to cut a run of pieces into figures of one to three pieces each."""
    for sizes in _sizes(size, width):
        edges = (0, *accumulate(sizes))
        yield tuple(tuple(range(a, b)) for a, b in pairwise(edges))


@functools.cache
def _sizes(size: int, width: int) -> tuple[tuple[int, ...], ...]:
    """All ways to write *size* as *width* numbers from one to three; a few hundred at most for a row of the form."""
    if not width:
        return () if size else ((),)
    return tuple(
        (first, *rest)
        for first in range(1, _MAX_WRAPS + 1)
        if width - 1 <= size - first <= _MAX_WRAPS * (width - 1)
        for rest in _sizes(size - first, width - 1)
    )


def _stacked(lines: Sequence[Sequence[str]], width: int) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Ways to stack the lines of a printed row: ``7 + k``, or ``k``, ``7 - k`` and ``k``."""
    sizes = [len(line) for line in lines]
    if len(lines) == 2 and sizes[0] == width and 0 < sizes[1] <= width:
        for columns in combinations(range(width), sizes[1]):
            below = dict(zip(columns, range(width, width + sizes[1]), strict=True))
            yield tuple((n, below[n]) if n in below else (n,) for n in range(width))
    elif len(lines) == 3 and sizes[0] == sizes[2] and sizes[0] + sizes[1] == width:
        for columns in combinations(range(width), sizes[0]):
            upper = iter(range(sizes[0]))
            middle = iter(range(sizes[0], width))
            lower = iter(range(width, width + sizes[2]))
            yield tuple((next(upper), next(lower)) if n in columns else (next(middle),) for n in range(width))


def fits_above(table: FormTable, upper: Sequence[str], row: Sequence[str]) -> bool:
    """Whether pieces that stand above a whole row may be the upper ones of some of its figures, by its totals."""
    for columns in combinations(range(len(row)), len(upper)):
        above = dict(zip(columns, upper, strict=True))
        if sums_hold(table, [int(above.get(n, "") + digits) for n, digits in enumerate(row)]):
            return True
    return False


def joined_sight(pieces: Sequence[str]) -> Sighting:
    """What the cell made of several pieces of digits was seen to be."""
    return Sighting(Shape.FIGURE, Figure(int("".join(pieces)), plain=False, joined=len(pieces)))


__all__ = ["fits_above", "joined_sight", "rejoin_lines", "sums_hold"]
