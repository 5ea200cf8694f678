"""Blank cells of a stream, told by line breaks.

Where a tool wrote a blank cell as an empty line, the breaks between two figures count the blank cells between them:
the usual number of breaks, and a fixed number more for each blank cell. How many more is measured on the text itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from gxparse.forms.entries import Entry
from gxparse.forms.words import Event, Word

#: the cells of a row; ``None`` is a blank one
Cells = tuple[Word | None, ...]


class Blanks:
    """The measure of one text: breaks between neighbours, between rows, and for each blank cell."""

    def __init__(self, text: str, entries: Mapping[str, Sequence[Entry]]) -> None:
        self.entries = entries
        self.padded = self._pads()
        self.gap = self._usual_gap()
        self.row_gap = self._usual_row_gap()
        #: line breaks between the last cell of a row and the label of the next, where nothing stands between
        self.room = {
            before: after.label.breaks
            for found in entries.values()
            for before, after in pairwise(found)
            if before.cells and text[before.cells[-1].stop : after.label.start].isspace()
        }
        #: what whole rows have of it at least
        self.usual_room = min([r for e, r in self.room.items() if len(e.figures) == e.width], default=self.gap)
        self.step = self._best_step()

    def cells(self, entry: Entry) -> Cells | None:
        """The cells of a row with fewer figures than columns; ``None`` if the breaks do not account for all of them."""
        if self.padded:
            return None
        explicit = entry.cells[: entry.width]
        if len(explicit) == entry.width and all(w in explicit for w in entry.figures) and self._explicit(entry):
            return tuple(w if w.event is Event.FIGURE else None for w in explicit)
        return self._place(entry, self.step) if self.step is not None else None

    def _pads(self) -> bool:
        """Whether blank lines stand between most neighbours, so that a blank line is no cell.

        The neighbours are the figures of whole rows; without whole rows, the words of the headers.
        """
        entries = [e for found in self.entries.values() for e in found]
        whole = [e for e in entries if len(e.figures) == e.width > 1]
        if whole:
            between = [e.cells[e.cells.index(e.figures[0]) : e.cells.index(e.figures[-1])] for e in whole]
            return 2 * sum(any(w.event is Event.BLANK for w in words) for words in between) > len(whole)
        headers = {e.header[0]: e.header for e in entries if e.header}.values()
        steps = [b.line - a.line for header in headers for a, b in pairwise(header)]
        return 2 * sum(step > 1 for step in steps) > len(steps)

    def _usual_gap(self) -> int:
        """Line breaks between two filled neighbours of a row: what most whole rows have."""
        gaps: Counter[int] = Counter()
        for entries in self.entries.values():
            for entry in entries:
                if len(entry.figures) == entry.width and len(entry.cells) == entry.width and not entry.broken:
                    gaps.update(w.breaks for w in entry.figures[1:])
        if not gaps:
            for entries in self.entries.values():
                for entry in entries:
                    gaps.update(w.breaks for w in entry.figures[1:])
        return gaps.most_common(1)[0][0] if gaps else 0

    def _usual_row_gap(self) -> int | None:
        """Line breaks between the last cell of a row and the first of the next, where no covered cell stands between.

        In the form that is so between the first two rows of the requests table.
        """
        by_key = {e.key: e for e in self.entries["requests"]}
        first, second = by_key.get("received"), by_key.get("carried_over")
        if first is None or second is None or not first.cells or first.cells[-1].event is not Event.FIGURE:
            return None
        return second.label.breaks

    def _place(self, entry: Entry, step: int) -> Cells | None:
        """The cells of a row with blanks filled in from line breaks, ``step`` breaks for each blank cell."""
        if not step:
            return None
        cells: list[Word | None] = []
        figures = len(entry.figures)
        lead = self._lead(entry)
        if lead is None:
            return None
        for n, word in enumerate(entry.cells):
            usual = self.gap if n else lead
            extra = word.breaks - usual
            if extra > 0:
                if extra % step:
                    return None
                cells.extend([None] * (extra // step))
            cells.append(word if word.event is Event.FIGURE else None)
            figures -= word.event is Event.FIGURE
            if not figures and len(cells) == entry.width:
                # What is left are the covered cells before the next label.
                return tuple(cells)
            if len(cells) >= entry.width:
                return None
        return None

    def _ends_early(self, entry: Entry, step: int) -> tuple[bool, ...] | None:
        """Which cells of a row are blank if more blank ones follow its last figure; ``None`` if that cannot be.

        The breaks before the next label must leave room for them, unless something else stands in front of it.
        """
        lead = self._lead(entry)
        if lead is None or len(entry.cells) != len(entry.figures):
            return None
        blank: list[bool] = []
        for n, word in enumerate(entry.cells):
            extra = word.breaks - (self.gap if n else lead)
            if extra < 0 or extra % step:
                return None
            blank += [*[True] * (extra // step), False]
        left = entry.width - len(blank)
        room = self.room.get(entry)
        if left <= 0 or (room is not None and room < self.usual_room + left * step):
            return None
        return (*blank, *[True] * left)

    def _lead(self, entry: Entry) -> int | None:
        """Line breaks between what anchors a row and its first cell: its label, or the header of section four."""
        return self.gap if entry.term is not None else self.row_gap

    def _steps(self) -> Iterator[int]:
        """How many breaks a blank cell may be worth, judged by the gap between filled cells."""
        yield from dict.fromkeys(s for s in (self.gap, self.gap - 1, 1, 2) if s > 0)

    def _best_step(self) -> int | None:
        """The only measure by which every short row of the text comes out whole; ``None`` if there is none."""
        short = [e for entries in self.entries.values() for e in entries if e.figures and len(e.figures) < e.width]
        if not short or not self.gap:
            return None
        fitting = {}
        for step in self._steps():
            placed = [self._place(e, step) for e in short]
            good = sum(p is not None for p in placed)
            if good:
                fitting[step] = good, placed
        if not fitting:
            return None
        best = max(good for good, _ in fitting.values())
        winners = [s for s, (good, _) in fitting.items() if good == best]
        layouts = {tuple(tuple(c is None for c in p) if p else None for p in fitting[s][1]) for s in winners}
        # Most of the short rows must agree with the measure, or it measures nothing.
        if len(layouts) != 1 or 2 * best <= len(short):
            return None
        return winners[0] if not self._has_rival(short, fitting[winners[0]][1]) else None

    def _has_rival(self, short: Sequence[Entry], placed: Sequence[Cells | None]) -> bool:
        """Whether a longer step says as much of all short rows, some of them with blank cells at the end, but other."""
        known = [None if cells is None else tuple(c is None for c in cells) for cells in placed]
        for step in self._steps():
            others = []
            for entry in short:
                cells = self._place(entry, step)
                others.append(self._ends_early(entry, step) if cells is None else tuple(c is None for c in cells))
            if None not in others and others != known:
                return True
        return False

    def _explicit(self, entry: Entry) -> bool:
        """Whether the blank lines of a row stand exactly where cells stand."""
        first, *rest = entry.cells[: entry.width]
        return first.breaks == self._lead(entry) and all(w.breaks == self.gap for w in rest)
