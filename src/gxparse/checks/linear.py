"""Sparse exact arithmetic over the sums of section three.

Section three of the form is an error-correcting code. Rows must add up to their total and columns must balance and
add up, so every cell stands in two or three equations and no two cells stand in proportional columns of the equation
matrix. 2021 edition: 175 cells, 39 equations, rank 37; 2019 edition: 161 cells, 37 equations, rank 35. Each touched
row and column needs two touched cells to stay balanced, so two different consistent tables differ in four cells or
more.

The matrix holds 0, 1 and -1 and is 95 % empty, so a check is a dictionary from cell to coefficient and one step of
elimination touches two or three checks. Dense linear algebra, or a solver that is started for each report, costs
more than the whole search here; everything stays in whole numbers, so nothing is ever rounded.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from typing import TypeAlias

from attrs import field, frozen

from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Equation
from gxparse.model.shape import Figure, shape_of

#: Coefficients by cell (position in the flat row of figures).
Coefficients: TypeAlias = dict[int, int]

#: A sum that must be zero: coefficients of the cells that may change, and what the printed figures come to.
Check: TypeAlias = tuple[Coefficients, int]


@frozen(eq=False)
class EquationCode:
    """The equations of one table of an edition as a code."""

    equations: tuple[Equation, ...]
    #: for each equation its coefficients: left side 1, right side -1
    coefficients: tuple[Coefficients, ...] = field(repr=False)
    #: the cells that stand in any equation, in form order
    cells: tuple[int, ...] = field(repr=False)


@functools.cache
def code_of(edition: str, table: str = "requests") -> EquationCode:
    """The code that the equations over one table of an edition make."""
    index = shape_of(edition).index
    equations = tuple(e for e in edition_of(edition).equations if e.right[0].startswith(f"{table}."))
    coefficients = tuple(
        {index[p]: 1 for p in equation.left} | {index[p]: -1 for p in equation.right} for equation in equations
    )
    return EquationCode(equations, coefficients, tuple(sorted({cell for c in coefficients for cell in c})))


def combine(target: Check, pivot: Check, cell: int) -> Check:
    """*target* with *cell* eliminated by means of *pivot*, which must contain it."""
    coefficients, residual = target
    pivot_coefficients, pivot_residual = pivot
    divisor, factor = pivot_coefficients[cell], coefficients[cell]
    if divisor in (1, -1):
        scale, factor = 1, factor * divisor
    else:
        common = math.gcd(divisor, factor)
        scale, factor = divisor // common, factor // common
    merged = coefficients.copy() if scale == 1 else {c: k * scale for c, k in coefficients.items()}
    for other, coefficient in pivot_coefficients.items():
        value = merged.get(other, 0) - factor * coefficient
        if value:
            merged[other] = value
        else:
            merged.pop(other, None)
    return merged, residual * scale - factor * pivot_residual


@frozen(eq=False)
class Reduced:
    """The equations of a report with its blank cells eliminated."""

    #: sums over cells with a figure that hold whatever the blank cells are
    checks: list[Check]
    #: for each blank cell that is determined: the check that determines it (it holds no other blank cell)
    determining: dict[int, Check]


def _read_in(code: EquationCode, row: Sequence[Figure]) -> tuple[list[Check], tuple[int, ...]]:
    """The equations with what their printed figures come to, and the blank cells among them."""
    blank: dict[int, None] = {}
    checks: list[Check] = []
    for coefficients in code.coefficients:
        residual = 0
        for cell, coefficient in coefficients.items():
            value = row[cell]
            if isinstance(value, int):
                residual += coefficient * value
            else:
                blank[cell] = None
        checks.append((coefficients, residual))
    return checks, tuple(blank)


def reduce(code: EquationCode, row: Sequence[Figure]) -> Reduced:
    """Eliminate the blank cells from the equations.

    An equation with a blank cell says nothing by itself. Two equations that share the blank cell still say
    something together, and that is all that is used: nothing is assumed about what is blank.
    """
    checks, blank = _read_in(code, row)
    pivots: dict[int, Check] = {}
    for cell in blank:
        holders = [n for n, (coefficients, _) in enumerate(checks) if cell in coefficients]
        if not holders:
            continue
        # The shortest pivot fills the others in least.
        chosen = min(holders, key=lambda n: len(checks[n][0]))
        pivot = checks[chosen]
        for n in holders:
            if n != chosen:
                checks[n] = combine(checks[n], pivot, cell)
        del checks[chosen]
        for other, earlier in pivots.items():
            if cell in earlier[0]:
                pivots[other] = combine(earlier, pivot, cell)
        pivots[cell] = pivot
    unknown = set(blank)
    determining = {cell: check for cell, check in pivots.items() if unknown.isdisjoint(check[0].keys() - {cell})}
    return Reduced([check for check in checks if check[0]], determining)


def solve_blank(cell: int, check: Check, changes: dict[int, int]) -> int | None:
    """The value that a check forces on its one blank cell once *changes* are made; ``None`` if it is no whole number."""
    coefficients, residual = check
    total = residual + sum(coefficients[c] * delta for c, delta in changes.items() if c in coefficients)
    value, rest = divmod(-total, coefficients[cell])
    return None if rest else value
