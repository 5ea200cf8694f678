"""``markdown``: pipe tables with or without a rule, aligned or not, full grid or ragged."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Prose, ProseKind, Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import NUMBERS, flat_rows, numbered
from gxparse.printers.style import option
from gxparse.printers.typeset import width_of

#: stands for a covered position until the line is written
_PAD = "\x00"


@frozen(kw_only=True)
class Markdown(Printer):
    """Markdown with pipe tables."""

    name: ClassVar[str] = "markdown"
    paragraph: ClassVar[str] = "\n\n"
    #: what becomes of merged cells, see :data:`~gxparse.printers.rows.SPANS`
    spans: str = option("grid", "repeated", "widened", "ragged", "filled", "labels")
    #: where the rule stands: behind the first row, behind an empty header row, nowhere
    rule: str = option("first", "empty", "")
    #: columns that a Han character takes where cells are padded to equal width; 0 does not pad
    aligned: int = option(0, 2, 1)
    #: whether rows begin and end with a pipe
    outer: bool = option(True, False)
    #: what a line break inside a cell becomes
    line_break: str = option(" ", "<br>", "  ")
    #: what stands for a covered position: a blank cell, or one space between two pipes
    pad: str = option("", " ")
    #: whether spaces part the dashes of the rule from its pipes
    spaced_rule: bool = option(True, False)
    #: whether dots and hyphens are escaped with a backslash
    escapes: bool = option(False, True)
    #: how headings are marked
    heading: str = option("##", "**", "")
    #: what counts the rows of a table, see :data:`~gxparse.printers.rows.NUMBERS`
    numbers: str = option(*NUMBERS)

    def prose(self, block: Prose) -> str:
        """A paragraph; titles and section headings are marked up."""
        if block.kind in (ProseKind.TITLE, ProseKind.HEADING) and self.heading:
            text = self._escape(block.text)
            if self.heading == "**":
                return f"**{text}**\n\n"
            return f"{'#' if block.kind is ProseKind.TITLE else '##'} {text}\n\n"
        return Printer.prose(self, block)

    def _escape(self, text: str) -> str:
        if not self.escapes:
            return text
        return text.replace(".", r"\.").replace("-", r"\-").replace("+", r"\+")

    def table(self, sheet: Sheet) -> str:
        """One pipe table."""
        rows = [
            [self._escape(text).replace("\n", self.line_break) for text in texts]
            for texts in numbered(flat_rows(sheet, self.spans, _PAD if self.pad else ""), self.numbers)
        ]
        width = sheet.width + bool(self.numbers)
        first = len(rows[0]) if self.spans == "ragged" else width
        if self.rule == "empty":
            rows.insert(0, [""] * first)
        widths = [3] * width
        if self.aligned:
            for texts in rows:
                for column, text in enumerate(texts):
                    widths[column] = max(widths[column], width_of(text, self.aligned))
            rows = [[t + " " * (widths[n] - width_of(t, self.aligned)) for n, t in enumerate(texts)] for texts in rows]
        lines = [self._line(texts) for texts in rows]
        if self.rule:
            lines.insert(1, self._rule(widths[:first]))
        return "".join(lines) + "\n"

    def _line(self, texts: list[str]) -> str:
        if self.outer:
            return "|" + "".join(" |" if text == _PAD else f" {text} |" for text in texts) + "\n"
        return " | ".join(texts).replace(_PAD, "") + "\n"

    def _rule(self, widths: list[int]) -> str:
        if self.spaced_rule:
            return self._line(["-" * width for width in widths])
        inner = "|".join("-" * (width + 2) for width in widths)
        return f"|{inner}|\n" if self.outer else f"{inner}\n"
