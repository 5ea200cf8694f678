"""One character of a PDF page, as it is drawn."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Glyph"]


class Glyph(NamedTuple):
    """One character as drawn."""

    left: float
    top: float
    right: float
    bottom: float
    #: height at which the letters of its line stand
    baseline: float
    char: str
    #: quarter turns of the text, clockwise, against the page as it is shown
    turn: int
    #: number of the piece of text it was drawn with
    run: int
    #: whether it is drawn in white
    pale: bool = False
    #: whether it is struck out, painted over, or not seen as it stands
    struck: bool = False
