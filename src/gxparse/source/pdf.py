"""PDF with a text layer: tables from their ruling lines, prose from its lines.

The way of a page: glyphs and rules (:mod:`~gxparse.source.pdf_page`), lattices
(:mod:`~gxparse.source.pdf_lattice`), elements in reading order (:mod:`~gxparse.source.pdf_flow`); then, over all pages,
running heads and paragraphs (:mod:`~gxparse.source.pdf_prose`) and tables (:mod:`~gxparse.source.pdf_table`). A file without any
lattice is handed on as text in columns (:mod:`~gxparse.source.pdf_columns`).

A page that is only a picture is refused (GX172). Recognition of characters is not built in; words that a
:class:`~gxparse.source.recognise.Recogniser` read from it are laid out like those of any other page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import define, evolve, field

from gxparse.diagnostics.codes import pdf as codes
from gxparse.diagnostics.codes import source as source_codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source.breach import unreadable
from gxparse.source.model import SourceText
from gxparse.source.pdf_flow import Element, FlowReader, Part
from gxparse.source.pdf_groups import TooManyCells
from gxparse.source.pdf_page import Page, PdfFile, open_pdf
from gxparse.source.pdf_prose import drop_running_heads
from gxparse.source.pdf_rules import TooManyRules
from gxparse.source.pdf_scan import find_drawn_rules, word_glyphs
from gxparse.source.pdf_struck import mark_struck
from gxparse.source.pdf_write import Writer
from gxparse.source.recognise import RecognisedWord, Words

__all__ = ["FORMATS", "read"]

FORMATS = ("pdf",)


@define
class _Document:
    """What the pages hold, and what is to be said about them."""

    pages: list[tuple[int, float, list[Element]]] = field(factory=list)
    #: pages whose text runs sideways
    turned: dict[int, Page] = field(factory=dict)
    diagnostics: list[Diagnostic] = field(factory=list)
    glyphs: int = 0
    #: pages whose text a program read from a picture
    recognised: set[int] = field(factory=set)


def read(
    data: bytes, name: str | None = None, limits: Limits = DEFAULT_LIMITS, words: Words | None = None
) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a PDF that has a text layer.

    The text is in the layout ``sheet``, each cell with its page and the box around its glyphs (a blank cell with the
    box of the cell); without ruling lines the layout is left open and the columns are kept by position (GX183).

    *words* are what a program read from pages that are pictures; such pages are said (GX196).

    Diagnostics: GX172 to GX189, GX197. Raises :class:`~gxparse.errors.UnreadableSource` for a file that is encrypted
    (GX102), damaged (GX103), without pages (GX170) or without any text (GX171).
    """
    with open_pdf(data) as file:
        document = _read_pages(file, limits, words or {})
    if not document.glyphs:
        raise unreadable(codes.NO_TEXT_AT_ALL, pages=len(document.pages))
    dropped = drop_running_heads([(height, elements) for _, height, elements in document.pages])
    document.diagnostics.extend(
        codes.RUNNING_HEAD(text=head.text[:60], count=len(head.pages), page=head.pages[0]) for head in dropped
    )
    writer = Writer(limits, document.diagnostics, document.turned, frozenset(document.recognised))
    if any(isinstance(element, Part) for _, _, elements in document.pages for element in elements):
        return writer.write_sheet([element for _, _, found in document.pages for element in found], name)
    return writer.write_columns([(number, elements) for number, _, elements in document.pages], name)


def _read_pages(file: PdfFile, limits: Limits, words: Words) -> _Document:
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
            if page.is_scan and words.get(number):
                page = _recognised(page, file, words[number])
                document.recognised.add(number)
                note(codes.RECOGNISED_PAGE(page=number, count=len(words[number])))
            elif page.invisible:
                document.recognised.add(number)
            document.glyphs += len(page.glyphs)
            if page.turn:
                document.turned[number] = evolve(page, glyphs=[], rules=[])
            _remark(page, note)
            mark_struck(page)
            try:
                elements = flow.read(page)
            except TooManyCells as error:
                note(codes.OVERFULL_PAGE(page=number, detail=str(error)))
        document.pages.append((number, page.height if page else 0.0, elements))
    return document


def _recognised(page: Page, file: PdfFile, words: Sequence[RecognisedWord]) -> Page:
    """A page that is a picture, with the words that were read from it and the lines that are drawn in it."""
    wide, high = (page.height, page.width) if page.turn % 2 else (page.width, page.height)
    rules = [] if page.turn else page.rules  # which a page number that runs sideways may have turned
    pixels, width, scale = file.draw_page(page.number)
    found = Page(page.number, wide, high, word_glyphs(words, wide, high))
    try:
        found.rules = rules + find_drawn_rules(pixels, width, scale)
    except TooManyRules as error:
        found.overfull = str(error)
    return found


def _remark(page: Page, note: Callable[[Diagnostic], None]) -> None:
    """What there is to say about one page before it is laid out."""
    number = page.number
    if page.is_scan:
        note(codes.PAGE_WITHOUT_TEXT(page=number))
    elif page.invisible:
        note(codes.RECOGNISED_TEXT(page=number))
    if page.unmapped:
        note(codes.UNMAPPED_GLYPHS(page=number, count=page.unmapped))
    if page.undrawn:
        note(codes.UNDRAWN_TEXT(page=number, count=page.undrawn))
    if page.slanted:
        note(codes.SLANTED_TEXT(page=number, text=page.slanted[:40]))
    if page.laid_over:
        note(codes.LAID_OVER(page=number, count=page.laid_over))
    if page.outside:
        note(codes.TEXT_OUTSIDE(page=number, count=page.outside))
