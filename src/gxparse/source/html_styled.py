"""Cells whose figures a style sheet changes on the page: no figure in them is read."""

from __future__ import annotations

from gxparse.source.figure_like import is_figure
from gxparse.source.html_flow import is_apart
from gxparse.source.html_looks import Effect
from gxparse.source.sheet import Cell, Line

__all__ = ["is_spoilt", "spoil"]


def is_spoilt(cell: Cell, row: Effect, own: Effect, *, shifted: bool) -> bool:
    """Whether what stands in a cell is not what a reader sees there; *shifted* if a cell before it is not shown."""
    text = cell.text().strip()
    if not text:
        return shifted or own.adds
    if not is_figure(text):
        return False
    return shifted or own.adds or own.moves or row.moves or is_apart(text, own.look) or is_apart(text, row.look)


def spoil(cell: Cell) -> None:
    """Make sure that no figure is read from a cell."""
    if not cell.blocks:
        cell.blocks.append(Line("\ufffd", cell.address))
        return
    last = cell.blocks[-1]
    if isinstance(last, Line):
        last.text += "\ufffd"
