"""Wrapped figures on a page printed as columns."""

from __future__ import annotations

import pytest

import gxparse
from request_rows import request_rows
from timing import least

#: left edges of the seven columns
EDGES = (24, 30, 36, 42, 48, 54, 60)
HEAD = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
RECEIVED = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
GRANTED = "（一）予以公开"


def line(label: str, figures: dict[int, str]) -> str:
    out = label
    for column, figure in sorted(figures.items()):
        out = out.ljust(EDGES[column]) + figure
    return out


def full(label: str, figures: str) -> str:
    return line(label, dict(enumerate(figures.split())))


def values(*lines: str) -> dict[str, list[object]]:
    text = "\n".join(["法人或其他组织", " ".join(HEAD), *lines])
    return request_rows("三、收到和处理政府信息公开申请情况\n" + text)


NEXT = full(CARRIED, "4 1 0 0 0 0 5")


def test_pieces_above_and_below_the_middle_line() -> None:
    found = values(
        line("", {0: "51", 4: "20", 6: "53"}),
        line(RECEIVED, {1: "4", 2: "5", 3: "6", 5: "0"}),
        line("", {0: "07", 4: "5", 6: "27"}),
        full(CARRIED, "4 1 0 0 0 0 5"),
    )
    # 5107 + 4 + 5 + 6 + 205 + 0
    assert found["received"] == [5107, 4, 5, 6, 205, 0, 5327]
    assert found["carried_over"] == [4, 1, 0, 0, 0, 0, 5]


def test_upper_pieces_stand_behind_the_row_above() -> None:
    found = values(
        full(RECEIVED, "8 1 0 0 0 0 9"),
        line("", {0: "12", 6: "14"}),
        line(CARRIED, {1: "15", 2: "0", 3: "1", 4: "0", 5: "2"}),
        line("", {0: "3", 6: "1"}),
        full(GRANTED, "6 1 0 0 0 0 7"),
    )
    assert found["received"] == [8, 1, 0, 0, 0, 0, 9]
    assert found["carried_over"] == [123, 15, 0, 1, 0, 2, 141]
    assert found["results.granted"] == [6, 1, 0, 0, 0, 0, 7]


def test_a_second_line_under_a_whole_one() -> None:
    found = values(full(RECEIVED, "12 15 0 1 0 2 14"), line("", {0: "3", 6: "1"}), full(CARRIED, "6 1 0 0 0 0 7"))
    assert found["received"] == [123, 15, 0, 1, 0, 2, 141]


def test_pieces_that_two_rows_can_claim_belong_to_none() -> None:
    # 11 and 11 above 1 are 111 and 111, 1 above 5 and 5 are 15 and 15: both rows are balanced either way.
    found = values(
        full(RECEIVED, "11 0 0 0 0 0 11"),
        line("", {0: "1", 6: "1"}),
        full(CARRIED, "5 0 0 0 0 0 5"),
        full(GRANTED, "3 0 0 0 0 0 3"),
    )
    assert found["received"] == [None] * 7
    assert found["carried_over"] == [None] * 7


@pytest.mark.parametrize("lost", [0, 6])
def test_a_lost_piece_is_not_made_up(lost: int) -> None:
    lower = {0: "3", 6: "1"}
    del lower[lost]
    found = values(full(RECEIVED, "12 15 0 1 0 2 14"), line("", lower), full(CARRIED, "6 1 0 0 0 0 7"))
    assert found["received"] == [None] * 7


def test_joined_figures_say_so() -> None:
    lines = (full(RECEIVED, "12 15 0 1 0 2 14"), line("", {0: "3", 6: "1"}), full(CARRIED, "6 1 0 0 0 0 7"))
    text = "\n".join(["三、收到和处理政府信息公开申请情况", " ".join(HEAD), "法人或其他组织", *lines])
    result = gxparse.parse(text, edition="revised_2021")
    assert {d.path for d in result.reading if d.code == "GX408"} == {
        "requests.received.natural_person",
        "requests.received.total",
    }


def test_time_grows_with_the_text_only() -> None:
    def seconds(times: int) -> float:
        row = [line("", {0: "12", 6: "14"}), line(CARRIED, {1: "15", 2: "0"}), line("", {0: "3", 6: "1"})]
        return least(lambda: values(*row * times), attempts=3)

    assert seconds(800) < 12 * max(seconds(200), 0.02)


def test_pieces_on_two_pages_lie_in_the_columns_of_their_page() -> None:
    moved = "   "
    found = values(
        full(RECEIVED, "8 1 0 0 0 0 9"),
        full(CARRIED, "10 21 0 1 3 1 13"),
        "- 2 -",
        moved + line("", {0: "6", 6: "2"}),
        moved + line("", {0: "49", 6: "59"}),
        moved + line(GRANTED, {1: "52", 2: "2", 3: "12", 4: "26", 5: "5"}),
        moved + line("", {0: "5", 6: "2"}),
        moved + full("1.属于国家秘密", "6 10 0 0 0 0 16"),
    )
    assert found["carried_over"] == [106, 21, 0, 1, 3, 1, 132]
    assert found["results.granted"] == [495, 52, 2, 12, 26, 5, 592]


def test_a_label_of_three_lines_has_its_figures_on_the_middle_one_between_pieces_of_a_group() -> None:
    found = values(
        line("", {0: "1", 6: "1"}),
        line(RECEIVED, {1: "0", 2: "0", 3: "0", 4: "0", 5: "0"}),
        line("", {0: "2", 6: "2"}),
        full("3.补正后申请内容仍不明确", "5 1 0 0 0 0 6"),
        "1.申请人无正当理由逾期",
        "（六）其",
        full("不补正、行政机关不再处", "4 0 0 0 0 0 4"),
        "他处理",
        "理其政府信息公开申请",
        full("3.其他", "1 1 0 0 0 0 2"),
    )
    assert found["received"] == [12, 0, 0, 0, 0, 0, 12]
    assert found["results.other.not_corrected_in_time"] == [4, 0, 0, 0, 0, 0, 4]
    assert found["results.other.rest"] == [1, 1, 0, 0, 0, 0, 2]


def test_on_a_page_from_bottom_to_top_the_rest_of_a_label_is_not_below_it() -> None:
    found = values(
        full("", "2 0 0 1 0 0 3"),
        "1.申请人无正当理由逾期不补正、行政机关不再",
        "（五）不予",
        full("", "0 0 0 0 0 0 0"),
        "5.要求行政机关确认或重新出具",
        full("4.无正当理由大量反复申请", "1 0 0 0 0 0 1"),
        full("3.要求提供公开出版物", "3 0 0 0 1 0 4"),
    )
    assert found["results.other.not_corrected_in_time"] in ([2, 0, 0, 1, 0, 0, 3], [None] * 7)
    assert found["results.not_processed.excessive"] == [1, 0, 0, 0, 0, 0, 1]


def test_a_whole_row_behind_a_long_label_needs_no_columns() -> None:
    found = values(
        full(RECEIVED, "8 1 0 0 0 0 9"),
        "二、上年结转政府信息公开申请数量 42 1 1 1 1 0 46",
        line("", {0: "33", 1: "34", 4: "13", 6: "39"}),
        full(GRANTED, "64 4 34 77 2 39 90"),
        full("1.属于国家秘密", "6 10 0 0 0 0 16"),
    )
    assert found["carried_over"] == [42, 1, 1, 1, 1, 0, 46]
    assert found["results.granted"] == [3364, 344, 34, 77, 132, 39, 3990]


def test_a_piece_right_behind_a_label_is_in_the_first_column() -> None:
    # 22 in front of any of the counts of one digit would add as much.
    found = values(
        full(RECEIVED, "8 1 0 0 0 0 9"),
        "（二）部分公开（区分处理的，只计 22".ljust(EDGES[6]) + "28",
        line("这一情形，不计其他情形）", {0: "1", 1: "43", 2: "3", 3: "5", 4: "11", 5: "6", 6: "9"}),
        full("1.属于国家秘密", "6 10 0 0 0 0 16"),
    )
    assert found["results.partly_granted"] == [221, 43, 3, 5, 11, 6, 289]


def test_a_piece_behind_a_label_that_does_not_fit_the_first_column_is_refused() -> None:
    found = values(
        full(RECEIVED, "8 1 0 0 0 0 9"),
        "（二）部分公开（区分处理的，只计 22".ljust(EDGES[6]) + "28",
        line("这一情形，不计其他情形）", {0: "101", 1: "4", 2: "3", 3: "5", 4: "11", 5: "6", 6: "9"}),
        full("1.属于国家秘密", "6 10 0 0 0 0 16"),
    )
    assert found["results.partly_granted"] == [None] * 7
