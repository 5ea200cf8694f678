"""Rows whose figures go on where the row has ended: a figure broken in two by the end of a line.

Where a row ends with its line, the rest of a wrapped figure stands in front of the next line, which is no row of its
own then: nothing but numbers, right below. The row above is read only if its totals prove that nothing of it is
missing.
"""

from __future__ import annotations

import re

from gxparse.forms.proof import is_proved
from gxparse.forms.reading import RowReading, TableReading
from gxparse.forms.spec import Table
from gxparse.layout.ast import Row

__all__ = ["refuse_torn"]

_NUMBER = r"[0-9０-９]+(?:[.．][0-9０-９]+)*"
#: from the last character of a row on: ``7``, ``.5万元 | |`` or ``389 0 2`` below a figure, but not ``1.`` or ``2 重复申请``;
#: a page number may stand between
_REST = re.compile(
    rf"[0-9０-９.．,，][^\S\n\t]*\n(?:[ ]{{0,80}}[-–—]+[ ]?[0-9]{{1,4}}[ ]?[-–—]+[ ]{{0,80}}\n)?[^\S\n\t]*[.．,，]?{_NUMBER}"
    rf"(?:[万亿]?元)?(?:[\t |;,\\\\\"]+-?{_NUMBER})*[\t |;,\\\\\"]*(?:\n|\Z)"
)

_BROKEN = re.compile(r"[0-9０-９][^\S\n]*\n[^\S\n]*[0-9０-９]")


def refuse_torn(text: str, table: Table, reading: TableReading, *, words: bool = False) -> TableReading:
    """The reading of one table without the rows that may go on in the next line of *text*.

    Where cells are *words*, a line end parts them as a space does: a row that has one between two digits is in doubt too.
    """
    torn = [
        row
        for row in reading.rows
        if (_goes_on(text, row) or (words and _is_broken(text, row))) and not is_proved(table, row)
    ]
    return reading.refusing(torn)


def _is_broken(text: str, row: RowReading) -> bool:
    """Whether a row goes over the end of a line between two digits."""
    start = row.row.start
    return _BROKEN.search(text, start, start + row.row.length) is not None


def _goes_on(text: str, row: RowReading) -> bool:
    """Whether the line of a row ends with a figure, and the next one begins with a number."""
    start = row.row.start
    last = len(text[start : start + row.row.length].rstrip()) - 1
    return last >= 0 and _REST.match(text, start + last) is not None and _is_written(row.row, last)


def _is_written(row: Row, at: int) -> bool:
    """Whether a cell holds the character at that place of a row: a comma behind the last figure may part blank cells."""
    return any(begin <= at < begin + len(raw) for begin, raw in zip(row.offsets, row.raws, strict=True))
