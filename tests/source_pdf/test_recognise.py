"""Pages that are pictures, read by a recogniser that knows what was on them before they were scanned."""

from __future__ import annotations

import zlib
from collections import Counter

import pytest
from attrs import define, evolve

import gxparse
from gxparse.limits import Limits
from gxparse.printers.paper import Sheet
from gxparse.source import read_source
from gxparse.source.pdf_page import open_pdf
from gxparse.source.pdf_scan import find_drawn_rules
from source import documents
from source_pdf.making import Canvas, pdf, steps, write

EDITIONS = ("trial_2019", "revised_2021")


def drawn_report(edition: str, seed: int) -> tuple[list[Canvas], dict[str, object]]:
    """A report as drawings with ruling lines, a page for each table, and its figures."""
    on_paper, values = documents.paper(edition, seed)
    pages = [Canvas(width=842, height=1300)]
    y = 40.0
    for block in on_paper.blocks:
        if not isinstance(block, Sheet):
            for line in block.text.split("\n"):
                y += 22
                pages[-1].text(60, y, line)
            continue
        if y + 32 * len(block.grid) > 1260:
            pages.append(Canvas(width=842, height=1300))
            y = 40.0
        xs, ys = steps(40, *[760 / block.width] * block.width), steps(y + 14, *[32] * len(block.grid))
        for cell in block.cells():
            box = xs[cell.column], ys[cell.row], xs[cell.column + cell.columns], ys[cell.row + cell.rows]
            pages[-1].box(*box)
            room = max(1, int((box[2] - box[0]) / 7))
            lines = [cell.text[at : at + room] for at in range(0, len(cell.text), room)]
            pages[-1].cell(*box, "\n".join(lines), 6)
        y = ys[-1] + 10
    return pages, values


def scanned(data: bytes, scale: float = 2.0) -> bytes:
    """The same pages as pictures."""
    import pypdfium2

    source = pypdfium2.PdfDocument(data)
    count = len(source)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + b" ".join(b"%d 0 R" % (3 + 3 * n) for n in range(count)) + b"]/Count %d>>" % count,
    ]
    for number, page in enumerate(source):
        wide, high = page.get_size()
        bitmap = page.render(scale=scale, grayscale=True)
        pixels = b"".join(
            bytes(bitmap.buffer)[row * bitmap.stride : row * bitmap.stride + bitmap.width]
            for row in range(bitmap.height)
        )
        packed = zlib.compress(pixels)
        draw = b"%f 0 0 %f 0 0 cm /P Do" % (wide, high)
        first = 3 + 3 * number
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %f %f]/Resources<</XObject<</P %d 0 R>>>>/Contents %d 0 R>>"
            % (wide, high, first + 1, first + 2),
            b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8"
            b"/Filter/FlateDecode/Length %d>>stream\n"
            % (bitmap.width, bitmap.height, len(packed))
            + packed
            + b"\nendstream",
            b"<</Length %d>>stream\n" % len(draw) + draw + b"\nendstream",
        ]
    return write(objects)


@define
class Remembers:
    """A recogniser that knows the pages."""

    pages: list[Canvas]
    asked: list[int]

    def recognise(self, data: bytes, page: int):
        assert data.startswith(b"%PDF")
        self.asked.append(page)
        return [gxparse.RecognisedWord(text, (x0, y0, x1, y1)) for x0, y0, x1, y1, text in self.pages[page - 1].placed]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("isolate", [False, True])
def test_every_figure_of_a_scan_is_read_and_marked(edition, isolate):
    pages, values = drawn_report(edition, 4)
    data = scanned(pdf(*pages))
    limits = Limits(isolate=isolate)
    with pytest.raises(gxparse.UnreadableSource) as refused:
        gxparse.read(data, limits=limits)
    assert refused.value.code == "GX171"

    recogniser = Remembers(pages, [])
    result = gxparse.read(data, recogniser=recogniser, limits=limits)
    assert recogniser.asked == list(range(1, len(pages) + 1))
    assert dict(result.report.values()) == values
    codes = Counter(d.code for d in result.diagnostics)
    assert codes["GX196"] == len(pages)
    assert not codes["GX172"]
    seen = 0
    for path, value in values.items():
        origin = result.report.origin(path)
        place = result.source.place_of(origin.span)
        assert place.recognised
        assert place.page is not None
        if value is not None:
            assert next((r.reason, r.after) for r in origin.repairs) == ("recognised", origin.raw)
            boxes = [box for *box, text in pages[place.page - 1].placed if text == origin.raw]
            assert any(all(abs(a - b) < 2 for a, b in zip(place.box, box, strict=True)) for box in boxes)
            seen += 1
    assert seen > 150


def test_only_pages_that_are_pictures_are_asked_for():
    pages, values = drawn_report("revised_2021", 4)
    assert len(pages) > 1
    data = pdf(*pages)
    recogniser = Remembers(pages, [])
    result = gxparse.read(data, recogniser=recogniser)
    assert recogniser.asked == []
    assert dict(result.report.values()) == values
    assert not any(repair.reason == "recognised" for path in values for repair in result.report.origin(path).repairs)


def test_what_a_program_left_invisibly_over_a_scan_is_marked_too():
    page = Canvas()
    table = [["信息内容", "甲", "乙"], ["规章", "1", "2"]]
    xs, ys = steps(60, 140, 60, 60), steps(100, 30, 30)
    page.grid(xs, ys)
    for r, row in enumerate(table):
        for c, text in enumerate(row):
            page.text(xs[c] + 5, ys[r] + 20, text, mode=3)
    source, said = read_source(pdf(page))
    assert "GX173" in {d.code for d in said}
    assert all(place.recognised for place in source.places)


def test_a_word_over_a_line_is_no_figure():
    page = Canvas()
    page.text(60, 60, "一")  # so that there is a picture with lines
    page.table(steps(60, 140, 60, 60), steps(100, 30, 30), [["信息内容", "甲", "乙"], ["规章", "", ""]])
    words = [
        gxparse.RecognisedWord("规章", (100, 140, 120, 150)),
        gxparse.RecognisedWord("12", (240, 140, 300, 150)),
    ]

    class Joins:
        def recognise(self, data, page):
            return words

    _, said = read_source(scanned(pdf(page)), recogniser=Joins())
    assert "GX182" in {d.code for d in said}


def test_nothing_recognised_is_refused_as_before():
    class Blind:
        def recognise(self, data, page):
            return ()

    page = Canvas()
    page.text(60, 60, "一")
    with pytest.raises(gxparse.UnreadableSource) as refused:
        gxparse.read(scanned(pdf(page)), recogniser=Blind())
    assert refused.value.code == "GX171"


@pytest.mark.parametrize(
    "word",
    [
        "12",
        ("12", (0, 0, 1, 1)),
        gxparse.RecognisedWord("1", (0, 0, float("nan"), 1)),
        gxparse.RecognisedWord("1", (5, 5, 1, 1)),
    ],
)
def test_anything_but_words_in_boxes_is_misuse(word):
    class Wrong:
        def recognise(self, data, page):
            return [word]

    page = Canvas()
    page.text(60, 60, "一")
    with pytest.raises(gxparse.UsageError):
        gxparse.read(scanned(pdf(page)), recogniser=Wrong())


def test_what_a_recogniser_raises_goes_through():
    class Fails:
        def recognise(self, data, page):
            raise RuntimeError("no model")

    page = Canvas()
    page.text(60, 60, "一")
    with pytest.raises(RuntimeError, match="no model"):
        gxparse.read(scanned(pdf(page)), recogniser=Fails())


def test_a_recogniser_without_end_is_stopped():
    class Endless:
        def recognise(self, data, page):
            while True:
                yield gxparse.RecognisedWord("一" * 100, (0, 0, 500, 10))

    page = Canvas()
    page.text(60, 60, "一")
    _, said = read_source(scanned(pdf(page)), None, Limits(text_chars=1000), recogniser=Endless())
    assert "GX196" in {d.code for d in said}


def test_lines_are_found_in_a_picture():
    page = Canvas()
    xs, ys = steps(60, 140, 60, 60), steps(100, 30, 30, 30)
    page.table(xs, ys, [["甲", "1", "2"], ["", "3", "4"], ["乙", "", "5"]])  # glyphs are drawn as squares of ink
    with open_pdf(scanned(pdf(page))) as file:
        rules = find_drawn_rules(*file.draw_page(1))
    level = {round((rule[1] + rule[3]) / 2) for rule in rules if rule[2] - rule[0] > 20}
    upright = {round((rule[0] + rule[2]) / 2) for rule in rules if rule[3] - rule[1] > 20}
    assert all(min(abs(at - y) for y in ys) <= 1 for at in level)
    assert all(min(abs(at - x) for x in xs) <= 1 for at in upright)
    assert len(level) >= len(ys)
    assert len(upright) >= len(xs)


def test_the_edges_of_a_dark_cell_are_lines():
    page = Canvas()
    page.bar(100, 200, 300, 240)
    with open_pdf(scanned(pdf(page))) as file:
        rules = find_drawn_rules(*file.draw_page(1))
    near = {edge for rule in rules for edge in (200, 240) if rule[2] - rule[0] > 150 and abs(rule[1] - edge) < 5}
    assert near == {200, 240}
    assert not any(208 < (rule[1] + rule[3]) / 2 < 232 for rule in rules if rule[2] - rule[0] > 150)


def test_other_formats_need_no_recogniser():
    recogniser = Remembers([], [])
    assert gxparse.read("一、总体情况".encode(), recogniser=recogniser).source.text == "一、总体情况"
    assert gxparse.read(documents.word(documents.paper("revised_2021", 1)[0]), recogniser=recogniser).report
    assert recogniser.asked == []


def test_a_place_says_whether_it_was_recognised():
    place = gxparse.Place(gxparse.Span(0, 1), "page 1, line 1", 1)
    assert not place.recognised
    assert evolve(place, recognised=True).recognised
