"""Findings as SARIF 2.1.0 (Static Analysis Results Interchange Format, an OASIS standard).

Editors, code-scanning pages and review tools read it. One run holds the findings of all files; each code that occurs
is a rule with its texts. Columns count Unicode code points (``columnKind``), like every span of gxparse.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from attrs import frozen

from gxparse.diagnostics.catalogue import Entry, find_entry
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import general, hint, message, position, severity_word
from gxparse.source.model import SourceText
from gxparse.span import Span

__all__ = ["SARIF_SCHEMA", "SourceFindings", "sarif_log", "sarif_text"]

SARIF_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.INCONSISTENCY: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}


@frozen
class SourceFindings:
    """What was found in one file."""

    #: path of the file as it was given, or a name for a stream
    name: str
    source: SourceText | None
    diagnostics: Sequence[Diagnostic]
    #: fingerprint of a diagnostic that stays the same under unrelated edits, where there is one
    fingerprints: Mapping[Diagnostic, str] = {}


def _message(text: str) -> dict[str, str]:
    # Braces are placeholders in SARIF; those that are meant are doubled.
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _uri(name: str) -> str:
    path = PurePath(name)
    if path.is_absolute():
        return path.as_uri()
    try:
        # Python has a lone surrogate for each byte of a file name that is no UTF-8.
        return quote(path.as_posix(), errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(path.as_posix(), errors="surrogatepass")


def _region(source: SourceText, span: Span) -> dict[str, int]:
    line, column = position(source.text, span.start)
    end_line, end_column = position(source.text, span.stop)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _location(found: SourceFindings, span: Span | None, path: str | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(found.name)}}
    logical: list[dict[str, str]] = []
    if path is not None:
        logical.append({"fullyQualifiedName": path, "kind": "member"})
    if span is not None and found.source is not None:
        place = found.source.place_of(span)
        if place is None:
            physical["region"] = _region(found.source, span)
        else:
            logical.append({"name": place.address, "kind": "element"})
    location: dict[str, Any] = {"physicalLocation": physical}
    if logical:
        location["logicalLocations"] = logical
    return location


def _rule(entry: Entry, lang: Language) -> dict[str, Any]:
    zh = lang == "zh"
    rule: dict[str, Any] = {
        "id": entry.code,
        "name": "".join(part.capitalize() for part in entry.slug.split("-")),
        "shortDescription": _message(general(entry.zh if zh else entry.en)),
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }
    if doc := entry.doc_zh if zh else entry.doc_en:
        rule["fullDescription"] = _message(doc)
    if advice := entry.hint_zh if zh else entry.hint_en:
        rule["help"] = _message(general(advice))
    properties = {"severity": entry.severity.value, "since": entry.since}
    rule["properties"] = properties | ({"basis": entry.basis} if entry.basis else {})
    return rule


def _result(found: SourceFindings, diagnostic: Diagnostic, rules: dict[str, int], lang: Language) -> dict[str, Any]:
    text = message(diagnostic, lang) or severity_word(diagnostic.severity, lang)
    if (advice := hint(diagnostic, lang)) is not None:
        text += f"\n{advice}"
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(text),
        "locations": [_location(found, diagnostic.span, diagnostic.path)],
    }
    if diagnostic.code in rules:
        result["ruleIndex"] = rules[diagnostic.code]
    related = [
        _location(found, r.span, r.path) | {"id": number, "message": _message(r.role or r.path or "related")}
        for number, r in enumerate(diagnostic.related, 1)
        if r.span is not None or r.path is not None
    ]
    if related:
        result["relatedLocations"] = related
    if (fingerprint := found.fingerprints.get(diagnostic)) is not None:
        result["partialFingerprints"] = {"gxparse/v1": fingerprint}
    result["properties"] = {"severity": diagnostic.severity.value}
    return result


def sarif_log(files: Iterable[SourceFindings], *, version: str, lang: Language = "en") -> dict[str, Any]:
    """A SARIF log with one run, as plain data.

    *version* is the version of gxparse. Texts are in *lang*; levels are ``error`` for errors and inconsistencies,
    ``warning`` and ``note``; the severity itself stands under ``properties``.

    >>> found = Diagnostic("GX601", Severity.INCONSISTENCY, {"column": "自然人"}, path="requests.results.total.total")
    >>> [run] = sarif_log([SourceFindings("a b.txt", None, [found])], version="0.1.0")["runs"]
    >>> run["results"][0]["level"], run["results"][0]["locations"][0]["physicalLocation"]
    ('error', {'artifactLocation': {'uri': 'a%20b.txt'}})
    """
    given = list(files)
    codes = sorted({d.code for found in given for d in found.diagnostics})
    entries = [entry for code in codes if (entry := find_entry(code)) is not None]
    rules = {entry.code: number for number, entry in enumerate(entries)}
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "gxparse",
                        "semanticVersion": version,
                        "language": "zh-CN" if lang == "zh" else "en-US",
                        "rules": [_rule(entry, lang) for entry in entries],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "language": "zh-CN" if lang == "zh" else "en-US",
                "artifacts": [{"location": {"uri": uri}} for uri in dict.fromkeys(_uri(found.name) for found in given)],
                "results": [_result(found, d, rules, lang) for found in given for d in found.diagnostics],
            }
        ],
    }


def sarif_text(files: Iterable[SourceFindings], *, version: str, lang: Language = "en") -> str:
    """:func:`sarif_log` as JSON text, pure ASCII, so that no tool can mistake its encoding."""
    return json.dumps(sarif_log(files, version=version, lang=lang), indent=2)
