"""Reports and findings as text: aligned, harmless, blank where nothing was given."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import arbitrary
import gxparse
from gxparse.checks import check
from gxparse.diagnostics.language import LANGUAGES
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import columns
from gxparse.forms.editions import EDITIONS
from gxparse.model.origin import Missing, Origin, Origins
from gxparse.model.report import Report
from gxparse.source.model import Place, SourceText
from gxparse.span import Span
from gxparse.strategies import reports
from gxparse.views.terminal import report_text, result_text


def zeros(edition, **changes):
    values = {leaf.path: leaf.type(0) for leaf in EDITIONS[edition].shape.leaves}
    return Report.from_values(edition, values | {k.replace("__", "."): v for k, v in changes.items()})


@pytest.mark.parametrize("name", ["township_2020", "county_2021", "clean_2023"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_examples_look_as_they_did(golden, project, name, lang):
    result = gxparse.read(project / "examples" / f"{name}.txt")
    golden(
        f"terminal/{name}.{lang}.txt", result_text(result.report, result.diagnostics, source=result.source, lang=lang)
    )


@given(reports())
@settings(max_examples=10)
def test_columns_of_figures_are_aligned(report):
    """Every row of section three ends in the column of the last figure, a Han character counted twice."""
    lines = report_text(report, lang="zh", width=120).splitlines()
    rows = [line for line in lines if line.startswith(("一、本年新收", "二、上年结转", "四、结转"))]
    assert len(rows) == 3
    assert len({columns(row) for row in rows}) == 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_row_and_column_of_the_form_is_named(edition):
    text = report_text(zeros(edition), lang="zh", width=160)
    squeezed = "".join(text.split())
    for table in EDITIONS[edition].tables:
        for row in table.rows:
            assert "".join(row.label.split()) in squeezed or len(row.label) > 20
    for word in (
        "自然人",
        "商业",
        "企业",
        "科研",
        "机构",
        "社会公",
        "益组织",
        "法律服",
        "务机构",
        "行政诉讼›复议后起诉",
    ):
        assert word in text


def test_a_blank_is_blank_and_counted():
    path = "requests.received.total"
    origins = Origins({path: Origin(path, raw="—", missing=Missing.MARK)})
    values = {leaf.path: leaf.type(5) for leaf in EDITIONS["trial_2019"].shape.leaves if leaf.path != path}
    text = report_text(Report.from_values("trial_2019", values, origins=origins), lang="zh")
    [line] = [line for line in text.splitlines() if line.startswith("一、本年新收")]
    assert line.split()[1:] == ["5"] * 6
    assert text.endswith("空格 1 处（不作 0 处理）：只有标记 1\n")


def test_money_is_in_yuan():
    from decimal import Decimal

    report = Report.from_values(
        "trial_2019", {"proactive.procurement.centralized_procurement.amount_cny": Decimal(3313400)}
    )
    text = report_text(report, lang="zh")
    assert "采购总金额（元）" in text
    assert "3,313,400" in text


def test_a_finding_shows_its_equation_and_its_place():
    report = zeros("revised_2021", proceedings__review__other=1)
    found = check(report, select=["GX604"])
    lines = result_text(report, found, lang="zh").splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("不一致 GX604"))
    assert lines[at + 1].split() == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
    assert lines[at + 3].split() == ["行政复议", "0", "0", "1", "0", "[0]"]
    assert lines[at + 4].startswith("      提示：")


def test_rows_of_zeros_are_left_out_of_a_long_equation():
    report = zeros("trial_2019", requests__results__granted__natural_person=14)
    found = list(check(report, select=["GX602"]))
    text = result_text(report, found, lang="en")
    assert "(18 more rows, all 0)" in text
    assert "（一）予以公开" in text


def test_findings_with_one_cause_are_shown_together():
    report = zeros("trial_2019", requests__results__total__total=14)
    lines = result_text(report, check(report, select=["GX6"]), lang="zh").splitlines()
    heads = [n for n, line in enumerate(lines) if line.startswith("不一致")]
    assert heads == list(range(heads[0], heads[0] + len(heads)))
    assert len(heads) >= 3
    assert any("[14]" in line for line in lines)
    assert any(line.startswith("      GX607 最小改动：") for line in lines)


def test_the_place_of_a_finding_in_a_file_without_lines_is_its_address():
    source = SourceText("\x1e\x1f一\x1f1", "a.docx", "docx", places=(Place(Span(4, 5), "table 1, row 1, column 2"),))
    lines = result_text(None, [Diagnostic("GX997", Severity.ERROR, {}, Span(4, 5))], source=source, lang="en")
    assert lines.startswith("table 1, row 1, column 2: error GX997")


@given(arbitrary.reports(), st.lists(arbitrary.diagnostics, max_size=3), st.sampled_from(LANGUAGES))
@settings(max_examples=15)
def test_no_report_paints_the_screen(report, found, lang):
    text = result_text(report, found, source=SourceText("一\x1b[2J\n\u202e二"), lang=lang)
    assert {c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"}} <= {"\n"}


def test_markup_of_the_terminal_library_is_not_interpreted():
    report = Report.from_values("trial_2019", {}, title="[bold red]总计[/] :smile: http://a.b", body="[/]")
    text = report_text(report, lang="zh")
    assert text.startswith("[bold red]总计[/] :smile: http://a.b\n")
