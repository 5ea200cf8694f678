"""The search for the least change against every set of cells, solved without it, on small systems."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, event, given
from hypothesis import strategies as st

from gxparse.checks.search import BudgetSpent, Search


@st.composite
def systems(draw):
    """Some sums over some cells, with coefficients as elimination leaves them, most of them violated."""
    count = draw(st.integers(3, 8))
    coefficient = st.sampled_from((1, 1, 1, -1, -1, 2))
    checks = []
    for _ in range(draw(st.integers(1, 5))):
        cells = draw(st.lists(st.integers(0, count - 1), min_size=1, unique=True))
        checks.append(({cell: draw(coefficient) for cell in sorted(cells)}, draw(st.integers(-3, 3))))
    return checks


def solution(checks, cells):
    """The one change of exactly these cells that settles all checks; ``None`` if there is none or more than one."""
    rows = [
        [Fraction(coefficients.get(c, 0)) for c in cells] + [Fraction(-residual)] for coefficients, residual in checks
    ]
    for column in range(len(cells)):
        pivot = next((row for row in rows[column:] if row[column]), None)
        if pivot is None:
            return None
        rows.remove(pivot)
        pivot = [value / pivot[column] for value in pivot]
        rows = [[a - row[column] * b for a, b in zip(row, pivot, strict=True)] for row in rows]
        rows.insert(column, pivot)
    if any(row[-1] for row in rows[len(cells) :]):
        return None
    values = [row[-1] for row in rows[: len(cells)]]
    if any(not value or value.denominator != 1 for value in values):
        return None
    return {cell: int(value) for cell, value in zip(cells, values, strict=True)}


def in_order(found):
    return sorted(sorted(changes.items()) for changes in found)


@given(systems())
def test_the_smallest_explanations_are_those_of_trying_every_set_of_cells(checks):
    assume(any(residual for _, residual in checks))
    cells = sorted({cell for coefficients, _ in checks for cell in coefficients})
    for size in range(1, 5):
        expected = [s for chosen in combinations(cells, size) if (s := solution(checks, chosen)) is not None]
        found = Search().explanations(checks, size)
        assert in_order(found) == in_order(expected)
        if expected:
            event(f"{size} cells, {min(len(expected), 3)} or more explanations")
            return
    event("no explanation")


@given(systems(), st.integers(1, 4))
def test_no_set_of_cells_is_found_twice(checks, size):
    found = [frozenset(changes) for changes in Search().explanations(checks, size)]
    assert len(found) == len(set(found))


def test_one_of_two_cells_may_stand_in_every_violated_check():
    checks = [({0: 1, 1: 1}, 3), ({0: 1, 2: 1}, 5)]
    assert in_order(Search().explanations(checks, 2)) == [
        [(0, -5), (1, 2)],
        [(0, -3), (2, -2)],
        [(1, -3), (2, -5)],
    ]


def test_a_budget_that_is_spent_is_said():
    checks = [(dict.fromkeys(range(n, n + 6), 1), 1) for n in range(0, 30, 3)]
    with pytest.raises(BudgetSpent):
        Search(budget=50).explanations(checks, 4)
