"""Lines become paragraphs again, and what repeats on every page goes."""

from __future__ import annotations

import pytest

from source_pdf.making import Canvas, pdf, steps, width_of
from source_pdf.reading import codes, shown

LEFT, RIGHT, SIZE = 60, 460, 10


def page_of(*lines: str, top: float = 120, table: bool = True) -> Canvas:
    """Lines one below the other, and a table below them; the margins of the page are alike."""
    page = Canvas(width=LEFT + RIGHT)
    for n, line in enumerate(lines):
        indent = len(line) - len(line.lstrip("　"))
        page.text(LEFT + indent * SIZE, top + 18 * n, line.lstrip("　"), SIZE)
    if table:
        page.table(steps(60, 140, 60), steps(500, 30), [["规章", "1"]])
    return page


FULL = "本年度按照要求公开信息并逐月核对目录发现的问题当月整改完毕没有遗留同时做好政策解"
TABLE = "|规章|1\n"


def test_the_line_of_the_tests_fills_the_page():
    assert width_of(FULL, SIZE) > RIGHT - LEFT - 10


def test_lines_that_were_wrapped_are_one_paragraph():
    page = page_of("　　" + FULL[:-2], "读工作。", "　　第二段。")
    assert shown(pdf(page)) == FULL[:-2] + "读工作。\n第二段。\n" + TABLE


def test_a_line_with_room_left_ends_its_paragraph():
    page = page_of("　　" + FULL[:-2], "读工作", "三项内容。")
    assert shown(pdf(page)) == FULL[:-2] + "读工作\n三项内容。\n" + TABLE


def test_a_sentence_that_ends_with_its_line_ends_the_paragraph():
    page = page_of(FULL[:-1] + "。", FULL)
    assert shown(pdf(page)).count("\n") == 3


@pytest.mark.parametrize("opening", ["二、主动公开情况", "（二）依申请公开", "1.存在的问题", "第二章总则"])
def test_a_numbered_line_begins_a_paragraph(opening):
    page = page_of(FULL, opening)
    assert shown(pdf(page)) == f"{FULL}\n{opening}\n{TABLE}"


def test_a_number_is_wrapped_whole_in_prose():
    page = page_of(FULL[:-1], "2024年。")
    assert shown(pdf(page)) == FULL[:-1] + "2024年。\n" + TABLE


def test_a_paragraph_may_go_over_a_page():
    one, two = page_of(FULL, table=False), page_of("读工作。", top=60)
    assert shown(pdf(one, two)) == FULL + "读工作。\n" + TABLE


@pytest.mark.parametrize("style", ["- {} -", "{}", "— {} —", "第 {} 页 共 3 页", "{}/3", "－{}－"])
def test_page_numbers_go(style):
    pages = [page_of("　　第一段。"), page_of("　　第二段。"), page_of("　　第三段。")]
    for number, page in enumerate(pages, 1):
        page.text(290, 815, style.format(number))
    data = pdf(*pages)
    assert shown(data) == f"第一段。\n{TABLE}第二段。\n{TABLE}第三段。\n{TABLE}"
    assert codes(data)["GX185"]["count"] == 3


def test_running_heads_go_but_titles_stay():
    pages = [page_of("　　第一段。"), page_of("　　第二段。"), page_of("　　第三段。")]
    for page in pages:
        page.text(200, 40, "某县年度报告 第3期")
    pages[0].text(200, 90, "某县年度报告")
    assert shown(pdf(*pages)) == f"某县年度报告\n第一段。\n{TABLE}第二段。\n{TABLE}第三段。\n{TABLE}"


def test_a_number_in_the_middle_of_a_page_stays():
    pages = [page_of("1"), page_of("2")]
    assert shown(pdf(*pages)) == f"1\n{TABLE}2\n{TABLE}"


def test_numbers_at_the_edge_that_do_not_count_the_pages_stay():
    pages = [page_of("　　第一段。"), page_of("　　第二段。")]
    pages[0].text(290, 815, "2023")
    pages[1].text(290, 815, "17")
    assert "2023" in shown(pdf(*pages))


def test_a_figure_in_a_table_at_the_edge_stays():
    pages = []
    for number in (1, 2, 3):
        page = Canvas()
        page.table(steps(60, 140, 60), steps(780, 25), [["规章", str(number)]])
        pages.append(page)
    assert shown(pdf(*pages)) == "|规章|1\n|规章|2\n|规章|3\n"


def test_spaces_between_words_stay_and_those_between_letters_do_not_come():
    page = page_of("联系电话：0438-3448253 传真：同上", "Annual Report 2023")
    assert shown(pdf(page)) == "联系电话：0438-3448253 传真：同上\nAnnual Report 2023\n" + TABLE


# --- without any table ---------------------------------------------------------------------------------------------


def test_without_ruling_lines_columns_are_kept_by_position():
    page = Canvas()
    for n, row in enumerate((["规章", "1", "", "20"], ["行政规范性文件", "3", "4", "5"])):
        for text, x in zip(row, (60, 200, 260, 320), strict=True):
            if text:
                page.text(x, 100 + 20 * n, text)
    data = pdf(page)
    lines = shown(data).splitlines()
    assert lines[0].split() == ["规章", "1", "20"]
    # A Chinese character is two columns wide: positions are the same in both lines.
    assert lines[0].index("20") + len("规章") == lines[1].index("5") + len("行政规范性文件")
    assert codes(data) == {"GX183": {}}
