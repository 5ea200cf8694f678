"""Bars between cells: rows as between pipes, unless rules are drawn; then a row may be several lines of a box."""

from __future__ import annotations

import re

from gxparse.grid.pipes import piped_rows
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

#: a horizontal line, or where it meets an upright one
_DRAWN = re.compile("[─━═]{3}|[┌-╋╒-╬]")


def read_rows(document: Document) -> list[Row]:
    """The rows of a text whose cells are parted by bars, in reading order; none where something is drawn.

    >>> from gxparse.layout import read_layout
    >>> [row.raws for row in read_rows(read_layout("│规章│1│\\n│规范性文件│2│\\n", "bar"))]
    [('规章', '1'), ('规范性文件', '2')]
    """
    if any(_DRAWN.search(prose.text) for prose in document.prose):
        return []
    if any(_DRAWN.search(raw) for table in document.tables for row in table.rows for raw in row.raws):
        return []
    return piped_rows(document)
