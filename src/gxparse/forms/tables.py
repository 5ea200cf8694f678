"""From printed rows to the statutory tables: what belongs where, in one reading of the text.

The stage takes rows in reading order, joins the parts of a table that a page break separated (by dropping repeated
headers), mends labels, finds the columns, and returns what it could anchor and what it had to refuse.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from gxparse.forms.align import Surroundings, align_cases, align_requests, drops_blanks, header_shape, lead_of
from gxparse.forms.columns import align_to_header, cases_in_order, columns_in_order, header_positions
from gxparse.forms.editions import EDITIONS
from gxparse.forms.figures import Shape
from gxparse.forms.labels import join_words, part_lines
from gxparse.forms.mend import Mending, mend_rows
from gxparse.forms.own_cells import Header, fits_grid, is_under, reaches_down, read_header
from gxparse.forms.proof import keep_proved
from gxparse.forms.reading import Reading, Refusal, RowReading, TableReading
from gxparse.forms.rows import Role, RowFacts, read_row
from gxparse.forms.segment import LONG, split_runs
from gxparse.forms.settle import settle_rows
from gxparse.forms.spec import Edition
from gxparse.forms.spec import Row as FormRow
from gxparse.forms.spec import Table as FormTable
from gxparse.forms.untangle import untangle
from gxparse.layout.ast import Row
from gxparse.layout.grammar import layout_traits
from gxparse.span import Span

# The members of an enumeration are looked up slowly, and here for every row.
_EMPTY, _DATA, _HEADER, _CAPTION = Role.EMPTY, Role.DATA, Role.HEADER, Role.CAPTION
_VALUES, _UNKNOWN, _PIECE = Role.VALUES, Role.UNKNOWN, Role.PIECE

#: an item is a printed row and what it says
Item = tuple[Row, RowFacts]


def read_tables(rows: Sequence[Row], layout: str, *, edition: str | None = None) -> Reading:
    """Read all rows of a text as the statutory tables of one edition.

    ``edition`` decides where the words of the tables do not. Pure: no figure is converted here.
    """
    traits = layout_traits(layout)
    cells = traits.get("cells")
    words = cells == "words"
    if words:
        rows = [join_words(row) for row in rows]
    if cells == "run":
        rows = split_runs(rows)
    elif max([len(row.raws) for row in rows], default=0) > LONG:
        rows = [part for row in rows for part in (split_runs([row]) if len(row.raws) > LONG else [row])]
    if cells != "exact" and any(broken := ["\n" in "".join(row.raws) for row in rows]):
        rows = [p for row, lines in zip(rows, broken, strict=True) for p in (part_lines(row) if lines else (row,))]
    facts = [read_row(row.raws if row.whole is None else row.whole) for row in rows]
    if cells != "exact":
        rows, facts = untangle(rows, facts)
    facts, mendings = mend_rows(facts)
    votes: Counter[str] = Counter()
    for fact in facts:
        for key, count in fact.votes:
            votes[key] += count
    annex = [fact.role for fact in facts].count(Role.ANNEX)
    chosen = _edition(votes) or edition
    if chosen is None:
        return Reading(layout, None, {}, dict(votes), annex)
    form = EDITIONS[chosen]
    walker = _Walker(
        form,
        rows,
        facts,
        mendings,
        strict=words,
        runs=cells == "run",
        exact=cells == "exact",
        ends="ends" in traits,
    )
    walker.walk()
    return Reading(layout, chosen, walker.tables(), dict(votes), annex, tuple(walker.strangers))


def _edition(votes: Counter[str]) -> str | None:
    """The edition whose own words are in the majority; other tables may still settle an even vote."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


@functools.cache
def _index(form: Edition) -> tuple[dict[str, FormTable], frozenset[tuple[str, str]]]:
    """The tables of a form by key, and the keys of all their rows."""
    return {t.key: t for t in form.tables}, frozenset((t.key, r.key) for t in form.tables for r in t.rows)


class _Walker:
    """One walk over the rows of a text, for one edition."""

    def __init__(
        self,
        form: Edition,
        rows: Sequence[Row],
        facts: Sequence[RowFacts],
        mendings: dict[int, Mending],
        *,
        strict: bool = False,
        runs: bool = False,
        exact: bool = False,
        ends: bool = False,
    ) -> None:
        self.form = form
        self.strict = strict
        #: whether the rows were cut out of runs of cells
        self.runs = runs
        #: whether every position of a row says which cell it belongs to
        self.exact = exact
        #: whether a sign ends each row
        self.ends = ends
        self.rows = rows
        self.facts = facts
        self.mendings = mendings
        self.by_key, self.by_row = _index(form)
        #: (table, row key) -> positions of the printed rows with that label
        self.found: dict[tuple[str, str], list[int]] = {}
        #: nearest header above each data row of section two
        self.header: dict[int, int] = {}
        #: part of the requests table each of its rows stands in: a running number and the header rows
        self.part: dict[int, tuple[int, tuple[int, ...]]] = {}
        self.loose: list[int] = []
        self.case_rows: list[int] = []
        self.case_headers: list[int] = []
        self.request_headers: list[int] = []
        self.strangers: list[Item] = []
        #: table -> positions of its first and of its last printed row
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}
        self.around: Surroundings | None = None

    # --- gathering ------------------------------------------------------------------------------------------------

    def walk(self) -> None:
        header: int | None = None
        part: list[int] = []
        number = 0
        in_headers = False
        section = ""
        printed = self.rows[0].table if self.rows else 0
        by_row, found, first, last = self.by_row, self.found, self.first, self.last
        for at, facts in enumerate(self.facts):
            role = facts.role
            table = self.rows[at].table
            if table != printed:
                # Something stands between: what follows may be laid out in other columns.
                printed = table
                number += 1
                part = []
            if role is _EMPTY:
                continue
            if role is _DATA:
                assert facts.term is not None
                key = facts.term.table
                identity = (key, facts.term.key)
                in_headers = False
                if identity not in by_row:
                    # A row of the other edition; without figures it may be a group of this one.
                    if facts.filled:
                        self.loose.append(at)
                    continue
                section = key
                if identity in found:
                    found[identity].append(at)
                else:
                    found[identity] = [at]
                if key == "requests":
                    self.part[at] = number, tuple(part)
                elif header is not None:
                    self.header[at] = header
                first.setdefault(key, at)
                last[key] = at
            elif role is _HEADER:
                if not in_headers:
                    part = []
                    number += 1
                in_headers = True
                header = at
                part.append(at)
                section = facts.section or section
                if section in {"proceedings", "requests"}:
                    (self.case_headers if section == "proceedings" else self.request_headers).append(at)
                    first.setdefault(section, at)
                    last[section] = at
            elif role is _CAPTION:
                header = None
                in_headers = False
            elif role is _VALUES and section == "proceedings":
                in_headers = False
                self.case_rows.append(at)
                first.setdefault(section, at)
                last[section] = at
            elif role is _UNKNOWN or role is _VALUES:
                in_headers = False
                self.loose.append(at)
            elif role is _PIECE:
                self.strangers.append((self.rows[at], facts))

    # --- placing --------------------------------------------------------------------------------------------------

    def tables(self) -> dict[str, TableReading]:
        placed: dict[str, TableReading] = {}
        for table in self.form.tables:
            if table.key == "requests":
                reading = self._requests(table)
            elif table.key == "proceedings":
                reading = self._proceedings(table)
            else:
                reading = self._proactive(table)
            if reading is not None:
                placed[table.key] = reading
        self._refuse_loose(placed)
        return {
            key: keep_proved(self.by_key[key], reading, strict=self.strict) if reading.refusals else reading
            for key, reading in placed.items()
        }

    def _span(self, table: str) -> Span | None:
        if table not in self.first:
            return None
        return self.rows[self.first[table]].span.cover(self.rows[self.last[table]].span)

    def _reading(
        self, table: FormTable, key: str, at: int, positions: tuple[int, ...], headers: tuple[str, ...] = ()
    ) -> RowReading:
        facts = self.facts[at]
        mending = self.mendings.get(at)
        pieces = tuple(self.rows[p] for p in mending.pieces) if mending else ()
        return RowReading(table.key, key, self.rows[at], facts, positions, facts.term, mending, pieces, headers)

    def _proactive(self, table: FormTable) -> TableReading | None:
        placed: list[RowReading] = []
        refusals: list[Refusal] = []
        #: position of a header -> what it prints over each column
        seen: dict[int, tuple[str, ...] | None] = {}
        for row in table.rows:
            for at in self.found.get((table.key, row.key), ()):
                facts = self.facts[at]
                header_at = self.header.get(at)
                if header_at is not None and header_at not in seen:
                    seen[header_at] = self._column_texts(table, header_at)
                if header_at is None or (texts := seen[header_at]) is None:
                    if facts.filled:
                        refusals.append(Refusal("columns-not-named", table.key, row.key, self.rows[at], facts))
                    continue
                header = self.facts[header_at]
                positions = align_to_header(table, header, facts, drops=False)
                if positions is None and self._surroundings().drops:
                    positions = align_to_header(table, header, facts, drops=True)
                if positions is not None and self.exact:
                    above = self.rows[header_at]
                    fits = is_under(table, self.rows[at], facts, positions, above, header)
                    positions = positions if fits and not self._shares(at) else None
                if positions is None:
                    refusals.append(Refusal("row-not-placed", table.key, row.key, self.rows[at], facts))
                    continue
                placed.append(self._reading(table, row.key, at, positions, texts))
                self.first[table.key] = min(header_at, self.first[table.key])
        if not placed and not refusals:
            return None
        rows, twice = settle_rows(placed)
        return TableReading(table.key, rows, (*refusals, *twice), "header", self._span(table.key))

    def _column_texts(self, table: FormTable, header_at: int) -> tuple[str, ...] | None:
        """What a header prints over each column; ``None`` if it does not name every column."""
        names = header_positions(table, self.facts[header_at])
        if names is None:
            return None
        texts = self.rows[header_at].texts
        return tuple([texts[names[c.key][0]] for c in table.columns])

    def _requests(self, table: FormTable) -> TableReading | None:
        items = [(row, at) for row in table.rows for at in self.found.get((table.key, row.key), ())]
        if not items:
            return None
        if not columns_in_order([self.facts[h] for h in self.request_headers], table):
            refusals = [
                Refusal("columns-out-of-order", table.key, row.key, self.rows[at], self.facts[at]) for row, at in items
            ]
            return TableReading(table.key, (), tuple(refusals), "", self._span(table.key))
        placed = []
        refusals = []
        names: Counter[str] = Counter()
        parts: dict[tuple[int, tuple[int, ...]], list[tuple[FormRow, int]]] = {}
        for item in items:
            parts.setdefault(self.part[item[1]], []).append(item)
        for part, members in parts.items():
            headers = [self.facts[h] for h in part[1]]
            name, positions = align_requests(
                table, [(row, self.facts[at]) for row, at in members], headers, self._surroundings
            )
            names[name] += len(members)
            grid = read_header(table, [self.rows[h] for h in part[1]], headers) if self.exact else Header()
            for (row, at), found in zip(members, positions, strict=True):
                fits = not self.exact or (
                    found is not None
                    and fits_grid(table, self.rows[at], self.facts[at], found, grid)
                    and not self._shares(at)
                )
                if found is not None and fits:
                    placed.append(self._reading(table, row.key, at, found))
                elif self.facts[at].filled:
                    refusals.append(Refusal("row-not-placed", table.key, row.key, self.rows[at], self.facts[at]))
        rows, twice = settle_rows(placed)
        alignment = names.most_common(1)[0][0]
        return TableReading(table.key, rows, (*refusals, *twice), alignment, self._span(table.key), self._repeats())

    def _shares(self, at: int) -> bool:
        """Whether a figure of a row has a cell that goes on in the row below."""
        below = self.rows[at + 1] if at + 1 < len(self.rows) else None
        same = below is not None and below.table == self.rows[at].table
        return reaches_down(self.facts[at], below if same else None)

    def _repeats(self) -> tuple[Span, ...]:
        """The headers of the requests table that stand behind its first row, a span for each."""
        first_row = min(self.part)
        runs: list[Span] = []
        last = -1
        for at in self.request_headers:
            if at < first_row:
                continue
            span = self.rows[at].span
            if at == last + 1 and runs:
                runs[-1] = runs[-1].cover(span)
            else:
                runs.append(span)
            last = at
        return tuple(runs)

    def _surroundings(self) -> Surroundings:
        if self.around is None:
            of_forms = (Role.DATA, Role.HEADER, Role.VALUES, Role.CAPTION)
            facts = [f for f in self.facts if f.role in of_forms]
            shape = header_shape(self.facts[h] for h in self.request_headers)
            # A run of cells is never short: what would follow the last cell of a row is the next row.
            drops = not self.strict and not self.runs and drops_blanks(facts)
            self.around = Surroundings(shape, drops, lead_of(facts), self.strict, self.ends)
        return self.around

    def _proceedings(self, table: FormTable) -> TableReading | None:
        if not self.case_rows:
            return None
        placed = []
        refusals = []
        headers = [self.facts[h] for h in self.case_headers]
        # All fifteen columns must be named somewhere above: five for reviews, ten for litigation.
        named = max((len(h.columns) for h in headers), default=0)
        grid = read_header(table, [self.rows[h] for h in self.case_headers], headers) if self.exact else Header()
        in_order = cases_in_order(table, [s.terms for h in headers for s in h.sights])
        for at in self.case_rows:
            facts = self.facts[at]
            row = self.rows[at]
            reason = None
            positions = align_cases(table, facts, headers, self._surroundings)
            if positions is not None and self.exact and not fits_grid(table, row, facts, positions, grid):
                positions = None
            if not named:
                reason = "columns-not-named"
            elif not in_order:
                reason = "columns-out-of-order"
            elif positions is None or (self.runs and positions != facts.filled and self._follows_pads(at)):
                reason = "row-not-placed"
            if reason or positions is None:
                refusals.append(Refusal(reason or "row-not-placed", table.key, "cases", row, facts))
                continue
            placed.append(self._reading(table, "cases", at, positions))
        rows, twice = settle_rows(placed)
        return TableReading(table.key, rows, (*refusals, *twice), "grid", self._span(table.key))

    def _follows_pads(self, at: int) -> bool:
        """Whether a blank cell stands in front of a row that was cut out of a run: it may be the row's first."""
        sights = self.facts[at - 1].sights if at else ()
        return bool(sights) and sights[-1].shape is Shape.BLANK

    def _refuse_loose(self, placed: dict[str, TableReading]) -> None:
        """Figures inside a recognised table that no label anchors are refused by name; others are strangers.

        A loose row with fewer figures than the table has columns, or beside a row with fewer, may be the rest of the
        row above it, or the beginning of the row below it, whose digits a narrow column wrapped or a page cut: that row
        is refused with it.
        """
        for at in self.loose:
            facts, row = self.facts[at], self.rows[at]
            home = next((key for key, first in self.first.items() if first < at <= self.last[key] + 1), None)
            if home is None or home not in placed:
                self.strangers.append((row, facts))
                continue
            reading = placed[home]
            refusals = [*reading.refusals, Refusal("unanchored-figures", home, None, row, facts)]
            rows = reading.rows
            width = len(self.by_key[home].columns)
            few = len(facts.filled) < width
            above = max((n for (t, _), found in self.found.items() for n in found if t == home and n < at), default=-1)
            wrapped = {above} if few else set()
            if facts.role is _VALUES:
                # Figures right above a label may be the upper pieces of its own, and right below it the lower ones.
                for near in (above, at + 1):
                    if abs(near - at) > 1 or near == len(self.rows) or self.facts[near].role is not _DATA:
                        continue
                    if few or len(self.facts[near].filled) < width:
                        wrapped.add(near)
            if wrapped:
                cut = [r for r in rows if any(n >= 0 and r.row is self.rows[n] for n in wrapped)]
                rows = tuple(r for r in rows if r not in cut)
                refusals += [Refusal("row-not-placed", home, r.key, r.row, r.facts) for r in cut]
            placed[home] = evolve(reading, rows=rows, refusals=tuple(refusals))
