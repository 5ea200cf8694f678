"""Findings grouped by what would explain them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from gxparse.checks.least_change import LeastChange, LeastChanges, least_changes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Equation
from gxparse.model.report import Report


@frozen
class Cause:
    """Findings that one change would settle, and the rival changes that would do so."""

    #: each would settle the findings; empty for a finding that no change of section three explains
    alternatives: tuple[LeastChange, ...]
    findings: tuple[Diagnostic, ...]


class _Groups:
    """Things that belong together, by union and find."""

    def __init__(self) -> None:
        self._parent: dict[object, object] = {}

    def root(self, item: object) -> object:
        parent = self._parent.setdefault(item, item)
        while parent != item:
            item, parent = parent, self._parent[parent]
        return item

    def join(self, one: object, other: object) -> None:
        self._parent[self.root(one)] = self.root(other)


def separate(report: Report, changes: LeastChanges) -> tuple[tuple[LeastChange, ...], ...]:
    """The alternatives taken apart into changes that have nothing to do with each other.

    Two wrong cells in different rows and columns are two causes; two cells of one row are one. Each item holds the
    rival changes for one cause, with the equations that it settles.
    """
    groups = _Groups()
    equations = [e for e in edition_of(report.edition).equations if e.right[0].startswith("requests.")]
    broken = set(changes.broken)
    for alternative in changes:
        for equation in equations:
            touched = [path for path in alternative if path in equation.left or path in equation.right]
            for path in touched[1:]:
                groups.join(path, touched[0])
            if touched and equation in broken:
                groups.join(equation, touched[0])
    roots: dict[object, None] = {}
    for alternative in changes:
        for path in alternative:
            roots[groups.root(path)] = None
    found: list[tuple[LeastChange, ...]] = []
    for root in roots:
        settles: tuple[Equation, ...] = tuple(e for e in changes.broken if groups.root(e) == root)
        parts: dict[frozenset[tuple[str, tuple[int, int]]], LeastChange] = {}
        for alternative in changes:
            part = {path: pair for path, pair in alternative.items() if groups.root(path) == root}
            if part:
                parts.setdefault(frozenset(part.items()), LeastChange(part, settles, alternative.deduced))
        found.append(tuple(parts.values()))
    return tuple(found)


def group_by_cause(
    report: Report, findings: Iterable[Diagnostic], changes: LeastChanges | None = None
) -> tuple[Cause, ...]:
    """The findings of a report, those that one change would settle together; the others one by one.

    The order of the findings is kept: a cause stands where its first finding stood. *changes* saves the search if
    it was made before.
    """
    changes = least_changes(report) if changes is None else changes
    rivals = separate(report, changes)
    by_total: dict[frozenset[str], int] = {}
    by_changes: dict[frozenset[str], int] = {}
    for number, alternatives in enumerate(rivals):
        for equation in alternatives[0].settles:
            by_total[frozenset((*equation.left, *equation.right))] = number
        by_changes[frozenset(path for a in alternatives for path in a)] = number
    slots: list[tuple[int | None, list[Diagnostic]]] = []
    place: dict[int, list[Diagnostic]] = {}
    for finding in findings:
        cells = frozenset(r.path for r in finding.related if r.path and r.role in ("left", "right"))
        changed = frozenset(r.path for r in finding.related if r.path and r.role == "change")
        number_ = by_total.get(cells) if cells else by_changes.get(changed) if changed else None
        if number_ is None:
            slots.append((None, [finding]))
        elif number_ in place:
            place[number_].append(finding)
        else:
            place[number_] = [finding]
            slots.append((number_, place[number_]))
    return tuple(Cause(rivals[n] if n is not None else (), tuple(group)) for n, group in slots)
