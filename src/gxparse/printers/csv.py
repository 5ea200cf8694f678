"""``csv``: the whole report as a spreadsheet saved as delimited text."""

from __future__ import annotations

import csv
import io
from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Paper, Prose, ProseKind
from gxparse.printers.printer import Printer
from gxparse.printers.rows import NUMBERS, flat_rows, numbered
from gxparse.printers.style import option


@frozen(kw_only=True)
class Csv(Printer):
    """Delimited text with quotes where they are needed."""

    name: ClassVar[str] = "csv"
    delimiter: str = option(",", ";", "\t")
    #: whether all rows are padded to the widest
    padded: bool = option(True, False)
    #: whether every field is quoted
    quoted: bool = option(False, True)
    line_end: str = option("\n", "\r\n")
    #: what counts the rows of a table, see :data:`~gxparse.printers.rows.NUMBERS`
    numbers: str = option(*NUMBERS)

    def print(self, paper: Paper) -> str:
        """The text of a paper, prose in the first column."""
        rows: list[list[str]] = []
        for block in paper.blocks:
            if isinstance(block, Prose):
                rows.append([] if block.kind is ProseKind.PAGE else [block.text])
            else:
                rows += [*numbered(flat_rows(block, "grid"), self.numbers), []]
        if self.padded:
            width = max(map(len, rows), default=0)
            rows = [row + [""] * (width - len(row)) for row in rows]
        out = io.StringIO(newline="")
        writer = csv.writer(
            out,
            delimiter=self.delimiter,
            lineterminator=self.line_end,
            quoting=csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL,
        )
        writer.writerows(rows)
        return out.getvalue()
