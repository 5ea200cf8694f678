"""``pipe-trail``: one row a line, a pipe behind each cell.

``pads=True`` leaves a bare pipe behind the row for each further column of a horizontal span, as converters of web
pages do; ``broken_blanks=True`` puts each blank cell on a line of its own in the middle of the row.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import flat_row
from gxparse.printers.style import option


def pads_of(sheet: Sheet, row: int) -> int:
    """How many further columns the horizontal spans of a row cover."""
    return sum(cell.columns - 1 for cell in sheet.starts(row))


@frozen(kw_only=True)
class PipeTrail(Printer):
    """Row-per-line text with trailing pipes."""

    name: ClassVar[str] = "pipe-trail"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("ragged", "once", "grid", "repeated")
    #: whether the row ends with a bare pipe for each further column of a span
    pads: bool = option(False, True)
    #: white space around the pipes
    space: str = option(" ", "  ", "")
    #: what a line break inside a cell becomes
    line_break: str = option(" ", "\n")
    #: whether blank cells stand on lines of their own
    broken_blanks: bool = option(False, True)

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line."""
        lines = []
        for row in range(len(sheet.grid)):
            texts = [text.replace("\n", self.line_break) for text in flat_row(sheet, row, self.spans)]
            line = self._line(texts)
            extra = pads_of(sheet, row) if self.pads and self.spans in ("ragged", "once") else 0
            lines.append(line + (self.space + "|" * extra if extra else "") + "\n")
        return "".join(lines) + "\n"

    def _line(self, texts: list[str]) -> str:
        if not self.broken_blanks:
            return self.space.join(f"{text}{self.space}|" if text else "|" for text in texts)
        line = ""
        for number, text in enumerate(texts):
            # A blank breaks the line; the cell behind a blank starts a new one.
            parted = "" if not number else "\n" if not text or not texts[number - 1] else self.space
            line += parted + (f"{text}{self.space}|" if text else "|")
        return line

    @property
    def survival(self) -> Survival:
        """A blank at the end of a row looks like a pad where there are pads, or where it stands on its own line.

        Broken blanks in a full grid tear the labels of every row apart as well; no tool is known to do that.
        """
        if self.broken_blanks and self.spans in ("grid", "repeated"):
            return Survival.NONE
        return Survival.FILLED if self.broken_blanks or self.pads else Survival.ALL
