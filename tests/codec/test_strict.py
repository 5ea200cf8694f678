"""What is refused, and in which words."""

from __future__ import annotations

import copy
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.codec import dump_result, from_dict, load_result, loads, result_from_dict, to_dict
from gxparse.codec import upgrade as upgrade_module
from gxparse.codec.upgrade import SCHEMA, upgrade
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.errors import SchemaError, UsageError
from gxparse.model.origin import Heading, Missing, Origin, Origins, Repair, Section
from gxparse.model.report import Report, Signature
from gxparse.span import Span

COUNT = "requests.received.total"
MONEY = "proactive.fees.administrative_fees.amount_cny"
MISSING = "blank, mark, unreadable, absent_row, absent_column, absent_table, ambiguous"

REPORT = Report.from_values(
    "revised_2021",
    {COUNT: 3, MONEY: Decimal("12.50")},
    title="甲镇2023年政府信息公开工作年度报告",
    year=2023,
    signature=Signature("甲镇人民政府"),
    sections=(
        Section("overview", "一、总体情况", "本镇", (Heading(2, "（一）", "主动公开", Span(3, 9)),), Span(0, 20)),
    ),
    origins=Origins(
        {
            COUNT: Origin(COUNT, "3", Span(40, 41), repairs=(Repair("GX301", "总", "总计"),)),
            MONEY: Origin(MONEY, "", missing=Missing.BLANK),
        }
    ),
)

#: Every fault: where, what is put there, and what the loader says of it.
FAULTS = [
    ("title", 5, "expected a text, got a whole number 5 @ $.title"),
    ("title", ["x"], "expected a text, got a list ['x'] @ $.title"),
    ("year", "2023", "expected a whole number, got a text '2023' @ $.year"),
    ("year", 2023.0, "expected a whole number, got a fraction 2023.0 @ $.year"),
    ("year", True, "expected a whole number, got a truth True @ $.year"),
    ("period", "2023", "expected an object, got a text '2023' @ $.period"),
    ("period", {"start": "2023-01-01"}, "missing @ $.period.end"),
    ("published", "20240119", "expected a date such as 2023-12-31, got a text '20240119' @ $.published"),
    ("published", "2024-W03-5", "expected a date such as 2023-12-31, got a text '2024-W03-5' @ $.published"),
    ("published", "２０２４-01-19", "expected a date such as 2023-12-31, got a text '２０２４-01-19' @ $.published"),
    ("published", "2023-02-29", "expected a day of the calendar, got a text '2023-02-29' @ $.published"),
    ("signature", [], "expected an object, got a list [] @ $.signature"),
    ("signature", {"by": "x"}, "unknown member 'by' @ $.signature"),
    ("sections", {}, "expected a list, got an object {} @ $.sections"),
    ("sections", "x", "expected a list, got a text 'x' @ $.sections"),
    ("sections.0.headings.0.level", None, "expected a whole number, got null @ $.sections[0].headings[0].level"),
    ("sections.0.span", [3, 2], "expected a span [start, stop], got a list [3, 2] @ $.sections[0].span"),
    ("sections.0.span", [-1, 2], "expected a span [start, stop], got a list [-1, 2] @ $.sections[0].span"),
    ("sections.0.span", [0, True], "expected a span [start, stop], got a list [0, True] @ $.sections[0].span"),
    ("sections.0.span", [0, 1, 2], "expected a span [start, stop], got a list [0, 1, 2] @ $.sections[0].span"),
    ("values", [], "expected an object, got a list [] @ $.values"),
    ("values", None, "expected an object, got null @ $.values"),
    (f"values/{COUNT}", 3.7, f"expected a whole number or null, got a fraction 3.7 @ $.values['{COUNT}']"),
    (f"values/{COUNT}", 3.0, f"expected a whole number or null, got a fraction 3.0 @ $.values['{COUNT}']"),
    (f"values/{COUNT}", True, f"expected a whole number or null, got a truth True @ $.values['{COUNT}']"),
    (f"values/{COUNT}", "12", f"expected a whole number or null, got a text '12' @ $.values['{COUNT}']"),
    (
        f"values/{MONEY}",
        12,
        f"""expected a decimal string such as "1280.50" or null, got a whole number 12 @ $.values['{MONEY}']""",
    ),
    *(
        (
            f"values/{MONEY}",
            text,
            f"""expected a decimal string such as "1280.50" or null, got a text {text!r} @ $.values['{MONEY}']""",
        )
        for text in ("", " 1", "1_000", "１２", "1,000", "NaN", "Infinity", "0x1", "+1", ".5", "5.", "007", "1\n")
    ),
    (
        f"values/{MONEY}",
        "1E+99999999999999999999",
        f"expected an amount that a decimal can hold, got a text '1E+99999999999999999999' @ $.values['{MONEY}']",
    ),
    ("values/requests.received.nobody", None, "no field of this edition @ $.values['requests.received.nobody']"),
    ("origins", [], "expected an object, got a list [] @ $.origins"),
    ("origins/requests.nobody", {}, "no field of this edition @ $.origins['requests.nobody']"),
    (f"origins/{COUNT}", [], f"expected an object, got a list [] @ $.origins['{COUNT}']"),
    (f"origins/{COUNT}", {"path": COUNT}, f"unknown member 'path' @ $.origins['{COUNT}']"),
    (
        f"origins/{COUNT}",
        {"missing": "lost"},
        f"expected one of {MISSING}, got a text 'lost' @ $.origins['{COUNT}'].missing",
    ),
    (f"origins/{COUNT}", {"repairs": [{}]}, f"missing @ $.origins['{COUNT}'].repairs[0].reason"),
    ("edition", "draft_2018", "unknown edition 'draft_2018'; known: trial_2019, revised_2021 @ $.edition"),
    ("edition", None, "expected a text, got null @ $.edition"),
    ("comment", "x", "unknown member 'comment' @ $"),
]


def put(document, where, value):
    """Put a value at ``a.0.b`` or ``a/key.with.dots``."""
    steps = where.split("/") if "/" in where else where.split(".")
    for step in steps[:-1]:
        document = document[int(step) if step.isdigit() else step]
    document[int(steps[-1]) if steps[-1].isdigit() else steps[-1]] = value


@pytest.mark.parametrize(("where", "value", "problem"), FAULTS)
def test_a_fault_is_named_with_its_place(where, value, problem):
    document = to_dict(REPORT)
    put(document, where, value)
    with pytest.raises(SchemaError) as caught:
        from_dict(document)
    assert problem in caught.value.problems
    assert str(caught.value).splitlines()[0] == "not a gxparse report"


def test_the_document_without_faults_is_read():
    assert from_dict(to_dict(REPORT)) == REPORT


def test_all_faults_are_named_at_once():
    document = to_dict(REPORT)
    for where, value in [("title", 5), ("comment", "x"), (f"values/{COUNT}", True), (f"origins/{COUNT}", {"raw": 1})]:
        put(document, where, value)
    del document["values"][MONEY]
    with pytest.raises(SchemaError) as caught:
        from_dict(document)
    assert sorted(caught.value.problems) == [
        f"expected a text, got a whole number 1 @ $.origins['{COUNT}'].raw",
        "expected a text, got a whole number 5 @ $.title",
        f"expected a whole number or null, got a truth True @ $.values['{COUNT}']",
        f"missing; a figure that the report does not give is null @ $.values['{MONEY}']",
        "unknown member 'comment' @ $",
    ]


@pytest.mark.parametrize("name", [n for n in to_dict(REPORT) if n not in {"gxparse", "schema", "origins", "values"}])
def test_every_member_is_needed(name):
    document = to_dict(REPORT)
    del document[name]
    with pytest.raises(SchemaError) as caught:
        from_dict(document)
    assert caught.value.problems == (f"missing @ $.{name}",)


def test_values_are_needed_origins_are_not():
    document = to_dict(REPORT)
    del document["origins"]
    assert from_dict(document) == REPORT
    del document["values"]
    with pytest.raises(SchemaError) as caught:
        from_dict(document)
    assert caught.value.problems == ("missing @ $.values",)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[1, 2", "not JSON"),
        ("NaN", "NaN is no JSON number"),
        ('{"gxparse": "report", "schema": 1, "year": -Infinity}', "-Infinity is no JSON number"),
        ('{"gxparse": "report", "gxparse": "report"}', "'gxparse' stands twice"),
        ("[" * 100_000, "nested without measure"),
        ("9" * 5000, "a number of 5000 digits is no figure"),
        (b"\xff\xfe\x00", "no utf-16-le text"),
        (b"\xc4\xe3", "no utf-8 text"),
        ("null", "not a gxparse report"),
        ("[]", "not a gxparse report"),
        ("{}", "expected 'report', got None @ $.gxparse"),
        ('{"gxparse": "result"}', "expected 'report', got 'result' @ $.gxparse"),
        ('{"gxparse": "report"}', "expected a whole number, got None @ $.schema"),
        ('{"gxparse": "report", "schema": true}', "expected a whole number, got True @ $.schema"),
        ('{"gxparse": "report", "schema": 1.0}', "expected a whole number, got 1.0 @ $.schema"),
        ('{"gxparse": "report", "schema": 0}', "no report of schema 0 was ever written"),
        ('{"gxparse": "report", "schema": -1}', "no report of schema -1 was ever written"),
        ('{"gxparse": "report", "schema": 2}', "was written by a newer gxparse: it has schema 2, this version reads"),
    ],
)
def test_what_is_no_document_of_ours_is_refused(text, message):
    with pytest.raises(SchemaError) as caught:
        loads(text)
    assert message in str(caught.value)


def test_only_text_is_read():
    with pytest.raises(UsageError, match="got int"):
        loads(5)


@given(text=st.text(max_size=50) | st.binary(max_size=50))
def test_any_text_is_read_or_refused(text):
    with pytest.raises(SchemaError):
        loads(text)


# --- older schemas ----------------------------------------------------------------------------------------------


@pytest.fixture
def _schema_zero(monkeypatch):
    """A made-up older schema that nested its metadata."""
    monkeypatch.setattr(upgrade_module, "_UPGRADES", {})

    @upgrade("report", SCHEMA - 1)
    def lift_metadata(document):
        members = dict(document)
        members.update(members.pop("about"))
        return members


def nested_metadata():
    document = to_dict(REPORT)
    document["schema"] = SCHEMA - 1
    document["about"] = {name: document.pop(name) for name in ("title", "body", "year")}
    return document


@pytest.mark.usefixtures("_schema_zero")
def test_an_older_document_is_upgraded():
    document = nested_metadata()
    before = copy.deepcopy(document)
    assert from_dict(document) == REPORT
    assert document == before
    assert loads(json.dumps(document)) == REPORT


@pytest.mark.usefixtures("_schema_zero")
def test_an_upgraded_document_is_checked_as_strictly():
    document = nested_metadata()
    document["about"]["year"] = "2023"
    with pytest.raises(SchemaError) as caught:
        from_dict(document)
    assert caught.value.problems == ("expected a whole number, got a text '2023' @ $.year",)


@pytest.mark.usefixtures("_schema_zero")
def test_a_schema_has_one_upgrade():
    with pytest.raises(UsageError, match="already has an upgrade"):
        upgrade("report", SCHEMA - 1)(dict)


# --- results ----------------------------------------------------------------------------------------------------


def test_faults_of_a_result_are_named_with_their_place():
    found = Diagnostic("GX999", Severity.NOTE, {"count": 3})
    document = json.loads(dump_result(REPORT, [found], name="a.txt"))
    assert result_from_dict(document).diagnostics == (found,)
    document["report"]["values"][COUNT] = True
    document["diagnostics"][0]["params"]["count"] = 3.5
    document["diagnostics"][0]["severity"] = "fatal"
    document["lines"] = 7
    with pytest.raises(SchemaError) as caught:
        result_from_dict(document)
    assert sorted(caught.value.problems) == [
        "expected a text, a whole number, null or a list of these, got a fraction 3.5 @ $.diagnostics[0].params",
        f"expected a whole number or null, got a truth True @ $.report.values['{COUNT}']",
        "expected one of error, warning, inconsistency, note, got a text 'fatal' @ $.diagnostics[0].severity",
        "unknown member 'lines' @ $",
    ]


def test_a_result_with_a_newer_report_is_refused_with_that_reason():
    document = json.loads(dump_result(REPORT))
    document["report"]["schema"] = SCHEMA + 1
    with pytest.raises(SchemaError, match="written by a newer gxparse"):
        load_result(json.dumps(document))


def test_a_report_is_no_result():
    with pytest.raises(SchemaError, match="expected 'result', got 'report'"):
        result_from_dict(to_dict(REPORT))
