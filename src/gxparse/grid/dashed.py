"""Tables between rules of dashes: the runs of a rule are the columns, empty lines part rows of several lines.

Without a heading a rule stands above and below the rows; with one, the rule between heading and rows has the columns.
Rows are lines, unless empty lines stand between them. A table in which some text crosses from one column into the
next is left alone.
"""

from __future__ import annotations

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


@frozen
class _Line:
    start: int
    length: int
    text: str
    #: whether an empty line stands in front of it
    apart: bool
    #: first column of each run and the column behind it, if the line is a rule
    runs: tuple[tuple[int, int], ...]


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
        cut = [_cut(group, runs) for group in rows if group]
        if cut and all(row is not None for row in cut):
            out += [Row(r.start, r.length, r.raws, r.offsets, number, r.whole) for r in cut if r is not None]
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
        found.insert(0, lines[n])
        n -= 1
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


def _cut(lines: Sequence[_Line], runs: Sequence[tuple[int, int]]) -> Row | None:
    """The lines of one row cut into cells; ``None`` if a text crosses a column."""
    start = lines[0].start
    pieces: list[list[tuple[int, str]]] = [[] for _ in runs]
    for line in lines:
        text = line.text
        behind = column = home = 0
        for word in _WORD.finditer(text):
            column += width_of(text[behind : word.start()])
            end = column + width_of(word[0])
            while home < len(runs) and runs[home][1] < end:
                home += 1
            if home == len(runs) or column < runs[home][0]:
                return None
            behind, column = word.end(), end
            at = line.start - start + word.start()
            known = pieces[home]
            if known and known[-1][0] + len(known[-1][1]) <= at and known[-1][0] >= line.start - start:
                begin = known[-1][0]
                known[-1] = begin, text[begin - (line.start - start) : word.end()]
            else:
                known.append((at, word[0]))
    stop = lines[-1].start + lines[-1].length
    return Row(
        start,
        stop - start,
        tuple([cell[0][1] if cell else "" for cell in pieces]),
        tuple([cell[0][0] if cell else stop - start for cell in pieces]),
        0,
        tuple([cell[0][1] if len(cell) == 1 else "\n".join([text for _, text in cell]) for cell in pieces]),
    )
