"""Tables that begin again in one text: another year's or another body's behind those of the report, without a title.

What the first set of tables lacks must never be taken from the second. Only where both say the same wherever both say
something, and not nothing but zeros, are they the same report twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gxparse.forms.reading import TableReading
from gxparse.forms.rows import RowFacts
from gxparse.forms.spec import Edition

__all__ = ["without_second_set"]

#: as many rows that stand again are no slip: where one of them was read both times, and where none was
_ROWS, _UNREAD = 2, 4
_TWICE = ("row-twice", "table-twice", "row-repeated")


class _Stand(NamedTuple):
    """One place where a row of the form stands."""

    start: int
    table: str
    key: str
    #: why it is left out; empty for the reading that is taken
    reason: str
    facts: RowFacts


def without_second_set(form: Edition, tables: Mapping[str, TableReading]) -> dict[str, TableReading]:
    """The tables without the rows behind the place where rows begin to stand again, unless both sets are one report."""
    stands = sorted(_stands(tables), key=lambda s: s.start)
    if len({(s.table, s.key) for s in stands}) == len(stands):
        return dict(tables)
    begin = _second_beginning(form, stands)
    if begin is None or _is_copy(stands):
        return dict(tables)
    return {
        key: reading.refusing([r for r in reading.rows if r.row.start >= begin and r.facts.filled], "table-twice")
        for key, reading in tables.items()
    }


def _stands(tables: Mapping[str, TableReading]) -> Iterator[_Stand]:
    for table, reading in tables.items():
        for row in reading.rows:
            yield _Stand(row.row.start, table, row.key, "", row.facts)
        for refusal in reading.refusals:
            if refusal.key is not None:
                yield _Stand(refusal.row.start, table, refusal.key, refusal.reason, refusal.facts)


def _second_beginning(form: Edition, stands: list[_Stand]) -> int | None:
    """Where the second set begins: with the first row that stood before, not right above, if it is not the only one.

    Rows in front of it that the form has in front of it too, but that stand behind later ones, are of the second set
    as well: the first one may be on another edition of the form, and lack them.
    """
    seen: set[tuple[str, str]] = set()
    again: dict[tuple[str, str], int] = {}
    for n, stand in enumerate(stands):
        name = stand.table, stand.key
        above = stands[n - 1] if n else stand
        if name in seen and name != (above.table, above.key):
            again.setdefault(name, n)
        seen.add(name)
    if len(again) < (_ROWS if any(s.reason in _TWICE for s in stands) else _UNREAD):
        return None
    order = {(table.key, row.key): (t, r) for t, table in enumerate(form.tables) for r, row in enumerate(table.rows)}
    places = [order[s.table, s.key] for s in stands]
    first = min(again.values())
    begin = first
    while begin and places[begin - 1] < places[begin]:
        begin -= 1
    # Unless they go on up to the first row of all, they stand behind the first set.
    return stands[begin or first].start


def _is_copy(stands: list[_Stand]) -> bool:
    """Whether no row contradicts another of its name, and rows that agree say more than zeros."""
    if any(s.reason in _TWICE[:2] for s in stands):
        return False
    return any(s.reason == "row-repeated" and _says_more(s.facts) for s in stands)


def _says_more(facts: RowFacts) -> bool:
    return any((figure := facts.sights[at].figure) is not None and figure.number for at in facts.filled)
