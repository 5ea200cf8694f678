"""The sample reports and the matrix of reports with known truth: what their prose restates, and nothing else."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

import gxparse
from gxparse import Report, Section
from gxparse.checks import Subject
from gxparse.checks.prose_figures import Restated, contradicted
from gxparse.checks.prose_readings import NAMES, readings

#: tools that leave the prose whole, one of each family of layouts
TOOLS = [
    "docx.tika113-app",
    "docx.docx2txt-py",
    "docx.libreoffice-html-bs4",
    "docx.pandoc-gfm",
    "docx.python-docx-tsv",
    "doc.catdoc",
    "html.chromium-innerText",
    "html.w3m",
    "html.inscriptis",
    "pdf.pdfplumber-text",
    "pdf.pdftotext-layout",
    "pdf.pymupdf-text",
    "web.pdf.pypdf",
    "rtf.striprtf",
]


@pytest.fixture(scope="module")
def matrix(shared):
    found = {}
    for file in sorted((shared / "matrix").glob("*/truth.json")):
        found[file.parent.name] = json.loads(file.read_text("utf-8"))
    assert len(found) >= 12
    return found


def restated(truth):
    """Path and quantity of each restated figure, and the ones that the prose gives wrongly."""
    items = truth["narrative"]["restated"]
    said = {(item["ref"], Decimal(item["value"])) for item in items}
    return said, {(item["ref"], Decimal(item["value"])) for item in items if not item["agrees"]}


def by_hand(truth):
    """The report of a document with its figures and prose as its author wrote them."""
    values = {
        path: None if value is None else Decimal(value) if path.endswith("amount_cny") else int(value)
        for path, value in truth["values"].items()
    }
    prose = truth["narrative"]
    sections = tuple(
        Section(key, None, prose[name])
        for key, name in (("overview", "overview"), ("problems", "problems"), ("other_matters", "other"))
    )
    return Report.from_values(truth["edition"], values, year=truth["year"], sections=sections)


def found_in(report):
    """Path and quantity of every statement about a figure of the tables, and of those that contradict it."""
    statements = gxparse.statements(report)
    wholes = {id(part): s.topic for s in statements for part in s.parts}
    said = {
        (reading[0], Decimal(s.quantity))
        for s in statements
        if s.topic is not None
        for reading in readings(report.edition, s.topic, wholes.get(id(s)))
    }
    subject = Subject(report, {"statements": statements})
    wrong = {
        (item.paths[0], Decimal(item.statement.quantity))
        for item in contradicted(subject, NAMES)
        if isinstance(item, Restated)
    }
    return said, wrong


def test_every_restated_figure_is_found_and_every_wrong_one_named(matrix):
    counted = 0
    for name, truth in matrix.items():
        expected, wrong = restated(truth)
        said, contradictions = found_in(by_hand(truth))
        assert expected <= said, name
        assert contradictions == wrong, name
        counted += len(expected)
    assert counted >= 100


@pytest.mark.parametrize("tool", TOOLS)
def test_through_the_tools_nothing_right_is_called_wrong(matrix, shared, tool):
    found = named = checkable = 0
    for name, truth in matrix.items():
        result = gxparse.parse((shared / "matrix" / name / f"{tool}.txt").read_text("utf-8"))
        if result.report is None:
            continue
        expected, wrong = restated(truth)
        said, contradictions = found_in(result.report)
        assert contradictions <= wrong, name
        others = {d.code for d in result.diagnostics if d.code > "GX820"} & {
            "GX821",
            "GX830",
            "GX831",
            "GX832",
            "GX833",
        }
        assert others == set(), name
        found += len(expected & said)
        values = result.report.values()
        checkable += sum(values.get(path) is not None for path, _ in wrong)
        named += len(contradictions)
    assert found >= 0.95 * sum(len(restated(truth)[0]) for truth in matrix.values())
    # A figure can be there while another that the words may mean is not.
    assert 0.9 * checkable <= named <= checkable


def test_the_findings_of_the_sample_reports(seeds):
    codes = {}
    for file in seeds:
        found = gxparse.parse(file.read_text("utf-8")).diagnostics
        codes[file.stem[:3]] = [d.code for d in found if d.code.startswith("GX8")]
    assert codes == {"000": ["GX820"], "001": [], "002": [], "003": [], "004": ["GX830"]}


def test_the_sample_reports_have_their_sections_and_metadata(seeds):
    found = {}
    for file in seeds:
        report = gxparse.parse(file.read_text("utf-8")).report
        keys = [s.key for s in report.sections if s.title is not None]
        signed = None if report.signature is None else report.signature.date
        found[file.stem[:3]] = (len(keys), report.body is not None, report.year, report.period is not None, str(signed))
    assert found == {
        "000": (6, True, 2020, False, "None"),
        "001": (6, False, 2020, False, "None"),
        "002": (6, True, 2020, True, "2021-01-25"),
        "003": (6, True, 2021, False, "None"),
        "004": (6, True, 2020, True, "2021-01-28"),
    }
