"""What holds for every layout, and what each promises of its own."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from html.parser import HTMLParser

import pytest

from gxparse import layouts
from gxparse.errors import UsageError
from gxparse.forms.editions import EDITIONS
from gxparse.model.report import Report
from gxparse.printers import PRINTERS
from gxparse.printers.printer import Survival
from gxparse.printers.typeset import width_of

#: layouts that print only what can be told from the text by nobody
UNREADABLE = {"glued"}

EVERY_OPTION = [
    (name, option, choice)
    for name in layouts.names()
    for option, choices in layouts.options(name).items()
    for choice in choices
]


def numbered(edition: str = "revised_2021") -> Report:
    """A report in which every figure is another one."""
    spec = EDITIONS[edition]
    values = {
        path: Decimal(70_000 + n) * 10_000 if path.endswith("_cny") else 1_000 + n for n, path in enumerate(spec.paths)
    }
    return Report.from_values(edition, values, title="云汀镇人民政府2022年政府信息公开工作年度报告")


def test_there_are_layouts():
    assert len(layouts.names()) >= 19
    assert list(layouts.names()) == sorted(PRINTERS)


@pytest.mark.parametrize("name", layouts.names())
def test_a_printer_says_what_it_is(name):
    cls = PRINTERS[name]
    assert cls.name == name
    assert cls.__doc__
    assert cls.__module__ == f"gxparse.printers.{name.replace('-', '_')}", "a layout is one module of its own name"
    assert layouts.printer(name).survival in Survival


@pytest.mark.parametrize(("name", "option", "choice"), EVERY_OPTION, ids=str)
def test_every_option_prints_every_figure(name, option, choice):
    report = numbered()
    if option == "blank":
        report = Report.from_values(report.edition, {"requests.received.total": 1003})
    text = layouts.render(report, name, **{option: choice})
    squeezed = text.replace("\\.", ".")
    for path, value in report.values().items():
        if value is None:
            continue
        printed = str(value) if isinstance(value, int) else str(value // 10_000)
        assert printed in squeezed, path


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", layouts.names())
def test_figures_keep_the_order_of_the_form_row_by_row(name, edition):
    """Nothing but a stream by columns moves figures; a missing or doubled one would break the order too."""
    report = numbered(edition)
    text = layouts.render(report, name)
    at = 0
    for path, value in report.values().items():
        if isinstance(value, int):
            at = text.index(str(value), at)
        else:
            assert path.endswith("amount_cny")


@pytest.mark.parametrize("name", layouts.names())
def test_options_change_nothing_when_they_are_the_default(name):
    defaults = {option: choices[0] for option, choices in layouts.options(name).items()}
    assert layouts.render(numbered(), name, **defaults) == layouts.render(numbered(), name)


def test_misuse_is_named():
    report = numbered()
    with pytest.raises(UsageError, match="unknown layout 'parchment'; known: bar, box"):
        layouts.render(report, "parchment")
    with pytest.raises(UsageError, match="'tab-cell' has no option 'spans'; it has: punctuation"):
        layouts.render(report, "tab-cell", spans="grid")
    with pytest.raises(UsageError, match=r"option spans of the layout .tab-row. is one of .grid.*got .torn."):
        layouts.render(report, "tab-row", spans="torn")
    with pytest.raises(UsageError):
        layouts.options("parchment")


def test_tab_cells():
    text = layouts.render(numbered(), "tab-cell", wraps=True)
    assert "\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n" in text
    assert "\n\t\n\t\n\t2.其他法律行政法规禁止公开\n\t1045\n" in text
    assert "\t商业\n企业\n" in text
    assert "\n\t2.其他法律行政法规禁止公开\n" in layouts.render(numbered(), "tab-cell", covered=False)


@pytest.mark.parametrize(
    ("spans", "row"),
    [
        ("grid", "\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1031\t"),
        ("once", "\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t1031\t"),
        ("ragged", "\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t1031\t"),
        ("labels", "\n三、本年度办理结果\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t1031\t"),
        ("widened", "\n（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t\t1031\t"),
        ("filled", "\t1037\t\t\n（三）不予公开\t1.属于国家秘密\t1038\t"),
    ],
)
def test_merged_cells_in_rows(spans, row):
    assert row in layouts.render(numbered(), "tab-row", spans=spans)


def test_repeated_cells():
    text = layouts.render(numbered(), "tab-row", spans="repeated")
    assert "行政许可\t1006\t1006\t1006\n" in text
    assert "三、本年度办理结果\t（一）予以公开\t（一）予以公开\t1024\t" in text


def test_blanks_in_paragraphs_are_runs_of_newlines():
    report = Report.from_values("revised_2021", {"requests.received.total": 5})
    assert "一、本年新收政府信息公开申请数量\n\n" + "\n\n" * 6 + "5\n\n二、" in layouts.render(report, "paragraphs")
    assert "一、本年新收政府信息公开申请数量\n\n5\n\n二、" in layouts.render(report, "paragraphs", blanks=False)


def test_pipes():
    text = layouts.render(numbered(), "pipe-trail", pads=True)
    assert "一、本年新收政府信息公开申请数量 | 1010 | 1011 | 1012 | 1013 | 1014 | 1015 | 1016 | ||\n" in text
    blank = Report.from_values("revised_2021", {"requests.received.natural_person": 6, "requests.received.total": 6})
    broken = layouts.render(blank, "pipe-trail", broken_blanks=True)
    assert "一、本年新收政府信息公开申请数量 | 6 |\n|\n|\n|\n|\n|\n6 |\n" in broken
    assert "行政许可 |\n1006 |\n||\n" in layouts.render(numbered(), "pipe-cell", pads="line")
    assert "|\n规章 |\n1000 |\n" in layouts.render(numbered(), "pipe-cell", opener=True)
    assert "| 第二十条第（一）项 | ||| \n" in layouts.render(numbered(), "pipe-lead")
    assert "规章\n|\n1000\n|\n" in layouts.render(numbered(), "pipe-loose")


def test_markdown():
    text = layouts.render(numbered(), "markdown", escapes=True, line_break="<br>", wraps=True)
    assert "| 规章 | 1000 | 1001 | 1002 |\n" in text
    assert "1\\.属于国家秘密" in text
    assert "商业<br>企业" in text
    assert "\n## 二、主动公开政府信息情况\n" in text
    aligned = layouts.render(numbered(), "markdown", aligned=2)
    rows = [line for line in aligned.split("\n") if line.startswith(("| 规章", "| 行政规范"))]
    assert len({width_of(row) for row in rows}) == 1


def test_html_is_well_formed_and_full():
    class Grid(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open, self.positions = [], 0

        def handle_starttag(self, tag, attrs):
            if tag == "br":
                return
            self.open.append(tag)
            given = dict(attrs)
            if tag in ("td", "th"):
                self.positions += int(given.get("colspan", 1)) * int(given.get("rowspan", 1))

        def handle_endtag(self, tag):
            if tag != "br":
                assert self.open.pop() == tag

    for options in ({}, {"compact": True, "heads": "th"}, {"line_break": "</p><p>", "wraps": True, "between": "\n"}):
        grid = Grid()
        grid.feed(layouts.render(numbered(), "html", **options))
        assert not grid.open
        assert grid.positions == 4 * 14 + 10 * 28 + 15 * 4


def test_spaces_tell_blanks():
    report = Report.from_values("revised_2021", {"requests.received.natural_person": 1, "requests.received.total": 5})
    text = layouts.render(report, "spaced", spans="ragged")
    assert "\n一、本年新收政府信息公开申请数量 1      5\n" in text


@pytest.mark.parametrize("wide", [1, 2])
@pytest.mark.parametrize("narrow", [False, True])
def test_columns_stand_under_each_other(wide, narrow):
    text = layouts.render(numbered(), "columns", wide=wide, narrow=narrow)
    starts = set()
    for figure in range(1010, 1185, 7):
        line = next(line for line in text.split("\n") if str(figure) in line.split())
        starts.add(width_of(line[: line.index(str(figure))], wide))
    assert len(starts) == 1, "all of 自然人 stand in one column"


@pytest.mark.parametrize("options", [{}, {"narrow": True, "wraps": True}, {"glyphs": "ascii", "inner": 1}])
def test_boxes_are_closed(options):
    lines = layouts.render(numbered(), "box", **options).split("\n")
    boxes = [line for line in lines if line[:1] and line[0] in "│├┌└|+"]
    assert len(boxes) > 80
    widths = [width_of(line) for line in boxes]
    assert len(set(widths)) == 3, "three tables, each a rectangle"
    assert all(line[-1] in "│┤┐┘|+" for line in boxes)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_reads_back(delimiter):
    text = layouts.render(numbered(), "csv", delimiter=delimiter, wraps=True, quotes='""')
    rows = list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))
    assert len({len(row) for row in rows}) == 1
    assert ["规章", "1000", "1001", "1002"] in [row[:4] for row in rows]
    assert any('3.危及"三安全一稳定"' in row for row in rows)


def test_json_reads_back():
    (rows,) = json.loads(layouts.render(numbered(), "json-rows")).values()
    assert ["规章", 1000, 1001, 1002] in rows
    assert json.loads(layouts.render(numbered(), "json-rows", sheet="", numbers=False))[0] == [numbered().title]


def test_the_sheet_layout_names_what_covers_a_cell():
    lines = layouts.render(numbered(), "sheet", wraps=True).split("\n")
    assert "\x1e\x1f行政许可\x1f1006\x1f\x11\x1f\x11" in lines
    assert any(line.startswith("\x1e\x1f\x12\x1f\x12\x1f2.其他法律") for line in lines)
    assert any("\x1f商业\x0b企业\x1f" in line for line in lines)


def test_streams():
    text = layouts.render(numbered(), "stream", separator=" ", upright=1)
    assert "\n一、本年新收政府信息公开申请数量 1010 1011 1012 1013 1014 1015 1016\n" in text
    assert "三\n、\n本\n年\n度\n" in text
    before = layouts.render(numbered(), "stream", order="before")
    assert "1016\n一、本年新收政府信息公开申请数量\n" in before
    columns = layouts.render(numbered(), "stream", order="columns")
    assert "\n\n1010\n\n1017\n\n1024\n\n" in columns
    halves = layouts.render(numbered(), "stream", halves=True, separator=" ")
    assert "\n1.申请人无正当理由逾期不补正、行政\n1150 " in halves


def test_what_survives_is_told_by_the_options():
    assert layouts.printer("one-line").survival is Survival.FILLED
    assert layouts.printer("paragraphs").survival is Survival.ALL
    assert layouts.printer("paragraphs", blanks=False).survival is Survival.FILLED
    assert layouts.printer("stream", order="columns").survival is Survival.NONE
    assert {name for name in layouts.names() if layouts.printer(name).survival is Survival.NONE} == UNREADABLE
