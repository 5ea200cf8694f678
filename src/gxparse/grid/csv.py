"""Delimited text: which delimiter the text uses, and what stands between quotes."""

from __future__ import annotations

import functools
from collections import Counter

from gxparse.grid.cells import Cells, rewriting
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

_DELIMITERS = (",", ";", "\t")


def read_rows(document: Document) -> list[Row]:
    """The records of a delimited text; a quoted field without its quotes."""
    rows = [row for table in document.tables for row in table.rows]
    delimiter = _delimiter(rows)
    return [_fields(row, delimiter) for row in rows]


def _delimiter(rows: list[Row]) -> str:
    """The delimiter of a text: the one that most rows repeat most often.

    A comma in a label or in prose stands alone; delimiters come by the dozen.
    """
    votes: Counter[str] = Counter()
    for row in rows:
        best, count = _often(row.raws) if row.length < _LONG else _count(row.raws)
        if count:
            votes[best] += count
    return votes.most_common(1)[0][0] if votes else ","


def _count(raws: tuple[str, ...]) -> tuple[str, int]:
    """The delimiter that ends most cells of a row, and how many."""
    ends = Counter([raw[-1] for raw in raws if raw and raw[-1] in _DELIMITERS])
    return ends.most_common(1)[0] if ends else ("", 0)


#: rows of more characters are not remembered
_LONG = 1000
_often = functools.lru_cache(maxsize=8192)(_count)


@rewriting
def _fields(pieces: tuple[str, ...], places: tuple[int, ...], delimiter: str) -> Cells:
    raws: list[str] = []
    offsets: list[int] = []
    waiting = ""
    begin = 0
    for raw, at in zip(pieces, places, strict=True):
        if not waiting:
            begin = at
        waiting += raw
        if raw[-1:] in _DELIMITERS and raw[-1] != delimiter:
            continue
        _add(raws, offsets, waiting, begin)
        waiting = ""
    if waiting:
        _add(raws, offsets, waiting, begin)
    elif pieces and pieces[-1][-1:] == delimiter:
        # The text ends without a line end, and its last field is empty.
        raws.append("")
        offsets.append(places[-1] + len(pieces[-1]))
    return tuple(raws), tuple(offsets)


def _add(raws: list[str], offsets: list[int], field: str, at: int) -> None:
    """One field without its delimiter and its quotes."""
    if field[-1] in ",;\t\n":
        field = field[:-1]
    inner = field.strip(" ")
    if len(inner) > 1 and inner[0] == inner[-1] == '"':
        at += field.index('"') + 1
        field = inner[1:-1]
    raws.append(field)
    offsets.append(at)
