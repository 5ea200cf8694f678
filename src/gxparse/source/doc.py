"""Old Word files (``.doc``, ``.wps``): read from their bytes, without any office program.

Addresses are ``"paragraph 12"`` and ``"table 2, row 5, column 3"``, counted from 1, columns on the full grid.
"""

from __future__ import annotations

from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.doc_body import Body
from gxparse.source.doc_file import open_word
from gxparse.source.model import SourceText
from gxparse.source.office import read_document
from gxparse.source.ole import open_ole
from gxparse.source.sheet import Sheet

__all__ = ["FORMATS", "read"]

FORMATS = ("doc",)


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a binary file of Word 97 to 2003, or of a program that writes the same.

    Merged cells, tables in tables, notes and text boxes are read. Tracked changes are read as if accepted (GX130), hidden
    text is left out (GX131), automatic numbers are not written out (GX133). A file of an older version is converted by
    LibreOffice where it is installed (GX193 otherwise).

    Raises :class:`~gxparse.errors.UnreadableSource` when it is encrypted (GX102) or damaged (GX103).
    """
    file = open_word(open_ole(data, "doc"))
    if file is None:
        return read_document(data, name, "doc", limits)
    sheet = Sheet(limits)
    Body(file, sheet, limits).read()
    return sheet.finish(name, "doc")
