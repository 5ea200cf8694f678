"""Property 1 of every layout grammar: all characters are in tokens on each level, Lark and the fast path agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.layout import layout_names, read_layout
from gxparse.layout.ast import Table
from gxparse.layout.grammar import load_grammar
from gxparse.text import canonical
from timing import least

LAYOUTS = layout_names()

#: what delimiters, rules and marks of all layouts are made of, and a few words between
PIECES = (
    *("\t", "\n", "\n\n", "\n\n\n", "\n\t\n", "\n\n\t\n\n", " ", "  ", "    ", "\u3000", "\xa0", "\r\n", "\r"),
    *("|", "||", " | ", "|\n", "\n|\n", "| --- | --- |\n", "---|---\n", "\\|", "**", "<br>", "&nbsp;"),
    *("+---+---+\n", "+===+\n", "| a | b |\n", "┌─┬─┐\n", "│", "├─┼─┤\n", "└─┴─┘\n", "─"),
    *(",", ",,,", ";", ";;;", '"', '""', '","', '"a\nb",', "[", "]", "[[", "],", "null", '"\\"', "\\", "{", "}", ":"),
    *("<table>", "</table>", "<TABLE border=1>", "<tr>", "</tr>", "<td>", '<td colspan="2">', "</td>", "<th", "<", ">"),
    *("  ---- ---- ---\n", "----\n", "  甲    1    2\n", "\x1e", "\x1f", "\x11", "\x12", "\x1d\n"),
    *(
        "&",
        " & ",
        "\\\\",
        "\\\\ \\hline\n",
        "\\&",
        "\\multirow{2}{*}{甲}",
        "｜",
        "¦",
        "'",
        "', '",
        "('甲', 1)",
        "'c': ",
        "None",
    ),
    *("* - 甲\n", "  - 乙\n", "- - 1\n", "  - \n", "    丙\n", "*", "-"),
    *("甲", "乙丙", "0", "12", "-7", "3.5", "一、", "甲 乙 1 2\n", "甲\t1\t2\n", "甲 | 1 | 2\n", "\ud800", "\x00"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


def test_there_are_layouts():
    assert len(LAYOUTS) >= 15


@pytest.mark.parametrize("layout", LAYOUTS)
@given(text=texts | st.text(max_size=60))
def test_every_character_is_in_one_token_on_each_level(layout, text):
    grammar = load_grammar(layout)
    blocks = grammar.tokens(text, "start")
    assert "".join(blocks) == text
    for block in blocks:
        if block.type == "TABLE":
            rows = grammar.tokens(block.value, "table")
            assert "".join(rows) == block.value
            for row in rows:
                assert "".join(grammar.tokens(row.value, "row")) == row.value


@pytest.mark.parametrize("layout", LAYOUTS)
@given(text=texts)
def test_the_fast_path_finds_what_lark_finds(layout, text):
    grammar = load_grammar(layout)
    found = [(m.lastgroup, m.group()) for m in grammar.block.finditer(text)]
    assert found == [(t.type, t.value) for t in grammar.tokens(text, "start")]
    for kind, table in found:
        if kind == "TABLE":
            rows = grammar.row.findall(table)
            assert rows == [t.value for t in grammar.tokens(table, "table")]
            for row in rows:
                assert [m.group() for m in grammar.cell.finditer(row)] == [t.value for t in grammar.tokens(row, "row")]


@pytest.mark.parametrize("layout", LAYOUTS)
@given(text=texts)
def test_one_pass_finds_the_tables_and_rows_that_lark_finds(layout, text):
    grammar = load_grammar(layout)
    expected = []
    for block in grammar.tokens(text, "start"):
        if block.type == "TABLE":
            expected.append([t.value for t in grammar.tokens(block.value, "table")])
        elif block.type == "PROSE":
            expected.append(block.value)
    found = []
    for block in read_layout(text, layout).blocks:
        rows = isinstance(block, Table)
        found.append([text[r.start : r.start + r.length] for r in block.rows] if rows else block.span.of(text))
    assert found == expected


@pytest.mark.parametrize("layout", LAYOUTS)
@given(text=texts)
def test_spans_hold_what_they_say(layout, text):
    """Property 2: rows stand in order without overlap, cells within rows, and each span has its raw text."""
    text = canonical(text)
    stop = 0
    for table in read_layout(text, layout).tables:
        for row in table.rows:
            assert row.start >= stop
            stop = row.start + row.length
            for cell in row.cells:
                assert cell.span.of(text) == cell.raw
                assert row.start <= cell.span.start <= cell.span.stop <= stop


#: for each kind of delimiter a text that grows with it and never becomes a table
HOSTILE = (
    *("\t", "\t\n", "a\t\n", "\n", " ", " \n", "\u3000", "  a", "1 ", "a 1 1 1\n"),
    *("|", "|\n", "||\n", "| ", "a|", "a|b\n", "a\n|\n", "|a|\n\n", "|---", "|---|\n", "*", "a | b\n"),
    *("+", "+-", "+--+\n", "│", "┌─", "├──┼──┤\n", "│\n", "┌─┐\n", "─", "| a +\n"),
    *('"', '"a', '",', '""', '"a"b,', ",", ";", ",\n", '"\n', '"a\n'),
    *("[", "[[", '["', "]", '["a",', "[1,", '"\\', "{"),
    *(
        "<",
        "<t",
        "<table",
        "<table>",
        "<tr>",
        "<td>",
        "<tr><td>",
        "<td colspan=1000>",
        "<tr><td rowspan=65534>",
        "</table>",
    ),
    *("-- --\n", "---- ----\n  a    b\n", "--- ---", "-", "-- --\n\n"),
    *(
        "&",
        "a&\n",
        "a&b\\\\\n",
        "\\",
        "\\\\",
        "\\&",
        "\\\\\\hline",
        "\\\\{",
        "\\\\[",
        "｜",
        "｜\n",
        "a｜b\n",
        "'",
        "['",
        "('a',",
        "'a':",
        "({",
    ),
    *("* - a\n", "  - a\n", "* -", "- - \n    a\n", "- ", "    a\n", "* - a\n    b\n"),
    *("a\n\t\n", "\n\t\n", "a\n\n\n", "a\n\n\t\n\nb", "\x1e\x1f", "\x1e", "\x1f", "\x1d\n"),
)


def seconds(layout, text, enough=0.0):
    return least(lambda: read_layout(text, layout), enough=enough, attempts=2)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_time_grows_with_the_text_and_no_faster(layout):
    """Eight times the text takes no more than eight times as long, with room for a busy machine."""
    slow = []
    for piece in HOSTILE:
        short = piece * (4_000 // len(piece))
        once = seconds(layout, short)
        often = seconds(layout, short * 8, enough=0.25)
        # What takes no time at all is not measured well enough to be judged.
        if often > 0.25 and often > 8 * 6 * max(once, 0.002):
            slow.append((piece, round(once, 4), round(often, 4)))
    assert slow == []
