"""``tab-line``: cells and the tabs between them on lines of their own (a page copied from a browser, its cells holding
paragraphs).
"""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.rows import flat_rows
from gxparse.printers.style import option


@frozen(kw_only=True)
class TabLine(Printer):
    """Text with a line for each cell and for each tab."""

    name: ClassVar[str] = "tab-line"
    paragraph: ClassVar[str] = "\n\n"
    #: whether cells hold paragraphs, which have an empty line around them, or plain blocks
    paragraphs: bool = option(False, True)

    def table(self, sheet: Sheet) -> str:
        """One table; browsers show a no-break space for the paragraph of a blank cell."""
        gap = "\n\n" if self.paragraphs else "\n"
        rows = []
        for texts in flat_rows(sheet, "ragged"):
            rows.append(f"{gap}\t{gap}".join(text.replace("\n", gap) or "\u00a0" for text in texts))
        return (gap * 2 + "\n").join(rows) + "\n\n\u00a0\n\n"
