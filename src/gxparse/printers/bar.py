"""``bar``: one row a line, bars between the cells that are no ASCII pipes (OCR, tables typed by hand)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class Bar(Printer):
    """Row-per-line text with full-width, broken or upright bars between the cells."""

    name: ClassVar[str] = "bar"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("grid", "repeated", "ragged", "labels")
    #: what stands between two cells
    bar: str = option("｜", "│", "¦", "‖", "┃")
    #: what stands on both sides of a bar
    space: str = option("", " ")
    #: whether rows begin and end with a bar
    outer: bool = option(False, True)

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line."""
        between = self.space + self.bar + self.space
        lines = [between.join(texts).replace("\n", "") for texts in flat_rows(sheet, self.spans)]
        if self.outer:
            lines = [f"{self.bar}{self.space}{line}{self.space}{self.bar}" for line in lines]
        return "\n".join(lines) + "\n\n"
