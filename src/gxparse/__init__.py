"""gxparse reads annual reports on government information disclosure (政府信息公开工作年度报告).

Right, else refused with a code, never silently wrong; ``None`` is never 0.

>>> import gxparse
>>> result = gxparse.parse("一、总体情况")
>>> [d.code for d in result.diagnostics if d.code == "GX302"]
['GX302']
"""

from __future__ import annotations

from gxparse.checks import check
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
from gxparse.span import Span

__version__ = "0.1.0"

__all__ = [
    "DEFAULT_LIMITS",
    "Diagnostic",
    "Extent",
    "GxparseError",
    "Heading",
    "Limits",
    "Missing",
    "MissingExtra",
    "Origin",
    "Origins",
    "ParseResult",
    "Period",
    "Place",
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
    "Trace",
    "UnreadableSource",
    "UsageError",
    "check",
    "dumps",
    "json_schema",
    "loads",
    "parse",
    "read",
    "statements",
]
