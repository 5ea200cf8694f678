"""``paragraphs``: each cell is a paragraph, an empty line behind it, no row marks at all.

A blank cell is an empty paragraph, so that only the length of a run of newlines tells of it; some tools leave it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from attrs import frozen

from gxparse.model.shape import Figure
from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer, Survival, tells_lone_row
from gxparse.printers.style import option


@frozen(kw_only=True)
class Paragraphs(Printer):
    """Cell-per-paragraph text."""

    name: ClassVar[str] = "paragraphs"
    paragraph: ClassVar[str] = "\n\n"
    #: whether a blank cell leaves an empty paragraph
    blanks: bool = option(True, False)
    #: whether a cell covered from above leaves an empty paragraph
    covered: bool = option(False, True)
    #: what a line break inside a cell becomes: a newline, or a paragraph of its own
    line_break: str = option("\n", "\n\n")

    def table(self, sheet: Sheet) -> str:
        """One table, a cell a paragraph."""
        texts = []
        for row in range(len(sheet.grid)):
            for cell, above in sheet.anchored(row):
                text = "" if above else cell.text
                if above and not self.covered:
                    continue
                if text or self.blanks:
                    texts.append(text.replace("\n", self.line_break) + "\n\n")
        return "".join(texts)

    @property
    def survival(self) -> Survival:
        """A wrapped heading that became two paragraphs looks like two cells, so blanks cannot be counted then."""
        if not self.blanks or (self.wraps and self.line_break == "\n\n"):
            return Survival.FILLED
        return Survival.ALL

    def tells(self, rows: Iterable[Sequence[Figure]]) -> bool:
        """Blank cells can be told where covered ones show that every cell leaves a paragraph, or by several rows."""
        return self.covered or tells_lone_row(rows)
