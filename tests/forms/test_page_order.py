"""Labels first, then figures column by column."""

from __future__ import annotations

import gxparse
from gxparse.forms.editions import EDITIONS
from request_rows import request_rows

FORM = EDITIONS["revised_2021"]
TABLE = next(t for t in FORM.tables if t.key == "requests")
HEAD = ["三、收到和处理政府信息公开申请情况", "申请人情况", "法人或其他组织"]
HEAD += ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
KEYS = [row.key for row in TABLE.rows]
GRANTED, TOTAL, CARRIED = "results.granted", "results.total", "carried_forward"


def grid() -> dict[str, list[int]]:
    rows = {key: [0] * 7 for key in KEYS}
    rows["received"] = [6, 2, 0, 0, 1, 0, 9]
    rows["carried_over"] = [1, 0, 0, 0, 0, 0, 1]
    rows[GRANTED] = rows[TOTAL] = [4, 2, 0, 0, 1, 0, 7]
    rows[CARRIED] = [3, 0, 0, 0, 0, 0, 3]
    return rows


def page(keys: list[str], rows: dict[str, list[int]]) -> list[str]:
    labels = {row.key: row.label for row in TABLE.rows}
    return [*(labels[k] for k in keys), *(str(rows[k][n]) for n in range(7) for k in keys)]


def read(lines: list[str]) -> dict[str, list[object]]:
    return request_rows("\n".join([*HEAD, *lines, ""]))


def test_columns_of_two_pages() -> None:
    rows = grid()
    assert read([*page(KEYS[:10], rows), "- 2 -", *page(KEYS[10:], rows)]) == rows


def test_one_figure_lost() -> None:
    lines = page(KEYS, grid())
    lines.remove("2")
    assert {v for row in read(lines).values() for v in row} == {None}


def test_one_sum_that_does_not_hold() -> None:
    rows = grid()
    rows[GRANTED] = [5, 2, 0, 0, 1, 0, 8]
    assert {v for row in read(page(KEYS, rows)).values() for v in row} == {None}


def test_labels_in_another_order() -> None:
    rows = grid()
    keys = [*KEYS[:5], KEYS[6], KEYS[5], *KEYS[7:]]
    assert {v for row in read(page(keys, rows)).values() for v in row} == {None}


def test_figures_before_the_first_label_are_named() -> None:
    lines = [*HEAD, "15", *page(KEYS, grid()), ""]
    result = gxparse.parse("\n".join(lines), edition="revised_2021")
    assert read(lines[len(HEAD) : -1]) == grid()
    spans = [d.span for d in result.reading if d.code == "GX305" and d.span is not None]
    place = "\n".join(lines).index("15")
    assert any(span.start <= place < span.stop for span in spans)


def test_a_column_behind_its_neighbours() -> None:
    """自然人 is printed behind the kinds of organisation, and all sums hold however the columns are named."""
    labels = [row.label for row in TABLE.rows]
    columns = [[str(grid()[key][n]) for key in KEYS] for n in range(7)]
    moved = [*labels, *HEAD[4:9], *(n for c in columns[1:6] for n in c), HEAD[3], *columns[0], HEAD[9], *columns[6]]
    lines = ["申请人情况", "法人或其他组织", *moved]
    assert {v for row in read(lines).values() for v in row} == {None}


def test_a_piece_of_a_header_between_columns() -> None:
    lines = page(KEYS, grid())
    lines.insert(-7, "机构")
    assert {v for row in read(lines).values() for v in row} == {None}
