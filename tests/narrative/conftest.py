"""Prose for the tests of this folder."""

from __future__ import annotations

import pytest

from gxparse.narrative import find_sections, read_metadata


def lines_of(text):
    """All lines that are not empty: texts without a table are prose throughout."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


class Prose:
    """A text with its sections and metadata."""

    def __init__(self, text, tables=()):
        self.text = text
        spans = []
        for part, key in tables:
            start = text.index(part)
            spans.append((start, start + len(part), key))
        outside = [(a, b) for a, b in lines_of(text) if not any(start <= a < stop for start, stop, _key in spans)]
        self.lines = outside
        self.sections, self.found = find_sections(outside, text, spans)
        self.metadata, self.said = read_metadata(text, outside, self.sections)
        self.by_key = {section.key: section for section in self.sections}

    @property
    def titles(self):
        return [section.title for section in self.sections]

    @property
    def codes(self):
        return sorted(d.code for d in (*self.found, *self.said))

    def texts(self):
        return {section.key: section.text for section in self.sections}


@pytest.fixture(scope="session")
def prose():
    return Prose
