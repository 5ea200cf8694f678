"""Figures of a PDF that do not hold: struck out, painted over, changed by a note laid over the page."""

from __future__ import annotations

import random
import re

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from gxparse.source import read_source
from source_pdf.making import Canvas, pdf, steps
from source_pdf.printing import converted, printed
from source_pdf.reading import codes, shown

XS = steps(100, 80, 40, 40, 40)
YS = steps(100, 30, 30)
ROWS = [["信息内容", "制发", "废止", "有效"], ["规章", "1", "2012", "300"]]
#: where the figure 2012 begins, and the line that it stands on
LEFT, LINE = 230.0, 149.0
PIXEL = ("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8", b"\x80")


def table() -> Canvas:
    page = Canvas()
    page.table(XS, YS, ROWS)
    return page


def row(page: Canvas) -> str:
    return shown(pdf(page)).splitlines()[1]


def stroke(page, x0, x1, y):
    page.line(x0, y, x1, y, 0.6)


def bar(page, x0, x1, y):
    page.bar(x0, y - 0.4, x1, y + 0.4)


def two(page, x0, x1, y):
    page.line(x0, y - 0.9, x1, y - 0.9, 0.4)
    page.line(x0, y + 0.9, x1, y + 0.9, 0.4)


def dots(page, x0, x1, y):
    for n in range(int((x1 - x0) / 1.6)):
        page.bar(x0 + 1.6 * n, y - 0.4, x0 + 1.6 * n + 0.8, y + 0.4)


def wave(page, x0, x1, y):
    page.parts.append(f"{x0} {842 - y - 1} m {x0 + 2} {842 - y + 1} l {x0 + 4} {842 - y - 1} l {x1} {842 - y + 1} l f")


STRIKES = (stroke, bar, two, dots, wave)


@pytest.mark.parametrize("draw", STRIKES, ids=lambda draw: draw.__name__)
@pytest.mark.parametrize(
    ("first", "last", "read"), [(0, 4, "[2012]"), (0, 2, "[20]12"), (2, 4, "20[12]"), (1, 2, "2[0]12")]
)
def test_what_is_struck_out_is_no_figure(draw, first, last, read):
    page = table()
    draw(page, LEFT + 5 * first, LEFT + 5 * last, LINE - 3)
    assert row(page) == f"|规章|1|{read}|300"


@pytest.mark.parametrize("height", [1.2, 2.0, -9.0])
@pytest.mark.parametrize("draw", STRIKES[:3], ids=lambda draw: draw.__name__)
def test_lines_below_and_above_strike_nothing_out(draw, height):
    page = table()
    draw(page, LEFT, LEFT + 20, LINE + height)
    assert row(page) == "|规章|1|2012|300"


@pytest.mark.parametrize(("rotate", "turn"), [(90, "0 1 -1 0"), (180, "-1 0 0 -1"), (270, "0 -1 1 0")])
def test_a_turned_page_is_struck_out_too(rotate, turn):
    page = Canvas(rotate=rotate)
    page.table(XS, YS, ROWS)
    stroke(page, LEFT, LEFT + 10, LINE - 3)
    assert row(page) == "|规章|1|[20]12|300"
    sideways = Canvas()
    at = {"0 1 -1 0": "800 0", "-1 0 0 -1": "595 842", "0 -1 1 0": "0 600"}[turn]
    sideways.parts = ["q", f"{turn} {at} cm", *page.parts, "Q"]
    sideways.width = sideways.height = 900
    assert row(sideways) == "|规章|1|[20]12|300"


@pytest.mark.parametrize("colour", ["1 g", "0 g", "1 0.9 0.9 rg"])
def test_what_is_painted_over_is_no_figure(colour):
    page = table()
    page.parts.append(colour)
    page.bar(LEFT + 10, LINE - 10, LEFT + 20, LINE + 3)
    assert row(page) == "|规章|1|20[12]|300"


def test_shading_below_the_text_hides_nothing():
    page = Canvas()
    page.parts.append("0.9 g")
    page.bar(XS[0], YS[0], XS[-1], YS[-1])
    page.parts.append("0 g")
    page.table(XS, YS, ROWS)
    assert row(page) == "|规章|1|2012|300"


def test_a_frame_around_a_figure_hides_nothing():
    page = table()
    page.box(LEFT - 3, LINE - 11, LEFT + 23, LINE + 4)
    page.parts.append(f"{LEFT - 5} {842 - LINE - 5} 30 20 re {LEFT - 4} {842 - LINE - 4} 28 18 re f*")
    assert "2012" in row(page)


@pytest.mark.parametrize("kind", ["StrikeOut", "FreeText", "Redact", "Ink", "Line"])
def test_a_note_over_a_figure_is_said_and_the_figure_not_read(kind):
    page = table()
    box = (LEFT + 10, 842 - LINE - 2, LEFT + 20, 842 - LINE + 9)
    note = f"/Subtype/{kind}/Rect[{' '.join(map(str, box))}]/Contents(1)/F 4"
    if kind == "StrikeOut":
        left, bottom, right, top = box
        note += f"/QuadPoints[{left} {top} {right} {top} {left} {bottom} {right} {bottom}]"
    page.notes.append(note)
    assert row(page) == "|规章|1|20[12]|300"
    assert codes(pdf(page)) == {"GX197": {"page": 1, "count": 1}}


@pytest.mark.parametrize("note", ["/Subtype/Highlight", "/Subtype/Link", "/Subtype/Text", "/Subtype/StrikeOut/F 2"])
def test_other_notes_change_nothing(note):
    page = table()
    page.notes.append(f"{note}/Rect[{LEFT} {842 - LINE - 2} {LEFT + 20} {842 - LINE + 9}]")
    assert row(page) == "|规章|1|2012|300"
    assert codes(pdf(page)) == {}


def full() -> Canvas:
    """A page with more text on it than a stamp has."""
    page = table()
    page.text(100, 60, "二、主动公开政府信息情况")
    return page


def test_text_below_the_picture_of_the_page_was_recognised_by_a_program():
    page = full()
    page.objects["I1"] = PIXEL
    page.parts.append("q 595 0 0 842 0 0 cm /I1 Do Q")
    assert codes(pdf(page)) == {"GX173": {"page": 1}}


def test_text_on_a_picture_is_text():
    page = full()
    page.objects["I1"] = PIXEL
    page.parts.insert(0, "q 595 0 0 842 0 0 cm /I1 Do Q")
    assert codes(pdf(page)) == {}


def test_text_below_a_watermark_is_text():
    page = full()
    page.objects["M1"] = (PIXEL[0], b"\x20")
    page.objects["I1"] = (PIXEL[0] + "/SMask 6 0 R", PIXEL[1])  # the mask is the first object behind the font
    page.parts.append("q 595 0 0 842 0 0 cm /I1 Do Q")
    assert codes(pdf(page)) == {}


# --- as programs print them ------------------------------------------------------------------------------------------

FIGURE = re.compile(r"\[[^\]]*\]")


def cells(seed: int) -> list[list[tuple[str, bool]]]:
    """Figures whose digits are deleted here and there: for each cell its pieces, and whether they are deleted."""
    draw = random.Random(seed)
    found = []
    for _ in range(24):
        pieces = [(str(draw.randrange(1, 10 ** draw.randrange(1, 4))), draw.random() < 0.5)]
        for _ in range(draw.randrange(3)):
            pieces.append((str(draw.randrange(10)), not pieces[-1][1]))
        found.append(pieces)
    return found


def hold(data: bytes, truth: list[list[tuple[str, bool]]]) -> None:
    """Every cell reads as it was written, with brackets around what is deleted."""
    found = [cell for line in shown(data).splitlines() if line.startswith("|") for cell in line.split("|")[1:]]
    assert found == ["".join(f"[{text}]" if gone else text for text, gone in cell) for cell in truth]


def test_what_a_word_processor_prints_as_deleted(tmp_path):
    truth = cells(1)
    document = docx.Document()
    grid = document.add_table(6, 4, "Table Grid")
    for number, pieces in enumerate(truth):
        paragraph = grid.cell(number // 4, number % 4).paragraphs[0]
        for text, gone in pieces:
            run = paragraph.add_run(text)
            if not gone:
                continue
            if number % 3 == 0:
                run.font.strike = True
            elif number % 3 == 1:
                run.font.double_strike = True
            else:
                deleted = OxmlElement("w:del")
                for key, value in (("id", "1"), ("author", "a"), ("date", "2024-01-01T00:00:00Z")):
                    deleted.set(qn(f"w:{key}"), value)
                run._r.addprevious(deleted)
                deleted.append(run._r)
                next(run._r.iter(qn("w:t"))).tag = qn("w:delText")
    path = tmp_path / "struck.docx"
    document.save(path)
    hold(converted(tmp_path, {"struck": path.read_bytes()}, "pdf")["struck.pdf"].read_bytes(), truth)


@pytest.mark.parametrize("size", [9, 16])
def test_what_a_browser_prints_as_deleted(tmp_path, size):
    truth = cells(size)
    kinds = ("double", "wavy red", "dotted", "dashed", "2px", "solid #c00")
    marks = [f'<span style="text-decoration:line-through {kind}">{{}}</span>' for kind in kinds]
    marks += ["<del>{}</del>", "<s>{}</s>"]
    rows = [
        "<tr>"
        + "".join(
            "<td>" + "".join(marks[(at + n) % len(marks)].format(text) if gone else text for text, gone in cell)
            for n, cell in enumerate(truth[at : at + 4])
        )
        for at in range(0, len(truth), 4)
    ]
    style = f"table{{border-collapse:collapse;font-size:{size}px}}td{{border:1px solid #000;padding:3px 9px}}"
    page = f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style><table>{''.join(rows)}</table>"
    hold(printed(tmp_path, "struck", page).read_bytes(), truth)


def test_the_source_says_nothing_more_of_struck_text():
    page = table()
    stroke(page, LEFT, LEFT + 20, LINE - 3)
    assert read_source(pdf(page))[1] == ()
