"""XML of unknown origin, as it stands in the parts of Word and Excel files.

The one place where lxml is imported. No document type, so no entities and nothing to fetch; sizes are looked at
before the parser is, because a tree takes ten times the memory of its text.
"""

from __future__ import annotations

from typing import Any

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.breach import Breach, unreadable
from gxparse.source.extras import require

__all__ = ["XmlElement", "parse_xml"]

#: An element of lxml, which comes without type information.
XmlElement = Any

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
#: libxml2's number for every limit of its own (nesting, length of a text).
_RESOURCE_LIMITS = frozenset((114, 116))  # XML_ERR_RESOURCE_LIMIT and XML_ERR_ARGUMENT of versions before 2.14


def parse_xml(data: bytes, limits: Limits, format: str, part: str) -> XmlElement:  # noqa: A002
    """The root element of one part of a file.

    Raises :class:`~gxparse.errors.UnreadableSource` (GX103) when it is not well formed or declares a document type,
    :class:`~gxparse.source.breach.Breach` when it has too many tags (GX127) or is nested too deep (GX123).
    """
    etree = require("lxml.etree", "xlsx" if format in ("xlsx", "spreadsheetml") else "docx")
    # An element costs one bracket at least, an attribute one sign.
    if data.count(b"<") + data.count(b"=") > limits.xml_nodes:
        raise Breach(codes.TOO_MANY_TAGS(limit=limits.xml_nodes))
    if any(mark in data for mark in _DOCTYPES):
        raise unreadable(codes.DAMAGED_FILE, format=format, detail=f"{part}: DOCTYPE")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code in _RESOURCE_LIMITS or "depth" in str(error):
            raise Breach(codes.NESTED_TOO_DEEP(limit=limits.xml_depth)) from error
        raise unreadable(codes.DAMAGED_FILE, format=format, detail=f"{part}: {error}"[:200]) from error
