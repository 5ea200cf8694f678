"""The printed head of a table: captions and headers above its first row, which are no prose."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from gxparse.forms.lexicon import CAPTION, COLUMN, CORNER, TERMS, look_at
from gxparse.forms.reading import TableReading
from gxparse.layout.grammar import layout_names, layout_traits
from gxparse.text import skeleton

__all__ = ["printed_start", "table_extents"]

#: lines above a table that are looked at: the header of section four alone may take forty, blanks between them
_REACH = 120
_LONGEST = 400
_TAG = re.compile(r"<[^<>]{0,200}>")
#: a number that counts lines or rows
_COUNT = re.compile(r"[\s|\[(#]*[0-9]{1,5}[\\.,:、\])]{0,2}(?=[\s|,;&])")
_WORD = re.compile(r"\S+")
_EDGES = " \u3000\xa0\"'*_#"
_HEAD = frozenset({CAPTION, COLUMN, CORNER})


@functools.cache
def _between() -> re.Pattern[str]:
    """What stands between cells in any layout."""
    return re.compile("|".join({layout_traits(name)["between"]: "" for name in layout_names()}))


@functools.lru_cache(maxsize=1)
def _head_letters() -> str:
    """All headings of columns and corners, for pieces of wrapped ones."""
    return "\n".join(key for key, terms in TERMS.items() if any(term.role in _HEAD for term in terms))


@functools.lru_cache(maxsize=4096)
def _is_head(cell: str) -> bool:
    """Whether a cell is a caption, a heading, the note in the corner, a rule, or a piece of a wrapped heading."""
    letters = skeleton(cell)
    if not letters:
        return True
    seen = look_at(cell)
    if seen.note or not _HEAD.isdisjoint(seen.roles):
        return True
    return len(letters) <= 6 and not letters.isdecimal() and letters in _head_letters()


def _is_head_line(line: str) -> bool:
    return len(line) <= _LONGEST and _holds_heads(line)


# The heads of most tables are alike, line for line.
@functools.lru_cache(maxsize=4096)
def _holds_heads(line: str) -> bool:
    """Whether every cell of a line belongs to the head of a table."""
    bare = _TAG.sub("\t", line) if "<" in line else line
    if (count := _COUNT.match(bare)) is not None:
        bare = bare[count.end() :]
    return all(_is_head(cell) for part in _between().split(bare) if (cell := part.strip(_EDGES)))


def _words_in_front(text: str, line: int, start: int) -> int:
    """On one line with other words, the first word of the head."""
    first = start
    for word in reversed(list(_WORD.finditer(text, max(line, start - _LONGEST), start))):
        if not _is_head(word[0]):
            break
        first = word.start()
    return first


def printed_start(text: str, start: int, floor: int) -> int:
    r"""Where the head of a table begins whose first row begins at *start*; not before *floor*.

    >>> text = "二、主动公开政府信息情况\n第二十条第（一）项\n信息内容 | 本年制发件数 |\n规章 | 0 |"
    >>> text[printed_start(text, text.index("规章"), 0):].splitlines()[0]
    '第二十条第（一）项'
    """
    if floor >= start:
        # Two tables that share a row, as a heading that is read as the end of one.
        return start
    first = start
    at = max(text.rfind("\n", floor, start) + 1, floor)
    # A first row that does not begin its line has the rest of the head in front.
    if not _is_head_line(text[at:start]):
        return _words_in_front(text, at, start)
    if at <= floor:
        return at
    first = at
    for _ in range(_REACH):
        if at <= floor:
            break
        above = max(text.rfind("\n", floor, at - 1) + 1, floor)
        line = text[above : at - 1]
        if not _is_head_line(line):
            break
        if line.strip():
            first = above
        at = above
    return first


def table_extents(readings: Mapping[str, TableReading], text: str) -> list[tuple[int, int, str]]:
    """Start, stop and section of each recognised table with its head, in the order of the text."""
    tables = sorted((t.span.start, t.span.stop, key.split(".")[0]) for key, t in readings.items() if t.span is not None)
    found: list[tuple[int, int, str]] = []
    floor = 0
    for start, stop, section in tables:
        found.append((printed_start(text, start, floor), stop, section))
        floor = max(floor, stop)
    return found
