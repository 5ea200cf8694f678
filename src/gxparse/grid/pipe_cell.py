"""Cells with a pipe behind each: a table is one run of cells, unless a line ``|-`` ends each row as in a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from gxparse.grid.cells import content
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]


def read_rows(document: Document) -> list[Row]:
    """One row for each table, with all its cells; what labels make of them is decided later."""
    out: list[Row] = []
    for table in document.tables:
        for whole in table.rows:
            for row in _parts(whole):
                cells = [content(raw, at) for raw, at in zip(row.raws, row.offsets, strict=True)]
                out.append(evolve(row, raws=tuple([text for text, _ in cells]), offsets=tuple([at for _, at in cells])))
    return out


def _parts(row: Row) -> Iterator[Row]:
    """A run of cells, cut where a wiki ends its rows; a dash that touches its pipe is no mark of "none" there."""
    first = 0
    for at in (*[n for n, raw in enumerate(row.raws) if raw.startswith("-\n")], len(row.raws)):
        if at > first:
            start = row.offsets[first] if first else 0
            stop = row.offsets[at] if at < len(row.raws) else row.length
            yield evolve(
                row,
                start=row.start + start,
                length=stop - start,
                raws=row.raws[first:at],
                offsets=tuple([o - start for o in row.offsets[first:at]]),
            )
        first = at + 1
