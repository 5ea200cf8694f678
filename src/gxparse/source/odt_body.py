"""The body of an OpenDocument text: paragraphs, lists and tables as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.docx_numbering import number_of
from gxparse.source.figure_like import PICTURE, is_figure, numbered, without_pictures
from gxparse.source.odt_styles import ListLevel, Styles
from gxparse.source.sheet import Block, Cell, Grid, Line, Sheet
from gxparse.source.xml_part import XmlElement

__all__ = ["Body"]

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"

_SPACES = re.compile(r"[ \t\r\n]+")
#: ``text:s`` may ask for any number of spaces.
_MAX_SPACES = 200

#: What never stands in the text a reader sees.
_UNSEEN = frozenset(
    (
        _OFFICE + "annotation",
        _OFFICE + "annotation-end",
        _TEXT + "tracked-changes",
        _TEXT + "hidden-text",
        _TEXT + "script",
        _TEXT + "hidden-paragraph",
        _TEXT + "ruby-text",
        _TEXT + "note-citation",
        _OFFICE + "forms",
        _TEXT + "sequence-decls",
        _TEXT + "variable-decls",
        _TEXT + "user-field-decls",
    )
)


@define
class _List:
    """A list that is being read: its style and how far each level has been counted."""

    style: str
    counts: dict[int, int] = field(factory=dict)


@define
class Body:
    """Reads one body."""

    sheet: Sheet
    limits: Limits
    styles: Styles
    _paragraphs: int = field(default=0, init=False)
    _tables: int = field(default=0, init=False)
    _cells: int = field(default=0, init=False)
    _depth: int = field(default=0, init=False)
    #: text frames and notes that were met in the current paragraph
    _aside: list[XmlElement] = field(factory=list, init=False)
    _pictured: bool = field(default=False, init=False)
    #: counts of lists that may be continued, by list style
    _continued: dict[str, dict[int, int]] = field(factory=dict, init=False)

    def read(self, root: XmlElement) -> None:
        """Read everything under the root into the sheet."""
        changes = list(root.iter(_TEXT + "changed-region"))
        if changes:
            deletions = sum(1 for change in changes if change.find(_TEXT + "deletion") is not None)
            self.sheet.diagnostics.append(
                codes.TRACKED_CHANGES(insertions=len(changes) - deletions, deletions=deletions)
            )
        for text in root.iterfind(f"{_OFFICE}body/{_OFFICE}text"):
            for block in self._blocks(text, "", None):
                self.sheet.add(block)

    # --- blocks --------------------------------------------------------------------------------------------------

    def _blocks(self, container: XmlElement, where: str, list_: _List | None, level: int = 0) -> Iterator[Block]:
        """Paragraphs and tables of a body, a section, a list, a cell, a frame or a note."""
        self._depth += 1
        if self._depth > self.limits.xml_depth:
            self.sheet.count(codes.NESTED_TOO_DEEP, limit=self.limits.xml_depth)
        else:
            for child in container:
                yield from self._block(child, where, list_, level)
        self._depth -= 1

    def _block(self, child: XmlElement, where: str, list_: _List | None, level: int) -> Iterator[Block]:
        tag = child.tag
        if tag in (_TEXT + "p", _TEXT + "h"):
            yield from self._paragraph(child, where)
        elif tag == _TABLE + "table":
            grid = self._table(child)
            if grid is not None:
                yield grid
        elif tag == _TEXT + "list":
            yield from self._list(child, where, list_, level + 1)
        elif tag == _DRAW + "frame":
            self._frame(child)
            yield from self._asides(where)
        elif tag == _TEXT + "section" and child.get(_TEXT + "display") == "none":
            self.sheet.count(codes.HIDDEN_TEXT, text="".join(child.itertext())[:20])
        elif tag not in _UNSEEN and isinstance(tag, str):
            yield from self._blocks(child, where, list_, level)

    def _paragraph(self, paragraph: XmlElement, where: str, number: str = "") -> Iterator[Block]:
        style = paragraph.get(_TEXT + "style-name", "")
        parts: list[str] = []
        self._inline(paragraph, parts, style in self.styles.hidden or _hides_itself(paragraph))
        text = "".join(parts).rstrip(" ")
        if PICTURE in text:
            text = without_pictures(text, in_cell=where.startswith("table"))
        if style in self.styles.struck and is_figure(text):
            text = f"[{text}]"
        text = numbered(number, text)
        address = where
        if not where:
            self._paragraphs += 1
            address = f"paragraph {self._paragraphs}"
        if text or where:
            yield Line(text, address)
        yield from self._asides(address)

    def _asides(self, where: str) -> Iterator[Block]:
        """What is anchored in a paragraph but stands elsewhere: text frames and notes."""
        asides, self._aside = self._aside, []
        for aside in asides:
            kind = "note" if aside.tag == _TEXT + "note-body" else "text box"
            yield from self._blocks(aside, f"{kind} at {where}" if where else kind, None)

    def _frame(self, frame: XmlElement) -> bool:
        """Note the text in a frame, if it holds text; else it holds a picture."""
        box = frame.find(_DRAW + "text-box")
        if box is not None:
            self._aside.append(box)
        else:
            self._pictured = True
        return box is not None

    # --- lists ---------------------------------------------------------------------------------------------------

    def _list(self, element: XmlElement, where: str, outer: _List | None, level: int) -> Iterator[Block]:
        style = element.get(_TEXT + "style-name") or (outer.style if outer is not None else "")
        goes_on = element.get(_TEXT + "continue-numbering") == "true" or element.get(_TEXT + "continue-list")
        if outer is not None and outer.style == style:
            list_ = outer
            list_.counts.pop(level, None)
        else:
            list_ = _List(style, dict(self._continued.get(style, {})) if goes_on else {})
        for item in element:
            if item.tag == _TEXT + "list-header":
                yield from self._blocks(item, where, list_, level)
            elif item.tag == _TEXT + "list-item":
                yield from self._item(item, where, list_, level)
        self._continued[style] = dict(list_.counts)

    def _item(self, item: XmlElement, where: str, list_: _List, level: int) -> Iterator[Block]:
        start = number_of(item.get(_TEXT + "start-value"))
        numbered = False
        for child in item:
            if child.tag in (_TEXT + "p", _TEXT + "h") and not numbered:
                numbered = True
                yield from self._paragraph(child, where, self._next_number(list_, level, start))
            else:
                yield from self._block(child, where, list_, level)

    def _next_number(self, list_: _List, level: int, start: int | None) -> str:
        levels = self.styles.lists.get(list_.style, {})
        rule = levels.get(level)
        if rule is None:
            return ""
        list_.counts[level] = start if start is not None else list_.counts.get(level, rule.start - 1) + 1
        shown: list[str] = []
        for above in range(max(1, level - rule.shown + 1), level + 1):
            part = levels.get(above, ListLevel("")).number(list_.counts.get(above, 1))
            if part is None:
                self.sheet.count(codes.UNKNOWN_NUMBERS, format=levels[above].format)
                return ""
            shown.append(part)
        number = ".".join(part for part in shown if part)
        if not number:
            return ""
        number = rule.prefix + number + rule.suffix
        self.sheet.count(codes.AUTOMATIC_NUMBERS, text=number)
        return number

    # --- text ----------------------------------------------------------------------------------------------------

    def _inline(self, element: XmlElement, out: list[str], hidden: bool) -> None:
        """The text of a paragraph, with white space as OpenDocument collapses it."""
        self._depth += 1
        if self._depth > self.limits.xml_depth:
            self.sheet.count(codes.NESTED_TOO_DEEP, limit=self.limits.xml_depth)
        else:
            self._add(element.text, out, hidden)
            for child in element:
                self._inline_child(child, out, hidden)
                self._add(child.tail, out, hidden)
        self._depth -= 1

    def _inline_child(self, child: XmlElement, out: list[str], hidden: bool) -> None:
        tag = child.tag
        if tag == _TEXT + "span":
            style = child.get(_TEXT + "style-name", "")
            looks = self.styles
            if style in looks.raised or style in looks.struck or style in looks.pale:
                inner: list[str] = []
                self._inline(child, inner, hidden or style in looks.hidden)
                # A raised figure is a reference to a note. Glued to the figure beside it, it would be another figure.
                text = "".join(inner)
                behind = style in looks.raised and bool(out) and not out[-1][-1:].isspace()
                out.append(f"[{text}]" if text.strip() and (behind or is_figure(text)) else text)
            else:
                self._inline(child, out, hidden or style in self.styles.hidden)
        elif tag == _TEXT + "s":
            count = number_of(child.get(_TEXT + "c", "1"))
            out.append(" " * min(max(count if count is not None else 1, 0), _MAX_SPACES))
        elif tag == _TEXT + "tab":
            out.append("\t")
        elif tag == _TEXT + "line-break":
            out.append("\n")
        elif tag == _TEXT + "note":
            self._aside.extend(child.iterchildren(_TEXT + "note-body"))
        elif tag == _DRAW + "frame":
            if not self._frame(child) and child.get(_TEXT + "anchor-type") == "as-char":
                out.append(PICTURE)
        elif isinstance(tag, str) and tag.startswith(_DRAW) and tag != _DRAW + "a":
            self._aside.append(child)  # a drawing with text in it
        elif tag in _UNSEEN:
            if tag != _OFFICE + "annotation" and tag != _TEXT + "note-citation":
                self._hide("".join(child.itertext()))
        elif isinstance(tag, str):
            self._inline(child, out, hidden)

    def _add(self, text: str | None, out: list[str], hidden: bool) -> None:
        if not text:
            return
        if hidden:
            self._hide(text)
            return
        text = _SPACES.sub(" ", text)
        if text[0] == " " and (not out or not out[-1] or out[-1][-1] in " \t\n"):
            text = text[1:]
        out.append(text)

    def _hide(self, text: str) -> None:
        if text.strip():
            self.sheet.count(codes.HIDDEN_TEXT, text=text.strip()[:20])

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: XmlElement) -> Grid | None:
        self._tables += 1
        number = self._tables
        cells: list[Cell] = []
        row = width = 0
        for element in _rows(table):
            if element.get(_TABLE + "visibility", "visible") != "visible":
                self._hide("".join(element.itertext()))
                continue
            for _ in range(self._repeated(element, "number-rows-repeated", self.limits.row_span)):
                if self._cells > self.limits.grid_cells:
                    break
                width = max(width, self._row(element, number, row, cells))
                row += 1
        for cell in cells:
            if cell.column + cell.width > width:  # covered cells stand in the file too, so nothing lies beyond
                self.sheet.count(codes.SPAN_CLAMPED, span=str(cell.width))
                cell.width = width - cell.column
        return Grid(cells, row, width) if cells else None

    def _row(self, element: XmlElement, table: int, row: int, cells: list[Cell]) -> int:
        column = 0
        for child in element:
            tag = child.tag
            if tag not in (_TABLE + "table-cell", _TABLE + "covered-table-cell"):
                continue
            for _ in range(self._repeated(child, "number-columns-repeated", self.limits.column_span)):
                self._cells += 1
                if self._cells > self.limits.grid_cells:
                    return column
                if tag == _TABLE + "covered-table-cell":
                    self._hide("".join(child.itertext()))
                else:
                    address = f"table {table}, row {row + 1}, column {column + 1}"
                    outer, self._pictured = self._pictured, False
                    blocks = list(self._blocks(child, address, None))
                    pictured, self._pictured = self._pictured, outer
                    wide = self._repeated(child, "number-columns-spanned", self.limits.column_span)
                    high = self._repeated(child, "number-rows-spanned", self.limits.row_span)
                    cells.append(Cell(row, column, blocks, high, wide, address, pictured=pictured))
                column += 1
        return column

    def _repeated(self, element: XmlElement, name: str, most: int) -> int:
        """A count of an attribute, from 1 to *most*."""
        value = element.get(_TABLE + name)
        if value is None:
            return 1
        count = number_of(value)
        if count is None or not 1 <= count <= most:
            self.sheet.count(codes.SPAN_CLAMPED, span=value[:20])
            return most if count is not None and count > most else 1
        return count


def _hides_itself(paragraph: XmlElement) -> bool:
    """Whether a paragraph holds a field that hides all of it."""
    return any(field.get(_TEXT + "is-hidden") == "true" for field in paragraph.iterchildren(_TEXT + "hidden-paragraph"))


def _rows(table: XmlElement) -> Iterator[XmlElement]:
    """The rows of a table, through the elements that group them."""
    stack: list[Iterator[XmlElement]] = [iter(table)]
    while stack:
        for child in stack[-1]:
            if child.tag == _TABLE + "table-row":
                yield child
            elif child.tag in (
                _TABLE + "table-rows",
                _TABLE + "table-header-rows",
                _TABLE + "table-row-group",
            ):
                stack.append(iter(child))
                break
        else:
            stack.pop()
