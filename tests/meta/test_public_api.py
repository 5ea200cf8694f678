"""The public API: what it is, that it is documented, and that importing it does no work."""

from __future__ import annotations

import ast
import doctest
import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path

import pytest

import gxparse

NAMES = gxparse.__all__


def described(name):
    """A name with its signature, as a line of the golden file."""
    value = getattr(gxparse, name)
    if inspect.ismodule(value):
        return f"{name}: module"
    if inspect.isclass(value):
        bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
        members = sorted(member for member in vars(value) if not member.startswith("_"))
        return "\n".join([f"class {name}({bases})", *(f"    {member}" for member in members)])
    if callable(value):
        return f"{name}{inspect.signature(value)}"
    return f"{name}: {type(value).__name__}"


def test_the_public_api_changes_only_on_purpose(golden):
    golden("public_api.txt", "\n".join(map(described, NAMES)) + "\n")


def test_the_lists_of_public_names_agree():
    """Names are imported when they are asked for; type checkers see an import of each, of the same thing."""
    tree = ast.parse(Path(gxparse.__file__).read_text("utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    seen = {alias.name: node.module for node in block.body for alias in node.names}
    assert set(seen) == set(gxparse._HOMES) == set(NAMES)
    for name, module in seen.items():
        assert getattr(importlib.import_module(module), name) is getattr(gxparse, name)
    assert set(NAMES) <= set(dir(gxparse))


def test_a_name_that_does_not_exist_is_an_attribute_error():
    with pytest.raises(AttributeError, match="parze"):
        gxparse.parze  # noqa: B018


@pytest.mark.parametrize("name", [n for n in NAMES if callable(getattr(gxparse, n))])
def test_every_public_name_is_documented(name):
    doc = inspect.getdoc(getattr(gxparse, name))
    assert doc, name
    assert doc.splitlines()[0].rstrip().endswith((".", "。")), f"the first line of {name} is no full sentence"


@pytest.mark.parametrize(
    "name", [n for n in NAMES if callable(getattr(gxparse, n)) and not inspect.isabstract(getattr(gxparse, n))]
)
def test_every_public_name_has_an_example_that_runs(name):
    value = getattr(gxparse, name)
    if inspect.isclass(value) and issubclass(value, Exception):
        pytest.skip("an exception is shown where it is raised")
    tests = doctest.DocTestFinder(exclude_empty=True).find(value, name, globs={})
    examples = [example for test in tests for example in test.examples]
    assert examples, f"{name} has no example in its docstring"


def imported_by(code):
    """The modules that are loaded after running some code in a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport json, sys; print(json.dumps(sorted(sys.modules)))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(json.loads(done.stdout))


def test_importing_loads_no_library_that_only_some_need():
    loaded = imported_by("import gxparse")
    assert "gxparse" in loaded
    heavy = {
        "click", "rich", "lxml", "pypdfium2", "python_calamine", "pandas", "numpy", "highspy", "hypothesis", "cattrs",
        "http", "urllib.request", "socket", "asyncio", "multiprocessing", "subprocess",
    }  # fmt: skip
    assert loaded & heavy == set()


def test_everything_public_can_be_imported_by_star():
    namespace = {}
    exec("from gxparse import *", namespace)
    assert set(NAMES) <= set(namespace)
