"""``stream``: the text of a PDF without its columns; blanks vanish.

``order`` says how the figures come: ``"rows"`` behind their label, ``"before"`` the figures of a row in front of its
label, ``"columns"`` all labels of a table first and then its figures column by column. With ``halves=True`` a long
label is broken and its figures stand between the halves.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Cell, Role, Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.style import option
from gxparse.printers.typeset import broken


@frozen(kw_only=True)
class Stream(Printer):
    """Labels and numbers, one behind the other."""

    name: ClassVar[str] = "stream"
    #: how the figures come
    order: str = option("rows", "before", "columns")
    #: what stands between the figures of a row: a line each, or one line for all behind the label
    separator: str = option("\n", " ")
    #: whether a long label is broken around its figures
    halves: bool = option(False, True)
    #: characters on each line of a group label, ``0`` for as many as there are
    upright: int = option(0, 1, 3)

    def table(self, sheet: Sheet) -> str:
        """One table without its columns."""
        if self.order == "columns":
            return self._by_columns(sheet)
        return "".join(self._row(sheet.starts(row)) for row in range(len(sheet.grid))) + "\n"

    def _group(self, cell: Cell) -> str:
        if cell.role is Role.GROUP and self.upright:
            return "\n".join(broken(cell.text.replace("\n", ""), self.upright, 1))
        return cell.text

    def _row(self, cells: list[Cell]) -> str:
        figures = [cell.text for cell in cells if cell.role is Role.FIGURE and cell.text]
        words = [self._group(cell) for cell in cells if cell.role is not Role.FIGURE and cell.text]
        if not figures:
            return "".join(word + "\n" for word in words)
        numbers = self.separator.join(figures)
        if not words:
            return numbers + "\n"
        *groups, label = words
        lead = "".join(group + "\n" for group in groups)
        if self.order == "before":
            return f"{lead}{numbers}\n{label}\n"
        if self.halves and len(label) > 20:
            return f"{lead}{label[:18]}\n{numbers}\n{label[18:]}\n"
        return f"{lead}{label}{self.separator}{numbers}\n"

    def _by_columns(self, sheet: Sheet) -> str:
        words = [self._group(cell) for cell in sheet.cells() if cell.role is not Role.FIGURE and cell.text]
        figures = sorted((c for c in sheet.cells() if c.role is Role.FIGURE), key=lambda c: (c.column, c.row))
        return "\n\n".join([*words, *(cell.text for cell in figures if cell.text)]) + "\n\n"

    @property
    def survival(self) -> Survival:
        """Behind its label a full row can be placed; in any other order nothing is promised."""
        return Survival.FILLED if self.order == "rows" and not self.halves else Survival.NONE
