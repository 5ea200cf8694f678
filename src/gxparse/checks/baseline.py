"""Fingerprints of findings, and a file of those that were accepted.

A fingerprint is made from what a finding says (its code, the cells and the figures it is about), not from where it
stands, so that it survives edits elsewhere in the report. When one of its figures changes it is another finding.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import asdict, field, frozen

from gxparse.checks.across import PEER
from gxparse.diagnostics.model import Diagnostic, Param
from gxparse.errors import SchemaError
from gxparse.model.report import Report

if TYPE_CHECKING:
    from cattrs import Converter

#: Version of the file format.
SCHEMA: Final = 1
_KIND: Final = "baseline"


def fingerprint(diagnostic: Diagnostic, report: str = "") -> str:
    """Sixteen hexadecimal digits that stay the same as long as the finding says the same.

    *report* is the name of the report that it is about (:func:`report_name`); the same finding in two reports has
    two fingerprints. Spans do not count, nor does the severity.

    >>> from gxparse.diagnostics.model import Diagnostic, Severity
    >>> from gxparse.span import Span
    >>> finding = Diagnostic("GX601", Severity.INCONSISTENCY, {"left": 1, "right": 0}, span=Span(10, 11))
    >>> moved = Diagnostic("GX601", Severity.INCONSISTENCY, {"left": 1, "right": 0}, span=Span(99, 100))
    >>> fingerprint(finding) == fingerprint(moved)
    True
    """
    said = [
        diagnostic.code,
        report,
        diagnostic.path or "",
        [[related.role, related.path or ""] for related in diagnostic.related],
        # The place of a report among its peers is not what a finding says.
        {key: _plain(value) for key, value in diagnostic.params.items() if key != PEER},
    ]
    text = json.dumps(said, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


def _plain(value: Param) -> Any:
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    # Ints of thousands of digits cannot be written in decimals.
    return hex(value) if isinstance(value, int) else value


def report_name(report: Report) -> str:
    """How a baseline names a report: body and year, or else its title.

    >>> report_name(Report.from_values("revised_2021", {}, body="青石镇人民政府", year=2023))
    '青石镇人民政府 2023'
    """
    parts = [report.body, None if report.year is None else str(report.year)]
    return " ".join(part for part in parts if part) or (report.title or "")


@frozen(order=True)
class Accepted:
    """A finding that was accepted."""

    fingerprint: str
    code: str
    #: name of the report
    report: str = ""
    #: how many findings with that fingerprint were accepted
    count: int = 1
    path: str | None = field(default=None, order=lambda path: path or "")
    #: why; free text
    reason: str = ""


@frozen
class Baseline:
    """Findings that were accepted, so that only new ones are shown."""

    accepted: tuple[Accepted, ...] = ()

    @classmethod
    def of(cls, findings: Mapping[str, Iterable[Diagnostic]], reason: str = "") -> Baseline:
        """Accept all findings, given by name of the report (:func:`report_name`, or the name of a file)."""
        counts: Counter[tuple[str, str, str, str | None]] = Counter()
        for report, diagnostics in findings.items():
            for diagnostic in diagnostics:
                counts[fingerprint(diagnostic, report), diagnostic.code, report, diagnostic.path] += 1
        items = (Accepted(print_, code, report, n, path, reason) for (print_, code, report, path), n in counts.items())
        return cls(tuple(sorted(items, key=lambda item: (item.report, item.code, item.path or "", item.fingerprint))))

    def split(
        self, report: str, diagnostics: Iterable[Diagnostic]
    ) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
        """The new findings and the accepted ones, each in the order given.

        Where a finding occurs more often than it was accepted, the surplus is new.
        """
        left: Counter[str] = Counter()
        for item in self.accepted:
            if item.report == report:
                left[item.fingerprint] += item.count
        new: list[Diagnostic] = []
        known: list[Diagnostic] = []
        for diagnostic in diagnostics:
            key = fingerprint(diagnostic, report)
            if left[key] > 0:
                left[key] -= 1
                known.append(diagnostic)
            else:
                new.append(diagnostic)
        return tuple(new), tuple(known)

    def stale(self, findings: Mapping[str, Iterable[Diagnostic]]) -> tuple[Accepted, ...]:
        """What was accepted in these reports and no longer occurs; reports that are not given are left alone."""
        seen = {fingerprint(d, report) for report, diagnostics in findings.items() for d in diagnostics}
        return tuple(item for item in self.accepted if item.report in findings and item.fingerprint not in seen)

    def dumps(self) -> str:
        """The baseline as JSON, in a stable order."""
        content = {
            "gxparse": _KIND,
            "schema": SCHEMA,
            "accepted": [asdict(item) for item in self.accepted],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def loads(cls, text: str) -> Baseline:
        """Read a baseline. Raises :class:`~gxparse.errors.SchemaError` for anything but what :meth:`dumps` writes."""
        try:
            content = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise SchemaError(f"this is no JSON: {error}") from error
        if not isinstance(content, dict) or content.get("gxparse") != _KIND:
            raise SchemaError("this is no gxparse baseline")
        # True equals 1, and is no version.
        if type(content.get("schema")) is not int or content["schema"] != SCHEMA:
            raise SchemaError(f"the baseline has schema {content.get('schema')!r}; this version reads {SCHEMA}")
        if set(content) != {"gxparse", "schema", "accepted"}:
            raise SchemaError("a baseline has the keys gxparse, schema and accepted")
        if not isinstance(content["accepted"], list):
            raise SchemaError("the baseline is damaged", ("expected a list @ $.accepted",))
        # Imported late: most callers never read a baseline.
        from cattrs import BaseValidationError, transform_error

        try:
            return cls(_converter().structure(content["accepted"], tuple[Accepted, ...]))
        except BaseValidationError as error:
            raise SchemaError("the baseline is damaged", tuple(transform_error(error))) from error


def _strict(kind: type) -> Any:
    def structure(value: Any, _type: Any) -> Any:
        # Without this, cattrs turns 3.7 into 3 and True into 1.
        if type(value) is not kind:
            raise ValueError(f"expected {kind.__name__}, got {value!r}")
        return value

    return structure


@functools.cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(int, _strict(int))
    converter.register_structure_hook(str, _strict(str))
    return converter
