"""The third kind of fixture: what a rule fires on, without the figures it fires on, is neither a finding nor a pass."""

from __future__ import annotations

import pytest

import gxparse
from checks.running import findings_of
from gxparse.checks import Scope, Status, all_rules
from gxparse.checks.examples import report_of
from gxparse.model.report import Report
from gxparse.model.shape import shape_of

#: rules that blanks bring up
ABOUT_BLANKS = {"GX605", "GX606", "GX612", "GX613", "GX703"}
#: rules across reports that compare words, years or the fact that something is missing
ABOUT_WORDS = {"GX910", "GX911", "GX933"}
ABOUT_MISSING = {"GX908"}

CASES = [
    pytest.param(rule, case, id=f"{rule.code}-{case.name}")
    for rule in all_rules()
    if rule.scope is Scope.REPORT and rule.code not in ABOUT_BLANKS
    for case in rule.fires
]
ACROSS = [
    pytest.param(rule, case, id=f"{rule.code}-{case.name}")
    for rule in all_rules()
    if rule.scope is not Scope.REPORT and rule.code not in ABOUT_WORDS | ABOUT_MISSING
    for case in rule.fires
]


@pytest.mark.parametrize("edition", ["revised_2021", "trial_2019"])
def test_nothing_passes_on_an_empty_report(edition):
    verification = gxparse.verify(Report.from_values(edition, {}))
    assert [o.rule.code for o in verification.outcomes if o.status is not Status.NOT_CHECKABLE] == []
    assert verification.verified_paths == frozenset()


@pytest.mark.parametrize(("rule", "case"), CASES)
def test_without_its_figures_nothing_is_found(rule, case):
    report = report_of(case)
    values = report.values()
    for found in gxparse.check(report, select=[rule.code]):
        blanked = {p for p in (found.path, *(r.path for r in found.related)) if p in values}
        if not blanked:
            continue  # a finding on words alone
        rest = Report.from_values(
            report.edition,
            {path: None if path in blanked else value for path, value in values.items()},
            title=report.title,
            body=report.body,
            year=report.year,
            sections=report.sections,
        )
        outcome = gxparse.verify(rest, select=[rule.code])[rule.code]
        assert [d.path for d in outcome.diagnostics if d.path == found.path] == []
        assert not any(path in blanked for verdict in outcome.passed for path in verdict.paths)


@pytest.mark.parametrize(("rule", "case"), ACROSS)
def test_without_figures_nothing_is_found_across_reports(rule, case):
    blank = dict.fromkeys((leaf.path for leaf in shape_of(case.edition).leaves), None)
    assert findings_of(rule, case)
    fields = {name: getattr(case, name) for name in ("title", "body", "year")}
    bare = type(case)(case.name, blank, case.edition, texts=case.texts, others=case.others, **fields)
    assert findings_of(rule, bare) == []


def test_words_that_are_not_there_are_not_checked():
    figures = {leaf.path: leaf.type(0) for leaf in shape_of("revised_2021").leaves}
    verification = gxparse.verify(Report.from_values("revised_2021", figures))
    for code in ("GX731", "GX743", "GX744", "GX745", "GX752", "GX801", "GX830"):
        assert verification[code].status is Status.NOT_CHECKABLE, code
    for code in ("GX601", "GX604", "GX607", "GX701", "GX711"):
        assert verification[code].status is Status.PASS, code
