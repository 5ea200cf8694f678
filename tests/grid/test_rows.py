"""Rows of every layout: contents are stretches of the text, and hostile text costs no more than its length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse import layouts
from gxparse.grid import read_rows
from gxparse.layout import layout_names, read_layout
from gxparse.strategies import layouts as printers
from gxparse.strategies import printed_reports, reports
from gxparse.text import canonical
from timing import least

LAYOUTS = layout_names()


def cells_of(row, text):
    for raw, at in zip(row.raws, row.offsets, strict=True):
        yield raw, text[row.start + at : row.start + at + len(raw)]


@pytest.mark.parametrize("layout", sorted({*LAYOUTS} & {*layouts.names()}))
@given(data=st.data())
def test_every_content_is_a_stretch_of_the_text(layout, data):
    """Property 2, behind the grammars: whatever a grid does to rows, a content is what stands at its place."""
    printed = data.draw(printed_reports(reports=reports(blanks=True), layouts=printers(names=[layout]), max_damage=2))
    text = printed.text if layout == "sheet" else canonical(printed.text)
    rows = read_rows(read_layout(text, layout))
    for row in rows:
        for raw, there in cells_of(row, text):
            assert raw == there
        assert len(row.texts) == len(row.raws)
        for raw, whole in zip(row.raws, row.texts, strict=True):
            # A cell of several pieces shows its first.
            assert whole.startswith(raw)


#: rows, halves of rows and rules, in any order
PIECES = (
    "甲 | 乙\n",
    "甲 | 1 |\n",
    "| 甲 | 1 |\n",
    "--- | ---\n",
    "|---|---|\n",
    "乙\n",
    "|\n",
    "| 1 |\n",
    "**甲\n",
    "甲\t1\n",
)
SIGNS = '甲乙 1|\t\n+-,;"[]<>tdr/=│├┼┐'


@pytest.mark.parametrize("layout", LAYOUTS)
@given(text=st.text(alphabet=SIGNS, max_size=80) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_text_has_rows_that_stand_in_it(layout, text):
    text = canonical(text)
    for row in read_rows(read_layout(text, layout)):
        for raw, there in cells_of(row, text):
            assert raw == there
        assert len(row.texts) == len(row.raws)
        for raw, whole in zip(row.raws, row.texts, strict=True):
            assert whole.startswith(raw)


@pytest.mark.parametrize("behind", ["", " |"], ids=["open", "closed"])
def test_a_cell_that_a_rule_breaks_shows_its_first_piece(behind):
    text = f"信息内容 | 本年新\n--- | ---{behind}\n制作数量 | 本年废止件数{behind}\n规章 | 1 | 2{behind}\n章 | 1 | 2{behind}\n"
    first = read_rows(read_layout(text, "markdown"))[0]
    assert first.raws == ("信息内容", "本年新", "本年废止件数")
    assert first.texts == ("信息内容", "本年新\n制作数量", "本年废止件数")
    assert [there for _, there in cells_of(first, text)] == list(first.raws)


@pytest.mark.parametrize(
    "text",
    [
        "甲 | 1\n乙 | 2\n\n子 | 丑 | 寅\n甲 | 1 | \n乙 | 2 | \n",
        "子 | 丑 | 寅\n--- | --- | ---\n甲 | 1 | \n乙 | 2 | \n",
    ],
    ids=["another table", "a rule"],
)
def test_a_blank_last_column_is_no_closing_pipe(text):
    assert [row.raws for row in read_rows(read_layout(text, "markdown"))][-2:] == [("甲", "1", ""), ("乙", "2", "")]


HOSTILE = {
    "box": ("┌─┬─┐\n│a│1│\n", "│a│\n", "┌─┐\n", "+--+\n|a |\n", "├──┤\n│  │\n│x │\n", "│" * 30 + "\n", "┬" * 30 + "\n"),
    "bar": ("a｜1\n", "│a│1│\n", "｜\n", "a│b\n─\n"),
    "latex": ("a & 1 \\\\ \\hline\n", "a &\n", "&", "\\multirow{", "{" * 9 + "&", "\\textbf{a} & \\\\\n", "~ & ~\\\\"),
    "joined": ("a, 1, 2, 3\n", "a / 1 / / 2\n", "、", "（", "1;2;3;", "a -> 1 -> 2 -> 3", "1、一、"),
    "literal": ("['a', 1, None]\n", "{'c1': 1, 'c2': 2}\n", "('", "{'a': ", "['\\n\\n\\n", "{" * 9, "['a'"),
    "outline": ("* - a\n  - 1\n", "- - a\n", "- - a\n    b\n", "* - '\\n"),
    "csv": ('"a","b"\n', "1,2,3\n", '"', ",", '"a\n', ";,\t"),
    "dashed": ("-- --\n", "-- --\na  b\n\n", "  ---- ----\n  a    b\n", "a\n-- --\n"),
    "html": ("<table><tr><td>1</td></tr></table>\n", "<tr><td colspan=1000>", "<table>", "<tr>" * 9, "<td>a"),
    "json-rows": ('["a",1,null],', "[", '["', "[[["),
    "markdown": ("a | b\n", "| a | 1 |\n", "a | b\nc\n", "|---|\n", "| **a** |\n"),
    "pipe-cell": ("a |\n", "1 |\n", "|\n", "a\nb |\n"),
    "pipe-lead": ("| a | 1 |\n", "| a\n", "|\n", "| a |\n|\n"),
    "pipe-loose": ("a\n|\n", "\n|\n", "|\n"),
    "pipe-trail": ("a | 1 |\n", "a | b\n", "|\n", "a |\n|\n| 1 |\n", "a | 1 |\nb\n"),
    "spaced": ("a 1 1 1\n", "a b\n", " " * 9 + "\n", "a\nb c\n"),
    "tab-line": ("a\n\t\n1\n\n\n", "a\n\t\n", "1\nb\n\t\n"),
    "tab-row": ("a\t1\n", "a\tb\n", "a\n\tb\n", "\t\t1\n", "a\t\t1\n"),
}


@pytest.mark.parametrize("layout", sorted(HOSTILE))
def test_time_grows_with_the_text_and_no_faster(layout):
    slow = []
    for piece in HOSTILE[layout]:
        spent = []
        for size in (3_000, 24_000):
            document = read_layout(piece * (size // len(piece)), layout)
            spent.append(least(lambda d=document: read_rows(d), enough=0.02, attempts=2))
        once, often = spent
        if often > 0.25 and often > 8 * 6 * max(once, 0.002):
            slow.append((piece, round(once, 4), round(often, 4)))
    assert slow == []


def test_a_wiki_ends_its_rows_with_a_line_of_its_own() -> None:
    text = "{|\n| 行政许可\n| 6\n| -\n| 83\n|-\n| 行政处罚\n|\n| 7\n|\n|}\n"
    rows = [tuple(raw.strip() for raw in row.raws) for row in read_rows(read_layout(text, "pipe-cell"))]
    assert ("行政许可", "6", "-", "83") in [row[-4:] for row in rows]
    assert rows[-1][:3] == ("行政处罚", "", "7")


def test_a_figure_without_a_tab_right_above_a_row_is_its_first_cell() -> None:
    text = "总计\n\t\n\n1\n\t0\n\t—\n\n行政强制\n\t5\n"
    rows = read_rows(read_layout(text, "tab-cell"))
    assert ("1", "0", "—") in [row.raws for row in rows]
    assert all(
        text[row.start + at :].lstrip().startswith(raw.strip())
        for row in rows
        for raw, at in zip(row.raws, row.offsets, strict=True)
    )
