"""From printed rows to the statutory tables: what belongs where, in one reading of the text.

The stage takes rows in reading order, joins the parts of a table that a page break separated (by dropping repeated
headers), mends labels, finds the columns, and returns what it could anchor and what it had to refuse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from gxparse.forms.align import Surroundings, align_cases, align_requests, drops_blanks, header_shape, lead_of
from gxparse.forms.columns import align_to_header, columns_in_order, header_positions
from gxparse.forms.editions import EDITIONS
from gxparse.forms.labels import join_words
from gxparse.forms.mend import Mending, mend_rows
from gxparse.forms.proof import keep_proved
from gxparse.forms.reading import Reading, Refusal, RowReading, TableReading
from gxparse.forms.rows import Role, RowFacts, read_row
from gxparse.forms.segment import LONG, split_runs
from gxparse.forms.settle import settle_rows
from gxparse.forms.spec import Edition
from gxparse.forms.spec import Table as FormTable
from gxparse.forms.untangle import untangle
from gxparse.layout.ast import Row
from gxparse.layout.grammar import layout_traits
from gxparse.span import Span

#: an item is a printed row and what it says
Item = tuple[Row, RowFacts]


def read_tables(rows: Sequence[Row], layout: str, *, edition: str | None = None) -> Reading:
    """Read all rows of a text as the statutory tables of one edition.

    ``edition`` decides where the words of the tables do not. Pure: no figure is converted here.
    """
    cells = layout_traits(layout).get("cells")
    words = cells == "words"
    if words:
        rows = [join_words(row) for row in rows]
    if cells == "run":
        rows = split_runs(rows)
    elif any(len(row.raws) > LONG for row in rows):
        rows = [part for row in rows for part in (split_runs([row]) if len(row.raws) > LONG else [row])]
    rows, facts = untangle(rows, [read_row(row.texts) for row in rows])
    facts, mendings = mend_rows(facts)
    votes: Counter[str] = Counter()
    annex = 0
    for fact in facts:
        for key, count in fact.votes:
            votes[key] += count
        if fact.role is Role.ANNEX:
            annex += 1
    chosen = _edition(votes) or edition
    if chosen is None:
        return Reading(layout, None, {}, dict(votes), annex)
    form = EDITIONS[chosen]
    walker = _Walker(form, rows, facts, mendings, strict=words)
    walker.walk()
    return Reading(layout, chosen, walker.tables(), dict(votes), annex, tuple(walker.strangers))


def _edition(votes: Counter[str]) -> str | None:
    """The edition whose own words are in the majority; other tables may still settle an even vote."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


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
    ) -> None:
        self.form = form
        self.strict = strict
        self.rows = rows
        self.facts = facts
        self.mendings = mendings
        self.by_key = {t.key: t for t in form.tables}
        self.by_row = {(t.key, r.key): r for t in form.tables for r in t.rows}
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
        self.extent: dict[str, tuple[int, int]] = {}
        self.around: Surroundings | None = None

    # --- gathering ------------------------------------------------------------------------------------------------

    def walk(self) -> None:
        header: int | None = None
        part: list[int] = []
        number = 0
        in_headers = False
        section = ""
        for at, facts in enumerate(self.facts):
            role = facts.role
            if at and self.rows[at].table != self.rows[at - 1].table:
                # Something stands between: what follows may be laid out in other columns.
                number += 1
                part = []
            if role is Role.EMPTY:
                continue
            if role is Role.DATA:
                assert facts.term is not None
                table = facts.term.table
                identity = (table, facts.term.key)
                in_headers = False
                if identity not in self.by_row:
                    self.loose.append(at)
                    continue
                section = table
                self.found.setdefault(identity, []).append(at)
                if table == "requests":
                    self.part[at] = number, tuple(part)
                elif header is not None:
                    self.header[at] = header
                self._extend(table, at)
            elif role is Role.HEADER:
                if not in_headers:
                    part = []
                    number += 1
                in_headers = True
                header = at
                part.append(at)
                section = facts.section or section
                if section == "proceedings":
                    self.case_headers.append(at)
                    self._extend(section, at)
                elif section == "requests":
                    self.request_headers.append(at)
                    self._extend(section, at)
            elif role is Role.CAPTION:
                header = None
                in_headers = False
            elif role is Role.VALUES and section == "proceedings":
                in_headers = False
                self.case_rows.append(at)
                self._extend(section, at)
            elif role is Role.UNKNOWN or role is Role.VALUES:
                in_headers = False
                self.loose.append(at)
            elif role is Role.PIECE:
                self.strangers.append((self.rows[at], facts))

    def _extend(self, table: str, at: int) -> None:
        known = self.extent.get(table)
        if known is None:
            self.extent[table] = at, at
        elif at > known[1]:
            self.extent[table] = known[0], at
        elif at < known[0]:
            self.extent[table] = at, known[1]

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
        if table not in self.extent:
            return None
        first, last = self.extent[table]
        return self.rows[first].span.cover(self.rows[last].span)

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
        for row in table.rows:
            for at in self.found.get((table.key, row.key), ()):
                facts = self.facts[at]
                header_at = self.header.get(at)
                header = self.facts[header_at] if header_at is not None else None
                if header is None or header_positions(table, header) is None:
                    if facts.filled:
                        refusals.append(Refusal("columns-not-named", table.key, row.key, self.rows[at], facts))
                    continue
                positions = align_to_header(table, header, facts, drops=self._surroundings().drops)
                if positions is None:
                    refusals.append(Refusal("row-not-placed", table.key, row.key, self.rows[at], facts))
                    continue
                assert header_at is not None
                names = header_positions(table, header)
                assert names is not None
                texts = tuple(self.rows[header_at].texts[names[c.key][0]] for c in table.columns)
                placed.append(self._reading(table, row.key, at, positions, texts))
                self._extend(table.key, header_at)
        if not placed and not refusals:
            return None
        rows, twice = settle_rows(placed)
        return TableReading(table.key, rows, (*refusals, *twice), "header", self._span(table.key))

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
        for part in dict.fromkeys(self.part[at] for _, at in items):
            members = [(row, at) for row, at in items if self.part[at] == part]
            name, positions = align_requests(
                table,
                [(row, self.facts[at]) for row, at in members],
                [self.facts[h] for h in part[1]],
                self._surroundings,
            )
            names[name] += len(members)
            for (row, at), found in zip(members, positions, strict=True):
                if found is not None:
                    placed.append(self._reading(table, row.key, at, found))
                elif self.facts[at].filled:
                    refusals.append(Refusal("row-not-placed", table.key, row.key, self.rows[at], self.facts[at]))
        rows, twice = settle_rows(placed)
        alignment = names.most_common(1)[0][0]
        return TableReading(table.key, rows, (*refusals, *twice), alignment, self._span(table.key), self._repeats())

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
            self.around = Surroundings(shape, not self.strict and drops_blanks(facts), lead_of(facts), self.strict)
        return self.around

    def _proceedings(self, table: FormTable) -> TableReading | None:
        if not self.case_rows:
            return None
        placed = []
        refusals = []
        headers = [self.facts[h] for h in self.case_headers]
        # All fifteen columns must be named somewhere above: five for reviews, ten for litigation.
        named = max((len(h.columns) for h in headers), default=0)
        for at in self.case_rows:
            facts = self.facts[at]
            row = self.rows[at]
            reason = None
            positions = align_cases(table, facts, headers, self._surroundings())
            if not named:
                reason = "columns-not-named"
            elif positions is None:
                reason = "row-not-placed"
            if reason or positions is None:
                refusals.append(Refusal(reason or "row-not-placed", table.key, "cases", row, facts))
                continue
            placed.append(self._reading(table, "cases", at, positions))
        rows, twice = settle_rows(placed)
        return TableReading(table.key, rows, (*refusals, *twice), "grid", self._span(table.key))

    def _refuse_loose(self, placed: dict[str, TableReading]) -> None:
        """Figures inside a recognised table that no label anchors are refused by name; others are strangers.

        A loose row with fewer figures than the table has columns may be the rest of the row above it, whose digits a
        narrow column wrapped or a page cut: that row is refused with it.
        """
        for at in self.loose:
            facts, row = self.facts[at], self.rows[at]
            home = next((key for key, (first, last) in self.extent.items() if first < at <= last + 1), None)
            if home is None or home not in placed:
                self.strangers.append((row, facts))
                continue
            reading = placed[home]
            refusals = [*reading.refusals, Refusal("unanchored-figures", home, None, row, facts)]
            rows = reading.rows
            if len(facts.filled) < len(self.by_key[home].columns):
                above = max(
                    (n for (t, _), found in self.found.items() for n in found if t == home and n < at), default=-1
                )
                cut = [r for r in rows if above >= 0 and r.row is self.rows[above]]
                rows = tuple(r for r in rows if r not in cut)
                refusals += [Refusal("row-not-placed", home, r.key, r.row, r.facts) for r in cut]
            placed[home] = evolve(reading, rows=rows, refusals=tuple(refusals))
