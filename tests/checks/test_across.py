"""Checks over several reports: which are compared, and to whom the findings belong."""

from __future__ import annotations

import random

import pytest
from hypothesis import given

from checks.tables import EDITIONS, balanced, report_with
from gxparse.checks.across import check_captures, check_family, check_peers, check_years
from gxparse.diagnostics.model import Severity
from gxparse.errors import UsageError
from gxparse.model.origin import Origin, Origins
from gxparse.span import Span
from gxparse.strategies import reports

FORWARD = {"requests.carried_forward.natural_person": 5, "requests.carried_forward.total": 5}
OVER = {"requests.carried_over.natural_person": 3, "requests.carried_over.total": 3}


def year(number, values=(), edition="revised_2021", **fields):
    return report_with(edition, dict(values), year=number, **fields)


def codes(found):
    return [[d.code for d in each] for each in found]


def test_years_that_follow_each_other_are_compared_in_any_order():
    earlier, later = year(2022, FORWARD), year(2023, OVER)
    assert codes(check_years([earlier, later])) == [[], ["GX901"]]
    assert codes(check_years([later, earlier])) == [["GX901"], []]


def test_years_with_a_gap_are_not():
    assert codes(check_years([year(2021, FORWARD), year(2023, OVER)])) == [[], []]


def test_a_report_without_a_year_is_not_compared():
    assert codes(check_years([year(None, FORWARD), year(None, OVER), year(2022)])) == [[], [], []]


def test_of_two_captures_the_later_stands_for_the_year():
    first, second = year(2022, OVER), year(2022, FORWARD)
    found = check_years([first, second, year(2023, OVER)])
    assert codes(found) == [[], ["GX908"], ["GX901"]]
    assert codes(check_years([second, first, year(2023, OVER)]))[2] == []


def test_cells_of_the_earlier_report_have_no_span_in_the_later_one():
    paths = [*FORWARD, *OVER]
    spans = {path: Span(n, n + 1) for n, path in enumerate(paths)}
    origins = Origins({path: Origin(path, span=span) for path, span in spans.items()})
    (_, (finding,)) = check_years([year(2022, FORWARD, origins=origins), year(2023, OVER, origins=origins)])
    by_role = {role: {(r.path, r.span) for r in finding.related if r.role == role} for role in ("current", "previous")}
    assert by_role["current"] == {(path, spans[path]) for path in OVER}
    assert by_role["previous"] == {(path, None) for path in FORWARD}
    assert finding.span == spans["requests.carried_over.total"]


def test_each_column_is_compared_and_a_blank_is_not():
    over = {**OVER, "requests.carried_over.total": None}
    (_, (finding,)) = check_years([year(2022, FORWARD), year(2023, over)], select=["carried-over"])
    assert finding.params["columns"] == "自然人 5→3（-2）"
    assert codes(check_years([year(2022, FORWARD), year(2023)])) == [[], []]


def test_no_relation_between_reports_is_called_an_inconsistency():
    """They break for honest reasons."""
    found = check_years([year(2022, FORWARD), year(2023, OVER), year(2023)])
    found += check_peers([year(2022, FORWARD), year(2022, FORWARD)])
    found += (check_family(year(2022, FORWARD), [year(2022)]),)
    severities = {d.severity for each in found for d in each}
    assert severities
    assert severities <= {Severity.WARNING, Severity.NOTE}


def test_select_and_ignore_hold_here_too():
    pair = [year(2022, FORWARD), year(2023, OVER)]
    assert codes(check_years(pair, ignore=["GX901"])) == [[], []]
    assert codes(check_years(pair, select=["GX902"])) == [[], []]
    with pytest.raises(UsageError, match="no rule"):
        check_years(pair, select=["GX000"])


def test_a_rule_of_one_form_is_silent_across_the_forms():
    stock = "proactive.documents.normative_documents.in_force"
    older = year(2020, {}, edition="trial_2019")
    assert codes(check_years([older, year(2021, {stock: 4})])) == [[], []]
    assert codes(check_years([year(2021, {stock: 1}), year(2022, {stock: 4})], select=["GX902"])) == [[], []]
    full = {stock: 4, stock.replace("in_force", "issued"): 0, stock.replace("in_force", "repealed"): 0}
    found = check_years([year(2021, {stock: 1}), year(2022, full)], select=["GX902"])
    assert [d.severity for d in found[1]] == [Severity.WARNING]


def consecutive(edition, rng):
    """Two years of one body whose carried requests agree column by column."""
    first, second = balanced(edition, rng), balanced(edition, rng)
    columns = [path.rpartition(".")[2] for path in first if path.startswith("requests.received.")]
    for column in columns:
        carried = first[f"requests.carried_forward.{column}"]
        change = carried - second[f"requests.carried_over.{column}"]
        second[f"requests.carried_over.{column}"] = carried
        second[f"requests.carried_forward.{column}"] += change
    return first, second


@pytest.mark.parametrize("edition", EDITIONS)
def test_years_that_agree_raise_nothing_about_what_was_carried(edition):
    rng = random.Random(31)
    for _ in range(40):
        first, second = consecutive(edition, rng)
        found = check_years(
            [report_with(edition, first, year=2021), report_with(edition, second, year=2022)], select=["GX901"]
        )
        assert codes(found) == [[], []]


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_parent_that_is_the_sum_of_its_children_raises_nothing(edition):
    rng = random.Random(37)
    for count in (1, 2, 5):
        children = [balanced(edition, rng) for _ in range(count)]
        parent = {path: sum((c[path] for c in children), start=0 * children[0][path]) for path in children[0]}
        family = [report_with(edition, child, body=f"白沙县第{n}局") for n, child in enumerate(children)]
        assert check_family(report_with(edition, parent), family) == ()
        parent["requests.received.total"] += 1
        found = check_family(report_with(edition, parent), family)
        assert [(d.code, d.path, d.params["cells"]) for d in found] == [("GX921", "requests.received.total", 1)]


def test_missing_children_are_named_and_excuse_what_stays_below():
    parent = year(2022, {"requests.received.total": 9, "requests.carried_over.total": 1})
    child = year(2022, {"requests.received.total": 4, "requests.carried_over.total": 0}, body="白沙县水利局")
    (complete,) = check_family(parent, [child], expected=["白沙县水利局"])
    assert complete.severity is Severity.WARNING
    assert complete.params["missing"] == ()
    (excused,) = check_family(parent, [child], expected=["白沙县水利局", "白沙县林业局"])
    assert excused.severity is Severity.NOTE
    assert excused.params["missing"] == ("白沙县林业局",)
    more = year(2022, {"requests.received.total": 10, "requests.carried_over.total": 0}, body="白沙县水利局")
    (exceeding,) = check_family(parent, [more], expected=["白沙县水利局", "白沙县林业局"])
    assert exceeding.severity is Severity.WARNING


def test_children_with_another_form_are_not_added_up():
    parent = year(2022, {"requests.received.total": 9})
    assert check_family(parent, [year(2022, {"requests.received.total": 4}, edition="trial_2019")]) == ()
    assert check_family(parent, []) == ()


@given(reports())
def test_two_captures_that_agree_are_silent_and_any_change_is_told(report):
    assert check_captures(report, report) == ()
    values = report.values()
    values["requests.received.total"] += 1
    (finding,) = check_captures(report, report_with(report.edition, values, year=report.year), select=["GX908"])
    assert finding.params["cells"] == 1
    assert finding.path == "requests.received.total"


def test_peers_are_named_and_the_findings_go_to_the_right_ones():
    table = {
        f"requests.{row}.{column}": 9
        for row in ("received", "results.granted", "results.total")
        for column in ("natural_person", "total")
    }
    names = ["青石镇", "白沙镇", "东岭镇"]
    found = check_peers([year(2022, values, body=name) for values, name in zip((table, {}, table), names, strict=True)])
    assert codes(found) == [[], [], ["GX931"]]
    assert found[2][0].params["other"] == "青石镇"
    assert check_peers([]) == ()
