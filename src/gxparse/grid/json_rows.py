"""Rows as JSON: strings without their quotes, ``null`` as a blank cell; escapes stay as they are printed."""

from __future__ import annotations

import re

from gxparse.grid.cells import Cells, rewriting
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

_SEPARATORS = re.compile(r"[\s,\[\]{}]*\Z")


def read_rows(document: Document) -> list[Row]:
    """The arrays of a text that hold no other array, in reading order."""
    out: list[Row] = []
    # All arrays of a document are rows of one sheet.
    for table in document.tables:
        for row in table.rows:
            array = _values(row)
            if array.raws:
                out.append(Row(array.start, array.length, array.raws, array.offsets))
    return out


@rewriting
def _values(raws: tuple[str, ...], offsets: tuple[int, ...]) -> Cells:
    """The values of an array without what parts them."""
    cells = [_value(raw, at) for raw, at in zip(raws, offsets, strict=True) if not _SEPARATORS.match(raw)]
    return tuple([c for c, _ in cells]), tuple([at for _, at in cells])


def _value(raw: str, at: int) -> tuple[str, int]:
    if raw == "null":
        return "", at
    if raw[0] == '"':
        return raw[1:-1] if len(raw) > 1 and raw[-1] == '"' else raw[1:], at + 1
    return raw, at
