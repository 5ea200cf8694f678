from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.forms.editions import EDITIONS
from gxparse.model.report import Report
from gxparse.printers.form import paper_of, repeated_header, sheets_of
from gxparse.printers.paper import Role, Sheet
from gxparse.printers.style import Style


def sheets(edition: str) -> tuple[Sheet, ...]:
    return sheets_of(Report.from_values(edition, {}), Style())


ALL = [(edition, section) for edition in EDITIONS for section in range(3)]


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_figure_of_the_form_has_one_cell(edition):
    paths = [cell.path for sheet in sheets(edition) for cell in sheet.cells() if cell.path is not None]
    assert paths == list(EDITIONS[edition].paths)


@pytest.mark.parametrize("edition", EDITIONS)
def test_sheets_are_as_large_as_the_printed_form(edition):
    two, three, four = sheets(edition)
    assert [two.width, three.width, four.width] == [4, 10, 15]
    assert len(repeated_header(three).grid) == len(repeated_header(four).grid) == 3
    assert len(four.grid) == 4
    assert len(three.grid) - 3 == len(next(t for t in EDITIONS[edition].tables if t.key == "requests").rows)


@pytest.mark.parametrize(("edition", "section"), ALL)
def test_a_cell_covers_exactly_its_rectangle(edition, section):
    sheet = sheets(edition)[section]
    for row, cells in enumerate(sheet.grid):
        for column, cell in enumerate(cells):
            assert cell.row <= row < cell.row + cell.rows
            assert cell.column <= column < cell.column + cell.columns
    assert sum(cell.rows * cell.columns for cell in sheet.cells()) == sheet.width * len(sheet.grid)


def test_groups_span_the_rows_of_the_form():
    three = sheets("revised_2021")[1]
    groups = {cell.text: cell.rows for cell in three.cells() if cell.role is Role.GROUP}
    assert groups == {
        "三、本年度办理结果": 22,
        "（三）不予公开": 8,
        "（四）无法提供": 3,
        "（五）不予处理": 5,
        "（六）其他处理": 3,
    }


@given(st.sampled_from(ALL), st.data())
def test_cutting_and_joining_keeps_every_position(which, data):
    edition, section = which
    sheet = sheets(edition)[section]
    row = data.draw(st.integers(1, len(sheet.grid) - 1))
    upper, lower = sheet.part(0, row), sheet.part(row, len(sheet.grid))
    whole = upper.above(lower)
    assert [c.path for c in whole.cells() if c.path] == [c.path for c in sheet.cells() if c.path]
    for part in (upper, lower, whole):
        assert sum(cell.rows * cell.columns for cell in part.cells()) == part.width * len(part.grid)
    for column, cell in enumerate(sheet.grid[row]):
        if cell.row < row:
            assert upper.grid[row - 1][column].text == cell.text
            assert lower.grid[0][column].text == ""


@given(st.sampled_from(ALL), st.data())
def test_a_sheet_without_a_row_loses_that_row_only(which, data):
    edition, section = which
    sheet = sheets(edition)[section]
    rows = [n for n in range(len(sheet.grid)) if any(c.role is Role.FIGURE for c in sheet.starts(n))]
    row = data.draw(st.sampled_from(rows))
    left = sheet.without(row)
    gone = {cell.path for cell in sheet.starts(row) if cell.path}
    assert [c.path for c in left.cells() if c.path] == [c.path for c in sheet.cells() if c.path and c.path not in gone]
    texts = {c.text for c in left.cells() if c.role is Role.GROUP}
    assert texts == {c.text for c in sheet.cells() if c.role is Role.GROUP}
    assert sum(cell.rows * cell.columns for cell in left.cells()) == left.width * len(left.grid)


def test_rewriting_changes_one_cell():
    three = sheets("revised_2021")[1]
    changed = three.rewrite({(0, 0): "角"})
    assert changed.grid[2][2].text == "角"
    assert changed.rewrite({(0, 0): three.grid[0][0].text}) == three


def test_sheets_of_different_width_do_not_join():
    two, three, _four = sheets("revised_2021")
    with pytest.raises(ValueError, match="4 and 10 columns"):
        two.above(three)


def test_a_report_without_sections_is_printed_under_the_headings_of_the_form():
    paper = paper_of(Report.from_values("trial_2019", {}), Style())
    assert [b.text for b in paper.blocks if not isinstance(b, Sheet)] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert [sheet.section for sheet in paper.sheets()] == ["proactive", "requests", "proceedings"]
