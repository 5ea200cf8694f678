"""A trace says why each table was taken from the layout it was taken from, and what nobody recognised."""

from __future__ import annotations

from hypothesis import given

import gxparse
from gxparse import layouts
from gxparse.forms.editions import edition_of
from gxparse.model.report import Report
from gxparse.strategies import printed_reports


@given(printed_reports())
def test_the_best_reading_is_the_one_that_was_taken(printed):
    result = gxparse.parse(printed.text)
    trace = result.trace
    assert {e.table: e.layout for e in trace.evidence if e.taken} == trace.tables
    assert {e.layout for e in trace.evidence} <= set(trace.layouts)
    for taken in (e for e in trace.evidence if e.taken):
        rivals = [e for e in trace.evidence if e.table == taken.table and not e.taken]
        if any(rival.sums is not None for rival in rivals):
            assert (taken.rows, taken.sums) >= max((rival.rows, rival.sums) for rival in rivals)
        else:
            assert taken.sums is None
    if result.report is not None and trace.evidence:
        forms = {t.key: len(t.rows) for t in edition_of(result.report.edition).tables}
        assert {e.table: e.form_rows for e in trace.evidence} == {key: forms[key] for key in trace.tables}
    described = trace.describe(printed.text)
    assert all(table in described for table in trace.tables)


def test_rows_that_nobody_recognised_are_shown_with_their_line(project):
    report = gxparse.read(project / "examples" / "clean_2023.txt").report
    text = layouts.render(report, "tab-row").replace("二、主动", "食堂\t7\t8\n二、主动")
    trace = gxparse.parse(text).trace
    [span] = trace.unrecognised
    assert span.of(text).strip() == "食堂\t7\t8"
    line = text[: span.start].count("\n") + 1
    assert trace.describe(text).endswith(f"rows of tables that were not recognised: 1\n  line {line}: 食堂 7 8")
    assert trace.describe().endswith("rows of tables that were not recognised: 1")


def test_strange_rows_of_every_reading_that_was_used_are_told(project):
    report = gxparse.read(project / "examples" / "clean_2023.txt").report
    rows, pipes = (layouts.render(report, name) for name in ("tab-row", "pipe-trail"))
    head, mark, _ = rows.partition("三、收到和处理")
    text = head + mark + pipes.partition(mark)[2].replace("六、其他", "食堂 | 7 | 8 |\n茶馆 | 9 | 1 |\n六、其他")
    text = text.replace("二、主动", "球队\t3\t4\n二、主动")
    result = gxparse.parse(text)
    assert set(result.trace.tables.values()) >= {"tab-row", "pipe-trail"}
    # The row right behind a table is cited by a diagnostic as part of it.
    assert "GX305" in {d.code for d in result.diagnostics}
    shown = [" ".join(span.of(text).split()) for span in result.trace.unrecognised]
    assert shown == ["球队 3 4", "茶馆 | 9 | 1 |"]


def test_a_text_without_tables_has_a_trace():
    trace = gxparse.parse("一盘豆腐").trace
    assert trace.evidence == ()
    assert "no label tells" in trace.describe("一盘豆腐")


def test_what_is_no_figure_is_listed_with_its_kind():
    report = Report.from_values("revised_2021", {"requests.received.total": 3, "requests.carried_over.total": 2})
    text = layouts.render(report, "tab-row")
    noted = text.replace("二、上年结转", "- 3 -\n注：2022年12月31日统计。\n二、上年结转")
    others = gxparse.parse(noted).trace.others
    assert [o.span.of(noted) for o in others if o.kind == "page"] == ["3"]
    assert [o.span.of(noted) for o in others if o.kind == "text"] == ["2022", "12", "31"]
    assert {o.span.of(noted) for o in others if o.kind == "label"} == set("12345678")
    assert "numerals page numbers: 1" in gxparse.parse(noted).trace.describe()


def test_a_merged_figure_is_listed_once_more():
    report = Report.from_values("trial_2019", {"proactive.fees.administrative_fees.items_change": 5120})
    result = gxparse.parse(layouts.render(report, "tab-row", spans="repeated"))
    assert {o.span.of(result.source.text) for o in result.trace.others if o.kind == "copy"} == {"5120"}


def test_numbers_in_front_of_rows_are_listed():
    report = Report.from_values("revised_2021", {"requests.received.total": 3})
    result = gxparse.parse(layouts.render(report, "csv", numbers="0"))
    assert {o.kind for o in result.trace.others} == {"label", "numbering"}
