"""Columns of a page that was printed as text: where each part of a stream has them."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence

from gxparse.forms.blanks import Cells
from gxparse.forms.case_columns import counted, dealt_out, flush
from gxparse.forms.doubts import lacks_sum
from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Extent, Ruler, columns_of, in_line, place, stands_apart
from gxparse.forms.header_places import clusters
from gxparse.forms.hidden_wraps import parts_add_up
from gxparse.forms.page_breaks import page_breaks
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton


class PageColumns:
    """The columns of one table in one text, part by part."""

    def __init__(self, ruler: Ruler, entries: Sequence[Entry], ways: Sequence[bool]) -> None:
        self.text = ruler.text
        self.ruler = ruler
        self.entries = entries
        #: ways to count a Han character, as one place or as two, that are open
        self.ways = ways
        #: rows that stand on one line, whole ones and short ones, by part
        self.parts: defaultdict[int, list[Entry]] = defaultdict(list)
        self.short: defaultdict[int, list[Entry]] = defaultdict(list)
        for entry in entries if ways else ():
            if entry.figures and len(entry.figures) <= entry.width and self._in_line(entry):
                (self.parts if len(entry.figures) == entry.width else self.short)[entry.part].append(entry)
        self.breaks = page_breaks(ruler.text, [e.label.start for e in entries], ruler.pages) if self.short else []
        self._known: dict[tuple[int, bool], list[Extent] | None] = {}
        self._straight: dict[tuple[int, int, bool], bool] = {}
        self._whole: dict[tuple[int, int], list[Entry]] | None = None

    def cells(self, entry: Entry) -> Cells | None:
        """The cells of a short row by where its figures stand on the line.

        Where two ways to count are open, both must say the same. Where no whole row stands on the page, the row must not have
        parts without their sum: the words of a header may stand elsewhere than their columns do.
        """
        if not entry.figures or not self._in_line(entry) or self._has_bars(entry):
            return None
        readings: set[tuple[int, ...] | None] = set()
        for wide in self.ways:
            columns = self._columns(entry, wide)
            if columns is None:
                if entry.term is None:
                    readings.add(self._of_cases(entry, wide))
                continue
            placed = place(self._extents(entry, wide), columns)
            if placed is not None and not self._has_columns(entry) and not self._goes_on(entry, columns, wide):
                placed = None
            readings.add(None if placed is None else tuple(placed))
        found = readings.pop() if len(readings) == 1 else None
        if found is None or (
            lacks_sum(entry, found)
            and (not self._has_whole(entry) or self._leans(entry, found) or parts_add_up(entry, found))
        ):
            return None
        if entry.term is None and self.ruler.pages and found == tuple(range(len(found))):
            # Where form feeds end pages, the room of blank cells in front of a figure may be lost.
            return None
        cells: list[Word | None] = [None] * entry.width
        for column, word in zip(found, entry.figures, strict=True):
            cells[column] = word
        return tuple(cells)

    def _leans(self, entry: Entry, found: Sequence[int]) -> bool:
        """Whether a figure reaches half the way to a column that is left blank, so that it may be the figures of both."""
        for wide in self.ways:
            columns = self._columns(entry, wide)
            if columns is None:
                continue
            for column, (left, right) in zip(found, self._extents(entry, wide), strict=True):
                after, before = column + 1, column - 1
                if after < entry.width and after not in found and 2 * right >= columns[column][1] + columns[after][0]:
                    return True
                if before >= 0 and before not in found and 2 * left <= columns[before][1] + columns[column][0]:
                    return True
        return False

    def whole_beside(self, entry: Entry) -> list[Entry]:
        """The whole rows of the part and page of a row, however close their figures stand."""
        if self._whole is None:
            self._whole = {}
            for e in self.entries:
                if len(e.figures) == e.width:
                    self._whole.setdefault((e.part, self._page(e.figures[0])), []).append(e)
        return self._whole.get((entry.part, self._page(entry.figures[0])), [])

    def _page(self, word: Word) -> int:
        """Number of the page a word stands on."""
        return bisect(self.breaks, word.start)

    def _has_whole(self, entry: Entry) -> bool:
        """Whether a whole row that stands on one line is on the page of a row."""
        page = self._page(entry.figures[0])
        return any(self._page(e.figures[0]) == page for e in self.parts.get(entry.part, ()))

    def _has_columns(self, entry: Entry) -> bool:
        """Whether a whole row, or the header where there is none, stands on the page of a row."""
        page = self._page(entry.figures[0])
        whole = self.parts.get(entry.part)
        words = [e.figures[0] for e in whole] if whole else entry.header
        return any(self._page(word) == page for word in words)

    def _goes_on(self, entry: Entry, columns: Sequence[Extent], wide: bool) -> bool:
        """Whether a row on a page without whole rows and header stands in the columns of another page.

        All figures of the page must be in line with those columns.
        """
        page = self._page(entry.figures[0])
        key = entry.part, page, wide
        if key not in self._straight:
            rows = [e for e in self.short[entry.part] if self._page(e.figures[0]) == page]
            self._straight[key] = in_line([self._extents(e, wide) for e in rows], columns)
        return self._straight[key]

    def _extents(self, entry: Entry, wide: bool) -> list[Extent]:
        """Where the figures of a row stand on their line."""
        return [self.ruler.extent(w.start, w.stop, wide) for w in entry.figures]

    def _has_bars(self, entry: Entry) -> bool:
        """Whether drawn lines part the cells: where they could not be read as a table, they are not in their places."""
        between = self.text[entry.label.stop : entry.figures[-1].start]
        return "│" in between or "|" in between

    def _in_line(self, entry: Entry) -> bool:
        """Whether the figures stand on one line with more than one space before each, or begin the line.

        A single space may hide any number of blank cells.
        """
        figures = entry.figures
        before = [self.text[max(w.start - 2, 0) : w.start] for w in figures]
        return len({w.line for w in figures}) == 1 and all(b.isspace() or b.endswith("\n") for b in before)

    def _of_cases(self, entry: Entry, wide: bool) -> tuple[int, ...] | None:
        """The columns of section four under a header whose labels do not all stand over them."""
        found = (way(self.ruler, entry, wide) for way in (counted, flush, dealt_out))
        return next((columns for columns in found if columns is not None), None)

    def _columns(self, entry: Entry, wide: bool) -> list[Extent] | None:
        """Columns of the part a row stands in: from the whole rows there, else from the words of its header."""
        whole = self.parts.get(entry.part)
        if not whole:
            return self._header_columns(entry, wide)
        key = entry.part, wide
        if key not in self._known:
            rows = [self._extents(e, wide) for e in whole]
            found = columns_of(rows)
            if len({self.ruler.extent(e.label.start, e.label.stop, wide)[1] for e in whole}) == 1:
                # Behind labels of one length figures stand in columns also where nothing pads them to columns, but
                # then not under the words of the header.
                header = self._header_columns(whole[0], wide)
                found = found if header is not None and columns_of([*rows, header]) is not None else None
            self._known[key] = found
        return self._known[key]

    def _header_columns(self, entry: Entry, wide: bool) -> list[Extent] | None:
        """Columns from the words of the header, of which a column may have several, one above another.

        In section four the same labels stand three times, so that the words are only told apart by where they stand.
        Where a Han character is one place, words that others may have moved tell nothing.
        """
        moved = [not wide and not stands_apart(self.text, w.start) for w in entry.header]
        if entry.term is None:
            words = [(w, m) for w, m in zip(entry.header, moved, strict=True) if w.event is not Event.FRAME]
            if any(m for _, m in words):
                return None
            return clusters([self.ruler.extent(w.start, w.stop, wide) for w, _ in words], entry.width)
        labels = [skeleton(c.label) for c in entry.table.columns]
        found: dict[int, Extent] = {}
        lines: dict[int, int] = {}
        for word, m in zip(entry.header, moved, strict=True):
            piece = skeleton(word.text)
            fitting = [n for n, label in enumerate(labels) if piece and piece in label]
            if len(fitting) != 1 or m:
                continue
            left, right = self.ruler.extent(word.start, word.stop, wide)
            column = fitting[0]
            known = found.get(column, (left, right))
            if lines.setdefault(column, word.line) != word.line and (right <= known[0] or known[1] <= left):
                # Pieces of a label on two lines that do not stand above each other: some line was moved.
                return None
            found[column] = min(left, known[0]), max(right, known[1])
        if len(found) != len(labels):
            return None
        return columns_of([[found[n] for n in range(len(labels))]])
