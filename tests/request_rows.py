"""What is read of section three, row by row."""

from __future__ import annotations

import gxparse


def request_rows(text: str) -> dict[str, list[object]]:
    """The figures of each row of section three that is read from a text in the form of 2021, by row key."""
    report = gxparse.parse(text, edition="revised_2021").report
    assert report is not None
    found: dict[str, list[object]] = {}
    for path, value in report.values().items():
        if path.startswith("requests."):
            found.setdefault(path.removeprefix("requests.").rpartition(".")[0], []).append(value)
    return found
