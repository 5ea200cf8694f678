"""Numbers in front of rows are left out where they count all rows, and no figure ever is."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse import layouts
from gxparse.forms.editions import EDITIONS
from gxparse.grid import read_rows
from gxparse.grid.numbering import find_numbering
from gxparse.layout import layout_names, read_layout
from gxparse.layout.ast import Row
from gxparse.model.report import Report
from gxparse.strategies import layouts as printers
from gxparse.strategies import print_report, reports
from gxparse.text import canonical

LAYOUTS = sorted({*layout_names()} & {*layouts.names()} - {"stream"})
TITLE = "苇河镇人民政府2022年政府信息公开工作年度报告"


def table(*lines):
    """Rows between tabs, one a line."""
    text = "".join(f"{line}\n" for line in lines)
    return read_rows(read_layout(text, "tab-row"))


def raws(found):
    return [row.raws for row in found.rows]


def counting(edition, first, step):
    """A report whose figures count up in the order of the form, as far as their columns allow."""
    form = EDITIONS[edition]
    values = {}
    for section in form.tables:
        for number, row in enumerate(section.rows):
            for place, path in enumerate(p for p in section.paths if form.fields[p][1].key == row.key):
                count = first + number + step * place
                values[path] = Decimal(count) if path.endswith("_cny") else count
    return Report.from_values(edition, values, title=TITLE)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("step", [0, 1])
@pytest.mark.parametrize("name", LAYOUTS)
def test_figures_that_count_are_no_numbers_of_rows(name, step, first, edition):
    text = canonical(layouts.render(counting(edition, first, step), name))
    for layout in layout_names():
        rows = read_rows(read_layout(text, layout))
        assert find_numbering(rows).spans == (), layout


@pytest.mark.parametrize("name", LAYOUTS)
@given(data=st.data())
def test_the_figures_of_a_report_without_numbers_all_stay(name, data):
    printed = print_report(
        data.draw(reports(blanks=True, balanced=False)), data.draw(printers(names=[name]).filter(_has_no_numbers))
    )
    text = printed.text if name == "sheet" else canonical(printed.text)
    rows = read_rows(read_layout(text, name))
    assert find_numbering(rows).rows is rows


def _has_no_numbers(printer):
    return not getattr(printer, "numbers", "")


@given(
    st.lists(st.tuples(st.integers(0, 9), st.sampled_from(["甲", "乙", "", "1", "7"]), st.sampled_from(["", "0", "3"])))
)
def test_numbers_are_left_out_only_if_they_count(lines):
    rows = table(*("\t".join(map(str, line)) for line in lines))
    found = find_numbering(rows)
    dropped = [line for line, row in zip(lines, rows, strict=True) if row.cell_span(0) in found.spans]
    assert len(dropped) == len(found.spans)
    assert not dropped or len(dropped) >= 5
    for before, after in itertools.pairwise([number for number, *_ in dropped]):
        assert after == before + 1 or after <= 1 or after > before
    if dropped:
        assert [line for line in lines if line[2]] == [line for line in dropped if line[2]]


COUNTED = ("0\t信息内容\t本年制发件数", "1\t规章\t3", "2\t行政规范性文件\t", "3\t信息内容\t件数", "4\t行政许可\t9")


def test_a_column_that_counts_every_row_is_left_out():
    found = find_numbering(table(*COUNTED))
    assert raws(found)[1:3] == [("规章", "3"), ("行政规范性文件", "")]
    assert len(found.spans) == 5


@pytest.mark.parametrize("head", ["\t信息内容\t件数", "序号\t信息内容\t件数"])
def test_what_stands_over_the_numbers_goes_with_them(head):
    assert raws(find_numbering(table(head, *COUNTED)))[0] == ("信息内容", "件数")


def test_a_heading_of_column_numbers_is_left_out():
    found = find_numbering(table("\t0\t1\t2", *(f"{line}\t5" for line in COUNTED)))
    assert len(found.rows) == 5
    assert len(found.spans) == 8


@pytest.mark.parametrize("number", ["{}.", "[{},]", "{}:", "#{}", " {} ", "({})", "{}、"])
def test_numbers_in_the_dress_of_programs(number):
    lines = [number.format(n) + line[1:] for n, line in enumerate(COUNTED, 1)]
    assert raws(find_numbering(table(*lines)))[1] == ("规章", "3")


def test_numbers_in_front_of_the_first_cell():
    """A blank first cell behind a number is a blank cell, and the number no figure of it."""
    lines = [line.replace("\t", " ", 1) for line in COUNTED]
    found = find_numbering(table(*lines, "5 \t7"))
    assert raws(found)[1] == ("规章", "3")
    assert raws(found)[-1] == ("", "7")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((*COUNTED, "\t行政处罚\t7"), id="a row of figures is not counted"),
        pytest.param((*COUNTED, "6\t行政处罚\t7"), id="a number is left out"),
        pytest.param((*COUNTED, "0\t1\t2\t3"), id="one row more that begins anew"),
        pytest.param(COUNTED[:4], id="few rows"),
        pytest.param([f"{n}\t{n}\t{n}" for n in range(9)], id="nothing but figures"),
        pytest.param([str(n) for n in range(9)], id="figures on lines of their own"),
        pytest.param([f"{n}.甲\t3" for n in range(9)], id="ordinals of labels"),
    ],
)
def test_what_may_be_a_figure_stays(lines):
    rows = table(*lines)
    assert find_numbering(rows).rows is rows


def test_a_cell_of_several_pieces_loses_its_number_too():
    rows = [Row(9 * n, 9, (f"{n} 甲", "3" if n else "数"), (0, 4), 0, (f"{n} 甲\n乙", "3")) for n in range(6)]
    assert find_numbering(rows).rows[1].texts == ("甲\n乙", "3")


def test_the_trace_says_what_was_left_out():
    text = layouts.render(counting("revised_2021", 0, 1), "csv", numbers="0")
    result = gxparse.parse(text)
    assert {span.of(text) for span in result.trace.numbers} >= {"0", "1", "24"}
    assert "numbers in front of rows that were left out: " in result.trace.describe()
    assert result.report.requests.received.natural_person == 0
