"""Every limit: reached, it is said with a code, and nothing is raised."""

from __future__ import annotations

import random

import attrs
import pytest

from gxparse.limits import Limits
from gxparse.source import read_source
from source.documents import p, tbl, tc, tr, word_of_xml
from source.hostile import page, workbook

WORD = word_of_xml(p("甲" * 500) + tbl(tr("规章", "1"), tr("文件", "2")))
TABLE = page("<table><tr><td>a<td>1<tr><td>b<td>2</table>" * 2)
RTF = rb"{\rtf1\trowd\cellx500\cellx900 \intbl 1\cell 2\cell\row}"
#: two megabytes that pack about a hundred to one
PACKED = word_of_xml(p(random.Random(1).randbytes(10_000).hex() * 100))

#: limit -> (its value, a file that goes over it, the code)
CASES = {
    "file_bytes": (100, WORD, "GX120"),
    "text_chars": (100, WORD, "GX121"),
    "diagnostics": (0, b"\x00" + "一".encode(), "GX129"),
    "archive_members": (2, WORD, "GX122"),
    "member_bytes": (200, WORD, "GX122"),
    "compression_ratio": (50, PACKED, "GX122"),
    "tags": (5, TABLE, "GX127"),
    "xml_nodes": (10, WORD, "GX127"),
    "table_depth": (1, word_of_xml(tbl(tr("a", tc(tbl(tr("b", "c")) + p(""))))), "GX123"),
    "xml_depth": (3, page("<div><div><div><div>x"), "GX128"),
    "column_span": (3, page("<table><tr><td colspan=4>a<td>b</table>"), "GX124"),
    "row_span": (3, page("<table><tr><td rowspan=4>a<td>b</table>"), "GX124"),
    "grid_cells": (3, TABLE, "GX125"),
    "tables": (1, TABLE, "GX126"),
    "row_cells": (1, RTF, "GX141"),
}  # fmt: skip
#: tested with the formats that have them
ELSEWHERE = {"pages", "isolate", "seconds", "memory_bytes"}


def test_no_limit_is_forgotten():
    assert {field.name for field in attrs.fields(Limits)} == set(CASES) | ELSEWHERE


@pytest.mark.parametrize("name", CASES)
def test_a_limit_that_is_reached_is_said(name):
    value, data, code = CASES[name]
    assert code not in {d.code for d in read_source(data)[1]}
    source, diagnostics = read_source(data, None, Limits(**{name: value}))
    assert code in {d.code for d in diagnostics}
    assert len(source.text) <= len(read_source(data)[0].text)


def test_limits_of_worksheets():
    body = '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="D4"><v>1</v></c></row></sheetData>'
    body += '<mergeCells><mergeCell ref="A1:D4"/></mergeCells>'
    assert "GX125" in {d.code for d in read_source(workbook(body), None, Limits(grid_cells=3))[1]}


def test_every_limit_and_every_reader_is_in_the_documentation(project):
    from importlib import import_module
    from pkgutil import iter_modules

    import gxparse.source

    text = (project / "docs" / "files.md").read_text("utf-8")
    for field in attrs.fields(Limits):
        assert f"`{field.name}`" in text
    for module in iter_modules(gxparse.source.__path__):
        for format_ in getattr(import_module(f"gxparse.source.{module.name}"), "FORMATS", ()):
            assert f"`{format_}`" in text or f"`.{format_}`" in text
