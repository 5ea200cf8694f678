"""Cells that each stand on a line behind a tab: a figure without one, right above a row, is the row's first cell.

Where a tool puts the tab behind a cell and the line break in front of the next, the first cell of a row has none. The
row would then be read without it, a column to the left.
"""

from __future__ import annotations

from attrs import evolve

from gxparse.grid.lines import is_figure
from gxparse.layout.ast import Document, Row, Table

__all__ = ["read_rows"]


def read_rows(document: Document) -> list[Row]:
    """The rows of a text with a cell a line, with first cells that lack their tab."""
    rows: list[Row] = []
    above = ""
    stop = 0
    for block in document.blocks:
        if isinstance(block, Table):
            first, *others = block.rows
            line = above[above.rfind("\n", 0, -1) + 1 :]
            if line.endswith("\n") and stop == first.start and is_figure(line) and line.strip()[-1].isalnum():
                offsets = (0, *[len(line) + at for at in first.offsets])
                first = evolve(
                    first,
                    start=first.start - len(line),
                    length=first.length + len(line),
                    raws=(line[:-1], *first.raws),
                    offsets=offsets,
                )
            rows += [first, *others]
            above = ""
        else:
            above = block.text
            stop = block.start + len(above)
    return rows
