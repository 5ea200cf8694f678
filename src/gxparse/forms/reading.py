"""One way to read the statutory tables of a text: which printed row is which row of the form, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from attrs import define, evolve, field, frozen

from gxparse.forms.lexicon import Sighting, Term
from gxparse.forms.mend import Mending
from gxparse.forms.rows import RowFacts
from gxparse.layout.ast import Row
from gxparse.span import Span


def _last_text(row: Row) -> int:
    """Position of the last cell of a row that is not blank."""
    return max((at for at, raw in enumerate(row.raws) if raw.strip()), default=0)


# Not frozen, since a report has some 30 of these and setting the fields of a frozen class takes twice the time.
@define(eq=False)
class RowReading:
    """A printed row that was recognised as a row of the form, with one cell for each column.

    ``positions[i]`` is the position in the printed row of the cell for column *i* of the table, or -1 where the row
    ends before it (a blank cell that the layout did not write out).
    """

    table: str
    key: str
    row: Row
    facts: RowFacts
    positions: tuple[int, ...]
    term: Term | None = None
    mending: Mending | None = None
    #: rows whose label pieces were joined to this one
    pieces: tuple[Row, ...] = ()
    #: texts of the header cells over the figures, for units; ``""`` where there is none
    headers: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether every column has a filled cell."""
        return self.facts.filled == self.positions

    def label_cells(self) -> tuple[tuple[Row, int], ...]:
        """The printed rows that hold pieces of the label, each with the position of the piece."""
        if not self.pieces:
            return ((self.row, self.facts.label_at),)
        return tuple((row, self.facts.label_at if row is self.row else _last_text(row)) for row in self.pieces)

    def label_span(self) -> Span | None:
        """Where the label stands; of a label in pieces, the first."""
        if self.pieces and self.pieces[0] is not self.row:
            return self.pieces[0].cell_span(_last_text(self.pieces[0]))
        return self.row.cell_span(self.facts.label_at) if self.facts.label_at >= 0 else None

    def sight(self, column: int) -> Sighting | None:
        """What the cell of a column was seen to be; ``None`` if the row has no such cell."""
        at = self.positions[column]
        return self.facts.sights[at] if 0 <= at < len(self.facts.sights) else None

    def cell_span(self, column: int) -> Span:
        """Where the cell of a column stands; an empty span at the row's end if it was not written out."""
        at = self.positions[column]
        if 0 <= at < len(self.row.raws):
            return self.row.cell_span(at)
        stop = self.row.start + self.row.length
        return Span(stop, stop)


@frozen(eq=False)
class Refusal:
    """Printed rows that belong to the form but could not be placed; their figures are not bound.

    ``reason`` is a slug of the catalogue.
    """

    reason: str
    table: str
    #: key of the row, if its label was recognised
    key: str | None
    row: Row
    facts: RowFacts
    #: more for the message
    params: dict[str, str | int] = field(factory=dict)


@frozen(eq=False)
class TableReading:
    """One statutory table as one reading sees it."""

    table: str
    rows: tuple[RowReading, ...]
    refusals: tuple[Refusal, ...] = ()
    #: how columns were found, see :meth:`gxparse.forms.trace.Trace.describe`
    alignment: str = ""
    #: from the first row (header included) to the last
    span: Span | None = None
    #: headers that stand once more where a page begins; they were dropped and the parts joined
    repeats: tuple[Span, ...] = ()
    #: whether a header names a column that the form does not have, such as 上年
    foreign: bool = False
    #: whether cells go through words, so that digits may be cut off as well
    cut: bool = False

    def refusing(self, rows: Collection[RowReading], reason: str = "row-not-placed") -> TableReading:
        """The reading with some of its rows refused."""
        if not rows:
            return self
        refused = frozenset(rows)
        left = tuple(row for row in self.rows if row not in refused)
        refusals = [Refusal(reason, r.table, r.key, r.row, r.facts) for r in rows]
        return evolve(self, rows=left, refusals=(*self.refusals, *refusals))


@frozen(eq=False)
class Reading:
    """All statutory tables as one layout's reading sees them."""

    layout: str
    #: key of the edition, if the tables' own words tell it
    edition: str | None
    tables: dict[str, TableReading]
    #: votes for each edition
    votes: dict[str, int]
    #: rows of an older statistics table
    annex_rows: int = 0
    #: table rows that belong to no statutory table
    strangers: tuple[tuple[Row, RowFacts], ...] = ()


def voted_edition(votes: Counter[str]) -> str | None:
    """The edition whose own words are in the majority; other tables may still settle an even vote."""
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
