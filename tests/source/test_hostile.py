"""Hostile files come to an end in time, in little memory, and with a code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from source import documents, hostile

BYTES = 100 * 2**20
CASES = hostile.cases()


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """Each case read in one child process: what it said, in what time and memory."""
    if not Path("/proc/self/clear_refs").exists():
        pytest.skip("memory is measured with the /proc of Linux")
    folder = tmp_path_factory.mktemp("whole")
    on_paper, _ = documents.paper("revised_2021", 1)
    (folder / "report.docx").write_bytes(documents.word(on_paper))
    (folder / "report.xlsx").write_bytes(documents.xlsx(documents.workbook(on_paper)))
    (folder / "report.html").write_bytes(documents.html(on_paper).encode())
    done = subprocess.run(
        [sys.executable, hostile.__file__, str(folder)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {found["name"]: found for found in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_ends(measured, name):
    found = measured[name]
    _, expected = CASES[name]
    if expected == hostile.FINE:
        assert not {"GX122", "GX123", "GX125"} & set(found["codes"])
    else:
        assert set(expected) & set(found["codes"])
    assert found["bytes"] < BYTES
    assert found["seconds"] <= hostile.SECONDS


def test_a_file_cut_anywhere_ends(measured):
    cut = {name: found for name, found in measured.items() if " cut at " in name}
    assert {name.partition(" ")[0] for name in cut} == {"report.docx", "report.xlsx", "report.html"}
    assert len(cut) > 40
    for name, found in cut.items():
        assert found["seconds"] <= hostile.SECONDS, name
        if not name.startswith("report.html") and not name.endswith(" 0"):
            assert found["codes"] == ["GX103"], name
