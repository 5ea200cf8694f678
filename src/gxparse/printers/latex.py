"""``latex``: tables as the source of a LaTeX document, with the commands for merged cells or without."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Cell, Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class Latex(Printer):
    """LaTeX source with ampersands between the cells."""

    name: ClassVar[str] = "latex"
    paragraph: ClassVar[str] = "\n\n"
    #: what becomes of merged cells: a flat grid, or the commands for them
    merged: str = option("commands", "grid", "repeated")
    #: what stands around an ampersand
    space: str = option(" ", "")
    #: what stands behind the two backslashes
    rule: str = option(r" \hline", "", r"[2pt]")
    #: what stands around the contents of heading cells
    bold: str = option("", r"\textbf")
    #: whether a row is printed a cell a line
    tall: bool = option(False, True)

    def table(self, sheet: Sheet) -> str:
        """One tabular environment."""
        between = f"{self.space}&{self.space}" + ("\n" if self.tall else "")
        if self.merged == "commands":
            rows = [self._cells(sheet, row) for row in range(len(sheet.grid))]
        else:
            rows = [[text.replace("\n", "") for text in texts] for texts in flat_rows(sheet, self.merged)]
        lines = [between.join(cells) + rf"{self.space}\\{self.rule}" for cells in rows]
        columns = "l" * sheet.width
        return "\n".join((rf"\begin{{tabular}}{{{columns}}}", *lines, r"\end{tabular}")) + "\n\n"

    def _cells(self, sheet: Sheet, row: int) -> list[str]:
        cells = []
        for cell, above in sheet.anchored(row):
            text = "" if above else self._text(cell)
            cells.append(rf"\multicolumn{{{cell.columns}}}{{c|}}{{{text}}}" if cell.columns > 1 else text)
        return cells

    def _text(self, cell: Cell) -> str:
        text = cell.text.replace("\n", "")
        if self.bold and cell.role == "header" and text:
            text = f"{self.bold}{{{text}}}"
        return rf"\multirow{{{cell.rows}}}{{*}}{{{text}}}" if cell.rows > 1 else text
