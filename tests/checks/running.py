"""Runs one rule on one of its examples."""

from __future__ import annotations

from gxparse.checks import Scope, Subject
from gxparse.checks.engine import run_rule
from gxparse.checks.examples import report_of
from gxparse.diagnostics.model import Diagnostic


def findings_of(rule, case):
    """The diagnostics of one rule on an example, whatever its scope."""
    report = report_of(case)
    assert rule.scope is Scope.REPORT
    return [f for f in run_rule(rule, Subject(report)) if isinstance(f, Diagnostic)]
