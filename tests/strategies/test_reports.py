from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gxparse.forms.editions import EDITIONS
from gxparse.model.report import Report
from gxparse.strategies import EQUATION_KINDS, inconsistent_reports, reports
from timing import idle_seconds


def sums(report: Report) -> list[tuple[str, int, int]]:
    """Both sides of every sum of the form that can be computed, with its name."""
    values = report.values()
    found = []
    for equation in EDITIONS[report.edition].equations:
        if all(values[path] is not None for path in (*equation.left, *equation.right)):
            left, right = (sum(values[path] for path in side) for side in (equation.left, equation.right))
            found.append((equation.name, left, right))
    return found


@given(reports())
def test_balanced_reports_satisfy_every_sum(report):
    found = sums(report)
    assert len(found) == len(EDITIONS[report.edition].equations)
    assert all(left == right for _name, left, right in found)


@given(reports(blanks=True))
def test_blanks_break_no_sum(report):
    assert all(left == right for _name, left, right in sums(report))


@given(reports())
def test_balanced_reports_are_plausible(report):
    values = report.values()
    for path, value in values.items():
        assert value is not None
        assert value >= 0 or path.endswith("items_change")
        if path.endswith("items_change"):
            assert values[path.replace("items_change", "items_previous_year")] + value >= 0
        if path.endswith("in_force"):
            assert value >= values[path.replace("in_force", "issued")]


@pytest.mark.parametrize("edition", EDITIONS)
@given(data=st.data())
def test_the_edition_and_the_year_can_be_chosen(edition, data):
    report = data.draw(reports(edition=edition))
    assert report.edition == edition
    assert EDITIONS[edition].covers(report.year)
    assert data.draw(reports(edition=edition, year=2033)).year == 2033


@given(reports())
def test_what_is_no_figure_fits_together(report):
    assert report.title == f"{report.body}{report.year}年政府信息公开工作年度报告"
    assert report.period.start.year == report.period.end.year == report.year
    assert report.signature.body == report.body
    assert report.signature.date.year == report.year + 1
    assert [section.key for section in report.sections] == [s.key for s in EDITIONS[report.edition].sections]


@given(reports(restated=True))
def test_prose_can_say_totals_again(report):
    assert f"本年新收政府信息公开申请{report.requests.received.total}件" in report.overview.text


@given(inconsistent_reports())
def test_an_inconsistent_report_breaks_all_sums_of_one_cell_and_no_other(broken):
    values = broken.report.values()
    assert values[broken.path] != broken.expected
    for equation in EDITIONS[broken.report.edition].equations:
        left, right = (sum(values[path] for path in side) for side in (equation.left, equation.right))
        assert (left != right) == (equation in broken.equations)
    assert broken.equations


@pytest.mark.parametrize("kind", EQUATION_KINDS)
@given(data=st.data())
def test_the_kind_of_inconsistency_can_be_chosen(kind, data):
    broken = data.draw(inconsistent_reports(kinds=[kind]))
    assert kind in {equation.name for equation in broken.equations}


def test_every_kind_of_sum_can_be_broken():
    assert {e.name for edition in EDITIONS.values() for e in edition.equations} == set(EQUATION_KINDS)


def smallest(strategy, condition=lambda _found: True):
    return find(strategy, condition, settings=settings(max_examples=2000, database=None))


def test_reports_shrink_to_zeros():
    report = smallest(reports())
    assert not any(report.values().values())


def test_a_requirement_shrinks_to_one_batch():
    report = smallest(reports(), lambda report: report.requests.received.total > 10)
    filled = {path: value for path, value in report.values().items() if value}
    assert filled == {
        "requests.received.natural_person": 11,
        "requests.received.total": 11,
        "requests.results.granted.natural_person": 11,
        "requests.results.granted.total": 11,
        "requests.results.total.natural_person": 11,
        "requests.results.total.total": 11,
    }


@pytest.mark.parametrize("path", ["requests.received.total", "proceedings.review.total"])
def test_a_blank_shrinks_to_one_cell(path):
    """Also when it was found in a report whose totals are all blank, or all of 行政复议."""
    report = smallest(reports(blanks=True), lambda report: report.values()[path] is None)
    blank = [path for path, value in report.values().items() if value is None]
    assert path in blank
    assert len(blank) <= 2
    assert not any(report.values().values())


def test_all_that_filers_leave_blank_together_is_drawn():
    def row_totals(report):
        return [getattr(report.requests, row).total for row in ("received", "carried_over", "carried_forward")]

    found = smallest(reports(blanks=True), lambda report: row_totals(report) == [None] * 3)
    assert not any(found.values().values())


def test_an_inconsistency_shrinks_to_one_cell():
    broken = smallest(inconsistent_reports(kinds=["results_total"]))
    assert [value for value in broken.report.values().values() if value] == [1]
    assert broken.expected == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"edition": "revised_2031"}, "edition='revised_2031' is none of 'trial_2019', 'revised_2021'"),
        ({"balanced": 1}, "Expected balanced to be a bool, got balanced=1"),
        ({"blanks": None}, "Expected blanks to be a bool"),
        ({"year": 2022.0}, "Expected year to be an int"),
        ({"year": 1999}, "year=1999"),
    ],
)
def test_misuse_of_reports(arguments, message):
    with pytest.raises(InvalidArgument) as caught:
        reports(**arguments)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("kinds", "message"),
    [
        (["row_totals"], "kinds member='row_totals' is none of"),
        ([], "kinds=[] is empty"),
        ("row_total", "Expected kinds to be a collection of names, got kinds='row_total'"),
    ],
)
def test_misuse_of_inconsistent_reports(kinds, message):
    with pytest.raises(InvalidArgument) as caught:
        inconsistent_reports(kinds=kinds)
    assert message in str(caught.value)


@pytest.mark.timing
def test_a_thousand_balanced_reports_take_two_seconds():
    drawn = []

    @settings(max_examples=1000, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck))
    @given(reports())
    def draw(report):
        drawn.append(report)

    def anew() -> None:
        drawn.clear()
        draw()

    # Twice the aim: a full test run works on both cores at once.
    assert idle_seconds(anew, enough=4.0, attempts=3) <= 4.0
    assert len(drawn) == 1000
