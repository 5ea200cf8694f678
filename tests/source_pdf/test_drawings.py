"""How borders and text may be drawn: the table read is always the same."""

from __future__ import annotations

import itertools

import pytest

from gxparse.errors import UnreadableSource
from gxparse.source import read_source
from source_pdf.making import FONT, NAMED_FONT, Canvas, pdf, steps
from source_pdf.reading import codes, shown

XS = steps(100, 80, 40, 40, 40)
YS = steps(100, 30, 30, 30)
ROWS = [["信息内容", "制发", "废止", "有效"], ["规章", "1", "20", "300"], ["规范性文件", "", "5", "12.5"]]
READ = "|信息内容|制发|废止|有效\n|规章|1|20|300\n|规范性文件||5|12.5\n"


def written(page: Canvas) -> Canvas:
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            if text:
                page.cell(XS[c], YS[r], XS[c + 1], YS[r + 1], text)
    return page


def stroked(page):
    page.grid(XS, YS)


def bars_for_each_edge(page):
    for y in YS:
        for x0, x1 in itertools.pairwise(XS):
            page.bar(x0, y - 0.25, x1, y + 0.25)
    for x in XS:
        for y0, y1 in itertools.pairwise(YS):
            page.bar(x - 0.25, y0, x + 0.25, y1)


def bars_with_corners_of_their_own(page):
    for y in YS:
        for x0, x1 in itertools.pairwise(XS):
            page.bar(x0 + 0.25, y - 0.25, x1 - 0.25, y + 0.25)
        for x in XS:
            page.bar(x - 0.25, y - 0.25, x + 0.25, y + 0.25)
    for x in XS:
        for y0, y1 in itertools.pairwise(YS):
            page.bar(x - 0.25, y0 + 0.25, x + 0.25, y1 - 0.25)


def a_box_for_each_cell(page):
    for y0, y1 in itertools.pairwise(YS):
        for x0, x1 in itertools.pairwise(XS):
            page.box(x0, y0, x1, y1)


def boxes_with_room_between_them(page):
    page.box(XS[0] - 2, YS[0] - 2, XS[-1] + 2, YS[-1] + 2)
    for y0, y1 in itertools.pairwise(YS):
        for x0, x1 in itertools.pairwise(XS):
            page.box(x0 + 1.2, y0 + 1.2, x1 - 1.2, y1 - 1.2)


def one_path_for_all(page):
    lines = [f"{x} {842 - YS[0]} m {x} {842 - YS[-1]} l" for x in XS]
    lines += [f"{XS[0]} {842 - y} m {XS[-1]} {842 - y} l" for y in YS]
    page.parts.append("0.5 w " + " ".join(lines) + " S")


def one_fill_for_all(page):
    lines = [f"{x} {842 - YS[-1]} 0.5 {YS[-1] - YS[0]} re" for x in XS]
    lines += [f"{XS[0]} {842 - y} {XS[-1] - XS[0]} 0.5 re" for y in YS]
    page.parts.append(" ".join(lines) + " f")


def double_lines(page):
    for y in YS:
        page.line(XS[0], y, XS[-1], y, 0.4)
        page.line(XS[0], y + 1.5, XS[-1], y + 1.5, 0.4)
    for x in XS:
        page.line(x, YS[0], x, YS[-1], 0.4)
        page.line(x + 1.5, YS[0], x + 1.5, YS[-1], 0.4)


def thick_lines(page):
    for y in YS:
        page.line(XS[0], y, XS[-1], y, 2.25)
    for x in XS:
        page.line(x, YS[0], x, YS[-1], 2.25)


def dashes(page):
    for y in YS:
        dash = " ".join(f"{x} {842 - y} 2 0.75 re" for x in range(int(XS[0]), int(XS[-1]), 4))
        page.parts.append(dash + " f")
    for x in XS:
        dash = " ".join(f"{x} {842 - y - 2} 0.75 2 re" for y in range(int(YS[0]), int(YS[-1]), 4))
        page.parts.append(dash + " f")


def dots(page):
    for y in YS:
        for x in range(int(XS[0]), int(XS[-1]) + 1, 2):
            page.bar(x, y, x + 0.75, y + 0.75)
    for x in XS:
        for y in range(int(YS[0]), int(YS[-1]) + 1, 2):
            page.bar(x, y, x + 0.75, y + 0.75)


def a_stroke_that_is_dashed(page):
    page.parts.append("[3 2] 0 d")
    page.grid(XS, YS)


def lines_over_shaded_cells(page):
    page.parts.append("0.9 g")
    page.bar(XS[0], YS[0], XS[-1], YS[1])
    page.parts.append("0 g")
    page.grid(XS, YS)


def no_borders_at_the_sides(page):
    for y in YS:
        page.line(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        page.line(x, YS[0], x, YS[-1])


def no_borders_around(page):
    for y in YS[1:-1]:
        page.line(XS[0], y, XS[-1], y)
    for x in XS[1:-1]:
        page.line(x, YS[0], x, YS[-1])


BORDERS = [value for value in list(globals().values()) if callable(value) and value.__module__ == __name__]
BORDERS.remove(written)


@pytest.mark.parametrize("draw", BORDERS, ids=lambda draw: draw.__name__)
def test_every_way_to_draw_borders(draw):
    page = Canvas()
    draw(page)
    data = pdf(written(page))
    assert shown(data) == READ
    assert codes(data) == {}


def test_there_are_ways_to_draw_borders():
    assert len(BORDERS) > 12


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_may_be_turned(rotate):
    page = Canvas(rotate=rotate)
    page.table(XS, YS, ROWS)
    page.text(100, 80, "二、主动公开政府信息情况")
    assert shown(pdf(page)) == "二、主动公开政府信息情况\n" + READ


def test_a_page_may_be_cropped_and_begin_anywhere():
    page = Canvas(origin=(-300.0, 500.0), crop=(-250, 520, 200, 1300))
    page.table(XS, YS, ROWS)
    page.text(100, 80, "二、主动公开政府信息情况")
    page.text(101, 20, "裁去的文字")
    data = pdf(page)
    assert shown(data) == "二、主动公开政府信息情况\n" + READ
    assert codes(data) == {"GX187": {"page": 1, "count": 5}}


def test_drawings_may_stand_in_forms():
    page, inner = Canvas(), Canvas()
    inner.table([x - 50 for x in XS], [y - 20 for y in YS], ROWS)
    page.parts.append("q 1 0 0 1 50 -20 cm /X1 Do Q")
    page.objects["X1"] = (
        "/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<</Font<</F1 3 0 R>>>>",
        "\n".join(inner.parts).encode(),
    )
    data = pdf(page)
    assert shown(data) == READ
    source, _ = read_source(data)
    place = next(place for place in source.places if place.span.of(source.text) == "规章")
    assert place.box == pytest.approx((130, 140.2, 150, 150.2), abs=0.1)


def test_text_drawn_twice_for_bold_is_read_once():
    page = Canvas()
    page.table(XS, YS, ROWS)
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            if text:
                page.cell(XS[c] + 0.4, YS[r] + 0.1, XS[c + 1] + 0.4, YS[r + 1] + 0.1, text)
    assert shown(pdf(page)) == READ


def test_a_figure_printed_over_another_is_no_figure():
    page = Canvas()
    page.table(XS, YS, ROWS)
    page.cell(XS[2], YS[1], XS[3], YS[2], "45")
    cell = shown(pdf(page)).splitlines()[1].split("|")[3]
    assert "\ufffd" in cell


@pytest.mark.parametrize(("raised", "read"), [(2.2, "20[1]"), (5.0, "20[1]")])
def test_a_raised_digit_is_no_part_of_the_figure(raised, read):
    page = Canvas()
    page.table(XS, YS, ROWS)
    page.text(XS[3] - 14, YS[1] + 19 - raised, "1", 6)
    assert shown(pdf(page)).splitlines()[1] == f"|规章|1|{read}|300"


@pytest.mark.parametrize(
    ("beside", "text", "read"), [(-14, "1", "20[1]"), (-14, "12", "20[1][2]"), (-29.2, "1", "[1]20"), (-8, "1", "20 1")]
)
def test_a_smaller_digit_on_the_same_line_is_no_part_of_the_figure(beside, text, read):
    page = Canvas()
    page.table(XS, YS, ROWS)
    page.text(XS[3] + beside, YS[1] + 19, text, 6)
    assert shown(pdf(page)).splitlines()[1] == f"|规章|1|{read}|300"


def test_slanted_text_is_a_watermark():
    page = Canvas()
    page.table(XS, YS, ROWS)
    page.text(0, 0, "草稿5", 60, matrix="0.7 0.7 -0.7 0.7 120 640")
    data = pdf(page)
    assert shown(data) == READ
    assert codes(data) == {"GX186": {"page": 1, "text": "草稿5"}}


def test_invisible_text_was_recognised_by_a_program():
    page = Canvas()
    page.grid(XS, YS)
    for r, row in enumerate(ROWS):
        for c, text in enumerate(row):
            if text:
                page.text(XS[c] + 5, YS[r] + 20, text, mode=3)
    data = pdf(page)
    assert shown(data) == READ
    assert codes(data) == {"GX173": {"page": 1}}


def test_glyphs_without_a_character_spoil_the_figure():
    nameless = (
        "<</Type/Font/Subtype/Type0/BaseFont/Secret/Encoding/Identity-H/DescendantFonts[<</Type/Font"
        "/Subtype/CIDFontType2/BaseFont/Secret/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 500"
        "/FontDescriptor<</Type/FontDescriptor/FontName/Secret/Flags 4/FontBBox[0 -200 1000 880]/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 700/StemV 80>>>>]>>"
    )
    page = Canvas()
    page.table(XS, YS, [["", "", "", ""], ["", "1", "20", ""], ["", "", "", ""]])
    data = pdf(page, font=nameless)
    assert "GX174" in codes(data)
    assert not any(char.isdigit() for char in shown(data))


def test_glyphs_drawn_by_a_program_of_their_own_are_not_told():
    names = ("zero", "one", "two", "three", "g4", "a5")
    programs = " ".join(f"/{name} 6 0 R" for name in names)
    font = (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 48/LastChar 53"
        f"/CharProcs<<{programs}>>/Encoding<</Type/Encoding/Differences[48 /{' /'.join(names)}]>>"
        "/Widths[500 500 500 500 500 500]/Resources<<>>>>"
    )
    page = Canvas()
    page.grid(XS, YS)
    page.objects["G1"] = ("", b"500 0 0 0 450 700 d1 0 0 450 700 re f")
    page.parts.append(f"BT /F1 10 Tf 1 0 0 1 {XS[1] + 5} {842 - YS[1] - 20} Tm (12) Tj ET")
    data = pdf(page, font=font)
    assert codes(data) == {"GX174": {"page": 1, "count": 2}}
    assert not any(char.isdigit() for char in shown(data))


def test_chinese_glyphs_by_number_alone_are_not_told():
    unnamed = FONT.replace("UniGB-UTF16-H", "Identity-H").replace("(GB1)", "(Identity)")
    page = Canvas()
    page.table(XS, YS, ROWS)
    assert codes(pdf(page, font=unnamed))["GX174"]["count"] > 10
    assert not any(char.isalnum() for char in shown(pdf(page, font=unnamed)))


def test_a_character_that_no_font_draws_is_missed_aloud():
    # Spelled with full-width digits, since a machine without Chinese fonts still has ordinary ones.
    page = Canvas()
    page.table(XS, YS, [["", "", "", ""], ["", "１", "20", ""], ["", "", "", ""]])
    there = shown(pdf(page, font=NAMED_FONT)).count("１")
    assert codes(pdf(page, font=NAMED_FONT)).get("GX189") == (None if there else {"page": 1, "count": 1})
    assert shown(pdf(page)).count("１") == 1
    assert "GX189" not in codes(pdf(page))


def test_vertical_labels_read_downwards():
    xs, ys = steps(100, 20, 60, 40), steps(100, 40, 40, 40)
    page = Canvas()
    page.grid(xs, [ys[0], ys[-1]])
    for y in ys[1:3]:
        page.line(xs[1], y, xs[-1], y)
    for n, label in enumerate("甲乙丙"):
        page.text(xs[1] + 5, ys[n] + 20, label)
        page.text(xs[2] + 5, ys[n] + 20, str(n + 10))
    page.cell(xs[0], ys[0], xs[1], ys[3], "\n".join("办理结果"))
    assert shown(pdf(page)) == "|办理结果|甲|10\n|^|乙|11\n|^|丙|12\n"


@pytest.mark.parametrize("matrix", ["0 1 -1 0 114 650", "0 -1 1 0 106 730"])
def test_labels_may_be_turned_in_their_cells(matrix):
    xs, ys = steps(100, 20, 60, 40), steps(100, 40, 40, 40)
    page = Canvas()
    page.grid(xs, [ys[0], ys[-1]])
    for y in ys[1:3]:
        page.line(xs[1], y, xs[-1], y)
    for n, label in enumerate("甲乙丙"):
        page.text(xs[1] + 5, ys[n] + 20, label)
        page.text(xs[2] + 5, ys[n] + 20, str(n + 10))
    page.text(0, 0, "办理结果", 10, matrix=matrix)
    assert shown(pdf(page)) == "|办理结果|甲|10\n|^|乙|11\n|^|丙|12\n"


def test_a_page_that_is_only_drawn_has_no_text():
    page = Canvas()
    page.parts.append("100 100 300 300 re f 1 1 1 RG 0 0 m 50 80 90 10 200 300 c S")
    with pytest.raises(UnreadableSource) as refused:
        read_source(pdf(page))
    assert (refused.value.code, refused.value.params) == ("GX171", {"pages": 1})


def test_a_scanned_page_among_others_is_named():
    page, scan = Canvas(), Canvas()
    page.table(XS, YS, ROWS)
    scan.objects["I1"] = (
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"\x80",
    )
    scan.parts.append("q 500 0 0 700 50 50 cm /I1 Do Q")
    scan.text(290, 820, "- 2 -")
    data = pdf(page, scan)
    assert shown(data).startswith(READ)
    assert codes(data)["GX172"] == {"page": 2}


def test_a_picture_in_place_of_a_figure_is_said():
    page = Canvas()
    page.table(XS, YS, ROWS)
    page.objects["I1"] = (
        "/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8",
        b"\x80",
    )
    page.parts.append(f"q 20 0 0 15 {XS[1] + 10} {842 - YS[3] + 8} cm /I1 Do Q")
    data = pdf(page)
    assert shown(data) == READ
    assert "GX136" in codes(data)


def test_fields_to_fill_in_are_named():
    page = Canvas()
    page.table(XS, YS, ROWS)
    assert "GX184" in codes(pdf(page, extra="/AcroForm<</Fields[3 0 R]>>"))
