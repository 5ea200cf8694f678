"""Where another report begins in the same text: two years of one body, or two bodies, as one dump of many.

Two reports must never be read as one: what the first lacks would be taken from the second. Another report is there
where a title names another body or year than the first one does, and what makes a report stands on both sides of it:
the first section with its text, or rows of the tables. A list of links, a cover, a running title or a list of contents
has that on one side at most.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from gxparse.narrative.bodies import same_body
from gxparse.narrative.headings import listed_headings
from gxparse.narrative.passages import Line
from gxparse.narrative.title import FoundTitle, find_title
from gxparse.narrative.titles import KEYS

__all__ = ["NextReport", "find_next_report"]

#: the last words of a title, at the end of a line or in front of other words of a report on one line
_END = re.compile(r"(?:报告|年报|報告|年報)[）)》”]?(?=[ \t\u3000\xa0*|,;\x22\x27]*(?:\n|\Z)|[ \t\u3000\xa0|])")
#: words of the tables' rows that prose has no use for
_ROWS = (
    "新收政府信息公开",
    "结转下年度",
    "属于国家秘密",
    "不掌握相关政府信息",
    "举报投诉类申请",
    "大量反复申请",
    "行政事业性收费",
)
#: as many of them are a table
_ENOUGH = 2
#: what stands above the last line of a title and belongs to it, lines and characters
_LINES, _REACH = 3, 200
#: titles that are looked at; a text with more is a list of links
_MOST = 40
#: letters of a text under a heading
_TEXT = 12


@frozen
class NextReport:
    """Where another report begins."""

    #: where the line of its title begins
    start: int
    title: FoundTitle
    #: the title of the report before it, if it has one
    first: FoundTitle | None


def find_next_report(text: str) -> NextReport | None:
    r"""The second report of a text, if it holds several; ``None`` as a rule.

    >>> one = "青石镇2031年政府信息公开工作年度报告\n一、总体情况\n我镇全年主动公开政府信息30条。\n"
    >>> find_next_report(one) is None
    True
    >>> find_next_report(one + one.replace("2031", "2032")).start
    45
    """
    titles: list[tuple[int, FoundTitle]] = []
    for at, title in _titles(text):
        if titles and _differ(titles[0][1], title) and _is_report(text[:at]) and _is_report(text[at:]):
            return NextReport(at, title, titles[0][1])
        titles.append((at, title))
    return None


def _titles(text: str) -> Iterator[tuple[int, FoundTitle]]:
    """Whole titles with a body or a year, each with the beginning of its first line; few texts have more than one."""
    ends = [match.end() for _, match in zip(range(_MOST), _END.finditer(text), strict=False)]
    if len(ends) < 2:
        return
    for end in ends:
        lines: list[Line] = []
        stop = end
        while len(lines) < _LINES and stop > max(end - _REACH, 0):
            start = text.rfind("\n", max(end - _REACH, 0), stop) + 1
            lines.insert(0, (start, stop))
            stop = start - 1
        title = find_title(text, lines) if lines else None
        if title is not None and title.last == len(lines) - 1 and (title.body or title.year):
            yield lines[title.first][0], title


def _differ(one: FoundTitle, other: FoundTitle) -> bool:
    if one.year is not None and other.year is not None and one.year != other.year:
        return True
    return one.body is not None and other.body is not None and not same_body(one.body, other.body)


def _is_report(text: str) -> bool:
    """Whether a part of a text is a report: its first section with some text under it, or rows of its tables."""
    if sum(words in text for words in _ROWS) >= _ENOUGH:
        return True
    lines = [(m.start(), m.end()) for m in re.finditer("[^\n]+", text)]
    headings = {c.line: c.key for c in listed_headings(text, lines)}
    return any(
        key == KEYS[0] and line + 1 < len(lines) and line + 1 not in headings and _is_text(text, lines[line + 1])
        for line, key in headings.items()
    )


def _is_text(text: str, line: Line) -> bool:
    start, stop = line
    return stop - start >= _TEXT and "。" in text[start:stop]
