"""What stands on the pages of a PDF: glyphs with their boxes, and ruling lines. The only file that knows pdfium.

pdfium is asked through its C functions, one call for one fact, because the object layer of the binding costs more
than the reading itself. It is permissively licensed, fast, and keeps a table of glyph positions that agrees with
what it would draw.
"""

from __future__ import annotations

import ctypes
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from attrs import define, field

from gxparse.diagnostics.codes import pdf as codes
from gxparse.diagnostics.codes import source as source_codes
from gxparse.source.breach import unreadable
from gxparse.source.extras import require
from gxparse.source.pdf_glyph import Glyph
from gxparse.source.pdf_marks import find_marks, hides_text
from gxparse.source.pdf_rules import Picture, Rule, RuleReader, TooManyRules
from gxparse.source.pdf_slanted import Slanted, place_slanted
from gxparse.source.pdf_unseen import find_unseen

__all__ = ["Box", "Glyph", "Page", "PdfFile", "open_pdf"]

#: left, top, right, bottom in points from the top left of the page as it is shown
Box: TypeAlias = tuple[float, float, float, float]

#: pdfium keeps global state: one thread at a time.
_LOCK = threading.Lock()

#: pdfium's error codes (fpdfview.h) for a document that needs a password or has an unknown cipher.
_NEEDS_PASSWORD = frozenset((4, 5))

#: Characters that pdfium makes up between words and lines.
_MADE_UP = frozenset((0x09, 0x0A, 0x0D, 0x20, 0xA0))
#: A hyphen at the end of a line is handed out as one of these.
_LINE_END_HYPHEN = frozenset((0x02, 0xFFFE))


#: Characters that a program prints onto a scan: a page number, a date.
_STAMP = 24
#: Pixels for each point of a page that is drawn to find its lines, and pixels of the whole page at most.
_DRAWN = 2.0
_MAX_PIXELS = 6_000_000
#: Text that runs at this angle to the page, in radians, is slanted.
_ASKEW = 0.05
#: As light as this, of 255, is white.
_WHITE = 250
#: Behind everything that is drawn on a page.
_LAST = 2**62
#: A picture that covers this share of the page is the page.
_MOST = 0.4


@define
class Page:
    """The contents of one page."""

    #: from 1
    number: int
    width: float
    height: float
    glyphs: list[Glyph] = field(factory=list, repr=False)
    rules: list[Rule] = field(factory=list, repr=False)
    #: lines that are no rules but may strike characters out: rows of few dots, marks laid over the page
    marks: list[Rule] = field(factory=list, repr=False)
    #: filled boxes, each with its number in the order of drawing
    covers: list[tuple[int, Box]] = field(factory=list, repr=False)
    #: for each run of glyphs its number in the order of drawing
    orders: dict[int, int] = field(factory=dict, repr=False)
    #: how many notes of a PDF editor strike something out on it or write over it
    laid_over: int = 0
    #: whether anything but text is drawn on it: a picture, outlines
    pictured: bool = False
    #: glyphs that are drawn invisibly, as text recognition leaves them over a scan
    invisible: int = 0
    #: glyphs whose character the font does not tell
    unmapped: int = 0
    #: texts that cannot be drawn here, since their font is neither in the file nor on the machine; they are left out
    undrawn: int = 0
    #: glyphs of slanted text, such as a watermark; they are left out
    slanted: str = ""
    #: glyphs outside of the page; they are left out
    outside: int = 0
    #: why the ruling lines could not be read
    overfull: str = ""
    #: left and right end of what is shown, where lines of a table run out of it
    cut: tuple[float | None, float | None] = (None, None)
    #: boxes of the pictures on it
    pictures: list[Box] = field(factory=list, repr=False)
    #: quarter turns, clockwise, from the page as it is laid out here to the page as it is shown: most text of a table
    #: printed sideways runs from left to right only once the page is turned back
    turn: int = 0

    @property
    def is_scan(self) -> bool:
        """Whether the page is a picture with no more text on it than a page number."""
        largest = max(((box[2] - box[0]) * (box[3] - box[1]) for box in self.pictures), default=0.0)
        most = largest > _MOST * self.width * self.height
        return self.pictured and len(self.glyphs) <= (_STAMP if most else 0)

    def shown(self, box: Box) -> Box:
        """Where a box of this page is on the page as it is shown."""
        left, top, right, bottom = box
        if self.turn == 1:
            return (self.height - bottom, left, self.height - top, right)
        if self.turn == 2:
            return (self.width - right, self.height - bottom, self.width - left, self.height - top)
        if self.turn == 3:
            return (top, self.width - right, bottom, self.width - left)
        return box


class PdfFile:
    """An open PDF. Made by :func:`open_pdf`, which also closes it."""

    def __init__(self, raw: Any, document: Any) -> None:
        self._raw = raw
        self._document = document
        self.page_count: int = max(0, raw.FPDF_GetPageCount(document))

    @property
    def has_form_fields(self) -> bool:
        """Whether the file has fields to fill in, whose contents are no part of the pages."""
        return bool(self._raw.FPDF_GetFormType(self._document) > 0)

    def read_page(self, number: int, max_glyphs: int) -> Page | None:
        """The contents of a page, counted from 1; ``None`` if the page is damaged."""
        raw = self._raw
        handle = raw.FPDF_LoadPage(self._document, number - 1)
        if not handle:
            return None
        try:
            rotation = max(0, raw.FPDFPage_GetRotation(handle)) % 4
            view = _View(raw, handle, rotation)
            page = Page(number, view.width, view.height)
            text = raw.FPDFText_LoadPage(handle)
            if not text:
                return None
            try:
                runs = _read_glyphs(raw, text, view, page, max_glyphs)
                turn = _main_turn(page.glyphs)
                if turn:
                    view = _View(raw, handle, (rotation - turn) % 4)
                    page = Page(number, view.width, view.height, turn=turn)
                    runs = _read_glyphs(raw, text, view, page, max_glyphs)
            finally:
                raw.FPDFText_ClosePage(text)
            reader = RuleReader(raw, view.map)
            try:
                page.rules = reader.read(handle, page.width)
                page.cut = reader.cut
            except TooManyRules as error:
                page.overfull = str(error)
            page.pictured = reader.pictured
            page.pictures = reader.pictures
            page.undrawn = reader.undrawn
            page.marks = reader.marks
            page.orders = {run: reader.orders[address] for address, run in runs.items() if address in reader.orders}
            laid_over = find_marks(raw, handle, view.map)
            page.laid_over = len(laid_over)
            page.covers = reader.covers + [(_LAST, box) for box in laid_over]
            if reader.text_objects and reader.invisible_objects * 2 > reader.text_objects:
                page.invisible = len(page.glyphs)
            elif page.glyphs and (reader.doubtful or reader.told):
                self._mark_unseen(page, reader, runs)
            if not page.invisible and reader.largest is not None and _lies_under(page, reader.largest):
                page.invisible = hides_text(raw, self._document, handle, reader.largest.item) * len(page.glyphs)
            return page
        finally:
            raw.FPDF_ClosePage(handle)

    def _mark_unseen(self, page: Page, reader: RuleReader, runs: dict[int, int]) -> None:
        """Mark what a reader does not see of the text of a page, or sees as something else."""
        doubtful = {runs[address]: clip for address, clip in reader.doubtful.items() if address in runs}
        told = {runs[address] for address in reader.told if address in runs}
        boxes: dict[int, Box] = {}
        for number, glyph in enumerate(page.glyphs):
            if glyph.run in doubtful and not glyph.char.isspace():
                clip = doubtful[glyph.run]
                x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
                if clip is None or not (clip[0] < x < clip[2] and clip[1] < y < clip[3]):
                    boxes[number] = page.shown(glyph[:4])
        unseen = find_unseen(boxes, lambda: self.draw_page(page.number))
        for number, glyph in enumerate(page.glyphs):
            if number in unseen or (glyph.run in told and glyph.char.isdigit()):
                page.glyphs[number] = glyph._replace(struck=True)

    def draw_page(self, number: int) -> tuple[bytes, int, float]:
        """A page as it is shown, in grey: one byte for each pixel, pixels in a row, and pixels for each point."""
        raw = self._raw
        handle = raw.FPDF_LoadPage(self._document, number - 1)
        if not handle:
            return b"", 1, 1.0
        bitmap = None
        try:
            wide, high = raw.FPDF_GetPageWidthF(handle), raw.FPDF_GetPageHeightF(handle)
            scale = min(_DRAWN, math.sqrt(_MAX_PIXELS / max(1.0, wide * high)))
            width, height = max(1, int(wide * scale)), max(1, int(high * scale))
            bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
            if not bitmap:
                return b"", 1, 1.0
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            raw.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, 0)
            stride = raw.FPDFBitmap_GetStride(bitmap)
            pixels = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
            if stride > width:  # rows are filled up to a multiple of four
                pixels = b"".join(pixels[row * stride : row * stride + width] for row in range(height))
            return pixels, width, scale
        finally:
            if bitmap:
                raw.FPDFBitmap_Destroy(bitmap)
            raw.FPDF_ClosePage(handle)


@contextmanager
def open_pdf(data: bytes) -> Iterator[PdfFile]:
    """Open a PDF held in memory, for one thread at a time.

    Raises :class:`~gxparse.errors.UnreadableSource` when it is encrypted (GX102) or damaged (GX103), and
    :class:`~gxparse.errors.MissingExtra` without pypdfium2.
    """
    require("pypdfium2", "pdf")  # starts the library
    raw = require("pypdfium2.raw", "pdf")
    with _LOCK:
        document = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            if raw.FPDF_GetLastError() in _NEEDS_PASSWORD:
                raise unreadable(source_codes.ENCRYPTED_FILE, format="PDF")
            raise unreadable(source_codes.DAMAGED_FILE, format="PDF", detail="no document structure")
        try:
            opened = PdfFile(raw, document)
            if not opened.page_count:
                raise unreadable(codes.NO_PAGES)
            yield opened
        finally:
            raw.FPDF_CloseDocument(document)


class _View:
    """How points of the page's own space lie on the page: cropped, turned, counted from the top."""

    def __init__(self, raw: Any, handle: Any, turn: int) -> None:
        box = raw.FS_RECTF()
        raw.FPDF_GetPageBoundingBox(handle, box)
        left, right = sorted((box.left, box.right))
        bottom, top = sorted((box.bottom, box.top))
        self.turn = turn
        wide, high = right - left, top - bottom
        self.width, self.height = (wide, high) if self.turn % 2 == 0 else (high, wide)
        # shown x = xa * x + xb * y + xc, shown y = ya * x + yb * y + yc
        self.map: tuple[float, float, float, float, float, float] = (
            (1.0, 0.0, -left, 0.0, -1.0, top),
            (0.0, 1.0, -bottom, 1.0, 0.0, -left),
            (-1.0, 0.0, right, 0.0, 1.0, -bottom),
            (0.0, -1.0, top, -1.0, 0.0, right),
        )[self.turn]


def _main_turn(glyphs: list[Glyph]) -> int:
    """The direction of most text; that of the page unless most of it runs otherwise."""
    counts = [0, 0, 0, 0]
    for glyph in glyphs:
        counts[glyph.turn] += 1
    most = max(counts)
    return 0 if most == counts[0] else counts.index(most)


def _lies_under(page: Page, picture: Picture) -> bool:
    """Whether most text of a page was drawn before the picture that the page consists of."""
    if picture.area <= _MOST * page.width * page.height:
        return False
    below = sum(page.orders.get(glyph.run, picture.order) < picture.order for glyph in page.glyphs)
    return below * 2 > len(page.glyphs)


def _is_pale(raw: Any, item: Any) -> bool:
    """Whether a piece of text is drawn in white, or in nothing at all."""
    colour = [ctypes.c_uint() for _ in range(4)]
    if not raw.FPDFPageObj_GetFillColor(item, *colour):
        return False
    return colour[3].value == 0 or all(part.value >= _WHITE for part in colour[:3])


def _read_glyphs(raw: Any, text: Any, view: _View, page: Page, max_glyphs: int) -> dict[int, int]:
    """Fill in the glyphs of a page; for the address of each piece of text its number among them."""
    count = min(raw.FPDFText_CountChars(text), max_glyphs)
    unicode_of, is_made_up = raw.FPDFText_GetUnicode, raw.FPDFText_IsGenerated
    box_of, origin_of, angle_of = raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetCharOrigin, raw.FPDFText_GetCharAngle
    is_unmapped, run_of = raw.FPDFText_HasUnicodeMapError, raw.FPDFText_GetTextObject
    address_of = ctypes.addressof
    rect = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    slanted = Slanted()
    matrix = raw.FS_MATRIX()
    pending = 0  # first half of a character beyond U+FFFF
    runs: dict[int, tuple[int, bool]] = {}
    append = page.glyphs.append
    xa, xb, xc, ya, yb, yc = view.map
    width, height = page.width, page.height
    for index in range(count):
        code = unicode_of(text, index)
        if code in _MADE_UP and is_made_up(text, index):
            continue
        if code in _LINE_END_HYPHEN:
            code = 0x2D
        elif 0xD800 <= code < 0xDC00:
            pending = code
            continue
        elif 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((pending - 0xD800) << 10) + (code - 0xDC00) if pending else 0xFFFD
            pending = 0
        elif code == 0x09:
            code = 0x20
        if code < 0x20 or code == 0xFFFD or is_unmapped(text, index) == 1:
            # A glyph is seen but its character is not known: it must spoil the figure that it stands in.
            code = 0xFFFD
            page.unmapped += 1
        angle = angle_of(text, index)
        turn = round(angle / (math.pi / 2))
        askew = abs(angle - turn * (math.pi / 2)) > _ASKEW
        if askew and raw.FPDFText_GetMatrix(text, index, matrix):
            # Letters that lean, as slanting ones do where their font has none, stand on a line that does not.
            angle = -math.atan2(matrix.b, matrix.a)
            turn = round(angle / (math.pi / 2))
            askew = abs(angle - turn * (math.pi / 2)) > _ASKEW
        if not box_of(text, index, rect):
            continue
        origin_of(text, index, x, y)
        # The two corners of its box, and the point it stands on, as they lie on the page.
        left, top, right, bottom = rect.left, rect.top, rect.right, rect.bottom
        x0, y0 = xa * left + xb * bottom + xc, ya * left + yb * bottom + yc
        x1, y1 = xa * right + xb * top + xc, ya * right + yb * top + yc
        if x1 < x0:
            x0, x1 = x1, x0
        if y1 < y0:
            y0, y1 = y1, y0
        run = run_of(text, index)
        key = address_of(run.contents) if run else 0
        if askew:
            size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.a, matrix.b)
            slanted.add(key, (x0 + x1) / 2, (y0 + y1) / 2, size, chr(code))
            continue
        if x1 <= 0 or x0 >= width or y1 <= 0 or y0 >= height:
            page.outside += not chr(code).isspace()
            continue
        shown = (view.turn + turn) % 4  # pdfium counts angles clockwise
        px, py = x.value, y.value
        baseline = xa * px + xb * py + xc if shown % 2 else ya * px + yb * py + yc
        known = runs.get(key)
        if known is None:
            known = runs[key] = (len(runs), bool(run) and _is_pale(raw, run))
        append(Glyph(x0, y0, x1, y1, baseline, chr(code), shown, *known))
    page.slanted = slanted.text
    page.glyphs += place_slanted(slanted, page.glyphs)
    return {address: number for address, (number, _) in runs.items()}
