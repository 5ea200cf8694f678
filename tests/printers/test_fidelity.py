"""Printers against the real tools: the same figures printed here and extracted there give the same lines.

The outputs of the tools lie beside the project; only figures are taken from them, never prose.
"""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from gxparse import layouts
from gxparse.model.report import Report

HEADINGS = (
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
)
DOCUMENT = "e2021_05_city"
#: how that document spells the form
SPELLING = {"numbering": "1. ", "quotes": '""', "wraps": True}

CASES = [
    ("docx.extractous", "tab-cell", {}),
    ("html.bs4-rows-tsv", "tab-row", {"spans": "ragged"}),
    ("html.chromium-innerText", "tab-row", {"spans": "ragged", "line_break": "\n"}),
    ("html.resiliparse", "tab-row", {"spans": "ragged", "separator": "\t\t", "line_break": "\n"}),
    ("docx.python-docx-tsv", "tab-row", {"spans": "repeated", "line_break": "\n"}),
    ("docx.python-docx-tsv-dedup", "tab-row", {"spans": "labels"}),
    ("docx.markitdown", "markdown", {"spans": "widened", "rule": "empty", "pad": " "}),
    ("html.trafilatura-md-recall", "markdown", {"rule": ""}),
    ("rtf.striprtf", "pipe-trail", {"spans": "once", "space": "", "line_break": "\n"}),
    ("xlsx.kreuzberg", "spaced", {"line_break": "\n", "spurious": 5}),
    ("docx.kreuzberg", "spaced", {"spans": "repeated", "line_break": "\n"}),
    ("html.kreuzberg", "spaced", {"spans": "widened", "line_break": " "}),
    ("html.html-text", "spaced", {"spans": "ragged", "blanks": False, "line_break": "\n"}),
    ("odt.odfpy", "line-cell", {}),
    ("rtf.tika113-server", "line-cell", {"covered": True}),
    ("html.bs4-newline", "line-cell", {"white_space": "nodes"}),
    ("html.bs4-empty", "line-cell", {"white_space": "page", "wraps": False}),
    ("html.bs4-newline-strip", "line-cell", {"blanks": False}),
    ("docx.docx2txt-py", "paragraphs", {"covered": True}),
    ("docx.mammoth-raw", "paragraphs", {"wraps": False}),
    ("docx.unstructured", "one-line", {}),
    ("html.html-to-text", "columns", {"wide": 1}),
    ("xlsx.libreoffice-csv", "csv", {"delimiter": "\t"}),
]


@pytest.fixture(scope="module")
def document(shared):
    folder = shared / "matrix" / DOCUMENT
    if not folder.is_dir():
        pytest.skip("the outputs of the extraction tools in ../shared/matrix are not there")
    return folder


@pytest.fixture(scope="module")
def report(document):
    truth = json.loads((document / "truth.json").read_text("utf-8"))
    values = {
        path: Decimal(value) if path.endswith("_cny") and value is not None else value
        for path, value in truth["values"].items()
    }
    return Report.from_values(truth["edition"], values)


def lines_between(text: str, section: int) -> list[str]:
    """The lines between two section headings, without empty ones at the ends and white space behind."""
    start = text.index("\n", text.index(HEADINGS[section])) + 1
    stop = text.rindex("\n", 0, text.index(HEADINGS[section + 1])) + 1
    lines = [line.rstrip() for line in text[start:stop].replace("\r\n", "\n").lstrip("\n").split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    return lines


@pytest.mark.parametrize("section", [0, 1, 2])
@pytest.mark.parametrize(("tool", "layout", "options"), CASES, ids=[case[0] for case in CASES])
def test_a_printer_writes_what_the_tool_leaves(document, report, tool, layout, options, section):
    extracted = (document / f"{tool}.txt").read_text("utf-8")
    printed = layouts.render(report, layout, **(SPELLING | options))
    mine, theirs = lines_between(printed, section), lines_between(extracted, section)
    assert any(mine)
    assert mine == theirs


def test_rows_of_json_are_those_of_the_tool(document, report):
    theirs = json.loads((document / "xlsx.any-text.txt").read_text("utf-8"))
    mine = json.loads(layouts.render(report, "json-rows", **SPELLING))

    def table(whole):
        (rows,) = whole.values()
        start, stop = (next(n for n, row in enumerate(rows) if row[:1] == [h]) for h in (HEADINGS[0], HEADINGS[3]))
        return rows[start:stop]

    assert table(mine) == table(theirs)


@pytest.mark.parametrize("section", [0, 1, 2])
def test_boxes_hold_what_the_text_browser_draws(document, report, section):
    """Text browsers choose other widths, so borders are compared without their lengths."""
    extracted = (document / "html.w3m-cols200.txt").read_text("utf-8")
    printed = layouts.render(report, "box", **SPELLING)

    def shape(text):
        return [line.replace("─", "").replace(" ", "") for line in lines_between(text, section)]

    assert shape(printed) == shape(extracted)


@pytest.mark.parametrize("section", [0, 2])
def test_dashed_tables_hold_what_pandoc_writes(document, report, section):
    """Section three is left out: pandoc breaks its longest label over two lines, by relative column widths."""
    extracted = (document / "docx.pandoc-plain.txt").read_text("utf-8")
    printed = layouts.render(report, "dashed", **SPELLING)

    def cells(text):
        return [line.split() for line in lines_between(text, section) if line.strip(" -")]

    assert cells(printed) == cells(extracted)
