"""Rows that a line break inside a cell has broken over several lines.

Where a layout ends a row with its line, a cell of two lines breaks the row. Pieces are put together only where the
count of cells proves it: the last cell of one line and the first of the next become one, and the row is then exactly
as wide as the whole rows beside it. A line with a figure in it is never joined to another.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from attrs import evolve

from gxparse.layout.ast import Document, Row, Table

__all__ = ["holds_figure", "is_figure", "join_broken", "join_led", "joined", "physical_lines"]

#: a row is broken over no more lines than this
MAX_LINES = 24
#: digits of either width, with a unit of up to three characters, or a mark that stands for none
_DIGIT = "0-9０-９"
_FIGURE = re.compile(
    rf"\s*(?:[-+]?[{_DIGIT}](?:[{_DIGIT},.]*[{_DIGIT}])?\s*[^\s{_DIGIT}.,、．|]{{0,3}}|[/／—–-]{{1,2}})\s*\Z"
)


def is_figure(raw: str) -> bool:
    """Whether a cell is a bare number, or a mark in place of one."""
    return _FIGURE.match(raw) is not None


def holds_figure(row: Row) -> bool:
    """Whether a cell of the row is a bare number, or a mark in place of one."""
    return _holds_figure(row.raws)


@functools.lru_cache(maxsize=8192)
def _holds_figure(raws: tuple[str, ...]) -> bool:
    return raws[-1].isdigit() or any(map(is_figure, raws))


def physical_lines(document: Document) -> list[list[Row]]:
    """The rows of a document in runs of lines without a gap; lines of prose between two rows are rows of one cell."""
    runs: list[list[Row]] = []
    stop = -1
    waiting: list[Row] = []
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                if row.start != stop:
                    runs.append([])
                    waiting = []
                runs[-1] += [*waiting, row]
                waiting = []
                stop = row.start + row.length
        elif runs and block.start == stop:
            waiting = []
            for start, end in block.lines():
                text = block.text[start - block.start : end - block.start]
                if start != stop or len(waiting) == MAX_LINES or text.isspace():
                    waiting = []
                    stop = -1
                    break
                waiting.append(Row(start, end - start + 1, (text,), (0,), runs[-1][-1].table))
                stop = end + 1
    return runs


def joined(rows: Sequence[Row]) -> Row:
    """Several lines as one row: the last cell of each line goes on in the first cell of the next.

    Where something stands between two lines, as a rule does, the first piece of the cell is its content.
    """
    first = rows[0]
    raws = list(first.raws)
    whole = list(first.raws)
    offsets = list(first.offsets)
    for above, row in itertools.pairwise(rows):
        shift = row.start - first.start
        if whole[-1] == raws[-1] and row.start == above.start + above.length:
            raws[-1] += "\n" + row.raws[0]
        whole[-1] += "\n" + row.raws[0]
        raws += row.raws[1:]
        whole += row.raws[1:]
        offsets += [shift + at for at in row.offsets[1:]]
    last = rows[-1]
    return evolve(
        first,
        length=last.start + last.length - first.start,
        raws=tuple(raws),
        offsets=tuple(offsets),
        whole=tuple(whole) if whole != raws else None,
    )


def join_broken(rows: Sequence[Row]) -> list[Row]:
    """A run of lines with broken rows put together where the count of cells proves it."""
    below = _widths_below(rows)
    out: list[Row] = []
    at = 0
    while at < len(rows):
        above = len(out[-1].raws) if out else 0
        stop = _reach(rows, at, below[at], above)
        out.append(joined(rows[at:stop]) if stop > at + 1 else rows[at])
        at = stop
    return out


def join_led(rows: Sequence[Row]) -> list[Row]:
    """A run of lines where every row begins with a delimiter: a line that does not goes on with the row above."""
    groups: list[list[Row]] = []
    for row in rows:
        if row.raws[0].strip() and groups and len(groups[-1]) < MAX_LINES:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [joined(group) if len(group) > 1 else group[0] for group in groups]


def _widths_below(rows: Sequence[Row]) -> list[int]:
    """For each line, the width of the rows with figures below it if they are equally wide; else 0."""
    found = [0] * len(rows)
    width = 0
    inside = False
    for at in range(len(rows) - 1, -1, -1):
        if holds_figure(rows[at]):
            here = len(rows[at].raws)
            width = here if not inside or here == width else 0
            inside = True
        else:
            inside = False
            found[at] = width
    return found


def _reach(rows: Sequence[Row], at: int, width: int, above: int) -> int:
    """Where a row that begins at a line ends, if its pieces make exactly *width* cells; else behind the line.

    A line of one cell may be a heading, so that a row begins with it only in the midst of a table; a line that is
    whole is no piece.
    """
    cells = len(rows[at].raws)
    if cells >= width or (cells == 1 and above != width):
        return at + 1
    for stop in range(at + 1, min(at + MAX_LINES, len(rows))):
        more = len(rows[stop].raws)
        # The break is inside a cell, so that something stands on both sides of it.
        if (
            more >= width
            or holds_figure(rows[stop])
            or not (rows[stop - 1].raws[-1].strip() and rows[stop].raws[0].strip())
        ):
            break
        cells += more - 1
        if cells >= width:
            return _tail(rows, stop + 1, width) if cells == width else at + 1
    return at + 1


def _tail(rows: Sequence[Row], at: int, width: int) -> int:
    """Where the last cell of a row ends: lines of one cell belong to it if a whole row follows them."""
    stop = at
    while stop < len(rows) and len(rows[stop].raws) == 1 and not holds_figure(rows[stop]):
        stop += 1
    return stop if stop < len(rows) and len(rows[stop].raws) >= width else at
