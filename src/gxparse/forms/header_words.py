"""Words of a header in a text without row marks: which columns they name, and of which table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise

from gxparse.forms.common import ORGANIZATIONS
from gxparse.forms.lexicon import COLUMN, CORNER
from gxparse.forms.spec import Table
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

__all__ = ["columns_on_line", "is_of_another", "names_columns", "names_twice"]

# The members of an enumeration are looked up slowly, and this one for every word.
_COLUMN = Event.COLUMN

#: corner cells of headers, and the tables they belong to, by the beginning of their keys
_CORNERS = {"信息内容": "proactive", "申请人情况": "requests", ORGANIZATIONS: "requests"}


def is_of_another(word: Word, table: Table) -> bool:
    """Whether a word stands in the header of another table: what comes behind it is no part of a row of this one."""
    if not word.terms:
        return False
    if word.event is _COLUMN:
        homes = {t.table for t in word.terms if t.role == COLUMN}
        return bool(homes) and table.key not in homes
    corners = [t.key for t in word.terms if t.role == CORNER]
    return bool(corners) and not table.key.startswith(tuple(_CORNERS.get(c, "proceedings") for c in corners))


def names_twice(header: Sequence[Word], table: Table) -> bool:
    """Whether a column is named twice on a line, or twice running, as where a merged cell is repeated."""
    named = _named(header, table)
    return len(set(named)) < len(named) or any(a[1] == b[1] for a, b in pairwise(named))


def columns_on_line(header: Sequence[Word], table: Table) -> tuple[str, ...]:
    """The columns of a table as one line names them, a merged one several times running; empty without such a line."""
    named = _named(header, table)
    keys = tuple([key for _, key in named])
    in_order = [key for key, _ in groupby(keys)] == [c.key for c in table.columns]
    return keys if in_order and len({line for line, _ in named}) == 1 else ()


def _named(header: Sequence[Word], table: Table) -> list[tuple[int, str]]:
    """Line and key of each column of a table that a word names."""
    return [(w.line, t.key) for w in header for t in w.terms if t.role == COLUMN and t.table == table.key]


def names_columns(header: Sequence[Word], table: Table) -> bool:
    """Whether the pieces of a wrapped header are those of the table's column labels, line by line in their order."""
    labels = [skeleton(c.label) for c in table.columns]
    pieces = [(w.line, skeleton(w.text)) for w in header]
    if sorted("".join(p for _, p in pieces)) != sorted("".join(labels)):
        return False
    for line in {line for line, _ in pieces}:
        column = 0
        for piece in (p for n, p in pieces if n == line):
            while column < len(labels) and piece not in labels[column]:
                column += 1
            if column == len(labels):
                return False
            column += 1
    return True
