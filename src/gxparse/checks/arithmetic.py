"""The sums that the form demands, evaluated: positions are computed once for each edition, a report costs one pass.

An equation with a missing figure is not checkable; nothing is assumed about what is missing.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from attrs import frozen

from gxparse.checks.model import Finding, Status, Verdict
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Equation
from gxparse.model.shape import Figure, shape_of


@frozen(eq=False)
class Compiled:
    """An equation as positions in the flat row of figures."""

    equation: Equation
    #: number of cells on the left
    split: int
    #: takes the cells of both sides, left first, out of the row
    cells: Callable[[Sequence[Figure]], tuple[Figure, ...]]


@frozen
class Broken:
    """An equation whose sides differ."""

    equation: Equation
    left: int
    right: int


@functools.cache
def compiled(edition: str) -> dict[str, tuple[Compiled, ...]]:
    """The equations of an edition by name."""
    index = shape_of(edition).index
    found: dict[str, list[Compiled]] = {}
    for equation in edition_of(edition).equations:
        positions = [index[path] for path in (*equation.left, *equation.right)]
        found.setdefault(equation.name, []).append(Compiled(equation, len(equation.left), itemgetter(*positions)))
    return {name: tuple(items) for name, items in found.items()}


def broken(subject: Subject, name: str) -> list[Broken]:
    """The equations of that name whose figures are all there and whose sides differ."""
    row = subject.row
    found: list[Broken] = []
    for item in compiled(subject.report.edition).get(name, ()):
        cells = item.cells(row)
        if None not in cells:
            left, right = sum(cells[: item.split]), sum(cells[item.split :])  # type: ignore[arg-type]
            if left != right:
                found.append(Broken(item.equation, int(left), int(right)))
    return found


def all_broken(subject: Subject) -> list[Broken]:
    """Every equation of the form that does not hold, in the order of the edition."""
    found: list[Broken] = subject.memo(
        "broken equations", lambda s: [b for name in compiled(s.report.edition) for b in broken(s, name)]
    )
    return found


def verdicts(subject: Subject, name: str) -> Iterator[Verdict]:
    """For each equation of that name that is not broken: whether it holds or could not be checked."""
    for item in compiled(subject.report.edition).get(name, ()):
        cells = item.cells(subject.row)
        paths = (*item.equation.left, *item.equation.right)
        if None in cells:
            missing = tuple(path for path, cell in zip(paths, cells, strict=True) if cell is None)
            yield Verdict(Status.NOT_CHECKABLE, paths, missing)
        elif sum(cells[: item.split]) == sum(cells[item.split :]):  # type: ignore[arg-type]
            yield Verdict(Status.PASS, paths)


def check_equations(
    subject: Subject, entry: Entry, name: str, details: Callable[[Subject, Equation], dict[str, Any]]
) -> Iterator[Finding]:
    """A diagnostic for each broken equation of that name.

    The primary place is the total on the right; ``related`` names every cell of the equation. Parameters are the
    two sums ``left`` and ``right``, their ``difference`` (left minus right), the ``subject`` of the equation and
    what *details* adds.
    """
    for fault in broken(subject, name):
        equation = fault.equation
        total = equation.right[0]
        yield entry(
            subject.span(total),
            total,
            related=(*subject.related(equation.left, "left"), *subject.related(equation.right, "right")),
            left=printable(fault.left),
            right=printable(fault.right),
            difference=printable(fault.left - fault.right),
            subject=equation.subject,
            **details(subject, equation),
        )
    if subject.detail:
        yield from verdicts(subject, name)
