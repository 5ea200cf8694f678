from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis.errors import InvalidArgument

from gxparse import layouts
from gxparse.forms.editions import EDITIONS
from gxparse.model.origin import Section
from gxparse.model.report import Report
from gxparse.printers.form import paper_of
from gxparse.printers.paper import Prose, Role
from gxparse.printers.printer import Survival
from gxparse.printers.style import Style
from gxparse.strategies import DAMAGES, damage, print_report, printed_reports, reports
from gxparse.strategies import layouts as printers
from gxparse.strategies.damages.cells import Padding
from gxparse.strategies.damages.labels import ForeignRow, LostRow, RepeatedRow
from gxparse.strategies.damages.pages import CutGroup, CutRow, SplitPage

ISSUED = {"page-split", "cut-row", "cut-group", "wrapped-label", "padding", "lost-row", "noise-line", "typo"}


def test_there_are_kinds_of_damage():
    assert set(DAMAGES) >= ISSUED
    assert all(cls.name == name and cls.__doc__ for name, cls in DAMAGES.items())


@pytest.fixture(scope="module")
def report():
    values = {
        path: Decimal(1_230_000) if path.endswith("_cny") else n for n, path in enumerate(EDITIONS["trial_2019"].paths)
    }
    sections = tuple(
        Section(spec.key, f"{spec.ordinal}、{spec.title}", "数据自2020年1月1日起至2020年12月31日止。")
        for spec in EDITIONS["trial_2019"].sections
    )
    return Report.from_values("trial_2019", values, title="云汀镇人民政府2020年年报", sections=sections)


@pytest.mark.parametrize("name", DAMAGES)
def test_every_kind_changes_the_text_of_an_ordinary_report(report, name):
    printer = layouts.printer("tab-cell")
    assert print_report(report, printer, (DAMAGES[name](),)).text != print_report(report, printer).text


@given(reports(blanks=True), damage())
def test_damage_can_be_done_again(report, done):
    paper = paper_of(report, Style())
    assert done.to_paper(paper) == done.to_paper(paper)
    assert done.to_text("甲\t1\n") == done.to_text("甲\t1\n")


@given(reports(), damage())
def test_damage_invents_no_figure(report, done):
    before = {c.path: c.text for sheet in paper_of(report, Style()).sheets() for c in sheet.cells() if c.path}
    after = done.to_paper(paper_of(report, Style()))
    for sheet in after.sheets():
        assert sum(c.rows * c.columns for c in sheet.cells()) == sheet.width * len(sheet.grid)
        for cell in sheet.cells():
            # A foreign row has figures of its own, which are none of the form's.
            if cell.role is Role.FIGURE and cell.text and (cell.path or done.name != "foreign-row"):
                assert cell.path in before
                digits = cell.text.translate(str.maketrans("０１２３４５６７８９", "0123456789"))
                assert before[cell.path] in digits


@given(reports(), damage())
def test_a_paper_without_tables_is_left_alone_by_damage_to_tables(report, done):
    empty = DAMAGES["lost-tables"]().to_paper(paper_of(report, Style()))
    assert not done.to_paper(empty).sheets()


def pieces(done, edition="revised_2021", section="requests"):
    paper = done.to_paper(paper_of(Report.from_values(edition, {"requests.received.total": 4}), Style()))
    return [sheet for sheet in paper.sheets() if sheet.section == section], paper


def test_a_page_split_keeps_all_rows_and_may_repeat_the_header():
    (upper, lower), paper = pieces(SplitPage(row=0, header="none", mark="- 2 -"))
    assert [len(upper.grid), len(lower.grid)] == [4, 24]
    assert any(isinstance(block, Prose) and block.text == "- 2 -" for block in paper.blocks)
    (_upper, lower), _paper = pieces(SplitPage(row=0, header="repeated"))
    assert lower.grid[0][3].text == "申请人情况"
    (_upper, lower), _paper = pieces(SplitPage(row=0, header="restyled"))
    assert lower.grid[0][0].text.startswith("(本列数据")


def test_a_cut_row_has_its_figures_once():
    (upper, lower), _paper = pieces(CutRow(row=0, at=5))
    assert upper.grid[3][0].text + lower.grid[0][0].text == "一、本年新收政府信息公开申请数量"
    assert upper.grid[3][9].text == "4"
    assert lower.grid[0][9].text == ""
    (upper, lower), _paper = pieces(CutRow(row=0, at=5, first=False))
    assert (upper.grid[3][9].text, lower.grid[0][9].text) == ("", "4")


def test_a_cut_group_has_both_halves():
    (upper, lower), _paper = pieces(CutGroup(row=0, at=2))
    assert upper.grid[5][0].text == "三、"
    assert lower.grid[0][0].text == "本年度办理结果"


def test_a_lost_row_is_not_expected():
    report = Report.from_values("trial_2019", {"requests.received.total": 4, "requests.carried_over.total": 1})
    printed = print_report(report, layouts.printer("tab-row"), (LostRow(row=0),))
    assert printed.values["requests.received.total"] is None
    assert printed.values["requests.carried_over.total"] == 1
    assert "一、本年新收" not in printed.text
    twice = print_report(report, layouts.printer("tab-row"), (RepeatedRow(row=0),))
    assert twice.text.count("一、本年新收") == 2
    assert twice.values == report.values()


def test_a_foreign_row_is_none_of_the_forms():
    report = Report.from_values("trial_2019", {"requests.received.total": 4, "requests.carried_over.total": 1})
    printed = print_report(report, layouts.printer("tab-row"), (ForeignRow(row=0, label="食堂", figures=(7, 8)),))
    assert "\n食堂\t\t\t7\t8\t\t\t\t\t\n二、上年结转" in printed.text
    assert printed.values == report.values()


def test_padding_repeats_its_pattern():
    report = Report.from_values("revised_2021", {"requests.received.natural_person": 1, "requests.received.total": 2})
    printed = print_report(report, layouts.printer("tab-cell"), (Padding(pads=(("\u00a0", ""), ("", "\u3000"))),))
    assert "\t\u00a01\n" in printed.text
    assert "\t2\u3000\n" in printed.text


@given(printed_reports())
def test_what_is_printed_is_known(printed):
    assert printed.layout in layouts.names()
    assert set(printed.values) == set(printed.report.values())
    for path, value in printed.values.items():
        assert value is None or value == printed.report.values()[path]
    if not printed.damages:
        assert printed.text == printed.printer.render(printed.report)
        assert printed.values == printed.report.values()
    if printed.must_read and printed.survival is Survival.FILLED:
        assert None not in printed.values.values()


@given(printed_reports(max_damage=0))
def test_damage_can_be_left_out(printed):
    assert printed.damages == ()


@given(printers(names=["box", "csv"], plain=True))
def test_layouts_can_be_chosen_and_spelled_plainly(printer):
    assert printer.name in ("box", "csv")
    assert printer.punctuation == "full"
    assert printer.padding == ("", "")


def test_a_printed_report_shrinks_to_one_damage_in_a_plain_layout():
    printed = find(
        printed_reports(layouts=printers(names=["tab-cell", "box"])),
        lambda printed: any(isinstance(done, SplitPage) for done in printed.damages),
        settings=settings(max_examples=1000, database=None, suppress_health_check=list(HealthCheck)),
    )
    assert printed.damages == (SplitPage(row=0, section="requests", header="none", mark=None),)
    assert not any(printed.values.values())


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: damage(kinds=["fire"]), "kinds member='fire' is none of"),
        (lambda: damage(kinds="typo"), "Expected kinds to be a collection"),
        (lambda: printers(names=["parchment"]), "names member='parchment' is none of"),
        (lambda: printed_reports(max_damage=-1), "max_damage=-1"),
        (lambda: printed_reports(reports=3), "Expected reports to be a strategy or None, got reports=3"),
        (lambda: printed_reports(layouts="box"), "Expected layouts to be a strategy or None"),
    ],
)
def test_misuse_is_named(make, message):
    with pytest.raises(InvalidArgument) as caught:
        make()
    assert message in str(caught.value)
