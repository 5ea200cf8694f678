"""Every stretch of the text knows its page, and the box that holds its glyphs."""

from __future__ import annotations

import pytest

from gxparse.source import read_source
from source_pdf.making import Canvas, pdf, steps, width_of

XS = steps(100, 80, 40, 40)
YS = steps(100, 30, 30)


def drawn(**setting) -> Canvas:
    page = Canvas(**setting)
    page.text(100, 60, "二、主动公开政府信息情况")
    page.table(XS, YS, [["信息内容", "制发", "废止"], ["规章", "12", ""]])
    return page


def test_a_box_holds_the_glyphs_and_little_else():
    page = drawn()
    source, _ = read_source(pdf(page))
    found = 0
    for left, top, right, bottom, text in page.placed:
        span_at = source.text.index(text)
        place = source.place_of(next(p.span for p in source.places if p.span.start <= span_at < p.span.stop))
        assert place.page == 1
        x0, y0, x1, y1 = place.box
        assert x0 <= left + 0.1
        assert x1 >= right - 0.1
        assert x1 - x0 < width_of(text, 10) + 2
        assert top - 2 < y0 < y1 < bottom + 2
        found += 1
    assert found == 6


def test_a_blank_cell_has_the_box_of_the_cell():
    source, _ = read_source(pdf(drawn()))
    place = source.places[-1]
    assert place.span.of(source.text) == ""
    assert place.address == "page 1, table 1, row 2, column 3"
    assert place.box == pytest.approx((XS[2], YS[1], XS[3], YS[2]), abs=0.5)


@pytest.mark.parametrize(
    ("turn", "box"),
    [(90, (842 - 60 - 2, 100, 842 - 60 + 8, 220)), (180, (375, 842 - 62, 495, 842 - 52)), (270, (52, 375, 62, 495))],
)
def test_boxes_are_those_on_the_page_as_it_is_shown(turn, box):
    source, _ = read_source(pdf(drawn(rotate=turn)))
    assert source.places[0].span.of(source.text) == "二、主动公开政府信息情况"
    assert source.places[0].box == pytest.approx(box, abs=2.5)


def test_pages_are_counted_from_one():
    source, _ = read_source(pdf(drawn(), Canvas(), drawn()))
    assert {place.page for place in source.places} == {1, 3}
    assert source.places[-1].address == "page 3, table 2, row 2, column 3"


def test_a_cell_over_two_pages_names_both():
    one, two = Canvas(), Canvas()
    xs = steps(60, 140, 24, 24)
    one.table(xs, steps(700, 30), [["行政许可", "10", "2"]])
    two.table(xs, steps(60, 30, 30), [["", "6", ""], ["规章", "1", "2"]])
    source, diagnostics = read_source(pdf(one, two))
    place = next(p for p in source.places if p.span.of(source.text) == "106")
    assert (place.page, place.address) == (1, "page 1, table 1, row 1, column 2, to page 2")
    repair = next(d for d in diagnostics if d.code == "GX178")
    assert repair.span == place.span
