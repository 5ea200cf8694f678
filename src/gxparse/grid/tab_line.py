"""Cells and tabs on lines of their own: prose that runs on behind the last cell of a table is no part of it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from gxparse.grid.lines import is_figure
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]


def read_rows(document: Document) -> list[Row]:
    """The rows of a text whose cells are parted by lines that hold a tab alone."""
    return [row for table in document.tables for printed in table.rows for row in _rows(printed)]


def _rows(printed: Row) -> Iterator[Row]:
    """The row, or two where prose between tables ran on from the last cell of one to the first of the next."""
    cells: list[tuple[str, int]] = []
    for raw, at in zip(printed.raws, printed.offsets, strict=True):
        first, _, rest = raw.partition("\n")
        if rest and (is_figure(first) or first.isspace()):
            yield _row(printed, [*cells, (first, at)])
            last = raw.rindex("\n") + 1
            cells = [(raw[last:], at + last)]
        elif raw.strip("\n"):
            cells.append((raw, at))
    if len(cells) > 1 or (cells and cells[0][1] == printed.offsets[0]):
        yield _row(printed, cells)


def _row(printed: Row, cells: list[tuple[str, int]]) -> Row:
    begin = cells[0][1]
    end = cells[-1][1] + len(cells[-1][0])
    return evolve(
        printed,
        start=printed.start + begin,
        length=end - begin,
        raws=tuple([raw for raw, _ in cells]),
        offsets=tuple([at - begin for _, at in cells]),
    )
