"""Numbers in front of rows: what programs print to count rows or lines is no figure of a row.

A column is taken for numbers only if it counts up by one over the rows of every table, from 0, from 1, or going on from
the table before as lines of a file do, and if no row of figures is without a number. Anything less stays as it is: a
figure that is left out by mistake would move all others of its row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve, field, frozen

from gxparse.grid.lines import is_figure
from gxparse.layout.ast import Row
from gxparse.span import Span
from gxparse.text import is_page_mark

__all__ = ["Numbering", "find_numbering"]

#: what a number in front of a row begins with
_OPENS = frozenset("0123456789[(#")
#: 7, 7., [7,], 7:, #7 in a cell of its own, or in front of the first cell
_NUMBER = re.compile(r"\s*[\[(#]?([0-9]{1,5})(?:[\\,.、)\]）]{0,3}(?:\s*\Z|\s+(?=\S))|[:：]\s*)")
#: what stands over a column of numbers
_HEADINGS = frozenset({"", "序号", "行号", "编号", "no", "no.", "#", "index", "id", "row"})
#: rows that are counted at least, and rows of the longest stretch that counts up
_ENOUGH, _STRETCH = 5, 3
#: columns that are counted in a heading of nothing but numbers
_COLUMNS = 3


@frozen
class Numbering:
    """What was found in front of rows."""

    #: the rows without numbers
    rows: list[Row]
    #: the numbers, in reading order
    spans: tuple[Span, ...] = ()


@frozen
class _Numbered:
    """A row that is not blank."""

    #: position among all rows
    at: int
    row: Row
    #: the number it begins with; -1 if it begins with none
    number: int
    #: where its first cell begins behind the number
    stop: int
    #: whether it ends with a figure
    figures: bool
    #: whether it is nothing but a number
    bare: bool


@frozen
class _Run:
    """Rows one behind another whose numbers count up by one."""

    first: int
    members: list[_Numbered] = field(factory=list)


def find_numbering(rows: list[Row]) -> Numbering:
    """The rows without the numbers that count them, if they are counted.

    >>> table = [Row(n * 4, 4, (str(n), "甲" if n else "名称", "7" if n else "数"), (0, 1, 2)) for n in range(6)]
    >>> found = find_numbering(table)
    >>> [row.raws for row in found.rows[:2]], len(found.spans)
    ([('名称', '数'), ('甲', '7')], 6)
    """
    some = rows[::4]
    if 2 * sum(row.raws[0].lstrip()[:1] in _OPENS for row in some if row.raws[0]) < len(some):
        return Numbering(rows)
    # Of four rows that are counted three say more than their number, which most texts have not.
    more = [first for row in rows for first in row.raws[:1] if len(row.raws) > 1 or not first.strip().isdecimal()]
    if sum(raw.lstrip()[:1] in _OPENS and _NUMBER.match(raw) is not None for raw in more) < _ENOUGH - 1:
        return Numbering(rows)
    found = [n for at, row in enumerate(rows) if (n := _numbered(at, row)) is not None]
    runs = _runs(found)
    counted = {n.at for run in runs for n in run.members}
    headings = {n.at: n for n in _above(found, runs)}
    longest = max((len(run.members) for run in runs), default=0)
    texts = any(not n.figures for run in runs for n in run.members) or bool(headings)
    if len(counted) < _ENOUGH or longest < _STRETCH or not texts:
        return Numbering(rows)
    if any(n.figures and n.at not in counted and n.at not in headings for n in found):
        return Numbering(rows)
    apart = all(n.stop == len(n.row.raws[0]) for run in runs for n in run.members)
    return _without(rows, runs, headings, apart=apart)


def _numbered(at: int, row: Row) -> _Numbered | None:
    filled = [raw for raw in row.raws if _says(raw)]
    if not filled or (len(filled) == 1 and is_page_mark(filled[0])):
        return None
    match = _NUMBER.match(row.raws[0])
    number, stop = (int(match[1]), match.end()) if match else (-1, 0)
    bare = match is not None and len(filled) == 1 and not _says(row.raws[0][stop:])
    return _Numbered(at, row, number, stop, is_figure(filled[-1]), bare)


def _says(raw: str) -> bool:
    """Whether a cell holds more than delimiters of some other layout."""
    return is_figure(raw) or any(map(str.isalnum, raw))


def _runs(rows: Sequence[_Numbered]) -> list[_Run]:
    """Stretches of two rows and more that count up; each begins with 0, with 1, or higher than the one before ends.

    Nearly all rows say more than their number, else figures on lines of their own could be taken for numbers. A row that
    is a printed table by itself, as a page end leaves it, counts where the others begin to.
    """
    runs: list[_Run] = []
    before = -1
    for n in rows:
        if n.number < 0:
            before = -1
        elif runs and before >= 0 and n.number == before + 1:
            runs[-1].members.append(n)
            before = n.number
        else:
            runs.append(_Run(n.number, [n]))
            before = n.number
    firsts = {run.first for run in runs if len(run.members) > 1}
    places = Counter(n.row.table for n in rows)
    kept: list[_Run] = []
    last = -1
    for run in runs:
        bare = sum(n.bare for n in run.members)
        alone = run.first <= 1 and firsts == {run.first} and places[run.members[0].row.table] == 1
        if (len(run.members) > 1 or alone) and 4 * bare <= len(run.members) and (run.first <= 1 or run.first > last):
            kept.append(run)
            last = run.first + len(run.members) - 1
    return kept


def _above(rows: Sequence[_Numbered], runs: Sequence[_Run]) -> list[_Numbered]:
    """The rows right above a run that begins with 0 or 1 and that have a cell over its numbers, or numbers of columns."""
    place = {n.at: i for i, n in enumerate(rows)}
    found = []
    for run in runs:
        i = place[run.members[0].at]
        if run.first > 1 or not i or (rows[i - 1].number >= 0 and not _counts(rows[i - 1].row)):
            continue
        above = rows[i - 1].row
        over = len(above.raws) == len(run.members[0].row.raws) and above.raws[0].strip().lower() in _HEADINGS
        if over or _counts(above):
            found.append(rows[i - 1])
    return found


def _counts(row: Row) -> bool:
    """Whether a row is nothing but the numbers of its columns."""
    filled = [raw.strip() for raw in row.raws if raw.strip()]
    numbers = [str(n) for n in range(len(filled) + 1)]
    return len(filled) >= _COLUMNS and filled in (numbers[:-1], numbers[1:])


def _without(rows: Sequence[Row], runs: Sequence[_Run], headings: dict[int, _Numbered], *, apart: bool) -> Numbering:
    out: list[Row] = []
    spans: list[Span] = []
    counted = {n.at: n for run in runs for n in run.members}
    for at, row in enumerate(rows):
        if at in counted:
            spans.append(row.cell_span(0))
            out.append(_cut(row, None if apart else counted[at].stop))
        elif at in headings and _counts(row):
            spans += [row.cell_span(n) for n, raw in enumerate(row.raws) if raw.strip()]
        elif at in headings and apart:
            out.append(_cut(row, None))
        else:
            out.append(row)
    return Numbering(out, tuple(spans))


def _cut(row: Row, stop: int | None) -> Row:
    """The row without its first cell, or without the first characters of it."""
    raws, offsets, whole = row.raws, row.offsets, row.whole
    if stop is None and len(raws) != 1:
        return evolve(row, raws=raws[1:], offsets=offsets[1:], whole=None if whole is None else whole[1:])
    first = raws[0]
    size = len(first) if stop is None else stop
    return evolve(
        row,
        raws=(first[size:], *raws[1:]),
        offsets=(offsets[0] + size, *offsets[1:]),
        whole=whole and (whole[0][size:], *whole[1:]),
    )
