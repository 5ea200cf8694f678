"""The text and tables of a web page, in the order a reader sees them.

Tables are built as browsers build them (HTML Standard, 13.2.6.4.9 and following): end tags may be missing, a new
cell ends the one before, text between cells moves in front of the table. Everything else of the tree construction
makes no difference to the text and is left out.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.html_flow import PLAIN_CELL, SIMPLE_CELL, Flow, paragraphs
from gxparse.source.html_grid import form_grid, parse_span
from gxparse.source.html_hidden import Hidden
from gxparse.source.html_looks import Look, StyleSheets, hides, may_hide, may_set_apart
from gxparse.source.html_names import BLOCKS, GROUPS, LEFT_OUT, MARKED, OPEN_ENDED, PICTURES, TABLE_PARTS, VOID
from gxparse.source.html_tags import Tag, attributes, next_tag, unescape
from gxparse.source.sheet import Block, Cell, Line, Sheet

__all__ = ["Page"]


#: Kinds of inputs that show what was typed into them.
_TYPED: Final = ("", "text", "number", "tel")
#: A field of several lines; its attributes and what was typed into it.
_TEXT_AREA: Final = re.compile(r"<textarea\b([^>]*+)>([^<]*+)", re.IGNORECASE)
#: How a style sheet begins, and what style sheets refer to.
_STYLE: Final = ("<style", "<STYLE", "<Style")
_NAMED: Final = re.compile(r"\b(?:class|id)\s*=", re.IGNORECASE)
#: Blocks that hold text and hardly ever others of their kind.
_PARAGRAPHS: Final = ("p", "div")
#: Longest inside of a cell that is remembered, and how many are.
_REMEMBERED = 400


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
class Page:
    """Reads one page into a sheet."""

    text: str
    sheet: Sheet
    limits: Limits
    _root: Flow = field(factory=Flow, init=False)
    #: what text flows into at the moment
    _flow: Flow = field(init=False)
    _tables: list[_Table] = field(factory=list, init=False)
    _table_count: int = field(default=0, init=False)
    _row_count: int = field(default=0, init=False)
    #: tables that are nested too deep to be built
    _ignored: int = field(default=0, init=False)
    #: positions of grids that may still be taken up on the page
    _room: int = field(init=False)
    #: insides of simple cells and their paragraphs: a page of figures says 0 many times
    _cells: dict[str, list[str]] = field(factory=dict, init=False)
    #: attributes of cells, and whether they could hide one
    _given: dict[str, bool] = field(factory=dict, init=False)
    _styles: StyleSheets = field(factory=StyleSheets, init=False)
    #: the hidden element that is passed over at the moment
    _hidden: Hidden | None = field(default=None, init=False)
    #: whether a paragraph is open that any block ends
    _in_paragraph: bool = field(default=False, init=False)

    def __attrs_post_init__(self) -> None:
        self._flow = self._root
        self._room = 4 * self.limits.grid_cells

    def read(self) -> None:
        """Read the whole page."""
        text = self.text
        at = 0
        count = depth = deepest = 0
        while (tag := next_tag(text, at)) is not None:
            name, closes, _, start, stop = tag
            if start > at:
                self._text(at, start)
            at = stop
            if not name:
                if text.startswith(_STYLE, start):
                    self._styles.add(text[start:stop])
                elif (typed := _TEXT_AREA.match(text, start, stop)) is not None:
                    self._text_area(typed, start, stop)
                continue
            count += 1
            if count > self.limits.tags:
                self.sheet.diagnostics.append(codes.TOO_MANY_TAGS(limit=self.limits.tags))
                at = len(text)
                break
            if name not in VOID and name not in OPEN_ENDED:
                depth += -1 if closes else 1
                deepest = max(deepest, depth)
            if not self._room:
                # As many cells as all tables of a page may have: what follows is no report.
                self.sheet.count(codes.TABLE_TOO_LARGE, table=self._table_count, limit=self.limits.grid_cells)
                at = len(text)
                break
            if self._hidden is not None and self._belongs_to_hidden(self._hidden, tag):
                continue
            if name in TABLE_PARTS:
                at = self._table_tag(tag)
            else:
                self._tag(tag)
        if at < len(text):
            self._text(at, len(text))
        while self._tables:
            self._end_table(len(text))
        self._end_hidden()
        self._root.end_paragraph()
        if deepest > self.limits.xml_depth:
            self.sheet.diagnostics.append(codes.DEEPLY_NESTED(depth=deepest))
        for block in self._root.blocks:
            self.sheet.add(block)

    def _text(self, start: int, stop: int) -> None:
        text = self.text[start:stop]
        flow = self._flow
        if self._hidden is not None:
            self._hidden.text = self._hidden.text or text.strip()
            return
        if not flow.pieces and not flow.preformatted and not text.strip(" \t\n\f\r"):
            return
        flow.write(unescape(text) if "&" in text else text, start, stop)

    def _text_area(self, typed: re.Match[str], start: int, stop: int) -> None:
        """Add what was typed into a field of several lines."""
        hidden = self._hidden is not None or self._ignored
        if not hidden and typed[2].strip() and not (may_hide(typed[1]) and hides(attributes(typed[1]))):
            self._flow.write(unescape(typed[2]), start, stop)

    # --- tags ----------------------------------------------------------------------------------------------------

    def _tag(self, tag: Tag) -> None:
        name, closes, given, start, stop = tag
        hidden = name in LEFT_OUT or (bool(given) and may_hide(given) and hides(attributes(given)))
        if hidden and not closes and name not in VOID:
            self._hidden = Hidden(name, self._in_paragraph, bool(self._tables))
            return
        flow = self._flow
        if closes:
            flow.end_mark(name)
        if name in BLOCKS:
            flow.end_paragraph()
            self._in_paragraph = name == "p" and not closes
            if not closes and given and name in _PARAGRAPHS and may_set_apart(given):
                # What a class says of a block, scripts turn on and off; only its own style counts.
                look = StyleSheets().look(given)
                if look is Look.APART:
                    flow.mark(name, look)
            if name in ("pre", "listing"):
                flow.preformatted = max(0, flow.preformatted + (-1 if closes else 1))
        elif name == "br":
            flow.end_line()
        elif not closes and name not in VOID:
            look = self._styles.look(given, marked=name in MARKED or (name == "bdo" and "rtl" in given.lower()))
            if look is Look.PLAIN and name == "small":
                look = Look.BESIDE
            if look is Look.PLAIN:
                flow.nest(name)
            else:
                flow.mark(name, look)
        elif name in PICTURES:
            flow.pictured = True
        elif name == "input" and given:
            found = attributes(given)
            if found.get("type", "").lower() in _TYPED and not hides(found):
                flow.write(found.get("value", ""), start, stop)

    def _may_hide(self, given: str) -> bool:
        """What :func:`may_hide` says; attributes of cells are few and come again and again."""
        known = self._given.get(given)
        if known is None:
            known = may_hide(given)
            if len(given) < _REMEMBERED and len(self._given) < _REMEMBERED:
                self._given[given] = known
        return known

    def _needs_looks(self, inner: str) -> bool:
        """Whether the tags in a cell could hide some of its text or set it apart."""
        return may_hide(inner) or may_set_apart(inner) or (bool(self._styles) and _NAMED.search(inner) is not None)

    def _belongs_to_hidden(self, hidden: Hidden, tag: Tag) -> bool:
        """Whether a tag is part of the hidden element that is passed over."""
        if hidden.ends_before(tag):
            self._end_hidden()
            return False
        if hidden.done:
            self._end_hidden()
        return True

    def _end_hidden(self) -> None:
        hidden, self._hidden = self._hidden, None
        if hidden is None:
            return
        # Addresses count what is hidden too.
        self._table_count += hidden.tables
        self._row_count += hidden.rows
        if hidden.text and hidden.name == "del":
            self.sheet.count(codes.STRUCK_TEXT, text=hidden.text[:20])
        elif hidden.text and hidden.name not in ("rt", "rp"):
            self.sheet.count(codes.HIDDEN_TEXT, text=hidden.text[:20])

    # --- tables --------------------------------------------------------------------------------------------------

    def _table_tag(self, tag: Tag) -> int:
        """Handle a tag of a table; where to go on reading is returned."""
        name, closes, given, start, stop = tag
        table = self._tables[-1] if self._tables else None
        if self._ignored or table is None or name == "table":
            self._flow.end_paragraph()
        if name == "table" and not closes:
            if table is not None and table.cell is None:
                self._end_table(start)  # a table begins between the cells of another: it ends that one
            if len(self._tables) >= self.limits.table_depth:
                if not self._ignored:
                    self.sheet.count(codes.NESTED_TOO_DEEP, limit=self.limits.table_depth)
                self._ignored += 1
                self._table_count += 1
                return stop
            self._table_count += 1
            hidden = bool(given) and may_hide(given) and hides(attributes(given))
            self._tables.append(_Table(self._table_count, self._row_count, self._flow, hidden))
            return stop
        if self._ignored:
            if name == "table":
                self._ignored -= 1
            elif name == "tr" and not closes:
                self._row_count += 1
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
            table.hides_group = bool(given) and may_hide(given) and hides(attributes(given))
        return stop

    def _begin_row(self, table: _Table, given: str) -> None:
        if table.group is None:
            table.group = []
            table.head.append(table.group)
            table.hides_group = False
        self._row_count += 1
        # Valid XPath for the page as browsers build it.
        row = self._row_count - table.rows_before
        table.row_address = f"(//table)[{table.number}]/descendant::tr[{row}]/*["
        table.row = []
        table.cell_number = 0
        table.hides_row = table.hides_group
        if given and not table.hides_row:
            table.hides_row = may_hide(given) and hides(attributes(given))
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
        if tag.attributes:
            table.hides_cell = self._set_spans(cell, tag.attributes) or table.hides_cell
        table.cell = cell
        table.cell_name = tag.name
        table.cell_start = tag.stop
        table.cell_flow = self._flow = Flow(cell.blocks)

    def _set_spans(self, cell: Cell, given: str) -> bool:
        """Set what the attributes of a cell say; whether it is hidden is returned."""
        if "span" not in given.lower() and not self._may_hide(given):
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
        if row is None or table.hides_row:
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
                if name.lower() != end.lower() or (given != ">" and self._may_hide(given)):
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
        else:
            table.row.append(cell)
        table.cell = table.cell_flow = None
        table.cell_name = ""
        self._flow = table.flow

    def _end_row(self, table: _Table, stop: int) -> None:
        self._end_cell(table, stop)
        table.row = None

    def _end_table(self, stop: int) -> None:
        table = self._tables[-1]
        self._end_row(table, stop)
        self._tables.pop()
        flow = self._flow = table.flow
        flow.end_paragraph()
        groups = table.head + table.foot
        if table.hidden:
            self._note_hidden([block for group in groups for row in group for cell in row for block in cell.blocks])
            return
        limits = self.limits
        grid, overlapping = form_grid(groups, min(self._room, limits.grid_cells))
        grid.cut = grid.cut or table.cut
        self._room = max(0, self._room - grid.width * grid.height)
        for cell in overlapping:
            self.sheet.count(codes.OVERLAPPING_CELLS, address=cell.address)
        if grid.cells or grid.cut:
            flow.blocks.append(grid)

    def _note_hidden(self, blocks: list[Block]) -> None:
        lines = [block.text for block in blocks if isinstance(block, Line) and block.text.strip()]
        if lines:
            self.sheet.count(codes.HIDDEN_TEXT, text=lines[0][:20])
