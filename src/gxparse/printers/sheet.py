"""``sheet``: the layout that gxparse's own file readers hand to the parser; exact, and never seen in the wild.

Each row is one line that starts with U+001E, each position of the full grid a cell that starts with U+001F. A cell
covered by the one to its left is U+0011, one covered from above U+0012; a line break inside a cell is U+000B, and a
line U+001D parts two tables that touch.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Paper, Sheet
from gxparse.printers.printer import Printer

ROW, CELL, FROM_LEFT, FROM_ABOVE, LINE_BREAK, APART = "\x1e", "\x1f", "\x11", "\x12", "\x0b", "\x1d"


@frozen(kw_only=True)
class SheetLayout(Printer):
    """The exact layout of the file readers."""

    name: ClassVar[str] = "sheet"
    exact: ClassVar[bool] = True

    def print(self, paper: Paper) -> str:
        """The text of a paper; tables that touch are parted."""
        parts = []
        before: object = None
        for block in paper.blocks:
            if isinstance(block, Sheet):
                parts.append((APART + "\n" if isinstance(before, Sheet) else "") + self.table(block))
            else:
                parts.append(self.prose(block))
            before = block
        return "".join(parts)

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line."""
        lines = []
        for row in range(len(sheet.grid)):
            texts = [
                FROM_LEFT if left else FROM_ABOVE if above else cell.text.replace("\n", LINE_BREAK)
                for cell, left, above in sheet.row(row)
            ]
            lines.append(ROW + "".join(CELL + text for text in texts) + "\n")
        return "".join(lines)
