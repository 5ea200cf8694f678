"""Rules of the house that no tool knows, each with the reason it stands for."""

from __future__ import annotations

import ast
import re

import pytest

#: Modules about numbers that people look at; everywhere else a number is an int or a Decimal.
MAY_USE_FLOAT = ("views", "limits.py", "source", "cli", "corpus", "strategies", "checks")

#: Words that name nothing.
EMPTY_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "data", "process", "misc", "tools"}

#: Libraries behind an extra that are imported by name, and the only files that may ask for them.
REQUIRED = {
    "lxml": {"xml_part.py"},
    "pypdfium2": {"pdf_page.py", "isolate.py"},
    # The model asks for what is above it in two places, when somebody calls: editions that register themselves, and
    # Report.metrics().
    "gxparse": {"shape.py", "report.py"},
}


@pytest.fixture(scope="module")
def modules(project):
    found = {file.relative_to(project).as_posix(): file.read_text("utf-8") for file in (project / "src").rglob("*.py")}
    assert len(found) > 40
    return found


def nodes(modules):
    for name, text in modules.items():
        for node in ast.walk(ast.parse(text, name)):
            yield name, node


def is_zero(node):
    return isinstance(node, ast.Constant) and type(node.value) in (int, float) and node.value == 0


def test_a_missing_figure_never_becomes_zero(modules):
    """``x or 0`` makes a figure of what the report does not give."""
    found = [
        f"{name}:{node.lineno}"
        for name, node in nodes(modules)
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.Or) and any(map(is_zero, node.values[1:]))
    ]
    assert found == []


def test_no_figure_goes_through_a_float(modules):
    """Amounts of money are exact; a float is for what people look at."""
    found = [
        f"{name}:{node.lineno}"
        for name, node in nodes(modules)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "float"
        and not any(part in name for part in MAY_USE_FLOAT)
    ]
    assert found == []


def test_nothing_is_unpickled_or_executed(modules):
    """Reports come from strangers."""
    banned = {"eval", "exec", "__import__"}
    found = [
        f"{name}:{node.lineno}"
        for name, node in nodes(modules)
        if (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in banned)
        or (isinstance(node, ast.Import) and {alias.name for alias in node.names} & {"pickle", "marshal", "shelve"})
    ]
    assert found == []


def test_names_say_something(modules):
    found = [name for name in modules if EMPTY_NAMES & set(re.split(r"[/.]", name))]
    assert found == []


def test_no_file_grows_past_a_room(modules):
    """A file of more than 500 lines wants a room of its own; the soft cap is 300."""
    sizes = {name: text.count("\n") for name, text in modules.items()}
    assert {name: size for name, size in sizes.items() if size > 500} == {}
    assert sorted(sizes.values())[len(sizes) // 2] <= 150


def test_libraries_that_are_asked_for_by_name_stay_in_their_files(modules):
    """What the import contract cannot see: ``require("lxml.etree", "docx")``."""
    asked = {
        (match[1], name.rsplit("/", 1)[-1])
        for name, text in modules.items()
        for match in re.finditer(r'(?:require|import_module)\("(\w+)', text)
    }
    assert asked
    assert {(library, file) for library, file in asked if file not in REQUIRED.get(library, set())} == set()


def test_grammars_hold_no_statutory_words(project):
    """Labels live in the editions; a layout grammar knows shapes only."""
    from gxparse.forms.editions import EDITIONS

    labels = {
        label
        for edition in EDITIONS.values()
        for table in edition.tables
        for label in (*(row.label for row in table.rows), *(column.label for column in table.columns))
        if len(label) > 3
    }
    assert labels
    layouts = [f for f in (project / "grammars").glob("*.lark") if "// layout:" in f.read_text("utf-8")]
    assert layouts
    for file in layouts:
        text = file.read_text("utf-8")
        assert [label for label in labels if label in text] == [], file.name
