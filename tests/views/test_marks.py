"""Which cells findings mark, and what a cutout shows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import arbitrary
from gxparse.checks import check
from gxparse.diagnostics.model import Diagnostic, Related, Severity
from gxparse.forms.editions import EDITIONS
from gxparse.model.report import Report
from gxparse.strategies import inconsistent_reports
from gxparse.views.marks import causes_of, cutouts, marks_of, paths_of

TOTAL, NATURAL = "requests.received.total", "requests.received.natural_person"


def test_a_note_marks_only_its_own_cell():
    note = Diagnostic("GX997", Severity.NOTE, {}, None, TOTAL, (Related(None, NATURAL, "other"),))
    assert set(marks_of(causes_of(None, [note]))) == {TOTAL}


def test_the_worst_severity_of_a_cell_wins():
    found = [
        Diagnostic("GX997", Severity.NOTE, {}, None, TOTAL),
        Diagnostic("GX996", Severity.WARNING, {}, None, TOTAL),
        Diagnostic("GX995", Severity.INCONSISTENCY, {}, None, NATURAL, (Related(None, TOTAL, "right"),)),
    ]
    marks = marks_of(causes_of(None, found))
    assert (marks[TOTAL].severity, marks[TOTAL].numbers) == (Severity.INCONSISTENCY, (1, 2, 3))
    assert marks[NATURAL].primary


def test_a_finding_about_one_cell_has_no_cutout():
    report = Report.from_values("trial_2019", {})
    assert list(cutouts(report, [Diagnostic("GX997", Severity.NOTE, {}, None, TOTAL)])) == []


def test_paths_that_the_form_does_not_have_are_passed_over():
    report = Report.from_values("trial_2019", {})
    found = Diagnostic("GX997", Severity.NOTE, {}, None, "year", (Related(None, "title", ""), Related(None, TOTAL, "")))
    assert list(cutouts(report, [found])) == []


@given(inconsistent_reports())
@settings(max_examples=10)
def test_a_cutout_holds_every_named_cell_that_is_not_a_left_out_zero(made):
    report = made.report
    values = report.values()
    for diagnostic in check(report, select=["GX60"]):
        named = {path for path in paths_of(diagnostic) if path in values}
        parts = list(cutouts(report, [diagnostic]))
        if len(named) < 2:
            assert parts == []
            continue
        shown = {cell.path for part in parts for row in part.rows for cell in row.cells}
        assert diagnostic.path in shown
        assert {path for path in named - shown if values[path] != 0} == set()
        assert bool(named - shown) <= any(part.left_out for part in parts)


@given(arbitrary.reports(), st.lists(arbitrary.diagnostics, max_size=4))
@settings(max_examples=20)
def test_every_finding_is_in_one_cause(report, found):
    causes = causes_of(report, found)
    assert sorted(d for cause in causes for d in cause.findings) == sorted(found)


def test_blank_rows_are_never_left_out():
    values = {leaf.path: leaf.type(0) for leaf in EDITIONS["trial_2019"].shape.leaves}
    column = [p for p in values if p.startswith("requests.results") and p.endswith(".total")]
    values["requests.results.refused.state_secret.total"] = None
    found = Diagnostic("GX997", Severity.NOTE, {}, None, None, tuple(Related(None, p, "left") for p in column))
    [part] = cutouts(Report.from_values("trial_2019", values), [found])
    assert [row.cells[0].path for row in part.rows] == ["requests.results.refused.state_secret.total"]
