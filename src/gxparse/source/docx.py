"""Word files (``.docx``): tables as Word lays them out, text as a reader sees it.

Read with lxml from the parts themselves: building python-docx's objects costs several times as much, it repeats
merged cells, and it hangs on a huge ``gridSpan``. Addresses are ``"paragraph 12"`` and ``"table 2, row 5, column 3"``,
counted from 1 in the order of the document, columns on the full grid.
"""

from __future__ import annotations

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach
from gxparse.source.docx_body import Body
from gxparse.source.docx_numbering import Numbering, read_numbering
from gxparse.source.docx_runs import Runs, match_fields
from gxparse.source.docx_styles import Styles, read_styles
from gxparse.source.docx_walk import Walk
from gxparse.source.model import SourceText
from gxparse.source.package import Package, open_package
from gxparse.source.sheet import Sheet
from gxparse.source.xml_part import XmlElement, parse_xml

__all__ = ["FORMATS", "read"]

FORMATS = ("docx",)


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
    # Strict and transitional files differ in their namespaces and nothing else that matters here.
    namespace = root.tag.partition("}")[0] + "}" if root.tag.startswith("{") else ""
    sheet = Sheet(limits)
    walk = Walk(namespace, sheet, limits, has_deletions=b"del" in source)
    runs = Runs(
        walk,
        _numbering(package, namespace, sheet),
        _styles(package, namespace, sheet) if b"pStyle" in source or b"rStyle" in source else Styles(),
        any(mark in source for mark in (b"vanish", b"superscript", b"trike", b"rStyle")),
    )
    if b"fldChar" in source:
        match_fields(root, namespace)
    notes = {**_notes(package, namespace, "footnotes", source), **_notes(package, namespace, "endnotes", source)}
    Body(walk, runs, notes).read(root)
    return sheet.finish(name, "docx")


def _numbering(package: Package, namespace: str, sheet: Sheet) -> Numbering:
    path = package.parts.get("numbering")
    if path is None:
        return Numbering()
    try:
        return read_numbering(package.xml(path), namespace)
    except Breach as breach:
        sheet.diagnostics.append(codes.PART_NOT_READ(part=path, detail=breach.diagnostic.code))
        return Numbering()


def _styles(package: Package, namespace: str, sheet: Sheet) -> Styles:
    path = package.parts.get("styles")
    if path is None:
        return Styles()
    try:
        # Styles are by far the largest part, and mostly looks.
        if not any(mark in package.archive.read(path) for mark in (b"numPr", b"vanish")):
            return Styles()
        return read_styles(package.xml(path), namespace)
    except Breach as breach:
        sheet.diagnostics.append(codes.PART_NOT_READ(part=path, detail=breach.diagnostic.code))
        return Styles()


def _notes(package: Package, namespace: str, kind: str, source: bytes) -> dict[tuple[str, str], XmlElement]:
    path = package.parts.get(kind)
    tag = kind[:-1]
    if path is None or f"{tag}Reference".encode() not in source:
        return {}
    return {(tag, note.get(namespace + "id", "")): note for note in package.xml(path).iter(namespace + tag)}
