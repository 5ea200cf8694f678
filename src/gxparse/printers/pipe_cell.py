"""``pipe-cell``: one cell a line, a pipe behind each cell.

Bare pipes stand for blanks, for the further columns of a span (``pads``), for the start of a row (``opener``) and for
a spurious last column (``extra``), all with the same glyph.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.pipe_trail import pads_of
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import flat_row
from gxparse.printers.style import option


@frozen(kw_only=True)
class PipeCell(Printer):
    """Cell-per-line text with trailing pipes."""

    name: ClassVar[str] = "pipe-cell"
    #: where the pads of a horizontal span go: nowhere, on a line of their own, or behind the last cell
    pads: str = option("", "line", "same")
    #: whether a lone pipe opens each row
    opener: bool = option(False, True)
    #: a spurious last column: none, behind the last cell, or on a line of its own
    extra: str = option("", " |", "\n|")

    def table(self, sheet: Sheet) -> str:
        """One table, a cell a line."""
        lines = []
        for row in range(len(sheet.grid)):
            texts = flat_row(sheet, row, "ragged")
            cells = [f"{text} |" if text else "|" for text in texts]
            pads = "|" * pads_of(sheet, row) if self.pads else ""
            end = self.extra
            if pads:
                end += ("\n" if self.pads == "line" else " ") + pads
            lines.append(("|\n" if self.opener else "") + "\n".join(cells) + end + "\n")
        return "".join(lines) + "\n"

    @property
    def survival(self) -> Survival:
        """Blanks, openers, pads and spurious columns are one glyph: with any of them a blank cannot be told."""
        return Survival.FILLED if self.opener or self.pads or self.extra else Survival.ALL
