"""Figures that a page printed as text left no space between, because one fills its column.

Where the whole rows of a page all begin, or all end, in the same places, ``39342`` that begins in one column and
reaches over the edge of the next is 393 and 42, cut at that edge. It is taken apart only if the row then has a figure
for each column and its total is the sum of its parts. Neither the edge nor the sum alone is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from gxparse.forms.blanks import Cells
from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Ruler
from gxparse.forms.lexicon import look_at
from gxparse.forms.rejoin import sums_hold
from gxparse.forms.spec import Table
from gxparse.forms.words import Word

#: whole rows that show where columns begin or end
_ROWS = 3
#: and as many are looked at, more than the form has
_MOST = 40
_DIGITS = re.compile("[0-9]{2,18}")


def part_glued(ruler: Ruler, entry: Entry, whole: Sequence[Entry], ways: Sequence[bool]) -> Cells | None:
    """The cells of a row with fewer figures than columns, some of them glued together; ``None`` if nothing proves it.

    *whole* are the whole rows on the page of the row, *ways* the ways to count a Han character.
    """
    if not any(c.total_of for c in entry.table.columns) or len({w.line for w in entry.figures}) > 1:
        return None
    rows = [e for e in whole[:_MOST] if len({w.line for w in e.figures}) == 1 and _is_balanced(entry.table, e.figures)]
    if len(rows) < _ROWS:
        return None
    found: dict[tuple[str, ...], Cells] = {}
    for way in ways:
        for side in (0, 1):
            edges = [
                {ruler.extent(e.figures[n].start, e.figures[n].stop, way)[side] for e in rows}
                for n in range(entry.width)
            ]
            if all(len(edge) == 1 for edge in edges):
                words = _cut(ruler, entry.figures, [edge.pop() for edge in edges], way, side)
                if words is not None and _is_balanced(entry.table, words):
                    found[tuple(w.raw for w in words)] = words
    return found.popitem()[1] if len(found) == 1 else None


def _is_balanced(table: Table, words: Sequence[Word]) -> bool:
    numbers = [w.sight.figure.number for w in words if w.sight.figure is not None]
    return len(numbers) == len(table.columns) and sums_hold(table, numbers)


def _cut(ruler: Ruler, figures: Sequence[Word], edges: Sequence[int], wide: bool, side: int) -> tuple[Word, ...] | None:
    """The figures cut at the edges they reach over, if each then has an edge of its own, on its left or right side."""
    words: list[Word] = []
    for word in figures:
        if not word.raw.isascii() or not word.raw.isdecimal():
            return None
        left, right = ruler.extent(word.start, word.stop, wide)
        inside = [edge for edge in edges if left < edge < right]
        bounds = [left, *inside, right]
        for a, b in pairwise(bounds):
            raw = word.raw[a - left : b - left]
            if inside and (_DIGITS.fullmatch(word.raw) is None or (len(raw) > 1 and raw[0] == "0")):
                return None
            start = word.start + a - left
            words.append(evolve(word, start=start, stop=start + len(raw), raw=raw, text=raw, sight=look_at(raw)))
    own = [ruler.extent(w.start, w.stop, wide)[side] for w in words]
    return tuple(words) if own == list(edges) else None


__all__ = ["part_glued"]
