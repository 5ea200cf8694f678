"""The elements of a PDF written down: tables as a sheet with a place for each cell, or text in columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from attrs import define, evolve, field

from gxparse.diagnostics.codes import pdf as codes
from gxparse.diagnostics.codes import source as source_codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.model import Places, SourceText
from gxparse.source.pdf_columns import render_columns
from gxparse.source.pdf_flow import Element, Part, Region
from gxparse.source.pdf_page import Page
from gxparse.source.pdf_prose import find_paragraphs
from gxparse.source.pdf_seam import TableCell
from gxparse.source.pdf_table import PageTable, glyph_box, goes_on, join_parts
from gxparse.source.sheet import Cell, Grid, Line, Sheet
from gxparse.span import Span

__all__ = ["Writer"]


@define
class Writer:
    """Writes one document."""

    limits: Limits
    diagnostics: list[Diagnostic]
    #: pages that were turned to be read, whose boxes have to be turned back
    turned: Mapping[int, Page]
    #: pages whose text a program read from a picture
    recognised: frozenset[int] = frozenset()
    _tables: int = field(default=0, init=False)
    #: paragraphs on each page
    _paragraphs: dict[int, int] = field(factory=dict, init=False)
    #: what there is to say about cells, by address: their spans are known once all is written
    _marked: list[tuple[str, Diagnostic]] = field(factory=list, init=False)

    def write_columns(
        self, pages: Sequence[tuple[int, Sequence[Element]]], name: str | None
    ) -> tuple[SourceText, tuple[Diagnostic, ...]]:
        """Pages (number, elements) without any table, as text in columns."""
        lines = [
            (number, [line for element in elements if isinstance(element, Region) for line in element.lines])
            for number, elements in pages
        ]
        text, places, whole = render_columns(lines, self.limits.text_chars)
        places.recognised = self.recognised
        self._turn_back(places)
        found = [*self.diagnostics, codes.NO_RULING_LINES()]
        if not whole:
            found.append(source_codes.TEXT_TOO_LONG(Span(len(text), len(text)), limit=self.limits.text_chars))
        return SourceText(text, name, "pdf", None, places), tuple(found)

    def write_sheet(self, elements: Iterable[Element], name: str | None) -> tuple[SourceText, tuple[Diagnostic, ...]]:
        """Elements in reading order, as a sheet."""
        sheet = Sheet(self.limits, self.diagnostics)
        for is_part, group in groupby(elements, key=lambda element: isinstance(element, Part)):
            if is_part:
                for parts in _continued([element for element in group if isinstance(element, Part)]):
                    self._table(sheet, join_parts(parts))
            else:
                self._prose(sheet, [element for element in group if isinstance(element, Region)])
        source, diagnostics = sheet.finish(name, "pdf")
        assert isinstance(source.places, Places)
        source.places.recognised = self.recognised
        self._turn_back(source.places)
        spans = {place.address: place.span for place in source.places} if self._marked else {}
        marks = (evolve(diagnostic, span=spans.get(address)) for address, diagnostic in self._marked)
        return source, (*diagnostics, *marks)

    def _turn_back(self, places: Places) -> None:
        if not self.turned:
            return
        for index, (page, box) in places.boxes.items():
            if page is not None and page in self.turned and box is not None:
                places.boxes[index] = (page, self.turned[page].shown(box))

    def _prose(self, sheet: Sheet, regions: Sequence[Region]) -> None:
        for paragraph in find_paragraphs(regions):
            pages = sorted({page for page, _ in paragraph.lines})
            first = pages[0]
            self._paragraphs[first] = self._paragraphs.get(first, 0) + 1
            address = f"page {first}, paragraph {self._paragraphs[first]}"
            if len(pages) == 1:
                box = glyph_box(line for _, line in paragraph.lines)
                sheet.add(Line(paragraph.text, address, first, box))
            else:
                # No box holds glyphs of two pages.
                sheet.add(Line(paragraph.text, f"{address}, to page {pages[-1]}", first))

    def _table(self, sheet: Sheet, table: PageTable) -> None:
        self._tables += 1
        cut = {row: codes.CUT_ROW(page=page) for row, page in table.mended}
        cut.update((row, codes.CUT_ROW_GUESSED(page=page)) for row, page in table.guessed)
        cells: list[Cell] = []
        for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
            address = self._address(cell)
            shown = next((piece for piece in cell.pieces if piece.lines), cell.pieces[0])
            box = glyph_box(shown.lines) or shown.box
            line = Line(cell.text, address, shown.page, box)
            placed = Cell(cell.row, cell.column, [line], cell.rowspan, cell.colspan, address, shown.page, box)
            placed.pictured = cell.pictured
            cells.append(placed)
            if cell.joined_digits:
                self._marked.append((address, codes.WRAPPED_FIGURE(figure=cell.text[:40], page=shown.page)))
            if cell.spill:
                self._marked.append((address, codes.TEXT_OVER_RULE(text=cell.spill[:40], page=shown.page)))
            if cell.row in cut:
                self._marked.append((address, cut.pop(cell.row)))
        page = table.cells[0].pieces[0].page
        if table.ragged:
            self.diagnostics.append(codes.OPEN_OUTLINE(table=self._tables, page=page, count=table.ragged))
        if table.cut:
            page = next(cell.pieces[0].page for cell in table.cells if cell.cut)
            self.diagnostics.append(codes.TABLE_CUT_OFF(table=self._tables, page=page, count=table.cut))
        sheet.add(Grid(cells, table.rows, table.columns))

    def _address(self, cell: TableCell) -> str:
        pages = [piece.page for piece in cell.pieces if piece.lines] or [cell.pieces[0].page]
        address = f"page {pages[0]}, table {self._tables}, row {cell.row + 1}, column {cell.column + 1}"
        return address if pages[0] == pages[-1] else f"{address}, to page {pages[-1]}"


def _continued(parts: Sequence[Part]) -> Iterable[list[Part]]:
    """Parts that follow each other, in groups that make one table."""
    group: list[Part] = []
    for part in parts:
        if group and not goes_on(group[-1], part):
            yield group
            group = []
        group.append(part)
    yield group
