"""The syntax tree of a report's text: prose, tables, rows, cells.

Every character of the text belongs to exactly one prose node or row, gaps of empty lines excepted; cells point at
their content without delimiters.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from gxparse.span import Span


@frozen
class Cell:
    """One cell: the characters between its delimiters, as they stand in the text."""

    span: Span
    raw: str


# Without slots, since setting the fields of a frozen class takes half the time then.
@frozen(slots=False)
class Row:
    """One row of a table, as the layout delimits it."""

    #: where the row begins in the text
    start: int
    #: length of the row, delimiters included
    length: int
    #: contents of the cells
    raws: tuple[str, ...]
    #: where each content begins, counted from ``start``
    offsets: tuple[int, ...] = field(repr=False)
    #: number of the printed table it stands in
    table: int = field(default=0, repr=False)
    #: what the cells say, where a cell is broken over several lines and ``raws`` holds its first piece only
    whole: tuple[str, ...] | None = field(default=None, repr=False)

    @property
    def texts(self) -> tuple[str, ...]:
        """What each cell says."""
        return self.raws if self.whole is None else self.whole

    @property
    def span(self) -> Span:
        """From the first to the last character of the row, delimiters included."""
        return Span(self.start, self.start + self.length)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, in order."""
        return tuple(
            Cell(Span(self.start + at, self.start + at + len(raw)), raw)
            for raw, at in zip(self.raws, self.offsets, strict=True)
        )

    def with_cells(self, raws: tuple[str, ...], offsets: tuple[int, ...]) -> Row:
        """The same row with other cells."""
        return Row(self.start, self.length, raws, offsets, self.table, self.whole)

    def cell_span(self, index: int) -> Span:
        """The span of one cell's content."""
        start = self.start + self.offsets[index]
        return Span(start, start + len(self.raws[index]))


@frozen
class Table:
    """Rows that stand together."""

    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From the first to the last character of the table."""
        return Span(self.rows[0].start, self.rows[-1].start + self.rows[-1].length)


@frozen
class Prose:
    """Lines of text between tables."""

    start: int
    text: str = field(repr=False)

    @property
    def span(self) -> Span:
        """From the first to the last character of the prose."""
        return Span(self.start, self.start + len(self.text))

    def lines(self) -> Iterator[tuple[int, int]]:
        """Start and stop of each line that is not empty, without its newline."""
        at = self.start
        for line in self.text.split("\n"):
            if line:
                yield at, at + len(line)
            at += len(line) + 1


@frozen
class Document:
    """A whole text read in one layout."""

    #: name of the layout
    dialect: str
    blocks: tuple[Prose | Table, ...] = field(repr=False)
    #: what the layout says of itself: ``blanks`` is ``"kept"`` or ``"lost"``
    traits: dict[str, str] = field(factory=dict, repr=False, eq=False)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, in order."""
        return tuple(b for b in self.blocks if isinstance(b, Table))

    @property
    def prose(self) -> tuple[Prose, ...]:
        """The stretches of prose, in order."""
        return tuple(b for b in self.blocks if isinstance(b, Prose))
