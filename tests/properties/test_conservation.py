"""Properties 1, 2 and 8: no character is lost, every span says what it covers, every numeral is bound once or named."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse import layouts
from gxparse.strategies import layouts as printers
from gxparse.strategies import printed_reports, reports
from properties.test_round_trip import read

NUMERAL = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?\Z")
#: layouts whose syntax tree has one cell for each cell of the form
CELLED = ("tab-cell", "tab-row", "html", "markdown", "pipe-trail", "pipe-lead", "sheet")


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


@pytest.mark.parametrize("layout", CELLED)
@given(data=st.data())
def test_every_numeral_in_a_table_is_bound_or_named(layout, data):
    """Property 8."""
    printed = data.draw(printed_reports(reports=reports(blanks=True), layouts=printers(names=[layout]), max_damage=2))
    result = read(printed)
    if result.report is None:
        return
    values = result.report.values()
    bound = {result.report.origin(p).span for p, value in values.items() if value is not None}
    cited = [d.span for d in result.diagnostics if d.span is not None]
    cited += [related.span for d in result.diagnostics for related in d.related if related.span is not None]
    cited += [*result.trace.unrecognised, *result.trace.numbers]
    lost = []
    for table in result.document.tables:
        # A table of which nothing was recognised is prose to us: a page number between two lines.
        if not any(span is not None and span in table.span for span in bound):
            continue
        for row in table.rows:
            before = ""
            for cell in row.cells:
                raw, copied = cell.raw.strip(), cell.raw.strip() == before
                # Where merged cells repeat, three equal figures in a row are one figure; two tabs may part them.
                before = raw or before
                if not NUMERAL.match(raw) or copied:
                    continue
                inside = any(span is not None and span in cell.span for span in bound)
                if not inside and not any(span in cell.span or cell.span in span for span in cited):
                    lost.append((raw, cell.span))
    assert lost == []
