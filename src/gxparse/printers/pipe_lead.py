"""``pipe-lead``: one row a line between pipes, spans padded at the end of the row, a space behind it."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.pipe_trail import pads_of
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import flat_row
from gxparse.printers.style import option


@frozen(kw_only=True)
class PipeLead(Printer):
    """Row-per-line text with leading and trailing pipes."""

    name: ClassVar[str] = "pipe-lead"
    #: whether a cell covered from above is kept as an empty one
    covered: bool = option(False, True)
    #: what stands behind the last pipe
    end: str = option(" ", "")

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line."""
        lines = []
        for row in range(len(sheet.grid)):
            texts = flat_row(sheet, row, "once" if self.covered else "ragged")
            cells = " ".join(f"{text} |" if text else "|" for text in (t.replace("\n", " ") for t in texts))
            pads = pads_of(sheet, row)
            lines.append(f"| {cells}{' ' + '|' * pads if pads else ''}{self.end}\n")
        return "".join(lines) + "\n"

    @property
    def survival(self) -> Survival:
        """A blank at the end of a row looks like a pad."""
        return Survival.FILLED
