"""``line-cell``: one cell a line and nothing else.

``white_space`` says where the line ends come from: ``"lines"`` prints one line a cell (word processors), ``"nodes"``
joins the text nodes of a web page with newlines, its own indentation included, and ``"page"`` prints the page's own
white space alone. A blank cell is an empty line, or one node less; ``blanks=False`` leaves it out.
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
class LineCell(Printer):
    """Cell-per-line text."""

    name: ClassVar[str] = "line-cell"
    #: where the line ends come from
    white_space: str = option("lines", "nodes", "page")
    #: whether a blank cell leaves anything
    blanks: bool = option(True, False)
    #: whether a cell covered from above leaves an empty line (``white_space="lines"`` only)
    covered: bool = option(False, True)

    def table(self, sheet: Sheet) -> str:
        """One table, a cell a line."""
        if self.white_space == "lines" or not self.blanks:
            return "".join(text + "\n" for text in self._cells(sheet) if text or self.blanks)
        # <table>\n<tbody>\n<tr>\n<td>…</td>\n<td>…</td>\n</tr>\n…
        nodes = ["\n", "\n"]
        for row in range(len(sheet.grid)):
            nodes.append("\n")
            for cell in sheet.starts(row):
                nodes += [*([cell.text] if cell.text else []), "\n"]
            nodes.append("\n")
        nodes += ["\n", "\n"]
        return ("\n" if self.white_space == "nodes" else "").join(nodes)

    def _cells(self, sheet: Sheet) -> list[str]:
        return [
            "" if above else cell.text
            for row in range(len(sheet.grid))
            for cell, above in sheet.anchored(row)
            if self.covered or not above
        ]

    @property
    def survival(self) -> Survival:
        """A cell broken over two lines looks like two cells, so blanks cannot be counted then."""
        return Survival.ALL if self.blanks and not self.wraps else Survival.FILLED

    def tells(self, rows: Iterable[Sequence[Figure]]) -> bool:
        """Blank cells can be told where covered ones show that every cell leaves a line, or by several rows."""
        return (self.covered and self.white_space == "lines") or tells_lone_row(rows)
