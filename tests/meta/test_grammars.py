"""Every grammar is built with ``strict=True``, where Lark refuses conflicts instead of resolving them in silence."""

from __future__ import annotations

import random

import pytest

from gxparse.layout.grammar import grammar_folder, grammar_names, layout_names, load_grammar, load_parser

#: what texts of tables are made of
PIECES = (
    *(
        "\t",
        "\n",
        "\n\n",
        "\n\n\n",
        "\n\t\n",
        " ",
        "  ",
        "|",
        "| ",
        "+",
        "-",
        "---",
        "+---+\n",
        "|---|\n",
        "┌─┬┐",
        "│",
        "├",
        "└",
    ),
    *(
        ",",
        '"',
        "[",
        "]",
        "]\n",
        '["',
        '", "',
        "{",
        "}",
        ":",
        "\x1d\n",
        "\x1e",
        "\x1f",
        "\x11",
        "\x12",
        "\x0b",
        "=",
        "=== ===",
    ),
    *(
        "<table>",
        "</table>",
        "<tr>",
        "</tr>",
        "<td>",
        "</td>",
        "<",
        ">",
        "<t",
        "甲",
        "乙丙",
        "1",
        "12",
        "0",
        "甲  乙\n",
        "1\t2\n",
    ),
    *(
        "&",
        "\\\\\n",
        "\\hline",
        "｜",
        "'",
        "', '",
        "('",
        "* - 甲\n",
        "  - 1\n",
    ),
)
NAMES = grammar_names()


def start_rules(name):
    """The start rules that a grammar file defines or imports."""
    text = (grammar_folder() / f"{name}.lark").read_text("utf-8")
    if "%import .document" in text or name == "document":
        return ("start", "table", "row")
    return ("start",)


def test_there_are_grammars():
    assert len(NAMES) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_a_grammar_has_no_conflicts(name):
    parser = load_parser(name, start_rules(name), strict=True)
    assert parser.terminals


def test_the_checkout_and_the_package_name_the_same_grammars(project):
    assert sorted(file.stem for file in (project / "grammars").glob("*.lark")) == sorted(NAMES)


@pytest.mark.parametrize("layout", layout_names())
def test_rows_leave_no_gap(layout):
    """The length of the pieces of a text tells where they begin."""
    draw = random.Random(20260103)
    grammar = load_grammar(layout)
    tables = 0
    for _ in range(3000):
        pieces = draw.choices(PIECES, k=draw.randrange(1, 30))
        text = "".join(pieces)
        found = list(grammar.pieces(text))
        assert "".join("".join(piece) for piece in found) == text
        tables += any(row for row, _, _ in found)
    assert tables > 100
