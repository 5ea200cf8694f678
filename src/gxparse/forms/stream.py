"""Texts without row marks: labels anchor rows, and what follows a label is its row.

A row is read if exactly as many cells follow its label as its table has columns. Blank cells are known from line
breaks where the text kept them: the breaks between filled cells of whole rows set the measure, and a row with fewer
figures is read only if its breaks account for every missing cell. Where figures stand before their labels, or
labels without figures show that the order of the text is not the order of the form, only rows that stand on one
line are read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import evolve, field, frozen

from gxparse.forms.editions import EDITIONS
from gxparse.forms.figures import Shape
from gxparse.forms.geometry import Extent, columns_of, extent, place
from gxparse.forms.lexicon import COLUMN, GROUP, ROW, Sighting, Term
from gxparse.forms.mend import Mending
from gxparse.forms.reading import Reading, Refusal, RowReading, TableReading
from gxparse.forms.rejoin import joined_sight, rejoin_lines
from gxparse.forms.rows import Role, RowFacts
from gxparse.forms.settle import settle_rows
from gxparse.forms.spec import Edition
from gxparse.forms.spec import Table as FormTable
from gxparse.forms.words import Event, Word, read_words
from gxparse.layout.ast import Row
from gxparse.span import Span
from gxparse.text import skeleton

_BLANK = Sighting(Shape.BLANK)
#: a word that looks like a damaged figure
_NUMERAL = re.compile(r"[\d.,\\+\-%万亿元]*\d[\d.,\\+\-%万亿元]*\Z")
#: events that end a row whatever comes behind them
_STOPS = (Event.ROW, Event.SECTION, Event.CAPTION, Event.TEXT)


@frozen(eq=False)
class _Entry:
    """A row label with the words behind it, up to the next label."""

    table: FormTable
    term: Term | None
    key: str
    label: Word
    #: FIGURE and BLANK words, in order
    cells: tuple[Word, ...]
    #: whether something else than cells and pieces of labels stood between
    broken: bool
    #: whether a word that may be part of a figure ends the row
    dangling: bool = False
    #: figures before the label that no row accounts for
    strays: tuple[Word, ...] = ()
    #: number of the part (page) it stands in, and the header words of that part
    part: int = 0
    header: tuple[Word, ...] = ()
    #: texts of the header cells over the columns, as far as they are known
    headers: tuple[str, ...] = ()
    figures: tuple[Word, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "figures", tuple(w for w in self.cells if w.event is Event.FIGURE))

    @property
    def width(self) -> int:
        return len(self.table.columns)

    @property
    def on_one_line(self) -> bool:
        """Whether the label and all its figures stand on one line."""
        return bool(self.figures) and self.figures[-1].line == self.label.line

    @property
    def regular(self) -> bool:
        """Whether the figures stand all on one line, or each on a line of its own."""
        on_lines = len({w.line for w in self.figures})
        return on_lines == 1 or on_lines == len(self.figures)


def read_stream(text: str, rows: Sequence[Row], layout: str, *, edition: str | None = None) -> Reading:
    """Read lines of words as the statutory tables of one edition. Pure: no figure is converted here."""
    words = read_words(text, rows)
    votes = _votes(words)
    annex = sum(1 for w in words if any(t.role == "annex" for t in w.terms))
    ranked = votes.most_common(2)
    chosen = edition
    if ranked and not (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        chosen = ranked[0][0]
    if chosen is None:
        return Reading(layout, None, {}, dict(votes), annex)
    form = EDITIONS[chosen]
    tables = _Stream(form, words, text).tables()
    return Reading(layout, chosen, tables, dict(votes), annex)


def _votes(words: Sequence[Word]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for word in words:
        if word.terms and not word.cut:
            editions = frozenset().union(*(t.editions for t in word.terms))
            if len(editions) == 1:
                votes.update(editions)
    return votes


#: words of a line above which it is a whole table or document on one line, not a sentence
_LINE_OF_PROSE = 40


def _prose_lines(words: Sequence[Word]) -> frozenset[int]:
    """Lines that are sentences: text that is no part of any label, and not a whole document on one line."""
    size: Counter[int] = Counter(w.line for w in words)
    return frozenset(
        w.line
        for w in words
        if w.event is Event.TEXT and size[w.line] <= _LINE_OF_PROSE and sum(c > "\u2e7f" for c in w.raw) > 1
    )


class _Stream:
    """One pass over the words of a text, for one edition."""

    def __init__(self, form: Edition, words: Sequence[Word], text: str) -> None:
        self.form = form
        self.text = text
        self.words = words
        self.prose = _prose_lines(words)
        self.by_key = {t.key: t for t in form.tables}
        self.entries: dict[str, list[_Entry]] = {t.key: [] for t in form.tables}
        self.case_words: list[Word] = []
        self.case_label: Word | None = None
        self._gather()
        self.gap = self._usual_gap()
        self.row_gap = self._usual_row_gap()

    # --- gathering ------------------------------------------------------------------------------------------------

    def _term(self, word: Word) -> Term | None:
        for term in word.terms:
            if term.role == ROW and self.form.key in term.editions and term.table in self.by_key:
                return term
        return None

    def _gather(self) -> None:
        columns: dict[str, dict[str, str]] = {}
        header: list[Word] = []
        above: list[Word] = []
        part = 0
        at = 0
        words = self.words
        strays: list[Word] = []
        while at < len(words):
            word = words[at]
            term = self._term(word) if word.event is Event.ROW and word.line not in self.prose else None
            if term is not None:
                table = self.by_key[term.table]
                stop, cells, broken, dangling = self._cells(at + 1)
                seen = columns.get(table.key, {})
                headers = tuple(seen.get(c.key, "") for c in table.columns)
                if not all(headers) and _names_columns(header, table):
                    columns[table.key] = {c.key: c.label for c in table.columns}
                    headers = tuple(c.label for c in table.columns)
                if table.key == "requests" or all(headers):
                    self.entries[table.key].append(
                        _Entry(
                            table,
                            term,
                            term.key,
                            word,
                            cells,
                            broken,
                            dangling,
                            tuple(strays),
                            part,
                            tuple(above),
                            headers,
                        )
                    )
                strays = []
                header = []
                skipped = [w for w in words[at + 1 : stop] if w.event in (Event.COLUMN, Event.FRAME, Event.PIECE)]
                if any(w.event is Event.FRAME and not any(t.role == GROUP for t in w.terms) for w in skipped):
                    # A repeated header: the page is new, and its columns may be.
                    part += 1
                    above = skipped
                at = stop
                continue
            if word.event in (Event.CAPTION, Event.SECTION):
                columns = {}
                header = []
            elif word.event in (Event.PIECE, Event.COLUMN):
                header.append(word)
                if word.section and word.section != "proceedings":
                    self.case_label = self.case_label if self.case_words else None
            for found in word.terms:
                if found.role == COLUMN and self.form.key in found.editions:
                    columns.setdefault(found.table, {})[found.key] = word.text
            if self._is_case_header(word):
                at = self._cases(at)
                continue
            if word.event in (Event.COLUMN, Event.FRAME, Event.PIECE):
                above.append(word)
            if word.sight.figure is not None and word.line not in self.prose:
                strays.append(word)
            elif word.event in (Event.CAPTION, Event.SECTION, Event.TEXT):
                strays = []
                part += 1
                above = []
            at += 1

    def _cells(self, first: int) -> tuple[int, tuple[Word, ...], bool, bool]:
        """The cells behind a label, where the next thing begins, and what speaks against them."""
        cells: list[Word] = []
        broken = dangling = False
        at = first
        while at < len(self.words):
            word = self.words[at]
            if word.line in self.prose and word.line != self.words[first - 1].line:
                break
            if word.event in _STOPS and not (word.event is Event.ROW and self._term(word) is None):
                if word.event is Event.TEXT and cells:
                    dangling = word.line == cells[-1].line or _NUMERAL.match(word.raw) is not None
                break
            if self._is_case_header(word):
                break
            if word.event in (Event.FIGURE, Event.BLANK):
                cells.append(word)
            elif word.event is not Event.PIECE:
                broken = True
            at += 1
        return at, tuple(cells), broken, dangling

    def _is_case_header(self, word: Word) -> bool:
        return word.event is Event.FRAME and any(t.key == "行政复议" for t in word.terms)

    def _cases(self, at: int) -> int:
        """The header of section four and the figures behind it."""
        words = self.words
        frames: set[str] = set()
        header: list[Word] = []
        last = words[at]
        cells: list[Word] = []
        while at < len(words):
            word = words[at]
            if word.event in (Event.FIGURE, Event.BLANK):
                cells.append(word)
            elif word.event in (Event.FRAME, Event.COLUMN, Event.PIECE):
                if any(c.event is Event.FIGURE for c in cells):
                    break
                frames.update(t.key for t in word.terms)
                header.append(word)
                last = word
                cells.clear()
            else:
                break
            at += 1
        complete = {"行政复议", "行政诉讼"} <= frames and "review.total" in frames
        if complete and any(c.event is Event.FIGURE for c in cells):
            table = self.by_key["proceedings"]
            self.entries["proceedings"].append(
                _Entry(table, None, "cases", last, tuple(cells), False, header=tuple(header))
            )
        return max(at, 1)

    # --- measuring ------------------------------------------------------------------------------------------------

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

    def _place(self, entry: _Entry, step: int) -> tuple[Word | None, ...] | None:
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

    def _lead(self, entry: _Entry) -> int | None:
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
        return winners[0] if len(layouts) == 1 and 2 * best > len(short) else None

    # --- reading --------------------------------------------------------------------------------------------------

    def tables(self) -> dict[str, TableReading]:
        step = self._best_step()
        found: dict[str, TableReading] = {}
        for table in self.form.tables:
            entries = self.entries[table.key]
            if not entries:
                continue
            if table.key == "requests" and not all(_in_form_order(e.header, table) for e in entries):
                found[table.key] = self._swapped(entries)
                continue
            disordered = self._disordered(entries) if table.key == "requests" else False
            doubtful = self._doubtful(entries)
            placed: list[RowReading] = []
            refusals: list[Refusal] = []
            in_order = self._in_order(entries) if disordered else {}
            for entry in entries:
                cells = self._read(entry, entries, step, disordered)
                if cells is not None and entry in doubtful and not _sums(entry, cells):
                    cells = None
                if cells is None and entry.key in in_order:
                    cells = in_order[entry.key]
                if cells is None:
                    cells = self._rejoin(entry)
                if cells is not None:
                    placed.append(_row_reading(entry, cells))
                elif entry.figures:
                    row, facts = _row(entry, entry.figures)
                    refusals.append(Refusal("row-not-placed", table.key, entry.key, row, facts))
            rows, twice = settle_rows(placed)
            start = min(e.label.start for e in entries)
            stop = max((e.cells[-1] if e.cells else e.label).stop for e in entries)
            found[table.key] = TableReading(table.key, rows, (*refusals, *twice), "stream", Span(start, stop))
        return found

    def _swapped(self, entries: Sequence[_Entry]) -> TableReading:
        """Nothing of a table is read whose header names the columns in another order."""
        table = entries[0].table
        refusals = [
            Refusal("columns-out-of-order", table.key, e.key, *_row(e, e.figures)) for e in entries if e.figures
        ]
        span = Span(entries[0].label.start, max((e.cells[-1] if e.cells else e.label).stop for e in entries))
        return TableReading(table.key, (), tuple(refusals), "stream", span)

    def _in_order(self, entries: Sequence[_Entry]) -> dict[str, tuple[Word | None, ...]]:
        """The rows of a table whose figures stand in the order of the form, though not behind their labels.

        Taken only if every row and every sum of the form is there and holds, and no row whose label stands right
        before its figures says otherwise.
        """
        table = entries[0].table
        width = len(table.columns)
        figures = [w for e in entries for w in (*e.strays, *e.figures)]
        if len(figures) != width * len(table.rows) or any(w.sight.figure is None for w in figures):
            return {}
        rows = {row.key: tuple(figures[n * width : (n + 1) * width]) for n, row in enumerate(table.rows)}
        for entry in entries:
            if len(entry.figures) == width and not entry.broken and entry.figures != rows.get(entry.key):
                return {}
        values: dict[str, int | Decimal] = {}
        for key, words in rows.items():
            for column, word in zip(table.columns, words, strict=True):
                assert word.sight.figure is not None
                values[f"{table.key}.{key}.{column.key}"] = word.sight.figure.number
        for equation in self.form.equations:
            if equation.left[0] not in values:
                continue
            if sum(values[p] for p in equation.left) != sum(values[p] for p in equation.right):
                return {}
        return dict(rows)

    def _rejoin(self, entry: _Entry) -> tuple[Word | None, ...] | None:
        """A row with wrapped digits, put together in the only way that its total allows."""
        words = entry.figures
        if len(words) <= entry.width:
            words = (*entry.strays, *words)
        if any(w.sight.figure is None or not w.sight.figure.plain for w in words):
            return None
        lines: list[list[Word]] = []
        for word in words:
            if lines and lines[-1][0].line == word.line:
                lines[-1].append(word)
            else:
                lines.append([word])
        numbers = [[int(w.raw) if w.raw.isdecimal() else -1 for w in line] for line in lines]
        if any(n < 0 for line in numbers for n in line):
            return None
        way = rejoin_lines(entry.table, numbers)
        if way is None:
            return None
        return tuple(_joined(self.text, [words[at] for at in group]) for group in way)

    def _disordered(self, entries: Sequence[_Entry]) -> bool:
        """Whether figures of the table do not follow their labels."""
        if entries[0].strays:
            return True
        empty = sum(not e.figures for e in entries)
        crowded = any(len(e.figures) >= 2 * e.width for e in entries)
        return bool(empty) and (crowded or empty > 2)

    def _doubtful(self, entries: Sequence[_Entry]) -> set[_Entry]:
        """Rows that need a proof because figures stand about that no row accounts for.

        Wrapped digits, a value before its label, a page number: the rest of a figure may stand anywhere in a text whose
        order is not that of the page, so that one stray puts every row of a table with totals to the proof. In a table
        without totals the neighbours are in doubt.
        """
        odd = {e for e in entries if e.strays or e.dangling or not e.regular or len(e.figures) > e.width}
        if odd and any(c.total_of for c in entries[0].table.columns):
            return set(entries)
        behind = {after for before, after in pairwise(entries) if len(before.figures) > before.width}
        return odd | behind

    def _read(
        self, entry: _Entry, entries: Sequence[_Entry], step: int | None, disordered: bool
    ) -> tuple[Word | None, ...] | None:
        figures = entry.figures
        if len(figures) == entry.width:
            if disordered and not entry.on_one_line:
                return None
            return figures
        if disordered or not figures or len(figures) > entry.width:
            return None
        explicit = entry.cells[: entry.width]
        if len(explicit) == entry.width and all(w in explicit for w in figures) and self._explicit(entry):
            return tuple(w if w.event is Event.FIGURE else None for w in explicit)
        placed = self._place(entry, step) if step is not None else None
        return placed if placed is not None else self._by_columns(entry, entries)

    def _by_columns(self, entry: _Entry, entries: Sequence[_Entry]) -> tuple[Word | None, ...] | None:
        """The cells of a short row by where its figures stand on the line; both ways to count must agree."""
        if not entry.regular or len({w.line for w in entry.figures}) != 1 or not self._padded(entry.figures):
            return None
        readings: set[tuple[int, ...]] = set()
        for wide in (False, True):
            columns = self._columns(entry, entries, wide)
            if columns is None:
                continue
            figures = [extent(self.text, w.start, w.stop, wide) for w in entry.figures]
            placed = place(figures, columns)
            if placed is not None:
                readings.add(tuple(placed))
        if len(readings) != 1:
            return None
        cells: list[Word | None] = [None] * entry.width
        for column, word in zip(readings.pop(), entry.figures, strict=True):
            cells[column] = word
        return tuple(cells)

    def _padded(self, figures: Sequence[Word]) -> bool:
        """Whether more than one space stands before each figure: a single one may hide any number of blank cells."""
        return all(self.text[max(w.start - 2, 0) : w.start].isspace() for w in figures)

    def _columns(self, entry: _Entry, entries: Sequence[_Entry], wide: bool) -> list[Extent] | None:
        """Columns of the part a row stands in: from the whole rows there, else from the words of its header."""
        part = [e for e in entries if e.part == entry.part and e.figures]
        whole = [
            [extent(self.text, w.start, w.stop, wide) for w in e.figures]
            for e in part
            if len(e.figures) == e.width and len({w.line for w in e.figures}) == 1 and self._padded(e.figures)
        ]
        if whole:
            return columns_of(whole)
        return self._header_columns(entry, wide)

    def _header_columns(self, entry: _Entry, wide: bool) -> list[Extent] | None:
        """Columns from the words of the header, of which a column may have several, one above another.

        In section four the same labels stand three times, so that the words are only told apart by where they stand.
        """
        if entry.term is None:
            return _clusters(
                [extent(self.text, w.start, w.stop, wide) for w in entry.header if w.event is not Event.FRAME],
                entry.width,
            )
        labels = [skeleton(c.label) for c in entry.table.columns]
        found: dict[int, Extent] = {}
        for word in entry.header:
            piece = skeleton(word.text)
            fitting = [n for n, label in enumerate(labels) if piece and piece in label]
            if len(fitting) != 1:
                continue
            left, right = extent(self.text, word.start, word.stop, wide)
            known = found.get(fitting[0], (left, right))
            found[fitting[0]] = min(left, known[0]), max(right, known[1])
        if len(found) != len(labels):
            return None
        return columns_of([[found[n] for n in range(len(labels))]])

    def _explicit(self, entry: _Entry) -> bool:
        """Whether the blank lines of a row stand exactly where cells stand."""
        first, *rest = entry.cells[: entry.width]
        return first.breaks == self._lead(entry) and all(w.breaks == self.gap for w in rest)


def _clusters(extents: Sequence[Extent], count: int) -> list[Extent] | None:
    """Extents that overlap are one column; ``None`` unless there are *count* columns."""
    columns: list[Extent] = []
    for left, right in sorted(extents):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(right, columns[-1][1])
        else:
            columns.append((left, right))
    return columns if len(columns) == count else None


def _joined(text: str, pieces: Sequence[Word]) -> Word:
    """One cell made of several words; its text is a stretch of the source if the pieces touch, else the first piece."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return first
    touching = all(text[a.stop : b.start].isspace() for a, b in pairwise(pieces))
    stop = last.stop if touching else first.stop
    return evolve(first, stop=stop, raw=text[first.start : stop], sight=joined_sight([p.sight for p in pieces]))


def _in_form_order(header: Sequence[Word], table: FormTable) -> bool:
    """Whether the kinds of organisation stand in the order of the form, as far as whole labels on one line show it."""
    order = {c.key: n for n, c in enumerate(table.columns) if len(c.header_path) > 1}
    lines: dict[int, list[int]] = {}
    pieces = any(w.event is Event.PIECE for w in header)
    for word in header:
        for term in word.terms:
            if term.role == COLUMN and term.table == table.key and term.key in order:
                # Of a header without wrapped labels all lines together must be in order.
                lines.setdefault(word.line if pieces else 0, []).append(order[term.key])
    return all(seen == sorted(seen) for seen in lines.values() if len(set(seen)) == len(seen))


def _names_columns(header: Sequence[Word], table: FormTable) -> bool:
    """Whether the pieces of a wrapped header are those of the table's column labels, line by line in their order."""
    labels = [skeleton(c.label) for c in table.columns]
    pieces = [(w.line, skeleton(w.text)) for w in header]
    if sorted("".join(p for _, p in pieces)) != sorted("".join(labels)):
        return False
    for line in {line for line, _ in pieces}:
        column = 0
        for piece in (p for n, p in pieces if n == line):
            while column < len(labels) and piece not in labels[column]:
                column += 1
            if column == len(labels):
                return False
            column += 1
    return True


def _sums(entry: _Entry, cells: Sequence[Word | None]) -> bool:
    """Whether every total of a row is the sum of its parts, all of them given; a row without totals has no proof."""
    figures = [w.sight.figure for w in cells if w is not None and w.sight.figure is not None]
    if len(figures) != entry.width or not any(c.total_of for c in entry.table.columns):
        return False
    numbers = {c.key: f.number for c, f in zip(entry.table.columns, figures, strict=True)}
    return all(numbers[c.key] == sum(numbers[k] for k in c.total_of) for c in entry.table.columns if c.total_of)


def _row(entry: _Entry, cells: Sequence[Word | None]) -> tuple[Row, RowFacts]:
    """A row as if the layout had marked it: the label, then one cell for each column."""
    start = entry.label.start
    raws = [entry.label.raw]
    offsets = [0]
    sights = [entry.label.sight]
    at = entry.label.stop
    for word in cells:
        if word is None:
            raws.append("")
            offsets.append(at - start)
            sights.append(_BLANK)
        else:
            raws.append(word.raw)
            offsets.append(word.start - start)
            sights.append(word.sight)
            at = word.stop
    filled = tuple(n for n, s in enumerate(sights) if n and s.shape is not Shape.BLANK)
    facts = RowFacts(Role.DATA, tuple(sights), entry.term, 0, filled)
    return Row(start, at - start, tuple(raws), tuple(offsets)), facts


def _row_reading(entry: _Entry, cells: Sequence[Word | None]) -> RowReading:
    row, facts = _row(entry, cells)
    mending = None
    if entry.label.cut and entry.term is not None:
        mending = Mending("cut", entry.term, (0,))
    return RowReading(
        entry.table.key, entry.key, row, facts, tuple(range(1, len(cells) + 1)), entry.term, mending, (), entry.headers
    )
