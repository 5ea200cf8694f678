"""``box``: tables in drawn boxes, as text browsers show them; merged cells are merged boxes."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Cell, Role, Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.style import option
from gxparse.printers.typeset import Page, typeset, width_of

#: junctions by which arms they have: up, down, left, right
_LIGHT = {
    (True, True, False, False): "│",
    (False, False, True, True): "─",
    (False, True, False, True): "┌",
    (False, True, True, False): "┐",
    (True, False, False, True): "└",
    (True, False, True, False): "┘",
    (True, True, False, True): "├",
    (True, True, True, False): "┤",
    (False, True, True, True): "┬",
    (True, False, True, True): "┴",
    (True, True, True, True): "┼",
}


@frozen(kw_only=True)
class Box(Printer):
    """Text with box drawings."""

    name: ClassVar[str] = "box"
    paragraph: ClassVar[str] = "\n\n"
    #: line drawings, or plus, minus and pipe
    glyphs: str = option("light", "ascii")
    #: whether labels are broken over lines
    narrow: bool = option(False, True)
    #: spaces between text and border
    inner: int = option(0, 1)
    #: spaces in front of each line
    indent: int = option(0, 3)

    def table(self, sheet: Sheet) -> str:
        """One table in a box."""
        limits = {Role.LABEL: 32, Role.GROUP: 8, Role.HEADER: 46} if self.narrow else {}
        page = typeset(sheet, wide=2, gap=(1 + 2 * self.inner, 1), limits=limits, middle=True)
        lines = []
        for row in range(len(sheet.grid) + 1):
            lines.append(self._border(page, row))
            if row < len(sheet.grid):
                lines += [self._content(page, row, n) for n in range(page.heights[row])]
        return "".join(" " * self.indent + line + "\n" for line in lines) + "\n"

    def _content(self, page: Page, row: int, number: int) -> str:
        y = page.top(row) + number
        line, column = "", 0
        while column < page.sheet.width:
            cell = page.sheet.grid[row][column]
            text = page.line(cell, y)
            line += self._glyph(up=True, down=True) + self._padded(page, cell, text)
            column = cell.column + cell.columns
        return line + self._glyph(up=True, down=True)

    def _border(self, page: Page, row: int) -> str:
        """The line above a row; cells that go through it write over it."""
        grid, width = page.sheet.grid, page.sheet.width
        above = grid[row - 1] if row else None
        below = grid[row] if row < len(grid) else None
        line, column, arm = "", 0, False
        while column < width:
            a = above[column] if above else None
            b = below[column] if below else None
            up = a is not None and a.column == column
            down = b is not None and b.column == column
            through = a is not None and a is b
            line += self._glyph(up=up, down=down, left=arm, right=not through)
            if a is not None and through:
                text = page.line(a, page.top(row) - 1)
                line += self._padded(page, a, text)
                column, arm = a.column + a.columns, False
            else:
                line += ("─" if self.glyphs == "light" else "-") * (page.widths[column] + 2 * self.inner)
                column, arm = column + 1, True
        return line + self._glyph(up=above is not None, down=below is not None, left=arm)

    def _padded(self, page: Page, cell: Cell, text: str) -> str:
        space = " " * self.inner
        return space + text + " " * (page.width(cell) - width_of(text)) + space

    def _glyph(self, *, up: bool = False, down: bool = False, left: bool = False, right: bool = False) -> str:
        arms = (up, down, left, right)
        if self.glyphs == "light":
            return _LIGHT[arms]
        if not (left or right):
            return "|"
        return "+" if up or down else "-"
