"""The least change that makes section three consistent, and the findings that share a cause.

Every cell of section three stands in two or three sums (see :mod:`gxparse.checks.linear`), so what does not add up
usually points at one or two cells, and at the value they would have to hold. The smallest such change is evidence of
where to look. It is never proof, it is never made, and where several changes of equal size would do, all are given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, overload

from attrs import field, frozen

from gxparse.checks.linear import EquationCode, Reduced, code_of, reduce, solve_blank
from gxparse.checks.search import DEFAULT_BUDGET, BudgetSpent, Changes, Search
from gxparse.checks.subject import Subject
from gxparse.forms.spec import Equation
from gxparse.model.report import Report
from gxparse.model.shape import Figure

#: No explanation with more changed cells than this is looked for: it would explain anything.
MOST_CHANGES: Final = 6

#: What it costs to see what a change forces one blank cell to be, in the measure of the search's budget.
_FOR_A_BLANK: Final = 10


@frozen(eq=False, repr=False)
class LeastChange(Mapping[str, tuple[int, int]]):
    """One way to make the sums hold: ``{path: (printed, consistent)}``.

    Equal to the plain dictionary with the same content.

    >>> import gxparse
    >>> change = gxparse.least_changes(gxparse.read("examples/township_2020.txt").report)[0]
    >>> change == {"requests.received.natural_person": (9, 8), "requests.received.total": (11, 10)}
    True
    >>> [(equation.name, equation.subject) for equation in change.settles]
    [('request_balance', 'natural_person'), ('request_balance', 'total')]
    """

    changes: Mapping[str, tuple[int, int]]
    #: the equations that do not hold as printed and would hold
    settles: tuple[Equation, ...] = ()
    #: blank cells that the equations would force then, with the forced value
    deduced: Mapping[str, int] = field(factory=dict)

    def __getitem__(self, path: str) -> tuple[int, int]:
        return self.changes[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.changes)

    def __len__(self) -> int:
        return len(self.changes)

    def __hash__(self) -> int:
        return hash(frozenset(self.changes.items()))

    def __repr__(self) -> str:
        changes = ", ".join(f"{path}: {before} -> {after}" for path, (before, after) in self.changes.items())
        return f"<LeastChange {changes}; settles {len(self.settles)}>"

    def settled_by(self, path: str) -> tuple[Equation, ...]:
        """The settled equations that the cell at *path* stands in."""
        return tuple(e for e in self.settles if path in e.left or path in e.right)


@frozen(eq=False)
class LeastChanges(Sequence[LeastChange]):
    """The alternatives of smallest size; empty if the sums hold or if no small change explains them.

    >>> import gxparse
    >>> rivals = gxparse.least_changes(gxparse.read("examples/township_2020.txt").report)
    >>> len(rivals), rivals.size, rivals.complete
    (3, 2, True)
    """

    alternatives: tuple[LeastChange, ...] = ()
    #: the equations of section three that do not hold as printed
    broken: tuple[Equation, ...] = ()
    #: blank cells whose value the equations force whichever alternative is right; nothing if none was found
    deduced: Mapping[str, int] = field(factory=dict)
    #: False if the search was stopped at its budget; there may be further alternatives of this size then
    complete: bool = True

    @property
    def size(self) -> int:
        """Number of cells that each alternative changes."""
        return len(self.alternatives[0]) if self.alternatives else 0

    @overload
    def __getitem__(self, position: int) -> LeastChange: ...
    @overload
    def __getitem__(self, position: slice) -> tuple[LeastChange, ...]: ...
    def __getitem__(self, position: int | slice) -> LeastChange | tuple[LeastChange, ...]:
        return self.alternatives[position]

    def __len__(self) -> int:
        return len(self.alternatives)


def _deduce(reduced: Reduced, changes: Changes) -> tuple[dict[int, int], bool]:
    """What the equations force blank cells to be after *changes*, and whether all of that can be a count."""
    found: dict[int, int] = {}
    possible = True
    for cell, check in reduced.determining.items():
        value = solve_blank(cell, check, changes)
        if value is None or value < 0:
            possible = False
        else:
            found[cell] = value
    return found, possible


def _admissible(reduced: Reduced, changes: Changes, row: Sequence[Figure]) -> dict[int, int] | None:
    for cell, delta in changes.items():
        value = row[cell]
        if not isinstance(value, int) or value + delta < 0:
            return None
    deduced, possible = _deduce(reduced, changes)
    return deduced if possible else None


def _find(
    reduced: Reduced, row: Sequence[Figure], most: int, budget: int
) -> tuple[list[tuple[Changes, dict[int, int]]], bool]:
    search = Search(budget)
    found: list[tuple[Changes, dict[int, int]]] = []
    for size in range(1, most + 1):
        try:
            for changes in search.explanations(reduced.checks, size):
                search.spend(_FOR_A_BLANK * len(reduced.determining))
                deduced = _admissible(reduced, changes, row)
                if deduced is not None:
                    found.append((changes, deduced))
        except BudgetSpent:
            return [], False
        if found:
            break
    return found, True


def _explain(subject: Subject, most: int = MOST_CHANGES, budget: int = DEFAULT_BUDGET) -> LeastChanges:
    code: EquationCode = code_of(subject.report.edition)
    row, paths = subject.row, subject.edition.paths
    reduced = reduce(code, row)
    if not any(residual for _, residual in reduced.checks):
        return LeastChanges(deduced=_by_path(_deduce(reduced, {})[0], paths))
    broken = tuple(
        equation
        for equation, coefficients in zip(code.equations, code.coefficients, strict=True)
        if _is_broken(coefficients, row)
    )
    found, complete = _find(reduced, row, most, budget)
    alternatives = tuple(
        LeastChange(
            MappingProxyType({paths[c]: (_figure(row[c]), _figure(row[c]) + changes[c]) for c in sorted(changes)}),
            broken,
            _by_path(deduced, paths),
        )
        for changes, deduced in sorted(found, key=lambda pair: sorted(pair[0]))
    )
    common = set.intersection(*(set(a.deduced.items()) for a in alternatives)) if alternatives else set()
    return LeastChanges(alternatives, broken, MappingProxyType(dict(sorted(common))), complete)


def _figure(value: Figure) -> int:
    assert isinstance(value, int)
    return value


def _by_path(by_cell: dict[int, int], paths: Sequence[str]) -> Mapping[str, int]:
    return MappingProxyType({paths[cell]: by_cell[cell] for cell in sorted(by_cell)})


def _is_broken(coefficients: dict[int, int], row: Sequence[Figure]) -> bool:
    total: Any = 0
    for cell, coefficient in coefficients.items():
        value = row[cell]
        if value is None:
            return False
        total += coefficient * value
    return bool(total)


def explain(subject: Subject) -> LeastChanges:
    """:func:`least_changes` for a rule: computed once for each subject."""
    found: LeastChanges = subject.memo("least changes", _explain)
    return found


def least_changes(report: Report, *, most: int = MOST_CHANGES, budget: int = DEFAULT_BUDGET) -> LeastChanges:
    """The smallest changes of cells of section three after which all its sums hold.

    Returns every alternative of the smallest size, each a mapping ``{path: (printed, consistent)}`` with the
    equations it ``settles``; nothing if all sums hold, or if more than *most* cells would have to change.
    ``deduced`` holds the blank cells whose value the sums force. The least change is evidence, not proof: the report
    is not changed, and a single alternative may still be the wrong one.

    A count is never made negative, an equation with a blank cell is used only together with others that settle the
    blank, and an explanation by one cell is always found. *budget* bounds the search (by default to about 4 ms): where
    it is spent the result is empty and ``complete`` is false.

    Source of the sums: 年度报告格式第三部分 (the balance is printed on the form).

    >>> from gxparse.model.report import Report
    >>> from gxparse.forms.editions import edition_of
    >>> zeros = {p: 0 for p in edition_of("revised_2021").paths if not p.endswith("amount_cny")}
    >>> for path in ("received", "results.granted"):
    ...     zeros |= {f"requests.{path}.natural_person": 14, f"requests.{path}.total": 14}
    >>> zeros |= {"requests.results.total.natural_person": 14}
    >>> report = Report.from_values("revised_2021", zeros)
    >>> for change in least_changes(report):
    ...     print(dict(change), "settles", len(change.settles))
    {'requests.results.total.total': (0, 14)} settles 3
    """
    return _explain(Subject(report), most, budget)
