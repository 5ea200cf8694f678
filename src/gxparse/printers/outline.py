"""``outline``: a row as a list of cells in a list of rows, as in reStructuredText and YAML."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import NUMBERS, flat_rows, numbered
from gxparse.printers.style import option


@frozen(kw_only=True)
class Outline(Printer):
    """Lists of lists, a cell a line."""

    name: ClassVar[str] = "outline"
    paragraph: ClassVar[str] = "\n\n"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("grid", "repeated", "ragged", "once")
    #: the mark of a row
    mark: str = option("*", "-")
    #: what stands in front of the mark of a row
    indent: str = option("   ", "")
    #: what a figure and a blank cell are written in
    quote: str = option("", "'", '"')
    #: what counts the rows of a table, see :data:`~gxparse.printers.rows.NUMBERS`
    numbers: str = option(*NUMBERS)

    def table(self, sheet: Sheet) -> str:
        """One table, a cell a line."""
        lines = [".. list-table::\n\n"] if self.mark == "*" else []
        for texts in numbered(flat_rows(sheet, self.spans), self.numbers):
            first, *others = [self._text(text) for text in texts]
            lines.append(f"{self.indent}{self.mark} - {first}\n")
            lines += [f"{self.indent}  - {text}\n" for text in others]
        return "".join(lines) + "\n"

    def _text(self, text: str) -> str:
        text = text.replace("\n", f"\n{self.indent}    ")
        return f"{self.quote}{text}{self.quote}" if not text or text[-1].isdigit() else text
