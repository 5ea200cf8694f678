"""Tables of which only the totals were filled in, on pages printed in columns.

Where every row has just one figure, no row shows where the columns are, and behind a page end they may stand
elsewhere. Such a table is taken for one of totals only if all of it speaks for that: every row of the form is there
with one figure, and every sum of the form that is about the totals holds. Either the figures stand under 总计 and under
no other word where there is a header, and on every page in one column; or each of them is the end of its row.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from gxparse.forms.blanks import Cells
from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Ruler
from gxparse.forms.page_breaks import page_breaks
from gxparse.forms.spec import Edition
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

#: rows under a header that are no chance
_ROWS = 3
#: places that the figures of one column may stand apart
_SLACK = 2


def lone_totals(ruler: Ruler, form: Edition, entries: Sequence[Entry], ways: Sequence[bool]) -> dict[str, Cells]:
    """The cells of each row, by row key, if the table has nothing but totals; empty if that is not proved."""
    table = entries[0].table
    last = table.columns[-1]
    if not ways or not last.total_of or [e.key for e in entries] != [row.key for row in table.rows]:
        return {}
    if any(len(e.figures) != 1 or e.strays or e.dangling or e.repeats for e in entries):
        return {}
    text = ruler.text
    figures = [e.figures[0] for e in entries]
    if any(w.sight.figure is None or not w.sight.figure.plain or not _apart(text, w) for w in figures):
        return {}
    in_place = all(_in_one_column(ruler, entries, way) for way in ways) or all(_ends_row(text, w) for w in figures)
    if not in_place or not _hold(form, entries):
        return {}
    blank: tuple[Word | None, ...] = (None,) * (len(table.columns) - 1)
    return {e.key: (*blank, e.figures[0]) for e in entries}


def _apart(text: str, word: Word) -> bool:
    """Whether more than one space stands before a figure: a single one may hide any number of blank cells."""
    return text[max(word.start - 2, 0) : word.start].isspace()


def _ends_row(text: str, word: Word) -> bool:
    """Whether a row ends with a figure: nothing is behind it, and a line of spaces just as wide stands below.

    Where a tool fills the lines of a row up to its width, so that blank cells at its end would have left spaces too.
    """
    start, stop = text.rfind("\n", 0, word.start) + 1, text.find("\n", word.stop)
    below = text[stop + 1 : text.find("\n", stop + 1)] if stop >= 0 else ""
    return stop == word.stop and below.isspace() and len(below) == stop - start


def _in_one_column(ruler: Ruler, entries: Sequence[Entry], wide: bool) -> bool:
    """Whether the figures of each page are in one column, and those of the page of the header under its total."""
    breaks = page_breaks(ruler.text, [e.label.start for e in entries])
    pages: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        pages[bisect(breaks, entry.figures[0].start)].append(entry)
    headed = False
    for page, some in pages.items():
        edges = [ruler.extent(e.figures[0].start, e.figures[0].stop, wide) for e in some]
        if max(a + b for a, b in edges) - min(a + b for a, b in edges) > 2 * _SLACK:
            return False
        header = [w for w in some[0].header if bisect(breaks, w.start) == page]
        if header:
            if not _under_total(ruler, some, header, wide):
                return False
            headed |= len(some) >= _ROWS
    return headed


def _under_total(ruler: Ruler, entries: Sequence[Entry], header: Sequence[Word], wide: bool) -> bool:
    """Whether every figure stands under the label of the last column, and under that of no other."""
    columns = entries[0].table.columns
    total = skeleton(columns[-1].label)
    others = [skeleton(c.label) for c in columns[:-1]]
    own: list[tuple[int, int]] = []
    foreign: list[tuple[int, int]] = []
    for word in header:
        piece = skeleton(word.text)
        if piece == total:
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
