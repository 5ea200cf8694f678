"""Figures that a narrow column of a printed page wrapped, put together by where their pieces stand.

A cell of two or three lines prints its pieces one above another, some of them above the label of the row and some
below, while its neighbours stand on the middle line. On a page printed as text the pieces of a column are under each
other, so lines are dealt out to labels: each label gets neighbouring lines around its own, each line goes to one
label, and a row of several lines must fill every column and meet its total. Between two rows that are whole and
proved on their own line, there must be just one way to deal out all lines. Nothing here changes a digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Extent, Ruler, columns_of, place
from gxparse.forms.rejoin import rejoin_lines, sums_hold
from gxparse.forms.spec import Table
from gxparse.forms.stack_lines import Label, Line, figure_lines, page_marks, row_labels
from gxparse.forms.words import Word

#: the pieces of each column of a row, from top to bottom
Stacks = tuple[tuple[Word, ...], ...]
#: page -> its columns as far as proved rows show them, Han characters counted as one place and as two
Pages = dict[int, tuple[list[Extent] | None, ...]]

#: lines of the text that one printed row may take
_MAX_LINES = 5
#: pieces of one figure
_MAX_WRAPS = 3
_MAX_DIGITS = 18
_DIGITS = re.compile("[0-9]{1,18}")


def stacked_rows(ruler: Ruler, entries: Sequence[Entry]) -> dict[Entry, Stacks]:
    """The rows of a table that pages with wrapped figures show, by entry; rows that are not proved are left out."""
    table = entries[0].table
    if not any(c.total_of for c in table.columns):
        return {}
    if all(len(e.figures) == e.width and not e.strays for e in entries):
        return {}
    words = sorted((w for e in entries for w in (*e.strays, *e.figures)), key=lambda w: w.start)
    by_line: dict[int, list[Word]] = {}
    for word in words:
        by_line.setdefault(word.line, []).append(word)
    if not words or 2 * len(by_line) > len(words):
        return {}  # a cell on each line: this is no page printed as columns
    marks = page_marks(ruler.text, words[0].start, words[-1].stop)
    lines = figure_lines(ruler, by_line, marks)
    labels = row_labels(ruler.text, entries, marks)
    pages = _columns_of_pages(table, lines)
    rows: dict[Entry, Stacks] = {}
    for some_labels, some_lines in _stretches(table, labels, lines, pages):
        if len(some_lines) >= len(some_labels) + any(label.lost for label in some_labels):
            dealt = _deal(table, some_labels, some_lines, pages)
            rows.update(dealt or _deal(table, some_labels, some_lines, pages, loose=True))
    return rows


def _columns_of_pages(table: Table, lines: Sequence[Line]) -> Pages:
    """The columns that the rows of a page show which are whole and proved on one line."""
    whole: dict[int, list[Line]] = {}
    for line in lines:
        full = len(line.words) == len(table.columns) and all(_is_spread(extents) for extents in line.extents)
        if full and _proved(table, tuple((w,) for w in line.words)):
            whole.setdefault(line.page, []).append(line)
    return {
        page: tuple(columns_of([line.extents[way] for line in some]) for way in (0, 1)) for page, some in whole.items()
    }


def _stretches(
    table: Table, labels: Sequence[Label], lines: Sequence[Line], pages: Pages
) -> Iterator[tuple[Sequence[Label], Sequence[Line]]]:
    """Labels and lines between neighbouring rows that are whole and proved on one line each."""
    sure: dict[int, int] = {}
    at = 0
    for n, line in enumerate(lines):
        if _stacks(table, [line], pages) is None:
            continue
        while at < len(labels) and not labels[at].beside([line]):
            if labels[at].first > line.number:
                break
            at += 1
        if at < len(labels) and labels[at].beside([line]):
            sure[n] = at
    label = line_at = 0
    for n in range(len(lines) - 1):
        if n in sure and sure.get(n + 1) == sure[n] + 1:
            yield labels[label : sure[n] + 1], lines[line_at : n + 1]
            label, line_at = sure[n] + 1, n + 1
    yield labels[label:], lines[line_at:]


def _deal(
    table: Table, labels: Sequence[Label], lines: Sequence[Line], pages: Pages, *, loose: bool = False
) -> dict[Entry, Stacks]:
    """The rows, if there is one way to give each label neighbouring lines and every line to a label.

    ``loose`` is for lines whose places say nothing, as where a tool squeezed them: the total alone says which pieces
    belong together, if it says so in one way.
    """
    # for each label: lines given when it has its own -> lines given before it, and its row
    steps: list[dict[int, tuple[int, Stacks]]] = []
    if len(lines) < len(labels):
        return {}
    # lines given so far -> number of ways to do that, of which two are as bad as more
    reached = {0: 1}
    for label in labels:
        step: dict[int, tuple[int, Stacks]] = {}
        counts: dict[int, int] = {}
        for start, count in reached.items():
            for stop in range(start + 1, min(start + _MAX_LINES, len(lines)) + 1):
                run = lines[start:stop]
                if len(run) > 1 and run[-1].page == run[-2].page and run[-1].number != run[-2].number + 1:
                    break
                if not label.beside(run):
                    continue
                stacks = _stacks(table, run, pages)
                if stacks is None and loose:
                    stacks = _summed(table, run) or _beside_moved(table, run)
                if stacks is None:
                    # Of a row that is not proved nobody knows where it ends.
                    continue
                step[stop] = start, stacks
                counts[stop] = min(counts.get(stop, 0) + count, 2)
        steps.append(step)
        reached = counts
    if reached.get(len(lines)) != 1:
        return {}
    rows: dict[Entry, Stacks] = {}
    at = len(lines)
    for label, step in zip(reversed(labels), reversed(steps), strict=True):
        at, rows[label.entry] = step[at]
    return rows


def _stacks(table: Table, run: Sequence[Line], pages: Pages) -> Stacks | None:
    """The pieces of every column, if all are filled and the totals hold, and there is only one way to see that."""
    width = len(table.columns)
    if any(len(line.words) > width for line in run) or sum(len(line.words) for line in run) < width:
        return None
    if len(run) == 1:
        # One line with a figure for each column needs no places.
        row = tuple((word,) for word in run[0].words)
        return row if _proved(table, row) else None
    found: list[Stacks] = []
    for way in (0, 1):
        columns = _columns(run, width, way, pages)
        if columns is None:
            continue
        pieces: list[list[Word]] = [[] for _ in table.columns]
        for line, at in zip(run, columns, strict=True):
            for column, word in zip(at, line.words, strict=True):
                pieces[column].append(word)
        stacks = tuple(map(tuple, pieces))
        if stacks not in found and _proved(table, stacks):
            found.append(stacks)
    return found[0] if len(found) == 1 else None


def _summed(table: Table, run: Sequence[Line]) -> Stacks | None:
    """The pieces of every column by the total of the row alone, if there is only one way to put them together."""
    words = [word for line in run for word in line.words]
    if len(run) < 2 or any(_DIGITS.fullmatch(w.raw) is None for w in words):
        return None
    way = rejoin_lines(table, [[w.raw for w in line.words] for line in run])
    stacks = tuple(tuple(words[at] for at in group) for group in way) if way is not None else None
    return stacks if stacks is not None and _proved(table, stacks) else None


def _beside_moved(table: Table, run: Sequence[Line]) -> Stacks | None:
    """The pieces of every column of two lines, one of which fills all columns while a label moved pieces of the other.

    What stands a single space behind a label is in the column beside it, the first one, and so on, since a column between
    them would leave more room. The others stand in their columns, and the totals must hold.
    """
    width = len(table.columns)
    if len(run) != 2 or width not in (len(line.words) for line in run):
        return None
    whole, few = sorted(run, key=lambda line: -len(line.words))
    moved = sum(few.moved)
    if any(whole.moved) or not 0 < moved < len(few.words) < width or any(few.moved[moved:]):
        return None
    found: list[Stacks] = []
    for way in (0, 1):
        columns = whole.extents[way]
        others = place(few.extents[way][moved:], columns)
        if others is None or others[0] < moved or not _is_spread(columns):
            continue
        pieces = dict(zip((*range(moved), *others), few.words, strict=True))
        stacks = tuple(
            tuple(pieces[n] if line is few else line.words[n] for line in run if line is whole or n in pieces)
            for n in range(width)
        )
        if stacks not in found and _proved(table, stacks):
            found.append(stacks)
    return found[0] if len(found) == 1 else None


def _columns(lines: Sequence[Line], width: int, way: int, pages: Pages) -> list[Sequence[int]] | None:
    """The column of each piece of some lines: under a line that fills all columns, or by their order.

    Of a row that a page end cut the pieces on each page lie in the columns of that page.
    """
    run = [line.extents[way] for line in lines]
    if lines[0].page != lines[-1].page:
        known = [pages[line.page][way] if line.page in pages else None for line in lines]
        on_page = [place(line, cols) if cols is not None else None for line, cols in zip(run, known, strict=True)]
        found: list[Sequence[int]] = [p for p in on_page if p is not None]
        return found if len(found) == len(run) and len(set(chain(*found))) == width else None
    whole = next((line for line in run if len(line) == width), None)
    if whole is not None and not _is_spread(whole):
        return None
    if whole is not None:
        placed = [place(line, whole) if line is not whole else range(width) for line in run]
        return None if None in placed else [p for p in placed if p is not None]
    if len(run) != 3 or len(run[0]) != len(run[2]) or len(run[0]) + len(run[1]) != width:
        return None
    # Upper and lower pieces leave gaps that the middle line fills, seen from above as well as from below.
    middle = run[1]
    seen = []
    for outer in (run[0], run[2]):
        order = sorted([*((e, 0, n) for n, e in enumerate(outer)), *((e, 1, n) for n, e in enumerate(middle))])
        if any(a[0][1] > b[0][0] for a, b in pairwise(order)):
            return None
        seen.append([[at for at, (_, which, _n) in enumerate(order) if which == w] for w in (0, 1)])
    if seen[0] != seen[1]:
        return None
    return [seen[0][0], seen[0][1], seen[0][0]]


def _is_spread(line: Sequence[Extent]) -> bool:
    """Whether more than one space parts the figures of a line somewhere: else it was not printed in columns."""
    return any(b[0] - a[1] > 1 for a, b in pairwise(line))


def _proved(table: Table, stacks: Stacks) -> bool:
    """Whether figures are made of digits only, of a few pieces each, and meet their totals."""
    if any(not 1 <= len(p) <= _MAX_WRAPS or any(_DIGITS.fullmatch(w.raw) is None for w in p) for p in stacks):
        return False
    digits = ["".join(w.raw for w in p) for p in stacks]
    if any(len(d) > _MAX_DIGITS or (len(p) > 1 and d[0] == "0") for p, d in zip(stacks, digits, strict=True)):
        return False
    return sums_hold(table, [int(d) for d in digits])
