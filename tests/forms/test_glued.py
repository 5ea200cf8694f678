"""Figures that a page left no space between."""

from __future__ import annotations

import pytest

import gxparse

_EDGES = (40, 46, 49, 52, 58, 64, 70)
_ROWS = ("2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请")
_HEAD = (
    "苇洲乡2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
    "申请人情况 自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
)


def _line(label: str, figures: dict[int, str], wide: int = 2) -> str:
    out, used = label, len(label) * wide
    for column, figure in sorted(figures.items()):
        out += " " * (_EDGES[column] - used) + figure
        used = _EDGES[column] + len(figure)
    return out + "\n"


def _read(figures: dict[int, str], rows: int = 3) -> list[object]:
    below = [_line(label, dict(enumerate(["1", "0", "0", "2", "0", "0", "3"]))) for label in _ROWS[:rows]]
    text = _HEAD + _line("1.信访举报投诉类申请", figures) + "".join(below)
    report = gxparse.parse(text).report
    assert report is not None
    values = report.values()
    return [v for path, v in values.items() if ".not_processed.petition." in path]


def test_a_figure_over_two_columns_is_two_figures() -> None:
    assert _read({0: "8", 1: "39342", 3: "7", 4: "1", 5: "0", 6: "451"}) == [8, 393, 42, 7, 1, 0, 451]


@pytest.mark.parametrize(
    ("figures", "rows"),
    [
        # the total says no
        ({0: "8", 1: "39342", 3: "7", 4: "1", 5: "0", 6: "452"}, 3),
        # the total would hold for 39 and 342, the edge says 393 and 42
        ({0: "8", 1: "39342", 3: "7", 4: "1", 5: "0", 6: "397"}, 3),
        # nothing shows where the columns begin
        ({0: "8", 1: "39342", 3: "7", 4: "1", 5: "0", 6: "451"}, 1),
        # no figure begins with a zero
        ({0: "8", 1: "39302", 3: "7", 4: "1", 5: "0", 6: "411"}, 3),
    ],
)
def test_without_edge_or_sum_nothing_is_taken_apart(figures: dict[int, str], rows: int) -> None:
    assert _read(figures, rows) == [None] * 7
