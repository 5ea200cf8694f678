"""Section three as rows of seven cells, by position: what rules about whole rows share."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from gxparse.checks.linear import Coefficients, code_of
from gxparse.checks.subject import Subject
from gxparse.forms.editions import edition_of
from gxparse.model.shape import Figure, shape_of


@frozen(eq=False)
class RequestRow:
    """One printed row of section three."""

    #: key of the row, such as ``"results.granted"``
    key: str
    #: the row in the words of the form
    label: str
    #: field paths, six kinds of applicants and the total
    paths: tuple[str, ...] = field(repr=False)
    #: positions of the seven cells in the flat row of figures
    cells: tuple[int, ...] = field(repr=False)
    #: name and subject of each equation that one of the cells stands in
    equations: frozenset[tuple[str, str]] = field(repr=False)


@functools.cache
def request_rows(edition: str) -> tuple[RequestRow, ...]:
    """The rows of section three in printed order."""
    index = shape_of(edition).index
    table = next(t for t in edition_of(edition).tables if t.key == "requests")
    found: list[RequestRow] = []
    for row in table.rows:
        paths = tuple(f"requests.{row.key}.{column.key}" for column in table.columns)
        label = "›".join((*row.group_path, row.label))
        equations = frozenset(
            (e.name, e.subject) for e in edition_of(edition).equations if not {*e.left, *e.right}.isdisjoint(paths)
        )
        found.append(RequestRow(row.key, label, paths, tuple(index[p] for p in paths), equations))
    return tuple(found)


@functools.cache
def request_cells(edition: str) -> tuple[int, ...]:
    """The positions of all cells of section three, in printed order."""
    return tuple(cell for row in request_rows(edition) for cell in row.cells)


def is_all_zero(subject: Subject) -> bool:
    """Whether section three holds figures and every one of them is 0."""
    cells = [subject.row[cell] for cell in request_cells(subject.report.edition)]
    return 0 in cells and not any(cells)


@functools.cache
def touching(edition: str) -> Mapping[int, tuple[Coefficients, ...]]:
    """The equations of section three that each cell stands in."""
    found: dict[int, list[Coefficients]] = {}
    for coefficients in code_of(edition).coefficients:
        for cell in coefficients:
            found.setdefault(cell, []).append(coefficients)
    return {cell: tuple(equations) for cell, equations in found.items()}


def holds(coefficients: Coefficients, row: Sequence[Figure]) -> bool | None:
    """Whether an equation holds; ``None`` if one of its cells is blank."""
    total = 0
    for cell, coefficient in coefficients.items():
        value = row[cell]
        if not isinstance(value, int):
            return None
        total += coefficient * value
    return not total


def settles(edition: str, row: Sequence[Figure], reading: Mapping[int, int]) -> int:
    """How many broken equations another reading of some cells settles; 0 if it leaves or makes any of theirs broken.

    Looks at the equations that the cells stand in.
    """
    by_cell = touching(edition)
    equations = {id(e): e for cell in reading for e in by_cell[cell]}
    changed = list(row)
    for cell, value in reading.items():
        changed[cell] = value
    settled = 0
    for coefficients in equations.values():
        after = holds(coefficients, changed)
        if after is False:
            return 0
        if after and holds(coefficients, row) is False:
            settled += 1
    return settled
