"""``pipe-loose``: pipes on lines of their own, or cells on lines of their own between pipes.

The separators of rows and of cells are identical, so rows are found by their labels alone.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import flat_row
from gxparse.printers.style import option


@frozen(kw_only=True)
class PipeLoose(Printer):
    """Text whose pipes stand apart from the cells."""

    name: ClassVar[str] = "pipe-loose"
    #: what stands between two cells
    separator: str = option("\n|\n", " |\n ", "  |\u0020\n ")
    #: what opens a table
    opening: str = option("", "|\n")

    def table(self, sheet: Sheet) -> str:
        """One table; its rows are parted as its cells are."""
        texts = [text for row in range(len(sheet.grid)) for text in flat_row(sheet, row, "ragged")]
        closing = self.separator.rstrip() + "\n"
        return self.opening + self.separator.join(texts) + closing + "\n"
