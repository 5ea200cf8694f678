"""Rows that a tool cut between the lines of their cells: the label goes on in the row below, and so may the figures.

``…政府信 | 8266 | 12`` above ``息公开申请数量 | 2 | `` is 82662 and 12. The first line alone is a row only if its totals
prove that no digit of it is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from gxparse.forms.doubts import has_totals
from gxparse.forms.figures import Shape
from gxparse.forms.known_labels import KNOWN, is_piece
from gxparse.forms.lexicon import Term
from gxparse.forms.proof import is_proved
from gxparse.forms.reading import RowReading, TableReading
from gxparse.forms.rows import Role, RowFacts
from gxparse.forms.spec import Edition, Table
from gxparse.layout.ast import Row
from gxparse.text import skeleton

__all__ = ["cuts_words", "proves_columns", "refuse_cut_cells", "refuse_split"]

#: rows with a word of the form in two cells that are no chance
_CUT_ROWS = 2
#: cells that one word is cut into at most
_MOST_CELLS = 4
#: letters of two cells that make a sentence
_SENTENCE = 10


def refuse_split(table: Table, reading: TableReading, rows: Sequence[Row], facts: Sequence[RowFacts]) -> TableReading:
    """The reading of one table without the rows whose label goes on in a row below that has figures of its own."""
    mended = {id(row.row): row for row in reading.rows if row.mending is not None and row.mending.how != "slip"}
    if not mended:
        return reading
    split: list[RowReading] = []
    for at, row in enumerate(rows):
        found = mended.get(id(row))
        if found is None or found.term is None:
            continue
        below = next((f for f in facts[at + 1 :] if f.role is not Role.EMPTY), None)
        if below is not None and _goes_on(found.term, below) and not is_proved(table, found):
            split.append(found)
    return reading.refusing(split)


def _goes_on(term: Term, facts: RowFacts) -> bool:
    """Whether a row has figures beside a piece of a label, and no label of its own."""
    label = skeleton(term.label)
    return (
        facts.role is Role.UNKNOWN
        and facts.has_values
        and any(s.shape is Shape.TEXT and s.key and s.key in label for s in facts.sights)
    )


def cuts_words(facts: Sequence[RowFacts]) -> bool:
    """Whether the cells of a text go through words, as where a tool guessed the columns of a page from its white space.

    Ruled columns may part the words of a merged heading too; so sentences must be parted as well.

    >>> from gxparse.forms.rows import read_row
    >>> rows = [("申", "请人情况"), ("法人", "或其他组织"), ("每份文", "件起草时写明是否公开"), ("本机", "关把清单贴进办事大厅")]
    >>> cuts_words([read_row(row) for row in rows])
    True
    """
    words = sentences = 0
    for row in facts:
        if row.role is not Role.DATA:
            keys = [s.key if s.shape is Shape.TEXT and not s.terms else "" for s in row.sights]
            words += words < _CUT_ROWS and _has_cut_word(keys)
            sentences += sentences < _CUT_ROWS and _has_cut_sentence(keys)
        if words == sentences == _CUT_ROWS:
            return True
    return False


def _has_cut_word(keys: Sequence[str]) -> bool:
    """Whether neighbouring cells that are no words of the form make one when put together."""
    return any(
        "" not in piece and "".join(piece) in KNOWN
        for at in range(len(keys) - 1)
        for size in range(2, _MOST_CELLS + 1)
        if len(piece := keys[at : at + size]) == size
    )


def _has_cut_sentence(keys: Sequence[str]) -> bool:
    return any(
        a and b and len(a + b) >= _SENTENCE and not is_piece(a + b) and not (is_piece(a) and is_piece(b))
        for a, b in pairwise(keys)
    )


def proves_columns(form: Edition, tables: Mapping[str, TableReading]) -> bool:
    """Whether the totals of most rows hold, so that the figures of a text are whole whatever its words are."""
    rows = [(form.by_key[key], row) for key, t in tables.items() if has_totals(form.by_key[key]) for row in t.rows]
    return bool(rows) and sum(is_proved(table, row) for table, row in rows) * 4 >= len(rows) * 3


def refuse_cut_cells(table: Table, reading: TableReading) -> TableReading:
    """The reading of one table of such a text, without the rows whose totals do not prove that no digits were cut off."""
    unproved = [row for row in reading.rows if row.facts.filled and not (has_totals(table) and is_proved(table, row))]
    return evolve(reading.refusing(unproved), cut=True)
