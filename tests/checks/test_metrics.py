"""Metrics: what is missing stays missing, nothing is divided by zero, and the definitions hold on known figures."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.tables import EDITIONS, KINDS, REFUSED, broken_sums, report_with
from gxparse.checks.metrics import (
    Ratio,
    all_metrics,
    deadline,
    disclosure_by_applicant,
    documents_turnover,
    growth,
    metrics,
    outcomes,
    per_head,
    refusal_grounds,
    refusal_grounds_of_concluded,
    reuse,
    spread,
)
from gxparse.errors import UsageError
from gxparse.strategies import reports

TOTAL = {
    "received": 40,
    "carried_over": 10,
    "results.granted": 12,
    "results.partly_granted": 3,
    "results.refused.state_secret": 1,
    "results.refused.third_party_rights": 4,
    "results.unable.not_held": 6,
    "results.unable.needs_creation": 2,
    "results.not_processed.petition": 3,
    "results.not_processed.duplicate": 1,
    "results.other.fee_unpaid": 2,
    "results.other.rest": 8,
    "results.total": 42,
    "carried_forward": 8,
}
CASES = {
    "review": (3, 2, 1, 4),
    "litigation.direct": (2, 1, 0, 0),
    "litigation.after_review": (1, 0, 0, 1),
}


@pytest.fixture
def known():
    values = {path: 0 for path in report_with("revised_2021", {}).values() if path.startswith("requests.")}
    for row, value in TOTAL.items():
        values[f"requests.{row}.total"] = value
        values[f"requests.{row}.natural_person"] = value
    values["requests.received.natural_person"] = 30
    values["requests.received.legal_services"] = 4
    values["requests.received.commercial_enterprise"] = 6
    for block, numbers in CASES.items():
        for key, number in zip(("upheld", "corrected", "other", "pending"), numbers, strict=True):
            values[f"proceedings.{block}.{key}"] = number
        values[f"proceedings.{block}.total"] = sum(numbers)
    values["proactive.documents.normative_documents.issued"] = 2
    values["proactive.documents.normative_documents.repealed"] = 1
    values["proactive.documents.normative_documents.in_force"] = 20
    values["proactive.licensing.licenses.decisions"] = 500
    values["proactive.enforcement.penalties.decisions"] = 40
    values["proactive.fees.administrative_fees.amount_cny"] = Decimal("12.50")
    return report_with("revised_2021", values, body="白沙县水利局", year=2022, published=datetime.date(2023, 1, 20))


EXPECTED = {
    "requests_new": 40,
    "workload": 50,
    "requests_concluded": 42,
    "clearance_rate": "42/50",
    "carry_rate": "8/50",
    "carry_rate_of_concluded": "8/42",
    "full_disclosure": "12/42",
    "substantive_disclosure": "15/42",
    "substantive_disclosure_of_workload": "15/50",
    "resolvable": 20,
    "disclosure_of_resolvable": "15/20",
    "refusal_rate": "5/42",
    "statutory_refusal_share": "5/17",
    "unable_rate": "8/42",
    "not_held_share": "6/8",
    "not_processed_rate": "4/42",
    "petition_share": "3/4",
    "other_rate": "10/42",
    "lapse_rate": "2/42",
    "natural_person_share": "30/40",
    "commercial_share": "6/40",
    "legal_services_share": "4/40",
    "review_rate": "10/42",
    "litigation_rate": "5/42",
    "dispute_conversion": "15/40",
    "disputes_at_least": 13,
    "correction_rate": "2/6",
    "correction_rate_of_all": "2/10",
    "litigation_loss_rate": "1/4",
    "review_pending_share": "4/10",
    "litigation_pending_share": "1/5",
    "documents_issued": 2,
    "documents_repealed": 1,
    "documents_in_force": 20,
    "licensing_to_penalties": "500/40",
    "fees_charged": Decimal("12.50"),
    "procurement_amount": None,
    "days_late": -11,
}


def test_every_metric_on_a_report_whose_figures_are_known(known):
    found = metrics(known)
    shown = {key: str(value) if isinstance(value, Ratio) else value for key, value in found.items()}
    assert {key: shown[key] for key in EXPECTED} == EXPECTED
    # Two sums of the table are off by construction of the example; the rest is checked above.
    assert set(shown) - set(EXPECTED) == {"completeness", "broken_sums"}
    given_cells = sum(value is not None for value in known.values().values())
    assert found["completeness"] == Ratio(given_cells, len(known.values()))
    assert found["broken_sums"] == Ratio(len(broken_sums("revised_2021", known.values())), 42)
    assert found.concluded_from == "printed"


def test_a_report_gives_its_metrics(known):
    assert known.metrics().values_by_key == metrics(known).values_by_key
    assert known.metrics().concluded_from == "printed"


def test_every_metric_is_defined_in_two_languages_and_says_where_it_comes_from():
    definitions = all_metrics()
    assert len(definitions) >= 38
    for key, definition in definitions.items():
        assert definition.key == key
        assert re.search(r"[\u4e00-\u9fff]", definition.zh)
        assert re.search(r"[a-z]{3}", definition.en)
        assert definition.formula
        assert definition.source
        assert definition.compute.__doc__
        assert definition.kind in ("count", "money", "ratio")


def test_an_empty_report_has_no_metric():
    for edition in EDITIONS:
        found = metrics(report_with(edition, {}))
        for key, value in found.items():
            if key == "completeness":
                assert value.value == 0
            elif key == "broken_sums":
                assert value == Ratio(0, 0)
                assert value.value is None
            elif isinstance(value, Ratio):
                assert (value.numerator, value.denominator, value.value) == (None, None, None), key
            else:
                assert value is None, key
        assert found.concluded_from is None


def test_a_report_of_zeros_has_counts_of_zero_and_no_ratio():
    values = {leaf: 0 for leaf in report_with("trial_2019", {}).values() if "amount" not in leaf}
    found = metrics(report_with("trial_2019", values))
    assert found["workload"] == 0
    for key, value in found.items():
        if isinstance(value, Ratio) and key not in ("completeness", "broken_sums"):
            assert value.value is None, key


@given(st.data())
def test_a_missing_figure_is_never_taken_for_zero(data):
    """Taking any one figure away leaves each metric as it was or without a value."""
    report = data.draw(reports())
    before = metrics(report)
    path = data.draw(st.sampled_from([p for p in report.values() if not p.startswith("proactive")]))
    after = metrics(report_with(report.edition, report.values() | {path: None}, year=report.year, body=report.body))
    for key, value in before.items():
        if key in ("completeness", "broken_sums", "days_late"):
            continue
        if isinstance(value, Ratio):
            assert after[key].numerator in (value.numerator, None), key
            assert after[key].denominator in (value.denominator, None), key
        elif not isinstance(value, Decimal):
            assert after[key] in (value, None), key


@given(reports(balanced=False))
def test_ratios_are_exact_and_their_sides_stand_beside_them(report):
    found = metrics(report)
    flat = found.flat()
    for key, value in found.items():
        if isinstance(value, Ratio):
            assert (flat[f"{key}_numerator"], flat[f"{key}_denominator"]) == (value.numerator, value.denominator)
            assert value.value is None or isinstance(value.value, Fraction)
            assert found.ratio(key) == value.value
        else:
            assert flat[key] == value
    with pytest.raises(UsageError, match="no_such"):
        found.ratio("no_such")
    with pytest.raises(UsageError, match="workload"):
        found.ratio("workload")


# --- concluded requests -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("granted", "printed", "concluded", "source"),
    [
        (5, 5, 5, "printed"),
        (5, 0, 5, "parts"),
        (5, None, 5, "parts"),
        (None, 5, 5, "printed"),
        (None, None, None, None),
    ],
)
def test_where_the_number_of_concluded_requests_comes_from(granted, printed, concluded, source):
    values = {p: 0 for p in report_with("revised_2021", {}).values() if p.startswith("requests.")}
    values |= {"requests.results.granted.total": granted, "requests.results.total.total": printed}
    report = report_with("revised_2021", values)
    assert outcomes(report).concluded == concluded
    assert metrics(report).concluded_from == source
    assert metrics(report)["full_disclosure"] == Ratio(granted, concluded)


# --- by ground, by applicant ------------------------------------------------------------------------------------


def test_grounds_of_refusal(known):
    grounds = refusal_grounds(known)
    assert list(grounds) == REFUSED
    assert str(grounds["third_party_rights"]) == "4/5"
    assert str(refusal_grounds_of_concluded(known)["state_secret"]) == "1/42"
    assert sum(ratio.value for ratio in grounds.values()) == 1


def test_disclosure_by_kind_of_applicant(known):
    found = disclosure_by_applicant(known)
    assert list(found) == [*KINDS, "total"]
    assert str(found["natural_person"]) == "15/42"
    assert found["legal_services"] == Ratio(0, 0)


# --- across reports ---------------------------------------------------------------------------------------------


def test_growth_and_turnover(known):
    assert growth(15, 10).value == Fraction(1, 2)
    assert growth(15, 0).value is None
    assert growth(None, 10) == Ratio(None, 10)
    earlier = report_with("revised_2021", {"proactive.documents.normative_documents.in_force": 30})
    assert str(documents_turnover(known, earlier)) == "3/30"
    assert documents_turnover(known, report_with("trial_2019", {})) == Ratio(None, None)


def test_reuse_counts_cells_that_say_something(known):
    assert reuse(known, known).value == 1
    other = known.values() | {"requests.received.total": 41, "requests.carried_over.total": None}
    found = reuse(report_with("revised_2021", other), known)
    filled = sum(1 for path, value in known.values().items() if path.startswith("requests.") and value)
    assert found == Ratio(filled - 2, filled - 1)
    with pytest.raises(UsageError, match="compare"):
        reuse(known, report_with("trial_2019", {}))


def test_per_head(known):
    assert per_head(known, 800_000).value == 5
    assert per_head(report_with("revised_2021", {}), 800_000).value is None
    assert per_head(known, 0).value is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 3, 4], None),
        ([1, 2, 3, 4, None], None),
        ([5, 4, 3, 2, 1], (2, 3, 4)),
        ([1, 2, 3, 4, 5, 6], (Fraction(9, 4), Fraction(7, 2), Fraction(19, 4))),
        ([Fraction(1, 3)] * 9, (Fraction(1, 3),) * 3),
    ],
)
def test_quartiles(values, expected):
    found = spread(values)
    assert (None if found is None else (found.low, found.median, found.high)) == expected


def test_fences():
    found = spread(range(1, 10))
    assert found.fences() == (3 - 12, 7 + 12)
    assert found.fences(1) == (3 - 4, 7 + 4)


# --- the deadline -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "month"),
    [
        ("白沙县水利局", 1),
        ("临河市发展和改革委员会", 1),
        ("临河市人民政府办公室", 3),
        ("临河市人民政府", 3),
        ("青石镇人民政府", 3),
        ("青石镇", 3),
        (None, 3),
        ("白沙县水利局（机关本级）", 1),
    ],
)
def test_the_day_by_which_a_report_is_due(body, month):
    due = deadline(report_with("revised_2021", {}, body=body, year=2022))
    assert (due.year, due.month, due.day) == (2023, month, 31)


@pytest.mark.parametrize("year", [None, 0, -5, 1900, 9999, 10**30])
def test_a_year_that_no_report_is_about_has_no_deadline(year):
    assert deadline(report_with("revised_2021", {}, year=year)) is None
