r"""The ``sheet`` layout: how readers of files hand over what they found.

Prose is ordinary lines. Each row of a table is one line that begins with ``\x1e``; every position of the full grid
begins with ``\x1f``. A position covered by the cell to its left holds ``\x11``, one covered from above ``\x12``, one without any
cell ``\x13``; a line break inside a cell is ``\x0b``; a line ``\x1d`` parts two tables that touch. Where the input itself holds these
characters they become spaces, so the layout is exact.

Readers build :class:`Line`, :class:`Cell` and :class:`Grid` and add them to a :class:`Sheet` in the order of the
document. Tables that only lay out a page are taken apart here, in one way for all formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from attrs import define, field

from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic, Param
from gxparse.limits import Limits
from gxparse.source.model import Box, Places, SourceText
from gxparse.span import Span

__all__ = ["Block", "Cell", "Grid", "Line", "Sheet"]

ROW, CELL, APART = "\x1e", "\x1f", "\x1d"
FROM_LEFT, FROM_ABOVE, ABSENT = "\x11", "\x12", "\x13"
LINE_BREAK = "\x0b"
_COVERED = {mark: CELL + mark for mark in ("", ABSENT, FROM_LEFT, FROM_ABOVE)}

#: Characters with a meaning in the layout, and those that other programs take for line ends.
_RESERVED = re.compile("[\x00\x0b-\x0d\x11-\x13\x1c-\x1f\x85\u2028\u2029]")

#: A cell with more characters than this, and more than all others together, is a page and not a cell.
_PAGE_CHARS = 200
_PAGE_LINES = 3


@define
class Line:
    """A paragraph; a newline in it is a line break."""

    text: str
    address: str = ""
    page: int | None = None
    box: Box | None = None


@define
class Cell:
    """One cell of a table, with the positions of the grid it covers; ``row`` and ``column`` count from 0."""

    row: int
    column: int
    blocks: list[Block] = field(factory=list)
    height: int = 1
    width: int = 1
    address: str = ""
    page: int | None = None
    box: Box | None = None
    #: whether there is a picture in it
    pictured: bool = False
    _measure: tuple[int, int] | None = field(default=None, init=False, repr=False, eq=False)

    def measure(self) -> tuple[int, int]:
        """Number of characters and of lines in the cell, tables in it included."""
        blocks = self.blocks
        if not blocks:
            return 0, 0
        if len(blocks) == 1 and type(blocks[0]) is Line:
            return len(blocks[0].text), 1
        if self._measure is None:  # kept, because a page within pages is asked once on each level
            chars = lines = 0
            for block in blocks:
                if isinstance(block, Line):
                    chars += len(block.text)
                    lines += 1
                else:
                    for cell in block.cells:
                        inner = cell.measure()
                        chars += inner[0]
                        lines += inner[1]
            self._measure = (chars, lines)
        return self._measure

    def text(self) -> str:
        """What stands in the cell, one line for each paragraph, tables in it included."""
        blocks = self.blocks
        if len(blocks) == 1 and isinstance(blocks[0], Line):
            return blocks[0].text
        return "\n".join(line.text for line in _lines(blocks))


@define
class Grid:
    """A table: cells by row, then by column, on a grid of ``height`` by ``width`` positions."""

    cells: list[Cell]
    height: int
    width: int
    #: whether the reader left rows or cells out because there were too many
    cut: bool = False
    #: whether every position has a cell, as in a spreadsheet, also those that the file says nothing of
    full: bool = False

    def is_page(self) -> bool:
        """Whether the table only lays out a page, so that its cells are passages and not figures.

        That is so if it has one column, or if one of its cells outweighs all others together and holds a table or
        several lines of text.
        """
        if self.width <= 1:
            return True
        sizes = [cell.measure()[0] for cell in self.cells]
        chars = max(sizes, default=0)
        if chars * 2 <= sum(sizes):
            return False
        largest = self.cells[sizes.index(chars)]
        if any(isinstance(block, Grid) for block in largest.blocks):
            return True
        return chars > _PAGE_CHARS and largest.measure()[1] >= _PAGE_LINES


Block: TypeAlias = Line | Grid


def _lines(blocks: Iterable[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for cell in block.cells:
                yield from _lines(cell.blocks)


@define
class Sheet:
    r"""A document that is being written down.

    >>> from gxparse.limits import DEFAULT_LIMITS
    >>> sheet = Sheet(DEFAULT_LIMITS)
    >>> sheet.add(Line("二、主动公开政府信息情况", "paragraph 1"))
    >>> sheet.add(Grid([Cell(0, 0, [Line("规章")], width=2), Cell(1, 0, [Line("1")]), Cell(1, 1, [Line("2")])], 2, 2))
    >>> source, diagnostics = sheet.finish("a.docx", "docx")
    >>> source.text.split("\n")[1].startswith(ROW + CELL), source.layout
    (True, 'sheet')
    """

    limits: Limits
    diagnostics: list[Diagnostic] = field(factory=list)
    #: tables that were written, pages taken apart not counted
    tables: int = 0
    _parts: list[str] = field(factory=list, init=False)
    _length: int = field(default=0, init=False)
    _places: Places = field(factory=Places, init=False)
    #: whether the last thing written is a table
    _touching: bool = field(default=False, init=False)
    #: set when a limit was reached: nothing more is written
    _full: bool = field(default=False, init=False)
    _counts: dict[str, tuple[Entry, dict[str, Param]]] = field(factory=dict, init=False)

    def add(self, block: Block) -> None:
        """Write a paragraph or a table."""
        # Not recursive: pages within pages may be nested as deep as a reader allows.
        pending: list[Block] = [block]
        while pending and not self._full:
            block = pending.pop()
            if isinstance(block, Line):
                self._line(block)
            elif block.is_page():
                if block.cut:
                    self.count(codes.TABLE_TOO_LARGE, table=self.tables + 1, limit=self.limits.grid_cells)
                for cell in reversed(block.cells):
                    pending.extend(reversed(cell.blocks))
            else:
                self._grid(block)

    def count(self, entry: Entry, **first: Param) -> None:
        """Count something that may happen often: it becomes one diagnostic with the number as ``count``.

        *first* are the other parameters, of which the first are kept.
        """
        known = self._counts.get(entry.code)
        if known is None:
            self._counts[entry.code] = (entry, {**first, "count": 1})
        else:
            number = known[1]["count"]
            assert isinstance(number, int)
            known[1]["count"] = number + 1

    def finish(self, name: str | None, format: str) -> tuple[SourceText, tuple[Diagnostic, ...]]:  # noqa: A002
        """The text with its places, and everything that is to be said about it.

        Without any table the layout is left open: figures may then stand in the lines themselves.
        """
        counted = (Diagnostic(entry.code, entry.severity, params) for entry, params in self._counts.values())
        found = [*self.diagnostics, *counted]
        layout = "sheet" if self.tables else None
        return SourceText("".join(self._parts), name, format, layout, self._places), tuple(found)

    def _line(self, line: Line) -> None:
        text = line.text
        if "\n" in text:
            start = self._length
            for part in text.split("\n"):
                self._write_line(part)
            # The address is of the paragraph, so all of its lines share one place.
            if self._length > start:
                self._places.note(start, self._length - 1, line.address, line.page, line.box)
        elif self._write_line(text):
            self._places.note(self._length - len(text) - 1, self._length - 1, line.address, line.page, line.box)

    def _write_line(self, text: str) -> bool:
        if not text or text.isspace() or not self._fits(len(text) + 1):
            return False
        if _RESERVED.search(text):
            text = _RESERVED.sub(" ", text)
        self._parts.append(text + "\n")
        self._length += len(text) + 1
        self._touching = False
        return True

    def _grid(self, grid: Grid) -> None:
        limits = self.limits
        if self.tables >= limits.tables:
            self._stop(codes.TOO_MANY_TABLES(self._end(), limit=limits.tables))
            return
        self.tables += 1
        height = grid.height
        if grid.cut or grid.width * height > limits.grid_cells:
            height = min(height, limits.grid_cells // max(grid.width, 1))
            self.count(codes.TABLE_TOO_LARGE, table=self.tables, limit=limits.grid_cells)
        if self._touching:
            self._parts.append(APART + "\n")
            self._length += 2
        self._touching = True
        by_row: list[list[Cell]] = [[] for _ in range(height)]
        for cell in grid.cells:
            if cell.row < height:
                by_row[cell.row].append(cell)
        # For each column: the row below the last one that a cell from above covers, and that cell's first column.
        until = [0] * grid.width
        owner = [0] * grid.width
        for row, cells in enumerate(by_row):
            if not self._row(row, cells, until, owner, "" if grid.full else ABSENT):
                return

    def _row(self, row: int, cells: list[Cell], until: list[int], owner: list[int], empty: str) -> bool:
        marks: list[str | Cell] = [empty] * len(until)
        if max(until) > row:
            for column, stop in enumerate(until):
                if stop > row:
                    marks[column] = FROM_ABOVE if owner[column] == column else FROM_LEFT
        for cell in cells:
            first = cell.column
            if cell.width > 1 or cell.height > 1:
                below = row + cell.height
                for column in range(first, first + cell.width):
                    if column > first and until[column] > row:
                        continue  # cells overlap: the one that began above keeps the position
                    marks[column] = FROM_LEFT
                    until[column] = below
                    owner[column] = first
            marks[first] = cell
        parts: list[str] = [ROW]
        at = self._length + 1
        starts: list[int] = []
        stops: list[int] = []
        said = len(cells) > 1 and any(cell.pictured for cell in cells) and any(cell.measure()[0] for cell in cells)
        for mark in marks:
            if isinstance(mark, str):
                parts.append(_COVERED[mark])
                at += 1 + len(mark)
                continue
            blocks = mark.blocks
            if not blocks:
                text = ""
            elif len(blocks) == 1 and type(blocks[0]) is Line:
                text = blocks[0].text
            else:
                text = mark.text()
                if any(isinstance(block, Grid) for block in blocks):
                    self.count(codes.NESTED_TABLE, address=mark.address)
            if said and mark.pictured and not text.strip():
                self.count(codes.PICTURE_IN_CELL, address=mark.address)
            if not text.isalnum():  # as figures and most labels are
                if _RESERVED.search(text):
                    text = _RESERVED.sub(" ", text)
                text = text.replace("\n", LINE_BREAK)
            parts += (CELL, text)
            starts.append(at + 1)
            at += 1 + len(text)
            stops.append(at)
            if at > self.limits.text_chars:
                break
        parts.append("\n")
        if not self._fits(at + 1 - self._length):
            return False
        noted = (mark for mark in marks if not isinstance(mark, str))
        for start, stop, cell in zip(starts, stops, noted, strict=True):
            self._places.note(start, stop, cell.address, cell.page, cell.box)
        self._parts.append("".join(parts))
        self._length = at + 1
        return True

    def _fits(self, size: int) -> bool:
        if self._length + size <= self.limits.text_chars:
            return True
        self._stop(codes.TEXT_TOO_LONG(self._end(), limit=self.limits.text_chars))
        return False

    def _stop(self, diagnostic: Diagnostic) -> None:
        if not self._full:
            self.diagnostics.append(diagnostic)
        self._full = True

    def _end(self) -> Span:
        return Span(self._length, self._length)
