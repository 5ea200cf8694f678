"""One walk over the printed rows of a text: which of them belong to which table of the form, and under which header.

A page break cuts a table into parts, and each part may be laid out in other columns; so a row is kept together with
the header above it, and repeated headers are dropped.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from attrs import define, field

from gxparse.forms.rows import Role, RowFacts
from gxparse.forms.spec import Edition
from gxparse.layout.ast import Row
from gxparse.span import Span

__all__ = ["GatheredRows", "gather_rows"]

# The members of an enumeration are looked up slowly, and here for every row.
_EMPTY, _DATA, _HEADER, _CAPTION = Role.EMPTY, Role.DATA, Role.HEADER, Role.CAPTION
_VALUES, _UNKNOWN, _PIECE = Role.VALUES, Role.UNKNOWN, Role.PIECE

#: a part of a table: its number, and the positions of the header rows above it
Part = tuple[int, tuple[int, ...]]


@define(eq=False)
class GatheredRows:
    """The rows of a text, told apart by what they are; a row goes by its position."""

    rows: Sequence[Row]
    facts: Sequence[RowFacts]
    #: (table, row key) -> the printed rows with that label
    found: dict[tuple[str, str], list[int]] = field(factory=dict, init=False)
    #: nearest header above each data row of section two
    header: dict[int, int] = field(factory=dict, init=False)
    #: part of the requests table each of its rows stands in
    part: dict[int, Part] = field(factory=dict, init=False)
    #: rows with figures that no label anchors
    loose: list[int] = field(factory=list, init=False)
    case_rows: list[int] = field(factory=list, init=False)
    case_headers: list[int] = field(factory=list, init=False)
    request_headers: list[int] = field(factory=list, init=False)
    #: pieces of labels that were joined to no row
    pieces: list[int] = field(factory=list, init=False)
    #: table -> its first and its last printed row
    first: dict[str, int] = field(factory=dict, init=False)
    last: dict[str, int] = field(factory=dict, init=False)

    def span(self, table: str) -> Span | None:
        """Where a table stands, headers included; ``None`` if nothing of it is there."""
        if table not in self.first:
            return None
        return self.rows[self.first[table]].span.cover(self.rows[self.last[table]].span)

    def repeats(self) -> tuple[Span, ...]:
        """The headers of the requests table that stand behind its first row, a span for each."""
        first_row = min(self.part)
        runs: list[Span] = []
        last = -1
        for at in self.request_headers:
            if at < first_row:
                continue
            span = self.rows[at].span
            if at == last + 1 and runs:
                runs[-1] = runs[-1].cover(span)
            else:
                runs.append(span)
            last = at
        return tuple(runs)


@functools.cache
def _row_keys(form: Edition) -> frozenset[tuple[str, str]]:
    """The keys of all rows of a form, each with that of its table."""
    return frozenset((t.key, r.key) for t in form.tables for r in t.rows)


def gather_rows(form: Edition, rows: Sequence[Row], facts: Sequence[RowFacts]) -> GatheredRows:
    """The rows of each table of an edition, in the order of the text; *facts* are of the same rows."""
    gathered = GatheredRows(rows, facts)
    header: int | None = None
    part: list[int] = []
    number = 0
    in_headers = False
    section = ""
    printed = rows[0].table if rows else 0
    known = _row_keys(form)
    found, first, last = gathered.found, gathered.first, gathered.last
    for at, fact in enumerate(facts):
        role = fact.role
        table = rows[at].table
        if table != printed:
            # Something stands between: what follows may be laid out in other columns.
            printed = table
            number += 1
            part = []
        if role is _EMPTY:
            continue
        if role is _DATA:
            assert fact.term is not None
            key = fact.term.table
            identity = (key, fact.term.key)
            in_headers = False
            if identity not in known:
                # A row of the other edition; without figures it may be a group of this one.
                if fact.filled:
                    gathered.loose.append(at)
                continue
            section = key
            if identity in found:
                found[identity].append(at)
            else:
                found[identity] = [at]
            if key == "requests":
                gathered.part[at] = number, tuple(part)
            elif header is not None:
                gathered.header[at] = header
            first.setdefault(key, at)
            last[key] = at
        elif role is _HEADER:
            if not in_headers:
                part = []
                number += 1
            in_headers = True
            header = at
            part.append(at)
            section = fact.section or section
            if section in {"proceedings", "requests"}:
                (gathered.case_headers if section == "proceedings" else gathered.request_headers).append(at)
                first.setdefault(section, at)
                last[section] = at
        elif role is _CAPTION:
            header = None
            in_headers = False
        elif role is _VALUES and section == "proceedings":
            in_headers = False
            gathered.case_rows.append(at)
            first.setdefault(section, at)
            last[section] = at
        elif role is _UNKNOWN or role is _VALUES:
            in_headers = False
            gathered.loose.append(at)
        elif role is _PIECE:
            gathered.pieces.append(at)
    return gathered
