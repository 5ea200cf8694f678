"""What a rule is, and how a module becomes one.

A rule is one module in :mod:`gxparse.checks.rules`: a catalogue entry, the editions it holds for, what it needs,
examples on which it must fire and near misses on which it must stay silent, and a function. Nothing else has to be
edited; the folder is the list::

    ENTRY = Entry("GX799", "nothing-issued", Severity.NOTE, zh="…{paths}…", en="…", basis="…", …)

    @rule(
        ENTRY,
        editions=("revised_2021",),
        fires=(Case("one repealed", changes={"proactive.documents.government_rules.repealed": 1}),),
        silent=(Case("all zero"),),
    )
    def check_nothing_issued(subject: Subject) -> Iterator[Finding]:
        …
        yield ENTRY(subject.span(path), path, related=…, issued=0, repealed=1)

A function yields a :class:`~gxparse.diagnostics.model.Diagnostic` for each fault it finds, and may yield a
:class:`Verdict` for each thing it verified or could not check. It never raises on a report, never changes one and
never takes a missing figure for zero.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import field, frozen

from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Diagnostic
from gxparse.errors import UsageError
from gxparse.model.shape import Figure


class Status(enum.StrEnum):
    """What a rule, or one of the things it looks at, came to.

    >>> import gxparse
    >>> report = gxparse.Report.from_values("revised_2021", {"proceedings.review.total": 1})
    >>> gxparse.verify(report)["proceedings-total"].status is gxparse.Status.NOT_CHECKABLE
    True
    """

    #: it was checked and it holds
    PASS = "pass"  # noqa: S105 – no password
    #: it was checked and it does not hold
    FAIL = "fail"
    #: something that it takes is missing; nothing is known
    NOT_CHECKABLE = "not_checkable"


class Scope(enum.StrEnum):
    """What a rule is called with."""

    #: one report: :class:`gxparse.checks.subject.Subject`
    REPORT = "report"
    #: two reports of one body, one year apart: :class:`gxparse.checks.across.Pair`
    YEARS = "years"
    #: a body and the bodies below it, one year: :class:`gxparse.checks.across.Family`
    FAMILY = "family"
    #: many bodies, one year: :class:`gxparse.checks.across.Peers`
    PEERS = "peers"
    #: two captures of what should be the same report: :class:`gxparse.checks.across.Pair`
    CAPTURES = "captures"


@frozen
class Verdict:
    """One thing that a rule looked at without finding a fault: it holds, or it could not be checked."""

    status: Status
    #: the figures that it is about
    paths: tuple[str, ...] = ()
    #: the ones among them that are missing
    missing: tuple[str, ...] = ()


#: What a rule yields.
Finding: TypeAlias = Diagnostic | Verdict

#: The function of a rule. The argument depends on the scope; see :class:`Scope`.
CheckFunction: TypeAlias = Callable[[Any], Iterable[Finding]]


def _frozen_map(given: Mapping[str, Any]) -> Mapping[str, Any]:
    return MappingProxyType(dict(given))


def not_checkable(*missing: str) -> Verdict:
    """The verdict that figures or facts are missing, by their paths.

    >>> not_checkable("year").status
    <Status.NOT_CHECKABLE: 'not_checkable'>
    """
    return Verdict(Status.NOT_CHECKABLE, missing, missing)


@frozen
class Case:
    """An example: a report, described by what differs from a plain one.

    The plain report has every figure 0 and all equations balanced, so that ``changes`` shows exactly what matters;
    ``blank=True`` starts from a report without any figure. ``others`` are the further reports of a rule that looks
    across reports (the earlier year, the children, the peers). ``expect`` are parameters that the diagnostic must
    have.
    """

    name: str
    changes: Mapping[str, Figure] = field(factory=dict, converter=_frozen_map)
    edition: str = "revised_2021"
    blank: bool = False
    #: prose by key of the section; "" is a heading without text, None leaves the section out
    texts: Mapping[str, str | None] = field(factory=dict, converter=_frozen_map)
    #: headings by key of the section where they are not the statutory ones
    titles: Mapping[str, str | None] = field(factory=dict, converter=_frozen_map)
    title: str | None = None
    body: str | None = None
    year: int | None = None
    #: further arguments of :meth:`gxparse.model.report.Report.from_values`
    fields: Mapping[str, Any] = field(factory=dict, converter=_frozen_map)
    others: tuple[Case, ...] = ()
    expect: Mapping[str, Any] = field(factory=dict, converter=_frozen_map)


@frozen
class Rule:
    """One check of the catalogue."""

    entry: Entry
    check: CheckFunction = field(repr=False)
    scope: Scope = Scope.REPORT
    #: keys of the editions it holds for; empty means all
    editions: tuple[str, ...] = ()
    #: names of the evidence it takes (:attr:`gxparse.checks.subject.EVIDENCE`); without it, it is not checkable
    needs: tuple[str, ...] = ()
    #: examples on which it must fire
    fires: tuple[Case, ...] = field(default=(), repr=False)
    #: near misses on which it must stay silent
    silent: tuple[Case, ...] = field(default=(), repr=False)

    @property
    def code(self) -> str:
        """The code in the catalogue."""
        return self.entry.code

    @property
    def slug(self) -> str:
        """The readable name."""
        return self.entry.slug

    def holds_for(self, edition: str) -> bool:
        """Whether the rule applies to that edition of the form."""
        return not self.editions or edition in self.editions


def rule(
    entry: Entry,
    *,
    fires: tuple[Case, ...],
    silent: tuple[Case, ...],
    scope: Scope = Scope.REPORT,
    editions: tuple[str, ...] = (),
    needs: tuple[str, ...] = (),
) -> Callable[[CheckFunction], Rule]:
    """Make a rule of a function and enter its code into the catalogue.

    Raises :class:`~gxparse.errors.UsageError` if there is no example that fires, no near miss, or a text is missing
    in one of the two languages.
    """
    if not fires or not silent:
        raise UsageError(f"{entry.code} needs an example that fires and a near miss that does not")
    if not (entry.zh and entry.en and entry.doc_zh and entry.doc_en and entry.basis):
        raise UsageError(f"{entry.code} needs its texts in both languages and its basis")

    def wrap(function: CheckFunction) -> Rule:
        register(entry)
        return Rule(entry, function, scope, editions, needs, fires, silent)

    return wrap
