"""Accepted findings stay accepted, and nothing else does."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arbitrary
from checks.tables import balanced, report_with
from gxparse.checks import Baseline, check, fingerprint, report_name
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.errors import SchemaError
from gxparse.model.origin import Section
from gxparse.span import Span


@dataclass
class Draft:
    """A report with one fault of each kind, before and after an edit that has nothing to do with them."""

    before: tuple
    after: tuple


@pytest.fixture
def draft():
    import random

    values = balanced("revised_2021", random.Random(41))
    values["requests.received.natural_person"] += 7
    values["proceedings.review.total"] += 1
    prose = "XX局共公开信息若干条。"

    def made(**more):
        text = more.pop("text", prose)
        changed = values | more
        return check(report_with("revised_2021", changed, year=2022, sections=(Section("overview", "一", text),)))

    edited = made(text="新增一段说明。\n" + prose, **{"proactive.documents.government_rules.issued": 0})
    return Draft(made(), edited)


def test_an_unrelated_edit_keeps_every_fingerprint(draft):
    assert {"GX601", "GX603", "GX604", "GX607", "GX751"} <= {d.code for d in draft.before}
    assert sorted(map(fingerprint, draft.before)) == sorted(map(fingerprint, draft.after))
    new, known = Baseline.of({"r": draft.before}).split("r", draft.after)
    assert new == ()
    assert known == draft.after


def test_a_changed_figure_is_a_new_finding():
    first = Diagnostic("GX601", Severity.INCONSISTENCY, {"left": 1, "right": 0}, path="a")
    second = Diagnostic("GX601", Severity.INCONSISTENCY, {"left": 2, "right": 0}, path="a")
    other = Diagnostic("GX601", Severity.INCONSISTENCY, {"left": 1, "right": 0}, path="b")
    assert len({fingerprint(first), fingerprint(second), fingerprint(other)}) == 3
    assert Baseline.of({"r": [first]}).split("r", [second, first, other]) == ((second, other), (first,))


def test_the_same_finding_in_another_report_is_new(draft):
    baseline = Baseline.of({"r": draft.before})
    assert baseline.split("s", draft.before) == (draft.before, ())


def test_neither_place_nor_severity_counts():
    here = Diagnostic("GX601", Severity.INCONSISTENCY, {"left": 1}, span=Span(1, 2))
    there = Diagnostic("GX601", Severity.NOTE, {"left": 1}, span=Span(5, 9))
    assert fingerprint(here) == fingerprint(there)


def test_what_occurs_more_often_than_accepted_is_new():
    finding = Diagnostic("GX751", Severity.WARNING, {"quote": "XX"})
    baseline = Baseline.of({"r": [finding, finding]})
    assert [item.count for item in baseline.accepted] == [2]
    new, known = baseline.split("r", [finding] * 3)
    assert (len(new), len(known)) == (1, 2)


def test_what_no_longer_occurs_is_stale(draft):
    baseline = Baseline.of({"r": draft.before, "s": draft.before[:1]})
    assert baseline.stale({"r": draft.before, "s": draft.before}) == ()
    gone = baseline.stale({"r": draft.before[1:]})
    assert [(item.report, item.code) for item in gone] == [("r", draft.before[0].code)]


def test_no_path_and_an_empty_one_are_accepted_both():
    found = [Diagnostic("GX601", Severity.ERROR, path=path) for path in (None, "")]
    assert Baseline.of({"甲": found}).split("甲", found) == ((), tuple(found))


@given(st.lists(arbitrary.diagnostics, max_size=5), st.lists(arbitrary.diagnostics, max_size=5))
def test_the_file_is_read_back_as_it_was_written(first, second):
    baseline = Baseline.of({"一": first, "二": second}, reason="查过")
    text = baseline.dumps()
    assert Baseline.loads(text) == baseline
    assert Baseline.loads(text).dumps() == text
    assert baseline.split("一", first) == ((), tuple(first))


def test_the_file_is_in_a_stable_order(draft):
    one = Baseline.of({"r": draft.before, "s": draft.before})
    other = Baseline.of({"s": reversed(draft.before), "r": reversed(draft.before)})
    assert one.dumps() == other.dumps()


def written(**changes):
    return json.dumps({"gxparse": "baseline", "schema": 1, "accepted": []} | changes)


GOOD = {"fingerprint": "0" * 16, "code": "GX601", "report": "r", "count": 1, "path": None, "reason": ""}


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("[]", "no gxparse baseline"),
        ('{"gxparse": "report", "schema": 1}', "no gxparse baseline"),
        (written(schema=2), "schema 2"),
        (written(schema=True), "schema True"),
        (written(more=1), "keys"),
        (written(accepted=[GOOD | {"count": "1"}]), "count"),
        (written(accepted=[GOOD | {"count": True}]), "count"),
        (written(accepted=[GOOD | {"count": 1.0}]), "count"),
        (written(accepted=[GOOD | {"code": 601}]), "code"),
        (written(accepted=[GOOD | {"more": 1}]), "more"),
        (written(accepted=[{"code": "GX601"}]), "fingerprint"),
        (written(accepted=7), "damaged"),
    ],
    ids=range(14),
)
def test_a_file_that_is_no_baseline_is_refused(text, problem):
    with pytest.raises(SchemaError) as raised:
        Baseline.loads(text)
    assert problem in str(raised.value)


def test_a_report_is_named_by_body_and_year():
    assert report_name(report_with("revised_2021", {}, body="青石镇", year=2022)) == "青石镇 2022"
    assert report_name(report_with("revised_2021", {}, title="年度报告")) == "年度报告"
    assert report_name(report_with("revised_2021", {})) == ""
