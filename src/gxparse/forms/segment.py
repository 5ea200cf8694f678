"""Runs of cells without row marks, cut into rows: labels begin them, and figures end them.

Some layouts mark cells but not rows, and some programs print a whole table as one row. What begins a row is told by
the words of the form: a caption, a corner cell, the first of the groups in front of a label, or a label behind
figures. Figures behind a header begin a row of their own. Nothing is placed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from gxparse.forms.common import APPLICANT_COLUMNS
from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import CAPTION, COLUMN, CORNER, GROUP, Sighting, look_at
from gxparse.forms.rows import row_term
from gxparse.layout.ast import Row

__all__ = ["LONG", "split_runs"]

# The members of an enumeration are looked up slowly, and these for every cell.
_BLANK, _TEXT = Shape.BLANK, Shape.TEXT
#: no row of any form has as many cells
LONG = 40
#: place of a column of section three in its header
_ORDER = {column.key: n for n, column in enumerate(APPLICANT_COLUMNS)}
#: corner cells that begin a table
_FIRST = frozenset({"信息内容", "申请人情况", "行政复议"})


def split_runs(rows: Sequence[Row]) -> list[Row]:
    """Rows with every run of cells cut into the rows it holds."""
    runs = [(row, [look_at(text) for text in row.texts]) for row in map(_without_headings, rows)]
    said = [is_padded for _, sights in runs if (is_padded := _is_padded(sights)) is not None]
    # Without a caption anywhere, nothing tells pads from blank figures.
    padded = any(said) or not said
    return [part for row, sights in runs for part in _pieces(row, sights, padded=padded)]


def _without_headings(row: Row) -> Row:
    """A cell of several lines whose last ones are a label of the form: what stands above is no part of it."""
    raws = list(row.raws)
    offsets = list(row.offsets)
    changed = False
    for n, raw in enumerate(raws):
        if "\n" not in raw or _is_known(look_at(raw)):
            continue
        for at in (i for i, c in enumerate(raw) if c == "\n"):
            rest = raw[at + 1 :]
            if _is_known(look_at(rest)):
                raws[n] = rest
                offsets[n] += at + 1
                changed = True
                break
    return evolve(row, raws=tuple(raws), offsets=tuple(offsets)) if changed else row


def _is_known(sight: Sighting) -> bool:
    return bool(sight.terms) or sight.note


def _is_padded(sights: Sequence[Sighting]) -> bool | None:
    """Whether bare delimiters fill up merged cells: then a blank cell behind a header is no blank figure.

    A caption covers all columns, so that the cell behind it tells; ``None`` without one.
    """
    behind = [after for before, after in pairwise(sights) if CAPTION in before.roles]
    return any(sight.shape is _BLANK for sight in behind) if behind else None


def _pieces(row: Row, sights: Sequence[Sighting], *, padded: bool) -> Iterator[Row]:
    begin = 0
    for stop in [*_begins(sights, padded=padded), len(sights)]:
        if stop > begin:
            start = row.offsets[begin]
            end = row.offsets[stop] if stop < len(sights) else row.length
            yield Row(
                row.start + start,
                max(end - start, 0),
                row.raws[begin:stop],
                tuple([at - start for at in row.offsets[begin:stop]]),
                row.table,
                None if row.whole is None else row.whole[begin:stop],
            )
        begin = stop


def _begins(sights: Sequence[Sighting], *, padded: bool) -> Iterator[int]:
    """Positions at which a row begins, the first left out."""
    # What the row at hand holds so far.
    label = header = figures = unknown = False
    known = ""
    column = -1
    for at, sight in enumerate(sights):
        starts = False
        # Two numbers in a cell are no label, nor is a damaged one, nor a lone point behind a figure.
        if sight.shape is not _TEXT or sight.several or sight.key.isdigit() or (figures and not sight.key):
            if header and not label and (sight.shape is not _BLANK or not padded):
                starts = True
            blank = sight.shape is _BLANK
            if starts:
                label = header = unknown = False
            figures = (figures and not starts) or not blank or starts
            if starts:
                yield at
            continue
        term = row_term(sight)
        # 其他处理 is a row of one edition and a group of the other: what comes behind it tells.
        is_group = GROUP in sight.roles
        is_label = not is_group and term is not None and (COLUMN not in sight.roles or bool(sight.ordinal))
        is_header = not is_label and not is_group and (sight.note or bool(sight.roles & {COLUMN, CORNER, CAPTION}))
        if figures:
            starts = True
        elif is_label or is_group:
            # A label that repeats over merged positions stands beside itself.
            starts = header or unknown or (label and not (at and sights[at - 1].key == sight.key == known))
        elif is_header:
            # Header rows stand one behind the other, each in the order of the form.
            place = max(
                (_ORDER[t.key] for t in sight.terms if t.role == COLUMN and t.table == "requests"), default=column
            )
            starts = label or unknown or CAPTION in sight.roles or place < column or (header and sight.key in _FIRST)
            column = place
        if starts and at:
            yield at
        if starts:
            label = header = figures = unknown = False
        label = label or is_label
        header = header or is_header
        unknown = unknown or not (is_label or is_group or is_header)
        known = sight.key
