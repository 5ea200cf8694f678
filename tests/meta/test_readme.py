"""The README opens with two commands for a machine that has only Python and pip; both do what it says."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest


@pytest.fixture(scope="module")
def commands(project):
    """The commands of the first block of the README."""
    block = re.search(r"^```console\n(.*?)^```$", (project / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [line.removeprefix("$ ") for line in block[1].splitlines() if line.startswith("$ ")]


def test_it_opens_with_exactly_two_commands(project, commands):
    assert len(commands) == 2
    assert "```" not in (project / "README.md").read_text("utf-8").split("```console", 1)[0]


def test_the_second_command_is_what_ci_runs(project, commands):
    assert (project / ".ci" / "run").read_text("utf-8").splitlines()[-1] == commands[1]
    assert os.access(project / ".ci" / "run", os.X_OK)


@pytest.mark.slow
def test_the_first_command_installs_and_does_the_main_job(project, commands, tmp_path):
    """In a copy of the files that git knows, with the interpreter alone: no environment, no cache of this one."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=project, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout, so that nobody knows which files belong to it")
    copy = tmp_path / "gxparse"
    for name in listed.stdout.decode().split("\0"):
        if name and (project / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(project / name, copy / name)
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "PYTEST"))
    }
    done = subprocess.run(
        ["bash", "-c", commands[0]],
        cwd=copy,
        env={**clean, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "三、收到和处理政府信息公开申请情况" in done.stdout
    assert "1,862,500" in done.stdout
