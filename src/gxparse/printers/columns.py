"""``columns``: fixed columns, as text renderers of PDF and of web pages lay them out.

Blanks are gaps. With ``narrow=True`` labels are broken, and a label of several lines has its figures on the middle
line, beside pieces of other labels.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Role, Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.style import option
from gxparse.printers.typeset import typeset, width_of


@frozen(kw_only=True)
class Columns(Printer):
    """Text in fixed columns."""

    name: ClassVar[str] = "columns"
    paragraph: ClassVar[str] = "\n\n"
    #: columns that a Han character takes
    wide: int = option(2, 1)
    #: spaces between two columns
    gap: int = option(3, 2, 6)
    #: empty lines between two rows
    leading: int = option(0, 1)
    #: whether labels are broken over lines and set in the middle of their cells
    narrow: bool = option(False, True)
    #: spaces in front of each line
    indent: int = option(0, 4)

    def table(self, sheet: Sheet) -> str:
        """One table in fixed columns."""
        limits = {Role.LABEL: 36, Role.GROUP: 8, Role.HEADER: 30} if self.narrow else {}
        page = typeset(sheet, wide=self.wide, gap=(self.gap, self.leading), limits=limits, middle=self.narrow)
        height = page.top(len(sheet.grid)) - self.leading
        lines: list[list[tuple[int, str]]] = [[] for _ in range(height)]
        for cell in sheet.cells():
            for offset, text in enumerate(page.lines[cell.row, cell.column]):
                if text:
                    lines[page.top(cell.row) + offset].append((page.left(cell.column), text))
        out = []
        for parts in lines:
            line, used = " " * self.indent, 0
            for left, text in sorted(parts):
                line += " " * (left - used) + text
                used = left + width_of(text, self.wide)
            out.append((line if parts else "") + "\n")
        return "".join(out) + "\n"
