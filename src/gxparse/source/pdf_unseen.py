"""Text of a PDF that a reader does not see as it stands in the file.

A text may be drawn in no ink at all, outside of what it is clipped to, or in a layer that is switched off; and it may say that
it stands for other characters than those it shows, which is what programs copy and search. What may not be seen is
looked for on the page as pdfium draws it: where there is no ink, there is no figure.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Mapping
from typing import Any

__all__ = ["find_unseen", "in_layer", "says_otherwise"]

#: left, top, right, bottom
_Box = tuple[float, float, float, float]
#: Marks of a piece of text that are looked at.
_MARKS = 16
#: The middle of a character that is looked at, as a share of its box, and how much darker than what is behind it ink is.
_MIDDLE, _INK = 0.8, 24


def says_otherwise(raw: Any, item: Any) -> bool:
    """Whether a text says that it stands for other characters than those it shows."""
    length = ctypes.c_ulong()
    return any(
        raw.FPDFPageObjMark_GetParamStringValue(raw.FPDFPageObj_GetMark(item, index), b"ActualText", None, 0, length)
        for index in range(min(raw.FPDFPageObj_CountMarks(item), _MARKS))
    )


def in_layer(raw: Any, item: Any) -> bool:
    """Whether a text is in a layer, which may be switched off."""
    buffer = (ctypes.c_ushort * 3)()
    length = ctypes.c_ulong()
    for index in range(min(raw.FPDFPageObj_CountMarks(item), _MARKS)):
        mark = raw.FPDFPageObj_GetMark(item, index)
        if raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length) and list(buffer) == [79, 67, 0]:
            return True
    return False


def find_unseen(boxes: Mapping[int, _Box], draw: Callable[[], tuple[bytes, int, float]]) -> set[int]:
    """Which of the characters, by their boxes on the page as it is shown, are not drawn.

    *draw* gives the page in grey: one byte for each pixel, pixels in a row, and pixels for each point.
    """
    if not boxes:
        return set()
    pixels, width, scale = draw()
    height = len(pixels) // max(1, width)
    found: set[int] = set()
    for number, (left, top, right, bottom) in boxes.items():
        wide, high = (right - left) * (1 - _MIDDLE) / 2, (bottom - top) * (1 - _MIDDLE) / 2
        x0, x1 = max(0, int((left + wide) * scale)), min(width, int((right - wide) * scale) + 1)
        y0, y1 = max(0, int((top + high) * scale)), min(height, int((bottom - high) * scale) + 1)
        rows = [pixels[y * width + x0 : y * width + x1] for y in range(y0, y1)]
        rows = [row for row in rows if row]
        if not rows or max(map(max, rows)) - min(map(min, rows)) < _INK:
            found.add(number)
    return found
