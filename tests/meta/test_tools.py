"""The tools that watch over the house run inside the test command: style, types, and who may import whom."""

from __future__ import annotations

import subprocess
import sys

import pytest


def run(project, *command):
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, f"{' '.join(command)} failed\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_style(project):
    run(project, sys.executable, "-m", "ruff", "check", ".")


def test_format(project):
    run(project, sys.executable, "-m", "ruff", "format", "--check", ".")


def test_each_layer_sees_only_those_below_it(project):
    said = run(project, sys.executable, "-c", "from importlinter.cli import lint_imports_command as go; go()")
    assert "0 broken" in said


@pytest.mark.slow
def test_types_by_mypy(project):
    assert "Success" in run(project, sys.executable, "-m", "mypy")
    assert "Success" in run(project, sys.executable, "-m", "mypy", "tests/typing/usage.py")


@pytest.mark.slow
def test_types_by_pyright(project):
    assert "0 errors" in run(project, sys.executable, "-m", "basedpyright", "--level", "error")
    usage = run(project, sys.executable, "-m", "basedpyright", "--level", "error", "tests/typing/usage.py")
    assert "0 errors" in usage
