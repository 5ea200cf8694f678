"""``tab-row``: one row a line, cells parted by tabs.

``spans`` says what becomes of merged cells: ``"grid"`` prints the full grid with covered cells empty (table finders
over PDF, spreadsheets), ``"once"`` prints horizontal spans once and covered cells as empty ones (word processors),
``"ragged"`` leaves covered cells out (web pages copied row by row), ``"repeated"`` prints the text of a merged cell
at every position it covers and ``"labels"`` repeats vertical spans only (naive loops over Word files).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.style import option


def grid_row(sheet: Sheet, row: int, spans: str) -> list[str]:
    """The texts of one row, merged cells treated as *spans* says."""
    texts = []
    for cell, left, above in sheet.row(row):
        covered = left or above
        if not covered or spans == "repeated":
            texts.append(cell.text)
        elif spans == "grid":
            texts.append("")
        elif spans == "once" and not left:
            texts.append("")
        elif spans == "labels" and not left:
            texts.append(cell.text)
    return texts


@frozen(kw_only=True)
class TabRow(Printer):
    """Row-per-line text with tabs between the cells."""

    name: ClassVar[str] = "tab-row"
    paragraph: ClassVar[str] = "\n\n"
    #: what becomes of merged cells
    spans: str = option("grid", "once", "ragged", "repeated", "labels")
    #: one tab between cells, or two
    separator: str = option("\t", "\t\t")
    #: what a line break inside a cell becomes
    line_break: str = option("", "\n", " ")
    #: tabs in front of each row
    lead: str = option("", "\t")

    def table(self, sheet: Sheet) -> str:
        lines = []
        for row in range(len(sheet.grid)):
            texts = grid_row(sheet, row, self.spans)
            lines.append(self.lead + self.separator.join(t.replace("\n", self.line_break) for t in texts) + "\n")
        return "".join(lines) + "\n"
