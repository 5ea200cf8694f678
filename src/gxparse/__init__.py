"""gxparse reads annual reports on government information disclosure (政府信息公开工作年度报告).

Right, else refused with a code, never silently wrong; ``None`` is never 0.

>>> import gxparse
>>> result = gxparse.parse("一、总体情况")
>>> [d.code for d in result.diagnostics if d.code == "GX302"]
['GX302']
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gxparse.checks import Status, Verification, check, verify
    from gxparse.checks.across import check_family, check_years
    from gxparse.checks.least_change import LeastChange, LeastChanges, least_changes
    from gxparse.checks.metrics import metrics
    from gxparse.codec import dumps, json_schema, loads
    from gxparse.diagnostics.model import Diagnostic, Related, Severity
    from gxparse.errors import GxparseError, MissingExtra, SchemaError, UnreadableSource, UsageError
    from gxparse.limits import DEFAULT_LIMITS, Limits
    from gxparse.model.origin import Heading, Missing, Origin, Origins, Repair, Section
    from gxparse.model.report import Period, Report, Signature
    from gxparse.model.statement import Extent, Statement
    from gxparse.narrative import statements
    from gxparse.pipeline import ParseResult, Trace, parse, read
    from gxparse.source.model import Place, SourceText
    from gxparse.source.recognise import RecognisedWord, Recogniser
    from gxparse.span import Span

__version__ = "0.1.0"

#: Public name -> module it lives in. Each is imported when it is first asked for, so that ``import gxparse`` costs
#: nothing that the caller does not use.
_HOMES = {
    "DEFAULT_LIMITS": "gxparse.limits",
    "Diagnostic": "gxparse.diagnostics.model",
    "Extent": "gxparse.model.statement",
    "GxparseError": "gxparse.errors",
    "Heading": "gxparse.model.origin",
    "LeastChange": "gxparse.checks.least_change",
    "LeastChanges": "gxparse.checks.least_change",
    "Limits": "gxparse.limits",
    "Missing": "gxparse.model.origin",
    "MissingExtra": "gxparse.errors",
    "Origin": "gxparse.model.origin",
    "Origins": "gxparse.model.origin",
    "ParseResult": "gxparse.pipeline",
    "Period": "gxparse.model.report",
    "Place": "gxparse.source.model",
    "RecognisedWord": "gxparse.source.recognise",
    "Recogniser": "gxparse.source.recognise",
    "Related": "gxparse.diagnostics.model",
    "Repair": "gxparse.model.origin",
    "Report": "gxparse.model.report",
    "SchemaError": "gxparse.errors",
    "Section": "gxparse.model.origin",
    "Severity": "gxparse.diagnostics.model",
    "Signature": "gxparse.model.report",
    "SourceText": "gxparse.source.model",
    "Span": "gxparse.span",
    "Statement": "gxparse.model.statement",
    "Status": "gxparse.checks",
    "Trace": "gxparse.pipeline",
    "UnreadableSource": "gxparse.errors",
    "UsageError": "gxparse.errors",
    "Verification": "gxparse.checks",
    # From the pipeline, which tells the rules who reads prose.
    "check": "gxparse.pipeline",
    "check_family": "gxparse.checks.across",
    "check_years": "gxparse.checks.across",
    "dumps": "gxparse.codec",
    "json_schema": "gxparse.codec",
    "least_changes": "gxparse.checks.least_change",
    "loads": "gxparse.codec",
    "metrics": "gxparse.checks.metrics",
    "parse": "gxparse.pipeline",
    "read": "gxparse.pipeline",
    "statements": "gxparse.narrative",
    "verify": "gxparse.pipeline",
}
#: Public modules that can be reached without an import of their own.
_MODULES = ("layouts", "strategies")

__all__ = [
    "DEFAULT_LIMITS",
    "Diagnostic",
    "Extent",
    "GxparseError",
    "Heading",
    "LeastChange",
    "LeastChanges",
    "Limits",
    "Missing",
    "MissingExtra",
    "Origin",
    "Origins",
    "ParseResult",
    "Period",
    "Place",
    "RecognisedWord",
    "Recogniser",
    "Related",
    "Repair",
    "Report",
    "SchemaError",
    "Section",
    "Severity",
    "Signature",
    "SourceText",
    "Span",
    "Statement",
    "Status",
    "Trace",
    "UnreadableSource",
    "UsageError",
    "Verification",
    "check",
    "check_family",
    "check_years",
    "dumps",
    "json_schema",
    "least_changes",
    "loads",
    "metrics",
    "parse",
    "read",
    "statements",
    "verify",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        value = getattr(importlib.import_module(_HOMES[name]), name)
        globals()[name] = value
        return value
    if name in _MODULES:
        return importlib.import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    # Without what this file itself imports: editors and notebooks offer these names.
    return sorted({*__all__, *_MODULES, *(name for name in globals() if name.startswith("__"))})
