"""Rich Text Format (``.rtf``): read from its control words, without any office program.

Addresses are ``"paragraph 12"`` and ``"table 2, row 5, column 3"``, counted from 1, columns on the full grid.
"""

from __future__ import annotations

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach
from gxparse.source.model import SourceText
from gxparse.source.rtf_body import Body
from gxparse.source.rtf_tokens import tokens
from gxparse.source.sheet import Sheet

__all__ = ["FORMATS", "read"]

FORMATS = ("rtf",)


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a file in Rich Text Format.

    Merged cells, tables in tables, text boxes, notes and the text of automatic numbers are read. Tracked changes are
    read as if accepted (GX130), hidden text is left out (GX131), bytes that cannot be decoded are counted (GX111).

    Raises :class:`~gxparse.source.breach.Breach` for a file with too many control words (GX127) or groups within
    groups (GX123).
    """
    # Several control words make up what one tag does in XML.
    most = 16 * limits.tags
    if data.count(b"\\") + data.count(b"{") > most:
        raise Breach(codes.TOO_MANY_TAGS(limit=most))
    sheet = Sheet(limits)
    body = Body(sheet, limits)
    for token in tokens(data):
        body.take(token)
    body.finish()
    return sheet.finish(name, "rtf")
