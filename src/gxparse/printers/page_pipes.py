"""``page-pipes``: a page on which a tool found tables, though not their cells.

Each line of the page that has figures or several pieces of a header is a row between pipes, with a rule below the first
of a run; every other line stands by itself. With ``together`` several columns share one cell, so that a blank cell
among them vanishes, and with ``narrow`` the halves of a long label stand above and below the figures of its row.
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Role, Sheet
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.style import option
from gxparse.printers.typeset import typeset


@frozen(kw_only=True)
class PagePipes(Printer):
    """Figures between pipes, words of labels around them."""

    name: ClassVar[str] = "page-pipes"
    #: how many columns of figures share a cell
    together: int = option(1, 2, 3)
    #: whether labels are broken over lines and set in the middle of their cells
    narrow: bool = option(False, True)

    def table(self, sheet: Sheet) -> str:
        """One table, line by line as a page has it."""
        limits = {Role.LABEL: 36, Role.GROUP: 8, Role.HEADER: 30} if self.narrow else {}
        page = typeset(sheet, wide=2, gap=(2, 0), limits=limits, middle=self.narrow)
        lines: list[list[tuple[int, str]]] = [[] for _ in range(page.top(len(sheet.grid)))]
        rows: set[int] = set()
        for cell in sheet.cells():
            for offset, text in enumerate(page.lines[cell.row, cell.column]):
                if text:
                    lines[page.top(cell.row) + offset].append((cell.column, text))
            if cell.role is Role.FIGURE:
                rows.add(page.top(cell.row) + ((page.heights[cell.row] - 1) // 2 if self.narrow else 0))
        cells = self._cells(sheet)
        out = ""
        run = False
        for y, parts in enumerate(lines):
            if y in rows or len(parts) > 1:
                texts: list[list[str]] = [[] for _ in range(cells[-1] + 1)]
                for column, text in sorted(parts):
                    texts[cells[column]].append(text)
                out += f"| {' | '.join(map(' '.join, texts))} |\n"
                out += "" if run else "| " + " | ".join("---" for _ in texts) + " |\n"
                run = True
            elif parts:
                out += f"{parts[0][1]}\n"
                run = False
        return out + "\n"

    def _cells(self, sheet: Sheet) -> list[int]:
        """The cell that each column of the grid is printed in."""
        words = {cell.column for cell in sheet.cells() if cell.role in (Role.LABEL, Role.GROUP)}
        labels = max(words, default=-1) + 1
        return [n if n < labels else labels + (n - labels) // self.together for n in range(sheet.width)]

    @property
    def survival(self) -> Survival:
        """Where each figure has a cell and each label a line, a full row can be placed; else the sums must help."""
        return Survival.FILLED if self.together == 1 and not self.narrow else Survival.NONE
