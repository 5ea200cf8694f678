"""The documentation tells the truth: its examples run, its commands print what it shows, its links lead somewhere."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
PAGES = [PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *sorted((PROJECT / "docs").rglob("*.md"))]

_FENCE = re.compile(r"^```(\w+)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
_OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(page, *languages):
    return [code for language, code in _FENCE.findall(page.read_text("utf-8")) if language in languages]


def title(page):
    return page.relative_to(PROJECT).as_posix()


def test_there_are_pages():
    assert len(PAGES) >= 4


@pytest.mark.parametrize("page", [p for p in PAGES if blocks(p, "python", "pycon")], ids=title)
def test_the_examples_of_a_page_run(page, monkeypatch, capsys):
    """The blocks of a page share their names, like the cells of a notebook."""
    monkeypatch.chdir(PROJECT)
    namespace = {"__name__": "__main__"}
    runner = doctest.DocTestRunner(optionflags=_OPTIONS)
    for number, code in enumerate(blocks(page, "python", "pycon"), 1):
        name = f"{title(page)}[{number}]"
        if ">>> " in code:
            test = doctest.DocTestParser().get_doctest(code, namespace, name, str(page), 0)
            runner.run(test, clear_globs=False)
            namespace.update(test.globs)
        else:
            exec(compile(code, name, "exec"), namespace)
    assert runner.failures == 0, capsys.readouterr().out


def commands():
    """Every shown command line of gxparse with what the page says it prints."""
    for page in PAGES:
        for block in blocks(page, "console"):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                line, _, shown = part.partition("\n")
                if line.startswith("gxparse "):
                    yield pytest.param(line, shown, id=f"{title(page)}: {line}")


@pytest.mark.parametrize(("line", "shown"), list(commands()))
def test_a_command_prints_what_the_page_shows(line, shown, monkeypatch):
    """``…`` on a line of its own stands for any lines, inside a line for any characters."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(line)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    if shown.strip():
        pattern = re.escape(shown.strip()).replace("\\\n…\\\n", "\n(?:.*\n)*?").replace("…", ".*?")
        assert re.search(pattern, done.stdout), done.stdout


@pytest.mark.parametrize("page", PAGES, ids=title)
def test_links_lead_to_files(page):
    missing = [link for link in _LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert missing == []


def test_made_pages_are_up_to_date(request):
    spec = importlib.util.spec_from_file_location("generate", PROJECT / "docs" / "generate.py")
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    assert generate.PAGES
    if request.config.getoption("--update-golden"):
        generate.main()
    for name, make in generate.PAGES.items():
        assert (PROJECT / "docs" / name).read_text("utf-8") == make(), f"run python docs/generate.py and read {name}"
