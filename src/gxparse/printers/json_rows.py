"""``json-rows``: the whole report as a JSON object of rows, blank and covered cells ``null``, on one line."""

from __future__ import annotations

import json
from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Paper, Prose, ProseKind
from gxparse.printers.printer import Printer
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class JsonRows(Printer):
    """Rows as JSON."""

    name: ClassVar[str] = "json-rows"
    #: whether whole numbers are JSON numbers
    numbers: bool = option(True, False)
    #: whether blank cells at the end of a row are left out
    trimmed: bool = option(True, False)
    #: the name of the sheet; empty prints a bare array
    sheet: str = option("年度报告", "")

    def print(self, paper: Paper) -> str:
        """The text of a paper, prose as rows of one cell."""
        rows: list[list[object]] = []
        for block in paper.blocks:
            if isinstance(block, Prose):
                rows.append([] if block.kind is ProseKind.PAGE else [block.text])
            else:
                rows += [[self._value(text) for text in texts] for texts in flat_rows(block, "grid")]
                rows.append([])
        if self.trimmed:
            for row in rows:
                while row and row[-1] is None:
                    row.pop()
        whole: object = {self.sheet: rows} if self.sheet else rows
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    def _value(self, text: str) -> object:
        if not text:
            return None
        digits = text.removeprefix("-")
        if self.numbers and digits.isascii() and digits.isdigit() and (digits == "0" or digits[0] != "0"):
            return int(text)
        return text
