"""Rows between pipes: what the pipes at both ends of a line mean, rows over several lines, marked-up cells.

A pipe in front of the first cell opens the row in one text and closes a blank first cell in another; all rows of a
table together tell which. Rules of dashes are no rows. A line that does not end with a pipe, where rows do, goes on
below; blank cells that stand on lines of their own are put back where the count of cells proves it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from attrs import evolve

from gxparse.grid.cells import Cells, content, rewriting
from gxparse.grid.lines import holds_figure, is_figure, join_broken, joined, physical_lines
from gxparse.layout.ast import Document, Row

__all__ = ["piped_rows"]

_RULE = re.compile(r"\s*:?-+:?\s*\Z")
_LONG_RULE = re.compile(r"\s*(?::?-{2,}:?|:-+:?|:?-+:)\s*\Z")
#: a cell broken over more lines than this is no cell
_MAX_PIECES = 6


def piped_rows(document: Document) -> list[Row]:
    """The rows of a text whose cells are parted by pipes, in reading order."""
    out: list[Row] = []
    runs = [_parted(run) for run in physical_lines(document)]
    tables = [[row for row in rows if len(row.raws) > 1] for rows, _ in runs]
    # One tool writes all tables of a text alike, and where all totals are blank every row of one ends with a pipe.
    open_ended = sum(is_figure(row.raws[-1]) for table in tables for row in table) > 1
    for (lines, rules), table in zip(runs, tables, strict=True):
        if not lines:
            continue
        closed = not rules[0].raws[-1].strip() if rules else not open_ended and _closes(table)
        rows = _closed_rows(lines) if closed else join_broken(lines)
        opened = _opens([row for row in rows if len(row.raws) > 1])
        whole = _with_blanks(rows) if closed else rows
        out += [_cells(row, opened, closed) if row.whole is None else _pieces(row, opened, closed) for row in whole]
    return out


def _parted(run: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows of a run, and its rules."""
    rows: list[Row] = []
    rules: list[Row] = []
    for n, row in enumerate(run):
        (rules if _is_rule(row, n) else rows).append(row)
    return rows, rules


def _is_rule(row: Row, number: int) -> bool:
    """Whether a row is a rule: dashes in every cell, several of them, or the second line of a table."""
    cells = [raw for raw in row.raws if raw.strip()]
    if not cells or len(row.raws) < 2:
        return False
    return all(map((_RULE if number == 1 else _LONG_RULE).match, cells))


def _opens(rows: Sequence[Row]) -> bool:
    """Whether the pipes at the start of all rows open them, rather than close a blank first cell.

    Some row of a table begins with a caption, a corner or a label, unless the whole first column is blank.
    """
    return all(not row.raws[0].strip() for row in rows) and any(len(r.raws) > 2 and r.raws[1].strip() for r in rows)


def _closes(rows: Sequence[Row]) -> bool:
    """Whether rows end with a pipe: those with figures do, and those that do not end in the middle of a cell.

    The last row is no witness, since the text may end without a line break.
    """
    if not rows:
        return False
    last = rows[-1:] if rows[-1].raws[-1].strip() else []
    witnesses = [row for row in rows[: len(rows) - len(last)] if holds_figure(row)]
    closed = sum(not row.raws[-1].strip() for row in witnesses or rows)
    return 2 * closed > len(witnesses or rows) and not any(is_figure(row.raws[-1]) for row in witnesses)


def _closed_rows(rows: Sequence[Row]) -> list[Row]:
    """Rows that end with a pipe; a line without one goes on in the next line."""
    out: list[Row] = []
    at = 0
    while at < len(rows):
        stop = at + 1
        if len(rows[at].raws) > 1:
            while rows[stop - 1].raws[-1].strip() and stop < len(rows) and stop - at < _MAX_PIECES * len(rows[at].raws):
                stop += 1
            if rows[stop - 1].raws[-1].strip():
                stop = at + 1
        out.append(joined(rows[at:stop]) if stop > at + 1 else rows[at])
        at = stop
    return out


def _with_blanks(rows: Sequence[Row]) -> list[Row]:
    """Rows with the blank cells put back that stand on lines of their own.

    A row is put together only if it then has as many cells behind its last text as a row of the table that was not
    broken, or as many figures as the fullest; a row that was put together wrongly would move its figures.
    """
    groups: list[list[Row]] = []
    for row in rows:
        blank = not any(raw.strip() for raw in row.raws)
        if groups and len(row.raws) > 1 and (blank or _goes_on(groups[-1], row)):
            groups[-1].append(row)
        else:
            groups.append([row])
    whole = {n for group in groups if len(group) == 1 and (n := _behind_text(group[0])) and holds_figure(group[0])}
    out: list[Row] = []
    for group in groups:
        if len(group) > 1:
            row = _appended(group)
            figures = sum(map(is_figure, row.raws))
            if not figures or _behind_text(row) in whole or figures == max(whole, default=0):
                out.append(row)
                continue
        out += group
    return out


def _goes_on(group: Sequence[Row], row: Row) -> bool:
    """Whether a line of figures can be the rest of a row whose blank cells broke it."""
    texts = [raw for raw in group[0].raws if raw.strip()]
    if any(_is_text(raw) for raw in row.raws) or not texts or not _is_text(texts[0]):
        return False
    return len(group) > 1 and sum(map(_is_text, texts)) <= 3


@functools.lru_cache(maxsize=8192)
def _is_text(raw: str) -> bool:
    return any(c.isalpha() for c in raw)


def _behind_text(row: Row) -> int:
    """How many cells stand behind the last cell with letters; 0 if there is none."""
    last = max((n for n, raw in enumerate(row.raws) if _is_text(raw)), default=-1)
    return len(row.raws) - 1 - last if last >= 0 else 0


def _appended(rows: Sequence[Row]) -> Row:
    """Several lines as one row, their cells side by side; what closes a line is no cell."""
    first = rows[0]
    raws: list[str] = []
    texts: list[str] = []
    offsets: list[int] = []
    for row in rows:
        stop = len(row.raws) - (not row.raws[-1].strip())
        raws += row.raws[:stop]
        texts += row.texts[:stop]
        offsets += [row.start - first.start + at for at in row.offsets[:stop]]
    length = rows[-1].start + rows[-1].length - first.start
    end = rows[-1].offsets[-1]
    whole = (*texts, "") if texts != raws else None
    return evolve(first, length=length, raws=(*raws, ""), offsets=(*offsets, end), whole=whole)


@rewriting
def _cells(raws: tuple[str, ...], offsets: tuple[int, ...], opened: bool, closed: bool) -> Cells:
    """The row without what stands in front of an opening and behind a closing pipe, its cells without mark-up."""
    if len(raws) == 1:
        return raws, offsets
    first, last = _ends(raws, opened, closed)
    cells = [content(raw, at) for raw, at in zip(raws[first:last], offsets[first:last], strict=True)]
    return tuple([text for text, _ in cells]), tuple([at for _, at in cells])


def _ends(raws: tuple[str, ...], opened: bool, closed: bool) -> tuple[int, int]:
    """Where the cells of a row begin and end."""
    first = 1 if opened and not raws[0].strip() else 0
    return first, len(raws) - (1 if closed and not raws[-1].strip() else 0)


def _pieces(row: Row, opened: bool, closed: bool) -> Row:
    """The same for a row with a cell that goes on behind a rule."""
    assert row.whole is not None
    told = _cells(row, opened, closed)
    first, last = _ends(row.raws, opened, closed) if len(row.raws) > 1 else (0, 1)
    rests = [whole[len(raw) :].rstrip() for raw, whole in zip(row.raws, row.whole, strict=True)]
    return evolve(told, whole=tuple([raw + rest for raw, rest in zip(told.raws, rests[first:last], strict=True)]))
