"""``tab-cell``: one cell a line with a leading tab, an empty line behind each row (Tika and its kin on Word files).

A line break inside a cell continues on a line without a tab. Horizontal spans stand once; a cell covered from above
is an empty cell, or is absent where the source was an OpenDocument text.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.style import option


@frozen(kw_only=True)
class TabCell(Printer):
    """Cell-per-line text with leading tabs."""

    name: ClassVar[str] = "tab-cell"
    #: whether a cell covered from above leaves an empty cell
    covered: bool = option(True, False)
    #: what stands between a table and the paragraph behind it
    gap: str = option("\n", "\n\u00a0\n", "\n\n")

    def table(self, sheet: Sheet) -> str:
        """One table, its rows parted by empty lines."""
        rows = []
        for row in range(len(sheet.grid)):
            cells = ["" if above else cell.text for cell, above in sheet.anchored(row) if self.covered or not above]
            rows.append("".join(f"\t{text}\n" for text in cells) + "\n")
        return "".join(rows) + self.gap
