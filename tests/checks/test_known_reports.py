"""The sample reports, whose figures and faults are known."""

from __future__ import annotations

import json

import pytest

import gxparse
from checks.tables import report_with, truth
from gxparse.checks import Status, check, group_by_cause, least_changes, verify
from gxparse.diagnostics.model import Severity

#: code and primary cell of every inconsistency, by number of the sample
INCONSISTENCIES = {
    0: [
        ("GX601", "requests.results.total.natural_person"),
        ("GX601", "requests.results.total.total"),
        ("GX604", "proceedings.review.total"),
    ],
    1: [],
    2: [
        ("GX601", "requests.results.total.natural_person"),
        ("GX601", "requests.results.total.total"),
        ("GX602", "requests.results.total.natural_person"),
        ("GX602", "requests.results.total.total"),
    ],
    3: [],
    4: [],
}


@pytest.fixture(params=sorted(INCONSISTENCIES))
def known(request, shared):
    number = request.param
    content = json.loads((shared / "truth" / f"seed{number}.json").read_text("utf-8"))
    return number, report_with(*truth(content))


def test_their_inconsistencies_are_found_and_no_others(known):
    number, report = known
    found = [(d.code, d.path) for d in check(report) if d.severity is Severity.INCONSISTENCY]
    assert found == INCONSISTENCIES[number]


def test_they_are_found_in_the_texts_too_at_the_figures_they_are_about(seeds):
    assert len(seeds) == len(INCONSISTENCIES)
    for number, file in enumerate(seeds):
        result = gxparse.parse(file.read_text("utf-8"))
        found = [d for d in result.diagnostics if d.severity is Severity.INCONSISTENCY and d.code.startswith("GX6")]
        assert sorted((d.code, d.path) for d in found) == INCONSISTENCIES[number]
        for diagnostic in found:
            assert (
                int(diagnostic.span.of(result.source.text))
                == diagnostic.params["right" if diagnostic.code != "GX601" else "concluded"]
            )
            cells = result.report.values()
            for related in diagnostic.related:
                assert int(related.span.of(result.source.text)) == cells[related.path]


def test_what_was_verified(known):
    number, report = known
    verification = verify(report, select=["GX601", "GX602", "GX603", "GX604"])
    counts = {o.rule.code: (len(o.passed), len(o.diagnostics), len(o.not_checkable)) for o in verification.outcomes}
    rows = 25 if report.edition == "revised_2021" else 23
    assert (
        counts
        == {
            0: {"GX601": (5, 2, 0), "GX602": (7, 0, 0), "GX603": (rows, 0, 0), "GX604": (2, 1, 0)},
            1: {"GX601": (1, 0, 6), "GX602": (1, 0, 6), "GX603": (0, 0, rows), "GX604": (0, 0, 3)},
            2: {"GX601": (5, 2, 0), "GX602": (5, 2, 0), "GX603": (rows, 0, 0), "GX604": (3, 0, 0)},
            3: {"GX601": (7, 0, 0), "GX602": (7, 0, 0), "GX603": (rows, 0, 0), "GX604": (2, 0, 1)},
            4: {"GX601": (7, 0, 0), "GX602": (7, 0, 0), "GX603": (rows, 0, 0), "GX604": (3, 0, 0)},
        }[number]
    )
    if number == 1:
        assert verification["GX603"].status is Status.NOT_CHECKABLE


def test_their_least_changes(known):
    number, report = known
    person, total = ".natural_person", ".total"
    expected = {
        0: [
            {f"requests.received{person}": (1, 0), f"requests.received{total}": (1, 0)},
            {f"requests.carried_forward{person}": (0, 1), f"requests.carried_forward{total}": (0, 1)},
        ],
        2: [{f"requests.results.total{person}": (0, 14), f"requests.results.total{total}": (0, 14)}],
    }
    assert [dict(change) for change in least_changes(report)] == expected.get(number, [])


def test_findings_of_one_cause_stand_together(known):
    number, report = known
    causes = group_by_cause(report, check(report, select=["GX601", "GX602", "GX603", "GX604", "GX607"]))
    sizes = [(len(cause.alternatives), len(cause.findings)) for cause in causes]
    assert sizes == {0: [(2, 3), (0, 1)], 2: [(1, 5)]}.get(number, [])


def test_items_taken_for_decisions(known):
    number, report = known
    found = [d.params["rows"] for d in check(report, select=["GX723"])] if report.edition == "trial_2019" else []
    assert found == ([("行政许可", "其他对外管理服务事项", "行政处罚")] if number == 2 else [])
