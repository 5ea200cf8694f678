"""Properties 1, 2 and 8: no character is lost, every span says what it covers, every numeral is bound once or named."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from accounting import lost
from gxparse import layouts
from gxparse.diagnostics.model import Severity
from gxparse.strategies import layouts as printers
from gxparse.strategies import printed_reports, reports
from properties.test_round_trip import read


@pytest.mark.parametrize("layout", layouts.names())
@given(data=st.data())
def test_an_origin_shows_what_stands_in_the_text(layout, data):
    """Property 2: the raw text of a figure is what the source has there, and no two figures share a place."""
    printed = data.draw(printed_reports(reports=reports(blanks=True), layouts=printers(names=[layout]), max_damage=1))
    result = read(printed)
    if result.report is None:
        return
    taken: Counter[tuple[int, int]] = Counter()
    for path, value in result.report.values().items():
        origin = result.report.origin(path)
        if value is None:
            assert origin.missing is not None, path
            continue
        assert origin.span is not None, path
        assert origin.span.of(result.source.text) == origin.raw, path
        taken[origin.span.start, origin.span.stop] += 1
    assert {span: count for span, count in taken.items() if count > 1} == {}


@pytest.mark.parametrize("layout", layouts.names())
@given(data=st.data())
def test_every_numeral_in_a_table_is_accounted_for(layout, data):
    """Property 8, in both editions and after any damage: pages, rows that are not the form's, torn labels, noise."""
    printed = data.draw(printed_reports(reports=reports(blanks=True), layouts=printers(names=[layout]), max_damage=3))
    result = read(printed)
    if result.report is not None:
        assert lost(result) == []


#: lines that stand between two rows: of others' rows, of pages, of notes
INTRUDERS = (
    "食堂 7 8",
    "食堂\t7\t8",
    "食堂 | 7 | 8 |",
    "食堂\n7\n8",
    "7 8",
    "3710",
    "- 3 -",
    "第 3 页 共 9 页",
    "Page 8 - 年度报告",
    "注：以上数据截至2023年12月31日。",
    "注：其中 3 件为上年结转",
    "（续表 2）",
    "表3",
    "12.5%",
)


@pytest.mark.parametrize("layout", [name for name in layouts.names() if name != "sheet"])
@given(data=st.data())
def test_what_stands_between_rows_is_accounted_for(layout, data):
    """Property 8: a line of others' anywhere in a table, also in the midst of a row."""
    printed = data.draw(printed_reports(reports=reports(), layouts=printers(names=[layout], plain=True), max_damage=0))
    extents = read(printed).trace.extents
    if not extents:
        return
    extent = extents[data.draw(st.sampled_from(sorted(extents)), label="table")]
    breaks = [m.start() for m in re.finditer("[\n ]", printed.text[: extent.stop]) if m.start() >= extent.start]
    if not breaks:
        return
    at = data.draw(st.sampled_from(breaks), label="at")
    line = data.draw(st.sampled_from(INTRUDERS), label="line")
    text = f"{printed.text[:at]}\n{line}\n{printed.text[at + 1 :]}"
    result = gxparse.parse(text)
    if result.report is not None:
        assert lost(result) == []
        read_back = result.report.values()
        assert {p: v for p, v in read_back.items() if v is not None and v != printed.values[p]} == {}


@pytest.mark.parametrize("layout", layouts.names())
@given(data=st.data())
def test_only_marks_and_labels_are_left_of_a_clean_table(layout, data):
    """No figure of a report in which nothing is amiss is filed as a page number or as a word of a sentence."""
    printed = data.draw(printed_reports(reports=reports(), layouts=printers(names=[layout]), max_damage=0))
    result = read(printed)
    allowed = {"label", "header", "numbering", "copy", "markup"}
    assert {other for other in result.trace.others if other.kind not in allowed} == set()


@pytest.mark.parametrize("layout", layouts.names())
@given(data=st.data())
def test_nothing_is_said_to_be_wrong_with_a_clean_report(layout, data):
    """No error about a text that says every figure."""
    printed = data.draw(printed_reports(reports=reports(), layouts=printers(names=[layout]), max_damage=0))
    if printed.must_read:
        errors = [d for d in read(printed).diagnostics if d.severity is Severity.ERROR]
        assert errors == []
