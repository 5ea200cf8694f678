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
        cut = [_cut(group, runs, number) for group in rows if group]
        if None not in cut:
            out += [row for row in cut if row is not None]
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


def _cut(lines: Sequence[_Line], runs: _Runs, number: int) -> Row | None:
    """The lines of one row cut into cells; ``None`` if a text crosses a column."""
    start = lines[0].start
    length = lines[-1].start + lines[-1].length - start
    texts = tuple([(line.start - start, line.text) for line in lines])
    cells = _seen(texts, runs, length) if length < _LONG else _cells(texts, runs, length)
    return None if cells is None else Row(start, length, cells[0], cells[1], number, cells[2])


def _cells(
    lines: Sequence[tuple[int, str]], runs: _Runs, length: int
) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]] | None:
    """The first line of each cell, where it begins in the row, and all its lines; *lines* begin with their place."""
    pieces: list[list[tuple[int, str]]] = [[] for _ in runs]
    for begins, text in lines:
        behind = column = home = 0
        for word in _WORD.finditer(text):
            column += width_of(text[behind : word.start()])
            end = column + width_of(word[0])
            while home < len(runs) and runs[home][1] < end:
                home += 1
            if home == len(runs) or column < runs[home][0]:
                return None
            behind, column = word.end(), end
            at = begins + word.start()
            known = pieces[home]
            if known and known[-1][0] + len(known[-1][1]) <= at and known[-1][0] >= begins:
                first = known[-1][0]
                known[-1] = first, text[first - begins : word.end()]
            else:
                known.append((at, word[0]))
    return (
        tuple([cell[0][1] if cell else "" for cell in pieces]),
        tuple([cell[0][0] if cell else length for cell in pieces]),
        tuple([cell[0][1] if len(cell) == 1 else "\n".join([text for _, text in cell]) for cell in pieces]),
    )


#: rows of more characters are not worth the memory
_LONG = 2000
# Most rows of most reports are alike.
_seen = functools.lru_cache(maxsize=8192)(_cells)
