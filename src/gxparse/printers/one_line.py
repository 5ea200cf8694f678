"""``one-line``: each table, or the whole document, on one line; blank cells leave nothing."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Paper, Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class OneLine(Printer):
    """Flattened text."""

    name: ClassVar[str] = "one-line"
    paragraph: ClassVar[str] = "\n\n"
    #: what stands on one line: each table, or the whole document
    scope: str = option("table", "document")

    def print(self, paper: Paper) -> str:
        """The text of a paper, all white space turned into single spaces where one line is asked for."""
        text = Printer.print(self, paper)
        return " ".join(text.split()) if self.scope == "document" else text

    def table(self, sheet: Sheet) -> str:
        """One table on one line."""
        return " ".join(text for texts in flat_rows(sheet, "ragged") for text in texts if text) + "\n\n"

    @property
    def survival(self) -> Survival:
        """Blanks vanish."""
        return Survival.FILLED
