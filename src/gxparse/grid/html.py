"""HTML tables as full grids: column and row spans resolved as the HTML standard forms a table.

https://html.spec.whatwg.org/multipage/tables.html#forming-a-table. A position that another cell covers is blank, so
that a row has a cell for each column it reaches.
"""

from __future__ import annotations

import functools
import re

from gxparse.grid.cells import content
from gxparse.layout.ast import Document, Row
from gxparse.limits import DEFAULT_LIMITS

__all__ = ["read_rows"]

_CELL = re.compile(r"<t[dh]\b([^<>]*)>?", re.IGNORECASE)
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,5})", re.IGNORECASE)
_GROUP_ENDS = re.compile(r"</?t(?:body|head|foot)\b", re.IGNORECASE)
_CLOSED = re.compile(r"</t[dhr]\b", re.IGNORECASE)
#: cells of a row further to the right than this are no part of any form
_WIDEST = DEFAULT_LIMITS.row_cells


def _cell(raw: str) -> tuple[str, int, int, int] | None:
    """The content of a cell, where it begins, and its spans over columns and rows; ``None`` if it is no cell."""
    match = _CELL.match(raw)
    if match is None:
        return None
    spans = {kind.lower(): int(size) for kind, size in _SPAN.findall(match[1])}
    closed = _CLOSED.search(raw, match.end())
    text, begin = content(raw[match.end() : closed.start() if closed else len(raw)], match.end())
    # A row span of 0 reaches to the end of the row group.
    return text, begin, max(spans.get("col", 1), 1), spans.get("row", 1) or DEFAULT_LIMITS.row_span


#: cells of more characters are not remembered
_LONG = 200
_seen = functools.lru_cache(maxsize=8192)(_cell)


class _Grid:
    """One table while its rows are laid out."""

    def __init__(self) -> None:
        #: for each column, the first row that no cell from above covers
        self.free = [0] * _WIDEST
        self.row = 0

    def end_group(self) -> None:
        """Cells do not reach beyond their row group."""
        self.free = [0] * _WIDEST

    def lay_out(self, row: Row, number: int) -> Row | None:
        """The row with a cell for each column, or ``None`` if it has no cell of its own."""
        texts: list[str] = []
        offsets: list[int] = []
        at = 0
        for raw, start in zip(row.raws, row.offsets, strict=True):
            cell = _seen(raw) if len(raw) < _LONG else _cell(raw)
            if cell is None:
                continue
            while at < _WIDEST and self.free[at] > self.row:
                texts.append("")
                offsets.append(start)
                at += 1
            if at == _WIDEST:
                break
            text, begin, columns, rows = cell
            begin += start
            columns = min(columns, _WIDEST - at)
            texts += [text, *[""] * (columns - 1)]
            offsets += [begin, *[begin + len(text)] * (columns - 1)]
            self.free[at : at + columns] = [self.row + rows] * columns
            at += columns
        if not texts:
            return None
        while at < _WIDEST and self.free[at] > self.row:
            texts.append("")
            offsets.append(row.length)
            at += 1
        return Row(row.start, row.length, tuple(texts), tuple(offsets), number)


def read_rows(document: Document) -> list[Row]:
    """The rows of all HTML tables in a text, each with a cell for every column."""
    out: list[Row] = []
    cells = 0
    for number, table in enumerate(document.tables):
        grid = _Grid()
        for row in table.rows:
            laid = grid.lay_out(row, number)
            if laid is not None:
                out.append(laid)
                grid.row += 1
                cells += len(laid.raws)
            if _GROUP_ENDS.search(row.raws[-1]) or _GROUP_ENDS.search(row.raws[0]):
                grid.end_group()
            if cells > DEFAULT_LIMITS.grid_cells:
                return out
    return out
