"""The tables of a web page, built as browsers build them (HTML Standard, 13.2.6.4.9 and following).

End tags may be missing, a new cell ends the one before, text between cells moves in front of the table.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import define, evolve, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.html_flow import PLAIN_CELL, SIMPLE_CELL, Flow, paragraphs
from gxparse.source.html_grid import form_grid, parse_span
from gxparse.source.html_looks import (
    ORDINARY,
    SIZE,
    Effect,
    hides,
    is_hidden,
    may_hide,
    may_set_apart,
    own_effect,
    removes,
)
from gxparse.source.html_names import GROUPS
from gxparse.source.html_rules import StyleSheets
from gxparse.source.html_styled import is_spoilt, spoil
from gxparse.source.html_tags import Tag, attributes
from gxparse.source.sheet import Block, Cell, Line, Sheet

__all__ = ["Tables"]

#: What style sheets refer to.
_NAMED: Final = re.compile(r"\b(?:class|id)\s*=", re.IGNORECASE)
#: Longest inside of a cell that is remembered, and how many are.
_REMEMBERED = 400


_CELLS: Final = frozenset(("td", "th", "*"))


@define
class _Table:
    """A table whose end has not come yet."""

    number: int
    #: rows that began on the page before this table
    rows_before: int
    flow: Flow
    hidden: bool
    head: list[list[list[Cell]]] = field(factory=list)
    #: groups with ``tfoot``, which stand at the end wherever they are written
    foot: list[list[list[Cell]]] = field(factory=list)
    group: list[list[Cell]] | None = None
    row: list[Cell] | None = None
    hides_group: bool = False
    hides_row: bool = False
    hides_cell: bool = False
    #: whether a cell that is not seen takes up its room
    keeps_cell: bool = False
    #: what style sheets make of the row and of the cell; whether cells before it in its row are not seen
    row_effect: Effect = ORDINARY
    effect: Effect = ORDINARY
    shifted: bool = False
    #: beginning of the address of each cell of the row
    row_address: str = ""
    cell: Cell | None = None
    cell_flow: Flow | None = None
    cell_name: str = ""
    cell_number: int = 0
    cell_start: int = 0
    #: whether cells were left out
    cut: bool = False


@define
class Tables:
    """Builds the tables of one page, and knows where its text flows: into a cell, or past the tables."""

    text: str
    sheet: Sheet
    limits: Limits
    styles: StyleSheets
    #: what text flows into at the moment
    flow: Flow
    _open: list[_Table] = field(factory=list, init=False)
    #: tables and rows of the page that began so far
    begun: int = field(default=0, init=False)
    rows_begun: int = field(default=0, init=False)
    #: tables that are nested too deep to be built
    ignored: int = field(default=0, init=False)
    #: positions of grids that may still be taken up on the page
    room: int = field(init=False)
    #: insides of simple cells and their paragraphs: a page of figures says 0 many times
    _cells: dict[str, list[str]] = field(factory=dict, init=False)
    #: attributes of cells, and whether they could hide one
    _given: dict[str, bool] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.room = 4 * self.limits.grid_cells

    @property
    def are_open(self) -> bool:
        """Whether a table has begun whose end has not come yet."""
        return bool(self._open)

    def end(self) -> None:
        """End the tables whose end has not come."""
        while self._open:
            self._end_table(len(self.text))

    def read_tag(self, tag: Tag) -> int:
        """Build what a tag of a table begins or ends; where to go on reading is returned."""
        name, closes, given, start, stop = tag
        table = self._open[-1] if self._open else None
        if self.ignored or table is None or name == "table":
            self.flow.end_paragraph()
        if name == "table" and not closes:
            if table is not None and table.cell is None:
                self._end_table(start)  # a table begins between the cells of another: it ends that one
            if len(self._open) >= self.limits.table_depth:
                if not self.ignored:
                    self.sheet.count(codes.NESTED_TOO_DEEP, limit=self.limits.table_depth)
                self.ignored += 1
                self.begun += 1
                return stop
            self.begun += 1
            hidden = is_hidden(given)
            self._open.append(_Table(self.begun, self.rows_begun, self.flow, hidden))
            return stop
        if self.ignored:
            if name == "table":
                self.ignored -= 1
            elif name == "tr" and not closes:
                self.rows_begun += 1
            return stop
        if table is None:
            return stop
        if name == "table":
            self._end_table(start)
        elif name in ("td", "th"):
            if not closes:
                self._begin_cell(table, tag)
            elif name == table.cell_name:
                self._end_cell(table, start)
                return self._simple_cells(table, stop)
        else:
            self._end_row(table, start)
            if name in GROUPS:
                table.group = None
            if closes:
                return stop
            if name == "tr":
                self._begin_row(table, given)
                return self._simple_cells(table, stop)
            table.group = []
            (table.foot if name == "tfoot" else table.head).append(table.group)
            table.hides_group = is_hidden(given)
        return stop

    def _begin_row(self, table: _Table, given: str) -> None:
        if table.group is None:
            table.group = []
            table.head.append(table.group)
            table.hides_group = False
        self.rows_begun += 1
        # Valid XPath for the page as browsers build it.
        row = self.rows_begun - table.rows_before
        table.row_address = f"(//table)[{table.number}]/descendant::tr[{row}]/*["
        table.row = []
        table.cell_number = 0
        table.hides_row = table.hides_group or is_hidden(given)
        table.row_effect = self._effect("tr", given)
        table.shifted = False
        if not table.hides_row:
            table.group.append(table.row)

    def _begin_cell(self, table: _Table, tag: Tag) -> None:
        self._end_cell(table, tag.start)
        if table.row is None:
            self._begin_row(table, "")
        table.cell_number += 1
        if table.cell_number > self.limits.column_span:
            table.cut = True  # no row is that long; what stands in it flows in front of the table
            table.flow.end_paragraph()
            return
        cell = Cell(0, 0)
        table.hides_cell = table.hides_row
        table.keeps_cell = False
        if tag.attributes:
            hides = self._set_spans(cell, tag.attributes)
            table.keeps_cell = hides and not table.hides_row and not removes(attributes(tag.attributes))
            table.hides_cell = hides or table.hides_row
        table.effect = self._effect(tag.name, tag.attributes)
        table.shifted = table.shifted or table.effect.removes
        table.cell = cell
        table.cell_name = tag.name
        table.cell_start = tag.stop
        table.cell_flow = self.flow = Flow(cell.blocks)

    def _set_spans(self, cell: Cell, given: str) -> bool:
        """Set what the attributes of a cell say; whether it is hidden is returned."""
        if "span" not in given.lower() and not self._may_matter(given):
            return False
        found = attributes(given)
        limits = self.limits
        cell.width, wide = parse_span(found.get("colspan"), 1, limits.column_span)
        cell.height, long = parse_span(found.get("rowspan"), 0, limits.row_span)
        if wide or long:
            self.sheet.count(codes.SPAN_CLAMPED, span=found["colspan" if wide else "rowspan"][:20])
        return hides(found)

    def _simple_cells(self, table: _Table, at: int) -> int:
        """Read the cells from offset *at* that hold nothing but text; where they end is returned.

        They would come out the same on the way of all other tags, which takes several times as long.
        """
        row = table.row
        if row is None or table.hides_row or table.row_effect is not ORDINARY or table.shifted:
            return at
        if self.styles.needs(_CELLS):
            return at
        text, plain, simple = self.text, PLAIN_CELL.match, SIMPLE_CELL.match
        most = self.limits.column_span
        number = table.cell_number
        seen = self._cells
        while number < most:
            found = plain(text, at)
            if found is not None:
                given, inner, (start, stop) = ">", found[1], found.span(1)
            else:
                found = simple(text, at)
                if found is None:
                    break
                name, given, inner, end = found.groups()
                if name.lower() != end.lower() or (given != ">" and self._may_matter(given)):
                    break
                start, stop = found.span(3)
            lines = seen.get(inner)
            if lines is None:
                if "<" in inner and self._needs_looks(inner):
                    break
                lines = paragraphs(inner)
                if len(inner) < _REMEMBERED and len(seen) < _REMEMBERED:
                    seen[inner] = lines
            number += 1
            address = f"{table.row_address}{number}]#char={start},{stop}"
            cell = Cell(0, 0, [Line(line, address) for line in lines], 1, 1, address)
            if given != ">":
                self._set_spans(cell, given[:-1])
            row.append(cell)
            at = found.end()
        table.cell_number = number
        return at

    def _end_cell(self, table: _Table, stop: int) -> None:
        cell, flow = table.cell, table.cell_flow
        if cell is None or flow is None or table.row is None:
            return
        flow.end_paragraph()
        cell.pictured = flow.pictured
        # The range of characters is written as RFC 5147 has it.
        cell.address = f"{table.row_address}{table.cell_number}]#char={table.cell_start},{stop}"
        if table.hides_cell:
            self._note_hidden(cell.blocks)
            if table.keeps_cell:
                cell.blocks.clear()
                table.row.append(cell)
        else:
            if is_spoilt(cell, table.row_effect, table.effect, shifted=table.shifted):
                spoil(cell)
                self.sheet.count(codes.STYLED_FIGURE, address=cell.address)
            table.row.append(cell)
        table.cell = table.cell_flow = None
        table.cell_name = ""
        self.flow = table.flow

    def _end_row(self, table: _Table, stop: int) -> None:
        self._end_cell(table, stop)
        table.row = None

    def _end_table(self, stop: int) -> None:
        table = self._open[-1]
        self._end_row(table, stop)
        self._open.pop()
        flow = self.flow = table.flow
        flow.end_paragraph()
        groups = table.head + table.foot
        if table.hidden:
            self._note_hidden([block for group in groups for row in group for cell in row for block in cell.blocks])
            return
        limits = self.limits
        grid, overlapping = form_grid(groups, min(self.room, limits.grid_cells))
        grid.cut = grid.cut or table.cut
        self.room = max(0, self.room - grid.width * grid.height)
        for cell in overlapping:
            self.sheet.count(codes.OVERLAPPING_CELLS, address=cell.address)
        if grid.cells or grid.cut:
            flow.blocks.append(grid)

    def _note_hidden(self, blocks: list[Block]) -> None:
        lines = [block.text for block in blocks if isinstance(block, Line) and block.text.strip()]
        if lines:
            self.sheet.count(codes.HIDDEN_TEXT, text=lines[0][:20])

    def _effect(self, name: str, given: str) -> Effect:
        """What its attributes and the style sheets make of a cell or a row."""
        own = own_effect(given) if given else ORDINARY
        if not self.styles:
            return own
        effect = self.styles.by_rules(name, given, own.look)
        effect = evolve(effect, moves=effect.moves or own.moves)
        return ORDINARY if effect == ORDINARY else effect

    def _may_matter(self, given: str) -> bool:
        """Whether a cell may look otherwise than others; attributes of cells are few and come again and again."""
        known = self._given.get(given)
        if known is None:
            known = may_hide(given) or may_set_apart(given) or (bool(self.styles) and _NAMED.search(given) is not None)
            if len(given) < _REMEMBERED and len(self._given) < _REMEMBERED:
                self._given[given] = known
        return known

    def _needs_looks(self, inner: str) -> bool:
        """Whether the tags in a cell could hide some of its text or set it apart."""
        if may_hide(inner) or may_set_apart(inner) or len(set(SIZE.findall(inner))) > 1:
            return True
        return bool(self.styles) and (self.styles.has_tags or _NAMED.search(inner) is not None)
