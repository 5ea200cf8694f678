"""``gxparse fuzz``: another parser and gxparse itself, fuzzed from a terminal."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

import gxparse
from gxparse import layouts
from gxparse.forms.editions import EDITIONS
from gxparse.strategies import DAMAGES

#: reads a table of tabs the obvious way: by counting; and some that fail in other ways
READERS = """
import itertools

import gxparse

LABEL = "一、本年新收政府信息公开申请数量"
CALLS = itertools.count()


def by_counting(text):
    row = next((line for line in text.split("\\n") if line.startswith(LABEL)), "")
    digits = [cell for cell in row.split("\\t")[1:] if cell.isdecimal()]
    return {"requests.received.natural_person": int(digits[0])} if digits else {}


def fragile(text):
    return {"requests.received.total": text.index("无此字")}


def unsteady(text):
    return {"requests.received.total": 7} if next(CALLS) == 0 else gxparse.parse(text).report.values()


def misspelt(text):
    return {"requests.recieved.total": 0}


def nothing(text):
    return None


class Reader:
    @staticmethod
    def read(text):
        return {}
"""


@pytest.fixture
def readers(gxparse_command, tmp_path, monkeypatch):
    """A folder with a module of readers of its own, named anew for each test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", list(sys.path))
    name = "readers_" + re.sub(r"\W", "_", tmp_path.name)
    (tmp_path / f"{name}.py").write_text(READERS, "utf-8")
    yield name
    sys.modules.pop(name, None)


def gaps(readers, *more):
    return (
        *("fuzz", "--layout", "tab-row", "--plain", "--blanks", "--max-damage", "0", "--only-wrong"),
        *("--parser", f"{readers}:by_counting", "--examples", "4000", "--seed", "4", *more),
    )


def test_gxparse_itself_is_fuzzed(gxparse_command):
    done = gxparse_command("fuzz", "--layout", "tab-row,csv", "--max-damage", "0", "--examples", "20", "--seed", "1")
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.fullmatch(r"nothing found in \d+ examples \(seed 1\)\n", done.stdout)


def test_a_wrong_figure_of_another_parser_is_found(gxparse_command, readers):
    done = gxparse_command(*gaps(readers))
    assert done.exit_code == 1
    head, layout, figure, *_ = done.stdout.splitlines()
    assert head == "wrong: 1 figure that the text does not give"
    assert layout.startswith("  layout: layouts.printer('tab-row'")
    assert figure == (
        "  requests.received.natural_person 一、本年新收政府信息公开申请数量›自然人: the text gives nothing, read was 0"
    )


def test_the_command_that_is_printed_finds_the_same_again(gxparse_command, readers):
    done = gxparse_command(*gaps(readers))
    [again] = [line for line in done.stdout.splitlines() if line.startswith("once more: ")]
    program, *arguments = shlex.split(again.removeprefix("once more: "))
    assert program == "gxparse"
    assert gxparse_command(*arguments).stdout == done.stdout
    # A run without a seed chooses one and says it.
    free = gxparse_command(*[argument for argument in arguments if argument not in ("--seed", "4")])
    [again] = [line for line in free.stdout.splitlines() if line.startswith("once more: ")]
    assert gxparse_command(*shlex.split(again)[3:]).stdout == free.stdout


@pytest.mark.parametrize("command", [["-m", "pytest", "-q", "-p", "no:cacheprovider"], []])
def test_the_test_that_is_written_stands_alone(gxparse_command, readers, tmp_path, command):
    written = tmp_path / "test_found.py"
    assert gxparse_command(*gaps(readers, "--output", str(written))).exit_code == 1
    assert "hypothesis" not in written.read_text("utf-8")
    run = [sys.executable, *command, written.name]
    failed = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert failed.returncode == 1
    assert "AssertionError: ('requests.received.natural_person', None, 0)" in failed.stdout + failed.stderr
    module = tmp_path / f"{readers}.py"
    module.write_text(READERS.replace("return {", "return {} if '\\t\\t' in row else {"), "utf-8")
    subprocess.run(run, cwd=tmp_path, capture_output=True, check=True)


def test_the_text_alone_is_written(gxparse_command, readers, tmp_path):
    written = tmp_path / "found.txt"
    done = gxparse_command(*gaps(readers, "-o", str(written)))
    assert done.exit_code == 1
    report = gxparse.read(written).report
    assert report.requests.received.natural_person is None
    assert report.edition in EDITIONS


def test_gxparse_is_the_parser_of_a_test_without_another(gxparse_command, tmp_path, monkeypatch):
    monkeypatch.setattr(
        sys.modules["gxparse.cli.fuzz"], "read_here", lambda text: {"proactive.documents.government_rules.issued": 5}
    )
    written = tmp_path / "found.py"
    done = gxparse_command("fuzz", "--edition", "revised_2021", "--seed", "1", "--examples", "5", "-o", str(written))
    assert done.exit_code == 1
    found = {}
    exec(written.read_text("utf-8"), found)
    assert found["GIVEN"] == {"proactive.documents.government_rules.issued": 0}
    assert found["read"](found["TEXT"])["proactive.documents.government_rules.issued"] == 0


@pytest.mark.parametrize(
    ("reader", "head"),
    [
        ("fragile", "raised: ValueError: substring not found"),
        ("unsteady", "unsteady: other figures each time from the same text"),
        ("Reader.read", "missing: "),
    ],
)
def test_other_findings(gxparse_command, readers, reader, head):
    arguments = ("--examples", "30", "--seed", "2", "--layout", "csv", "--max-damage", "0")
    done = gxparse_command("fuzz", "--parser", f"{readers}:{reader}", *arguments, "-o", "found.py")
    assert done.exit_code == 1
    assert done.stdout.startswith(head)
    assert (" fragile\n  layout: " in done.stdout) is (reader == "fragile")
    compile(Path("found.py").read_text("utf-8"), "found.py", "exec")


def test_findings_in_chinese(gxparse_command, readers):
    done = gxparse_command(*gaps(readers, "--lang", "zh"))
    assert done.stdout.startswith("读错 1 个数字\n  版式：")
    assert "：文本为 无，读出 0\n" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--layout", "tab-rows"], "--layout knows no 'tab-rows'; it knows: bar, "),
        (["--layout", "csv", "--layout", "box,tab"], "--layout knows no 'tab'"),
        (["--damage", "fire"], "--damage knows no 'fire'"),
        (["--edition", "revised_2031"], "--edition knows no 'revised_2031'; it knows: trial_2019, revised_2021"),
        (["--examples", "0"], "--examples"),
        (["--parser", "readers"], "--parser is MODULE:FUNCTION, got readers"),
        (["--parser", "no_such_module:read"], "cannot import no_such_module"),
        (["--parser", "gxparse.layouts:read"], "gxparse.layouts has no function read"),
        (["--parser", "gxparse.layouts:__doc__"], "gxparse.layouts has no function __doc__"),
    ],
)
def test_misuse(gxparse_command, monkeypatch, arguments, words):
    monkeypatch.setattr(sys, "path", list(sys.path))
    done = gxparse_command("fuzz", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr


@pytest.mark.parametrize(
    ("reader", "words"),
    [
        (
            "misspelt",
            "'requests.recieved.total', which is no field path of any edition; did you mean 'requests.received",
        ),
        ("nothing", "a reader gives a mapping of field paths to figures; this one gave NoneType"),
    ],
)
def test_a_reader_that_is_none(gxparse_command, readers, reader, words):
    done = gxparse_command("fuzz", "--parser", f"{readers}:{reader}", "--examples", "5")
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_module_that_fails_is_no_finding(gxparse_command, readers, tmp_path):
    (tmp_path / "broken_here.py").write_text("1 / 0", "utf-8")
    done = gxparse_command("fuzz", "--parser", "broken_here:read")
    assert done.exit_code == 2
    assert "cannot import broken_here: ZeroDivisionError" in done.stderr


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Hypothesis is needed: pip install 'gxparse[fuzz]'"),
        ("zh", "需要 Hypothesis：pip install 'gxparse[fuzz]'"),
    ],
)
def test_without_the_extra_it_names_the_command_that_installs_it(gxparse_command, monkeypatch, lang, words):
    for name in [
        name for name in sys.modules if name.partition(".")[0] == "hypothesis" or "gxparse.strategies" in name
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delattr("gxparse.strategies")
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    done = gxparse_command("fuzz", "--lang", lang)
    assert done.exit_code == 2
    assert words in done.stderr


def test_everything_can_be_listed(gxparse_command):
    done = gxparse_command("fuzz", "--list")
    assert done.exit_code == 0
    listed = [line.split()[0] for line in done.stdout.splitlines()]
    assert listed == ["--layout", *layouts.names(), "--damage", *DAMAGES, "--edition", *EDITIONS]
    assert all(len(line.split()) > 1 for line in done.stdout.splitlines() if line.startswith(" "))


def test_stopping_is_no_finding(gxparse_command, monkeypatch):
    seen = []

    def read(text):
        if len(seen) == 3:
            raise KeyboardInterrupt
        seen.append(text)
        return {}

    monkeypatch.setattr(sys.modules["gxparse.cli.fuzz"], "read_here", read)
    done = gxparse_command("fuzz", "--only-wrong")
    assert done.exit_code == 2
    assert "stopped after 4 examples" in done.stderr


def test_a_terminal_sees_a_bar_and_the_folder_stays_as_it_was(tmp_path):
    script = (
        "import sys\n"
        "from rich.console import Console\n"
        "Console.is_terminal = property(lambda self: True)\n"
        "from gxparse.__main__ import main\n"
        "main(['fuzz', '--layout', 'csv', '--examples', '8', '--seed', '1', '--lang', 'en'])\n"
    )
    environment = {k: v for k, v in os.environ.items() if k != "HYPOTHESIS_STORAGE_DIRECTORY"} | {"TERM": "xterm"}
    run = [sys.executable, "-c", script]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, env=environment, check=True)
    assert re.search(r"read .*8/8", done.stderr)
    assert "8/8" not in done.stdout
    assert list(tmp_path.iterdir()) == []
