"""What a type checker knows of the public API; checked by mypy and pyright, never run."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any, assert_type

import gxparse

result = gxparse.parse("一、总体情况", name="a.txt")
assert_type(result, gxparse.ParseResult)
assert_type(result.diagnostics, tuple[gxparse.Diagnostic, ...])
assert_type(result.report, gxparse.Report | None)
assert_type(gxparse.read(Path("a.txt")), gxparse.ParseResult)
assert_type(gxparse.read(b""), gxparse.ParseResult)

report = gxparse.Report.from_values("revised_2021", {"requests.received.total": 3}, year=2023)
assert_type(report, gxparse.Report)
assert_type(report.year, int | None)
assert_type(report.requests.received.total, int | None)
assert_type(report.requests.results.refused.state_secret.natural_person, int | None)
assert_type(report.proceedings.litigation.direct.upheld, int | None)
assert_type(report.values(), dict[str, int | Decimal | None])
assert_type(report.overview, gxparse.Section | None)

origin = report.origin("requests.received.total")
assert_type(origin, gxparse.Origin)
assert_type(origin.missing, gxparse.Missing | None)
assert_type(origin.span, gxparse.Span | None)

for diagnostic in gxparse.check(report):
    assert_type(diagnostic, gxparse.Diagnostic)
    assert_type(diagnostic.severity, gxparse.Severity)
    assert_type(diagnostic.span, gxparse.Span | None)

assert_type(gxparse.dumps(report, provenance=False, indent=1), str)
assert_type(gxparse.loads("{}"), gxparse.Report)
assert_type(gxparse.json_schema("result"), dict[str, Any])
