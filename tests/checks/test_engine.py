"""The machinery: choosing rules, statuses, evidence, and a rule that crashes."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

from checks.tables import report_with
from gxparse.checks import EVIDENCE, Case, Rule, Status, Subject, Verdict, all_rules, check, rule, verify
from gxparse.checks import engine as engine_module
from gxparse.checks import rules as rules_package
from gxparse.checks.engine import CRASHED, ordered, outcome_of, run_rule
from gxparse.checks.model import Scope
from gxparse.checks.selection import rules_for
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry, find_entry
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.errors import UsageError
from gxparse.model.origin import Origin, Origins
from gxparse.span import Span

UNBALANCED = {"requests.received.total": 3, "requests.carried_over.total": 0}
UNBALANCED |= {"requests.results.total.total": 0, "requests.carried_forward.total": 0}


def entry(code, slug):
    return Entry(code, slug, Severity.NOTE, zh="某事", en="something", doc_zh="某事", doc_en="something", basis="none")


def rule_that(check_function, **fields):
    """A rule outside the catalogue."""
    return Rule(entry("GX798", "made-up"), check_function, **fields)


# --- discovery --------------------------------------------------------------------------------------------------


def test_every_module_of_the_folder_is_one_rule():
    modules = [info.name for info in pkgutil.iter_modules(rules_package.__path__)]
    assert len(modules) == len(all_rules()) > 40
    for name in modules:
        module = importlib.import_module(f"{rules_package.__name__}.{name}")
        found = [value for value in vars(module).values() if isinstance(value, Rule)]
        assert len(found) == 1
        assert module.__doc__
        assert module.__doc__.startswith(found[0].code)


def test_codes_and_slugs_are_in_the_catalogue():
    rules = all_rules()
    assert len({r.code for r in rules}) == len(rules)
    assert len({r.slug for r in rules}) == len(rules)
    for found in rules:
        assert find_entry(found.code) is found.entry
        assert find_entry(found.slug) is found.entry
        assert found.code[2] in "6789"


def test_a_rule_without_examples_or_texts_is_refused():
    case = Case("any")
    with pytest.raises(UsageError, match="near miss"):
        rule(entry("GX797", "no-near-miss"), fires=(case,), silent=())
    with pytest.raises(UsageError, match="near miss"):
        rule(entry("GX797", "no-example"), fires=(), silent=(case,))
    bare = Entry("GX797", "no-texts", Severity.NOTE, zh="某事", en="something")
    with pytest.raises(UsageError, match="both languages"):
        rule(bare, fires=(case,), silent=(case,))
    assert find_entry("GX797") is None


# --- selection --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (["GX601"], (), {"GX601"}),
        (["gx601"], (), {"GX601"}),
        (["request-balance", "row-total"], (), {"GX601", "GX603"}),
        (["GX60"], ["GX607", "grand-total"], {"GX601", "GX602", "GX603", "GX604", "GX605", "GX606", "GX609"}),
    ],
)
def test_select_and_ignore_take_codes_slugs_and_families(select, ignore, expected):
    found = {r.code for r in rules_for(Scope.REPORT, "revised_2021", select=select, ignore=ignore)}
    assert found == expected


def test_a_family_is_all_that_begins_alike():
    family = {r.code for r in rules_for(Scope.REPORT, "revised_2021", select=["GX7"])}
    assert family
    assert all(code.startswith("GX7") for code in family)
    everything = {r.code for r in rules_for(Scope.REPORT, "revised_2021")}
    rest = {r.code for r in rules_for(Scope.REPORT, "revised_2021", ignore=["GX7"])}
    assert rest == everything - family


@pytest.mark.parametrize("name", ["GX000", "nonsense", "", "GX6011"])
@pytest.mark.parametrize("argument", ["select", "ignore"])
def test_a_name_that_no_rule_has_is_refused(name, argument):
    with pytest.raises(UsageError, match="no rule"):
        check(report_with("revised_2021", {}), **{argument: [name]})


def test_rules_run_only_on_the_editions_they_hold_for():
    for edition, other in (("trial_2019", "revised_2021"), ("revised_2021", "trial_2019")):
        ran = {o.rule.code for o in verify(report_with(edition, {})).outcomes}
        only = {r.code for r in all_rules() if r.scope is Scope.REPORT and r.editions == (edition,)}
        barred = {r.code for r in all_rules() if r.editions == (other,)}
        assert only
        assert only <= ran
        assert not barred & ran


def test_an_empty_selection_runs_nothing():
    assert check(report_with("revised_2021", UNBALANCED), select=[]) == ()


# --- findings ---------------------------------------------------------------------------------------------------


def test_findings_carry_the_spans_of_their_cells_in_the_order_of_the_source():
    spans = {path: Span(10 * n, 10 * n + 2) for n, path in enumerate(UNBALANCED)}
    origins = Origins({path: Origin(path, raw="0", span=span) for path, span in spans.items()})
    found = check(report_with("revised_2021", UNBALANCED, origins=origins), select=["GX601"])
    assert [d.span for d in found] == [spans["requests.results.total.total"]]
    assert {r.path: r.span for r in found[0].related} == spans


def test_findings_are_ordered_by_place_then_code():
    late = Diagnostic("GX601", Severity.NOTE, span=Span(9, 10))
    early = Diagnostic("GX799", Severity.NOTE, span=Span(1, 2))
    nowhere = Diagnostic("GX101", Severity.NOTE)
    assert ordered([nowhere, late, early]) == (early, late, nowhere)


def test_checking_changes_nothing():
    report = report_with("revised_2021", UNBALANCED)
    before = report.values()
    assert check(report) == check(report)
    verify(report)
    assert report.values() == before


# --- statuses ---------------------------------------------------------------------------------------------------


def holds(subject):
    yield Verdict(Status.PASS, ("requests.received.total",))


def half_known(subject):
    yield Verdict(Status.PASS, ("requests.received.total",))
    yield Verdict(Status.NOT_CHECKABLE, ("requests.carried_over.total",), ("requests.carried_over.total",))


def unknown(subject):
    yield Verdict(Status.NOT_CHECKABLE, ("requests.carried_over.total",))


def faulty(subject):
    yield Verdict(Status.PASS)
    yield Diagnostic("GX798", Severity.NOTE)


def crashes(subject):
    yield Diagnostic("GX798", Severity.NOTE)
    raise ZeroDivisionError("a fault of the rule")


def silent(subject):
    return ()


@pytest.mark.parametrize(
    ("function", "status"),
    [
        (holds, Status.PASS),
        (silent, Status.PASS),
        (half_known, Status.PASS),
        (unknown, Status.NOT_CHECKABLE),
        (faulty, Status.FAIL),
        (crashes, Status.NOT_CHECKABLE),
    ],
)
def test_the_status_of_a_rule(function, status):
    made = rule_that(function)
    subject = Subject(report_with("revised_2021", {}))
    assert outcome_of(made, run_rule(made, subject)).status is status


def test_a_crashing_rule_is_a_finding_of_its_own_and_costs_no_other(monkeypatch):
    rules = (rule_that(crashes), *(r for r in all_rules() if r.code == "GX601"))
    monkeypatch.setattr(engine_module, "rules_for", lambda *_args, **_kwargs: rules)
    found = check(report_with("revised_2021", UNBALANCED))
    assert [d.code for d in found] == ["GX600", "GX601"]
    assert found[0].severity is Severity.ERROR
    assert dict(found[0].params) == {"rule": "GX798", "problem": "ZeroDivisionError"}
    verification = verify(report_with("revised_2021", UNBALANCED))
    assert verification["GX798"].status is Status.NOT_CHECKABLE
    assert verification["GX601"].status is Status.FAIL
    assert find_entry("GX600") is CRASHED


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_whoever_stops_the_program_stops_it(stop):
    def stopped(subject):
        raise stop

    with pytest.raises(stop):
        run_rule(rule_that(stopped), Subject(report_with("revised_2021", {})))


def test_verification_says_what_was_verified():
    zeros = dict.fromkeys((p for p in report_with("revised_2021", {}).values() if "amount" not in p), 0)
    verification = verify(report_with("revised_2021", zeros), select=["GX60"])
    counted = {p for p in zeros if not p.startswith("proactive.")}
    assert verification.verified_paths == counted
    assert verification.with_status(Status.FAIL) == ()
    broken = verify(report_with("revised_2021", zeros | {"requests.received.total": 3}), select=["GX60"])
    assert "requests.received.total" not in broken.verified_paths
    assert "requests.carried_over.law" not in broken.verified_paths
    assert "proceedings.review.total" in broken.verified_paths
    with pytest.raises(KeyError):
        verification["GX701"]


# --- evidence ---------------------------------------------------------------------------------------------------


def test_a_rule_without_its_evidence_is_not_checkable(monkeypatch):
    seen = []

    def reads(subject):
        seen.append(subject.evidence("made-up"))
        seen.append(subject.evidence("made-up"))
        return ()

    rules = (rule_that(reads, needs=("made-up",)),)
    monkeypatch.setattr(engine_module, "rules_for", lambda *_args, **_kwargs: rules)
    report = report_with("revised_2021", {})
    assert verify(report)["GX798"].status is Status.NOT_CHECKABLE
    assert check(report) == ()
    assert seen == []
    made = []
    monkeypatch.setitem(EVIDENCE, "made-up", lambda given: made.append(given) or "from the table")
    assert verify(report)["GX798"].status is Status.PASS
    assert seen == ["from the table", "from the table"]
    assert made == [report], "evidence is made once"
    check(report, evidence={"made-up": "from the caller"})
    assert seen[2:] == ["from the caller", "from the caller"]


def test_evidence_that_nobody_provides_is_misuse():
    with pytest.raises(UsageError, match="nobody provides"):
        Subject(report_with("revised_2021", {})).evidence("made-up")


# --- the subject ------------------------------------------------------------------------------------------------


def test_counts_of_a_subject_are_all_or_nothing():
    subject = Subject(report_with("revised_2021", {"requests.received.total": 3}))
    assert subject.counts(["requests.received.total"]) == [3]
    assert subject.counts(["requests.received.total", "requests.carried_over.total"]) is None
    assert subject.count("proactive.fees.administrative_fees.amount_cny") is None
    assert "requests.received.total" in subject
    assert "requests.received.nobody" not in subject


@pytest.mark.parametrize("value", [0, 7, -7, 10**29, -(10**29)])
def test_ordinary_numbers_are_shown_as_they_are(value):
    assert printable(value) == value


@pytest.mark.parametrize("value", [10**30, -(10**30), pytest.param(10**6000, id="long")])
def test_numbers_that_nobody_can_read_are_shown_by_magnitude(value):
    shown = printable(value)
    assert isinstance(shown, str)
    assert len(shown) < 12
    assert shown.startswith("-") == (value < 0)
