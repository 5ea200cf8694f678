"""Word documents that are one XML file: the format of Word 2003, and the flat form of ``.docx``.

Programs of offices write these from templates, nearly always under the name ``.doc``. Both are read like ``.docx``
(:mod:`gxparse.source.docx`): the elements have other namespaces and hardly any other names.
"""

from __future__ import annotations

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import unreadable
from gxparse.source.docx import read_document
from gxparse.source.model import SourceText
from gxparse.source.sheet import Sheet
from gxparse.source.xml_part import XmlElement, parse_xml

__all__ = ["FORMATS", "read"]

FORMATS = ("wordml",)

_PACKAGE = "{http://schemas.microsoft.com/office/2006/xmlPackage}"


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a Word document that is one XML file.

    Diagnostics and exceptions are those of :func:`gxparse.source.docx.read`.
    """
    root = parse_xml(data, limits, "wordml", "document")
    parts: dict[str, XmlElement] = {}
    if root.tag == _PACKAGE + "package":
        for part in root.iterchildren(_PACKAGE + "part"):
            content = part.find(_PACKAGE + "xmlData")
            if content is not None and len(content):
                path = part.get(_PACKAGE + "name", "")
                parts[path.rpartition("/")[2].removesuffix(".xml")] = content[0]
        if "document" not in parts:
            raise unreadable(codes.DAMAGED_FILE, format="wordml", detail="no /word/document.xml")
        root = parts["document"]
    sheet = Sheet(limits)
    read_document(root, data, lambda kind, _marks=(): parts.get(kind), sheet)
    return sheet.finish(name, "wordml")
