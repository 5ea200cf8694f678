"""The hook for pre-commit calls a command that exists, on files that are reports."""

from __future__ import annotations

import re
import shlex

import pytest


@pytest.fixture
def hook(project):
    """The members of the one hook; the file is plain enough to be read without a YAML library."""
    text = (project / ".pre-commit-hooks.yaml").read_text("utf-8")
    members = dict(re.findall(r"^(?:- |  )([a-z_]+): (.*)$", text, re.MULTILINE))
    assert text.count("\n- id:") == 1
    return members


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("青石镇人民政府2023年政府信息公开工作年度报告.txt", True),
        ("reports/2023/政府信息公开年报.docx", True),
        ("政府信息公开指南.docx", False),
        ("README.md", False),
    ],
)
def test_it_takes_reports(hook, name, wanted):
    assert bool(re.search(hook["files"].strip("'"), name)) is wanted


def test_it_fails_on_a_finding_and_passes_without(hook, gxparse_command):
    program, *arguments = shlex.split(hook["entry"])
    assert program == "gxparse"
    assert gxparse_command(*arguments, "examples/township_2020.txt").exit_code == 1
    assert gxparse_command(*arguments, "examples/clean_2023.txt", "examples/clean_2023.txt").exit_code == 0


def test_all_files_go_to_one_process(hook):
    assert hook["require_serial"] == "true"
    assert hook["language"] == "python"
