"""The text of a binary Word file as paragraphs and tables."""

from __future__ import annotations

import struct

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.doc_file import WordFile, sprms
from gxparse.source.edge_table import EdgeCell, OpenTables
from gxparse.source.sheet import Line, Sheet

__all__ = ["Body"]

#: Ends of paragraphs: paragraph mark, end of cell or row, page or section break.
_ENDS = frozenset("\r\x07\x0c")
_FIELD_BEGIN, _FIELD_RESULT, _FIELD_END = "\x13", "\x14", "\x15"
_PICTURES = frozenset("\x01\x08")
#: Characters that stand for something else, or for nothing that is seen.
_CHARACTERS = {
    "\x0b": "\n",
    "\x0e": "\n",
    "\x1e": "-",
    "\x1f": "",
    "\x02": "",
    "\x03": "",
    "\x04": "",
    "\x05": "",
    "\x01": "",
    "\x08": "",
    "\x00": "",
}

# Numbers of properties ([MS-DOC] 2.6.1, 2.6.2, 2.6.3).
_IN_TABLE, _ROW_END, _DEPTH, _DEEPER = 0x2416, 0x2417, 0x6649, 0x664A
_INNER_CELL, _INNER_ROW_END, _LIST = 0x244B, 0x244C, 0x460B
_DEFINITION, _MERGE_SIDEWAYS, _MERGE_DOWN = 0xD608, 0x5624, 0xD62B
_DELETED, _INSERTED, _HIDDEN, _SCRIPT, _RAISED = 0x0800, 0x0801, 0x083C, 0x2A48, 0x4845
_LOOKS = frozenset((_DELETED, _INSERTED, _HIDDEN, _SCRIPT, _RAISED))


@define
class _Paragraph:
    """What the properties of a paragraph say about tables."""

    depth: int = 0
    row_end: bool = False
    cell_end: bool = False
    numbered: bool = False
    left: int = 0
    edges: list[EdgeCell] = field(factory=list)


@define
class Body:
    """Writes the parts of a file into the sheet."""

    file: WordFile
    sheet: Sheet
    limits: Limits
    _tables: OpenTables = field(init=False)
    _paragraphs: int = field(default=0, init=False)
    _insertions: int = field(default=0, init=False)
    _deletions: int = field(default=0, init=False)
    _numbered: int = field(default=0, init=False)
    #: for each open field whether its result has begun
    _fields: list[bool] = field(factory=list, init=False)
    #: stretches of characters that are hidden, deleted, inserted or raised
    _looks: list[tuple[int, int, str]] = field(factory=list, init=False)

    def __attrs_post_init__(self) -> None:
        self._tables = OpenTables(self.limits)

    def read(self) -> None:
        """Read the body, then notes and text boxes."""
        file = self.file
        self._looks = self._find_looks()
        self._read(0, file.body, "")
        after = file.body
        for length, kind in (
            (file.notes, "note"),
            (file.headers, ""),
            (file.annotations, ""),
            (file.end_notes, "note"),
            (file.boxes, "text box"),
        ):
            if kind:
                self._read(after, after + length, kind)
            after += length
        self.sheet.diagnostics.extend(self._tables.report())
        if self._insertions or self._deletions:
            self.sheet.diagnostics.append(codes.TRACKED_CHANGES(insertions=self._insertions, deletions=self._deletions))
        if self._numbered:
            self.sheet.diagnostics.append(codes.UNKNOWN_NUMBERS(count=self._numbered, format="doc"))

    def _read(self, start: int, stop: int, where: str) -> None:
        text = self.file.text
        stop = min(stop, len(text))
        self._fields.clear()
        begin = start
        for at in range(start, stop):
            if text[at] in _ENDS:
                self._paragraph(begin, at, where)
                begin = at + 1
        if begin < stop:
            self._paragraph(begin, stop - 1, where, ended=False)
        self._tables.to_depth(0, self.sheet.add)

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _paragraph(self, start: int, end: int, where: str, *, ended: bool = True) -> None:
        """A paragraph whose last character, the one that ends it, is at *end*."""
        found = self._properties(self.file.properties(end), self.file.text[end])
        pictured = any(char in _PICTURES for char in self.file.text[start:end])
        content = self._content(start, end if ended else end + 1)
        self._tables.to_depth(found.depth, self.sheet.add)
        if found.numbered and content.strip():
            self._numbered += 1
        if found.row_end:
            self._tables.end_row(found.left, found.edges)
            return
        if self._tables:
            if pictured:
                self._tables.add_picture()
            self._tables.add(Line(content))
            if found.cell_end:
                self._tables.end_cell()
            return
        if not where:
            self._paragraphs += 1
        if content:
            self.sheet.add(Line(content, where or f"paragraph {self._paragraphs}"))

    def _properties(self, changes: bytes, end: str) -> _Paragraph:
        found = _Paragraph()
        in_table = inner_cell = inner_end = outer_end = False
        for number, operand in sprms(changes):
            if number == _IN_TABLE:
                in_table = operand[:1] == b"\1"
            elif number == _ROW_END:
                outer_end = operand[:1] == b"\1"
            elif number == _DEPTH:
                found.depth = int.from_bytes(operand, "little", signed=True)
            elif number == _DEEPER:
                found.depth += int.from_bytes(operand, "little", signed=True)
            elif number == _INNER_CELL:
                inner_cell = operand[:1] == b"\1"
            elif number == _INNER_ROW_END:
                inner_end = operand[:1] == b"\1"
            elif number == _LIST:
                found.numbered = operand not in (b"\0\0", b"")
            elif number == _DEFINITION:
                self._define(operand, found)
            elif number == _MERGE_SIDEWAYS:
                _merge_sideways(operand, found)
            elif number == _MERGE_DOWN:
                _merge_down(operand, found)
        found.depth = min(max(found.depth, int(in_table), 0), self.limits.table_depth)
        found.row_end = found.depth > 0 and ((outer_end and found.depth == 1) or inner_end)
        found.cell_end = found.depth > 0 and not found.row_end and (end == "\x07" if found.depth == 1 else inner_cell)
        return found

    def _define(self, operand: bytes, found: _Paragraph) -> None:
        """The definition of a row: edges in twentieths of a point, then twenty bytes for each cell."""
        count = operand[0] if operand else 0
        if len(operand) < 1 + 2 * (count + 1):
            return
        edges = struct.unpack_from(f"<{count + 1}h", operand, 1)
        found.left = edges[0]
        cells_at = 1 + 2 * (count + 1)
        found.edges = []
        for index in range(min(count, self.limits.row_cells + 1)):
            flags = int.from_bytes(operand[cells_at + 20 * index : cells_at + 20 * index + 2], "little")
            merge = ("restart" if flags & 0x40 else "continue") if flags & 0x20 else None
            found.edges.append(EdgeCell(edges[index + 1], [], merge, sideways=bool(flags & 2)))

    def _content(self, start: int, stop: int) -> str:
        """What a reader sees of some characters."""
        text = self.file.text
        parts: list[str] = []
        for begin, end, look in self._stretches(start, stop):
            seen = self._seen(text[begin:end])
            if not seen or look == "deleted":
                self._deletions += look == "deleted"
            elif look == "hidden":
                if seen.strip():
                    self.sheet.count(codes.HIDDEN_TEXT, text=seen.strip()[:20])
            elif look == "raised" and parts and not parts[-1][-1].isspace():
                # A raised figure is a reference to a note. Glued to the figure before it, it would be another figure.
                parts.append(f"[{seen}]")
            else:
                self._insertions += look == "inserted"
                parts.append(seen)
        return "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    def _seen(self, text: str) -> str:
        """Text without the instructions of fields and with special characters as what they stand for."""
        if not any(char < " " for char in text) and not self._fields:
            return text
        out: list[str] = []
        fields = self._fields
        for char in text:
            if char == _FIELD_BEGIN:
                fields.append(False)
            elif char == _FIELD_RESULT:
                if fields:
                    fields[-1] = True
            elif char == _FIELD_END:
                if fields:
                    fields.pop()
            elif not fields or all(fields):
                out.append(_CHARACTERS.get(char, char))
        return "".join(out)

    def _find_looks(self) -> list[tuple[int, int, str]]:
        """Where in the file characters are hidden, deleted, inserted or raised, in order."""
        runs = self.file.characters
        found: list[tuple[int, int, str]] = []
        for start, stop, changes in zip(runs.starts, runs.stops, runs.changes, strict=True):
            look = _look(changes)
            if look:
                found.append((start, stop, look))
        return found

    def _stretches(self, start: int, stop: int) -> list[tuple[int, int, str]]:
        """Characters from *start* to *stop* in stretches of one look."""
        if not self._looks:
            return [(start, stop, "")]
        runs = self.file.characters
        out: list[tuple[int, int, str]] = []
        for at in range(start, stop):
            look = _look(runs.at(self.file.where(at)))
            if out and out[-1][2] == look:
                out[-1] = (out[-1][0], at + 1, look)
            else:
                out.append((at, at + 1, look))
        return out


def _look(changes: bytes) -> str:
    look = ""
    for number, operand in sprms(changes):
        if number not in _LOOKS or not operand:
            continue
        on = operand[0] == 1
        if number == _DELETED and on:
            return "deleted"
        if number == _HIDDEN and on:
            look = "hidden"
        elif not look and (
            (number == _SCRIPT and on) or (number == _RAISED and int.from_bytes(operand, "little", signed=True) > 0)
        ):
            look = "raised"
        elif number == _INSERTED and on and not look:
            look = "inserted"
    return look


def _merge_sideways(operand: bytes, found: _Paragraph) -> None:
    """Cells from one to before another become one."""
    if len(operand) >= 2:
        for cell in found.edges[operand[0] + 1 : operand[1]]:
            cell.sideways = True


def _merge_down(operand: bytes, found: _Paragraph) -> None:
    if len(operand) >= 2 and operand[0] < len(found.edges):
        merge = {1: "continue", 3: "restart"}.get(operand[1])
        found.edges[operand[0]].merge = merge
