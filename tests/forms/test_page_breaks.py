"""Where a page ends inside a table."""

from __future__ import annotations

import pytest

from gxparse.forms.page_breaks import page_breaks
from gxparse.text import canonical, page_ends


def _broken(text: str) -> list[str]:
    pages = page_ends(text)
    text = canonical(text)
    rows = [text.index(row) for row in "ABCD" if row in text]
    return [text[at:].lstrip()[0] for at in page_breaks(text, rows, pages)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 1\nB 1\nC 1\n", []),
        ("A 1\n\nB 1\nC 1\n", []),
        ("A 1\n\n\nB 1\nC 1\nD 1\n", ["B"]),
        ("A 1\n\n\nB 1\n\n\nC 1\n\n\nD 1\n", []),
        ("A 1\n- 2 -\nB 1\n", ["-"]),
        ("A 1\n\fB 1\nC 1\n", ["B"]),
    ],
)
def test_a_page_ends_at_marks_and_at_unusual_gaps(text: str, expected: list[str]) -> None:
    assert _broken(text) == expected


def test_no_rows_no_pages() -> None:
    assert page_breaks("- 2 -\n", []) == []
