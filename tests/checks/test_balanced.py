"""A report that satisfies the form raises no inconsistency; change one cell and the sums that hold it say so."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.tables import EDITIONS, balanced, broken_sums, report_with
from gxparse.checks import check, least_changes
from gxparse.diagnostics.model import Severity
from gxparse.strategies import inconsistent_reports, reports

SUM_CODES = {"GX601", "GX602", "GX603", "GX604"}


def inconsistencies(report):
    return [(d.code, d.path) for d in check(report) if d.severity is Severity.INCONSISTENCY]


def crashes(report):
    return [dict(d.params) for d in check(report) if d.code == "GX600"]


@given(reports(blanks=True) | reports() | reports(restated=True))
def test_a_balanced_report_raises_no_inconsistency(report):
    assert inconsistencies(report) == []
    assert crashes(report) == []
    assert len(least_changes(report)) == 0


@pytest.mark.parametrize("edition", EDITIONS)
def test_nor_do_many_drawn_without_hypothesis(edition):
    rng = random.Random(edition)
    for n in range(400):
        values = balanced(edition, rng, dense=n % 20 == 0)
        assert broken_sums(edition, values) == {}
        if n % 3 == 0:
            counted = [path for path in values if not path.startswith("proactive.")]
            values |= dict.fromkeys(rng.sample(counted, rng.randrange(1, 60)))
        report = report_with(edition, values)
        assert inconsistencies(report) == []
        assert crashes(report) == []
        assert len(least_changes(report)) == 0


@given(inconsistent_reports())
def test_one_changed_cell_breaks_every_sum_that_holds_it(changed):
    found = {(d.code, d.params["subject"]) for d in check(changed.report) if d.code in SUM_CODES}
    codes = {
        "request_balance": "GX601",
        "results_total": "GX602",
        "row_total": "GX603",
        "proceedings_total": "GX604",
    }
    assert found == {(codes[e.name], e.subject) for e in changed.equations}


@given(inconsistent_reports(kinds=("request_balance", "row_total", "results_total")))
def test_one_changed_cell_of_section_three_is_located(changed):
    printed = changed.report.values()[changed.path]
    assert [dict(change) for change in least_changes(changed.report)] == [{changed.path: (printed, changed.expected)}]


@given(st.data())
def test_a_blank_never_makes_a_finding(data):
    """Taking figures away can only make sums not checkable."""
    report = data.draw(reports(balanced=False))
    counted = [path for path in report.values() if not path.startswith("proactive.")]
    gone = data.draw(st.frozensets(st.sampled_from(counted), min_size=1, max_size=10))
    kept = {path: None if path in gone else value for path, value in report.values().items()}
    before = {(d.code, d.params["subject"]) for d in check(report) if d.code in SUM_CODES}
    after = {(d.code, d.params["subject"]) for d in check(report_with(report.edition, kept)) if d.code in SUM_CODES}
    assert after <= before
