"""``html``: raw HTML tables inside a text, as converters to Markdown leave tables that Markdown cannot hold."""

from __future__ import annotations

from html import escape
from typing import ClassVar

from attrs import frozen

from gxparse.printers.paper import Cell, Sheet
from gxparse.printers.printer import Printer
from gxparse.printers.style import option


@frozen(kw_only=True)
class Html(Printer):
    """Text with HTML tables in it."""

    name: ClassVar[str] = "html"
    paragraph: ClassVar[str] = "\n\n"
    #: whether a table stands on one line
    compact: bool = option(False, True)
    #: what a line break inside a cell becomes
    line_break: str = option("<br />", "<br>\n", "</p><p>")
    #: what stands between the attributes of a tag
    between: str = option(" ", "\n")
    #: the tag of heading cells
    heads: str = option("td", "th")

    def table(self, sheet: Sheet) -> str:
        """One table element."""
        end = "" if self.compact else "\n"
        rows = []
        for row in range(len(sheet.grid)):
            cells = "".join(self._cell(cell) + end for cell in sheet.starts(row))
            rows.append(f"<tr>{end}{cells}</tr>{end}")
        return f'<table border="1">{end}<tbody>{end}{"".join(rows)}</tbody>{end}</table>\n\n'

    def _cell(self, cell: Cell) -> str:
        tag = self.heads if cell.role == "header" else "td"
        spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
        spans += f'{self.between if spans else " "}rowspan="{cell.rows}"' if cell.rows > 1 else ""
        text = escape(cell.text, quote=False)
        if self.line_break == "</p><p>" and "\n" in text:
            text = f"<p>{text}</p>"
        return f"<{tag}{spans}>{text.replace(chr(10), self.line_break)}</{tag}>"
