"""What stands in an element of a Word file, with everything opened that only wraps and left out what was deleted.

ECMA-376 part 1: content controls 17.5.2, tracked changes 17.13.5; part 3: alternate content 10.2.1.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.sheet import Sheet
from gxparse.source.xml_part import XmlElement

__all__ = ["MATH_TEXT", "Walk", "choose"]

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATH_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/math}"
MATH_TEXT = (_MATH + "t", _MATH_STRICT + "t")
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = _COMPATIBILITY + "AlternateContent"

#: kind -> names of the elements that are of this kind
_KINDS = {
    # stand around runs, paragraphs, rows or cells and change nothing
    "around": "hyperlink smartTag sdtContent customXml fldSimple dir ruby rubyBase subDoc",
    "turned": "bdo",
    "inserted": "ins moveTo",
    "deleted": "del moveFrom",
    "sdt": "sdt",
    "p": "p",
    "r": "r",
    "t": "t",
    "tbl": "tbl",
    "tr": "tr",
    "tc": "tc",
    "tab": "tab ptab",
    "break": "br cr",
    "hyphen": "noBreakHyphen",
    "sym": "sym",
    "field": "fldChar",
    "instruction": "instrText",
    "drawing": "drawing pict object movie contentPart",
    "note": "footnoteReference endnoteReference",
    "chunk": "altChunk",
    # Word 2003 writes notes where they are referred to
    "inline note": "footnote endnote",
}
#: Word 2003 marks changes, and parts a document into sections, with elements of namespaces of their own.
_ANNOTATION = "{http://schemas.microsoft.com/aml/2001/core}"
_AUXILIARY = "{http://schemas.microsoft.com/office/word/2003/auxHint}"


@define
class Walk:
    """Walks through one document and counts its tracked changes."""

    #: namespace in braces
    ns: str
    sheet: Sheet
    limits: Limits
    #: whether the document has tracked deletions at all
    has_deletions: bool = True
    insertions: int = 0
    deletions: int = 0
    _kinds: dict[str, str] = field(init=False)
    _depth: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self._kinds = {self.ns + name: kind for kind, names in _KINDS.items() for name in names.split()}
        for name in (_MATH + "oMath", _MATH + "oMathPara", _MATH_STRICT + "oMath", _MATH_STRICT + "oMathPara"):
            self._kinds[name] = "math"
        self._kinds[ALTERNATE] = "alternate"
        self._kinds[_ANNOTATION + "annotation"] = "annotation"
        for name in (
            _ANNOTATION + "content",
            _AUXILIARY + "sect",
            _AUXILIARY + "sub-section",
            _AUXILIARY + "pBdrGroup",
        ):
            self._kinds[name] = "around"

    def children(self, element: XmlElement) -> Iterator[tuple[str, XmlElement]]:
        """Kind and element of what stands in *element*."""
        kinds = self._kinds
        stack: list[Iterator[XmlElement]] = [iter(element)]
        while stack:
            for child in stack[-1]:
                kind = kinds.get(child.tag)
                if kind is None:
                    continue
                inner: XmlElement | None = None
                if kind == "around":
                    inner = child
                elif kind == "turned":
                    inner = None if child.get(self.ns + "val") == "rtl" else child
                elif kind == "inserted":
                    self.insertions += 1
                    inner = child
                elif kind == "deleted":
                    self.deletions += 1
                    continue
                elif kind == "sdt":
                    # A content control that was not filled in shows its prompt; a cell that is one stays a cell.
                    inner = child.find(self.ns + "sdtContent")
                    if inner is None or (self._is_unfilled(child) and inner.find(self.ns + "tc") is None):
                        continue
                elif kind == "annotation":
                    change = child.get(self.ns + "type", "")
                    if change == "Word.Deletion":
                        self.deletions += 1
                        continue
                    self.insertions += change == "Word.Insertion"
                    inner = child
                elif kind == "alternate":
                    inner = choose(child)
                    if inner is None:
                        continue
                if inner is None:
                    yield kind, child
                else:
                    stack.append(iter(inner))
                    break
            else:
                stack.pop()

    def _is_unfilled(self, control: XmlElement) -> bool:
        return control.find(f"{self.ns}sdtPr/{self.ns}showingPlcHdr") is not None

    def is_prompt(self, cell: XmlElement) -> bool:
        """Whether a cell is a content control that was not filled in."""
        content = cell.getparent()
        control = None if content is None or content.tag != self.ns + "sdtContent" else content.getparent()
        return control is not None and self._is_unfilled(control)

    def deeper(self, step: int) -> bool:
        """Go a level of tables or text boxes down or up; ``False``, with a diagnostic, if that is too deep to follow."""
        if self._depth + step > self.limits.table_depth:
            self.sheet.count(codes.NESTED_TOO_DEEP, limit=self.limits.table_depth)
            return False
        self._depth += step
        return True

    def number(self, element: XmlElement, tag: str) -> str | None:
        """The value of a child such as ``w:numId``; ``None`` if it is not there."""
        found = element.find(self.ns + tag)
        value: str | None = None if found is None else found.get(self.ns + "val")
        return value


def choose(alternate: XmlElement) -> XmlElement | None:
    """One of the alternatives that stand for the same content.

    The first that holds a text box, else the first: programs write a drawing for new readers and a picture of the
    same text box for old ones.
    """
    candidates = [
        *alternate.iterchildren(_COMPATIBILITY + "Choice"),
        *alternate.iterchildren(_COMPATIBILITY + "Fallback"),
    ]
    for candidate in candidates:
        if next(candidate.iter("{*}txbxContent"), None) is not None:
            return candidate
    return candidates[0] if candidates else None
