"""Reports as HTML: the form as on paper, nothing that runs, nothing that is not escaped, never a zero for a blank."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import arbitrary
import gxparse
from gxparse.checks import check
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.forms.editions import EDITIONS
from gxparse.model.origin import Missing, Origin, Origins, Section
from gxparse.model.report import Report
from gxparse.source.model import Place, SourceText
from gxparse.span import Span
from gxparse.strategies import reports
from gxparse.views.html import diagnostic_html, page, report_html
from gxparse.views.wording import figure_text
from views.reading_html import grid_of, read_html


def zeros(edition, **changes):
    values = {leaf.path: leaf.type(0) for leaf in EDITIONS[edition].shape.leaves}
    return Report.from_values(edition, values | {k.replace("__", "."): v for k, v in changes.items()})


def figures(root):
    """The figure cells of a rendered report, in order."""
    return [cell for table in root.all("table") for cell in table.all("td")]


def harmless(root):
    for element in root.all():
        assert element.tag not in {"script", "iframe", "object", "embed", "link", "img", "form", "svg", "base"}
        assert [name for name in element.attributes if name.startswith("on") or name in ("href", "src", "style")] == []
    for style in root.all("style"):
        assert re.search(r"url\(|@import|expression", style.text) is None


# --- the form ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_figure_of_the_form_has_its_cell(edition):
    """Numbered figures appear once each, in the order of the form."""
    paths = EDITIONS[edition].paths
    numbers = {leaf.path: leaf.type(1000 + n) for n, leaf in enumerate(EDITIONS[edition].shape.leaves)}
    root = read_html(report_html(Report.from_values(edition, numbers), lang="zh"))
    shown = [re.sub(r"[^0-9]", "", cell.text) for cell in figures(root)]
    assert shown == [str(1000 + n) for n in range(len(paths))]


@pytest.mark.parametrize(
    ("edition", "shapes"),
    [("trial_2019", [(18, 4), (26, 10), (4, 15)]), ("revised_2021", [(14, 4), (28, 10), (4, 15)])],
)
def test_the_tables_have_the_shape_of_the_printed_form(edition, shapes):
    root = read_html(report_html(zeros(edition), lang="zh"))
    grids = [grid_of(table) for table in root.all("table")]
    assert [(len(grid), len(grid[0])) for grid in grids] == shapes


@pytest.mark.parametrize("edition", EDITIONS)
def test_headers_are_merged_as_on_paper(edition):
    root = read_html(report_html(zeros(edition), lang="zh"))
    requests, proceedings = [grid_of(table) for table in root.all("table")][1:]
    assert [cell.text for cell in requests[0]][3:] == ["申请人情况"] * 7
    assert [cell.text for cell in requests[1]][3:] == ["自然人", *["法人或其他组织"] * 5, "总计"]
    assert requests[1][3] is requests[2][3]
    group = [row[0].text for row in requests]
    assert group.count("三、本年度办理结果") == {"revised_2021": 22, "trial_2019": 20}[edition]
    assert [cell.text for cell in proceedings[0]] == ["行政复议"] * 5 + ["行政诉讼"] * 10
    assert [cell.text for cell in proceedings[1]][5:] == ["未经复议直接起诉"] * 5 + ["复议后起诉"] * 5


@given(reports())
@settings(max_examples=10)
def test_every_cell_shows_its_figure(report):
    edition = EDITIONS[report.edition]
    cells = figures(read_html(report_html(report, lang="en")))
    for cell, (path, value) in zip(cells, report.values().items(), strict=True):
        shown = cell.text.removesuffix(" yuan")
        assert shown == figure_text(value, edition.fields[path][2].kind)
        assert (shown == "") is (value is None)


def test_a_blank_is_empty_and_says_why():
    origins = Origins(
        {
            "requests.received.total": Origin("requests.received.total", raw=" / ", missing=Missing.MARK),
            "requests.received.natural_person": Origin(
                "requests.received.natural_person", raw="", missing=Missing.BLANK
            ),
        }
    )
    report = Report.from_values("revised_2021", {"requests.carried_over.total": 0}, origins=origins)
    cells = dict(zip(report.values(), figures(read_html(report_html(report, lang="zh"))), strict=True))
    marked, blank, zero = (
        cells[f"requests.{name}"] for name in ("received.total", "received.natural_person", "carried_over.total")
    )
    assert (marked.text, blank.text, zero.text) == ("", "", "0")
    assert marked.attributes["aria-label"] == "只有标记：“/”"
    assert "只有标记：“/”" in marked.attributes["title"]
    assert blank.attributes["aria-label"] == "空白"
    assert "gx-blank" in marked.attributes["class"]
    assert "gx-blank" not in zero.attributes["class"]


def test_a_printed_form_that_differs_is_told():
    path = "proactive.procurement.centralized_procurement.amount_cny"
    origins = Origins({path: Origin(path, raw="331.34", unit="万元", address="table 2, row 5, column 3")})
    report = Report.from_values("trial_2019", {path: Decimal(3313400)}, origins=origins)
    cell = dict(zip(report.values(), figures(read_html(report_html(report, lang="zh"))), strict=True))[path]
    assert cell.text == "3,313,400 元"
    assert cell.attributes["title"] == "政府集中采购›采购总金额｜原文“331.34”（万元）｜表 2，第 5 行，第 3 列"


def test_a_table_the_report_does_not_have_is_not_drawn_as_blanks():
    paths = [p for p in EDITIONS["revised_2021"].paths if p.startswith("requests.")]
    origins = Origins({path: Origin(path, missing=Missing.ABSENT_TABLE) for path in paths})
    root = read_html(report_html(Report.from_values("revised_2021", {}, origins=origins), lang="en"))
    assert len(list(root.all("table"))) == 2
    assert [e.text for e in root.with_class("gx-absent")] == ["The report does not have this table."]


# --- findings ---------------------------------------------------------------------------------------------------


def test_inconsistent_cells_are_marked_and_the_findings_stand_beside():
    report = zeros("revised_2021", proceedings__review__other=1)
    found = check(report, select=["GX604"])
    root = read_html(report_html(report, found, lang="zh"))
    marked = {cell.attributes["title"]: cell for cell in figures(root) if "data-findings" in cell.attributes}
    assert list(marked) == [f"行政复议›{name}" for name in ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")]
    assert [t for t, cell in marked.items() if "gx-primary" in cell.attributes["class"]] == ["行政复议›总计"]
    assert {cell.attributes["data-findings"] for cell in marked.values()} == {"1"}
    assert "发现 1 处不一致" in root.with_class("gx-verdict")[0].text
    [finding] = root.with_class("gx-findings")[0].with_class("gx-finding")
    assert "维持 0＋纠正 0＋其他 1＋尚未审结 0＝1，相差 1" in finding.text


def test_findings_with_one_cause_share_a_box_and_a_number():
    changes = {"requests__results__granted__total": 14, "requests__received__total": 14}
    report = zeros("trial_2019", **changes)
    found = check(report, select=["GX6"])
    root = read_html(report_html(report, found, lang="en"))
    boxes = root.with_class("gx-findings")[0].with_class("gx-inconsistency")
    assert len(boxes) < sum(d.severity is Severity.INCONSISTENCY for d in found)
    assert any("GX607" in box.text for box in boxes)


def test_a_balanced_report_says_so():
    assert "nothing found" in read_html(report_html(zeros("trial_2019"), lang="en")).with_class("gx-good")[0].text


@pytest.mark.parametrize(
    ("severity", "colour"),
    [("error", "gx-bad"), ("inconsistency", "gx-bad"), ("warning", "gx-doubtful"), ("note", "gx-good")],
)
def test_the_verdict_is_as_grave_as_the_worst_finding(severity, colour):
    root = read_html(report_html(zeros("trial_2019"), [Diagnostic("GX997", Severity(severity))], lang="en"))
    assert [e.attributes["class"] for e in root.with_class("gx-verdict")] == [f"gx-verdict {colour}"]


def test_an_excerpt_marks_the_characters():
    source = SourceText("标题\n\t1 2", "a.txt")
    found = Diagnostic("GX401", Severity.ERROR, {"raw": "1 2"}, Span(4, 7))
    root = read_html(diagnostic_html(found, source=source, lang="zh"))
    assert [e.text for e in root.all("mark")] == ["1 2"]
    assert root.with_class("gx-excerpt")[0].text == "2 | →1 2"


def test_an_excerpt_of_a_file_without_lines_has_its_address():
    source = SourceText("\x1e\x1f一\x1f1", "a.docx", "docx", places=(Place(Span(4, 5), "table 1, row 1, column 2"),))
    root = read_html(diagnostic_html(Diagnostic("GX401", Severity.ERROR, {}, Span(4, 5)), source=source, lang="en"))
    assert root.with_class("gx-excerpt")[0].text == "table 1, row 1, column 2 | │一│1"


def test_findings_without_a_report_stand_alone():
    root = read_html(report_html(None, [Diagnostic("GX302", Severity.ERROR)], lang="en"))
    assert list(root.all("table")) == []
    assert "No annual report was found." in root.text
    assert "GX302" in root.text


def test_many_findings_are_counted():
    found = [Diagnostic("GX401", Severity.ERROR, {"raw": str(n)}) for n in range(200)]
    assert "140 more are not shown." in report_html(zeros("trial_2019"), found, lang="en")


# --- hostile input ----------------------------------------------------------------------------------------------

HOSTILE = "</style></td><script>alert(1)</script>\"'><img src=x onerror=alert(1)>\u202e\x1b[31m&lt;"


def test_hostile_text_stays_text():
    path = "requests.received.total"
    report = Report.from_values(
        "revised_2021",
        {},
        title=HOSTILE,
        body=HOSTILE,
        sections=(Section("overview", HOSTILE, f"{HOSTILE}\n{HOSTILE}"),),
        origins=Origins({path: Origin(path, raw=HOSTILE, unit=HOSTILE, address=HOSTILE, missing=Missing.UNREADABLE)}),
    )
    found = [Diagnostic(HOSTILE, Severity.ERROR, {HOSTILE: HOSTILE}, Span(0, 5), path, hint=HOSTILE)]
    text = page([report_html(report, found, source=SourceText(HOSTILE), lang="zh")], title=HOSTILE, lang="zh")
    root = read_html(text)
    harmless_page = [e for e in root.all() if e.tag not in {"html", "head", "body", "meta", "title"}]
    assert {e.tag for e in harmless_page} <= {
        "div", "style", "p", "span", "table", "tbody", "tr", "th", "td", "details", "summary", "pre", "mark"
    }  # fmt: skip
    assert not set(text) & set("\u202e\x1b")


@given(arbitrary.reports(), st.lists(arbitrary.diagnostics, max_size=3))
@settings(max_examples=15)
def test_any_report_has_a_harmless_page(report, found):
    harmless(read_html(report_html(report, found, source=SourceText("一\n二"), lang="en")))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_forbids_scripts_and_requests(lang):
    text = page([report_html(zeros("trial_2019"), lang=lang)], title="报告", lang=lang)
    assert text.startswith("<!DOCTYPE html>")
    root = read_html(text.removeprefix("<!DOCTYPE html>"))
    policies = [m.attributes["content"] for m in root.all("meta") if "http-equiv" in m.attributes]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


# --- notebooks --------------------------------------------------------------------------------------------------


class Printer:
    """What IPython hands to ``_repr_pretty_``."""

    def __init__(self):
        self.shown = ""

    def text(self, text):
        self.shown += text


def test_a_report_shows_itself(monkeypatch):
    monkeypatch.setenv("GXPARSE_LANG", "zh")
    report = zeros("revised_2021", proceedings__review__other=1)
    root = read_html(report._repr_html_())
    harmless(root)
    assert "GX604" in root.text
    printer = Printer()
    report._repr_pretty_(printer, cycle=False)
    assert "（七）总计" in printer.shown


def test_a_result_shows_itself(project, monkeypatch):
    monkeypatch.setenv("GXPARSE_LANG", "en")
    result = gxparse.read(project / "examples" / "township_2020.txt")
    root = read_html(result._repr_html_())
    harmless(root)
    assert "GX601" in root.text
    assert len(list(root.all("mark"))) >= 1
    printer = Printer()
    result._repr_pretty_(printer, cycle=False)
    assert "GX601" in printer.shown
    assert printer.shown.endswith("notes")


def test_a_text_without_a_report_shows_itself():
    result = gxparse.parse("一、总体情况")
    assert "GX302" in read_html(result._repr_html_()).text
    printer = Printer()
    result._repr_pretty_(printer, cycle=False)
    assert "GX302" in printer.shown


def test_a_finding_shows_itself(monkeypatch):
    monkeypatch.setenv("GXPARSE_LANG", "en")
    [found] = check(zeros("revised_2021", proceedings__review__other=1), select=["GX604"])
    assert "difference 1" in read_html(found._repr_html_()).text
    printer = Printer()
    found._repr_pretty_(printer, cycle=False)
    assert printer.shown.startswith("inconsistency GX604")
