"""Cells: merged, nested, wrapped, cut by the end of a page, running out of the page."""

from __future__ import annotations

import pytest

from gxparse.limits import Limits
from gxparse.source import read_source
from gxparse.source.sheet import ROW
from source_pdf.making import Canvas, pdf, steps
from source_pdf.reading import codes, shown

WIDE = steps(60, 140, 60, 60, 60)
NARROW = steps(60, 140, 24, 24, 24)


def test_merged_cells_stand_on_the_full_grid():
    xs, ys = steps(60, 60, 60, 60), steps(60, 30, 30, 30)
    page = Canvas()
    page.box(xs[0], ys[0], xs[-1], ys[-1])
    page.line(xs[1], ys[1], xs[-1], ys[1])
    page.line(xs[0], ys[2], xs[-1], ys[2])
    page.line(xs[1], ys[0], xs[1], ys[2])
    page.line(xs[2], ys[1], xs[2], ys[-1])
    page.cell(xs[0], ys[0], xs[1], ys[2], "角")
    page.cell(xs[1], ys[0], xs[3], ys[1], "上")
    page.cell(xs[1], ys[1], xs[2], ys[2], "1")
    page.cell(xs[2], ys[1], xs[3], ys[2], "2")
    page.cell(xs[0], ys[2], xs[2], ys[3], "下")
    page.cell(xs[2], ys[2], xs[3], ys[3], "3")
    assert shown(pdf(page)) == "|角|上|<\n|^|1|2\n|下|<|3\n"


def test_a_cell_without_a_closed_outline_is_cut_into_rectangles():
    xs, ys = steps(60, 60, 60), steps(60, 30, 30)
    page = Canvas()
    page.box(xs[0], ys[0], xs[-1], ys[-1])
    page.line(xs[1], ys[0], xs[1], ys[1])
    page.line(xs[0], ys[1], xs[1], ys[1])
    page.cell(xs[0], ys[0], xs[1], ys[1], "甲")
    page.cell(xs[1], ys[0], xs[2], ys[1], "乙")
    page.cell(xs[0], ys[1], xs[1], ys[2], "丙")
    data = pdf(page)
    assert shown(data).count("|") >= 3
    assert codes(data)["GX181"]["count"] == 1


def test_a_table_inside_a_table_that_lays_out_the_page():
    page = Canvas()
    outer = steps(40, 120, 400)
    page.grid(outer, [60, 700])
    page.text(50, 90, "栏目一")
    page.text(170, 90, "二、主动公开政府信息情况")
    page.table(steps(162, 100, 60, 60), steps(120, 30, 30), [["信息内容", "制发", "废止"], ["规章", "1", "2"]])
    page.text(170, 260, "三、收到和处理政府信息公开申请情况")
    assert shown(pdf(page)) == (
        "栏目一\n二、主动公开政府信息情况\n|信息内容|制发|废止\n|规章|1|2\n三、收到和处理政府信息公开申请情况\n"
    )


def test_a_box_around_a_passage_is_no_table():
    page = Canvas()
    page.box(50, 50, 400, 200)
    page.text(60, 80, "一、总体情况")
    page.text(60, 100, "本年度公开信息若干。")
    page.table(WIDE, steps(300, 30, 30), [["信息内容", "制发", "废止", "有效"], ["规章", "1", "2", "3"]])
    assert shown(pdf(page)) == "一、总体情况\n本年度公开信息若干。\n|信息内容|制发|废止|有效\n|规章|1|2|3\n"


# --- lines in cells ----------------------------------------------------------------------------------------------


def test_a_number_that_was_wrapped_is_put_together():
    page = Canvas()
    page.table(NARROW, steps(60, 40, 40), [["行政许可", "35\n46", "12", "7"], ["行政处罚", "1", "10\n53\n1", "9"]])
    data = pdf(page)
    assert shown(data) == "|行政许可|3546|12|7\n|行政处罚|1|10531|9\n"
    assert codes(data)["GX178"] == {"figure": "10531", "page": 1}


def test_two_numbers_in_a_cell_with_room_for_one_line_stay_apart():
    page = Canvas()
    page.table(WIDE, steps(60, 40, 40), [["行政许可", "35\n46", "12", "7"], ["行政处罚", "1", "2", "9"]])
    data = pdf(page)
    assert shown(data).splitlines()[0] == "|行政许可|35~46|12|7"
    assert "GX178" not in codes(data)


def test_a_shorter_line_than_another_in_its_column_was_broken_on_purpose():
    rows = [["行政许可", "3\n5", "12", "7"], ["行政处罚", "46", "2", "9"]]
    page = Canvas()
    page.table(steps(60, 140, 22, 22, 22), steps(60, 40, 40), rows)
    assert shown(pdf(page)).splitlines()[0] == "|行政许可|3~5|12|7"


def test_rows_without_lines_between_them_are_not_one_number():
    rows = [["行政许可\n行政处罚", "12\n34", "56\n78", "11\n22"]]
    page = Canvas()
    page.table(NARROW, steps(60, 60), rows)
    data = pdf(page)
    assert shown(data) == "|行政许可~行政处罚|12~34|56~78|11~22\n"
    assert "GX178" not in codes(data)


def test_all_figures_of_a_row_may_be_wrapped_alike():
    page = Canvas()
    page.table(
        steps(60, 47, 24, 24, 24),
        steps(60, 60, 30),
        [["行政许\n可", "12\n3", "45\n6", "78\n9"], ["规章", "1", "", "2"]],
    )
    assert shown(pdf(page)).splitlines()[0] == "|行政许可|123|456|789"


def test_a_label_that_was_wrapped_is_put_together():
    page = Canvas()
    page.table(steps(60, 72, 60, 60), steps(60, 40, 40), [["其他法律行政\n法规禁止公开", "1", "2"], ["规章", "3", "4"]])
    assert shown(pdf(page)).splitlines()[0] == "|其他法律行政法规禁止公开|1|2"


def test_a_number_too_long_for_its_cell_is_not_parted():
    page = Canvas()
    page.grid(NARROW, steps(60, 30))
    page.text(65, 80, "行政许可")
    page.text(NARROW[1] + 2, 80, "1234567")
    page.text(NARROW[3] + 2, 80, "8")
    data = pdf(page)
    assert shown(data) == "|行政许可|1234567||8\n"
    assert codes(data)["GX182"] == {"text": "1234567", "page": 1}


# --- page ends ---------------------------------------------------------------------------------------------------


def two_pages(first_row, second_row, *, xs=NARROW, closed=True, header=False, tail=("规章", "1", "2", "3")):
    """A table whose row is cut by the page end: what stands of it on the first page, and on the second."""
    head = ["信息内容", "甲", "乙", "丙"]
    one, two = Canvas(), Canvas()
    ys = steps(700, 30, 30)
    one.grid(xs, ys, closed_bottom=closed)
    for r, row in enumerate((head, first_row)):
        for c, text in enumerate(row):
            if text:
                one.cell(xs[c], ys[r], xs[c + 1], ys[r + 1], text)
    rows = [head] * header + [second_row, list(tail)]
    ys = steps(60, *[30] * len(rows))
    two.grid(xs, ys, closed_top=closed or header)
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text:
                two.cell(xs[c], ys[r], xs[c + 1], ys[r + 1], text)
    return pdf(one, two)


def rows(data):
    return [line for line in shown(data).splitlines() if not line.startswith("|信息内容")]


def test_a_table_goes_on_over_the_page():
    data = two_pages(["行政许可", "4", "5", "6"], ["行政处罚", "7", "8", "9"])
    assert rows(data) == ["|行政许可|4|5|6", "|行政处罚|7|8|9", "|规章|1|2|3"]
    assert codes(data) == {}


def test_the_rest_of_wrapped_numbers_comes_back_to_its_row():
    data = two_pages(["行政许可", "10", "21", "13"], ["", "6", "", "2"])
    assert rows(data) == ["|行政许可|106|21|132", "|规章|1|2|3"]
    assert set(codes(data)) == {"GX178", "GX179"}


def test_so_it_does_below_a_header_that_is_repeated():
    data = two_pages(["行政许可", "10", "21", "13"], ["", "6", "", "2"], header=True)
    assert shown(data).splitlines() == [
        "|信息内容|甲|乙|丙",
        "|行政许可|106|21|132",
        "|信息内容|甲|乙|丙",
        "|规章|1|2|3",
    ]


def test_a_rest_that_would_have_found_room_is_no_number():
    data = two_pages(["行政许可", "10", "21", "13"], ["", "6", "", "2"], xs=WIDE)
    assert rows(data) == ["|行政许可|10~6|21|13~2", "|规章|1|2|3"]
    assert "GX180" in codes(data)


def test_label_and_numbers_may_both_go_on():
    xs = steps(60, 62, 24, 24, 24)
    data = two_pages(["重新出具已", "10", "21", "13"], ["获取信息", "6", "", "2"], xs=xs)
    assert rows(data) == ["|重新出具已获取信息|106|21|132", "|规章|1|2|3"]


def test_a_label_alone_is_left_to_those_who_know_the_labels():
    xs = steps(60, 62, 24, 24, 24)
    data = two_pages(["重新出具已", "10", "21", "13"], ["获取信息", "", "", ""], xs=xs)
    assert rows(data) == ["|重新出具已|10|21|13", "|获取信息|||", "|规章|1|2|3"]


def test_a_numbered_label_begins_a_row():
    xs = steps(60, 62, 24, 24, 24)
    data = two_pages(["重新出具已", "10", "21", "13"], ["2.获取信息", "6", "", "2"], xs=xs)
    assert rows(data) == ["|重新出具已|10|21|13", "|2.获取信息|6||2", "|规章|1|2|3"]


def test_a_row_that_is_open_at_the_page_end_goes_on():
    data = two_pages(["重新出具", "", "5", ""], ["已获取信息", "4", "", "6"], xs=WIDE, closed=False)
    assert rows(data) == ["|重新出具~已获取信息|4|5|6", "|规章|1|2|3"]
    assert set(codes(data)) == {"GX179"}


def test_complete_rows_on_both_sides_of_an_open_page_end_do_not_merge_into_figures():
    data = two_pages(["行政许可", "4", "5", "6"], ["行政处罚", "7", "8", "9"], xs=WIDE, closed=False)
    assert "|4~7|5~8|6~9" in shown(data)


def test_labels_of_columns_may_be_cut():
    xs, ys = steps(60, 24, 24, 24), steps(700, 30)
    one, two = Canvas(), Canvas()
    one.table(xs, ys, [["结果", "尚未", "总计"]])
    two.table(xs, steps(60, 30, 30), [["维持", "审结", ""], ["1", "2", "3"]])
    data = pdf(one, two)
    assert shown(data) == "|结果维持|尚未审结|总计\n|1|2|3\n"
    assert "GX179" in codes(data)


def test_a_row_of_figures_alone_may_be_cut():
    xs, ys = steps(60, 24, 24, 24), steps(700, 30, 30)
    one, two = Canvas(), Canvas()
    one.table(xs, ys, [["甲", "乙", "丙"], ["78", "12", "3"]])
    two.table(xs, steps(60, 30), [["0", "", ""]])
    assert shown(pdf(one, two)) == "|甲|乙|丙\n|780|12|3\n"


def test_blank_rows_at_the_page_end_are_no_rows():
    data = two_pages(["", "", "", ""], ["行政处罚", "7", "8", "9"])
    assert rows(data) == ["|行政处罚|7|8|9", "|规章|1|2|3"]


def test_a_merged_cell_goes_on_where_it_is_open():
    xs = steps(60, 40, 100, 60)
    one, two = Canvas(), Canvas()
    for page, top, labels in ((one, 700, "甲乙"), (two, 60, "丙丁")):
        ys = steps(top, 30, 30)
        page.line(xs[1], ys[0], xs[-1], ys[0])
        page.line(xs[1], ys[1], xs[-1], ys[1])
        page.line(xs[1], ys[2], xs[-1], ys[2])
        for x in xs:
            page.line(x, ys[0], x, ys[2])
        for n, label in enumerate(labels):
            page.cell(xs[1], ys[n], xs[2], ys[n + 1], label)
            page.cell(xs[2], ys[n], xs[3], ys[n + 1], str(n))
    one.line(xs[0], 700, xs[1], 700)
    two.line(xs[0], 120, xs[1], 120)
    one.cell(xs[0], 700, xs[1], 760, "办理")
    two.cell(xs[0], 60, xs[1], 120, "结果")
    assert shown(pdf(one, two)) == "|办理结果|甲|0\n|^|乙|1\n|^|丙|0\n|^|丁|1\n"


def test_a_border_that_no_line_reaches_belongs_to_its_table():
    xs, ys = steps(60, 40, 100, 60), steps(60, 30, 30, 30)
    page = Canvas()
    for y in ys:
        page.line(xs[1], y, xs[-1], y)
    for x in xs:
        page.line(x, ys[0], x, ys[-1])
    for n, label in enumerate("甲乙丙"):
        page.cell(xs[1], ys[n], xs[2], ys[n + 1], label)
        page.cell(xs[2], ys[n], xs[3], ys[n + 1], str(n))
    page.cell(xs[0], ys[0], xs[1], ys[-1], "组")
    assert shown(pdf(page)) == "|组|甲|0\n|^|乙|1\n|^|丙|2\n"


def test_tables_of_other_widths_do_not_go_on():
    one, two = Canvas(), Canvas()
    one.table(WIDE, steps(700, 30), [["甲", "1", "2", "3"]])
    two.table(NARROW, steps(60, 30), [["乙", "1", "2", "3"]])
    assert shown(pdf(one, two)) == "|甲|1|2|3\n=\n|乙|1|2|3\n"


def test_columns_of_all_pages_are_laid_together():
    one, two = Canvas(), Canvas()
    one.table(steps(60, 100, 120), steps(700, 30), [["甲", "1"]])
    two.table(steps(60, 100, 60, 60), steps(60, 30), [["乙", "2", "3"]])
    assert shown(pdf(one, two)) == "|甲|1|<\n|乙|2|3\n"


# --- what is not shown whole -------------------------------------------------------------------------------------


@pytest.mark.parametrize("clip", [True, False], ids=["clipped", "off the page"])
def test_a_table_that_runs_off_the_page_is_not_read_to_its_end(clip):
    xs = steps(60, 140, 60, 60) if clip else steps(360, 140, 60, 60)
    right = 280 if clip else 595
    page = Canvas()
    if clip:
        page.parts.append(f"0 0 {right} 842 re W n")
    page.grid(xs, steps(60, 30, 30))
    page.text(xs[0] + 5, 80, "规章")
    page.text(xs[1] + 5, 80, "12")
    page.text(xs[2] + 5, 80, "1")
    page.text(xs[0] + 5, 110, "许可")
    page.text(xs[1] + 5, 110, "7")
    data = pdf(page)
    assert shown(data) == "|规章|12|1\ufffd\n|许可|7|\ufffd\n"
    assert codes(data)["GX188"] == {"table": 1, "page": 1, "count": 2}


@pytest.mark.parametrize("right", [True, False])
def test_a_table_that_ends_with_the_paper_goes_on_behind_it(right):
    xs = steps(455, 60, 40, 40) if right else steps(0, 40, 40, 60)
    page = Canvas()
    page.table(xs, steps(60, 30), [["规章", "12", "3"] if right else ["1", "12", "规章"]])
    assert shown(pdf(page)) == ("|规章|12|3\ufffd\n" if right else "|1\ufffd|12|规章\n")


# --- limits ------------------------------------------------------------------------------------------------------


def test_pages_are_limited():
    page = Canvas()
    page.table(WIDE, steps(60, 30), [["甲", "1", "2", "3"]])
    data = pdf(page, page, page)
    assert shown(data, Limits(pages=1)) == "|甲|1|2|3\n"
    assert codes(data, Limits(pages=1)) == {"GX175": {"count": 3, "limit": 1}}


def test_a_page_full_of_lines_is_left_out():
    page, full = Canvas(), Canvas()
    page.table(WIDE, steps(60, 30), [["甲", "1", "2", "3"]])
    full.grid([float(x) for x in range(0, 590, 5)], [float(y) for y in range(0, 840, 5)])
    full.text(100, 100, "满")
    data = pdf(page, full)
    assert shown(data, Limits(grid_cells=5000)) == "|甲|1|2|3\n"
    assert codes(data, Limits(grid_cells=5000))["GX177"]["page"] == 2


def test_text_is_limited():
    page = Canvas()
    page.table(WIDE, steps(60, 30), [["甲", "1", "2", "3"]])
    assert "GX121" in codes(pdf(page, page), Limits(text_chars=8))


def test_text_that_hangs_out_of_a_cell_the_page_end_cuts_stays_in_it():
    first, second = Canvas(), Canvas()
    xs, ys = steps(60, 60, 60, 60), [700, 730, 760]
    first.grid(xs[1:], ys)
    first.line(xs[0], ys[0], xs[1], ys[0])  # the first cell is open below
    first.line(xs[0], ys[0], xs[0], ys[-1])
    first.text(75, 752, "自然")
    first.text(80, 769, "人")
    first.text(125, 720, "甲")
    first.text(125, 750, "乙")
    first.text(185, 720, "丙")
    first.text(185, 750, "丁")
    second.text(60, 80, "六、其他")
    source, _ = read_source(pdf(first, second))
    rows = [line for line in source.text.split("\n") if line.startswith(ROW)]
    assert "自然" in rows[0]
    assert "人" in rows[0]
    assert "人\n" not in source.text.replace(rows[0], "")


def test_white_beside_black_is_set_apart_and_white_alone_is_not():
    page = Canvas()
    xs, ys = steps(60, 100, 60, 60), [100, 130, 160]
    page.grid(xs, ys)
    for x, y, text in ((70, 120, "信息内容"), (170, 120, "甲"), (230, 120, "乙"), (70, 150, "规章"), (180, 150, "12")):
        page.text(x, y, text)
    page.parts.append("1 1 1 rg")
    page.text(175, 150, "7")
    page.text(240, 150, "5")
    assert shown(pdf(page)).strip().endswith("|规章|[7]12|5")


def test_the_raised_number_of_a_note_is_no_line_of_its_own():
    page = Canvas()
    xs, ys = steps(60, 100, 60, 60), [100, 130, 160]
    page.table(xs, ys, [["信息内容", "甲", "乙"], ["规章", "", "5"]])
    page.text(180, 150, "12")
    page.text(190, 144, "1", 5)
    assert shown(pdf(page)).strip().endswith("|规章|12[1]|5")
