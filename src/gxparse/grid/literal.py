"""Rows as literals of a program: strings without their quotes, ``None`` as a blank cell, keys as places of columns.

A dictionary says with every row what its columns are called. Keys that count are the places of the columns, whatever
their order, since programs sort them as texts (``c1``, ``c10``, ``c2``). Keys that are words are a row of their own in
front of the first row that has them; a row that lacks some of them has blank cells there. Other keys say nothing, and
where they stand in alphabetical order, nothing says that the columns do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from gxparse.grid.quotes import unquoted
from gxparse.layout.ast import Document, Row
from gxparse.limits import DEFAULT_LIMITS

__all__ = ["read_rows"]

_SEPARATORS = re.compile(r"[\s,;\[\](){}]*\Z")
_NOTHING = frozenset({"None", "NULL", "null", "nan", "NaN", "~"})
#: c12, Field 12, 12
_COUNTED = re.compile(r"([^0-9]{0,20})([0-9]{1,4})\Z")
#: two keys are in order by chance
_FEW = 3

#: the content of a cell and where it begins in its row
_Part = tuple[str, int]


@frozen
class _Entries:
    """What one literal holds."""

    row: Row
    #: the keys, one for each value; none if it is no dictionary
    keys: tuple[_Part, ...]
    values: tuple[_Part, ...]
    #: where the columns are by the keys, counted by whatever they count from
    places: tuple[int, ...] | None

    @property
    def names(self) -> tuple[str, ...]:
        return tuple([name for name, _ in self.keys])


def read_rows(document: Document) -> list[Row]:
    """The innermost lists and dictionaries of a text, in reading order; all are rows of one sheet.

    >>> from gxparse.layout import read_layout
    >>> text = "{'名称': '规章', '数量': 3}\\n{'数量': 4}\\n"
    >>> [row.raws for row in read_rows(read_layout(text, "literal"))]
    [('名称', '数量'), ('规章', '3'), ('', '4')]
    """
    literals = [found for table in document.tables for row in table.rows if (found := _entries(row)).values]
    base = min((min(literal.places) for literal in literals if literal.places), default=0)
    out: list[Row] = []
    header: tuple[str, ...] = ()
    for literal in literals:
        names = literal.names
        if not names:
            header = ()
            out.append(_row(literal, literal.values))
        elif literal.places is not None:
            header = ()
            out += _placed(literal, base)
        elif any(not name.isascii() for name in names):
            if not _is_part(names, header):
                header = names
                out.append(_row(literal, literal.keys))
            given = dict(zip(names, literal.values, strict=True))
            out.append(_row(literal, [given.get(name, ("", literal.row.length)) for name in header]))
        elif len(names) <= _FEW or list(names) != sorted(names):
            header = ()
            out.append(_row(literal, literal.values))
    return out


def _row(literal: _Entries, parts: tuple[_Part, ...] | list[_Part]) -> Row:
    row = literal.row
    return Row(row.start, row.length, tuple([text for text, _ in parts]), tuple([at for _, at in parts]))


def _placed(literal: _Entries, base: int) -> Iterator[Row]:
    """A row whose keys are the places of its cells; what has no key is blank."""
    assert literal.places is not None
    width = max(literal.places) - base + 1
    if width <= DEFAULT_LIMITS.row_cells:
        cells = [("", literal.row.length)] * width
        for place, value in zip(literal.places, literal.values, strict=True):
            cells[place - base] = value
        yield _row(literal, cells)


def _is_part(names: tuple[str, ...], header: tuple[str, ...]) -> bool:
    """Whether the names are some of the header's, in its order."""
    rest = iter(header)
    return all(name in rest for name in names)


def _entries(row: Row) -> _Entries:
    """The keys of a literal and its values, without quotes."""
    keys: list[_Part] = []
    values: list[_Part] = []
    for raw, at in zip(row.raws, row.offsets, strict=True):
        if _SEPARATORS.match(raw):
            continue
        if raw[-1] == ":" and raw != ":":
            keys.append(_part(raw[:-1].rstrip(), at))
        else:
            values.append(_part(raw, at))
    if len(keys) != len(values) or len({name for name, _ in keys}) < len(keys):
        # No dictionary, or a broken one, whose values nothing places.
        return _Entries(row, (), () if keys else tuple(values), None)
    return _Entries(row, tuple(keys), tuple(values), _places([name for name, _ in keys]))


def _places(names: list[str]) -> tuple[int, ...] | None:
    found = [_COUNTED.match(name) for name in names]
    if not names or len({m and m[1] for m in found}) != 1 or found[0] is None:
        return None
    places = tuple([int(m[2]) for m in found if m is not None])
    return places if len(set(places)) == len(places) else None


def _part(raw: str, at: int) -> _Part:
    raw = raw.rstrip()
    if raw in _NOTHING:
        return "", at
    return unquoted(raw, at)
