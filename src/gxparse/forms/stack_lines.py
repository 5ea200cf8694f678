"""Lines of figures and labels of rows on a page printed as text: where each stands, and how far a label goes on.

What :mod:`gxparse.forms.stacks` deals out to each other.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Extent, Ruler
from gxparse.forms.words import Word
from gxparse.text import is_page_mark, skeleton

__all__ = ["Label", "Line", "figure_lines", "page_marks", "row_labels"]

#: lines below the beginning of a label in which the rest of it is looked for, and characters of each
_MAX_REST, _LONG = 8, 400
#: figures of one line that are looked at
_MAX_LINE = 20


@frozen(eq=False)
class Label:
    """A row label, and the first and last line it is known to stand on."""

    entry: Entry
    page: int
    first: int
    last: int
    #: lines that the rest of a label takes that a figure cut off
    rest: int
    #: whether the rest was not found there
    lost: bool = False

    def beside(self, run: Sequence[Line]) -> bool:
        """Whether lines have the label at half their height; all counted in lines that have words.

        Of a label cut off by a figure the rest stands further down, a piece of another label above each of its lines;
        a row that a page end cut goes on behind it.
        """
        here = [line.number for line in run if line.page == self.page]
        if not here or run[0].page != self.page:
            return False
        twice = here[0] + here[-1] - self.first - self.last
        return -1 <= twice <= 2 * self.rest + 1


@frozen(eq=False)
class Line:
    """The figures of one line."""

    number: int
    page: int
    words: tuple[Word, ...]
    #: where they stand, Han characters counted as one place and as two
    extents: tuple[tuple[Extent, ...], tuple[Extent, ...]]
    #: whether each has a single space in front, so that what stands there may have moved it
    moved: tuple[bool, ...] = ()


def figure_lines(ruler: Ruler, by_line: Mapping[int, Sequence[Word]], marks: Sequence[int]) -> list[Line]:
    """The lines that have figures, on the pages that *marks* end."""
    text = ruler.text
    lines = []
    for number, found in by_line.items():
        narrow, wide = (tuple(ruler.extent(w.start, w.stop, way) for w in found[:_MAX_LINE]) for way in (False, True))
        moved = tuple(not text[max(w.start - 2, 0) : w.start].isspace() for w in found[:_MAX_LINE])
        lines.append(Line(number, bisect(marks, found[0].start), tuple(found), (narrow, wide), moved))
    return lines


def row_labels(text: str, entries: Sequence[Entry], marks: Sequence[int]) -> list[Label]:
    """The labels of the rows of one table, with the lines that each of them takes."""
    keys = [row.key for row in entries[0].table.rows]
    in_order = all(keys.index(a.key) < keys.index(b.key) for a, b in pairwise(entries))
    labels = []
    for entry in entries:
        start, stop = entry.label.start, entry.label.stop
        last = entry.label.line + sum(1 for line in text[start:stop].split("\n")[1:] if line.strip())
        # Where the lines of a page stand in another order, the rest of a label is not behind it.
        rest = _rest(text, entry) if in_order else None
        lines = int(entry.label.cut) if rest is None else rest
        labels.append(Label(entry, bisect(marks, start), entry.label.line, last, lines, rest is None))
    return labels


def _rest(text: str, entry: Entry) -> int | None:
    """How many more lines a label takes of which only the beginning was seen; ``None`` if the rest is not there."""
    label = entry.label
    if not label.cut or entry.term is None:
        return 0
    left = skeleton(entry.term.label).removeprefix(skeleton(text[label.start : label.stop]))
    for number, line in enumerate(_lines_below(text, label.stop), 1):
        for word in line.split():
            piece = skeleton(word)
            if piece and left.startswith(piece):
                left = left[len(piece) :]
                break
        if not left:
            return number
    return None


def _lines_below(text: str, at: int) -> Iterator[str]:
    """Some lines with words below the one at an offset."""
    for _ in range(_MAX_REST):
        at = text.find("\n", at) + 1
        if not at:
            return
        stop = text.find("\n", at)
        line = text[at:] if stop < 0 else text[at:stop]
        if line.strip():
            yield line[:_LONG]


def page_marks(text: str, start: int, stop: int) -> list[int]:
    """Where page numbers stand, which end a page."""
    marks = []
    at = start
    for line in text[start:stop].split("\n"):
        if is_page_mark(line):
            marks.append(at)
        at += len(line) + 1
    return marks
