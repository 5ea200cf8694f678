"""Every code of this family comes up on its reproducer and not on its near miss."""

from __future__ import annotations

import re

import pytest

import gxparse
from gxparse.diagnostics.codes import narrative as codes
from gxparse.diagnostics.render import hint, message

ENTRIES = [getattr(codes, name) for name in codes.__all__]
UNFILLED = re.compile(r"\{[a-z_]+\}")


def test_the_family_is_there():
    assert len(ENTRIES) >= 20
    assert all(re.fullmatch("GX5[0-9][0-9]", entry.code) for entry in ENTRIES)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_reproducer_and_near_miss(prose, entry):
    assert entry.code in prose(entry.reproducer).codes
    assert entry.code not in prose(entry.near_miss).codes


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_the_whole_parser_says_the_same(entry):
    assert entry.code in [d.code for d in gxparse.parse(entry.reproducer).diagnostics]
    assert entry.code not in [d.code for d in gxparse.parse(entry.near_miss).diagnostics]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.code)
def test_texts(prose, entry):
    read = prose(entry.reproducer)
    found = [d for d in (*read.found, *read.said) if d.code == entry.code]
    assert found
    for diagnostic in found:
        for lang, letters in (("zh", "[\u4e00-\u9fff]"), ("en", "[a-z]{3}")):
            for text in (message(diagnostic, lang), hint(diagnostic, lang) or ""):
                assert re.search(letters, text), text
                assert not UNFILLED.search(text), text
                assert "None" not in text, text
