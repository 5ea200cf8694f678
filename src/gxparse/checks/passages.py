"""Prose as paragraphs to compare: what two reports say in the same words."""

from __future__ import annotations

import re
from typing import Final

from gxparse.checks.subject import Subject

#: Shorter paragraphs are headings and set phrases.
_LEAST: Final = 30
_SPACE: Final = re.compile(r"\s+")
_NUMBERS: Final = re.compile(r"[0-9０-９]+")

#: the sections that a body writes in its own words
OWN_WORDS: Final = ("overview", "problems")


def paragraphs(subject: Subject, key: str) -> dict[str, tuple[int, int]]:
    """The longer paragraphs of a section, folded for comparison, with their places in its text.

    White space does not count and a number counts as a number, whichever it is: last year's text with this year's
    figures is last year's text.
    """
    section = subject.report.section(key)
    found: dict[str, tuple[int, int]] = {}
    if section is None:
        return found
    at = 0
    for line in section.text.split("\n"):
        folded = _NUMBERS.sub("0", _SPACE.sub("", line))
        if len(folded) >= _LEAST:
            found.setdefault(folded, (at, at + len(line)))
        at += len(line) + 1
    return found


def shared_share(one: dict[str, tuple[int, int]], other: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Characters of the first that stand in the second word for word, and characters of the first."""
    return sum(len(text) for text in one if text in other), sum(map(len, one))
