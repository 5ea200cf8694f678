"""Rows as JSON: strings without their quotes, ``null`` as a blank cell; escapes stay as they are printed."""

from __future__ import annotations

import re

from attrs import evolve

from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

_SEPARATORS = re.compile(r"[\s,\[\]{}]*\Z")


def read_rows(document: Document) -> list[Row]:
    """The arrays of a text that hold no other array, in reading order."""
    out: list[Row] = []
    # All arrays of a document are rows of one sheet.
    for table in document.tables:
        for row in table.rows:
            cells = [
                _value(raw, at) for raw, at in zip(row.raws, row.offsets, strict=True) if not _SEPARATORS.match(raw)
            ]
            if cells:
                out.append(
                    evolve(row, raws=tuple([c for c, _ in cells]), offsets=tuple([at for _, at in cells]), table=0)
                )
    return out


def _value(raw: str, at: int) -> tuple[str, int]:
    if raw == "null":
        return "", at
    if raw[0] == '"':
        return raw[1:-1] if len(raw) > 1 and raw[-1] == '"' else raw[1:], at + 1
    return raw, at
