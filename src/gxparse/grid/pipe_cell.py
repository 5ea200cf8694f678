"""Cells with a pipe behind each: a table is one run of cells."""

from __future__ import annotations

from attrs import evolve

from gxparse.grid.cells import content
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]


def read_rows(document: Document) -> list[Row]:
    """One row for each table, with all its cells; what labels make of them is decided later."""
    out: list[Row] = []
    for table in document.tables:
        for row in table.rows:
            cells = [content(raw, at) for raw, at in zip(row.raws, row.offsets, strict=True)]
            out.append(evolve(row, raws=tuple([text for text, _ in cells]), offsets=tuple([at for _, at in cells])))
    return out
