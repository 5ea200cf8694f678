"""What each grid makes of its layout: small tables by hand, with the rows that must come out."""

from __future__ import annotations

import pytest

from gxparse.grid import read_rows
from gxparse.layout import read_layout


def rows(text, layout):
    return [row.texts for row in read_rows(read_layout(text, layout))]


# --- pipes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("| 甲 | 1 |\n| 乙 | 2 |\n", [("甲", "1"), ("乙", "2")], id="opened and closed"),
        pytest.param("甲 | 1 |\n| 2 |\n", [("甲", "1"), ("", "2")], id="a pipe in front closes a blank cell"),
        pytest.param("甲 | 1\n乙 | 2\n", [("甲", "1"), ("乙", "2")], id="pipes between"),
        pytest.param("| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |\n", [("甲", "乙"), ("1", "2")], id="a rule is no row"),
        pytest.param("| 甲 | 乙 |\n|-|-|\n| 1 | 2 |\n", [("甲", "乙"), ("1", "2")], id="a short rule"),
        pytest.param(
            "| 甲 | 乙 |\n| 丙 | 丁 |\n| - | - |\n", [("甲", "乙"), ("丙", "丁"), ("-", "-")], id="marks are no rule"
        ),
        pytest.param("| **甲** | `1` |\n", [("甲", "1")], id="emphasis"),
        pytest.param("| <p>甲</p> | <b>1</b>&nbsp; |\n", [("甲", "1")], id="tags"),
        pytest.param("|甲__|12____|\n", [("甲", "12")], id="underscores for spaces"),
        pytest.param("甲|乙\n丙|丁|\n戊|1|2|\n", [("甲", "乙\n丙", "丁"), ("戊", "1", "2")], id="a line goes on below"),
    ],
)
def test_pipes(text, expected):
    assert rows(text, "pipe-trail") == expected


def test_a_row_of_several_lines_is_put_together_by_its_width():
    text = "甲 | 乙\n丙 | 丁\n戊 | 1 | 2\n己 | 3 | 4\n"
    assert rows(text, "markdown") == [("甲", "乙\n丙", "丁"), ("戊", "1", "2"), ("己", "3", "4")]


def test_lines_that_do_not_make_up_a_row_stay_apart():
    text = "甲 | 乙\n丙 | 丁\n戊 | 1 | 2 | 3\n己 | 4 | 5 | 6\n"
    assert rows(text, "markdown")[:2] == [("甲", "乙"), ("丙", "丁")]


def test_blank_cells_on_their_own_lines_are_put_back_where_the_count_is_right():
    whole = "甲 | 1 | 2 | 3 | 4 |\n"
    assert rows(whole + "乙 | 5 |\n|\n| 8 |\n", "pipe-trail")[1] == ("乙", "5", "", "", "8")
    # One cell too many: the figure may belong to either column.
    assert rows(whole + "乙 | 5 |\n|\n|\n| 8 |\n", "pipe-trail")[1] == ("乙", "5")


# --- HTML ---------------------------------------------------------------------------------------------------------


def table(*lines):
    return "<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (table("<td colspan=2>甲<td>1", "<td>乙<td>丙<td>2"), [("甲", "", "1"), ("乙", "丙", "2")]),
        (table('<td rowspan="2">甲<td>1', "<td>2"), [("甲", "1"), ("", "2")]),
        (table("<td>甲<td rowspan=2>1", "<td>乙"), [("甲", "1"), ("乙", "")]),
        (table("<td rowspan=0>甲<td>1", "<td>2", "<td>3"), [("甲", "1"), ("", "2"), ("", "3")]),
        (table("<td rowspan=9>甲<td>1") + table("<td>乙<td>2"), [("甲", "1"), ("乙", "2")]),
        ("<table><tbody><tr><td rowspan=3>甲<td>1</tbody><tbody><tr><td>乙<td>2</table>", [("甲", "1"), ("乙", "2")]),
        ("<table><tr><td>外" + table("<td>甲<td>1") + "</td></tr></table>", [("外",), ("甲", "1")]),
        ("<TABLE><TR><TH>甲</TH><TD>&nbsp;</TD></TR></TABLE>", [("甲", "")]),
        (table("<td><p>甲</p>\n<p>乙</p></td><td>1</td>"), [("甲</p>\n<p>乙", "1")]),
    ],
)
def test_html(text, expected):
    assert rows(text, "html") == expected


def test_no_span_makes_more_cells_than_a_row_may_have():
    (row,) = rows(table("<td colspan=1000>甲" * 9), "html")
    assert len(row) == 400


# --- delimited text, JSON -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_delimited_text(delimiter):
    fields = [['"甲,乙;丙"', "1", "2", "3"], ['"丁\n戊"', "", "", '"4"'], ["己", "5", "", ""]]
    text = "".join(delimiter.join(line) + "\n" for line in fields)
    assert rows(text, "csv") == [("甲,乙;丙", "1", "2", "3"), ("丁\n戊", "", "", "4"), ("己", "5", "", "")]


def test_a_comma_in_a_label_parts_nothing_where_semicolons_do():
    assert rows("甲,乙;1;2;3\n丙;4;5;6\n", "csv") == [("甲,乙", "1", "2", "3"), ("丙", "4", "5", "6")]


def test_json():
    text = '{"表":[["甲",null,3,"-4"],[],[null,"乙\\n丙",0.5]]}'
    assert rows(text, "json-rows") == [("甲", "", "3", "-4"), ("", "乙\\n丙", "0.5")]


# --- drawings -----------------------------------------------------------------------------------------------------

BOX = """\
┌────────┬────┬────┐
│        │乙  │丙  │
│甲      ├────┼────┤
│        │1   │+2  │
├────────┼────┴────┤
│丁戊己  │3        │
│庚      │         │
└────────┴─────────┘
"""


def test_a_box_is_a_full_grid():
    assert rows(BOX, "box") == [("甲", "乙", "丙"), ("", "1", "+2"), ("丁戊己\n庚", "3", "")]


def test_a_box_of_plain_characters():
    text = "+----+----+\n| 甲 | +2 |\n+====+====+\n| 乙 | -3 |\n+----+----+\n"
    assert rows(text, "box") == [("甲", "+2"), ("乙", "-3")]


def test_a_box_that_is_not_drawn_properly_is_left_alone():
    assert rows(BOX.replace("│1   │+2  │", "│1 │0│+2  │"), "box") == []


def test_bars_that_unsure_widths_moved_are_told_by_their_number():
    assert rows(BOX.replace("│1   │+2  │", "│1 │+2  │"), "box") == rows(BOX, "box")


def test_a_line_of_another_kind_does_not_end_a_box():
    lines = BOX.splitlines(keepends=True)
    assert rows("".join([*lines[:5], "- 3 -\n", *lines[5:]]), "box") == rows(BOX, "box")


def test_a_box_without_inner_rules_has_a_row_a_line():
    text = "┌────┬──┐\n│甲  │1 │\n│乙  │2 │\n└────┴──┘\n"
    assert rows(text, "box") == [("甲", "1"), ("乙", "2")]


DASHED = """\
  -------- ---- ----
  甲       乙   丙

  丁戊己   1
  庚

  辛            2
  -------- ---- ----
"""


def test_dashes_are_columns_and_empty_lines_part_rows():
    assert rows(DASHED, "dashed") == [("甲", "乙", "丙"), ("丁戊己\n庚", "1", ""), ("辛", "", "2")]


def test_a_heading_above_the_rule_ends_with_an_empty_line():
    text = "前文\n\n  甲   乙\n  ---- ----\n  丙   1\n  丁   2\n\n后文 3\n"
    assert rows(text, "dashed") == [("甲", "乙"), ("丙", "1"), ("丁", "2")]


def test_a_text_across_columns_is_left_alone():
    assert rows(DASHED.replace("辛            2", "辛壬癸子丑寅 2"), "dashed") == []


# --- spaces and tabs ----------------------------------------------------------------------------------------------


def test_two_spaces_are_a_blank_cell_where_one_parts_figures():
    assert rows("甲 1 2 3\n乙 4  6\n", "spaced") == [("甲", "1", "2", "3"), ("乙", "4", "", "6")]


def test_spaces_of_columns_are_no_blank_cells():
    assert rows("甲   1   2   3\n乙   4       6\n", "spaced") == [("甲", "1", "2", "3"), ("乙", "4", "6")]


def test_two_tabs_part_cells_where_every_second_cell_is_blank():
    assert rows("甲\t\t1\t\t2\n乙\t\t\t\t3\n", "tab-row") == [("甲", "1", "2"), ("乙", "", "3")]


def test_one_filled_cell_between_shows_that_two_tabs_are_a_blank_cell():
    assert rows("甲\t\t1\t\t2\n乙\t5\t\t\t3\n", "tab-row") == [("甲", "", "1", "", "2"), ("乙", "5", "", "", "3")]


def test_a_line_without_the_leading_tab_goes_on_with_the_row_above():
    body = "".join(f"\t{label}\t1\t2\n" for label in "甲乙丙丁戊")
    assert rows(body + "\t己\n庚\t3\n", "tab-row")[-1] == ("", "己\n庚", "3")


def test_cells_and_tabs_on_lines_of_their_own():
    text = "前文\n甲\n\t\n乙\n丙\n\n\n丁\n\t\n1\n\n后文\n"
    assert rows(text, "tab-line") == [("甲", "乙\n丙"), ("丁", "1")]


def test_a_table_without_row_marks_is_one_run_of_cells():
    assert rows("甲 |\n1 |\n|\n乙 |\n||\n", "pipe-cell") == [("甲", "1", "", "乙", "", "")]
    assert rows("甲\n|\n1\n|\n\n|\n乙\n|\n", "pipe-loose") == [("甲", "1", "", "乙")]
