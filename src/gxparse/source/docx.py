"""Word files (``.docx``): tables as Word lays them out, text as a reader sees it.

Read with lxml from the parts themselves: building python-docx's objects costs several times as much, it repeats
merged cells, and it hangs on a huge ``gridSpan``. Addresses are ``"paragraph 12"`` and ``"table 2, row 5, column 3"``,
counted from 1 in the order of the document, columns on the full grid.
"""

from __future__ import annotations

from typing import Protocol

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach
from gxparse.source.docx_body import Body
from gxparse.source.docx_fields import match_fields
from gxparse.source.docx_numbering import Numbering, read_numbering
from gxparse.source.docx_runs import Runs
from gxparse.source.docx_sizes import Sizes
from gxparse.source.docx_styles import Styles, read_styles
from gxparse.source.docx_walk import Walk
from gxparse.source.model import SourceText
from gxparse.source.package import open_package
from gxparse.source.sheet import Sheet
from gxparse.source.xml_part import XmlElement, parse_xml

__all__ = ["FORMATS", "read", "read_document"]

FORMATS = ("docx",)

#: What must stand in a document for any of its text to be hidden, set apart, white, turned round or in signs.
_LOOKS = (
    b"vanish",
    b"superscript",
    b"subscript",
    b"trike",
    b"w:position",
    b"rStyle",
    b"w:rtl",
    b"dings",
    b'color w:val="FFFFFF"',
    b'color w:val="ffffff"',
)
#: What must stand in the styles for them to matter: they are by far the largest part, and mostly looks.
_STYLE_LOOKS = (b"numPr", b"vanish", b"superscript", b"subscript", b"trike", b"w:position", b'"FFFFFF"', b'"ffffff"')


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a Word file.

    Merged cells, tables in tables, content controls, text boxes and notes are read. Tracked changes are read as if
    accepted (GX130), hidden text is left out (GX131), automatic numbers are written out (GX132).

    Raises :class:`~gxparse.errors.UnreadableSource` (GX102, GX103) and
    :class:`~gxparse.source.breach.Breach` like :func:`~gxparse.source.package.open_package`.
    """
    package = open_package(data, limits, "docx", "word/document.xml")
    source = package.archive.read(package.main)
    root = parse_xml(source, limits, "docx", package.main)
    sheet = Sheet(limits)

    def part(kind: str, marks: tuple[bytes, ...] = ()) -> XmlElement | None:
        path = package.parts.get(kind)
        if path is None or (marks and not any(mark in package.archive.read(path) for mark in marks)):
            return None
        try:
            return package.xml(path)
        except Breach as breach:
            sheet.diagnostics.append(codes.PART_NOT_READ(part=path, detail=breach.diagnostic.code))
            return None

    read_document(root, source, part, sheet)
    return sheet.finish(name, "docx")


class Part(Protocol):
    """Gives the root of another part of the file by its kind: numbering, styles, footnotes or endnotes."""

    def __call__(self, kind: str, marks: tuple[bytes, ...] = (), /) -> XmlElement | None:
        """``None`` if there is no such part, or if, for all that can be seen from outside, no mark stands in it."""


def read_document(root: XmlElement, source: bytes, part: Part, sheet: Sheet) -> None:
    """Read the main part of a Word document into the sheet.

    *source* are the bytes of the part, which tell at once what does not stand in it; *part* gives the root of another
    part by its kind (``"numbering"``, ``"styles"``, ``"footnotes"``, ``"endnotes"``).
    """
    # Strict and transitional files differ in their namespaces and nothing else that matters here.
    namespace = root.tag.partition("}")[0] + "}" if root.tag.startswith("{") else ""
    lists = part("numbering")
    styles = part("styles", _STYLE_LOOKS) if b"pStyle" in source or b"rStyle" in source else None
    walk = Walk(namespace, sheet, sheet.limits, has_deletions=b"del" in source)
    runs = Runs(
        walk,
        Numbering() if lists is None else read_numbering(lists, namespace),
        Styles() if styles is None else read_styles(styles, namespace),
        Sizes(namespace, lambda: part("styles")),
        any(mark in source for mark in _LOOKS),
    )
    if b"fldChar" in source:
        match_fields(root, namespace)
    notes: dict[tuple[str, str], XmlElement] = {}
    for tag in ("footnote", "endnote"):
        found = part(tag + "s") if f"{tag}Reference".encode() in source else None
        if found is not None:
            notes.update({(tag, note.get(namespace + "id", "")): note for note in found.iter(namespace + tag)})
    Body(walk, runs, notes).read(root)
