"""The smallest sets of cells whose change makes every sum hold.

Depth-first search over the violated checks. A check that does not hold must contain a changed cell, so the search
takes the smallest such check and tries its cells one after the other; the chosen cell is eliminated from all other
checks, which leaves a smaller system of the same kind. Cells that were tried before are left out further on, so that
every set is met once. Checks without a common cell need a changed cell each, which bounds the search from below.

The last two cells need no search. The last one must stand in every violated check and in no other. Of the last two
one must stand in each violated check, and in a check that holds stand both or neither; which checks a cell stands in
is one whole number, a bit for each check, so that is a comparison of numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from gxparse.checks.linear import Check, combine

#: A set of changes: what is to be added to each cell.
Changes: TypeAlias = dict[int, int]

#: Cells that one search may look at, in whatever check; about 4 ms. Wide checks, which blanks make, cost more than
#: narrow ones, so it is cells that are counted and not sets of cells.
DEFAULT_BUDGET: Final = 27_000

#: What it costs to copy a system, in the measure of the budget.
_FOR_A_COPY: Final = 30


class BudgetSpent(Exception):
    """The search was stopped before it had seen everything; a signal between these modules, no error."""


class System:
    """Checks, and for each cell the checks that it stands in."""

    __slots__ = ("checks", "holders", "violated")

    def __init__(self, checks: list[Check], holders: dict[int, int], violated: int) -> None:
        self.checks = checks
        #: for each cell a bit for every check that holds it, check *n* the bit ``1 << n``
        self.holders = holders
        #: a bit for every check that does not hold
        self.violated = violated

    @classmethod
    def of(cls, checks: Sequence[Check]) -> System:
        """The system of *checks*, each counted by its place."""
        holders: dict[int, int] = {}
        violated = 0
        for n, (coefficients, residual) in enumerate(checks):
            for cell in coefficients:
                holders[cell] = holders.get(cell, 0) | 1 << n
            if residual:
                violated |= 1 << n
        return cls(list(checks), holders, violated)

    def without(self, cell: int, pivot: int) -> System:
        """The system that is left once *cell* is taken to settle the check number *pivot*."""
        checks, holders = self.checks.copy(), self.holders.copy()
        settled = checks[pivot]
        gone = ~(1 << pivot)
        violated = self.violated & gone
        for other in settled[0]:
            holders[other] &= gone
        for n in positions(holders[cell]):
            bit = 1 << n
            checks[n] = after = combine(checks[n], settled, cell)
            violated = violated | bit if after[1] else violated & ~bit
            for other in settled[0]:
                holders[other] = holders[other] | bit if other in after[0] else holders[other] & ~bit
        return System(checks, holders, violated)


def positions(bits: int) -> Iterator[int]:
    """The positions of the bits that are set, from the lowest."""
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


class Search:
    """All explanations of one size for a system of checks."""

    def __init__(self, budget: int = DEFAULT_BUDGET) -> None:
        self.left = budget

    def explanations(self, checks: Sequence[Check], size: int) -> list[Changes]:
        """Every set of *size* changes after which all *checks* hold.

        Sets that contain a smaller explanation are not found; ask for the smaller sizes first. Raises
        :class:`BudgetSpent` if that takes more work than is left.
        """
        return list(self._search(System.of(checks), size, frozenset(), ()))

    def _search(
        self, system: System, size: int, banned: frozenset[int], chosen: tuple[tuple[int, Check], ...]
    ) -> Iterator[Changes]:
        if not system.violated:
            return
        checks = system.checks
        violated = sorted(positions(system.violated), key=lambda n: len(checks[n][0]))
        pivot = violated[0]
        if size == 1:
            yield from self._last(system, pivot, banned, chosen)
            return
        if size == 2:
            cells = self._paired(system, pivot, banned)
        else:
            sums = [checks[n][0] for n in violated]
            self.spend(3 * sum(map(len, sums)))
            if needed(sums) > size:
                return
            cells = [cell for cell in sums[0] if cell not in banned]
        tried = set(banned)
        for cell in cells:
            self.spend(_FOR_A_COPY + len(checks[pivot][0]) * system.holders[cell].bit_count())
            rest = system.without(cell, pivot)
            yield from self._search(rest, size - 1, frozenset(tried), (*chosen, (cell, checks[pivot])))
            tried.add(cell)

    def spend(self, cells: int) -> None:
        """Account for looking at so many cells; raises :class:`BudgetSpent` if that is more than are left."""
        self.left -= cells
        if self.left < 0:
            raise BudgetSpent

    def _paired(self, system: System, pivot: int, banned: frozenset[int]) -> list[int]:
        """The cells of the check *pivot* that can settle the system together with one other cell."""
        holders, violated = system.holders, system.violated
        found = []
        for cell in system.checks[pivot][0]:
            if cell in banned:
                continue
            own = holders[cell]
            missing, elsewhere = violated & ~own, own & ~violated
            if not missing and not elsewhere:
                found.append(cell)  # it may need a partner in any one of the violated checks
                continue
            shared = missing or elsewhere
            partners = system.checks[shared.bit_length() - 1][0]
            self.spend(len(partners))
            for other in partners:
                bits = holders[other]
                if (
                    bits & missing == missing
                    and bits & ~violated == elsewhere
                    and other not in banned
                    and other != cell
                ):
                    found.append(cell)
                    break
        return found

    def _last(
        self, system: System, narrowest: int, banned: frozenset[int], chosen: tuple[tuple[int, Check], ...]
    ) -> Iterator[Changes]:
        coefficients, residual = system.checks[narrowest]
        self.spend(len(coefficients))
        for cell, coefficient in coefficients.items():
            if cell in banned or system.holders[cell] != system.violated:
                continue
            delta, rest = divmod(-residual, coefficient)
            if rest:
                continue
            others = (system.checks[n] for n in positions(system.violated))
            if any(check[1] + check[0][cell] * delta for check in others):
                continue
            self.spend(4 * len(system.checks))
            changes = _back(chosen, {cell: delta})
            if changes is not None:
                yield changes


def _back(chosen: tuple[tuple[int, Check], ...], changes: Changes) -> Changes | None:
    """The changes of the cells that were eliminated on the way, from the last to the first."""
    for cell, (coefficients, residual) in reversed(chosen):
        total = residual + sum(coefficients[c] * delta for c, delta in changes.items() if c in coefficients)
        delta, rest = divmod(-total, coefficients[cell])
        if rest or not delta:
            return None
        changes[cell] = delta
    return changes


def needed(violated: Sequence[dict[int, int]]) -> int:
    """A lower bound for the number of changes: violated checks, narrowest first, no two of which share a cell."""
    best = 0
    for start in range(min(3, len(violated))):
        taken: set[int] = set()
        count = 0
        for coefficients in violated[start:]:
            if taken.isdisjoint(coefficients):
                taken.update(coefficients)
                count += 1
        best = max(best, count)
    return best
