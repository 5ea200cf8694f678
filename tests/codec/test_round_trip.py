from __future__ import annotations

import datetime
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arbitrary import diagnostics, reports, texts
from gxparse.codec import dump_result, dumps, from_dict, load_result, loads, to_dict
from gxparse.errors import UsageError
from gxparse.model.origin import Section
from gxparse.model.report import Period, Report

MONEY = "proactive.fees.administrative_fees.amount_cny"


@given(report=reports(), indent=st.sampled_from([None, 0, 2]), ascii_only=st.booleans())
def test_a_report_comes_back_whole(report, indent, ascii_only):
    text = dumps(report, indent=indent, ensure_ascii=ascii_only)
    again = loads(text)
    assert again == report
    assert dict(again.origins) == dict(report.origins)
    # Equality leaves out where sections and headings stand, and how many digits an amount has.
    assert repr(again.sections) == repr(report.sections)
    assert [s.places for s in again.sections] == [s.places for s in report.sections]
    assert list(map(str, again.values().values())) == list(map(str, report.values().values()))
    assert dumps(again, indent=indent, ensure_ascii=ascii_only) == text


@given(report=reports())
def test_without_provenance_nothing_points_into_a_source(report):
    again = loads(dumps(report, provenance=False))
    assert again == report
    assert len(again.origins) == 0
    for section in again.sections:
        assert (section.span, section.places) == (None, ())
        assert all(heading.span is None for heading in section.headings)


@given(report=reports())
def test_what_is_written_is_utf8_and_plain_data(report):
    document = to_dict(report)
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert from_dict(document) == report
    assert loads(dumps(report).encode("ascii")) == report
    assert loads(dumps(report, ensure_ascii=False).encode("utf-8")) == report
    assert loads(b"\xef\xbb\xbf" + dumps(report).encode("ascii")) == report


@given(
    report=st.none() | reports(),
    found=st.lists(diagnostics, max_size=3).map(tuple),
    name=st.none() | texts,
    lang=st.sampled_from([None, "zh", "en"]),
)
def test_a_result_comes_back_whole(report, found, name, lang):
    again = load_result(dump_result(report, found, name=name, format="text", lang=lang))
    assert again.report == report
    assert again.diagnostics == found
    assert again.name == name
    assert again.format == "text"


def test_lone_surrogates_survive_and_a_pair_becomes_its_character():
    report = Report.from_values("trial_2019", {}, title="甲\ud800乙\udc00")
    assert loads(dumps(report)).title == "甲\ud800乙\udc00"
    assert "甲\\ud800乙\\udc00" in dumps(report, ensure_ascii=False)
    pair = Report.from_values("trial_2019", {}, title="\ud83d\ude00")
    assert loads(dumps(pair)).title == "\U0001f600"


def test_values_stand_in_form_order_and_absent_ones_are_null():
    report = Report.from_values("revised_2021", {MONEY: Decimal("15200.50"), "requests.received.total": 0})
    values = json.loads(dumps(report))["values"]
    assert list(values) == list(report.values())
    assert values[MONEY] == "15200.50"
    assert values["requests.received.total"] == 0
    assert values["requests.received.natural_person"] is None
    assert dumps(report, indent=1).count("\n") > len(values)


@pytest.mark.parametrize("amount", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_what_is_no_amount_is_not_written(amount):
    report = Report.from_values("revised_2021", {MONEY: Decimal(amount)})
    with pytest.raises(UsageError, match="which is no amount"):
        dumps(report)


def test_a_count_of_the_wrong_type_is_not_written():
    from attrs import evolve

    report = Report.from_values("revised_2021", {})
    received = evolve(report.requests.received, total=2.0)
    with pytest.raises(UsageError, match=r"requests\.received\.total holds 2\.0, which is no int"):
        dumps(evolve(report, requests=evolve(report.requests, received=received)))


def test_a_date_with_a_time_of_day_is_not_written():
    noon = datetime.datetime(2024, 1, 19, 12, tzinfo=datetime.UTC)
    report = Report.from_values("revised_2021", {}, period=Period(noon, noon))
    with pytest.raises(UsageError, match="without a time of day"):
        dumps(report)


def test_a_figure_too_long_for_python_is_refused_with_a_reason():
    report = Report.from_values("revised_2021", {"requests.received.total": 10**5000})
    with pytest.raises(UsageError, match="not to be written as JSON"):
        dumps(report)


def test_an_origin_of_nothing_is_not_written():
    from gxparse.model.origin import Origin, Origins

    report = Report.from_values("revised_2021", {}, origins=Origins({"requests.nobody": Origin("requests.nobody")}))
    with pytest.raises(UsageError, match=r"requests\.nobody"):
        dumps(report)


def test_prose_keeps_its_lines():
    report = Report.from_values(
        "trial_2019", {}, sections=(Section("overview", "一、总体情况", "甲\n\u3000乙\x0b\x00"),)
    )
    assert loads(dumps(report)).overview.text == "甲\n\u3000乙\x0b\x00"


def test_no_field_of_the_model_is_forgotten():
    """A new field of the model has to be written, read and given a schema number; this test is the reminder."""
    import attrs

    from gxparse.codec.document import Header, OriginDocument
    from gxparse.codec.findings import DiagnosticDocument
    from gxparse.diagnostics.model import Diagnostic
    from gxparse.model.origin import Origin

    def names(cls):
        return [attribute.name for attribute in attrs.fields(cls)]

    assert list(Origin._fields) == ["path", *names(OriginDocument)]
    assert set(names(Report)) == {*names(Header), "proactive", "requests", "proceedings", "origins"}
    assert names(DiagnosticDocument) == [*names(Diagnostic), "slug", "message"]
