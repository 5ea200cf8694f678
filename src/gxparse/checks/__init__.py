"""Checks of a report: its arithmetic, its plausibility, its neighbours in time and space.

Rules live in :mod:`gxparse.checks.rules`, one module each. Nothing here reads a source or changes a report.
"""

from __future__ import annotations

from gxparse.checks.engine import Outcome, Verification, check, verify
from gxparse.checks.model import Case, Finding, Rule, Scope, Status, Verdict, rule
from gxparse.checks.rules import all_rules
from gxparse.checks.subject import EVIDENCE, Subject

__all__ = [
    "EVIDENCE",
    "Case",
    "Finding",
    "Outcome",
    "Rule",
    "Scope",
    "Status",
    "Subject",
    "Verdict",
    "Verification",
    "all_rules",
    "check",
    "rule",
    "verify",
]
