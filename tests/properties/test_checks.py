"""Properties 11 and 12: consistent reports raise nothing, one changed cell is found, every rule is total."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse.diagnostics.model import Severity
from gxparse.forms.editions import EDITIONS
from gxparse.model.report import Report
from gxparse.strategies import EQUATION_KINDS, inconsistent_reports, reports

#: kind of sum -> code of the check for it
CODES = {"request_balance": "GX601", "results_total": "GX602", "row_total": "GX603", "proceedings_total": "GX604"}


def inconsistencies(report: Report) -> list[str]:
    return [d.code for d in gxparse.check(report) if d.severity is Severity.INCONSISTENCY]


@given(reports())
def test_a_consistent_report_raises_no_inconsistency(report):
    """Property 11, first half."""
    assert inconsistencies(report) == []


@given(reports(blanks=True))
def test_blanks_are_no_inconsistency(report):
    assert not set(inconsistencies(report)) & set(CODES.values())


@given(reports(restated=True))
def test_prose_that_agrees_raises_no_inconsistency(report):
    assert inconsistencies(report) == []


@pytest.mark.parametrize("kind", EQUATION_KINDS)
@given(data=st.data())
def test_a_changed_cell_is_found_by_every_sum_it_belongs_to(kind, data):
    """Property 11, second half."""
    broken = data.draw(inconsistent_reports(kinds=[kind]))
    found = [d for d in gxparse.check(broken.report) if d.severity is Severity.INCONSISTENCY]
    for equation in broken.equations:
        sides = {*equation.left, *equation.right}
        named = [
            {d.path, *(related.path for related in d.related)} - {None} for d in found if d.code == CODES[equation.name]
        ]
        assert any(broken.path in paths and paths <= sides for paths in named), equation


def _arbitrary(edition: str) -> st.SearchStrategy[Report]:
    """Any figures at all, wherever: negative, huge, missing."""
    spec = EDITIONS[edition]
    leaves = {leaf.path: leaf.type for leaf in spec.shape.leaves}
    counts = st.none() | st.integers(-(10**20), 10**20)
    amounts = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=4)
    chosen = st.lists(st.sampled_from(spec.paths), max_size=20, unique=True).flatmap(
        lambda paths: st.fixed_dictionaries({p: counts if leaves[p] is int else amounts for p in paths})
    )
    return st.builds(
        lambda values, year, body: Report.from_values(edition, values, year=year, body=body),
        chosen,
        st.none() | st.integers(-1, 10_000),
        st.none() | st.text(max_size=10),
    )


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_every_rule_is_total(edition, data):
    """Property 12: no rule raises, and none crashes into the code that says so."""
    report = data.draw(_arbitrary(edition))
    assert "GX600" not in {d.code for d in gxparse.check(report)}


@given(reports(balanced=False, blanks=True))
def test_every_rule_is_total_on_reports_that_look_like_reports(report):
    assert "GX600" not in {d.code for d in gxparse.check(report)}
