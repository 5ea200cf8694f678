"""A reader of another project, as many are: it finds a row by its label and counts the numbers behind it.

It is good enough for a table without gaps and wrong elsewhere. ``gxparse fuzz --parser examples.counting_reader:read``
finds out where; docs/fuzzing.md shows how.
"""

from __future__ import annotations

import re

ROWS = {
    "一、本年新收政府信息公开申请数量": "requests.received",
    "（一）予以公开": "requests.results.granted",
    "四、结转下年度继续办理": "requests.carried_forward",
}
COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_services",
    "other_organization",
    "total",
)


def read(text: str) -> dict[str, int]:
    """The figures of three rows of section three, by field path."""
    found: dict[str, int] = {}
    for label, row in ROWS.items():
        if label in text:
            numbers = re.findall(r"[0-9]+", text[text.index(label) + len(label) :])[: len(COLUMNS)]
            found |= {f"{row}.{column}": int(number) for column, number in zip(COLUMNS, numbers, strict=False)}
    return found
