"""What callers get from the package itself, in an interpreter that has imported nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

import gxparse

PROSE = """
import gxparse
from gxparse.model.origin import Section
values = {"requests.received.total": 4, "requests.carried_over.total": 0}
text = "一、总体情况", "本年度收到政府信息公开申请5件。"
report = gxparse.Report.from_values("revised_2021", values, year=2022, sections=(Section("overview", *text),))
"""


@pytest.mark.parametrize(
    "asked",
    [
        "[d.code for d in gxparse.check(report) if d.code == 'GX801']",
        "[d.code for d in gxparse.verify(report)['GX801'].diagnostics]",
    ],
)
def test_prose_is_checked_whatever_was_imported_before(asked):
    """The rules over prose take their evidence from another room, which somebody has to have introduced."""
    done = subprocess.run(
        [sys.executable, "-c", f"{PROSE}\nprint({asked})"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "['GX801']"


def test_a_report_is_built_before_anything_else_is_imported():
    """Editions are known as soon as somebody names one."""
    program = "import gxparse\nprint(len(gxparse.Report.from_values('trial_2019', {}).values()))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "198"


def test_a_form_of_another_year_is_told_once(project):
    """By reading where a text is read, by the checks where there is only a report."""
    text = (project / "examples" / "township_2020.txt").read_text("utf-8").replace("2020", "2022")
    result = gxparse.parse(text)
    assert result.report.year == 2022
    assert [d.code for d in result.diagnostics if d.code in ("GX312", "GX731")] == ["GX312"]
    assert [d.code for d in gxparse.check(result.report) if d.code in ("GX312", "GX731")] == ["GX731"]
