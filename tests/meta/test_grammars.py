"""Every grammar is built with ``strict=True``, where Lark refuses conflicts instead of resolving them in silence."""

from __future__ import annotations

import pytest

from gxparse.layout.grammar import grammar_folder, grammar_names, load_parser

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
