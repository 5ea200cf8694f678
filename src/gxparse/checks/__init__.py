"""Checks of a report: its arithmetic, its plausibility, its neighbours in time and space.

Rules live in :mod:`gxparse.checks.rules`, one module each; the folder is the list. Nothing here reads a source or
changes a report.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from gxparse.checks.engine import Outcome, Verification, check, verify
from gxparse.checks.model import Case, Finding, Rule, Scope, Status, Verdict, rule
from gxparse.checks.rules import all_rules
from gxparse.checks.subject import EVIDENCE, Subject

if TYPE_CHECKING:
    from gxparse.checks.across import check_captures, check_family, check_peers, check_years
    from gxparse.checks.baseline import Accepted, Baseline, fingerprint, report_name
    from gxparse.checks.causes import Cause, group_by_cause
    from gxparse.checks.least_change import LeastChange, LeastChanges, least_changes

#: Names that most callers never use, with the module that is imported when they do: ``import gxparse`` stays light.
_LATER = {
    "Accepted": "baseline",
    "Baseline": "baseline",
    "Cause": "causes",
    "LeastChange": "least_change",
    "LeastChanges": "least_change",
    "check_captures": "across",
    "check_family": "across",
    "check_peers": "across",
    "check_years": "across",
    "fingerprint": "baseline",
    "group_by_cause": "causes",
    "least_changes": "least_change",
    "report_name": "baseline",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(importlib.import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


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
