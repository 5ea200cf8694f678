"""Cells in two dimensions: widths of columns, heights of rows, and where each line of each cell comes to stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from attrs import frozen

from gxparse.printers.paper import Cell, Role, Sheet

__all__ = ["Page", "typeset", "width_of"]

# Characters of ambiguous width, such as “ and ”, take one column in text browsers and pandoc.
_WIDE = frozenset("WF")


def width_of(text: str, wide: int = 2) -> int:
    """How many columns a text takes when an East Asian wide character takes *wide*."""
    if wide == 1:
        return len(text)
    return sum(wide if unicodedata.east_asian_width(char) in _WIDE else 1 for char in text)


def broken(text: str, limit: int, wide: int = 2) -> list[str]:
    """The lines of a text, none wider than *limit* columns, broken between characters."""
    lines = []
    for line in text.split("\n"):
        current, used = "", 0
        for char in line:
            size = width_of(char, wide)
            if used + size > limit and current:
                lines.append(current)
                current, used = "", 0
            current, used = current + char, used + size
        lines.append(current)
    return lines


@frozen
class Page:
    """A typeset sheet. Rows and columns are parted by gaps that merged cells may write over."""

    sheet: Sheet
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    #: columns between two columns, lines between two rows
    gap: tuple[int, int]
    #: lines of each cell, by the row and column of its corner, filled to the height of the cell
    lines: Mapping[tuple[int, int], list[str]]

    def left(self, column: int) -> int:
        """First text column of a grid column."""
        return sum(self.widths[:column]) + self.gap[0] * column

    def top(self, row: int) -> int:
        """First text line of a grid row."""
        return sum(self.heights[:row]) + self.gap[1] * row

    def width(self, cell: Cell) -> int:
        """Text columns of a cell, the gaps it covers included."""
        return sum(self.widths[cell.column : cell.column + cell.columns]) + self.gap[0] * (cell.columns - 1)

    def line(self, cell: Cell, y: int) -> str:
        """What the cell has on a text line of the page."""
        return self.lines[cell.row, cell.column][y - self.top(cell.row)]


def typeset(sheet: Sheet, *, wide: int, gap: tuple[int, int], limits: Mapping[Role, int], middle: bool) -> Page:
    """Give each column and row the room that its cells need.

    ``limits`` breaks the texts of a role at so many columns; ``middle`` centres the lines of a cell vertically.
    """
    cells = list(sheet.cells())
    texts = {(c.row, c.column): broken(c.text, limits.get(c.role, 10_000), wide) for c in cells}
    widths = [1] * sheet.width
    for cell in sorted(cells, key=lambda c: c.columns):
        need = max(width_of(line, wide) for line in texts[cell.row, cell.column])
        have = sum(widths[cell.column : cell.column + cell.columns]) + gap[0] * (cell.columns - 1)
        # The innermost label column takes what a wide label needs; headings share it out from the right.
        for turn in range(max(0, need - have)):
            widths[cell.column + cell.columns - 1 - (turn % cell.columns if cell.role is Role.HEADER else 0)] += 1
    heights = [1] * len(sheet.grid)
    for cell in sorted(cells, key=lambda c: c.rows):
        need = len(texts[cell.row, cell.column])
        have = sum(heights[cell.row : cell.row + cell.rows]) + gap[1] * (cell.rows - 1)
        heights[cell.row + cell.rows - 1] += max(0, need - have)
    for cell in cells:
        own = texts[cell.row, cell.column]
        spare = sum(heights[cell.row : cell.row + cell.rows]) + gap[1] * (cell.rows - 1) - len(own)
        above = spare // 2 if middle else 0
        texts[cell.row, cell.column] = [""] * above + own + [""] * (spare - above)
    return Page(sheet, tuple(widths), tuple(heights), gap, texts)
