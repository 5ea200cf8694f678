"""Slanted text of a PDF: a watermark that lies over the page, or a digit of a figure that stands askew.

A watermark is left out, since it would mix with the figures below it. A few digits on their own, no larger than
the text around them, may be part of a figure: in their place stands a character that nobody can read.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from attrs import define, field

from gxparse.source.pdf_glyph import Glyph

__all__ = ["Slanted", "place_slanted"]

#: Digits of a watermark are larger than this against the text of the page, or more than this.
_LARGE, _MOST = 1.6, 6
_SIGNS = frozenset(".,-+%")
_UNREADABLE = "\ufffd"


class _Piece(NamedTuple):
    x: float
    y: float
    size: float
    char: str


@define
class Slanted:
    """The slanted characters of a page, by the number of the piece of text that they are drawn with."""

    runs: dict[int, list[_Piece]] = field(factory=dict)

    def add(self, run: int, x: float, y: float, size: float, char: str) -> None:
        """Note a character around a point of the page, of that height."""
        self.runs.setdefault(run, []).append(_Piece(x, y, size, char))

    @property
    def text(self) -> str:
        """All of it, in the order of the file."""
        return "".join(piece.char for run in self.runs.values() for piece in run)


def place_slanted(slanted: Slanted, glyphs: Sequence[Glyph]) -> list[Glyph]:
    """What stands in place of those slanted digits that may be part of a figure."""
    heights = [glyph.bottom - glyph.top for glyph in glyphs if not glyph.char.isspace()]
    usual = median(heights) if heights else 0.0
    found: list[Glyph] = []
    for number, run in slanted.runs.items():
        chars = [piece.char for piece in run if not piece.char.isspace()]
        if len(chars) > _MOST or not any(map(str.isdigit, chars)):
            continue
        if not all(char.isdigit() or char in _SIGNS for char in chars) or run[0].size > _LARGE * usual:
            continue
        found += [_stand_in(piece, glyphs, number) for piece in run if not piece.char.isspace()]
    return found


def _stand_in(piece: _Piece, glyphs: Sequence[Glyph], run: int) -> Glyph:
    x, y, size, _ = piece
    # On the line of what stands nearest to it, if that is at its height.
    beside = [
        glyph for glyph in glyphs if not glyph.turn and glyph.top < y < glyph.bottom and abs(glyph.left - x) < 3 * size
    ]
    nearest = min(beside, key=lambda glyph: abs((glyph.left + glyph.right) / 2 - x), default=None)
    baseline = y + size / 3 if nearest is None else nearest.baseline
    return Glyph(x - size / 4, y - size / 2, x + size / 4, y + size / 2, baseline, _UNREADABLE, 0, run)
