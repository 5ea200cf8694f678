"""The published JSON Schema: what it says is what is written, no more and no less."""

from __future__ import annotations

import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse.codec
from arbitrary import diagnostics, reports
from gxparse.codec import from_dict, json_schema, result_from_dict, result_to_dict, to_dict
from gxparse.errors import SchemaError, UsageError
from gxparse.forms.editions import EDITIONS

KINDS = ["report", "result"]


def shown(schema):
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def validator(kind):
    return jsonschema.Draft202012Validator(json_schema(kind))


REPORTS = validator("report")
RESULTS = validator("result")


@pytest.mark.parametrize("kind", KINDS)
def test_the_published_file_is_what_the_code_makes(kind, request):
    file = files(gxparse.codec) / f"{kind}.schema.json"
    if request.config.getoption("--update-golden"):
        file.write_text(shown(json_schema(kind)), "utf-8")
    assert file.read_text("utf-8") == shown(json_schema(kind)), "write it anew with --update-golden and read the diff"


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_a_valid_schema(kind):
    jsonschema.Draft202012Validator.check_schema(json_schema(kind))


def test_it_names_every_field_with_its_label():
    schema = json_schema()
    for edition in EDITIONS.values():
        fields = schema["$defs"][f"values_{edition.key}"]["properties"]
        assert list(fields) == list(edition.paths)
        for path, field in fields.items():
            assert field["description"].startswith(edition.describe(path))


def test_each_call_gives_a_schema_of_its_own():
    json_schema()["$defs"].clear()
    assert json_schema()["$defs"]


def test_another_kind_is_refused():
    with pytest.raises(UsageError, match="not of 'panel'"):
        json_schema("panel")


@given(report=reports())
def test_every_report_that_is_written_is_valid(report):
    REPORTS.validate(to_dict(report))


@given(report=st.none() | reports(), found=st.lists(diagnostics, max_size=3))
def test_every_result_that_is_written_is_valid(report, found):
    RESULTS.validate(result_to_dict(report, found, lang="en"))


# --- the schema and the loader agree ------------------------------------------------------------------------------

#: What may be put anywhere. No whole fraction (for JSON Schema 3.0 is whole), no backward span, no impossible date.
STRANGE = [None, True, 5, -1, 2.5, "", "x", "2023-01-01", "1.50", "blank", "note", [], [1, 2], ["x"], {}, {"x": 1}]


def places(data, where=()):
    """Every place inside plain data."""
    yield where
    if isinstance(data, dict):
        for name, value in data.items():
            yield from places(value, (*where, name))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from places(value, (*where, index))


@st.composite
def disturbed(draw, document):
    """A document with one member replaced, taken away or added."""
    where = draw(st.sampled_from([place for place in places(document) if place]))
    inner = document
    for step in where[:-1]:
        inner = inner[step]
    act = draw(st.sampled_from(["replace", "remove", "add"]))
    if act == "replace":
        inner[where[-1]] = draw(st.sampled_from(STRANGE))
    elif act == "remove":
        del inner[where[-1]]
    elif isinstance(inner, dict):
        inner["strange"] = draw(st.sampled_from(STRANGE))
    else:
        inner.append(draw(st.sampled_from(STRANGE)))
    return document


def accepts(load, document):
    try:
        load(document)
    except SchemaError:
        return False
    return True


@given(data=st.data(), report=reports())
def test_the_loader_takes_what_the_schema_allows_and_nothing_else(data, report):
    document = data.draw(disturbed(to_dict(report)))
    assert accepts(from_dict, document) == (REPORTS.is_valid(document) and not has_backward_span(document))


@given(data=st.data(), report=st.none() | reports(), found=st.lists(diagnostics, min_size=1, max_size=2))
def test_the_loader_of_results_takes_what_the_schema_allows_and_nothing_else(data, report, found):
    document = data.draw(disturbed(result_to_dict(report, found)))
    assert accepts(result_from_dict, document) == (RESULTS.is_valid(document) and not has_backward_span(document))


def has_backward_span(data):
    """Whether a list of two whole numbers descends; outside ``places`` and ``params`` only spans are such lists."""
    if isinstance(data, dict):
        return any(has_backward_span(value) for name, value in data.items() if name not in {"places", "params"})
    if isinstance(data, list):
        two = len(data) == 2 and all(type(v) is int for v in data)
        return (two and data[0] > data[1]) or any(map(has_backward_span, data))
    return False
