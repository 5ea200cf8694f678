"""Checks over several reports: the years of one body, a body and those below it, many bodies, two captures.

The findings belong to the report that they are about, with spans in its source; cells of the other report are named
by path alone, with the role ``"previous"``, ``"child"`` or ``"other"``. None of these relations is printed on the
form: reorganisations, corrections and late counts break them honestly, so nothing here is an inconsistency.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Any

from attrs import frozen

from gxparse.checks.engine import ordered, run_rule
from gxparse.checks.model import Scope
from gxparse.checks.selection import rules_for
from gxparse.checks.subject import Subject
from gxparse.diagnostics.model import Diagnostic, Related
from gxparse.model.report import Report


@frozen(eq=False)
class Pair:
    """Two reports of one body: an earlier and a later one."""

    previous: Subject
    current: Subject

    @property
    def same_form(self) -> bool:
        """Whether both use the same edition of the form."""
        return self.previous.report.edition == self.current.report.edition

    def related(self, current: Iterable[str], previous: Iterable[str]) -> tuple[Related, ...]:
        """Cells of both reports as the places of a diagnostic about the later one."""
        return (
            *self.current.related(current, "current"),
            *(Related(None, path, "previous") for path in previous),
        )


@frozen(eq=False)
class Family:
    """A body and the bodies below it, in one year."""

    parent: Subject
    children: tuple[Subject, ...]
    #: names of bodies that are expected below it and of which there is no report
    missing: tuple[str, ...] = ()


@frozen(eq=False)
class Peers:
    """Reports of many bodies on one year."""

    subjects: tuple[Subject, ...]


#: What a rule over peers yields with each diagnostic: the position of the report that it is about.
PEER = "report"


def _findings(
    scope: Scope, about: Any, editions: set[str], select: Collection[str] | None, ignore: Collection[str]
) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    for rule in rules_for(scope, select=select, ignore=ignore):
        if all(rule.holds_for(edition) for edition in editions):
            found.extend(f for f in run_rule(rule, about) if isinstance(f, Diagnostic))
    return found


def check_years(
    reports: Sequence[Report], *, select: Collection[str] | None = None, ignore: Collection[str] = ()
) -> tuple[tuple[Diagnostic, ...], ...]:
    """What the reports of one body say about each other, one tuple for each report in the order given.

    Reports whose years follow each other are compared, whatever their order; the findings belong to the later one.
    Two reports on the same year are compared as two captures of it, and the findings belong to the one given later.
    A report without a year is not compared. *select* and *ignore* are as for :func:`~gxparse.checks.check`.

    >>> from gxparse.model.report import Report
    >>> earlier = Report.from_values("revised_2021", {"requests.carried_forward.total": 5}, year=2022)
    >>> later = Report.from_values("revised_2021", {"requests.carried_over.total": 3}, year=2023)
    >>> [[d.code for d in found] for found in check_years([later, earlier])]
    [['GX901'], []]
    """
    subjects = [Subject(report) for report in reports]
    found: list[list[Diagnostic]] = [[] for _ in reports]
    by_year: dict[int, list[int]] = {}
    for n, report in enumerate(reports):
        if report.year is not None:
            by_year.setdefault(report.year, []).append(n)
    for same in by_year.values():
        for one, other in pairwise(same):
            pair = Pair(subjects[one], subjects[other])
            editions = {reports[one].edition, reports[other].edition}
            found[other] += _findings(Scope.CAPTURES, pair, editions, select, ignore)
    for year, current in by_year.items():
        for earlier in by_year.get(year - 1, ())[-1:]:
            # Of several captures of a year the last one given stands for it.
            later = current[-1]
            pair = Pair(subjects[earlier], subjects[later])
            editions = {reports[earlier].edition, reports[later].edition}
            found[later] += _findings(Scope.YEARS, pair, editions, select, ignore)
    return tuple(ordered(each) for each in found)


def check_captures(
    first: Report, second: Report, *, select: Collection[str] | None = None, ignore: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Where two captures of the same report differ; the findings belong to *second*."""
    pair = Pair(Subject(first), Subject(second))
    return ordered(_findings(Scope.CAPTURES, pair, {first.edition, second.edition}, select, ignore))


def check_family(
    parent: Report,
    children: Sequence[Report],
    *,
    expected: Collection[str] = (),
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """Whether a body's figures are the sums of those below it; the findings belong to *parent*.

    *expected* are the names of the bodies that should be there; those that no child has as its ``body`` are listed
    as missing. A cell that one of the children leaves blank is not compared.

    >>> import gxparse
    >>> def received(count, body):
    ...     return gxparse.Report.from_values("revised_2021", {"requests.received.total": count}, body=body)
    >>> parent, one, two = received(7, "白沙县人民政府"), received(3, "白沙县水利局"), received(3, "白沙县林业局")
    >>> [(d.code, d.path) for d in gxparse.check_family(parent, [one, two])]
    [('GX921', 'requests.received.total')]
    """
    present = {child.body for child in children}
    family = Family(
        Subject(parent),
        tuple(Subject(child) for child in children),
        tuple(name for name in expected if name not in present),
    )
    editions = {parent.edition, *(child.edition for child in children)}
    return ordered(_findings(Scope.FAMILY, family, editions, select, ignore))


def check_peers(
    reports: Sequence[Report], *, select: Collection[str] | None = None, ignore: Collection[str] = ()
) -> tuple[tuple[Diagnostic, ...], ...]:
    """What is odd about each of many bodies' reports on one year, beside the others; one tuple for each report."""
    peers = Peers(tuple(Subject(report) for report in reports))
    found: list[list[Diagnostic]] = [[] for _ in reports]
    for diagnostic in _findings(Scope.PEERS, peers, set(), select, ignore):
        position = diagnostic.params.get(PEER)
        if isinstance(position, int):
            found[position].append(diagnostic)
        else:
            # A rule that crashed over all reports says so once.
            for each in found[:1]:
                each.append(diagnostic)
    return tuple(ordered(each) for each in found)


def duplicates(keys: Sequence[object]) -> list[tuple[int, int]]:
    """Positions of equal keys, each with the first of its kind; ``None`` is no key.

    >>> duplicates(["a", "b", None, "a", None])
    [(0, 3)]
    """
    first: dict[object, int] = {}
    found: list[tuple[int, int]] = []
    for n, key in enumerate(keys):
        if key is not None:
            at = first.setdefault(key, n)
            if at != n:
                found.append((at, n))
    return found


__all__ = [
    "PEER",
    "Family",
    "Pair",
    "Peers",
    "check_captures",
    "check_family",
    "check_peers",
    "check_years",
    "duplicates",
]
