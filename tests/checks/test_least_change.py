"""Section three as an error-correcting code: what is located, what has rivals, what blanks leave."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.tables import EDITIONS, balanced, broken_sums, report_with, request_paths, sums
from gxparse.checks import check, group_by_cause, least_changes
from gxparse.checks.causes import separate
from gxparse.checks.linear import code_of
from gxparse.forms.editions import edition_of


def section_three(edition):
    return [(left, right) for name, _, left, right in sums(edition) if name != "proceedings_total"]


def as_plain(found):
    return [dict(change) for change in found]


# --- an oracle that shares no code: dense elimination over fractions, then every set of cells ---------------------


def rank(matrix):
    return len(echelon(matrix))


def echelon(matrix):
    """Reduced row echelon form without its zero rows, as ``[(pivot, row)]``."""
    rows = [list(map(Fraction, row)) for row in matrix]
    done = []
    width = len(rows[0]) if rows else 0
    for column in range(width):
        at = next((n for n, row in enumerate(rows) if row[column]), None)
        if at is None:
            continue
        pivot = rows.pop(at)
        pivot = [value / pivot[column] for value in pivot]
        rows = [[a - row[column] * b for a, b in zip(row, pivot, strict=True)] for row in rows]
        done = [(c, [a - row[column] * b for a, b in zip(row, pivot, strict=True)]) for c, row in done]
        done.append((column, pivot))
    return done


class Oracle:
    """The code of one edition as a dense matrix over named cells, with the blanks of one table taken as unknowns."""

    def __init__(self, edition, values):
        self.paths = request_paths(edition)
        self.values = values
        self.blank = [path for path in self.paths if values[path] is None]
        self.known = [path for path in self.paths if values[path] is not None]
        self.rows = []
        for left, right in section_three(edition):
            coefficients = dict.fromkeys(left, 1) | dict.fromkeys(right, -1)
            residual = sum(k * values[p] for p, k in coefficients.items() if values[p] is not None)
            self.rows.append([coefficients.get(p, 0) for p in self.blank + self.known] + [residual])

    def explanations(self, size):
        """Every admissible set of *size* changes, found by trying all sets of cells."""
        width = len(self.blank)
        reduced = echelon(self.rows) if width else [(None, list(map(Fraction, row))) for row in self.rows]
        checks = [row[width:] for pivot, row in reduced if pivot is None or pivot >= width]
        found = []
        for cells in itertools.combinations(range(len(self.known)), size):
            # A check that does not hold needs a changed cell, one that holds does not bear a single one.
            touched = [sum(1 for cell in cells if row[cell]) for row in checks]
            if any(not n if row[-1] else n == 1 for n, row in zip(touched, checks, strict=True)):
                continue
            system = [[row[cell] for cell in cells] + [-row[-1]] for row in checks]
            solved = dict(echelon(system))
            if size in solved or len(solved) < size:
                continue
            deltas = [solved[n][-1] for n in range(size)]
            if all(delta and delta.denominator == 1 for delta in deltas):
                change = {
                    self.known[cell]: (self.values[self.known[cell]], self.values[self.known[cell]] + int(delta))
                    for cell, delta in zip(cells, deltas, strict=True)
                }
                if all(after >= 0 for _, after in change.values()) and self.possible(change):
                    found.append(change)
        return found

    def forced(self, change):
        """What each blank must hold after *change*, for those that must hold something."""
        width = len(self.blank)
        position = {path: width + n for n, path in enumerate(self.known)}
        rows = []
        for row in self.rows:
            residual = row[-1] + sum(row[position[p]] * (after - before) for p, (before, after) in change.items())
            rows.append([*row[:width], residual])
        return {
            self.blank[pivot]: -row[-1]
            for pivot, row in echelon(rows)
            if pivot < width and not any(value for n, value in enumerate(row[:-1]) if n != pivot)
        }

    def possible(self, change):
        return all(value >= 0 and value.denominator == 1 for value in self.forced(change).values())


@pytest.mark.parametrize(
    ("edition", "cells", "equations", "expected"), [("trial_2019", 161, 37, 35), ("revised_2021", 175, 39, 37)]
)
def test_the_size_of_the_code(edition, cells, equations, expected):
    code = code_of(edition)
    assert (len(code.cells), len(code.equations)) == (cells, equations)
    matrix = [[coefficients.get(cell, 0) for cell in code.cells] for coefficients in code.coefficients]
    assert rank(matrix) == expected


# --- one wrong cell ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("dense", [False, True])
def test_every_single_wrong_cell_is_located(edition, dense):
    rng = random.Random(5)
    located = 0
    for path in request_paths(edition):
        values = balanced(edition, rng, dense=dense)
        right = values[path]
        for wrong in (right + rng.randrange(1, 90), 0 if right else 1, right * 10 if right else 7):
            values[path] = wrong
            found = least_changes(report_with(edition, values))
            assert as_plain(found) == [{path: (wrong, right)}]
            assert found.complete
            expected = broken_sums(edition, values)
            assert {(e.name, e.subject) for e in found[0].settles} == set(expected)
            assert found[0].settled_by(path) == found[0].settles
        located += 1
    assert located == {"trial_2019": 161, "revised_2021": 175}[edition]


# --- several wrong cells ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_two_wrong_cells_are_nearly_always_located_uniquely(edition):
    rng = random.Random(2026)
    unique = 0
    trials = 600
    for _ in range(trials):
        values = balanced(edition, rng, dense=rng.random() < 0.5)
        expected = {}
        amounts = rng.sample(range(1, 60), 2)
        for path, amount in zip(rng.sample(request_paths(edition), 2), amounts, strict=True):
            before = values[path]
            values[path] = before - amount if before >= amount and rng.random() < 0.5 else before + amount
            expected[path] = (values[path], before)
        found = as_plain(least_changes(report_with(edition, values)))
        assert expected in found, "the truth is among the alternatives"
        unique += len(found) == 1
    assert unique >= 0.99 * trials


@pytest.mark.parametrize("edition", EDITIONS)
def test_equal_amounts_have_rivals_and_all_are_given(edition):
    rng = random.Random(11)
    with_rivals = 0
    for _ in range(5):
        values = balanced(edition, rng, dense=True)
        row = rng.choice([p for p in request_paths(edition) if p.endswith(".total")]).rpartition(".")[0]
        for column in ("natural_person", "legal_services"):
            values[f"{row}.{column}"] += 5 if column == "natural_person" else -min(5, values[f"{row}.{column}"])
        found = as_plain(least_changes(report_with(edition, values)))
        size = len(found[0])
        oracle = Oracle(edition, values)
        for smaller in range(1, size):
            assert oracle.explanations(smaller) == []
        assert sorted(map(repr, found)) == sorted(map(repr, oracle.explanations(size)))
        with_rivals += len(found) > 1
    assert with_rivals


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("count", [1, 2])
def test_the_search_agrees_with_trying_every_set_of_cells(edition, count):
    rng = random.Random(count)
    located = 0
    for blanks in (0, 3, 12, 0):
        values = balanced(edition, rng, dense=blanks == 3)
        for path in rng.sample(request_paths(edition), count):
            values[path] += rng.randrange(1, 9)
        values |= dict.fromkeys(rng.sample(request_paths(edition), blanks))
        oracle = Oracle(edition, values)
        found = least_changes(report_with(edition, values))
        expected = oracle.explanations(1) or oracle.explanations(count)
        if not expected:
            # The blanks left nothing to go by, or no set of changes with amounts that are determined.
            assert len(found) == 0 or found.size > count
            continue
        assert found.complete
        located += 1
        assert sorted(map(repr, as_plain(found))) == sorted(map(repr, expected))
        for change in found:
            assert dict(change.deduced) == oracle.forced(dict(change))
    assert located >= 2


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("count", [3, 4])
def test_three_and_four_wrong_cells_are_among_the_alternatives(edition, count):
    rng = random.Random(count)
    for _ in range(25):
        values = balanced(edition, rng, dense=True)
        expected = {}
        for path, amount in zip(
            rng.sample(request_paths(edition), count), rng.sample(range(1, 90), count), strict=True
        ):
            expected[path] = (values[path] + amount, values[path])
            values[path] += amount
        found = least_changes(report_with(edition, values), budget=5_000_000)
        assert found.complete
        assert found.size < count or expected in as_plain(found)


@given(st.data())
def test_after_a_change_every_sum_holds(data):
    edition = data.draw(st.sampled_from(EDITIONS))
    counted = request_paths(edition)
    values = dict.fromkeys(counted, 0)
    values |= data.draw(st.dictionaries(st.sampled_from(counted), st.none() | st.integers(0, 9), max_size=12))
    blocks = {p: 0 for p in edition_of(edition).paths if p.startswith("proceedings.")}
    found = least_changes(report_with(edition, values | blocks))
    assert len({len(change) for change in found}) <= 1
    assert len(set(map(repr, as_plain(found)))) == len(found)
    for change in found:
        assert all(
            before == values[path] and after != before and after >= 0 for path, (before, after) in change.items()
        )
        changed = values | blocks | {path: after for path, (_, after) in change.items()} | dict(change.deduced)
        assert broken_sums(edition, changed) == {}
        assert set(found.deduced.items()) <= set(change.deduced.items())


# --- blanks -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_forced_blanks_are_deduced_and_only_those(edition):
    rng = random.Random(23)
    deduced = 0
    for count in (1, 2, 5, 12, 30, 60):
        for _ in range(3):
            values = balanced(edition, rng, dense=True)
            gone = rng.sample(request_paths(edition), count)
            found = least_changes(report_with(edition, values | dict.fromkeys(gone)))
            assert len(found) == 0
            assert dict(found.deduced) == Oracle(edition, values | dict.fromkeys(gone)).forced({})
            assert all(values[path] == value for path, value in found.deduced.items())
            deduced += len(found.deduced)
    assert deduced > 50


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_single_blank_is_always_deduced(edition):
    values = balanced(edition, random.Random(29), dense=True)
    for path in request_paths(edition):
        found = least_changes(report_with(edition, values | {path: None}))
        assert dict(found.deduced) == {path: values[path]}


def test_nothing_is_deduced_from_nothing():
    found = least_changes(report_with("revised_2021", {}))
    assert (len(found), dict(found.deduced), found.broken, found.complete) == (0, {}, (), True)


def test_a_blank_is_never_taken_for_zero():
    """Received 3, and nothing known about what became of them."""
    values = {"requests.received.natural_person": 3, "requests.received.total": 3}
    assert len(least_changes(report_with("revised_2021", values))) == 0


def test_two_blanks_that_contradict_each_other_are_seen():
    """The row wants the blank total to be 3, the balance wants 4; no single sum is checkable."""
    values = dict.fromkeys(edition_of("revised_2021").paths) | dict.fromkeys(request_paths("revised_2021"), 0)
    del values["proactive.fees.administrative_fees.amount_cny"]
    values |= {
        "requests.received.natural_person": 3,
        "requests.received.total": None,
        "requests.results.granted.natural_person": 3,
        "requests.results.total.natural_person": 3,
        "requests.results.granted.total": 4,
        "requests.results.total.total": 4,
    }
    found = least_changes(report_with("revised_2021", values))
    assert found.size == 2
    assert all(change.deduced["requests.received.total"] in (3, 4) for change in found)


# --- limits -----------------------------------------------------------------------------------------------------


def test_the_search_stops_at_its_budget_and_says_so():
    rng = random.Random(1)
    values = balanced("revised_2021", rng, dense=True)
    for path in rng.sample(request_paths("revised_2021"), 6):
        values[path] += rng.randrange(1, 9)
    stopped = least_changes(report_with("revised_2021", values), budget=3)
    assert (len(stopped), stopped.complete) == (0, False)
    assert stopped.broken


def test_nothing_larger_than_asked_for_is_looked_for():
    values = balanced("revised_2021", random.Random(1), dense=True)
    values["requests.received.natural_person"] += 3
    values["requests.results.granted.legal_services"] += 4
    report = report_with("revised_2021", values)
    assert len(least_changes(report, most=1)) == 0
    assert least_changes(report, most=2).size == 2


def test_figures_beyond_reason_do_no_harm():
    values = dict.fromkeys(request_paths("revised_2021"), 0)
    values["requests.received.total"] = 10**5000
    found = least_changes(report_with("revised_2021", values))
    assert as_plain(found) == [{"requests.received.total": (10**5000, 0)}]


# --- causes -----------------------------------------------------------------------------------------------------


def test_independent_faults_are_separate_causes():
    values = balanced("revised_2021", random.Random(2), dense=True)
    values["requests.results.granted.natural_person"] += 3
    values["requests.carried_over.legal_services"] += 4
    report = report_with("revised_2021", values)
    rivals = separate(report, least_changes(report))
    assert sorted(tuple(change) for alternatives in rivals for change in alternatives) == [
        ("requests.carried_over.legal_services",),
        ("requests.results.granted.natural_person",),
    ]
    findings = check(report, select=["GX601", "GX602", "GX603", "GX604", "GX607"])
    causes = group_by_cause(report, findings)
    assert [(len(c.alternatives), len(c.findings)) for c in causes] == [(1, 3), (1, 3)]
    assert sorted(d.code for c in causes for d in c.findings) == sorted(d.code for d in findings)


@given(st.data())
def test_grouping_keeps_every_finding_once(data):
    edition = data.draw(st.sampled_from(EDITIONS))
    paths = [p for p in edition_of(edition).paths if not p.startswith("proactive.")]
    values = data.draw(st.dictionaries(st.sampled_from(paths), st.integers(0, 5), max_size=10))
    report = report_with(edition, dict.fromkeys(paths, 0) | values)
    findings = check(report)
    causes = group_by_cause(report, findings)
    assert sorted(map(repr, findings)) == sorted(repr(d) for cause in causes for d in cause.findings)
    assert all(cause.findings for cause in causes)
