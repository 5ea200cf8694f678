"""Every rule is total: any report whatever gives findings and never an exception."""

from __future__ import annotations

import json
import pickle
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import arbitrary
from checks.running import subject_of
from gxparse.checks import Scope, all_rules, check, group_by_cause, least_changes, verify
from gxparse.checks.across import check_captures, check_family, check_peers, check_years
from gxparse.checks.baseline import fingerprint
from gxparse.checks.engine import run_rule
from gxparse.checks.examples import report_of
from gxparse.checks.metrics import metrics
from gxparse.diagnostics.model import Diagnostic
from gxparse.diagnostics.render import render
from gxparse.forms.editions import EDITIONS
from gxparse.model.origin import Section
from gxparse.model.report import Report
from gxparse.strategies import reports

#: Words that set rules off, among anything else.
WORDS = st.sampled_from(
    [
        "收到", "申请", "件", "5", "１２", "2022", "年", "我局", "统计期限", "1月1日", "XX", "__", "{{", "}}", "（", "填写", "申请人",
        "王小明", "先生", "不服", "13800138000", "11010519491231002X", "本报告由", "编制", "\n", "\x00", "\ud800", "无", "。", " ",
    ]
)  # fmt: skip
PROSE = st.lists(WORDS | st.text(max_size=3), max_size=30).map("".join)
NUMBERS = st.none() | st.integers(-3, 12) | st.integers(10**6, 10**9) | st.sampled_from([10**25, -(10**25), 10**5000])
AMOUNTS = (
    st.none()
    | st.decimals(places=2)
    | st.sampled_from([Decimal(t) for t in ("NaN", "sNaN", "Infinity", "1E+999999", "-0")])
)


@st.composite
def wild_reports(draw):
    """Reports with any figures, any prose and any metadata."""
    edition = draw(st.sampled_from(list(EDITIONS.values())))
    base = draw(st.sampled_from([None, 0, 1]))
    values = {leaf.path: None if base is None else leaf.type(base) for leaf in edition.shape.leaves}
    for leaf in draw(st.lists(st.sampled_from(edition.shape.leaves), max_size=15)):
        values[leaf.path] = draw(AMOUNTS if leaf.type is Decimal else NUMBERS)
    whole = draw(arbitrary.reports())
    sections = tuple(
        Section(spec.key, draw(st.sampled_from([spec.title, None, "x"])), draw(PROSE))
        for spec in edition.sections
        if draw(st.booleans())
    )
    return Report.from_values(
        edition.key,
        values,
        title=draw(st.none() | PROSE),
        body=draw(st.none() | PROSE | st.sampled_from(["青石镇人民政府", "白沙县水利局"])),
        year=draw(st.none() | st.integers() | st.sampled_from([2020, 2021, 2022, 9999])),
        published=whole.published,
        signature=whole.signature,
        sections=sections,
    )


def no_crash(diagnostics):
    assert [dict(d.params) for d in diagnostics if d.code == "GX600"] == []
    for diagnostic in diagnostics:
        for lang in ("zh", "en"):
            assert render(diagnostic, lang=lang)
        assert len(fingerprint(diagnostic)) == 16
        assert pickle.loads(pickle.dumps(diagnostic)) == diagnostic
        json.dumps(dict(diagnostic.params))


@given(wild_reports() | arbitrary.reports() | reports(balanced=False))
def test_every_rule_is_total_on_any_report(report):
    found = check(report)
    no_crash(found)
    assert verify(report).diagnostics == found
    metrics(report).flat()
    causes = group_by_cause(report, found, least_changes(report))
    assert sum(len(cause.findings) for cause in causes) == len(found)


@given(st.lists(wild_reports(), min_size=1, max_size=4))
def test_so_is_every_rule_across_reports(several):
    for found in (check_years(several), check_peers(several)):
        assert len(found) == len(several)
        for diagnostics in found:
            no_crash(diagnostics)
    no_crash(check_captures(several[0], several[-1]))
    no_crash(check_family(several[0], several[1:], expected=["青石镇人民政府"]))


@given(wild_reports())
def test_a_report_beside_itself_is_the_same_report(report):
    assert check_captures(report, report) == ()


def test_no_rule_crashes_on_the_example_of_another():
    """Every example, handed to every rule of the same scope and edition."""
    rules = all_rules()
    tried = 0
    for owner in rules:
        for case in (*owner.fires, *owner.silent):
            subject = subject_of(owner, case)
            editions = {report_of(each).edition for each in (case, *case.others)}
            for rule in rules:
                if rule.scope is owner.scope and all(map(rule.holds_for, editions)):
                    findings = run_rule(rule, subject)
                    assert all(f.code == rule.code for f in findings if isinstance(f, Diagnostic))
                    tried += 1
    assert tried > 3000
    assert {rule.scope for rule in rules} == set(Scope)
