"""Page numbers that an extraction tool left between the lines of a text, as lines of their own."""

from __future__ import annotations

import re

__all__ = ["is_page_mark"]

#: - 3 -, -- 1 of 4 --, 第3页, P. 8, Page 8
_PAGE_MARK = re.compile(
    r"\s*(?:[-–—―]+\s*(?:PAGE\s*)?\d{1,4}(?:\s*of\s*\d{1,4})?\s*[-–—―]+|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?"
    r"|(?:P\.|Page)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)\s*\Z",
    re.IGNORECASE,
)

#: what a page mark begins with
_MARKS_BEGIN = frozenset("-–—―第Pp")


def is_page_mark(line: str) -> bool:
    """Whether a line is nothing but a page number in one of its usual dresses.

    >>> is_page_mark("- 4 -"), is_page_mark("4")
    (True, False)
    """
    line = line.strip()
    return line[:1] in _MARKS_BEGIN and len(line) < 40 and _PAGE_MARK.match(line) is not None
