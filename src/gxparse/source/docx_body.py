"""The body of a Word file: paragraphs and tables in the order of the document, tables on their full grid.

ECMA-376 part 1, 17.2 (documents) and 17.4 (tables).
"""

from __future__ import annotations

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.source.docx_numbering import number_of
from gxparse.source.docx_runs import Runs
from gxparse.source.docx_styles import is_on
from gxparse.source.docx_walk import Walk
from gxparse.source.sheet import Block, Cell, Grid, Line
from gxparse.source.xml_part import XmlElement

__all__ = ["Body"]

#: Word itself has no more columns.
_COLUMNS = 63


@define
class _CellProperties:
    span: int = 1
    #: ``restart`` or ``continue`` of a vertical merge
    merge: str | None = None
    #: whether the cell goes on from the one to its left
    sideways: bool = False
    #: whether the cell is a tracked deletion
    deleted: bool = False


_ORDINARY = _CellProperties()


@define
class Body:
    """Reads a body; paragraphs and tables are counted through the document."""

    walk: Walk
    runs: Runs
    #: kind and id -> footnote or endnote
    notes: dict[tuple[str, str], XmlElement]
    _paragraphs: int = field(default=0, init=False)
    _tables: int = field(default=0, init=False)

    def read(self, root: XmlElement) -> None:
        """Read everything under the root into the sheet."""
        walk = self.walk
        for container in root.iterchildren(walk.ns + "body"):
            for block in self._blocks(container, ""):
                walk.sheet.add(block)
        if walk.insertions or walk.deletions:
            walk.sheet.diagnostics.append(codes.TRACKED_CHANGES(insertions=walk.insertions, deletions=walk.deletions))

    def _blocks(self, container: XmlElement, where: str) -> list[Block]:
        """Paragraphs and tables of a body, a cell, a text box or a note; *where* is the address of all but the body."""
        walk, runs = self.walk, self.runs
        blocks: list[Block] = []
        # Text of paragraphs whose end is a tracked deletion: the next paragraph goes on in it.
        carried = ""
        for kind, child in walk.children(container):
            if kind == "p":
                text = carried + runs.paragraph(child)
                address = where
                if not where:
                    self._paragraphs += 1
                    address = f"paragraph {self._paragraphs}"
                if self._goes_on(child):
                    carried = text
                else:
                    carried = ""
                    if text:
                        blocks.append(Line(text, address))
                if runs.boxes or runs.notes:
                    blocks.extend(self._aside(address))
            elif kind == "tbl":
                if carried:
                    blocks.append(Line(carried, where))
                    carried = ""
                if walk.deeper(+1):
                    grid = self._table(child)
                    walk.deeper(-1)
                    if grid is not None:
                        blocks.append(grid)
                if runs.notes and not where:
                    blocks.extend(self._aside(where))
            elif kind == "chunk":
                walk.sheet.diagnostics.append(codes.PART_NOT_READ(part="altChunk", detail="another document inside"))
            elif kind == "drawing":  # chosen among alternatives outside of any run
                runs.drawing(child)
                blocks.extend(self._aside(where))
        if carried:
            blocks.append(Line(carried, where))
        return blocks

    def _aside(self, where: str) -> list[Block]:
        """What is anchored in a paragraph but stands elsewhere: text boxes, and notes once outside of tables."""
        runs = self.runs
        boxes, runs.boxes = runs.boxes, []
        blocks: list[Block] = []
        for box in boxes:
            if self.walk.deeper(+1):
                blocks.extend(self._blocks(box, f"text box at {where}" if where else "text box"))
                self.walk.deeper(-1)
        if not where.startswith("table"):
            noted, runs.notes = runs.notes, []
            for kind, key, content in noted:
                note = self.notes.pop((kind, key), None) if content is None else content
                if note is not None and self.walk.deeper(+1):  # a note may refer to another one
                    blocks.extend(self._blocks(note, f"{kind} {key}".strip()))
                    self.walk.deeper(-1)
        return blocks

    def _goes_on(self, paragraph: XmlElement) -> bool:
        """Whether the end of the paragraph is a tracked deletion."""
        ns = self.walk.ns
        if not self.walk.has_deletions or paragraph.find(f"{ns}pPr/{ns}rPr/{ns}del") is None:
            return False
        self.walk.deletions += 1
        return True

    # --- tables --------------------------------------------------------------------------------------------------

    def _table(self, table: XmlElement) -> Grid | None:
        walk = self.walk
        self._tables += 1
        number = self._tables
        cells: list[Cell] = []
        # Merged cells of the row above that may go on below, by column.
        merging: dict[int, Cell] = {}
        row = width = 0
        for kind, tr in walk.children(table):
            if kind != "tr":
                continue
            before, after, shown = self._row_properties(tr.find(walk.ns + "trPr"))
            if not shown:
                continue
            column = before
            going: dict[int, Cell] = {}
            for kind_, tc in walk.children(tr):
                if kind_ != "tc":
                    continue
                properties = self._cell_properties(tc.find(walk.ns + "tcPr"))
                if properties.deleted:
                    walk.deletions += 1
                    continue
                above = merging.get(column) if properties.merge == "continue" else None
                if properties.sideways and cells and cells[-1].row == row:
                    cells[-1].width += properties.span
                    self._note_covered(tc)
                elif above is not None:
                    above.height += 1
                    going[column] = above
                    self._note_covered(tc)
                else:
                    address = f"table {number}, row {row + 1}, column {column + 1}"
                    self.runs.pictured = False
                    outer, self.runs.in_cell = self.runs.in_cell, True
                    blocks = [] if walk.is_prompt(tc) else self._blocks(tc, address)
                    self.runs.in_cell = outer
                    cell = Cell(row, column, blocks, 1, properties.span, address, pictured=self.runs.pictured)
                    cells.append(cell)
                    if properties.merge is not None:
                        going[column] = cell
                column += properties.span
            merging = going
            row += 1
            width = max(width, column + after)
        return Grid(cells, row, width) if cells else None

    def _note_covered(self, tc: XmlElement) -> None:
        """Word shows nothing of a cell that is merged into another."""
        text = "".join(t.text for t in tc.iter(self.walk.ns + "t") if t.text).strip()
        if text:
            self.walk.sheet.count(codes.HIDDEN_TEXT, text=text[:20])

    def _row_properties(self, properties: XmlElement | None) -> tuple[int, int, bool]:
        """Columns left out before and after the cells of a row, and whether the row is shown."""
        if properties is None or not len(properties):
            return 0, 0, True
        walk = self.walk
        ns = walk.ns
        if properties.find(ns + "del") is not None:
            walk.deletions += 1
            return 0, 0, False
        if properties.find(ns + "ins") is not None:
            walk.insertions += 1
        if is_on(properties.find(ns + "hidden"), ns):
            walk.sheet.count(codes.HIDDEN_TEXT, text="")
            return 0, 0, False
        before, after = properties.find(ns + "gridBefore"), properties.find(ns + "gridAfter")
        return self._columns(before, 0), self._columns(after, 0), True

    def _cell_properties(self, properties: XmlElement | None) -> _CellProperties:
        if properties is None:
            return _ORDINARY
        ns = self.walk.ns
        found = _CellProperties()
        for child in properties:
            tag = child.tag
            if tag == ns + "gridSpan":
                found.span = self._columns(child, 1)
            elif tag in (ns + "vMerge", ns + "vmerge"):  # as Word 2003 has it
                found.merge = "restart" if child.get(ns + "val") == "restart" else "continue"
            elif tag in (ns + "hMerge", ns + "hmerge"):
                found.sideways = child.get(ns + "val") != "restart"
            elif tag == ns + "cellDel":
                found.deleted = True
        return found

    def _columns(self, element: XmlElement | None, least: int) -> int:
        if element is None:
            return least
        text = element.get(self.walk.ns + "val", "")
        most = min(_COLUMNS, self.walk.limits.column_span)
        number = number_of(text)
        if number is not None and least <= number <= most:
            return number
        if number is not None and number < least:
            return least
        self.walk.sheet.count(codes.SPAN_CLAMPED, span=text[:20])
        return most if text.isdigit() else least
