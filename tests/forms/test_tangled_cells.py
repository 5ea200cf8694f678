"""Cells that hold more than one cell of the form, and runs of cells without rows: taken apart only where it is proved."""

from __future__ import annotations

import pytest

import gxparse
from gxparse.forms.labels import join_words
from gxparse.forms.rows import Role, read_row
from gxparse.forms.segment import split_runs
from gxparse.forms.spelling import plain
from gxparse.forms.untangle import untangle
from gxparse.layout.ast import Row

SECRET, LAW = "1.属于国家秘密", "2.其他法律行政法规禁止公开"
RECEIVED, FORWARD = "一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"


def row(*cells):
    offsets, at = [], 0
    for cell in cells:
        offsets.append(at)
        at += len(cell) + 1
    return Row(0, at, cells, tuple(offsets))


def untangled(*rows):
    return [made.texts for made in untangle(rows, [read_row(r.texts) for r in rows])[0]]


# --- several figures in one cell ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ((RECEIVED, "4 1", "0", "0 0 0", "5"), (RECEIVED, "4", "1", "0", "0", "0", "0", "5")),
        ((f"{FORWARD} 4 1", "0 0 0", "0", "5"), (FORWARD, "4", "1", "0", "0", "0", "0", "5")),
        (("规章", "1 2", "3"), ("规章", "1", "2", "3")),
    ],
)
def test_figures_in_one_cell_are_parted_where_their_number_is_right(cells, expected):
    assert untangled(row(*cells)) == [expected]


@pytest.mark.parametrize(
    "cells",
    [
        # One figure too few: a blank cell may be anywhere.
        (RECEIVED, "4 1", "0", "0 0", "5"),
        # As many as there are columns, but the total is another: a wrapped figure beside a blank cell.
        (RECEIVED, "4 1", "0", "0 0 0", "41"),
        ("规章", "1 2"),
    ],
)
def test_figures_in_one_cell_stay_together_where_nothing_proves_them(cells):
    assert untangled(row(*cells)) == [cells]


def test_wrapped_digits_are_put_together_as_the_total_demands():
    cells = (RECEIVED, "35 46", "1", "0", "0", "0", "0", "3547")
    _, (facts,) = untangle([row(*cells)], [read_row(cells)])
    assert facts.sights[1].figure.number == 3546
    assert facts.sights[1].figure.joined == 2


@pytest.mark.parametrize("total", ["3548", ""])
def test_wrapped_digits_stay_apart_without_a_total_that_demands_them(total):
    cells = (RECEIVED, "35 46", "1", "0", "0", "0", "0", total)
    _, (facts,) = untangle([row(*cells)], [read_row(cells)])
    assert facts.sights[1].figure is None


# --- two rows in one ----------------------------------------------------------------------------------------------

PAIRS = ("1<br>2", "0<br>0", "0<br>1", "0<br>0", "0<br>0", "0<br><br>0", "1<br>3")


def test_two_rows_in_one_are_parted_line_by_line():
    assert untangled(row(f"{SECRET}<br>{LAW}<br>", *PAIRS)) == [
        (SECRET, "1", "0", "0", "0", "0", "0", "1"),
        (LAW, "2", "0", "1", "0", "0", "0", "3"),
    ]


@pytest.mark.parametrize(
    ("label", "figures"),
    [
        pytest.param(f"{SECRET}<br>{LAW}", ("1<br>2", *PAIRS[1:-1], "1<br>4"), id="a total speaks against it"),
        pytest.param(f"{SECRET}<br>{LAW}", ("1", *PAIRS[1:]), id="a figure is missing"),
        pytest.param("5.要求行政机关确认或重新<br>出具已获取信息", PAIRS, id="two lines of one label"),
    ],
)
def test_two_lines_are_not_always_two_rows(label, figures):
    assert untangled(row(label, *figures)) == [(label, *figures)]


# --- labels -------------------------------------------------------------------------------------------------------


def test_a_label_that_a_column_edge_cut_is_put_together():
    figures = ("1", "0", "0", "0", "0", "0", "1")
    (cells,) = untangled(row("（六）其他处", "理", *figures))
    assert read_row(cells).term.key == "results.other"


def test_a_label_is_known_behind_a_piece_of_its_own_group_only():
    assert read_row(("果1.属于国家秘密", "1")).term.key == "results.refused.state_secret"
    assert read_row(("供1.属于国家秘密", "1")).role is Role.UNKNOWN


def test_words_make_the_longest_label():
    words = row("结果", "维持", "其他", "结果", "其他", "总计", "1.", "属于国家秘密", "", "3")
    assert join_words(words).raws == ("结果 维持", "其他 结果", "其他", "总计", "1. 属于国家秘密", "", "3")


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("3<br>5", "3\n5"),
        ("<b>3</b>5", "35"),
        (r"\u89c4\u7ae0", "规章"),
        (r"9\.3", "9.3"),
        ("&nbsp;3", "\xa03"),
        ('"3"', "3"),
        ("第?二?十?条?第?（(一?）)项?", "第二十条第（一）项"),
        ("3?", "3?"),
    ],
)
def test_markup_is_undone_and_parts_what_it_parted(cell, text):
    assert plain(cell) == text


# --- runs of cells ------------------------------------------------------------------------------------------------


def parts(*cells):
    return [part.raws for part in split_runs([row(*cells)])]


def test_a_run_of_cells_is_cut_at_labels():
    run = (
        "第二十条第（一）项",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "1",
        "",
        "3",
        "行政规范性文件",
        "",
        "",
        "",
    )
    assert parts(*run) == [
        ("第二十条第（一）项",),
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        ("规章", "1", "", "3"),
        ("行政规范性文件", "", "", ""),
    ]


def test_groups_stand_with_the_label_behind_them():
    run = ("三、本年度办理结果", "（三）不予公开", SECRET, "1", LAW, "2", "（六）其他处理", "3.其他", "4")
    assert parts(*run) == [
        ("三、本年度办理结果", "（三）不予公开", SECRET, "1"),
        (LAW, "2"),
        ("（六）其他处理", "3.其他", "4"),
    ]


def test_a_heading_in_the_cell_of_a_label_is_no_part_of_it():
    (found,) = split_runs([row("二、主动公开政府信息情况\n规章", "1")])
    assert found.raws == ("规章", "1")
    assert found.start == len("二、主动公开政府信息情况\n")


def test_the_parts_of_a_run_stand_where_their_cells_stand():
    run = row("规章", "1", "行政许可", "2")
    text = "规章 1 行政许可 2 "
    for part in split_runs([run]):
        for raw, at in zip(part.raws, part.offsets, strict=True):
            assert text[part.start + at : part.start + at + len(raw)] == raw


def test_the_cells_of_a_file_are_not_taken_apart():
    page = (
        "<h2>二、主动公开政府信息情况</h2><table><tr><td colspan=3>第二十条第（八）项</td></tr>"
        "<tr><td>信息内容</td><td>上一年项目数量</td><td>本年增/减</td></tr>"
        "<tr><td>行政事业性收费</td><td>{}</td><td>{}</td></tr></table>"
    )
    path = "proactive.fees.administrative_fees.items_previous_year"
    assert gxparse.read(page.format("1", "0").encode()).report.values()[path] == 1
    assert gxparse.read(page.format("1 0", "").encode()).report.values()[path] is None
