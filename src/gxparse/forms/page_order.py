"""Tables whose figures stand in the order of the form, or of the columns of a page, though not behind their labels.

Some tools print the labels of a page first and its figures after, row by row or column by column. Such a table is
taken only if every row is there, the figures are exactly as many as the labels call for, every sum of the table
holds, and no other order that is tried says something else.

Others print some labels late, so that the figures of several rows stand behind one label. Counted from the beginning
of the table, the labels that are in order show where each row begins, and the rows between two of them are taken if
there are just as many figures as they need and each of them meets its total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations, pairwise

from gxparse.forms.entries import Entry
from gxparse.forms.rejoin import sums_hold
from gxparse.forms.spec import Edition, Table
from gxparse.forms.words import Word

#: row key -> its figures
_Rows = dict[str, tuple[Word, ...]]


def rows_in_order(form: Edition, entries: Sequence[Entry]) -> _Rows:
    """The rows of a table with totals that the order of its figures shows; empty if nothing proves it."""
    found = [r for r in (_row_by_row(entries), _column_by_column(entries)) if r and _holds(form, entries, r)]
    numbers = {tuple(tuple(w.raw for w in words) for words in rows.values()) for rows in found}
    if not found:
        return _between_labels(entries)
    return found[0] if len(numbers) == 1 else {}


def _row_by_row(entries: Sequence[Entry]) -> _Rows:
    """All figures of the table one row behind another, unless a row that stands right says otherwise."""
    table = entries[0].table
    width = len(table.columns)
    figures = [w for e in entries for w in (*e.strays, *e.figures)]
    if len(figures) != width * len(table.rows):
        return {}
    rows = {row.key: tuple(figures[n * width : (n + 1) * width]) for n, row in enumerate(table.rows)}
    for entry in entries:
        if len(entry.figures) == width and not entry.broken and entry.figures != rows.get(entry.key):
            return {}
    return rows


def _column_by_column(entries: Sequence[Entry]) -> _Rows:
    """On each page some labels, then their figures, one column behind another."""
    table = entries[0].table
    width = len(table.columns)
    if [e.key for e in entries] != [row.key for row in table.rows]:
        return {}
    rows: _Rows = {}
    waiting: list[Entry] = []
    for entry in entries:
        waiting.append(entry)
        if not entry.figures:
            continue
        count = len(waiting)
        if len(entry.figures) != count * width or (entry.strays and entry is not entries[0]):
            return {}
        if entry.broken or any(b.line - a.line > 1 for a, b in pairwise(entry.figures)):
            # Columns of one height come from the left. One that is grouped with its header, which then stands beside it,
            # may come later than its neighbours, and sums are the same in any order of the columns.
            return {}
        for n, label in enumerate(waiting):
            rows[label.key] = entry.figures[n::count]
        waiting = []
    return {} if waiting else rows


def _between_labels(entries: Sequence[Entry]) -> _Rows:
    """The rows between labels that stand in order, where the figures are as many as these rows need and prove them.

    A blank cell leaves one figure less from there on, and costs the rows between its two labels. More figures than the
    rows above have, or so few less that a whole row may be missing, say that labels and figures do not go together.
    """
    table = entries[0].table
    width = len(table.columns)
    keys = [row.key for row in table.rows]
    if entries[0].strays:
        return {}
    figures: list[Word] = []
    # where the rows begin whose labels stand in order: number of the row, and of its first figure
    begins: list[tuple[int, int]] = []
    for entry in entries:
        figures += entry.strays
        row = keys.index(entry.key)
        if entry.figures and (not begins or row > begins[-1][0]):
            begins.append((row, len(figures)))
        figures += entry.figures
    begins.append((len(keys), len(figures)))
    less = [row * width - at for row, at in begins]
    if less[0] or less != sorted(less) or less[-1] >= width:
        return {}
    rows: _Rows = {}
    for (first, start), (last, stop) in pairwise(begins):
        if stop - start == (last - first) * width and _in_one_way(table, figures[start:stop]):
            rows.update(
                {keys[n]: tuple(figures[n * width + start - first * width :][:width]) for n in range(first, last)}
            )
    return rows


def _in_one_way(table: Table, figures: Sequence[Word]) -> bool:
    """Whether all rows of some figures meet their totals, and those of no stretch of them do so column by column."""
    width = len(table.columns)
    numbers = [w.sight.figure.number for w in figures if w.sight.figure is not None and w.sight.figure.plain]
    rows = [numbers[at : at + width] for at in range(0, len(numbers), width)]
    if len(numbers) < len(figures) or not all(sums_hold(table, row) for row in rows):
        return False
    for first, last in combinations(range(len(rows) + 1), 2):
        size = last - first
        some = numbers[first * width : last * width]
        other = [some[n::size] for n in range(size)]
        if size > 1 and any(some) and other != rows[first:last] and all(sums_hold(table, row) for row in other):
            return False
    return True


def _holds(form: Edition, entries: Sequence[Entry], rows: Mapping[str, Sequence[Word]]) -> bool:
    """Whether all are numbers, and every sum of the form that is about the table holds."""
    table = entries[0].table
    values: dict[str, int | Decimal] = {}
    for key, words in rows.items():
        for column, word in zip(table.columns, words, strict=True):
            if word.sight.figure is None:
                return False
            values[f"{table.key}.{key}.{column.key}"] = word.sight.figure.number
    for equation in form.equations:
        if equation.left[0] not in values:
            continue
        if sum(values[p] for p in equation.left) != sum(values[p] for p in equation.right):
            return False
    return True
