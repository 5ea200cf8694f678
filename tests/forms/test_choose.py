"""Choosing between readings, and what is refused rather than chosen."""

from __future__ import annotations

import attrs
import pytest

import gxparse

APPLICANTS = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计"


def codes(result: gxparse.ParseResult) -> set[str]:
    return {d.code for d in result.diagnostics}


def test_glued_digits_are_refused() -> None:
    text = "第二十条第（一）项\n信息内容本年制发件数本年废止件数现行有效件数\n规章000\n行政规范性文件3012\n"
    report = gxparse.parse(text).report
    assert report is None or set(report.values().values()) == {None}


def test_a_number_without_a_label_is_named_and_not_bound() -> None:
    text = (
        "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
        "规章\t0\t0\t0\n\t7\t8\t9\n行政规范性文件\t1\t2\t3\n"
    )
    result = gxparse.parse(text)
    assert result.report is not None
    assert result.report.proactive.documents.government_rules.issued == 0
    loose = [d for d in result.diagnostics if d.code == "GX305"]
    assert [d.params["excerpt"] for d in loose] == ["7 8 9"]


def test_a_row_that_stands_twice_with_other_figures_is_not_bound() -> None:
    text = (
        "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
        "规章\t0\t0\t0\n规章\t0\t0\t1\n行政规范性文件\t1\t2\t3\n"
    )
    result = gxparse.parse(text)
    assert result.report is not None
    rules = result.report.proactive.documents.government_rules
    assert (rules.issued, rules.repealed, rules.in_force) == (None, None, None)
    assert result.report.origin("proactive.documents.government_rules.issued").missing is gxparse.Missing.AMBIGUOUS
    assert "GX307" in codes(result)


def test_swapped_columns_are_not_read_by_position() -> None:
    rows = "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
    swapped = APPLICANTS.replace("商业企业 科研机构", "科研机构 商业企业").replace(" ", "\t")
    head = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n\n\t"
    straight = gxparse.parse(head + APPLICANTS.replace(" ", "\t") + "\n" + rows).report
    assert straight is not None
    assert straight.requests.received.natural_person == 1
    result = gxparse.parse(head + swapped + "\n" + rows)
    assert result.report is not None
    assert result.report.requests.received.commercial_enterprise is None
    assert "GX315" in codes(result)


@pytest.mark.parametrize("values", ["5\t5", "1\t2\t3\t4\t5\t6"])
def test_a_short_row_without_blanks_is_refused(values: str) -> None:
    head = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n\n\t"
    text = head + APPLICANTS.replace(" ", "\t") + f"\n一、本年新收政府信息公开申请数量\t{values}\n"
    result = gxparse.parse(text)
    assert result.report is not None
    assert set(attrs.astuple(result.report.requests.received)) == {None}
    assert "GX306" in codes(result)


def test_the_statistics_table_of_2014_is_recognised_and_refused() -> None:
    text = "政府信息公开情况统计表\n统计指标\t单位\t统计数\n（一）收到申请数\t件\t3\n（二）申请办结数\t件\t3\n1.按时办结数\t件\t3\n"
    result = gxparse.parse(text)
    assert result.report is None
    assert "GX301" in codes(result)


def test_a_form_of_the_wrong_year_is_read_by_the_form_it_uses() -> None:
    text = (
        "某某局2023年政府信息公开工作年度报告\n一、总体情况\n无。\n第二十条第（一）项\n"
        "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件\t4\t4\t9\n"
    )
    result = gxparse.parse(text)
    assert result.report is not None
    assert (result.report.edition, result.report.year) == ("trial_2019", 2023)
    assert "GX312" in codes(result)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\t" * 1_000_000,
        "7" * 1_000_000,
        "（" * 1_000_000,
        "\x00" * 1000,
        "\ud800\udfff" * 100,
        "规章\t" + "9" * 5000,
        "第二十条第（一）项" * 20_000,
        "\n" * 1_000_000,
        "| " * 300_000,
    ],
    ids=["empty", "tabs", "digits", "brackets", "nul", "surrogates", "long-number", "captions", "newlines", "pipes"],
)
def test_hostile_text_is_read_in_time_and_nothing_is_raised(text: str) -> None:
    result = gxparse.parse(text)
    assert result.report is None or set(result.report.values().values()) <= {None}
    assert result.source.text == text


def test_a_page_break_is_a_repair_with_its_reason() -> None:
    head = "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n\n"
    columns = "\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"
    text = (
        head
        + columns
        + "5.要求行政机关确认或重新\t1\t0\t0\t0\t0\t0\t1\n\n"
        + columns
        + "出具已获取信息\t\t\t\t\t\t\t\n"
    )
    result = gxparse.parse(text)
    assert result.report is not None
    path = "requests.results.not_processed.reconfirmation.total"
    origin = result.report.origin(path)
    assert result.report.values()[path] == 1
    assert [(r.reason, r.before) for r in origin.repairs] == [
        ("label-joined", "5.要求行政机关确认或重新 | 出具已获取信息")
    ]
    assert origin.label is not None
    assert origin.label.of(text) == "5.要求行政机关确认或重新"
    assert {"GX309", "GX317"} <= codes(result)


def test_digits_that_were_torn_from_a_figure_are_not_dropped() -> None:
    text = "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t75401 7.\n"
    result = gxparse.parse(text, edition="revised_2021")
    assert result.report is not None
    assert result.report.proactive.fees.administrative_fees.amount_cny is None


@pytest.mark.parametrize(("end", "amount"), [("", None), ("\n", 54), (" ", None), ("\n三、", 54)])
def test_a_figure_that_the_text_ends_in_may_not_be_whole(end: str, amount: int | None) -> None:
    text = "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t7\n行政强制\t54" + end
    result = gxparse.parse(text, edition="revised_2021")
    assert result.report is not None
    assert result.report.proactive.enforcement.penalties.decisions == 7
    assert result.report.proactive.enforcement.coercion.decisions == amount
    assert ("GX410" in codes(result)) is (amount is None)


def test_an_origin_shows_the_source_and_not_what_the_grammar_read() -> None:
    text = "第二十条第（六）项\r\n信息内容\t本年处理决定数量\r\n行政处罚\t7\r\n行政强制\t54\r\n"
    report = gxparse.parse(text, edition="revised_2021").report
    assert report is not None
    origin = report.origin("proactive.enforcement.coercion.decisions")
    assert origin.span is not None
    assert origin.raw == origin.span.of(text)
