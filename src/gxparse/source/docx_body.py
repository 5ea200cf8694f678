"""The body of a Word file: paragraphs and tables as a reader sees them.

ECMA-376 part 1, 17.3 (paragraphs, runs), 17.4 (tables), 17.13.5 (tracked changes), 17.16 (fields).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Severity
from gxparse.limits import Limits
from gxparse.source.docx_numbering import Numbering, number_of
from gxparse.source.docx_styles import Styles, is_on
from gxparse.source.sheet import Block, Cell, Grid, Line, Sheet
from gxparse.source.xml_part import XmlElement

__all__ = ["Body"]

#: Word itself has no more columns.
_COLUMNS = 63
_SYMBOL = re.compile(r"[0-9A-Fa-f]{1,6}\Z")
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MATH_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/math}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_ALTERNATE = _COMPATIBILITY + "AlternateContent"

#: Elements that stand around runs, paragraphs, rows or cells and change nothing.
_AROUND = (
    "ins moveTo hyperlink smartTag sdtContent customXml fldSimple dir bdo rubyBase ruby subDoc".split()  # noqa: SIM905
)
_DELETED = ("del", "moveFrom")


@define
class Body:
    """Reads one body; keeps what goes on from paragraph to paragraph."""

    ns: str
    sheet: Sheet
    limits: Limits
    numbering: Numbering
    styles: Styles
    #: kind and id -> footnote or endnote
    notes: dict[tuple[str, str], XmlElement]
    #: whether the document has fields at all
    has_fields: bool
    #: whether it has hidden or raised text, or styles that could make it so
    has_looks: bool

    _tags: dict[str, str] = field(init=False)
    _paragraphs: int = field(default=0, init=False)
    _tables: int = field(default=0, init=False)
    _insertions: int = field(default=0, init=False)
    _deletions: int = field(default=0, init=False)
    #: one entry for each open field: whether its result has begun
    _fields: list[bool] = field(factory=list, init=False)
    _instruction: list[str] = field(factory=list, init=False)
    #: text boxes and notes that were met in the current paragraph
    _boxes: list[XmlElement] = field(factory=list, init=False)
    _noted: list[tuple[str, str]] = field(factory=list, init=False)
    _pictured: bool = field(default=False, init=False)
    _depth: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        ns = self.ns
        tags = {ns + name: "around" for name in _AROUND}
        tags |= {ns + name: "deleted" for name in _DELETED}
        for name in ("p", "r", "t", "tbl", "tr", "tc", "tab", "ptab", "br", "cr", "sym", "sdt", "fldChar", "instrText"):
            tags[ns + name] = name
        tags |= {ns + "noBreakHyphen": "hyphen", ns + "rPr": "looks", ns + "altChunk": "chunk"}
        tags |= dict.fromkeys((ns + "drawing", ns + "pict", ns + "object"), "drawing")
        tags |= dict.fromkeys((ns + "footnoteReference", ns + "endnoteReference"), "note")
        tags |= dict.fromkeys((_MATH + "oMath", _MATH + "oMathPara", _MATH_STRICT + "oMath"), "math")
        tags[_ALTERNATE] = "alternate"
        self._tags = tags

    # --- documents ---------------------------------------------------------------------------------------------

    def read(self, root: XmlElement) -> None:
        """Read everything under the root into the sheet."""
        if self.has_fields:
            self._match_fields(root)
        for container in root.iterchildren(self.ns + "body"):
            for block in self._blocks(container, ""):
                self.sheet.add(block)

    def report(self) -> None:
        """Say what was counted."""
        if self._insertions or self._deletions:
            self.sheet.diagnostics.append(codes.TRACKED_CHANGES(insertions=self._insertions, deletions=self._deletions))

    def _match_fields(self, root: XmlElement) -> None:
        """Take the mark off fields that never end or never began: they must not swallow the text behind them."""
        kind = self.ns + "fldCharType"
        open_: list[XmlElement] = []
        for mark in root.iter(self.ns + "fldChar"):
            type_ = mark.get(kind)
            if type_ == "begin":
                open_.append(mark)
            elif not open_:
                mark.set(kind, "")
            elif type_ == "end":
                open_.pop()
        for mark in open_:
            mark.set(kind, "")

    # --- blocks --------------------------------------------------------------------------------------------------

    def _deeper(self, step: int) -> bool:
        """Go one level down or up; ``False`` if that is too deep to follow."""
        self._depth += step
        if self._depth <= self.limits.xml_depth:
            return True
        self._depth -= step
        self.sheet.count(codes.NESTED_TOO_DEEP, limit=self.limits.xml_depth)
        return False

    def _children(self, element: XmlElement) -> Iterator[tuple[str, XmlElement]]:
        """What stands in an element, as kind and element: wrappers opened, deleted content left out."""
        tags = self._tags
        stack: list[Iterator[XmlElement]] = [iter(element)]
        while stack:
            for child in stack[-1]:
                kind = tags.get(child.tag)
                if kind is None:
                    continue
                if kind == "around":
                    if child.tag.endswith(("}ins", "}moveTo")):
                        self._insertions += 1
                    stack.append(iter(child))
                    break
                if kind == "deleted":
                    self._deletions += 1
                elif kind == "sdt":
                    content = child.find(self.ns + "sdtContent")
                    # A content control that was not filled in shows its prompt.
                    if content is not None and child.find(f"{self.ns}sdtPr/{self.ns}showingPlcHdr") is None:
                        stack.append(iter(content))
                        break
                elif kind == "alternate":
                    chosen = _choice(child)
                    if chosen is not None:
                        stack.append(iter(chosen))
                        break
                else:
                    yield kind, child
            else:
                stack.pop()

    def _blocks(self, container: XmlElement, where: str) -> list[Block]:
        """Paragraphs and tables of a body, a cell, a text box or a note; *where* begins their addresses."""
        blocks: list[Block] = []
        carried = ""
        first = True
        for kind, child in self._children(container):
            if kind == "p":
                text = self._paragraph(child)
                address = where
                if not where:
                    self._paragraphs += 1
                    address = f"paragraph {self._paragraphs}"
                if carried or self._mark_deleted(child):
                    joined = carried + text
                    if self._mark_deleted(child):
                        carried = joined
                    else:
                        carried = ""
                        blocks.append(Line(joined, address))
                elif text or (first and where):
                    blocks.append(Line(text, address))
                if self._boxes or self._noted:
                    blocks.extend(self._aside(address))
                first = False
            elif kind == "tbl":
                if carried:
                    blocks.append(Line(carried, where))
                    carried = ""
                if self._deeper(+3):
                    grid = self._table(child)
                    self._deeper(-3)
                    if grid is not None:
                        blocks.append(grid)
                    if self._noted and not where:
                        blocks.extend(self._aside(where))
            elif kind == "chunk":
                self.sheet.diagnostics.append(codes.PART_NOT_READ(part="altChunk", detail="another document inside"))
            elif kind in ("drawing", "r"):  # a drawing chosen among alternatives outside of a run
                self._inline(child, [])
                blocks.extend(self._aside(where))
        if carried:
            blocks.append(Line(carried, where))
        return blocks

    def _aside(self, where: str) -> list[Block]:
        """What is anchored in a paragraph but stands elsewhere: text boxes, and notes once outside of tables."""
        boxes, self._boxes = self._boxes, []
        blocks: list[Block] = []
        for box in boxes:
            if self._deeper(+2):
                blocks.extend(self._blocks(box, f"text box at {where}" if where else "text box"))
                self._deeper(-2)
        if not where.startswith("table"):
            noted, self._noted = self._noted, []
            for kind, key in noted:
                note = self.notes.pop((kind, key), None)
                if note is not None:
                    blocks.extend(self._blocks(note, f"{kind} {key}"))
        return blocks

    def _mark_deleted(self, paragraph: XmlElement) -> bool:
        """Whether the end of the paragraph is a tracked deletion, so that the next one goes on in it."""
        if paragraph.find(f"{self.ns}pPr/{self.ns}rPr/{self.ns}del") is None:
            return False
        self._deletions += 1
        return True

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: XmlElement) -> str:
        out: list[str] = []
        properties = paragraph.find(self.ns + "pPr")
        style = None
        number = ""
        if properties is not None and len(properties):
            style = properties.find(self.ns + "pStyle")
            style = None if style is None else style.get(self.ns + "val")
            number = self._number(properties, style)
        hidden = style is not None and self.styles.hides(style)
        for kind, child in self._children(paragraph):
            if kind == "r":
                self._run(child, out, hidden)
            elif kind == "math":
                out.extend(t.text for t in child.iter(_MATH + "t", _MATH_STRICT + "t") if t.text)
        text = "".join(out)
        if not number or not text or text.isspace():
            return text
        self.sheet.count(codes.AUTOMATIC_NUMBERS, text=number)
        return number + text

    def _number(self, properties: XmlElement, style: str | None) -> str:
        found = properties.find(self.ns + "numPr")
        key: str | None = None
        level: int | None = None
        if found is not None:
            id_ = found.find(self.ns + "numId")
            key = None if id_ is None else id_.get(self.ns + "val")
            depth = found.find(self.ns + "ilvl")
            level = None if depth is None else number_of(depth.get(self.ns + "val"))
        if key is None and style is not None:
            inherited = self.styles.numbering(style, self.numbering.by_style)
            if inherited is not None:
                key, level = inherited[0], inherited[1] if level is None else level
        if key is None or key == "0":
            return ""
        text, unknown = self.numbering.next(key, 0 if level is None else level)
        if unknown is not None:
            self.sheet.count(codes.UNKNOWN_NUMBERS, format=unknown)
        return text

    def _run(self, run: XmlElement, out: list[str], hidden: bool) -> None:
        raised = False
        if self.has_looks:
            looks = run.find(self.ns + "rPr")
            if looks is not None:
                hidden = self._hides(looks, hidden)
                raised = self._raises(looks)
        if not hidden and not raised:
            self._inline(run, out)
            return
        inner: list[str] = []
        self._inline(run, inner)
        text = "".join(inner)
        if not text:
            return
        if hidden:
            if not text.isspace():
                self.sheet.count(codes.HIDDEN_TEXT, text=text[:20])
        elif out and out[-1] and not out[-1][-1].isspace():
            # A raised figure is a reference to a note. Glued to the figure before it, it would be another figure.
            out.append(f"[{text}]")
        else:
            out.append(text)

    def _hides(self, looks: XmlElement, inherited: bool) -> bool:
        own = is_on(looks.find(self.ns + "vanish"), self.ns)
        if own is not None:
            return own
        style = looks.find(self.ns + "rStyle")
        return inherited or (style is not None and self.styles.hides(style.get(self.ns + "val", "")))

    def _raises(self, looks: XmlElement) -> bool:
        align = looks.find(self.ns + "vertAlign")
        return align is not None and align.get(self.ns + "val") == "superscript"

    def _inline(self, run: XmlElement, out: list[str]) -> None:
        """The text of a run."""
        for kind, child in self._children(run):
            if kind == "fldChar":
                self._field(child.get(self.ns + "fldCharType"))
            elif kind == "instrText":
                if self._fields and child.text:
                    self._instruction.append(child.text)
            elif self._fields and not all(self._fields):
                continue  # the instruction of a field, whatever stands in it
            elif kind == "t":
                if child.text:
                    out.append(child.text)
            elif kind in ("tab", "ptab"):
                out.append("\t")
            elif kind in ("br", "cr"):
                out.append("\n")
            elif kind == "hyphen":
                out.append("-")
            elif kind == "sym":
                code = child.get(self.ns + "char", "")
                if _SYMBOL.match(code) and int(code, 16) <= 0x10FFFF:
                    out.append(chr(int(code, 16)))
            elif kind == "note":
                self._noted.append(
                    (child.tag.partition("}")[2].removesuffix("Reference"), child.get(self.ns + "id", ""))
                )
            elif kind == "drawing":
                self._drawing(child)
            elif kind == "r":
                self._run(child, out, hidden=False)

    def _field(self, mark: str | None) -> None:
        if mark == "begin":
            self._fields.append(False)
            self._instruction.clear()
        elif mark == "separate" and self._fields:
            # A table of contents repeats every heading, and its results are kept up by nobody.
            contents = "".join(self._instruction).strip().upper().startswith("TOC")
            self._fields[-1] = not contents
            if contents:
                self.sheet.diagnostics.append(
                    codes.PART_NOT_READ(severity=Severity.NOTE, part="TOC", detail="table of contents")
                )
        elif mark == "end" and self._fields:
            self._fields.pop()

    def _drawing(self, drawing: XmlElement) -> None:
        """Text boxes in a drawing, each once; a drawing without any is a picture."""
        box = self.ns + "txbxContent"
        found = False
        stack = [drawing]
        while stack:
            element = stack.pop()
            if element.tag == box:
                self._boxes.append(element)
                found = True
            elif element.tag == _ALTERNATE:
                chosen = _choice(element)
                if chosen is not None:
                    stack.append(chosen)
            else:
                stack.extend(reversed(element))
        self._pictured = self._pictured or not found

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: XmlElement) -> Grid | None:
        ns = self.ns
        self._tables += 1
        number = self._tables
        cells: list[Cell] = []
        # Merged cells of the row above that go on below, by column.
        merging: dict[int, Cell] = {}
        row = width = 0
        for kind, tr in self._children(table):
            if kind != "tr":
                continue
            before, after, dropped = self._row_properties(tr.find(ns + "trPr"))
            if dropped:
                continue
            column = before
            going: dict[int, Cell] = {}
            for kind_, tc in self._children(tr):
                if kind_ != "tc":
                    continue
                span, merge, sideways, gone = self._cell_properties(tc.find(ns + "tcPr"))
                if gone:
                    self._deletions += 1
                    continue
                address = f"table {number}, row {row + 1}, column {column + 1}"
                above = merging.get(column) if merge == "continue" else None
                if sideways and cells and cells[-1].row == row:
                    cells[-1].width += span
                elif above is not None:
                    above.height += 1
                    going[column] = above
                    self._covered(tc)
                else:
                    self._pictured = False
                    blocks = self._blocks(tc, address)
                    cell = Cell(row, column, blocks, 1, span, address, pictured=self._pictured)
                    cells.append(cell)
                    if merge is not None:
                        going[column] = cell
                column += span
            merging = going
            row += 1
            width = max(width, column + after)
        return Grid(cells, row, width) if cells else None

    def _covered(self, tc: XmlElement) -> None:
        """Word shows nothing of a cell that is merged into the one above."""
        text = "".join(t.text for t in tc.iter(self.ns + "t") if t.text).strip()
        if text:
            self.sheet.count(codes.HIDDEN_TEXT, text=text[:20])

    def _row_properties(self, properties: XmlElement | None) -> tuple[int, int, bool]:
        """Columns left out before and after the cells of a row, and whether the row is not shown."""
        if properties is None or not len(properties):
            return 0, 0, False
        ns = self.ns
        if properties.find(ns + "del") is not None:
            self._deletions += 1
            return 0, 0, True
        if properties.find(ns + "ins") is not None:
            self._insertions += 1
        if is_on(properties.find(ns + "hidden"), ns):
            self.sheet.count(codes.HIDDEN_TEXT, text="")
            return 0, 0, True
        return (
            self._columns(properties.find(ns + "gridBefore")),
            self._columns(properties.find(ns + "gridAfter")),
            False,
        )

    def _cell_properties(self, properties: XmlElement | None) -> tuple[int, str | None, bool, bool]:
        """Columns a cell spans, ``restart`` or ``continue``, whether it goes on to the left, whether it is deleted."""
        if properties is None:
            return 1, None, False, False
        ns = self.ns
        span = 1
        merge: str | None = None
        sideways = gone = False
        for child in properties:
            tag = child.tag
            if tag == ns + "gridSpan":
                span = max(1, self._columns(child))
            elif tag == ns + "vMerge":
                merge = "restart" if child.get(ns + "val") == "restart" else "continue"
            elif tag == ns + "hMerge":
                sideways = child.get(ns + "val") != "restart"
            elif tag == ns + "cellDel":
                gone = True
        return span, merge, sideways, gone

    def _columns(self, element: XmlElement | None) -> int:
        if element is None:
            return 0
        text = element.get(self.ns + "val")
        number = number_of(text)
        most = min(_COLUMNS, self.limits.column_span)
        if number is None or not 0 <= number <= most:
            self.sheet.count(codes.SPAN_CLAMPED, span=(text or "")[:20])
            return most if number is not None and number > most else 0
        return number


def _choice(alternate: XmlElement) -> XmlElement | None:
    """One of the alternatives that stand for the same content: the first choice that holds a text box, else the
    fallback if it does, else the first choice.
    """
    candidates: Iterable[XmlElement] = [
        *alternate.iterchildren(_COMPATIBILITY + "Choice"),
        *alternate.iterchildren(_COMPATIBILITY + "Fallback"),
    ]
    first = None
    for candidate in candidates:
        first = candidate if first is None else first
        for inner in candidate.iter("{*}txbxContent"):
            if inner is not None:
                return candidate
    return first
