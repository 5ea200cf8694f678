"""Choosing between readings.

The same characters can be read in several layouts. Every layout whose signs are in the text is tried, most telling
first, until one reads every table whole; then each statutory table is taken from the reading that places most of
its rows and meets most of its sums. Two readings that are equally good and disagree on a figure leave that figure
out, with a code. Sums choose between readings; they never change a figure.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

from attrs import evolve, frozen

from gxparse.diagnostics.codes import layout as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.bind import Bound, bind_tables, refuse_cut, table_values
from gxparse.forms.editions import EDITIONS
from gxparse.forms.proof import total_leads
from gxparse.forms.reading import Reading, Refusal, TableReading
from gxparse.forms.remarks import name_of
from gxparse.forms.second_set import without_second_set
from gxparse.forms.spec import Edition, Table
from gxparse.forms.stream import read_stream
from gxparse.forms.tables import read_tables
from gxparse.forms.torn import refuse_torn
from gxparse.forms.trace import Evidence
from gxparse.forms.unmarked_rows import filled_rows, sure_rows
from gxparse.grid import read_rows
from gxparse.grid.numbering import find_numbering
from gxparse.layout.ast import Document, Row
from gxparse.layout.read import candidate_layouts, read_layout
from gxparse.model.origin import Missing
from gxparse.model.shape import Figure
from gxparse.span import Span

#: what a text without any sign of a layout is read as
FALLBACK = "stream"


@frozen(eq=False)
class Attempt:
    """One layout that was tried, and what came of it."""

    layout: str
    document: Document
    reading: Reading
    #: table key -> (rows placed, rows refused)
    rows: dict[str, tuple[int, int]]
    #: numbers in front of rows, which were left out
    numbers: tuple[Span, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every row of every table was placed."""
        if self.reading.edition is None:
            return False
        form = EDITIONS[self.reading.edition]
        return all(self.rows.get(t.key) == (len(t.rows), 0) for t in form.tables)


@frozen(eq=False)
class Choice:
    """The tables of a text, each from the reading that suits it best."""

    form: Edition | None
    tables: dict[str, TableReading]
    #: paths that readings disagree on, by table
    disputed: dict[str, tuple[str, ...]]
    attempts: tuple[Attempt, ...]
    #: table key -> layout it was taken from
    taken: dict[str, str]
    #: where the text was cut off, if it was: its length, or more where its end shows that it is whole
    size: int
    #: what spoke for each reading of each table
    evidence: tuple[Evidence, ...] = ()

    @property
    def main(self) -> Attempt:
        """The attempt that most tables were taken from."""
        if not self.taken:
            return self.attempts[0]
        layouts = list(self.taken.values())
        best = max(dict.fromkeys(layouts), key=layouts.count)
        return next(a for a in self.attempts if a.layout == best)

    @property
    def used(self) -> tuple[Attempt, ...]:
        """The attempts that tables were taken from."""
        return tuple(a for a in self.attempts if a.layout in self.taken.values()) or (self.main,)


def _attempt(text: str, layout: str, edition: str | None, pages: Sequence[int] = ()) -> Attempt:
    document = read_layout(text, layout)
    numbering = find_numbering(read_rows(document))
    rows = numbering.rows
    if document.traits.get("rows") == "unmarked":
        reading = read_stream(text, rows, layout, edition=edition, pages=pages)
    else:
        reading = read_tables(rows, layout, edition=edition)
    counts = {
        key: (len(t.rows), sum(r.reason != "row-repeated" for r in t.refusals)) for key, t in reading.tables.items()
    }
    return Attempt(layout, document, reading, counts, numbering.spans)


def choose_tables(
    text: str, *, layout: str | None = None, edition: str | None = None, pages: Sequence[int] = ()
) -> Choice:
    """Read the statutory tables of a text, in the layouts that suit them.

    ``layout`` is used where the caller knows it; ``edition`` is the form to take where the tables' words do not tell;
    ``pages`` are offsets at which the text says that a page ends.
    """
    attempts: list[Attempt] = []
    # In the layout of the file readers nothing but the end of a row is a line end.
    size = len(text) + (layout == "sheet" and text.endswith("\n"))
    for name in (layout,) if layout else candidate_layouts(text):
        attempts.append(_attempt(text, name, edition, pages))
        if attempts[-1].whole:
            break
    if not attempts:
        attempts.append(_attempt(text, FALLBACK, edition, pages))
    form = _form(attempts)
    if form is None:
        return Choice(None, {}, {}, tuple(attempts), {}, size)
    attempts = [a if a.reading.edition == form.key else _attempt(text, a.layout, form.key, pages) for a in attempts]
    tables: dict[str, TableReading] = {}
    taken: dict[str, str] = {}
    disputed: dict[str, tuple[str, ...]] = {}
    evidence: list[Evidence] = []
    for table in form.tables:
        readings = [(a, t) for a in attempts if (t := a.reading.tables.get(table.key)) is not None]
        if any(_marks_cells(a) for a, _ in readings):
            marked = [t for a, t in readings if _marks_cells(a)]
            if any(t.foreign or t.cut for t in marked):
                # Who counts the figures of a row, or sees the header less well, would take one of the author's own column
                # for a blank one of the form, and the pieces of one for several.
                kept = [(a, t) for a, t in readings if _marks_cells(a)]
                least = next((n for n, (_, t) in enumerate(kept) if t.foreign), len(kept))
                readings = [(a, t) for n, (a, t) in enumerate(kept) if t.foreign or n < least]
            readings = [(a, t if _marks_cells(a) else filled_rows(text, table, t, marked)) for a, t in readings]
        if not readings:
            continue
        foreign = any(t.foreign for _, t in readings)
        readings = [(a, t if _marks_cells(a) else sure_rows(text, table, t, foreign=foreign)) for a, t in readings]
        found = readings
        swapped = [pair for pair in found if any(r.reason == "columns-out-of-order" for r in pair[1].refusals)]
        if swapped:
            # Who saw the columns in another order knows better than who counted them.
            found = swapped[:1]
        weights: dict[str, tuple[int, int]] = {}
        if len(found) > 1:
            given = {a.layout: table_values(form, t) for a, t in found}
            weights = {a.layout: _evidence(form, table, t, given[a.layout]) for a, t in found}
            found = sorted(found, key=lambda pair: weights[pair[0].layout], reverse=True)
            best = weights[found[0][0].layout]
            equals = [pair for pair in found if weights[pair[0].layout] == best]
            same = [(t, given[a.layout]) for a, t in equals]
            if len(equals) > 1 and (paths := _differences(form, table, same)):
                disputed[table.key] = paths
            elif len(equals) > 1:
                # Of readings that say the same, that which leaves nothing over saw the rows as they are.
                found = sorted(equals, key=lambda pair: bool(pair[1].refusals) or not _marks_cells(pair[0]))
        chosen = found[0][0]
        tables[table.key] = found[0][1]
        if total_leads(table, tables[table.key].rows):
            tables[table.key] = _out_of_order(tables[table.key])
        traits = chosen.document.traits
        if traits.get("rows") != "unmarked" and traits.get("cells") != "exact":
            tables[table.key] = refuse_torn(text, table, tables[table.key], words=traits.get("cells") == "words")
        taken[table.key] = chosen.layout
        for attempt, _reading in readings:
            rows, refused = attempt.rows[table.key]
            sums = weights[attempt.layout][1] if attempt.layout in weights else None
            evidence.append(
                Evidence(table.key, attempt.layout, rows, len(table.rows), refused, sums, attempt is chosen)
            )
    return Choice(
        form, without_second_set(form, _without_bound(tables)), disputed, tuple(attempts), taken, size, tuple(evidence)
    )


def _without_bound(tables: dict[str, TableReading]) -> dict[str, TableReading]:
    """The tables without refusals of figures that another table holds, which was read in a layout that sees more."""
    if not any(table.refusals for table in tables.values()):
        return tables
    held = {key: {at for row in table.rows for at in _starts(row.row, row.positions)} for key, table in tables.items()}
    out = {}
    for key, table in tables.items():
        others: set[int] = set().union(*(starts for other, starts in held.items() if other != key))
        left = tuple(
            r for r in table.refusals if not r.facts.filled or not others.issuperset(_starts(r.row, r.facts.filled))
        )
        out[key] = table if len(left) == len(table.refusals) else evolve(table, refusals=left)
    return out


def _starts(row: Row, cells: Iterable[int]) -> list[int]:
    """Where the first characters of some cells of a row stand."""
    raws, offsets, size = row.raws, row.offsets, len(row.raws)
    return [
        row.start + offsets[at] + len(raws[at]) - len(raws[at].lstrip()) for at in cells if 0 <= at < size and raws[at]
    ]


def _out_of_order(reading: TableReading) -> TableReading:
    """The reading of a table whose columns are not those of the form: all its rows refused."""
    refusals = [Refusal("columns-out-of-order", r.table, r.key, r.row, r.facts) for r in reading.rows if r.facts.filled]
    return evolve(reading, rows=(), refusals=(*reading.refusals, *refusals))


def _marks_cells(attempt: Attempt) -> bool:
    """Whether the layout has a sign between two cells, so that it knows of every blank one."""
    traits = attempt.document.traits
    return traits.get("rows") != "unmarked" and traits.get("cells") != "words"


def _form(attempts: Iterable[Attempt]) -> Edition | None:
    """The edition that the best attempt found."""
    known = [a for a in attempts if a.reading.edition is not None]
    if not known:
        return None
    best = max(known, key=lambda a: (sum(n - refused for n, refused in a.rows.values()), sum(a.reading.votes.values())))
    assert best.reading.edition is not None
    return EDITIONS[best.reading.edition]


#: what one reading of a table gives in the order of its paths, and why a path has nothing
_Given = tuple[list[Figure], dict[str, Missing]]


@functools.cache
def _equations(form: Edition, table: Table) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """The sums of the form that hold within one table: positions of the figures on either side, among its paths."""
    place = {path: n for n, path in enumerate(table.paths)}
    return tuple(
        (tuple(place[p] for p in e.left), tuple(place[p] for p in e.right))
        for e in form.equations
        if place.keys() >= {*e.left, *e.right}
    )


def _evidence(form: Edition, table: Table, reading: TableReading, given: _Given) -> tuple[int, int]:
    """How much speaks for a reading of one table: rows placed, and sums that hold.

    Rows refused do not speak against it: a reading that names a figure it cannot place is better than one that does
    not see it, and of two equal readings the first is taken, which knows more of the layout.
    """
    values, _ = given
    held = 0
    for left, right in _equations(form, table):
        parts = [v for n in left if (v := values[n]) is not None]
        whole = [v for n in right if (v := values[n]) is not None]
        if len(parts) == len(left) and len(whole) == len(right):
            held += sum(parts) == sum(whole)
    return len(reading.rows), held


def _differences(form: Edition, table: Table, readings: list[tuple[TableReading, _Given]]) -> tuple[str, ...]:
    """Paths that the first reading gives and another one contradicts.

    A row that another one lacks, or a cell that it cannot make out, is no contradiction.
    """
    (_, (first, _)), *others = readings
    if all(values == first for _, (values, _) in others):
        return ()
    rows = [{row.key for row in reading.rows} for reading, _ in others]
    return tuple(
        path
        for n, path in enumerate(table.paths)
        if any(
            first[n] != other[n] and form.fields[path][1].key in placed and missing.get(path) is not Missing.UNREADABLE
            for (_, (other, missing)), placed in zip(others, rows, strict=True)
        )
    )


def bind_choice(choice: Choice, form: Edition) -> tuple[Bound, list[Diagnostic]]:
    """The figures of the chosen tables; disputed ones are left out with a code."""
    bound, found = bind_tables(form, choice.tables)
    refuse_cut(bound, found, choice.size)
    for key, paths in choice.disputed.items():
        layouts = ", ".join(a.layout for a in choice.attempts if key in a.reading.tables)
        span = choice.tables[key].span
        found.append(codes.READINGS_DIFFER(span, key, table=name_of(form, key), count=len(paths), layouts=layouts))
        for path in paths:
            bound.values[form.shape.index[path]] = None
            bound.missing[path] = Missing.AMBIGUOUS
    return bound, found
