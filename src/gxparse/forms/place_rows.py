"""Placing rows: which cell of a printed row is which column of its table, by the header above it and the rows beside it.

A row that cannot be placed is refused by name; its figures are not bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from gxparse.forms.align import (
    REVIEW,
    Surroundings,
    align_cases,
    align_requests,
    drops_blanks,
    header_shape,
    lead_of,
    plausible,
)
from gxparse.forms.case_order import cases_in_order, halves_in_order, stacked_in_order
from gxparse.forms.columns import align_to_header, has_own_column, header_positions
from gxparse.forms.figures import Shape
from gxparse.forms.gather_rows import GatheredRows, Part
from gxparse.forms.header_order import columns_in_order, names_another
from gxparse.forms.mend import Mending
from gxparse.forms.own_cells import Header, fits_grid, is_under, reaches_down, read_header
from gxparse.forms.reading import Refusal, RowReading, TableReading
from gxparse.forms.rows import Role, RowFacts, is_torn
from gxparse.forms.settle import settle_rows
from gxparse.forms.spec import Edition, Row, Table
from gxparse.text import skeleton

__all__ = ["place_rows"]

#: header cells of section four that cover others, longer ones first
_FRAMES = ("未经复议直接起诉", "复议后起诉", "行政复议", "行政诉讼")


def place_rows(
    form: Edition, gathered: GatheredRows, mendings: Mapping[int, Mending], traits: Mapping[str, str]
) -> dict[str, TableReading]:
    """Each table of an edition that is in the text, with the rows that could be placed and those that could not.

    *traits* are those of the layout (:func:`gxparse.layout.grammar.layout_traits`).
    """
    placer = _Placer(gathered, mendings, traits)
    placed = ((table.key, placer.place(table)) for table in form.tables)
    return {key: reading for key, reading in placed if reading is not None}


#: spaces that tools keep as the content of a cell
_WIDE = "\u3000\xa0"
#: rows above the figures of section four that may be pieces of its header
_HEADER_ROWS = 8
#: lines that a torn header of section four is at most
_TORN_ROWS = 24


def _joins_blank(raws: Sequence[str]) -> bool:
    """Whether a wide space, which is a blank cell elsewhere in the row, stands in front of some of its figures and not of others."""
    filled = [raw for raw in raws if raw.strip()]
    led = sum(raw[0] in _WIDE for raw in filled)
    return 0 < led < len(filled) and any(raw and not raw.strip() for raw in raws)


class _Placer:
    """Places the rows of one text."""

    def __init__(self, gathered: GatheredRows, mendings: Mapping[int, Mending], traits: Mapping[str, str]) -> None:
        self.gathered = gathered
        self.rows = gathered.rows
        self.facts = gathered.facts
        self.mendings = mendings
        cells = traits.get("cells")
        #: whether rows are words, so that blank cells are easily mistaken
        self.words = cells == "words"
        #: whether the rows were cut out of runs of cells
        self.runs = cells == "run"
        #: whether every position of a row says which cell it belongs to
        self.exact = cells == "exact"
        #: whether a sign ends each row
        self.ends = "ends" in traits
        self.around: Surroundings | None = None

    def place(self, table: Table) -> TableReading | None:
        """What can be placed of a table; ``None`` if the text has none of its rows."""
        if table.key == "requests":
            return self._requests(table)
        if table.key == "proceedings":
            return self._proceedings(table)
        return self._proactive(table)

    def _reading(
        self, table: Table, key: str, at: int, positions: tuple[int, ...], headers: tuple[str, ...] = ()
    ) -> RowReading:
        facts = self.facts[at]
        mending = self.mendings.get(at)
        pieces = tuple(self.rows[p] for p in mending.pieces) if mending else ()
        return RowReading(table.key, key, self.rows[at], facts, positions, facts.term, mending, pieces, headers)

    def _refusal(self, reason: str, table: Table, key: str, at: int) -> Refusal:
        return Refusal(reason, table.key, key, self.rows[at], self.facts[at])

    def _proactive(self, table: Table) -> TableReading | None:
        placed: list[RowReading] = []
        refusals: list[Refusal] = []
        #: position of a header -> what it prints over each column
        seen: dict[int, tuple[str, ...] | None] = {}
        members = [(row, at) for row in table.rows for at in self.gathered.found.get((table.key, row.key), ())]
        width = len(table.columns)
        crowded = {self.gathered.header.get(at) for _, at in members if len(self.facts[at].filled) > width}
        for row, at in members:
            facts = self.facts[at]
            header_at = self.gathered.header.get(at)
            if header_at is not None and header_at not in seen:
                seen[header_at] = self._column_texts(table, header_at)
            if header_at is None or (texts := seen[header_at]) is None:
                if facts.filled:
                    refusals.append(self._refusal("columns-not-named", table, row.key, at))
                continue
            header = self.facts[header_at]
            more = header_at in crowded
            positions = align_to_header(table, header, facts, drops=False, crowded=more)
            if positions is None and self._surroundings().drops:
                positions = align_to_header(table, header, facts, drops=True, crowded=more)
            if positions is not None and self._goes_on(facts, positions):
                positions = None
            if positions is not None and self.exact:
                above = self.rows[header_at]
                fits = is_under(table, self.rows[at], facts, positions, above, header)
                positions = positions if fits and not self._shares(at) else None
            if positions is None:
                refusals.append(self._refusal("row-not-placed", table, row.key, at))
                continue
            placed.append(self._reading(table, row.key, at, positions, texts))
            self.gathered.first[table.key] = min(header_at, self.gathered.first[table.key])
        if not placed and not refusals:
            return None
        rows, twice = settle_rows(placed)
        refused = (*refusals, *twice)
        foreign = any(has_own_column(table, self.facts[at]) for at in seen)
        return TableReading(table.key, rows, refused, "header", self.gathered.span(table.key), foreign=foreign)

    def _column_texts(self, table: Table, header_at: int) -> tuple[str, ...] | None:
        """What a header prints over each column; ``None`` if it does not name every column."""
        names = header_positions(table, self.facts[header_at])
        if names is None:
            return None
        texts = self.rows[header_at].texts
        return tuple([texts[names[c.key][0]] for c in table.columns])

    def _requests(self, table: Table) -> TableReading | None:
        items = [(row, at) for row in table.rows for at in self.gathered.found.get((table.key, row.key), ())]
        if not items:
            return None
        if not columns_in_order(self.facts[h] for h in self.gathered.request_headers):
            refusals = [self._refusal("columns-out-of-order", table, row.key, at) for row, at in items]
            return TableReading(table.key, (), tuple(refusals), "", self.gathered.span(table.key))
        placed = []
        refusals = []
        names: Counter[str] = Counter()
        parts: dict[Part, list[tuple[Row, int]]] = {}
        for item in items:
            parts.setdefault(self.gathered.part[item[1]], []).append(item)
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
                if found is not None and self._goes_on(self.facts[at], found):
                    fits = fits and plausible(table, self.facts[at], found)
                if found is not None and fits:
                    placed.append(self._reading(table, row.key, at, found))
                elif self.facts[at].filled:
                    refusals.append(self._refusal("row-not-placed", table, row.key, at))
        rows, twice = settle_rows(placed)
        alignment = names.most_common(1)[0][0]
        refused = (*refusals, *twice)
        foreign = any(names_another([self.facts[h] for h in part[1]], table.key) for part in parts)
        span, repeats = self.gathered.span(table.key), self.gathered.repeats()
        return TableReading(table.key, rows, refused, alignment, span, repeats, foreign)

    def _goes_on(self, facts: RowFacts, positions: tuple[int, ...]) -> bool:
        """Whether blank cells stand between as many figures as there are columns, in a row that was cut out of a run.

        The last of them may stand behind the row, as the number of a page, and a blank cell be one of the row's.
        """
        return self.runs and positions == facts.filled and positions[-1] - positions[0] >= len(positions)

    def _shares(self, at: int) -> bool:
        """Whether a figure of a row has a cell that goes on in the row below."""
        below = self.rows[at + 1] if at + 1 < len(self.rows) else None
        same = below is not None and below.table == self.rows[at].table
        return reaches_down(self.facts[at], below if same else None)

    def _proceedings(self, table: Table) -> TableReading | None:
        if not self.gathered.case_rows:
            return None
        placed = []
        refusals = []
        # Pages repeat their headers, and alike rows share their facts.
        headers = [*dict.fromkeys(self.facts[h] for h in self.gathered.case_headers)]
        foreign = names_another(headers, table.key)
        # All fifteen columns must be named somewhere above: five for reviews, ten for litigation.
        named = max((len(h.columns) for h in headers), default=0)
        grid = (
            read_header(table, [self.rows[h] for h in self.gathered.case_headers], headers) if self.exact else Header()
        )
        in_order = cases_in_order(table, [s.terms for h in headers for s in h.sights])
        torn = any(is_torn(h) for h in headers)
        first = self.gathered.case_rows[0]
        above = self.facts[max(first - _HEADER_ROWS, 0) : first]
        in_order = in_order and halves_in_order([s.key for s in facts.sights] for facts in above)
        for at in self.gathered.case_rows:
            facts = self.facts[at]
            row = self.rows[at]
            reason = None
            positions = None if foreign else align_cases(table, facts, headers, self._surroundings)
            if positions is not None and self.exact and not fits_grid(table, row, facts, positions, grid):
                positions = None
            stacked = [[s.key for s in f.sights] for f in above if len(f.sights) == len(facts.sights)]
            if not named or (torn and not self._spells_columns(table, at)):
                reason = "columns-not-named"
            elif not in_order or (positions is not None and not stacked_in_order(table, stacked, positions)):
                reason = "columns-out-of-order"
            elif (
                positions is None
                or (self.words and _joins_blank(row.raws))
                or (self.runs and positions != facts.filled and self._follows_pads(at))
            ):
                reason = "row-not-placed"
            if reason or positions is None:
                refusals.append(self._refusal(reason or "row-not-placed", table, "cases", at))
                continue
            placed.append(self._reading(table, "cases", at, positions))
        rows, twice = settle_rows(placed)
        refused = (*refusals, *twice)
        return TableReading(table.key, rows, refused, "grid", self.gathered.span(table.key), foreign=foreign)

    def _spells_columns(self, table: Table, at: int) -> bool:
        """Whether the lines of a torn header, one behind another, are the labels of all columns in their order.

        Labels of 行政复议 may stand twice, since they reach down beside those of the litigation columns.
        """
        first = max(min(self.gathered.case_headers, default=at), at - _TORN_ROWS)
        cells = [text for row in self.rows[first:at] for text in row.texts]
        header = skeleton("".join(cells))
        for frame in _FRAMES:
            header = header.replace(frame, "")
        labels = [column.label for column in table.columns]
        return header in ("".join(labels), "".join([*labels[:REVIEW], *labels]))

    def _follows_pads(self, at: int) -> bool:
        """Whether a blank cell stands in front of a row that was cut out of a run: it may be the row's first."""
        sights = self.facts[at - 1].sights if at else ()
        return bool(sights) and sights[-1].shape is Shape.BLANK

    def _surroundings(self) -> Surroundings:
        if self.around is None:
            of_forms = (Role.DATA, Role.HEADER, Role.VALUES, Role.CAPTION)
            facts = [f for f in self.facts if f.role in of_forms]
            shape = header_shape(self.facts[h] for h in self.gathered.request_headers)
            # A run of cells is never short: what would follow the last cell of a row is the next row.
            drops = not self.words and not self.runs and drops_blanks(facts)
            self.around = Surroundings(shape, drops, lead_of(facts), self.words, self.ends)
        return self.around
