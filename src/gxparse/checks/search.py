"""The smallest sets of cells whose change makes every sum hold.

Depth-first search over the violated checks. A check that does not hold must contain a changed cell, so the search
takes the smallest such check and tries its cells one after the other; the chosen cell is eliminated from all other
checks, which leaves a smaller system of the same kind. Cells that were tried before are left out further on, so that
every set is met once. The last cell needs no search: it must stand in every violated check and in no other.
Checks without a common cell need a changed cell each, which bounds the search from below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from gxparse.checks.linear import Check, combine

#: A set of changes: what is to be added to each cell.
Changes: TypeAlias = dict[int, int]

#: Cells that one search may look at, in whatever check; about 3 ms. Wide checks, which blanks make, cost more than
#: narrow ones, so it is cells that are counted and not sets of cells.
DEFAULT_BUDGET: Final = 70_000


class BudgetSpent(Exception):
    """The search was stopped before it had seen everything; a signal between these modules, no error."""


class Search:
    """All explanations of one size for a system of checks."""

    def __init__(self, budget: int = DEFAULT_BUDGET) -> None:
        self.left = budget

    def explanations(self, checks: Sequence[Check], size: int) -> list[Changes]:
        """Every set of *size* changes after which all *checks* hold.

        Sets that contain a smaller explanation are not found; ask for the smaller sizes first. Raises
        :class:`BudgetSpent` if that takes more work than is left.
        """
        return list(self._search(list(checks), size, frozenset(), ()))

    def _search(
        self, checks: list[Check], size: int, banned: frozenset[int], chosen: tuple[tuple[int, Check], ...]
    ) -> Iterator[Changes]:
        violated = [check for check in checks if check[1]]
        if size == 1:
            self.spend(2 * len(checks) + sum(map(_width, violated)))
            yield from self._last(checks, violated, banned, chosen)
            return
        self.spend(2 * sum(map(_width, violated)))
        if not violated or needed(violated) > size:
            return
        pivot = min(violated, key=_width)
        tried = set(banned)
        for cell in pivot[0]:
            if cell in banned:
                continue
            # What it costs to copy the system, and to merge the checks that hold the cell.
            self.spend(3 * len(checks))
            rest: list[Check] = []
            for check in checks:
                if cell not in check[0]:
                    rest.append(check)
                elif check is not pivot:
                    self.spend(2 * len(check[0]) + len(pivot[0]))
                    rest.append(combine(check, pivot, cell))
            yield from self._search(rest, size - 1, frozenset(tried), (*chosen, (cell, pivot)))
            tried.add(cell)

    def spend(self, cells: int) -> None:
        """Account for looking at so many cells; raises :class:`BudgetSpent` if that is more than are left."""
        self.left -= cells
        if self.left < 0:
            raise BudgetSpent

    def _last(
        self,
        checks: list[Check],
        violated: list[Check],
        banned: frozenset[int],
        chosen: tuple[tuple[int, Check], ...],
    ) -> Iterator[Changes]:
        if not violated:
            return
        first, *others = sorted(violated, key=_width)
        for cell, coefficient in first[0].items():
            if cell in banned or not all(cell in check[0] for check in others):
                continue
            delta, rest = divmod(-first[1], coefficient)
            if rest or any(check[1] + check[0][cell] * delta for check in others):
                continue
            if any(cell in check[0] for check in checks if not check[1]):
                continue
            self.spend(4 * len(checks))
            changes = _back(chosen, {cell: delta})
            if changes is not None:
                yield changes


def _width(check: Check) -> int:
    return len(check[0])


def _back(chosen: tuple[tuple[int, Check], ...], changes: Changes) -> Changes | None:
    """The changes of the cells that were eliminated on the way, from the last to the first."""
    for cell, (coefficients, residual) in reversed(chosen):
        total = residual + sum(coefficients[c] * delta for c, delta in changes.items() if c in coefficients)
        delta, rest = divmod(-total, coefficients[cell])
        if rest or not delta:
            return None
        changes[cell] = delta
    return changes


def needed(violated: list[Check]) -> int:
    """A lower bound for the number of changes: violated checks no two of which share a cell."""
    best = 0
    by_width = sorted(violated, key=_width)
    for start in range(min(3, len(by_width))):
        taken: set[int] = set()
        count = 0
        for coefficients, _ in by_width[start:]:
            if taken.isdisjoint(coefficients):
                taken.update(coefficients)
                count += 1
        best = max(best, count)
    return best
