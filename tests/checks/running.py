"""Runs one rule on one of its examples, whatever the rule is called with."""

from __future__ import annotations

import gxparse.pipeline  # noqa: F401 – it tells the rules who reads prose
from gxparse.checks import Scope, Subject
from gxparse.checks.across import Family, Pair, Peers
from gxparse.checks.engine import run_rule
from gxparse.checks.examples import report_of
from gxparse.diagnostics.model import Diagnostic


def subject_of(rule, case):
    """What the rule is called with for an example."""
    subject = Subject(report_of(case))
    others = tuple(Subject(report_of(other)) for other in case.others)
    if rule.scope is Scope.REPORT:
        assert not others
        return subject
    if rule.scope is Scope.FAMILY:
        return Family(subject, others)
    if rule.scope is Scope.PEERS:
        return Peers((subject, *others))
    (previous,) = others
    return Pair(previous, subject)


def findings_of(rule, case):
    """The diagnostics of one rule on an example."""
    return [f for f in run_rule(rule, subject_of(rule, case)) if isinstance(f, Diagnostic)]
