"""The package that Word and Excel files are: parts in an archive, tied together by relationships."""

from __future__ import annotations

import posixpath

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.archive import Archive, open_archive
from gxparse.source.breach import unreadable
from gxparse.source.xml_part import XmlElement, parse_xml

__all__ = ["Package", "open_package"]


@define
class Package:
    """An opened package and the path of its main part."""

    archive: Archive
    format: str
    limits: Limits
    main: str = ""
    #: kind of relationship, such as ``"numbering"`` -> path of the part, for the main part
    parts: dict[str, str] = field(factory=dict)
    #: id of relationship -> path of the part, for the main part
    by_id: dict[str, str] = field(factory=dict)

    def xml(self, path: str) -> XmlElement:
        """The root element of a part."""
        return parse_xml(self.archive.read(path), self.limits, self.format, path)

    def relationships(self, part: str) -> list[tuple[str, str, str]]:
        """Id, kind and target path of everything a part refers to inside the package."""
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if path not in self.archive:
            return []
        found: list[tuple[str, str, str]] = []
        for relation in self.xml(path):
            # What stands outside is never looked at.
            if relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                target = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found.append((relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], target))
        return found


def open_package(data: bytes, limits: Limits, format: str, fallback: str) -> Package:  # noqa: A002
    """Open a package; *fallback* is the main part where relationships name none.

    Raises what :func:`~gxparse.source.archive.open_archive` and :func:`~gxparse.source.xml_part.parse_xml` raise.
    """
    package = Package(open_archive(data, limits, format), format, limits)
    for _, kind, target in package.relationships(""):
        if kind == "officeDocument" and target in package.archive:
            package.main = target
            break
    else:
        if fallback not in package.archive:
            raise unreadable(codes.DAMAGED_FILE, format=format, detail=f"no {fallback}")
        package.main = fallback
    for id_, kind, target in package.relationships(package.main):
        if target in package.archive:
            package.parts.setdefault(kind, target)
            package.by_id[id_] = target
    return package
