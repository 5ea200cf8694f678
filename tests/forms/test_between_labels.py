"""Some labels stand late, and the figures of their rows behind the label above."""

from __future__ import annotations

import pytest

from gxparse.forms.editions import EDITIONS
from request_rows import request_rows

FORM = EDITIONS["revised_2021"]
TABLE = next(t for t in FORM.tables if t.key == "requests")
HEAD = ["三、收到和处理政府信息公开申请情况", "申请人情况", "法人或其他组织"]
HEAD += ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
LABELS = {row.key: row.label for row in TABLE.rows}
KEYS = [*LABELS]
#: rows whose labels a tool prints behind those of the page
LATE = KEYS[6:9]


def grid() -> dict[str, list[object]]:
    rows: dict[str, list[object]] = {key: [n % 3, 0, 0, n % 2, 0, 0, n % 3 + n % 2] for n, key in enumerate(KEYS)}
    # The sums of the columns do not hold: the report contradicts itself.
    rows["results.total"] = [30, 0, 0, 4, 0, 0, 34]
    return rows


def late(rows: dict[str, list[object]], keys: list[str] | None = None) -> list[str]:
    """The rows one behind another, the late labels behind the row that follows them."""
    lines: list[str] = []
    for key in KEYS:
        figures = [str(n) for n in rows[key] if n is not None]
        lines += figures if key in LATE else [LABELS[key], *figures]
        if key == KEYS[10]:
            lines += [LABELS[k] for k in keys or LATE]
    return lines


def read(lines: list[str]) -> dict[str, list[object]]:
    return request_rows("\n".join([*HEAD, *lines, ""]))


NOTHING: list[object] = [None] * 7


def test_rows_between_labels_in_order() -> None:
    assert read(late(grid())) == grid()


def test_a_blank_cell_costs_the_rows_between_its_labels() -> None:
    rows = grid()
    rows[KEYS[7]][1] = None
    cost = KEYS[5:9]
    assert read(late(rows)) == {key: NOTHING if key in cost else rows[key] for key in KEYS}


def test_a_row_without_its_total_costs_the_rows_between_its_labels() -> None:
    rows = grid()
    rows[KEYS[8]][6] = 9
    cost = KEYS[5:9]
    assert read(late(rows)) == {key: NOTHING if key in cost else rows[key] for key in KEYS}


@pytest.mark.parametrize("at", range(0, 60, 7))
def test_one_figure_more(at: int) -> None:
    """A bare number of a page moves every figure behind it."""
    lines = late(grid())
    lines.insert(len(lines) - at, "3")
    assert {v for row in read(lines).values() for v in row} <= {None}


def test_figures_in_front_of_their_labels() -> None:
    lines = [word for key in KEYS for word in (*map(str, grid()[key]), LABELS[key])]
    assert {v for row in read(lines).values() for v in row} == {None}


def test_columns_between_labels() -> None:
    """Rows of which the figures stand column by column are none of the others, though they may look so."""
    rows = {key: [0] * 7 for key in KEYS}
    last = KEYS[10]
    rows[last] = [0, 0, 0, 0, 0, 5, 5]
    run = KEYS[5:11]
    lines = []
    for key in KEYS:
        lines += [LABELS[key]] if key not in run[1:] else []
        lines += map(str, rows[key]) if key not in run else []
        if key == run[0]:
            lines += [str(rows[k][n]) for n in range(7) for k in run]
    lines += [LABELS[k] for k in run[1:]]
    got = read(lines)
    assert all(got[key] in (NOTHING, rows[key]) for key in KEYS)
