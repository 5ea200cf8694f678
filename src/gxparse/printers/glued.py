"""``glued``: the cells of a row with nothing between them (规章000); where one figure ends nobody knows."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.rows import flat_rows


@frozen(kw_only=True)
class Glued(Printer):
    """Text without separators."""

    name: ClassVar[str] = "glued"

    def table(self, sheet: Sheet) -> str:
        """One table, a row a line, the cells joined by nothing."""
        return "".join("".join(texts).replace("\n", "") + "\n" for texts in flat_rows(sheet, "ragged"))

    @property
    def survival(self) -> Survival:
        """Nothing may be read."""
        return Survival.NONE
