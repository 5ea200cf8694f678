"""Sheets with a space behind every cell, whose cells hold spaces of their own."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import gxparse
from gxparse.forms.editions import EDITIONS
from gxparse.forms.spec import Table

_FORM = EDITIONS["revised_2021"]
_REQUESTS = next(table for table in _FORM.tables if table.key == "requests")
#: columns of the sheet, and where the table has its first column
_WIDTH, _FIRST = 15, 3


def _line(*cells: str) -> str:
    return " ".join([*cells, *[""] * (_WIDTH - len(cells))])


def _sheet(table: Table, column: int, figures: list[int], spaces: list[tuple[int, int]]) -> str:
    """A table with one figure in each row, all in one *column*; *spaces* of cells in front of the figure and behind it."""
    lines = [
        *(_line(text) for text in ("云汀镇人民政府", "一、总体情况", "全年公开信息41条。", "二、主动公开政府信息情况")),
        _line("三、收到和处理政府信息公开申请情况"),
        _line("", "", "", "申请人情况"),
        _line("", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"),
        _line("", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"),
    ]
    for row, figure, (front, behind) in zip(table.rows, figures, spaces, strict=True):
        cells = [*row.group_path, row.label, *[""] * (_FIRST - len(row.group_path) - 1), *[""] * len(table.columns)]
        cells[_FIRST + column] = " " * front + str(figure) + " " * behind
        lines.append(_line(*cells))
    return "\n".join([*lines, _line("四、政府信息公开行政复议、行政诉讼情况")])


def _balanced(rest: list[int], ahead: int) -> list[int]:
    """Figures of all rows that meet the sums of the form, from those of the results."""
    return [sum(rest) + ahead, 0, *rest, sum(rest), ahead]


@settings(max_examples=60)
@given(
    column=st.integers(0, 6),
    rest=st.lists(st.integers(0, 3), min_size=21, max_size=21),
    spaces=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 1)), min_size=25, max_size=25),
)
def test_spaces_of_cells_move_no_figure(column: int, rest: list[int], spaces: list[tuple[int, int]]) -> None:
    figures = _balanced(rest[: len(_REQUESTS.rows) - 4], rest[-1])
    report = gxparse.parse(_sheet(_REQUESTS, column, figures, spaces[: len(figures)]), edition="revised_2021").report
    assert report is not None
    for row, figure in zip(_REQUESTS.rows, figures, strict=True):
        for n, key in enumerate(c.key for c in _REQUESTS.columns):
            assert report.values()[f"requests.{row.key}.{key}"] in (None, figure if n == column else None)


def test_totals_are_seen_where_most_figures_have_no_other_column() -> None:
    figures = _balanced([1] * (len(_REQUESTS.rows) - 4), 2)
    text = _sheet(_REQUESTS, 6, figures, [(n % 3, int(n % 4 == 0)) for n in range(len(figures))])
    report = gxparse.parse(text, edition="revised_2021").report
    assert report is not None
    assert [report.values()[f"requests.{row.key}.total"] for row in _REQUESTS.rows] == figures
