"""PDF files written by hand, so that every drawing in them is known.

Text is set in a Chinese font that every reader knows by name, with characters by their Unicode numbers; Latin characters
are half as wide as Chinese ones. The file brings the glyphs along, a square for each, since a machine without Chinese
fonts has none to draw, and pdfium gives no text for what it cannot draw.
"""

from __future__ import annotations

import functools
import io
import zlib
from collections.abc import Iterable

from attrs import define, field
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import Glyph

A4 = (595.0, 842.0)


@define
class Canvas:
    """One page; positions are counted from the top left, as a reader counts them."""

    width: float = A4[0]
    height: float = A4[1]
    rotate: int = 0
    #: how the page's own space begins elsewhere than at 0, 0
    origin: tuple[float, float] = (0.0, 0.0)
    crop: tuple[float, float, float, float] | None = None
    parts: list[str] = field(factory=list)
    #: further objects drawn with ``Do``: name -> (dictionary, content)
    objects: dict[str, tuple[str, bytes]] = field(factory=dict)
    #: notes laid over the page, each a dictionary without its brackets
    notes: list[str] = field(factory=list)
    #: where glyphs were put: (left, top, right, bottom, text)
    placed: list[tuple[float, float, float, float, str]] = field(factory=list)

    def _y(self, y: float) -> float:
        return self.origin[1] + self.height - y

    def _x(self, x: float) -> float:
        return self.origin[0] + x

    def text(self, x: float, y: float, text: str, size: float = 10.0, *, mode: int = 0, matrix: str = "") -> None:
        """A text whose line begins at *x* and whose characters stand on *y*."""
        at = matrix or f"1 0 0 1 {self._x(x):.2f} {self._y(y):.2f}"
        code = text.encode("utf-16-be").hex()
        self.parts.append(f"BT /F1 {size} Tf {mode} Tr {at} Tm <{code}> Tj ET")
        if not matrix:
            self.placed.append((x, y - size, x + width_of(text, size), y + 0.3 * size, text))

    def line(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """A stroked line."""
        self.parts.append(f"{width} w {self._x(x0):.2f} {self._y(y0):.2f} m {self._x(x1):.2f} {self._y(y1):.2f} l S")

    def bar(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A filled rectangle."""
        self.parts.append(f"{self._x(x0):.2f} {self._y(y1):.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f")

    def box(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A stroked rectangle."""
        self.parts.append(f"0.5 w {self._x(x0):.2f} {self._y(y1):.2f} {x1 - x0:.2f} {y1 - y0:.2f} re S")

    def grid(self, xs: list[float], ys: list[float], *, closed_top: bool = True, closed_bottom: bool = True) -> None:
        """Lines at all these positions."""
        for n, y in enumerate(ys):
            if (n or closed_top) and (n < len(ys) - 1 or closed_bottom):
                self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def cell(self, x0: float, y0: float, x1: float, y1: float, text: str, size: float = 10.0) -> None:
        """A text in the middle of a cell; lines one below the other."""
        lines = text.split("\n")
        top = (y0 + y1) / 2 - len(lines) * size * 1.2 / 2
        for n, line in enumerate(lines):
            x = (x0 + x1 - width_of(line, size)) / 2
            self.text(x, top + n * size * 1.2 + size, line, size)

    def table(self, xs: list[float], ys: list[float], rows: list[list[str]], size: float = 10.0) -> None:
        """A table without merged cells."""
        self.grid(xs, ys)
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                if text:
                    self.cell(xs[c], ys[r], xs[c + 1], ys[r + 1], text, size)


def width_of(text: str, size: float) -> float:
    """How wide a text is."""
    return sum(size if ord(char) > 0x2E7F or char in "“”（）、，。：" else size / 2 for char in text)


def steps(first: float, *widths: float) -> list[float]:
    """Positions from the first one on."""
    positions = [first]
    for width in widths:
        positions.append(positions[-1] + width)
    return positions


_FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UTF16-H/DescendantFonts["
    "<</Type/Font/Subtype/{kind}/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>"
    "/DW 1000/W[1 95 500]{map}/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4"
    "/FontBBox[0 -200 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80{file}>>>>]>>"
)
#: the font without glyphs of its own: what is written in it, a machine without Chinese fonts does not draw
NAMED_FONT = _FONT.format(kind="CIDFontType0", map="", file="")
#: the font with its glyphs, which stand in objects 4 and 5
FONT = _FONT.format(kind="CIDFontType2", map="/CIDToGIDMap 5 0 R", file="/FontFile2 4 0 R")


@functools.cache
def glyphs() -> tuple[bytes, bytes]:
    """Objects 4 and 5: a font of two boxes, and the map that takes Latin characters to the narrow one."""
    narrow, wide = ".notdef", "wide"
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([narrow, wide])
    builder.setupCharacterMap({})
    builder.setupGlyf({narrow: _box(450), wide: _box(950)})
    builder.setupHorizontalMetrics({narrow: (500, 50), wide: (1000, 50)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Boxes", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    glyph_of = b"\x00\x00" * 96 + b"\x00\x01" * (0x10000 - 96)
    return _stream("", out.getvalue(), compressed=True), _stream("", glyph_of, compressed=True)


def _box(right: int) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((50, -100))
    for corner in ((50, 800), (right, 800), (right, -100)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def pdf(*pages: Canvas, font: str = FONT, extra: str = "", compressed: bool = False) -> bytes:
    """The bytes of a file with these pages; *extra* goes into its catalogue."""
    return write(_objects(pages, font, extra, compressed))


def _objects(pages: Iterable[Canvas], font: str, extra: str, compressed: bool) -> list[bytes]:
    objects: list[bytes] = [b"", b"", font.encode(), *glyphs()]
    kids: list[str] = []
    for page in pages:
        drawn = ""
        for name, (dictionary, content) in page.objects.items():
            objects.append(_stream(dictionary, content, compressed=False))
            drawn += f"/{name} {len(objects)} 0 R"
        objects.append(_stream("", "\n".join(page.parts).encode(), compressed))
        content = len(objects)
        x, y = page.origin
        crop = f"/CropBox[{' '.join(map(str, page.crop))}]" if page.crop else ""
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[{x} {y} {x + page.width} {y + page.height}]{crop}/Rotate {page.rotate}"
            f"/Annots[{''.join(f'<</Type/Annot{note}>>' for note in page.notes)}]"
            f"/Resources<</Font<</F1 3 0 R>>/XObject<<{drawn}>>>>/Contents {content} 0 R>>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{extra}>>".encode()
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>".encode()
    return objects


def _stream(dictionary: str, content: bytes, compressed: bool) -> bytes:
    if compressed:
        content = zlib.compress(content)
        dictionary += "/Filter/FlateDecode"
    return f"<<{dictionary}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream"


def write(objects: list[bytes], root: int = 1, trailer: str = "") -> bytes:
    """A file of numbered objects, the first with number 1."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets: list[int] = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    for offset in offsets:
        out += f"{offset:010d} 00000 n \n".encode()
    out += f"trailer<</Size {len(objects) + 1}/Root {root} 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
