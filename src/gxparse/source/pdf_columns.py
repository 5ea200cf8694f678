"""Pages without ruling lines: the text in columns, as it stands on the page.

Nothing tells what belongs together but the positions, so they are kept: each stretch of text begins in the column of
a page of fixed pitch, on which a Chinese character is two columns wide. Recognition of layouts takes it from there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from statistics import median

from gxparse.source.model import Places
from gxparse.source.pdf_lines import Line

__all__ = ["render_columns"]

#: Widest page in columns; what stands further right moves up.
_MAX_COLUMN = 400


def render_columns(pages: Sequence[tuple[int, Sequence[Line]]], max_chars: int) -> tuple[str, Places, bool]:
    """The pages' lines as text of fixed pitch, their places, and whether all of it found room in *max_chars*.

    *pages* are (number, lines from top to bottom).
    """
    ems = [line.em for _, lines in pages for line in lines]
    pitch = (median(ems) if ems else 10.0) / 2 or 1.0
    left = min((line.left for _, lines in pages for line in lines), default=0.0)
    places = Places()
    parts: list[str] = []
    length = 0
    for number, lines in pages:
        for count, line in enumerate(lines, 1):
            text = _render(line, left, pitch)
            if length + len(text) + 1 > max_chars:
                return "".join(parts), places, False
            box = (line.left, line.top, line.right, line.bottom)
            places.note(length, length + len(text), f"page {number}, line {count}", number, box)
            parts.append(text + "\n")
            length += len(text) + 1
    return "".join(parts), places, True


def _render(line: Line, left: float, pitch: float) -> str:
    out: list[str] = []
    at = 0
    for start, text in line.stretches:
        column = min(round((start - left) / pitch), _MAX_COLUMN)
        if out:
            column = max(column, at + 2)  # one space alone may stand inside a cell
        out.append(" " * max(0, column - at) + text)
        at = max(at, column) + sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
    return "".join(out)
