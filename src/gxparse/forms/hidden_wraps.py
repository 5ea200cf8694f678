"""Rows with as many figures as columns that are none the less wrapped: digits of one cell stand apart and others are blank.

``109 | 56`` in one narrow cell beside a blank one looks like two figures. A row whose sums hold as it stands is taken at its
word; one whose sums do not may be read in two ways, and which of them the filer meant is not in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise

from gxparse.forms.entries import Entry
from gxparse.forms.spec import Table as FormTable

__all__ = ["may_hide_wraps", "parts_add_up"]

#: pieces of one figure
_MAX_WRAPS = 3


def may_hide_wraps(table: FormTable, digits: Sequence[str]) -> bool:
    """Whether the *digits* of a row, one for each column, may be fewer figures beside blank cells.

    So it is if a total is not the sum of its parts, and the pieces can be put together so that each is.

    >>> from gxparse.forms.editions import edition_of
    >>> table = edition_of("revised_2021").by_key["requests"]
    >>> may_hide_wraps(table, "0 109 56 0 0 109 56".split()), may_hide_wraps(table, "12 0 0 0 0 0 20".split())
    (True, False)
    """
    sizes = _groups(table)
    return bool(sizes) and sum(sizes) == len(digits) and not _all_hold(digits, sizes) and _add_up(digits, sizes)


def _groups(table: FormTable) -> tuple[int, ...]:
    """How many columns each total closes, its own included; nothing unless each stands behind its parts."""
    keys = [column.key for column in table.columns]
    sizes: list[int] = []
    start = 0
    for n, column in enumerate(table.columns):
        if column.total_of:
            if list(column.total_of) != keys[start:n]:
                return ()
            sizes.append(n + 1 - start)
            start = n + 1
    return tuple(sizes) if start == len(keys) else ()


def _all_hold(digits: Sequence[str], sizes: Sequence[int]) -> bool:
    edges = (0, *accumulate(sizes))
    return all(sum(map(int, digits[a : b - 1])) == int(digits[b - 1]) for a, b in pairwise(edges))


def _add_up(digits: Sequence[str], sizes: Sequence[int]) -> bool:
    """Whether the pieces can be cut into one run for each total, blank or put together to as much as it says."""
    ends = {0}
    for size in sizes:
        reached = set(ends)
        for start in ends:
            room = min(len(digits) - start, size * _MAX_WRAPS)
            reached.update(start + n for n in range(1, room + 1) if _adds_up(digits[start : start + n], size))
        ends = reached
    return len(digits) in ends


def _adds_up(pieces: Sequence[str], size: int) -> bool:
    if len(pieces) == 1:
        return True
    return any(sum(numbers[:-1]) == numbers[-1] for numbers in _joined(pieces, size) if len(numbers) > 1)


def _joined(pieces: Sequence[str], most: int) -> Iterator[list[int]]:
    """The pieces as at most so many figures; no figure begins with a zero that goes on."""
    if not pieces:
        yield []
        return
    if len(pieces) > most * _MAX_WRAPS:
        return
    for n in range(1, min(_MAX_WRAPS, len(pieces)) + 1):
        if n > 1 and pieces[0][0] == "0":
            return
        for rest in _joined(pieces[n:], most - 1):
            yield [int("".join(pieces[:n])), *rest]


def _holds_where_filled(table: FormTable, digits: Mapping[int, str]) -> bool:
    """Whether every total is there and the sum of those of its parts that are."""
    known = {table.columns[n].key: int(raw) for n, raw in digits.items()}
    return all(
        known.get(column.key) == sum(known[key] for key in column.total_of if key in known)
        for column in table.columns
        if column.total_of
    )


def parts_add_up(entry: Entry, columns: Sequence[int]) -> bool:
    """Whether one figure of a short row, placed in *columns*, may be two, that of a blank column beside it too: then sums hold."""
    digits = dict(zip(columns, [word.raw for word in entry.figures], strict=True))
    if not all(raw.isascii() and raw.isdecimal() for raw in digits.values()):
        return False
    for column, raw in digits.items():
        for first in (column - 1, column):
            if not 0 <= first < entry.width - 1 or (first in digits and first + 1 in digits):
                continue
            for cut in range(1, len(raw)):
                parts = {**digits, first: raw[:cut], first + 1: raw[cut:]}
                if _holds_where_filled(entry.table, parts):
                    return True
    return False
