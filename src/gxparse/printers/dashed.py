"""``dashed``: tables between dashed rules (pandoc's simple and multi-line tables), or in a grid of dashes and pipes."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option
from gxparse.printers.typeset import width_of


@frozen(kw_only=True)
class Dashed(Printer):
    """Plain text tables with rules of dashes."""

    name: ClassVar[str] = "dashed"
    paragraph: ClassVar[str] = "\n\n"
    #: an empty line between rows, none, or a full grid of rules
    rules: str = option("multiline", "simple", "grid")
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("grid", "filled")
    #: whether dots, hyphens and line ends inside cells are escaped with a backslash
    escapes: bool = option(False, True)

    def table(self, sheet: Sheet) -> str:
        """One table between rules."""
        rows = [[self._escape(text).split("\n") for text in texts] for texts in flat_rows(sheet, self.spans)]
        widths = [max(2, *(width_of(line) for row in rows for line in row[n])) for n in range(sheet.width)]
        if self.rules == "grid":
            rule = "+" + "+".join("-" * (width + 2) for width in widths) + "+\n"
            body = "".join("".join(f"| {line} |\n" for line in self._lines(row, widths, " | ")) + rule for row in rows)
            return f"{rule}{body}\n"
        rule = "  " + " ".join("-" * (width + 2) for width in widths) + "\n"
        # Simple tables cannot hold cells of several lines.
        apart = "\n" if self.rules == "multiline" or self.wraps else ""
        body = apart.join("".join(f"  {line}\n" for line in self._lines(row, widths, "   ")) for row in rows)
        return f"{rule}{body}{rule}\n"

    def _escape(self, text: str) -> str:
        if not self.escapes:
            return text
        return text.replace("\n", "\\\n").replace(".", r"\.").replace("-", r"\-").replace('"', r"\"")

    def _lines(self, row: list[list[str]], widths: list[int], between: str) -> list[str]:
        height = max(map(len, row))
        lines = []
        for number in range(height):
            texts = [cell[number] if number < len(cell) else "" for cell in row]
            lines.append(between.join(t + " " * (w - width_of(t)) for t, w in zip(texts, widths, strict=True)))
        return lines
