"""The sums, checked once more by dictionary arithmetic that shares no code with the product."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.tables import EDITIONS, balanced, broken_sums, report_with, request_paths, rows, sums
from gxparse.checks import Status, check, verify
from gxparse.diagnostics.model import Severity
from gxparse.forms.editions import edition_of

CODES = {
    "request_balance": "GX601",
    "results_total": "GX602",
    "row_total": "GX603",
    "proceedings_total": "GX604",
}
NAMES = {code: name for name, code in CODES.items()}
SUMS = sorted(NAMES)


def found_by_product(report):
    found = {}
    for diagnostic in check(report, select=SUMS):
        key = NAMES[diagnostic.code], diagnostic.params["subject"]
        assert key not in found
        assert diagnostic.severity is Severity.INCONSISTENCY
        assert diagnostic.params["difference"] == diagnostic.params["left"] - diagnostic.params["right"]
        found[key] = diagnostic.params["left"], diagnostic.params["right"]
    return found


@pytest.mark.parametrize(("edition", "count"), [("trial_2019", 40), ("revised_2021", 42)])
def test_the_sums_written_down_here_are_those_of_the_edition(edition, count):
    ours = {(name, subject): (set(left), set(right)) for name, subject, left, right in sums(edition)}
    theirs = {(e.name, e.subject): (set(e.left), set(e.right)) for e in edition_of(edition).equations}
    assert len(ours) == count
    assert ours == theirs


@pytest.mark.parametrize("edition", EDITIONS)
def test_broken_tables_give_what_the_oracle_says(edition):
    rng = random.Random(17)
    broken = 0
    for _ in range(150):
        values = balanced(edition, rng)
        for path in rng.sample([p for p in values if not p.startswith("proactive.")], rng.randrange(6)):
            values[path] = rng.choice((None, 0, rng.randrange(50), values[path] + 1, values[path] + 10**20))
        expected = broken_sums(edition, values)
        broken += len(expected)
        assert found_by_product(report_with(edition, values)) == expected
    assert broken > 300


@given(data=st.data(), edition=st.sampled_from(EDITIONS))
def test_arbitrary_tables_give_what_the_oracle_says(data, edition):
    spec = edition_of(edition)
    counted = [path for path in spec.paths if not path.startswith("proactive.")]
    values = dict.fromkeys(counted, 0)
    drawn = data.draw(st.dictionaries(st.sampled_from(counted), st.none() | st.integers(-3, 9), max_size=25))
    values |= drawn
    report = report_with(edition, values)
    expected = broken_sums(edition, values)
    assert found_by_product(report) == expected
    verification = verify(report, select=SUMS)
    for code, name in NAMES.items():
        outcome = verification[code]
        mine = [(left, right) for n, _, left, right in sums(edition) if n == name]
        unknown = sum(any(values[p] is None for p in (*left, *right)) for left, right in mine)
        bad = sum(key[0] == name for key in expected)
        assert len(outcome.not_checkable) == unknown
        assert len(outcome.diagnostics) == bad
        assert len(outcome.passed) == len(mine) - unknown - bad
        if bad:
            assert outcome.status is Status.FAIL
        else:
            assert outcome.status is (Status.NOT_CHECKABLE if unknown == len(mine) else Status.PASS)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_finding_names_every_cell_of_its_sum(edition):
    values = balanced(edition, random.Random(3), dense=True)
    total = f"requests.{rows(edition)[-2]}.legal_services"
    values[total] += 2
    by_key = {(n, s): (set(left), set(right)) for n, s, left, right in sums(edition)}
    diagnostics = check(report_with(edition, values), select=SUMS)
    assert {d.code for d in diagnostics} == {"GX601", "GX602", "GX603"}
    for diagnostic in diagnostics:
        left, right = by_key[NAMES[diagnostic.code], diagnostic.params["subject"]]
        assert {r.path for r in diagnostic.related if r.role == "left"} == left
        assert {r.path for r in diagnostic.related if r.role == "right"} == right
        assert diagnostic.path in right


def test_section_three_has_the_cells_that_the_form_prints():
    assert [len(request_paths(edition)) for edition in EDITIONS] == [161, 175]
