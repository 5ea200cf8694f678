"""``joined``: one row a line, its cells joined with one sign by a program (``", ".join(cells)``)."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class Joined(Printer):
    """Row-per-line text with a sign of punctuation between the cells."""

    name: ClassVar[str] = "joined"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("labels", "repeated", "grid", "ragged", "once")
    #: what stands between two cells
    sign: str = option(", ", "; ", "、", "，", "；", " / ", " - ", " -> ", " & ", "#", "^", "||")

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line."""
        rows = flat_rows(sheet, self.spans)
        return "".join([self.sign.join([t.replace("\n", "") for t in row]) + "\n" for row in rows]) + "\n"

    @property
    def survival(self) -> Survival:
        """A sign that also stands for none cannot be told from it."""
        return Survival.FILLED if self.sign.strip() in ("/", "-") else Survival.ALL
