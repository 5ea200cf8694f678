"""Prose in many hands: one slip in what it says of its table is found, and nothing true is called wrong."""

from __future__ import annotations

import re

import pytest

import gxparse
from gxparse import Report, Section
from narrative import slips_beside_lookalikes, slips_in_lists, slips_of_bodies, slips_of_clerks, slips_of_offices
from narrative.told import CITY, COUNTY, HEALTH, POLICE

SETS = (slips_of_bodies, slips_of_offices, slips_in_lists, slips_of_clerks, slips_beside_lookalikes)
PARAGRAPHS = [paragraph for one in SETS for paragraph in one.PARAGRAPHS]
DECOYS = [decoy for one in SETS for decoy in one.DECOYS]
MARK = re.compile(r"\{(?P<told>[^{}|]*)\|(?P<slip>[^{}]*)\}")


def found(table, body, section, text):
    prose = Section(section, None, text)
    report = Report.from_values("revised_2021", table, year=2023, body=body, sections=(prose,))
    return gxparse.check(report, select=["GX8", "GX705"])


def text_of(text, slip=None):
    """The text as the table has it, but for the mark that begins at *slip*."""
    return MARK.sub(lambda mark: mark["slip" if mark.start() == slip else "told"], text)


@pytest.mark.parametrize("table", [COUNTY, CITY, POLICE, HEALTH], ids=["county", "city", "police", "health"])
def test_the_tables_add_up(table):
    assert gxparse.check(Report.from_values("revised_2021", table), select=["GX6"]) == ()


def test_the_sets_are_large():
    assert sum(len(MARK.findall(text)) for *_, text in PARAGRAPHS) >= 500
    assert len({text for *_, text in PARAGRAPHS}) == len(PARAGRAPHS) >= 240
    assert len(DECOYS) >= 220


@pytest.mark.parametrize(("table", "body", "section", "text"), PARAGRAPHS, ids=range(len(PARAGRAPHS)))
def test_what_is_true_is_not_called_wrong(table, body, section, text):
    assert found(table, body, section, text_of(text)) == ()


@pytest.mark.parametrize(("table", "body", "section", "text"), PARAGRAPHS, ids=range(len(PARAGRAPHS)))
def test_each_slip_is_found(table, body, section, text):
    missed = [mark[0] for mark in MARK.finditer(text) if not found(table, body, section, text_of(text, mark.start()))]
    assert missed == []


@pytest.mark.parametrize(("table", "body", "section", "text"), DECOYS, ids=range(len(DECOYS)))
def test_what_no_table_counts_is_left_alone(table, body, section, text):
    assert found(table, body, section, text) == ()
