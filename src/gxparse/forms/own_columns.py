"""Columns of an author's own in a text without row marks: 上年, 合计 or 备注 among those of the form.

Nothing tells whose a figure is there. A row with a blank cell and a figure of such a column has just as many figures as the
form has columns, and no sum tells it from a whole one where that figure is 0: a sum proves digits, never that a 0 is no
blank cell, nor where it stands. A header may name such a column; where its name was lost, rows have a figure more than
the form has columns.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Sequence

from gxparse.forms.entries import Entry
from gxparse.forms.header_order import OWN
from gxparse.forms.known_labels import KNOWN, is_piece
from gxparse.forms.lexicon import COLUMN, CORNER
from gxparse.forms.spec import Table
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

__all__ = ["beside_own_column", "names_own_column"]

#: letters of the longest name of such a column: 比上年本年增减
_LONGEST = 10
#: a remark in brackets belongs to the column before it, unless it speaks of another year
_REMARK, _YEAR = ("(", "（"), re.compile("上年|去年|上一年|同比|[12][0-9]{3}年")
#: a running title may hold a year
_TITLE = re.compile("报告|年报|公开")
#: figures that several such columns have in a row
_MOST = 3
# The members of an enumeration are looked up slowly, and these for every word.
_OF_HEADER = frozenset((Event.COLUMN, Event.FRAME, Event.PIECE))
_TEXT, _PIECE = Event.TEXT, Event.PIECE


def names_own_column(table: Table, words: Sequence[Word]) -> bool:
    """Whether one of the words in front of the first row of a table names a column that the form does not have."""
    first = next((n for n, w in enumerate(words) if any(t.role in (COLUMN, CORNER) for t in w.terms)), None)
    if first is None:
        return False
    labels, letters = _labels(table)
    for n, word in enumerate(words[first + 1 :], first + 1):
        key = word.sight.key
        if word.event not in (_TEXT, _PIECE) or word.ordinal or not key or key.isascii() or key in labels:
            continue
        if word.raw.startswith(_REMARK) and _YEAR.search(key) is None:
            continue
        behind = words[n + 1] if n + 1 < len(words) else None
        if OWN.search(key) is not None and len(key) <= _LONGEST and _TITLE.search(key) is None:
            if not _is_broken_off(words[n - 1], word, behind):
                return True
        elif (
            word.event is _TEXT
            and behind is not None
            and behind.event in _OF_HEADER
            and words[n - 1].event in _OF_HEADER
            and len(key) <= _LONGEST
            and 2 * sum(c in letters for c in key) < len(key)
        ):
            return True
    return False


def _is_broken_off(before: Word, word: Word, behind: Word | None) -> bool:
    """Whether a word is part of a label of the form with the word before it or behind it: 上年 of 上年结转."""
    key = word.sight.key
    if word.event is not _PIECE:
        return False
    after = behind.sight.key if behind is not None else ""
    return (before.sight.key != "" and is_piece(before.sight.key + key)) or (after != "" and is_piece(key + after))


@functools.cache
def _labels(table: Table) -> tuple[str, frozenset[str]]:
    """All that the header of a table says, in one string, and the letters of it."""
    own = [text for c in table.columns for text in (c.label, *c.variants, *c.header_path)]
    notes = [key for key in KNOWN if key.startswith("本列数据")]
    said = "\n".join([*map(skeleton, own), *notes, skeleton(table.caption or "")])
    return said, frozenset(said)


def beside_own_column(entries: Sequence[Entry], unplaced: Collection[Entry]) -> set[Entry]:
    """The rows of a table that may have the figure of a column more in place of a blank cell.

    That is all of them where a header names such a column. Where a row among *unplaced*, of which nothing could be read,
    has a figure more than the form has columns, it is all that have no more figures themselves. Several too many may
    be pieces of figures that a narrow column has broken, unless most rows have just as many.
    """
    if any(e.beside_own for e in entries):
        return set(entries)
    more = Counter([len(e.figures) - (len(e.named) or e.width) for e in unplaced if e.regular])
    filled = sum(bool(e.figures) for e in entries)
    if more[1] or any(2 * more[size] >= filled for size in range(2, _MOST + 1)):
        return {e for e in entries if len(e.figures) <= e.width}
    return set()
