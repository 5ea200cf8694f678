"""The content of one cell: without padding, tags and emphasis around it, but still a stretch of the text."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import TypeAlias, TypeVarTuple

from gxparse.layout.ast import Row

__all__ = ["Cells", "content", "rewriting"]

#: contents of the cells of a row, and where each begins in it
Cells: TypeAlias = tuple[tuple[str, ...], tuple[int, ...]]
_Told = TypeVarTuple("_Told")

#: rows of more characters are not worth the memory
_LONG = 1000

#: tags and blanks; what stands in front of a point and a space says how a cell of Textile is set
_FRONT = re.compile(r"(?:<[^<>]{1,400}>|&nbsp;|&#160;|\s|[_<>=^~\\/][_<>=^~\\/0-9]{0,8}\.\s)+")
_SPACES = ("&nbsp;", "&#160;")
#: marks of emphasis that stand on both sides of a text
_EMPHASIS = ("**", "__", "~~", "*", "_", "`")
_MARKED = frozenset("<&*_~`>;=^\\/")


def rewriting(
    cells_of: Callable[[tuple[str, ...], tuple[int, ...], *_Told], Cells],
) -> Callable[[Row, *_Told], Row]:
    """A function from row to row, made of one from cells to cells.

    Most rows of most reports are alike, so that what was made of their cells is remembered.
    """
    remembered = functools.lru_cache(maxsize=8192)(cells_of)

    def rewrite(row: Row, *told: *_Told) -> Row:
        cells = (
            remembered(row.raws, row.offsets, *told) if row.length < _LONG else cells_of(row.raws, row.offsets, *told)
        )
        return row if cells[0] is row.raws else row.with_cells(*cells)

    return rewrite


def content(raw: str, at: int) -> tuple[str, int]:
    """A cell's content and where it begins, for a cell that begins at *at*.

    >>> content(" **12** ", 0), content("<p>3</p>&nbsp;", 5), content("3_____", 0)
    (('12', 3), ('3', 8), ('3', 0))
    """
    text = raw.lstrip()
    at += len(raw) - len(text)
    text = text.rstrip()
    if not text or (text[0] not in _MARKED and text[-1] not in _MARKED):
        return text, at
    if front := _FRONT.match(text):
        text = text[front.end() :]
        at += front.end()
    text = _without_tags_behind(text)
    for mark in _EMPHASIS:
        while len(text) > 2 * len(mark) and text.startswith(mark) and text.endswith(mark):
            text = text[len(mark) : -len(mark)]
            at += len(mark)
    if text[:1] != "_":
        # Some programs fill cells with underscores instead of spaces.
        text = text.rstrip("_")
    return text, at


def _without_tags_behind(text: str) -> str:
    while text[-1:] in (">", ";"):
        if text.endswith(_SPACES):
            text = text[:-6].rstrip()
            continue
        tag = text.rfind("<", max(0, len(text) - 400))
        if text[-1] != ">" or tag < 0 or ">" in text[tag:-1]:
            break
        text = text[:tag].rstrip()
    return text
