"""The page on the checks names every rule, and only codes that there are."""

from __future__ import annotations

import re

from gxparse.checks import all_rules
from gxparse.views.pages import all_entries


def codes_in(table):
    """The codes of a text, with those between the two ends of a range."""
    found = set()
    every = {entry.code for entry in all_entries()}
    for first, last in re.findall(r"(GX\d{3})(?: to (GX\d{3}))?", table):
        found.add(first)
        if last:
            found |= {code for code in every if first <= code <= last} | {last}
    return found


def test_every_rule_answers_to_something_and_every_answer_exists(project):
    table = (project / "docs" / "checks.md").read_text("utf-8").partition("## The catalogue")[2]
    named = codes_in(table)
    assert {rule.code for rule in all_rules()} <= named
    assert named <= {entry.code for entry in all_entries()}
