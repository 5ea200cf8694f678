"""Comma-separated lines for spreadsheets and programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, TextIO, TypeAlias

__all__ = ["Value", "write_lines"]

#: what a cell may hold
Value: TypeAlias = str | int | Decimal | None

#: a spreadsheet takes a text that begins like this for a formula
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: Value) -> str | int:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    return f"'{value}" if isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA) else value


def write_lines(file: TextIO, columns: Sequence[str], lines: Iterable[Sequence[Value]], *, bom: bool = False) -> None:
    """Write a header and lines; ``None`` is an empty cell, and no text becomes a formula."""
    if bom:
        file.write("\ufeff")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in line] for line in lines)
