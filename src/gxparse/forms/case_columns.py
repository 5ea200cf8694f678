"""Columns of section four on a printed page where only some of its labels stand over them.

The header of that section has the same labels three times, over reviews, direct litigation and litigation after review.
Some tools print the labels of merged cells from the left on, and some squeeze words that stand close, so that a label
tells the place of its column only if something shows that it was not moved. There are three ways to see columns then:
by counting the labels left of the figures, by cells that all begin where the cells above them begin, and by the labels
that begin each block, between which columns of one width are dealt out.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Ruler, ends_row, stands_apart
from gxparse.forms.header_places import clusters
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

__all__ = ["counted", "dealt_out", "flush"]

#: labels of a block where they are cut in two lines, 总计 left out
_UPPER, _LOWER = ("结果", "结果", "其他", "尚未"), ("维持", "纠正", "结果", "审结")
_TOTAL = "总计"
#: blocks, and columns of each
_BLOCKS, _COLUMNS = 3, 5
#: how far the pitches of columns may differ, and a figure stand off the middle of its label, in pitches
_UNEVEN, _OFF = 0.15, 0.3
#: from the left edge of a label of two characters to its middle: one place for each, or two
_HALF = 1.5
#: no label of two characters is narrower
_NARROW = 3.5


class Placed(NamedTuple):
    """A word of the header and where it stands on its line."""

    word: Word
    left: int
    right: int


def _header(ruler: Ruler, entry: Entry, wide: bool) -> list[Placed]:
    return [Placed(w, *ruler.extent(w.start, w.stop, wide)) for w in entry.header]


def counted(ruler: Ruler, entry: Entry, wide: bool) -> tuple[int, ...] | None:
    """The last columns, if as many figures stand behind the labels of all columns before them.

    Some tools print the labels of a merged header cell by cell from the left, so that only the first ones stand over
    their columns. Each label left of the first figure is a column that has none.
    """
    first = entry.figures[0]
    edge = ruler.extent(first.start, first.stop, wide)[0]
    left = entry.width - len(entry.figures)
    words = [p for p in _header(ruler, entry, wide) if p.word.event is not Event.FRAME]
    # A tool that gives a Han character one place may still set words by a page on which it has two.
    before = [p for p in words if p.left + 2 * len(p.word.text) <= edge]
    if not all(stands_apart(ruler.text, p.word.start) for p in before):
        return None
    columns = clusters([(p.left, p.right) for p in before], left)
    if columns is None or len(before) == len(words):
        return None
    for column, (start, stop) in zip(entry.table.columns, columns, strict=False):
        label = skeleton(column.label)
        seen = "".join(skeleton(p.word.text) for p in before if start <= p.left and p.right <= stop)
        if not seen or seen != label * (len(seen) // len(label)):
            return None
    return tuple(range(left, entry.width))


def flush(ruler: Ruler, entry: Entry, wide: bool) -> tuple[int, ...] | None:
    """The columns of figures that begin where the header's cells begin, all of them counted from the left.

    A line with the labels of all litigation that begins as far left as the reviews above it shows that the tool knows of
    no merged cells: its labels stand in the first ten columns, whatever they are called. A figure behind those that
    ends its row is in the last column.
    """
    words = _header(ruler, entry, wide)
    starts = _starts(words)
    if starts is None:
        return None
    found: list[int] = []
    for word in entry.figures:
        edge = ruler.extent(word.start, word.stop, wide)[0]
        if edge in starts:
            found.append(starts.index(edge))
        elif word is entry.figures[-1] and edge > starts[-1] and ends_row(ruler.text, word.start, word.stop):
            found.append(entry.width - 1)
        else:
            return None
    return tuple(found)


def _starts(words: Sequence[Placed]) -> list[int] | None:
    """Where the first ten columns begin; ``None`` if the header does not show that they are counted from the left."""
    left = min((p.left for p in words), default=0)
    edges = {p.left for p in words}
    for _, some in groupby(words, lambda p: p.word.line):
        line = list(some)
        names = [skeleton(p.word.text) for p in line]
        starts = [p.left for p in line]
        block = (*_UPPER, _TOTAL)
        if names == [*block, *block] and starts[0] == left and edges == set(starts):
            return starts
    return None


def dealt_out(ruler: Ruler, entry: Entry, wide: bool) -> tuple[int, ...] | None:
    """The columns of figures that stand where columns of one width have their middle.

    The labels that begin the three blocks tell the width, where they were not moved: at the beginning of their line, or with
    more than one space in front. Every figure must be near the middle of one column.
    """
    anchors = _anchors(ruler.text, _header(ruler, entry, wide))
    if anchors is None or ruler.pages:
        # A tool that ends its pages with form feeds sets each line by itself, and leaves little room for blank cells.
        return None
    widths = [(b - a) / _COLUMNS for a, b in pairwise(anchors)]
    width = sum(widths) / len(widths)
    if width < _NARROW or max(widths) - min(widths) > _UNEVEN * width:
        return None
    edges = [*anchors, anchors[-1] + _COLUMNS * width]
    columns = [a + (b - a) * n / _COLUMNS + _HALF for a, b in pairwise(edges) for n in range(_COLUMNS)]
    found: list[int] = []
    for word in entry.figures:
        left, right = ruler.extent(word.start, word.stop, wide)
        middle = (left + right) / 2
        column = min(range(len(columns)), key=lambda n: abs(columns[n] - middle))
        if abs(columns[column] - middle) > _OFF * width or column in found:
            return None
        found.append(column)
    # Figures that stand in the first columns without a gap do not show that the tool leaves room for blank cells.
    return tuple(found) if found != [*range(len(found))] else None


def _anchors(text: str, words: Sequence[Placed]) -> list[int] | None:
    """Where the first label of each block begins; ``None`` if some were moved, or cannot be told apart."""
    found: dict[int, list[int]] = {}
    for labels in (_UPPER, _LOWER):
        runs = _runs(words, labels)
        lines = [run.word.line for run in runs]
        if len(runs) != _BLOCKS or len({*lines}) == _BLOCKS:
            return None
        # Litigation is printed side by side; reviews stand left of it, be it on a line of their own.
        order = sorted(runs, key=lambda p: (lines.count(p.word.line) > 1, p.left))
        for block, place in enumerate(order):
            if stands_apart(text, place.word.start):
                found.setdefault(block, []).append(place.left)
    if len(found) < _BLOCKS or any(max(lefts) - min(lefts) > 1 for lefts in found.values()):
        return None
    anchors = [min(found[block]) for block in range(_BLOCKS)]
    return anchors if anchors == sorted(anchors) else None


def _runs(words: Sequence[Placed], labels: Sequence[str]) -> list[Placed]:
    """The first word of each run of labels that stand one behind another on a line."""
    found = []
    for n, first in enumerate(words):
        some = words[n : n + len(labels)]
        if len({p.word.line for p in some}) == 1 and tuple(skeleton(p.word.text) for p in some) == tuple(labels):
            found.append(first)
    return found
