"""Section four in a stream of words: its row has no label, so it is what stands behind its header."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from gxparse.forms.entries import Entry
from gxparse.forms.row_words import is_numeral
from gxparse.forms.spec import Table
from gxparse.forms.words import Event, Word

__all__ = ["begins_cases", "gather_cases"]

# The members of an enumeration are looked up slowly, and these for every word.
_FRAME, _FIGURE, _BLANK, _TEXT = Event.FRAME, Event.FIGURE, Event.BLANK, Event.TEXT
_OF_HEADER = (_FRAME, Event.COLUMN, Event.PIECE)


def begins_cases(word: Word) -> bool:
    """Whether a word begins the header of section four."""
    return word.event is _FRAME and any(t.key == "行政复议" for t in word.terms)


def gather_cases(table: Table, words: Sequence[Word], at: int) -> tuple[Entry | None, int]:
    """The row behind the header that begins at a word, and where the next thing begins."""
    frames: set[str] = set()
    header: list[Word] = []
    last = words[at]
    cells: list[Word] = []
    glued = False
    while at < len(words):
        word = words[at]
        if word.event in (_FIGURE, _BLANK):
            cells.append(word)
        elif word.event in _OF_HEADER:
            if any(c.event is _FIGURE for c in cells):
                break
            frames.update(t.key for t in word.terms)
            header.append(word)
            last = word
            cells.clear()
        elif _is_glued_header(word, table) and not cells:
            glued = True
            last = word
        else:
            break
        at += 1
    complete = {"行政复议", "行政诉讼"} <= frames and ("review.total" in frames or glued)
    if not complete or not any(c.event is _FIGURE for c in cells):
        return None, at
    # 1 and ,0 are a damaged figure.
    torn = at < len(words) and words[at].line == cells[-1].line and is_numeral(words[at])
    # Under a header that ran together only sums show where the row begins.
    return Entry(table, None, "cases", last, tuple(cells), False, dangling=glued or torn, header=tuple(header)), at


def _is_glued_header(word: Word, table: Table) -> bool:
    """Whether a word is made of halves of column labels: ``审结总计结果维持``."""
    return word.event is _TEXT and {word.raw[n : n + 2] for n in range(0, len(word.raw), 2)} <= _halves(table)


@functools.cache
def _halves(table: Table) -> frozenset[str]:
    """The column labels of a table cut into two letters each."""
    return frozenset(c.label[n : n + 2] for c in table.columns for n in range(0, len(c.label), 2))
