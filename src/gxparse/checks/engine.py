"""Runs the rules over a report.

A rule is a function from a subject to findings. The engine chooses the rules, gives every rule the same subject,
turns a crash into a diagnostic of its own, and puts the findings in order; it knows nothing of any single rule.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from attrs import field, frozen

from gxparse.checks.model import Finding, Rule, Scope, Status, Verdict
from gxparse.checks.selection import rules_for
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.model.report import Report
from gxparse.span import Span

CRASHED = register(
    Entry(
        "GX600",
        "rule-crashed",
        Severity.ERROR,
        zh="检查规则 {rule} 未能完成（{problem}），该项未作检查",
        en="the rule {rule} could not finish ({problem}); nothing is known about what it checks",
        hint_zh="这是 gxparse 自身的缺陷，与报告无关；其他规则不受影响。",
        hint_en="This is a fault of gxparse, not of the report; the other rules are not affected.",
        doc_zh="某一条检查规则在运行中出错。它的结论视为“无法检查”，绝不视为“通过”。",
        doc_en="One rule failed while it ran. Its outcome counts as not checkable, never as passed.",
        basis="—",
    )
)


@frozen
class Outcome:
    """What one rule came to on one report."""

    rule: Rule
    status: Status
    diagnostics: tuple[Diagnostic, ...] = ()
    #: what the rule says it verified or could not check, one by one
    verdicts: tuple[Verdict, ...] = ()

    @property
    def passed(self) -> tuple[Verdict, ...]:
        """What was verified."""
        return tuple(v for v in self.verdicts if v.status is Status.PASS)

    @property
    def not_checkable(self) -> tuple[Verdict, ...]:
        """What could not be checked, with the figures that are missing."""
        return tuple(v for v in self.verdicts if v.status is Status.NOT_CHECKABLE)


@frozen
class Verification:
    """What was checked in a report, and with which result: the basis for saying that a report was *verified*.

    >>> import gxparse
    >>> zeros = {f"proceedings.review.{key}": 0 for key in ("upheld", "corrected", "other", "pending", "total")}
    >>> verification = gxparse.verify(gxparse.Report.from_values("revised_2021", zeros))
    >>> sums = verification["GX604"]
    >>> str(sums.status), len(sums.passed), len(sums.not_checkable)
    ('pass', 1, 2)
    >>> sorted(verification.verified_paths)[-1]
    'proceedings.review.upheld'
    """

    outcomes: tuple[Outcome, ...] = field(factory=tuple)

    def __getitem__(self, name: str) -> Outcome:
        """The outcome of the rule with that code or slug; ``KeyError`` if it was not run."""
        for outcome in self.outcomes:
            if name in (outcome.rule.code, outcome.rule.slug):
                return outcome
        raise KeyError(name)

    def with_status(self, status: Status) -> tuple[Outcome, ...]:
        """The outcomes with that status."""
        return tuple(o for o in self.outcomes if o.status is status)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """All findings, as :func:`check` gives them."""
        return ordered(d for outcome in self.outcomes for d in outcome.diagnostics)

    @property
    def verified_paths(self) -> frozenset[str]:
        """The figures that at least one rule verified and that no finding is about."""
        good = {path for o in self.outcomes for v in o.passed for path in v.paths}
        bad = {r.path for d in self.diagnostics for r in d.related} | {d.path for d in self.diagnostics}
        return frozenset(good - bad)


def _place(diagnostic: Diagnostic) -> tuple[bool, Span, str, str]:
    return (diagnostic.span is None, diagnostic.span or Span(0, 0), diagnostic.code, diagnostic.path or "")


def ordered(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In the order of the source, then of the codes; findings without a place keep their order behind the others."""
    return tuple(sorted(diagnostics, key=_place))


def run_rule(rule: Rule, subject: Any) -> list[Finding]:
    """The findings of one rule; a rule that crashes gives one finding, which says so."""
    try:
        return list(rule.check(subject))
    except Exception as crash:  # noqa: BLE001
        # The only broad catch: rules are many, written by many, and run over thousands of reports by people who
        # cannot mend them. One faulty rule must not cost a reader the findings of all others, and it must not pass
        # for a rule that found nothing, so the fault itself becomes a finding.
        return [CRASHED(rule=rule.code, problem=type(crash).__name__)]


def _status(findings: list[Finding], *, blind: bool) -> Status:
    diagnostics = [f for f in findings if isinstance(f, Diagnostic)]
    if any(d.code == CRASHED.code for d in diagnostics):
        return Status.NOT_CHECKABLE
    if diagnostics:
        return Status.FAIL
    verdicts = [f for f in findings if isinstance(f, Verdict)]
    if verdicts and all(v.status is Status.NOT_CHECKABLE for v in verdicts):
        return Status.NOT_CHECKABLE
    if blind and not verdicts:
        return Status.NOT_CHECKABLE
    return Status.PASS


def outcome_of(rule: Rule, findings: list[Finding], *, blind: bool = False) -> Outcome:
    """What the findings of one rule come to; *blind* if it got nothing that it asked for."""
    return Outcome(
        rule,
        _status(findings, blind=blind),
        tuple(f for f in findings if isinstance(f, Diagnostic)),
        tuple(f for f in findings if isinstance(f, Verdict)),
    )


def check(
    report: Report,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    evidence: Mapping[str, object] | None = None,
) -> tuple[Diagnostic, ...]:
    """Everything that the rules find in one report, in the order of the source.

    Works on reports that were read and on reports built by hand; the latter have findings without spans. *select*
    and *ignore* take codes, slugs and families (``"GX6"``). *evidence* replaces what other rooms would make of the
    report, by name. Raises :class:`~gxparse.errors.UsageError` for a name that no rule has; never raises on a
    report. An equation with a missing figure is never a finding: see :func:`verify` for what was not checkable.

    >>> from gxparse.model.report import Report
    >>> report = Report.from_values("revised_2021", {
    ...     "proceedings.review.upheld": 1, "proceedings.review.corrected": 0,
    ...     "proceedings.review.other": 0, "proceedings.review.pending": 0, "proceedings.review.total": 0})
    >>> [(d.code, d.path) for d in check(report, select=["GX604"])]
    [('GX604', 'proceedings.review.total')]
    """
    subject = Subject(report, evidence)
    found: list[Diagnostic] = []
    for rule in rules_for(Scope.REPORT, report.edition, select=select, ignore=ignore):
        if rule.needs and not all(map(subject.has_evidence, rule.needs)):
            continue
        found.extend(f for f in run_rule(rule, subject) if isinstance(f, Diagnostic))
    return ordered(found)


def verify(
    report: Report,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    evidence: Mapping[str, object] | None = None,
) -> Verification:
    """What each rule came to: pass, fail or not checkable, with what it verified one by one.

    The findings are those of :func:`check`; arguments and errors are the same.

    >>> import gxparse
    >>> verification = gxparse.verify(gxparse.read("examples/clean_2023.txt").report)
    >>> [o.rule.code for o in verification.with_status(gxparse.Status.FAIL)]
    []
    >>> len(verification["GX601"].passed)
    7
    """
    subject = Subject(report, evidence)
    subject.detail = True
    nothing = all(value is None for value in subject.row)
    mute = not any(section.text for section in report.sections)
    outcomes: list[Outcome] = []
    for rule in rules_for(Scope.REPORT, report.edition, select=select, ignore=ignore):
        if rule.needs and not all(map(subject.has_evidence, rule.needs)):
            outcomes.append(Outcome(rule, Status.NOT_CHECKABLE))
        else:
            subject.answered, subject.missed = False, False
            findings = run_rule(rule, subject)
            # Nothing found where there was nothing to look at is no pass.
            blind = (subject.missed or nothing) and not subject.answered
            outcomes.append(outcome_of(rule, findings, blind=blind or (mute and "statements" in rule.needs)))
    return Verification(tuple(outcomes))
