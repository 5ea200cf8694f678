"""Blank cells of a stream, told by line breaks.

Where a tool wrote a blank cell as an empty line, the breaks between two figures count the blank cells between them:
the usual number of breaks, and a fixed number more for each blank cell. How many more is measured on the text itself.
Behind the last figure of a row the breaks must be just as many as behind whole rows of the same kind, and those of the
blank cells that are missing.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile, zip_longest
from typing import TypeAlias

from gxparse.forms.entries import Entry
from gxparse.forms.words import Event, Word
from gxparse.text import is_page_mark

#: the cells of a row; ``None`` is a blank one
Cells = tuple[Word | None, ...]
#: how many cells of the next row a row above covers, or what ends the table
Kind: TypeAlias = int | str
#: as many rows do not all stand at the end of a page
_PAGE_ENDS = 4
# The members of an enumeration are looked up slowly, and these for every word.
_FIGURE, _BLANK = Event.FIGURE, Event.BLANK
#: the end of a line that is not empty
_LINE_END = re.compile(r"(?<=\S)[^\S\n]*\n")
#: white space, if there is any
_SPACE = re.compile(r"\s*")


class Blanks:
    """The measure of one text: breaks between neighbours, between rows, and for each blank cell."""

    def __init__(self, text: str, entries: Mapping[str, Sequence[Entry]]) -> None:
        self._text = text
        self.entries = entries
        self.rooms: dict[int, dict[Kind, int]] = {}

    # What follows is measured when it is first asked for: a text whose rows are whole needs next to nothing of it.

    @property
    def step(self) -> int | None:
        """How many breaks a blank cell is worth; ``None`` if that cannot be told."""
        return self._measure[0]

    @property
    def exact(self) -> bool:
        """Whether every short row comes out whole by that measure, and breaks behind a row are blank cells too."""
        return self._measure[1]

    @functools.cached_property
    def room(self) -> Mapping[Entry, int]:
        """Line breaks between the last cell of a row and whatever stands next."""
        found = self.entries.values()
        return {e: _breaks_behind(self._text, e.cells[-1].stop) for some in found for e in some if e.cells}

    @functools.cached_property
    def kind(self) -> Mapping[Entry, Kind]:
        """What must stand behind a row: covered cells of the next one, or the end of a table."""
        return _kinds(self.entries)

    @functools.cached_property
    def usual_room(self) -> Mapping[Kind, int]:
        """What rows without blank cells at their end have behind them, by kind, where all or most agree."""
        return self._usual_room([e for e in self.room if len(e.figures) == e.width])

    def cells(self, entry: Entry) -> Cells | None:
        """The cells of a row with fewer figures than columns; ``None`` if the breaks do not account for all of them."""
        if self.padded:
            return None
        explicit = entry.cells[: entry.width]
        if len(explicit) == entry.width and all(w in explicit for w in entry.figures) and self._explicit(entry):
            return tuple(w if w.event is _FIGURE else None for w in explicit)
        if self.step is None:
            return None
        return self._place(entry, self.step) or (self._place_early(entry, self.step) if self.exact else None)

    @functools.cached_property
    def padded(self) -> bool:
        """Whether blank lines stand between most neighbours, so that a blank line is no cell.

        The neighbours are the figures of whole rows; without whole rows, the words of the headers.
        """
        entries = [e for found in self.entries.values() for e in found]
        whole = [e for e in entries if len(e.figures) == e.width > 1]
        if whole:
            between = [e.cells[e.cells.index(e.figures[0]) : e.cells.index(e.figures[-1])] for e in whole]
            return 2 * sum(_BLANK in [w.event for w in words] for words in between) > len(whole)
        headers = {e.header[0]: e.header for e in entries if e.header}.values()
        steps = [b.line - a.line for header in headers for a, b in pairwise(header)]
        return 2 * sum(step > 1 for step in steps) > len(steps)

    @functools.cached_property
    def gap(self) -> int:
        """Line breaks between two filled neighbours of a row: what most whole rows have."""
        rows = [e for found in self.entries.values() for e in found]
        whole = [e for e in rows if len(e.figures) == e.width > 1]
        clean = [e for e in whole if len(e.cells) == e.width and not e.broken]
        gaps = Counter(w.breaks for e in clean or whole for w in e.figures[1:])
        if not gaps:
            # Without whole rows, words of the headers are neighbours.
            headers = {e.header[0]: e.header for e in rows if e.header}.values()
            gaps.update(w.breaks for header in headers for w in header[1:] if w.breaks)
        if not gaps:
            gaps.update(w.breaks for e in rows for w in e.figures[1:])
        return gaps.most_common(1)[0][0] if gaps else 0

    def _usual_room(self, rows: Iterable[Entry]) -> dict[Kind, int]:
        """What most rows have behind them, by kind."""
        found: dict[Kind, Counter[int]] = {}
        for entry in rows:
            if entry in self.kind:
                found.setdefault(self.kind[entry], Counter())[self.room[entry]] += 1
        return {
            kind: rooms.most_common(1)[0][0]
            for kind, rooms in found.items()
            if 2 * rooms.most_common(1)[0][1] > rooms.total()
        }

    @functools.cached_property
    def row_gap(self) -> int | None:
        """Line breaks between the last cell of a row and the first of the next, where no covered cell stands between."""
        if 0 in self.usual_room:
            return self.usual_room[0]
        by_key = {e.key: e for e in self.entries["requests"]}
        first, second = by_key.get("received"), by_key.get("carried_over")
        if first is None or second is None or not first.cells or first.cells[-1].event is not _FIGURE:
            return None
        return second.label.breaks

    def _place(self, entry: Entry, step: int) -> Cells | None:
        """The cells of a row with blanks filled in from line breaks, ``step`` breaks for each blank cell."""
        if not step:
            return None
        cells: list[Word | None] = []
        figures = len(entry.figures)
        lead = self._lead(entry)
        if lead is None or (self._leads_vary and entry.cells[0].breaks > lead):
            return None
        for n, word in enumerate(entry.cells):
            usual = self.gap if n else lead
            extra = word.breaks - usual
            if extra > 0:
                if extra % step:
                    return None
                cells.extend([None] * (extra // step))
            cells.append(word if word.event is _FIGURE else None)
            figures -= word.event is _FIGURE
            if not figures and len(cells) == entry.width:
                # What is left are the covered cells before the next label.
                return tuple(cells)
            if len(cells) >= entry.width:
                return None
        return None

    def _place_early(self, entry: Entry, step: int) -> Cells | None:
        """The cells of a row with blank ones behind its last figure, if just their breaks stand there."""
        blank = self._in_front(entry, step)
        usual = self._rooms(step).get(self.kind[entry]) if entry in self.kind else None
        if blank is None or usual is None:
            return None
        left = entry.width - len(blank)
        if left <= 0 or self.room[entry] != usual + left * step:
            return None
        figures = iter(entry.figures)
        return (*[None if is_blank else next(figures) for is_blank in blank], *[None] * left)

    def _rooms(self, step: int) -> Mapping[Kind, int]:
        """What stands behind rows by kind; where no row of a kind has its last cell, what all of them agree on.

        A covered cell is worth nothing, or as much as a blank one, in all rows alike.
        """
        if step in self.rooms:
            return self.rooms[step]
        rooms = self.rooms[step] = dict(self.usual_room)
        least = rooms.get(0)
        found: dict[int, list[int]] = {}
        for entry, kind in self.kind.items():
            if isinstance(kind, int) and kind not in rooms and entry in self.room:
                blank = self._in_front(entry, step)
                missing = self.room[entry] - (entry.width - len(blank)) * step if blank is not None else -1
                found.setdefault(kind, []).append(missing)
        if least is not None and found:
            ways = [
                worth
                for worth in (0, step)
                if all({least + kind * worth} == set(rests) for kind, rests in found.items())
            ]
            if len(ways) == 1:
                rooms.update({kind: least + kind * ways[0] for kind in found})
        return rooms

    def _ends_early(self, entry: Entry, step: int) -> tuple[bool, ...] | None:
        """Which cells of a row are blank if more blank ones follow its last figure; ``None`` if that cannot be.

        The breaks behind it must leave room for them.
        """
        blank = self._in_front(entry, step)
        if blank is None:
            return None
        left = entry.width - len(blank)
        least = min(self.usual_room.values(), default=self.gap)
        if left <= 0 or self.room[entry] < least + left * step:
            return None
        return (*blank, *[True] * left)

    def _in_front(self, entry: Entry, step: int) -> list[bool] | None:
        """Which cells of a row are blank up to its last figure; ``None`` if the breaks are no measure of that."""
        lead = self._lead(entry)
        if lead is None or not entry.figures or len(entry.cells) != len(entry.figures):
            return None
        if self._leads_vary and entry.cells[0].breaks > lead:
            return None
        blank: list[bool] = []
        for n, word in enumerate(entry.cells):
            extra = word.breaks - (self.gap if n else lead)
            if extra < 0 or extra % step:
                return None
            blank += [*[True] * (extra // step), False]
        return blank

    @functools.cached_property
    def _leads_vary(self) -> bool:
        """Whether rows without any blank cell have more breaks in front of their first figure than others."""
        whole = [
            e for found in self.entries.values() for e in found if e.term is not None and len(e.figures) == e.width > 1
        ]
        leads = {e.cells[0].breaks for e in whole if e.cells[0].event is _FIGURE and e.regular and not e.broken}
        return len(leads) > 1 and max(leads) > self.gap

    def _lead(self, entry: Entry) -> int | None:
        """Line breaks between what anchors a row and its first cell: its label, or the header of section four."""
        return self.gap if entry.term is not None else self.row_gap

    def _steps(self) -> Iterator[int]:
        """How many breaks a blank cell may be worth, judged by the gap between filled cells."""
        yield from dict.fromkeys(s for s in (self.gap, self.gap - 1, 1, 2) if s > 0)

    @functools.cached_property
    def _measure(self) -> tuple[int | None, bool]:
        """The only measure by which every short row of the text comes out whole, and whether it is exact."""
        short = [e for entries in self.entries.values() for e in entries if e.figures and len(e.figures) < e.width]
        if not short or not self.gap or self._parts_labels:
            return None, False
        fitting = {}
        for step in self._steps():
            placed = [self._place(e, step) or self._place_early(e, step) for e in short]
            good = sum(p is not None for p in placed)
            if good:
                fitting[step] = good, placed
        if not fitting:
            return None, False
        best = max(good for good, _ in fitting.values())
        # Where some breaks are no blank cells, or pages end, those behind a row may be none either; and behind a single
        # row they may be the end of a page, where the tool wrote no blank cell at all.
        winners = [s for s, (good, _) in fitting.items() if good == best]
        told = len(short) > 1 or self._shows_covered(winners[0])
        exact = best == len(short) and told and not any(is_page_mark(line) for line in self._text.splitlines())
        layouts = {tuple(tuple(c is None for c in p) if p else None for p in fitting[s][1]) for s in winners}
        # Most of the short rows must agree with the measure, or it measures nothing.
        placed = fitting[winners[0]][1]
        if len(layouts) != 1 or 2 * best <= len(short) or self._has_rival(short, placed, exact=exact):
            return None, False
        return winners[0], exact

    @property
    def _parts_labels(self) -> bool:
        """Whether lines of one label stand further apart than two cells do, so that an empty line is no cell."""
        labels = (self._text[e.label.start : e.label.stop] for found in self.entries.values() for e in found)
        return any(_breaks_behind(label, at) > self.gap for label in labels for at in _line_ends(label))

    def _shows_covered(self, step: int) -> bool:
        """Whether covered cells left an empty line too, so that the tool writes cells without content."""
        rooms = {kind: room for kind, room in self.usual_room.items() if isinstance(kind, int)}
        least = rooms.get(0)
        return least is not None and len(rooms) > 1 and all(room == least + n * step for n, room in rooms.items())

    def _has_rival(self, short: Sequence[Entry], placed: Sequence[Cells | None], *, exact: bool) -> bool:
        """Whether another step says as much of all short rows, some of them with blank cells at the end, but other.

        What breaks it leaves over behind rows may be ends of pages, but not behind most of the rows where an *exact* measure
        leaves none.
        """
        known = [None if cells is None else tuple(c is None for c in cells) for cells in placed]
        for step in self._steps():
            others = []
            over = 0
            for entry in short:
                cells = self._place(entry, step)
                others.append(self._ends_early(entry, step) if cells is None else tuple(c is None for c in cells))
                over += cells is None and self._place_early(entry, step) is None
            if exact and over >= _PAGE_ENDS and 2 * over > len(short):
                continue
            if None not in others and others != known:
                return True
        return False

    def _explicit(self, entry: Entry) -> bool:
        """Whether the blank lines of a row stand exactly where cells stand."""
        first, *rest = entry.cells[: entry.width]
        return first.breaks == self._lead(entry) and all(w.breaks == self.gap for w in rest)


def _breaks_behind(text: str, at: int) -> int:
    """Line breaks between a place and the next character that is no white space."""
    space = _SPACE.match(text, at)
    return space[0].count("\n") if space is not None else 0


def _line_ends(text: str) -> list[int]:
    """Where the lines of a text end that are not empty."""
    return [m.start() for m in _LINE_END.finditer(text)]


def _kinds(entries: Mapping[str, Sequence[Entry]]) -> dict[Entry, Kind]:
    """What stands behind each row that is followed by the next row of the form, or by nothing of its table."""
    found: dict[Entry, Kind] = {}
    for (key, rows), after in zip_longest(entries.items(), list(entries)[1:]):
        order = [row.key for row in rows[0].table.rows] if rows else []
        for entry, below in zip_longest(rows, rows[1:]):
            place = order.index(entry.key) if entry.key in order else -1
            behind = order[place + 1] if 0 <= place < len(order) - 1 else None
            if below is None and behind is None:
                same = after is not None and after.split(".")[0] == key.split(".")[0]
                found[entry] = "caption" if same else "end"
            elif below is not None and below.key == behind:
                paths = (entry.table.rows[place].group_path, entry.table.rows[place + 1].group_path)
                found[entry] = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*paths, strict=False)))
    return found
