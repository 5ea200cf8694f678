"""Blank cells that only line breaks tell."""

from __future__ import annotations

import json

import pytest

import gxparse

HEAD = "第二十条第（一）项|信息内容|本年制发件数|本年废止件数|现行有效件数|规章|0|0|0|行政规范性文件|7|2|18"
APPLICANTS = "自然人|法人或其他组织|总计|商业企业|科研机构|社会公益组织|法律服务机构|其他"
#: blank cells: nothing, or white space
BLANKS = ["", "\xa0"]
#: what stands between two cells
BREAKS = ["\n", "\n\n", "\n\n\n"]


def text(blank: str, between: str, rows: list[tuple[str, list[str]]]) -> str:
    cells = [*HEAD.split("|"), *APPLICANTS.split("|")]
    for label, figures in rows:
        cells += [label, *figures]
    if blank or between == "\n":
        return between.join(c or blank for c in cells) + "\n"
    # A blank cell is an empty paragraph: its own breaks are all that is left of it.
    return between.join(cells) + "\n"


@pytest.mark.parametrize("between", BREAKS, ids=["line", "paragraph", "loose"])
@pytest.mark.parametrize("blank", BLANKS, ids=["nothing", "nbsp"])
def test_rows_with_blank_cells(blank: str, between: str) -> None:
    rows = [
        ("一、本年新收政府信息公开申请数量", ["3", "", "", "2", "", "", "5"]),
        ("二、上年结转政府信息公开申请数量", ["", "", "", "", "", "", "0"]),
        ("（七）总计", ["1", "0", "0", "0", "0", "0", "1"]),
        ("四、结转下年度继续办理", ["", "", "", "", "", "", "4"]),
    ]
    report = gxparse.parse(text(blank, between, rows)).report
    assert report is not None
    values = report.values()
    keys = ("received", "carried_over", "results.total", "carried_forward")
    for key, (_, figures) in zip(keys, rows, strict=True):
        read = [values[p] for p in values if p.startswith(f"requests.{key}.")]
        assert read == [int(f) if f else None for f in figures]


def test_blank_cells_that_vanished_are_not_guessed() -> None:
    rows = [("一、本年新收政府信息公开申请数量", ["3", "2", "5"]), ("二、上年结转政府信息公开申请数量", ["0"])]
    result = gxparse.parse(text("", "\n", rows))
    assert result.report is not None
    assert {v for p, v in result.report.values().items() if p.startswith("requests.")} == {None}
    assert [d.path for d in result.reading if d.code == "GX306"] == ["requests.received", "requests.carried_over"]


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["line", "paragraph"])
def test_blank_cells_behind_the_last_figure(between: str) -> None:
    rows = [
        ("一、本年新收政府信息公开申请数量", ["3", "0", "0", "2", "0", "0", ""]),
        ("二、上年结转政府信息公开申请数量", ["1", "", "", "", "", "", ""]),
        ("三、本年度办理结果（一）予以公开", ["4", "0", "0", "2", "0", "0", "6"]),
    ]
    report = gxparse.parse(text("", between, rows)).report
    assert report is not None
    values = report.values()
    for key, (_, figures) in zip(("received", "carried_over", "results.granted"), rows, strict=True):
        read = [values[p] for p in values if p.startswith(f"requests.{key}.")]
        assert read == [int(f) if f else None for f in figures]


def test_blank_lines_at_page_ends_are_not_counted_behind_a_row() -> None:
    rows = [
        ("一、本年新收政府信息公开申请数量", ["3", "0", "0", "2", "0", "0", ""]),
        ("二、上年结转政府信息公开申请数量", ["1", "0", "0", "0", "0", "0", "1"]),
    ]
    report = gxparse.parse(text("", "\n", rows) + "- 2 -\n").report
    assert report is not None
    assert {v for p, v in report.values().items() if p.startswith("requests.received.")} == {None}


def test_a_figure_behind_a_blank_cell_may_be_a_page_number() -> None:
    rows = [
        ("一、本年新收政府信息公开申请数量", ["3", "0", "0", "2", "0", "0", "\xa0", "5"]),
        ("二、上年结转政府信息公开申请数量", ["1", "0", "0", "0", "0", "0", "1"]),
    ]
    for last, total in (("5", 5), ("6", None)):
        rows[0][1][-1] = last
        report = gxparse.parse(text("\xa0", "\n", rows)).report
        assert report is not None
        assert report.values()["requests.received.total"] == total


def test_null_at_the_end_of_a_row_may_be_left_out() -> None:
    names = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    rows = [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["行政规范性文件", 7, 2, 18],
        ["", *names],
        ["一、本年新收政府信息公开申请数量", 3, 0, 0, 2, 0, 0],
        ["二、上年结转政府信息公开申请数量", None, 1, 0, 0, 0, 0, 1],
        ["（七）总计", 1, 0, 0, 0, 0, 0, 1],
    ]
    report = gxparse.parse(json.dumps(rows, ensure_ascii=False)).report
    assert report is not None
    values = report.values()
    assert [values[p] for p in values if p.startswith("requests.received.")] == [3, 0, 0, 2, 0, 0, None]
