"""SARIF 2.1.0: valid, complete, with the right places.

Held against the part of the standard that gxparse writes, in ``sarif_2_1_0_part.schema.json``. Where the variable
``GXPARSE_SARIF_SCHEMA`` names a file with the official schema, the logs are held against that too.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import arbitrary
import gxparse
from gxparse.diagnostics.language import LANGUAGES
from gxparse.diagnostics.model import Diagnostic, Related, Severity
from gxparse.source.model import Place, SourceText
from gxparse.span import Span
from gxparse.views.sarif import SourceFindings, sarif_log, sarif_text

PART = json.loads(Path(__file__).with_name("sarif_2_1_0_part.schema.json").read_text("utf-8"))


def schemas():
    yield pytest.param(PART, id="part")
    official = os.environ.get("GXPARSE_SARIF_SCHEMA")
    if official:
        yield pytest.param(json.loads(Path(official).read_text("utf-8")), id="official")


def faults(schema, log):
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(log)]


@pytest.fixture(params=list(schemas()))
def schema(request):
    return request.param


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_logs_of_the_examples_are_valid(schema, project, lang):
    results = [(f, gxparse.read(f)) for f in sorted((project / "examples").glob("*.txt"))]
    assert results
    files = [SourceFindings(f.name, r.source, r.diagnostics) for f, r in results]
    log = json.loads(sarif_text(files, version="1.2.3", lang=lang))
    assert faults(schema, log) == []
    run = log["runs"][0]
    assert len(run["results"]) == sum(len(r.diagnostics) for _f, r in results)
    assert len(run["artifacts"]) == len(results)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


@given(st.lists(arbitrary.diagnostics, max_size=4), arbitrary.texts)
@settings(max_examples=20)
def test_any_findings_make_a_valid_log(found, text):
    name = text.replace("\x00", "") or "-"
    log = json.loads(sarif_text([SourceFindings(name, SourceText(text), found)], version="0.0.1"))
    assert faults(PART, log) == []


def test_the_part_refuses_what_is_no_sarif():
    """The schema is no rubber stamp."""
    log = sarif_log([SourceFindings("a.txt", None, [Diagnostic("GX601", Severity.INCONSISTENCY)])], version="0.1.0")
    assert faults(PART, log) == []
    log["runs"][0]["results"][0]["level"] = "inconsistency"
    log["runs"][0]["results"][0]["message"]["text"] = "{column}"
    assert len(faults(PART, log)) == 2


def test_a_region_counts_lines_and_characters_from_one():
    source = SourceText("标题\n\t𠀀1 2\n", "a.txt")
    found = Diagnostic("GX401", Severity.ERROR, {"raw": "1 2"}, Span(5, 8), "requests.received.total")
    [run] = sarif_log([SourceFindings("a.txt", source, [found])], version="0.1.0")["runs"]
    [location] = run["results"][0]["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 6}
    assert location["logicalLocations"] == [{"fullyQualifiedName": "requests.received.total", "kind": "member"}]
    assert run["columnKind"] == "unicodeCodePoints"


def test_a_file_without_lines_has_its_address_and_no_region():
    source = SourceText("\x1e\x1f1", "a.docx", "docx", places=(Place(Span(2, 3), "table 1, row 1, column 1"),))
    found = Diagnostic("GX401", Severity.ERROR, {}, Span(2, 3))
    [run] = sarif_log([SourceFindings("a.docx", source, [found])], version="0.1.0")["runs"]
    [location] = run["results"][0]["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"] == [{"name": "table 1, row 1, column 1", "kind": "element"}]


def test_the_other_cells_of_an_equation_are_related_places():
    source = SourceText("1\n2\n", "a.txt")
    found = Diagnostic(
        "GX604", Severity.INCONSISTENCY, {}, Span(2, 3), related=(Related(Span(0, 1), None, "left"), Related())
    )
    [run] = sarif_log([SourceFindings("a.txt", source, [found])], version="0.1.0")["runs"]
    [related] = run["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["region"]["startLine"] == 1
    assert (related["id"], related["message"]) == (1, {"text": "left"})


@pytest.mark.parametrize(
    ("severity", "level"),
    [("error", "error"), ("inconsistency", "error"), ("warning", "warning"), ("note", "note")],
)
def test_levels(severity, level):
    found = Diagnostic("GX997", Severity(severity))
    [result] = sarif_log([SourceFindings("-", None, [found])], version="0.1.0")["runs"][0]["results"]
    assert (result["level"], result["properties"]["severity"]) == (level, severity)


def test_fingerprints_are_passed_on():
    found = Diagnostic("GX997", Severity.NOTE)
    files = [SourceFindings("a", None, [found], {found: "abc"})]
    [result] = sarif_log(files, version="0.1.0")["runs"][0]["results"]
    assert result["partialFingerprints"] == {"gxparse/v1": "abc"}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("年报 2020.txt", "%E5%B9%B4%E6%8A%A5%202020.txt"),
        ("a/b.txt", "a/b.txt"),
        ("/tmp/a b", "file:///tmp/a%20b"),
        ("-", "-"),
    ],
)
def test_names_become_uris(name, uri):
    [run] = sarif_log([SourceFindings(name, None, [])], version="0.1.0")["runs"]
    assert run["artifacts"] == [{"location": {"uri": uri}}]


def test_the_text_is_ascii():
    found = Diagnostic("GX997", Severity.NOTE, {"raw": "总计\ud800"})
    assert sarif_text([SourceFindings("年报.txt", None, [found])], version="0.1.0").isascii()
