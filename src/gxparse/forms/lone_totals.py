"""Tables of which only the totals were filled in, on pages printed in columns.

Where every row has just one figure, no row shows where the columns are, and behind a page end they may stand
elsewhere. Such a table is taken for one of totals only if all of it speaks for that: every row of the form is there
with one figure, and every sum of the form that is about the totals holds. Either the figures stand under 总计 and under
no other word where there is a header, and on every page in one column; or each of them is the end of its row; or the
spaces of a sheet leave most of them no other column (:mod:`gxparse.forms.single_spaces`).
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from itertools import combinations

from gxparse.forms.blanks import Cells
from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Ruler, ends_row, stands_apart
from gxparse.forms.page_breaks import page_breaks
from gxparse.forms.single_spaces import all_in_total
from gxparse.forms.spec import Edition
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

#: rows under a header that are no chance
_ROWS = 3
#: places that the figures of one column may stand apart
_SLACK = 2
#: pages that one table goes over at most
_PAGES = 6


def lone_totals(ruler: Ruler, form: Edition, entries: Sequence[Entry], ways: Sequence[bool]) -> dict[str, Cells]:
    """The cells of each row, by row key, if the table has nothing but totals; empty if that is not proved."""
    table = entries[0].table
    last = table.columns[-1]
    if not last.total_of or [e.key for e in entries] != [row.key for row in table.rows]:
        return {}
    if any(len(e.figures) != 1 or e.strays or e.dangling or e.repeats for e in entries):
        return {}
    figures = [e.figures[0] for e in entries]
    if any(w.sight.figure is None or not w.sight.figure.plain or not _apart(ruler.text, w) for w in figures):
        return {}
    told = _in_place(ruler, entries, ways)
    if not told or not _hold(form, told):
        return {}
    blank: tuple[Word | None, ...] = (None,) * (len(table.columns) - 1)
    return {e.key: (*blank, e.figures[0]) for e in told}


def _in_place(ruler: Ruler, entries: Sequence[Entry], ways: Sequence[bool]) -> Sequence[Entry]:
    """The rows whose figures stand in the last column, if the places of all figures speak for it."""
    if not ways:
        return entries if all_in_total(ruler.text, entries) else ()
    text = ruler.text
    breaks = page_breaks(text, [e.label.start for e in entries], ruler.pages)
    found = [_in_one_column(ruler, entries, way, breaks) for way in ways]
    if all(found):
        return [e for e in entries if all(e in some for some in found)]
    return entries if all(ends_row(text, e.figures[0].start, e.figures[0].stop) for e in entries) else ()


def _apart(text: str, word: Word) -> bool:
    """Whether more than one space stands before a figure: a single one may hide any number of blank cells."""
    return text[max(word.start - 2, 0) : word.start].isspace()


def _in_one_column(ruler: Ruler, entries: Sequence[Entry], wide: bool, breaks: Sequence[int]) -> Sequence[Entry]:
    """The rows that stand in one column on each page, and under the total of the header on its page; empty if some do not."""
    runs = _runs([(_middle(ruler, entry, wide), entry) for entry in entries])
    if len(runs[0]) >= _ROWS and _under_total(ruler, runs[0], entries[0].header, wide):
        # A row or two that stand apart may be in another column.
        return [entry for run in runs if len(run) >= _ROWS for entry in run]
    pages: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        pages[bisect(breaks, entry.figures[0].start)].append(entry)
    headed = False
    for page, some in pages.items():
        places = [_middle(ruler, entry, wide) for entry in some]
        if max(places) - min(places) > 2 * _SLACK:
            return ()
        header = [w for w in some[0].header if bisect(breaks, w.start) == page]
        if header:
            if not _under_total(ruler, some, header, wide):
                return ()
            headed |= len(some) >= _ROWS
    return entries if headed else ()


def _middle(ruler: Ruler, entry: Entry, wide: bool) -> int:
    """Twice the place of the middle of a row's one figure."""
    return sum(ruler.extent(entry.figures[0].start, entry.figures[0].stop, wide))


def _runs(rows: Sequence[tuple[int, Entry]]) -> list[list[Entry]]:
    """Rows that stand one above another, page by page where pages end without any sign of it.

    The figures of a page stand in one place then, those of the next in another, and none goes back to an earlier one. Where it is
    not so, every row is a run.
    """
    runs: list[list[Entry]] = []
    firsts: list[int] = []
    for place, entry in rows:
        if not firsts or abs(place - firsts[-1]) > _SLACK:
            firsts.append(place)
            runs.append([])
        runs[-1].append(entry)
    if len(firsts) > _PAGES or any(abs(a - b) <= _SLACK for a, b in combinations(firsts, 2)):
        return [[entry] for _, entry in rows]
    return runs


def _under_total(ruler: Ruler, entries: Sequence[Entry], header: Sequence[Word], wide: bool) -> bool:
    """Whether every figure stands under the label of the last column, and under that of no other."""
    columns = entries[0].table.columns
    total = skeleton(columns[-1].label)
    others = [skeleton(c.label) for c in columns[:-1]]
    own: list[tuple[int, int]] = []
    foreign: list[tuple[int, int]] = []
    for word in header:
        piece = skeleton(word.text)
        if piece == total and (wide or stands_apart(ruler.text, word.start)):
            own.append(ruler.extent(word.start, word.stop, wide))
        elif word.event is not Event.FRAME and piece and any(piece in label for label in others):
            foreign.append(ruler.extent(word.start, word.stop, wide))
    if len(own) != 1 or not foreign:
        return False
    figures = [ruler.extent(e.figures[0].start, e.figures[0].stop, wide) for e in entries]
    return all(own[0][0] - 1 < b and a < own[0][1] + 1 for a, b in figures) and not any(
        a < right and left < b for a, b in figures for left, right in foreign
    )


def _hold(form: Edition, entries: Sequence[Entry]) -> bool:
    """Whether every sum of the form that is about the totals of the table holds."""
    table = entries[0].table
    values: dict[str, int | Decimal] = {
        f"{table.key}.{e.key}.{table.columns[-1].key}": figure.number
        for e in entries
        if (figure := e.figures[0].sight.figure) is not None
    }
    about = [e for e in form.equations if all(p in values for p in (*e.left, *e.right))]
    return bool(about) and all(sum(values[p] for p in e.left) == sum(values[p] for p in e.right) for e in about)


__all__ = ["lone_totals"]
