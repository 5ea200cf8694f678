"""A report on paper: the neutral grid that every printer walks.

A :class:`Paper` is what an official would see: lines of prose and sheets in reading order. A :class:`Sheet` is one
statutory table as a full grid in which a merged cell stands at every position it covers, so that a printer only
decides how to write a grid down, and damage (a page break, a wrapped header) can be done before anything is printed.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TypeAlias

from attrs import evolve, field, frozen

__all__ = ["Block", "Cell", "Paper", "Prose", "ProseKind", "Role", "Sheet"]


class Role(enum.StrEnum):
    """What a cell is there for."""

    #: 第二十条第（一）项
    CAPTION = "caption"
    #: column headings and the corner cell
    HEADER = "header"
    #: a merged cell to the left of several rows: （三）不予公开
    GROUP = "group"
    #: the label of one row
    LABEL = "label"
    #: a figure, blank or not
    FIGURE = "figure"


@frozen
class Cell:
    """One cell of a sheet, merged or not; a newline in its text is a line break inside the cell."""

    text: str
    role: Role
    #: position of its top left corner
    row: int
    column: int
    #: how many rows and columns it covers
    rows: int = 1
    columns: int = 1
    #: field path of a figure
    path: str | None = None


@frozen
class Sheet:
    """One table as a full grid: ``grid[row][column]`` is the cell that covers the position."""

    #: key of the section it stands in
    section: str
    grid: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.grid[0]) if self.grid else 0

    def row(self, row: int) -> Iterator[tuple[Cell, bool, bool]]:
        """The positions of a row as (cell, covered from the left, covered from above)."""
        for column, cell in enumerate(self.grid[row]):
            yield cell, column > cell.column, row > cell.row

    def starts(self, row: int) -> list[Cell]:
        """The cells whose top left corner stands in that row."""
        return [cell for cell, left, above in self.row(row) if not left and not above]

    def anchored(self, row: int) -> list[tuple[Cell, bool]]:
        """The cells of a row, horizontal spans once, as (cell, covered from above)."""
        return [(cell, above) for cell, left, above in self.row(row) if not left]

    def is_header(self, row: int) -> bool:
        """Whether the row holds nothing but headings and captions."""
        return all(cell.role in (Role.HEADER, Role.CAPTION) for cell in self.grid[row])

    def cells(self) -> Iterator[Cell]:
        """Every cell once, row by row."""
        for row in range(len(self.grid)):
            yield from self.starts(row)

    def rewrite(self, texts: dict[tuple[int, int], str]) -> Sheet:
        """The same sheet with other texts in some cells, named by the row and column of their corner."""
        if not texts:
            return self
        made: dict[tuple[int, int], Cell] = {}

        def swap(cell: Cell) -> Cell:
            at = (cell.row, cell.column)
            if at not in texts:
                return cell
            if at not in made:
                made[at] = evolve(cell, text=texts[at])
            return made[at]

        return evolve(self, grid=tuple(tuple(swap(cell) for cell in row) for row in self.grid))

    def part(self, start: int, stop: int) -> Sheet:
        """Rows *start* to *stop* as a sheet of their own.

        A cell that the cut goes through is cut in two; the piece with the upper edge keeps the text, the other one
        is empty, as paged tools leave it.
        """
        made: dict[tuple[int, int], Cell] = {}
        rows = []
        for number in range(start, stop):
            row = []
            for cell in self.grid[number]:
                at = (cell.row, cell.column)
                if at not in made:
                    top, bottom = max(cell.row, start), min(cell.row + cell.rows, stop)
                    text = cell.text if cell.row >= start else ""
                    made[at] = evolve(cell, text=text, row=top - start, rows=bottom - top)
                row.append(made[at])
            rows.append(tuple(row))
        return evolve(self, grid=tuple(rows))

    def without(self, row: int) -> Sheet:
        """The same sheet without one row; a merged cell that began there begins one row lower."""
        upper, lower = self.part(0, row), self.part(row + 1, len(self.grid))
        texts = {(0, c.column): c.text for c, _left, _above in self.row(row) if c.row + c.rows > row + 1}
        if row and lower.grid:
            lower = lower.rewrite(texts)
            return upper.above(lower).fused(row)
        return lower.rewrite(texts) if lower.grid else upper

    def fused(self, row: int) -> Sheet:
        """The same sheet with the cells merged again that a cut above *row* had parted."""
        made: dict[tuple[int, int], Cell] = {}
        for upper, lower in zip(self.grid[row - 1], self.grid[row], strict=True):
            same = upper.column == lower.column and upper.columns == lower.columns
            if same and upper.role is lower.role and lower.role is Role.GROUP and upper.text == lower.text:
                whole = evolve(upper, rows=upper.rows + lower.rows)
                made[upper.row, upper.column] = made[lower.row, lower.column] = whole
        return evolve(
            self, grid=tuple(tuple(made.get((cell.row, cell.column), cell) for cell in row) for row in self.grid)
        )

    def above(self, other: Sheet) -> Sheet:
        """This sheet with *other* below it in the same grid; both must be equally wide."""
        if self.width != other.width:
            raise ValueError(f"the sheets are {self.width} and {other.width} columns wide")
        offset = len(self.grid)
        made: dict[tuple[int, int], Cell] = {}
        rows = []
        for row in other.grid:
            moved = []
            for cell in row:
                at = (cell.row, cell.column)
                if at not in made:
                    made[at] = evolve(cell, row=cell.row + offset)
                moved.append(made[at])
            rows.append(tuple(moved))
        return evolve(self, grid=self.grid + tuple(rows))


class ProseKind(enum.StrEnum):
    """What a line of prose is there for."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    SIGNATURE = "signature"
    #: a page number, a running header, a menu: no part of the report
    NOISE = "noise"
    #: a page ends here; printers of paged formats print a form feed or an empty line
    PAGE = "page"


@frozen
class Prose:
    """One line or paragraph outside the tables."""

    text: str
    kind: ProseKind = ProseKind.TEXT


Block: TypeAlias = Prose | Sheet


@frozen
class Paper:
    """A whole report before it is written down."""

    blocks: tuple[Block, ...]
    #: key of the edition of the form
    edition: str = field(kw_only=True)

    def sheets(self) -> list[Sheet]:
        """The tables, in reading order."""
        return [block for block in self.blocks if isinstance(block, Sheet)]

    def replace(self, index: int, *blocks: Block) -> Paper:
        """The same paper with one block replaced by others."""
        return evolve(self, blocks=(*self.blocks[:index], *blocks, *self.blocks[index + 1 :]))
