"""Tables between rules of dashes: the runs of a rule are the columns, empty lines part rows of several lines.

Without a heading a rule stands above and below the rows; with one, the rule between heading and rows has the columns.
Rows are lines, unless empty lines stand between them. A table in which some text crosses from one column into the
next is left alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from attrs import frozen

from gxparse.grid.width import width_of
from gxparse.layout.ast import Document, Row
from gxparse.limits import DEFAULT_LIMITS

__all__ = ["read_rows"]

_RULE = re.compile(r"[ ]*-{2,}(?:[ ]+-{2,})*[ ]*\Z")
_RUN = re.compile(r"-+")
_WORD = re.compile(r"\S+")
#: first column of each run of a rule, and the column behind it
_Runs = tuple[tuple[int, int], ...]
#: first line of each cell, where it begins, all lines of each; column of each line of a cell, and room left and right of it
_Cut = tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...], tuple[tuple[int, int, int], ...]]
#: places that a character of unsure width may move what stands behind it
_SLACK = 1


@frozen
class _Line:
    start: int
    length: int
    text: str
    #: whether an empty line stands in front of it
    apart: bool
    #: the runs of dashes, if the line is a rule
    runs: _Runs


def read_rows(document: Document) -> list[Row]:
    """The rows of all tables between rules of dashes."""
    lines: list[_Line] = []
    stop = 0
    for table in document.tables:
        for row in table.rows:
            text = row.raws[0]
            if text.isspace():
                # An empty line, ended by CR and LF.
                continue
            runs = tuple(m.span() for m in _RUN.finditer(text)) if _RULE.match(text) else ()
            lines.append(_Line(row.start, row.length, text, row.start > stop, runs))
            stop = row.start + row.length
    out: list[Row] = []
    at = number = 0
    while at < len(lines):
        runs = lines[at].runs
        if not 2 <= len(runs) <= DEFAULT_LIMITS.row_cells:
            at += 1
            continue
        close, closed = _end(lines, at)
        body = lines[at + 1 : close]
        rows = [_heading(lines, at), *_rows(body)]
        cut = [cells for group in rows if group and (cells := _cut(group, runs)) is not None]
        if len(cut) == sum(map(bool, rows)) and _are_flush([cells for _, cells in cut]):
            out += [
                Row(start, length, raws, offsets, number, whole) for (start, length), (raws, offsets, whole, _) in cut
            ]
        number += 1
        at = close + closed
    return out


def _end(lines: Sequence[_Line], at: int) -> tuple[int, bool]:
    """Where the table whose columns stand on line *at* ends, and whether a rule closes it."""
    first, last = lines[at].runs[0][0], lines[at].runs[-1][1]
    gap = len(lines)
    for n in range(at + 1, len(lines)):
        if lines[n].apart and gap == len(lines):
            gap = n
        if lines[n].runs:
            if lines[n].runs[0][0] == first and lines[n].runs[-1][1] == last:
                return n, True
            break
    return gap, False


def _heading(lines: Sequence[_Line], at: int) -> list[_Line]:
    """The lines of the heading above a rule."""
    found: list[_Line] = []
    n = at - 1
    while n >= 0 and not lines[n].runs and not lines[n + 1].apart:
        found.append(lines[n])
        n -= 1
    found.reverse()
    under_rule = n >= 0 and len(lines[n].runs) == 1 and not lines[n + 1].apart
    return found if under_rule or len(found) == 1 else []


def _rows(body: Sequence[_Line]) -> list[list[_Line]]:
    if not any(line.apart for line in body[1:]):
        return [[line] for line in body]
    groups: list[list[_Line]] = []
    for line in body:
        if line.apart or not groups:
            groups.append([])
        groups[-1].append(line)
    return groups


def _are_flush(rows: Sequence[_Cut]) -> bool:
    """Whether the lines of every column begin at one edge, end at one, or stand in the middle.

    Where a program cut off the white space that lines begin with, cells stand under runs that are not theirs.
    """
    edges: dict[int, list[tuple[int, int]]] = {}
    for _, _, _, gaps in rows:
        for column, left, right in gaps:
            edges.setdefault(column, []).append((left, right))
    return all(
        all(left <= _SLACK for left, _ in some)
        or all(right <= _SLACK for _, right in some)
        or all(abs(left - right) <= 2 * _SLACK for left, right in some)
        for some in edges.values()
    )


def _cut(lines: Sequence[_Line], runs: _Runs) -> tuple[tuple[int, int], _Cut] | None:
    """Where the lines of one row begin, how long they are, and their cells; ``None`` if a text crosses a column."""
    start = lines[0].start
    length = lines[-1].start + lines[-1].length - start
    texts = tuple([(line.start - start, line.text) for line in lines])
    cells = _seen(texts, runs, length) if length < _LONG else _cells(texts, runs, length)
    return None if cells is None else ((start, length), cells)


def _cells(lines: Sequence[tuple[int, str]], runs: _Runs, length: int) -> _Cut | None:
    """The first line of each cell, where it begins in the row, all its lines, and the room on both sides of them.

    *lines* begin with their place.
    """
    pieces: list[list[tuple[int, str]]] = [[] for _ in runs]
    gaps: list[tuple[int, int, int]] = []
    for begins, text in lines:
        behind = column = home = 0
        for word in _WORD.finditer(text):
            column += width_of(text[behind : word.start()])
            end = column + width_of(word[0])
            while home < len(runs) and runs[home][1] < end:
                home += 1
            if home == len(runs) or column < runs[home][0]:
                return None
            left, right = column - runs[home][0], runs[home][1] - end
            behind, column = word.end(), end
            at = begins + word.start()
            known = pieces[home]
            if known and known[-1][0] + len(known[-1][1]) <= at and known[-1][0] >= begins:
                first = known[-1][0]
                known[-1] = first, text[first - begins : word.end()]
                gaps[-1] = home, gaps[-1][1], right
            else:
                known.append((at, word[0]))
                gaps.append((home, left, right))
    return (
        tuple([cell[0][1] if cell else "" for cell in pieces]),
        tuple([cell[0][0] if cell else length for cell in pieces]),
        tuple([cell[0][1] if len(cell) == 1 else "\n".join([text for _, text in cell]) for cell in pieces]),
        tuple(gaps),
    )


#: rows of more characters are not worth the memory
_LONG = 2000
# Most rows of most reports are alike.
_seen = functools.lru_cache(maxsize=8192)(_cells)
