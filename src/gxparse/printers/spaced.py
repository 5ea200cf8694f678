"""``spaced``: one row a line, one space between cells.

With ``blanks=True`` a blank cell is two spaces in a row, and nothing may be collapsed; with ``blanks=False`` blank
cells leave nothing.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class Spaced(Printer):
    """Row-per-line text with single spaces."""

    name: ClassVar[str] = "spaced"
    paragraph: ClassVar[str] = "\n\n"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("grid", "repeated", "widened", "once", "filled", "ragged")
    #: whether blank cells are told by two spaces
    blanks: bool = option(True, False)
    #: what a line break inside a cell becomes
    line_break: str = option("", "\n", " ")

    #: empty cells behind each row, as a spreadsheet wider than the table has; like all blanks they may be lost
    spurious: int = option(0, 5)

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line."""
        lines = []
        for texts in flat_rows(sheet, self.spans):
            kept = texts if self.blanks else [text for text in texts if text]
            lines.append(
                " ".join(kept).replace("\n", self.line_break) + " " * (self.spurious if self.blanks else 0) + "\n"
            )
        return "".join(lines) + "\n"

    @property
    def survival(self) -> Survival:
        """Without the two spaces, a row with fewer figures than columns cannot be placed.

        A space that pads a figure is a second one, so that a merged column that is printed twice may be a blank cell.
        """
        if self.padding == ("", ""):
            return Survival.ALL if self.blanks else Survival.FILLED
        repeats = self.spans in ("repeated", "widened", "filled")
        return Survival.NONE if repeats and " " in "".join(self.padding) else Survival.FILLED
