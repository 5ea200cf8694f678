"""PDF with a text layer: tables from their ruling lines, prose from its lines.

The way of a page: glyphs and rules (:mod:`~gxparse.source.pdf_page`), lattices
(:mod:`~gxparse.source.pdf_lattice`), elements in reading order (:mod:`~gxparse.source.pdf_flow`); then, over all pages,
running heads and paragraphs (:mod:`~gxparse.source.pdf_prose`) and tables (:mod:`~gxparse.source.pdf_table`). A file without any
lattice is handed on as text in columns (:mod:`~gxparse.source.pdf_columns`).

A page that is only a picture is refused (GX172). Recognition of characters is not built in; whoever has a program
for it implements :class:`Recognizer` and reads the text that comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Protocol

from attrs import define, evolve, field

from gxparse.diagnostics.codes import pdf as codes
from gxparse.diagnostics.codes import source as source_codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source.breach import unreadable
from gxparse.source.model import Places, SourceText
from gxparse.source.pdf_columns import render_columns
from gxparse.source.pdf_flow import Element, FlowReader, Part, Region
from gxparse.source.pdf_groups import TooManyCells
from gxparse.source.pdf_page import Page, PdfFile, open_pdf
from gxparse.source.pdf_prose import drop_running_heads, find_paragraphs
from gxparse.source.pdf_seam import TableCell
from gxparse.source.pdf_table import PageTable, glyph_box, goes_on, join_parts
from gxparse.source.sheet import Cell, Grid, Line, Sheet
from gxparse.span import Span

__all__ = ["FORMATS", "Recognizer", "read"]

FORMATS = ("pdf",)


class Recognizer(Protocol):
    """A program that reads the text of a page which is only a picture.

    gxparse brings none: characters that a program recognised in a picture are a guess, and a guess is never made in
    silence. To use one, read the pages that GX172 names, and parse the text::

        for diagnostic in diagnostics:
            if diagnostic.code == "GX172":
                text = recognizer.recognize(data, diagnostic.params["page"])
                result = gxparse.parse(text, name=name)
    """

    def recognize(self, data: bytes, page: int) -> str:
        """The text of one page, counted from 1, in rows and columns as they stand on it."""
        ...


@define
class _Document:
    """What the pages hold, and what is to be said about them."""

    pages: list[tuple[int, float, list[Element]]] = field(factory=list)
    diagnostics: list[Diagnostic] = field(factory=list)
    glyphs: int = 0


def read(
    data: bytes, name: str | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a PDF that has a text layer.

    The text is in the layout ``sheet``, each cell with its page and the box around its glyphs (a blank cell with the
    box of the cell); without ruling lines the layout is left open and the columns are kept by position (GX183).

    Diagnostics: GX172 to GX187. Raises :class:`~gxparse.errors.UnreadableSource` for a file that is encrypted
    (GX102), damaged (GX103), without pages (GX170) or without any text (GX171).
    """
    with open_pdf(data) as file:
        document = _read_pages(file, limits)
    if not document.glyphs:
        raise unreadable(codes.NO_TEXT_AT_ALL, pages=len(document.pages))
    dropped = drop_running_heads([(height, elements) for _, height, elements in document.pages])
    document.diagnostics.extend(
        codes.RUNNING_HEAD(text=head.text[:60], count=len(head.pages), page=head.pages[0]) for head in dropped
    )
    if any(isinstance(element, Part) for _, _, elements in document.pages for element in elements):
        return _write_sheet(document, name, limits)
    return _write_columns(document, name, limits)


def _read_pages(file: PdfFile, limits: Limits) -> _Document:
    document = _Document()
    note = document.diagnostics.append
    if file.page_count > limits.pages:
        note(codes.TOO_MANY_PAGES(count=file.page_count, limit=limits.pages))
    if file.has_form_fields:
        note(codes.FORM_FIELDS())
    flow = FlowReader(limits.grid_cells)
    for number in range(1, min(file.page_count, limits.pages) + 1):
        left = limits.text_chars - document.glyphs
        if left <= 0:
            note(source_codes.TEXT_TOO_LONG(limit=limits.text_chars))
            break
        page = file.read_page(number, left)
        elements: list[Element] = []
        if page is None:
            note(codes.DAMAGED_PAGE(page=number))
        else:
            document.glyphs += len(page.glyphs)
            _remark(page, note)
            try:
                elements = flow.read(page)
            except TooManyCells as error:
                note(codes.OVERFULL_PAGE(page=number, detail=str(error)))
        document.pages.append((number, page.height if page else 0.0, elements))
    return document


def _remark(page: Page, note: Callable[[Diagnostic], None]) -> None:
    """What there is to say about one page before it is laid out."""
    number = page.number
    if page.is_scan:
        note(codes.PAGE_WITHOUT_TEXT(page=number))
    elif page.invisible:
        note(codes.RECOGNISED_TEXT(page=number))
    if page.unmapped:
        note(codes.UNMAPPED_GLYPHS(page=number, count=page.unmapped))
    if page.slanted:
        note(codes.SLANTED_TEXT(page=number, text=page.slanted[:40]))
    if page.outside:
        note(codes.TEXT_OUTSIDE(page=number, count=page.outside))


def _write_columns(document: _Document, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    pages = [
        (number, [line for element in elements if isinstance(element, Region) for line in element.lines])
        for number, _, elements in document.pages
    ]
    text, places, whole = render_columns(pages, limits.text_chars)
    document.diagnostics.append(codes.NO_RULING_LINES())
    if not whole:
        document.diagnostics.append(source_codes.TEXT_TOO_LONG(Span(len(text), len(text)), limit=limits.text_chars))
    return SourceText(text, name, "pdf", None, places), tuple(document.diagnostics)


def _write_sheet(document: _Document, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    sheet = Sheet(limits, document.diagnostics)
    marked: list[_Marked] = []
    elements = [element for _, _, found in document.pages for element in found]
    tables = 0
    for is_part, group in groupby(elements, key=lambda element: isinstance(element, Part)):
        if is_part:
            for parts in _continued([element for element in group if isinstance(element, Part)]):
                tables += 1
                _write_table(sheet, join_parts(parts), tables, marked)
        else:
            _write_prose(sheet, [element for element in group if isinstance(element, Region)])
    source, diagnostics = sheet.finish(name, "pdf")
    return source, (*diagnostics, *_with_spans(marked, source))


def _continued(parts: Sequence[Part]) -> Iterable[list[Part]]:
    """Parts that follow each other, in groups that make one table."""
    group: list[Part] = []
    for part in parts:
        if group and not goes_on(group[-1], part):
            yield group
            group = []
        group.append(part)
    yield group


def _write_prose(sheet: Sheet, regions: Sequence[Region]) -> None:
    count: dict[int, int] = {}
    for paragraph in find_paragraphs(regions):
        pages = sorted({page for page, _ in paragraph.lines})
        first = pages[0]
        count[first] = count.get(first, 0) + 1
        address = f"page {first}, paragraph {count[first]}"
        if len(pages) == 1:
            box = glyph_box(line for _, line in paragraph.lines)
            sheet.add(Line(paragraph.text, address, first, box))
        else:
            # No box holds glyphs of two pages.
            sheet.add(Line(paragraph.text, f"{address}, to page {pages[-1]}", first))


@define
class _Marked:
    """Something to say about a cell, whose span is known once everything is written."""

    address: str
    diagnostic: Diagnostic


def _write_table(sheet: Sheet, table: PageTable, number: int, marked: list[_Marked]) -> None:
    cells: list[Cell] = []
    cut = {row: codes.CUT_ROW(page=page) for row, page in table.mended}
    cut.update((row, codes.CUT_ROW_GUESSED(page=page)) for row, page in table.guessed)
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        address = _address(cell, number)
        shown = next((piece for piece in cell.pieces if piece.lines), cell.pieces[0])
        box = glyph_box(shown.lines) or shown.box
        cells.append(
            Cell(cell.row, cell.column, [Line(cell.text)], cell.rowspan, cell.colspan, address, shown.page, box)
        )
        if cell.joined_digits:
            marked.append(_Marked(address, codes.WRAPPED_FIGURE(figure=cell.text[:40], page=shown.page)))
        if cell.spill:
            marked.append(_Marked(address, codes.TEXT_OVER_RULE(text=cell.spill[:40], page=shown.page)))
        if cell.row in cut:
            marked.append(_Marked(address, cut.pop(cell.row)))
    if table.ragged:
        page = table.cells[0].pieces[0].page
        sheet.diagnostics.append(codes.OPEN_OUTLINE(table=number, page=page, count=table.ragged))
    if table.cut:
        page = next(cell.pieces[0].page for cell in table.cells if cell.cut)
        sheet.diagnostics.append(codes.TABLE_CUT_OFF(table=number, page=page, count=table.cut))
    sheet.add(Grid(cells, table.rows, table.columns))


def _address(cell: TableCell, table: int) -> str:
    pages = [piece.page for piece in cell.pieces if piece.lines] or [cell.pieces[0].page]
    address = f"page {pages[0]}, table {table}, row {cell.row + 1}, column {cell.column + 1}"
    return address if pages[0] == pages[-1] else f"{address}, to page {pages[-1]}"


def _with_spans(marked: Sequence[_Marked], source: SourceText) -> Iterable[Diagnostic]:
    assert isinstance(source.places, Places)
    spans = {place.address: place.span for place in source.places} if marked else {}
    for mark in marked:
        yield evolve(mark.diagnostic, span=spans.get(mark.address))
