"""Web pages: tables with their spans, the text around them, navigation and all.

Needs no library beyond Python's own; :mod:`gxparse.source.html_tags` says why. Addresses of cells are XPath with a
range of characters, ``(//table)[2]/descendant::tr[5]/*[3]#char=1234,1236``: the range counts in the decoded page, so
``page[1234:1236]`` is the inside of the cell as it was written. Addresses of paragraphs are the range alone.
"""

from __future__ import annotations

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.charset import decode_page
from gxparse.source.html_page import Page
from gxparse.source.model import SourceText
from gxparse.source.sheet import Sheet

__all__ = ["FORMATS", "read", "read_page"]

FORMATS = ("html",)


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a web page.

    Spans are resolved as the HTML Standard says; tables that lay out the page are taken apart; scripts, styles and
    hidden elements are left out (GX131).
    """
    return read_page(data, None, name, limits, "html")


def read_page(
    data: bytes,
    charset: str | None,
    name: str | None,
    limits: Limits,
    format: str,  # noqa: A002
) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a web page whose encoding a header may have declared."""
    # A page is mostly markup, so it may be longer than the text that is kept of it.
    most = 2 * limits.text_chars
    decoded, notes = decode_page(data, charset, most)
    text = decoded.text
    sheet = Sheet(limits, list(notes))
    if len(text) > most:
        sheet.diagnostics.append(codes.TEXT_TOO_LONG(limit=most))
        text = text[:most]
    Page(text, sheet, limits).read()
    return sheet.finish(name, format)
