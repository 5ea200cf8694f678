"""Where a page end meets the next page: does the row go on?

Where a browser breaks a row, the cell stays open towards the page end and goes on, open, on the next page: that is
seen. Word processors close both halves with a line; there only the contents can tell. A row of figures without a label
that continues numbers which had no more room on their line is the rest of the row before it, and so is one that
continues several labels of columns. One row label that goes on is left to the stage that knows the labels.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from typing import TypeAlias

from attrs import define

from gxparse.source.pdf_lines import Line, join_wrapped
from gxparse.source.pdf_page import Box

__all__ = ["Piece", "Seam", "TableCell", "Widest", "judge_seam"]

#: width of the longest line in each (column, colspan)
Widest: TypeAlias = dict[tuple[int, int], float]

_FIGURE = re.compile(r"[-－—]?[0-9０-９][0-9０-９,，.．]*\Z")
#: a figure, or what is written where there is none
_VALUE = re.compile(_FIGURE.pattern + r"|[-－—–─/／\\*○]{1,3}\Z|无\Z")
_FIGURE_REST = re.compile(r"[0-9０-９,，.．]+\Z")
#: ``3.``, ``（四）``, ``五、``: the label begins here and nowhere before.
_NUMBERED = re.compile(r"\s*[（(]?\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[)）.．、]")


class Seam(enum.Enum):
    """What the first row behind a page end is to the last one before it."""

    #: another row
    APART = enum.auto()
    #: its rest
    SURE = enum.auto()
    #: its rest, most likely
    LIKELY = enum.auto()


@define
class Piece:
    """What one page holds of a cell."""

    page: int
    box: Box
    lines: list[Line]


@define(eq=False)
class TableCell:
    """A cell of a table over one or several pages."""

    row: int
    column: int
    rowspan: int
    colspan: int
    pieces: list[Piece]
    open_top: bool = False
    open_bottom: bool = False
    #: a word that stands on a ruling line of this cell
    spill: str = ""
    #: whether the edge of the page cuts it off
    cut: bool = False
    pictured: bool = False
    #: set once the text is put together
    text: str = ""
    #: how many line ends inside a number were joined
    joined_digits: int = 0

    @property
    def plain(self) -> str:
        """The text without any white space, for comparing."""
        return "".join("".join(line.text.split()) for line in self.lines)

    @property
    def lines(self) -> list[Line]:
        """The lines of all pieces."""
        return [line for piece in self.pieces for line in piece.lines]

    @property
    def width(self) -> float:
        """In points."""
        box = self.pieces[0].box
        return box[2] - box[0]


def judge_seam(last: Sequence[TableCell], first: Sequence[TableCell], widest: Widest, *, broken_open: bool) -> Seam:
    """Whether the row *first* of a page is the rest of the row *last* of the page before.

    *broken_open* says that cells which are open at a page end are cut ones: the table has borders otherwise. (On the
    next page they may be closed by the header that is repeated above them.)
    """
    pairs = _pairs(last, first)
    if pairs is None:
        return Seam.APART
    if broken_open and all(one.open_bottom for one, _ in pairs):
        return Seam.SURE
    header = _judge_header(pairs, widest)
    if header is not Seam.APART:
        return header
    labels = [n for n, (one, _) in enumerate(pairs) if one.plain and not _VALUE.match(one.plain)]
    figures = pairs[labels[-1] + 1 :] if labels else pairs
    going_on = [(above, below) for above, below in figures if below.plain]
    if not going_on:
        return Seam.APART
    all_cut = all(_is_cut_figure(above, below, widest) for above, below in going_on)
    some_ended = len(going_on) < sum(1 for above, _ in figures if above.plain)
    if not labels:
        return Seam.APART if not all_cut else Seam.SURE if some_ended else Seam.LIKELY
    label, rest = pairs[labels[-1]]
    if not rest.plain:
        # Figures without a label are the rest of something. What does not join stays apart in its cell, where it is
        # no number any more.
        return Seam.SURE if all_cut else Seam.LIKELY
    if not all_cut or _NUMBERED.match(rest.plain) or not _had_no_room(label, rest, widest):
        return Seam.APART
    return Seam.SURE if some_ended else Seam.LIKELY


def _pairs(last: Sequence[TableCell], first: Sequence[TableCell]) -> list[tuple[TableCell, TableCell]] | None:
    """Cells at the end of a page with the cells below them on the next; ``None`` if the columns differ."""
    below = {(cell.column, cell.colspan): cell for cell in first}
    if not last or len(below) != len(last) or any((cell.column, cell.colspan) not in below for cell in last):
        return None
    return [(cell, below[cell.column, cell.colspan]) for cell in sorted(last, key=lambda cell: cell.column)]


def _judge_header(pairs: Sequence[tuple[TableCell, TableCell]], widest: Widest) -> Seam:
    """The same for labels of columns that go on below the page end, where no figure stands in either row."""
    going_on = [(above, below) for above, below in pairs if below.plain]
    if len(going_on) < 2 or any(_VALUE.match(cell.plain) for pair in pairs for cell in pair):
        return Seam.APART
    if not all(above.plain for above, _ in going_on) or any(_NUMBERED.match(below.plain) for _, below in going_on):
        return Seam.APART
    wrapped = sum(_had_no_room(above, below, widest) for above, below in going_on)
    if wrapped == len(going_on) < sum(1 for above, _ in pairs if above.plain):
        return Seam.SURE
    return Seam.LIKELY if wrapped * 2 >= len(going_on) else Seam.APART


def _is_cut_figure(above: TableCell, below: TableCell, widest: Widest) -> bool:
    return bool(_FIGURE.match(above.plain) and _FIGURE_REST.match(below.plain) and _had_no_room(above, below, widest))


def _had_no_room(above: TableCell, below: TableCell, widest: Widest) -> bool:
    before, after = above.lines, below.lines
    if not before or not after:
        return False
    known = widest.get((above.column, above.colspan), 0.0)
    return "\n" not in join_wrapped([before[-1], after[0]], above.width, known).text
