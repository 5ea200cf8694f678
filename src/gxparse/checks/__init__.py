"""Checks of a report: its arithmetic, its plausibility, its neighbours in time and space.

Rules live in :mod:`gxparse.checks.rules`, one module each; the folder is the list. Nothing here reads a source or
changes a report.
"""

from __future__ import annotations

from gxparse.checks.across import check_captures, check_family, check_peers, check_years
from gxparse.checks.baseline import Accepted, Baseline, fingerprint, report_name
from gxparse.checks.causes import Cause, group_by_cause
from gxparse.checks.engine import Outcome, Verification, check, verify
from gxparse.checks.least_change import LeastChange, LeastChanges, least_changes
from gxparse.checks.model import Case, Finding, Rule, Scope, Status, Verdict, rule
from gxparse.checks.rules import all_rules
from gxparse.checks.subject import EVIDENCE, Subject

__all__ = [
    "EVIDENCE",
    "Accepted",
    "Baseline",
    "Case",
    "Cause",
    "Finding",
    "LeastChange",
    "LeastChanges",
    "Outcome",
    "Rule",
    "Scope",
    "Status",
    "Subject",
    "Verdict",
    "Verification",
    "all_rules",
    "check",
    "check_captures",
    "check_family",
    "check_peers",
    "check_years",
    "fingerprint",
    "group_by_cause",
    "least_changes",
    "report_name",
    "rule",
    "verify",
]
