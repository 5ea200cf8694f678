"""Sheets printed with one space behind every cell, whose own texts may hold spaces too.

Every line of such a sheet has a space for each of its columns, and headings stand in a cell of their own, so that the
spaces behind most of them show how many columns there are. What is more on a line is part of some cell's text: a figure
is at most as many columns from the end of its line as spaces are behind it, and at most as many from the beginning as
are in front. That is often enough to say that it can stand in the last column of its table only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from gxparse.forms.entries import Entry
from gxparse.forms.words import Word
from gxparse.text import skeleton

__all__ = ["all_in_total"]

#: lines with one cell that are no chance
_LINES = 5
#: words 总计 of a header that are looked at
_WORDS = 8


class _Line(NamedTuple):
    """The line a word stands on, and the spaces of it in front of the word and behind it."""

    text: str
    before: int
    behind: int


def all_in_total(text: str, entries: Sequence[Entry]) -> bool:
    """Whether the one figure of each row can stand in the last column, and those of most rows in no other."""
    spaces = _spaces_of_sheet(text)
    total = _total(text, entries[0], spaces)
    if total is None:
        return False
    lines = [_line(text, e.figures[0]) for e in entries]
    if any(line.before < total or line.behind < spaces - total for line in lines):
        return False
    return 2 * sum(line.behind == spaces - total for line in lines) > len(lines)


def _spaces_of_sheet(text: str) -> int:
    """The spaces behind lines that have nothing but one cell in front; 0 unless most lines agree.

    A cell broken over lines leaves its end before the spaces of the cells behind it.
    """
    found: Counter[int] = Counter()
    for line in text.split("\n"):
        cell = line.rstrip(" ")
        if cell and " " not in cell and len(cell) < len(line):
            found[len(line) - len(cell)] += 1
    if not found:
        return 0
    spaces, lines = found.most_common(1)[0]
    return spaces if lines >= _LINES and 2 * lines > found.total() else 0


def _total(text: str, entry: Entry, spaces: int) -> int | None:
    """The column of the sheet that is headed 总计, on a line without more spaces than columns ask for.

    The first column of the table must stand on that line too, as far in front as the form has it.
    """
    columns = entry.table.columns
    first, last = skeleton(columns[0].label), skeleton(columns[-1].label)
    found = set()
    for word in islice((w for w in entry.header if skeleton(w.text) == last), _WORDS):
        line = _line(text, word)
        if line.before + line.behind != spaces:
            continue
        cells = line.text.split(" ")
        at = line.before - len(columns) + 1
        if at >= 0 and skeleton(cells[at]) == first:
            found.add(line.before)
    return found.pop() if len(found) == 1 else None


def _line(text: str, word: Word) -> _Line:
    start = text.rfind("\n", 0, word.start) + 1
    stop = text.find("\n", word.stop)
    stop = len(text) if stop < 0 else stop
    return _Line(text[start:stop], text.count(" ", start, word.start), text.count(" ", word.stop, stop))
