"""``tab-row``: one row a line, cells parted by tabs (web pages copied, spreadsheets, table finders over PDF)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import SPANS, flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class TabRow(Printer):
    """Row-per-line text with tabs between the cells."""

    name: ClassVar[str] = "tab-row"
    paragraph: ClassVar[str] = "\n\n"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option(*SPANS)
    #: one tab between cells, or two
    separator: str = option("\t", "\t\t")
    #: what a line break inside a cell becomes
    line_break: str = option("", "\n", " ")
    #: what stands in front of each row
    lead: str = option("", "\t")
    #: empty cells behind each row, as spurious columns of a table finder
    spurious: int = option(0, 1, 5)

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line."""
        tail = self.separator * self.spurious
        lines = [
            self.lead + self.separator.join(texts).replace("\n", self.line_break) + tail + "\n"
            for texts in flat_rows(sheet, self.spans)
        ]
        return "".join(lines) + "\n"

    @property
    def survival(self) -> Survival:
        """Two tabs part cells for certain only where nothing else leaves a tab of its own."""
        if self.separator == "\t\t" and (self.spans != "ragged" or self.lead or self.spurious):
            return Survival.FILLED
        return Survival.ALL
