"""OpenDocument text (``.odt``): read from its XML, without any office program.

A table says its own grid: covered cells are elements of their own, so nothing has to be worked out. Addresses are
``"paragraph 12"`` and ``"table 2, row 5, column 3"``, counted from 1, columns on the full grid. OpenDocument 1.3, part 3.
"""

from __future__ import annotations

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.archive import open_archive
from gxparse.source.breach import unreadable
from gxparse.source.model import SourceText
from gxparse.source.odt_body import Body
from gxparse.source.odt_styles import read_styles
from gxparse.source.sheet import Sheet
from gxparse.source.xml_part import parse_xml

__all__ = ["FORMATS", "read"]

FORMATS = ("odt",)


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read an OpenDocument text.

    Merged cells, tables in tables, lists with their numbers, text frames and notes are read. Tracked changes are read
    as if accepted (GX130), hidden text is left out (GX131), automatic numbers are written out (GX132).

    Raises :class:`~gxparse.errors.UnreadableSource` for a file that is encrypted (GX102) or damaged (GX103), and
    :class:`~gxparse.source.breach.Breach` for one that is too large.
    """
    sheet = Sheet(limits)
    if not data.startswith(b"PK"):
        # The flat form: one XML file with everything in it.
        root = parse_xml(data, limits, "odt", "document")
        Body(sheet, limits, read_styles([root])).read(root)
        return sheet.finish(name, "odt")
    archive = open_archive(data, limits, "odt")
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise unreadable(codes.ENCRYPTED_FILE, format="odt")
    root = parse_xml(archive.read("content.xml"), limits, "odt", "content.xml")
    roots = [root]
    if "styles.xml" in archive:
        roots.append(parse_xml(archive.read("styles.xml"), limits, "odt", "styles.xml"))
    body = Body(sheet, limits, read_styles(roots))
    body.read(root)
    return sheet.finish(name, "odt")
