"""Text of a PDF that is in the file and not on the page, or stands askew: no figure is read from it."""

from __future__ import annotations

import math

import pytest

from source_pdf.making import Canvas, pdf, steps
from source_pdf.reading import codes, shown

XS = steps(100, 80, 40, 40, 40)
YS = steps(100, 30, 30)
#: the line that the middle figure stands on, from the bottom of the page
LINE = 842 - 149


def page(*texts: tuple[float, str, int], before: str = "", behind: str = "") -> Canvas:
    """A table whose middle figure is made of texts, each at its place and in its mode."""
    canvas = Canvas()
    canvas.table(XS, YS, [["信息内容", "制发", "废止", "有效"], ["规章", "1", "", "300"]])
    for number, (x, text, mode) in enumerate(texts):
        if not number:
            canvas.parts.append(before)
        canvas.text(x, 149, text, mode=mode)
        if not number:
            canvas.parts.append(behind)
    return canvas


def row(data: bytes) -> str:
    return shown(data).splitlines()[1]


@pytest.mark.parametrize(
    ("canvas", "read"),
    [
        (page((230, "7", 3), (235, "12", 0)), "[7]12"),
        (page((230, "7", 3)), "[7]"),
        (page((230, "7", 7), (235, "12", 0), before="q", behind="Q"), "[7]12"),
        (page((230, "7", 0), (235, "12", 0), before="q 0 0 10 10 re W n", behind="Q"), "[7]12"),
        (page((230, "712", 0), before="q 235 0 300 842 re W n", behind="Q"), "[7]12"),
        (page((230, "712", 0), before="q 200 0 300 842 re W n", behind="Q"), "712"),
        # a text that says it is another one
        (page((230, "1", 0), (235, "2", 0), before="/Span <</ActualText (7)>> BDC", behind="EMC"), "[7]2"),
        (page((230, "1", 0), (235, "2", 0), before="/Span <</Lang (zh)>> BDC", behind="EMC"), "12"),
    ],
)
def test_what_is_not_drawn_is_no_figure(canvas, read):
    assert row(pdf(canvas)) == f"|规章|1|{read}|300"


@pytest.mark.parametrize(("state", "read"), [("OFF", "[7]12"), ("ON", "712")])
def test_a_layer_that_is_switched_off_is_not_read(state, read):
    canvas = page((230, "7", 0), (235, "12", 0), before="/OC /Layer BDC", behind="EMC")
    data = pdf(canvas, extra=f"/OCProperties<</OCGs[99 0 R]/D<</{state}[99 0 R]>>>>")
    # The offsets are wrong then; pdfium looks for the objects.
    data = data.replace(b"/Resources<<", b"/Resources<</Properties<</Layer 99 0 R>>")
    data = data.replace(b"\nxref", b"\n99 0 obj\n<</Type/OCG/Name(a)>>\nendobj\nxref")
    assert row(data) == f"|规章|1|{read}|300"


def askew(canvas: Canvas, x: float, text: str, degrees: float, size: float = 10.0, y: float = LINE) -> Canvas:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    canvas.text(0, 0, text, size, matrix=f"{cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {x} {y}")
    return canvas


@pytest.mark.parametrize("degrees", [-80, -30, -10, -4, 4, 10, 30, 45, 80])
def test_a_slanted_digit_spoils_the_figure_it_stands_in(degrees):
    for between in (
        askew(page((230, "1", 0), (240, "3", 0)), 235, "2", degrees),
        askew(page((230, "1", 0), (235, "3", 0)), 235, "2", degrees),
        askew(page(), 235, "2", degrees),
        askew(page((230, "1", 0)), 235, "23", degrees),
    ):
        assert "\ufffd" in row(pdf(between)).split("|")[3]
        assert codes(pdf(between))["GX186"]["page"] == 1


@pytest.mark.parametrize(("text", "size"), [("内部资料2021", 10), ("2021", 40), ("2021033109", 10), ("草稿", 10)])
def test_a_watermark_spoils_nothing(text, size):
    assert row(pdf(askew(page((230, "13", 0)), 200, text, 30, size))) == "|规章|1|13|300"


@pytest.mark.parametrize("lean", [0.2, 0.33, -0.33])
def test_letters_that_lean_are_read(lean):
    canvas = page()
    canvas.text(0, 0, "123", matrix=f"1 0 {lean} 1 230 {LINE}")
    assert (row(pdf(canvas)), codes(pdf(canvas))) == ("|规章|1|123|300", {})
