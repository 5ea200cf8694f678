"""Every rule fires on its examples and stays silent on its near misses; texts are there in both languages."""

from __future__ import annotations

import re

import pytest

from checks.running import findings_of
from gxparse.checks import all_rules
from gxparse.checks.examples import report_of
from gxparse.diagnostics.model import Severity
from gxparse.diagnostics.render import hint, message
from gxparse.forms.editions import EDITIONS
from gxparse.model.report import METADATA_FIELDS

RULES = all_rules()
FIRES = [pytest.param(rule, case, id=f"{rule.code}-{case.name}") for rule in RULES for case in rule.fires]
UNFILLED = re.compile(r"\{[a-z_]+\}")
SILENT = [pytest.param(rule, case, id=f"{rule.code}-{case.name}") for rule in RULES for case in rule.silent]


def test_there_are_rules_and_examples():
    assert len(RULES) >= 13
    assert len(FIRES) >= len(RULES)
    assert len(SILENT) >= len(RULES)


def test_codes_and_module_names_agree():
    for rule in RULES:
        module = rule.check.__module__.rpartition(".")[2]
        assert module.startswith(rule.code.lower() + "_"), module


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_at_least_one_example_and_two_kinds_of_texts(rule):
    assert rule.fires
    assert rule.silent
    entry = rule.entry
    for text in (entry.zh, entry.doc_zh, entry.hint_zh):
        assert re.search(r"[\u4e00-\u9fff]", text), (rule.code, text)
    for text in (entry.en, entry.doc_en, entry.hint_en):
        assert re.search(r"[a-z]{3}", text), (rule.code, text)
    assert entry.basis
    assert all(edition in EDITIONS for edition in rule.editions)
    assert len({case.name for case in (*rule.fires, *rule.silent)}) == len(rule.fires) + len(rule.silent)


@pytest.mark.parametrize(("rule", "case"), FIRES)
def test_it_fires(rule, case):
    found = [d for d in findings_of(rule, case) if d.code == rule.code]
    assert found, f"{rule.code} is silent on {case.name!r}"
    assert any(case.expect.items() <= dict(d.params).items() for d in found), [dict(d.params) for d in found]
    for diagnostic in found:
        for lang in ("zh", "en"):
            text = message(diagnostic, lang)
            assert not UNFILLED.search(text), text
            assert "None" not in text, text
            assert not UNFILLED.search(hint(diagnostic, lang) or "")
        assert diagnostic.severity is not Severity.ERROR


@pytest.mark.parametrize(("rule", "case"), SILENT)
def test_it_stays_silent(rule, case):
    found = findings_of(rule, case)
    assert not [d.code for d in found if d.code in (rule.code, "GX600")], [dict(d.params) for d in found]


@pytest.mark.parametrize(("rule", "case"), FIRES)
def test_the_related_cells_exist(rule, case):
    report = report_of(case)
    paths = {*report.values(), *METADATA_FIELDS}
    for diagnostic in findings_of(rule, case):
        assert diagnostic.path is None or diagnostic.path in paths
        for related in diagnostic.related:
            assert related.path is None or related.path in paths or related.role in ("previous", "child")
