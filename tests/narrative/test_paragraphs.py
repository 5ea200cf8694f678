"""Prose in the variety that clerks write: slips in what restates the tables are found, and nothing true is called wrong."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

import gxparse
from gxparse import Report, Section
from gxparse.checks.examples import PLAIN_TEXTS
from gxparse.model.shape import shape_of
from narrative.paragraphs import DENIALS, OTHER_DENIALS, PARAGRAPHS

COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_services",
    "other_organization",
)
ROWS = {
    "received": (28, 5, 0, 1, 2, 1),
    "carried_over": (3, 1, 0, 0, 0, 0),
    "results.granted": (12, 2, 0, 0, 1, 0),
    "results.partly_granted": (2, 1, 0, 0, 0, 0),
    "results.refused.state_secret": (1, 0, 0, 0, 0, 0),
    "results.refused.internal_affairs": (2, 1, 0, 0, 0, 0),
    "results.refused.third_party_rights": (2, 0, 0, 0, 0, 0),
    "results.unable.not_held": (4, 1, 0, 0, 0, 0),
    "results.unable.needs_creation": (2, 0, 0, 0, 0, 0),
    "results.unable.unclear_after_correction": (0, 0, 0, 1, 0, 0),
    "results.not_processed.petition": (3, 0, 0, 0, 0, 0),
    "results.not_processed.duplicate": (2, 0, 0, 0, 0, 0),
    "results.other.not_corrected_in_time": (0, 0, 0, 0, 0, 1),
    "results.other.rest": (0, 0, 0, 0, 1, 0),
    "results.total": (30, 5, 0, 1, 2, 1),
    "carried_forward": (1, 1, 0, 0, 0, 0),
}
OTHERS = {
    "proceedings.review.upheld": 3,
    "proceedings.review.corrected": 1,
    "proceedings.review.other": 1,
    "proceedings.review.pending": 1,
    "proceedings.review.total": 6,
    "proceedings.litigation.direct.upheld": 1,
    "proceedings.litigation.direct.pending": 1,
    "proceedings.litigation.direct.total": 2,
    "proceedings.litigation.after_review.upheld": 1,
    "proceedings.litigation.after_review.total": 1,
    "proactive.documents.normative_documents.issued": 7,
    "proactive.documents.normative_documents.repealed": 3,
    "proactive.documents.normative_documents.in_force": 46,
    "proactive.documents.government_rules.in_force": 2,
    "proactive.licensing.licenses.decisions": 3120,
    "proactive.enforcement.penalties.decisions": 245,
    "proactive.enforcement.coercion.decisions": 18,
    "proactive.fees.administrative_fees.amount_cny": Decimal(4125000),
}
NOTHING = {leaf.path: leaf.type(0) for leaf in shape_of("revised_2021").leaves}
TABLES = NOTHING | OTHERS
for row, counts in ROWS.items():
    for column, number in zip((*COLUMNS, "total"), (*counts, sum(counts)), strict=True):
        assert f"requests.{row}.{column}" in NOTHING
        TABLES[f"requests.{row}.{column}"] = number
MARK = re.compile(r"\[\[(?P<restated>.*?)\]\]|\{\{(?P<told>\??)(?P<other>.*?)\}\}")


def found(body, section, text, tables=None):
    sections = tuple(Section(key, None, text if key == section else plain) for key, plain in PLAIN_TEXTS.items())
    report = Report.from_values("revised_2021", tables or TABLES, year=2031, body=body, sections=sections)
    return [d for d in gxparse.check(report, select=["GX8", "GX705"]) if d.code != "GX600"]


def slip(marked):
    """The number as it should be and as a slip of the pen makes it."""
    true, _, given = marked.partition("|")
    if given:
        return true, given
    return true, str(Decimal(true) + 3) if "." in true else str(int(true) + 1).zfill(len(true))


def text_of(text, wrong=None):
    """The text with all numbers as they should be, but for the one of that index."""
    numbers = iter(range(len(text)))
    return MARK.sub(lambda m: slip(m["restated"] or m["other"])[next(numbers) == wrong], text)


def test_the_tables_add_up():
    report = Report.from_values("revised_2021", TABLES)
    assert gxparse.check(report, select=["GX6"]) == ()
    assert len({(body, text) for body, _, text in PARAGRAPHS}) == len(PARAGRAPHS) >= 180


@pytest.mark.parametrize(("body", "section", "text"), PARAGRAPHS)
def test_what_is_true_is_not_called_wrong(body, section, text):
    assert found(body, section, text_of(text)) == []


@pytest.mark.parametrize(("body", "section", "text"), PARAGRAPHS)
def test_what_no_table_counts_is_left_alone(body, section, text):
    for index, mark in enumerate(MARK.finditer(text)):
        if mark["other"] is not None and not mark["told"]:
            assert found(body, section, text_of(text, index)) == [], mark[0]


def test_slips_in_what_restates_the_tables_are_found():
    slips = missed = 0
    for body, section, text in PARAGRAPHS:
        for index, mark in enumerate(MARK.finditer(text)):
            if mark["restated"] is not None:
                slips += 1
                missed += found(body, section, text_of(text, index)) == []
    assert slips >= 230
    assert missed <= 0.06 * slips


def test_denials_of_what_is_counted_are_found():
    missed = [text for text in DENIALS if not found("临溪市水务局", "overview", text)]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize("text", DENIALS)
def test_true_denials_are_not_called_wrong(text):
    assert found("临溪市水务局", "overview", text, NOTHING) == []


@pytest.mark.parametrize("text", OTHER_DENIALS)
@pytest.mark.parametrize("tables", [TABLES, NOTHING], ids=["tables", "zeros"])
def test_denials_of_something_else_contradict_no_table(text, tables):
    assert found("临溪市水务局", "overview", text, tables) == []
