"""Hostile PDF files come to an end in time, in little memory, and with a code."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from source_pdf import hostile_pdf

#: CPU time of a process of its own, its beginning included
SECONDS = 3.0
BYTES = 100 * 2**20
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def measured():
    """What each case said, in what time and memory."""
    if sys.platform == "win32":
        pytest.skip("memory is limited with setrlimit")
    done = subprocess.run(
        [sys.executable, hostile_pdf.__file__],
        capture_output=True,
        text=True,
        timeout=500,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {found["name"]: found for found in map(json.loads, done.stdout.splitlines())}


@pytest.mark.parametrize("name", hostile_pdf.CASES)
def test_a_hostile_file_ends(measured, name):
    found = measured[name]
    _, expected = hostile_pdf.CASES[name]
    assert set(expected) & set(found["codes"])
    assert found["bytes"] < BYTES
    assert found["seconds"] < SECONDS


def test_a_file_cut_anywhere_is_read_or_refused(measured):
    cut = [found for name, found in measured.items() if name.startswith("cut at ")]
    assert len(cut) >= 30
    for found in cut:
        assert found["codes"], found["name"]
        assert found["seconds"] < SECONDS, found["name"]
