"""What an edition of the statutory form says: tables, rows, columns, units and arithmetic, as plain data."""

from __future__ import annotations

import enum
from decimal import Decimal

from attrs import field, frozen

from gxparse.model.shape import Shape, register_shape


class Kind(enum.StrEnum):
    """What a column counts."""

    #: a non-negative whole number
    COUNT = "count"
    #: a whole number with a sign (本年增/减)
    CHANGE = "change"
    #: an amount of money
    MONEY = "money"


@frozen
class Column:
    """One column of a statutory table."""

    key: str
    #: the statutory label
    label: str
    kind: Kind = Kind.COUNT
    #: labels of the header cells above, from the top
    header_path: tuple[str, ...] = ()
    #: other spellings that were seen in reports
    variants: tuple[str, ...] = ()
    #: unit of the form (件, 项, 个, 万元); ``None`` where the form prints and implies none
    unit: str | None = "件"
    #: keys of the columns whose sum this column is
    total_of: tuple[str, ...] = ()


@frozen
class Row:
    """One row of a statutory table."""

    key: str
    #: the statutory label, number included
    label: str
    #: labels of the vertically merged cells to the left, from the outside
    group_path: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    #: keys of the rows whose sum this row is
    total_of: tuple[str, ...] = ()
    #: articles of the 政府信息公开条例 behind the row
    law: tuple[str, ...] = ()
    en: str = ""


@frozen(eq=False)
class Table:
    """One statutory table: rows by columns."""

    #: prefix of the field paths, such as ``"proactive.documents"``
    key: str
    #: key of the section it stands in
    section: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    #: caption row inside the table, such as 第二十条第（一）项
    caption: str | None = None
    en: str = ""
    #: number of label columns of the printed table
    label_columns: int = 1
    #: field paths, row by row
    paths: tuple[str, ...] = field(init=False)
    #: whether every column is a plain count
    counts_only: bool = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "counts_only", all(c.kind is Kind.COUNT for c in self.columns))
        # The one row of section four has no label and no part in the paths.
        prefixes = [f"{self.key}.{row.key}" if row.label else self.key for row in self.rows]
        paths = tuple(f"{prefix}.{column.key}" for prefix in prefixes for column in self.columns)
        object.__setattr__(self, "paths", paths)


@frozen
class Equation:
    """A sum that the form demands: the paths on the left add up to as much as those on the right.

    ``name`` is the kind of equation: ``"request_balance"``, ``"row_total"``, ``"results_total"``,
    ``"proceedings_total"``.
    """

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    #: field path prefix or column that the equation is about, for messages
    subject: str


@frozen
class SectionSpec:
    """One of the six sections of the form."""

    key: str
    #: 一 to 六
    ordinal: str
    title: str
    variants: tuple[str, ...] = ()


@frozen(eq=False)
class Edition:
    """One edition of the form, with everything that reading and checking needs to know of it."""

    key: str
    #: title of the instrument that sets the form
    title: str
    instrument: str
    #: first and last year reported on with this form; ``None`` is open
    first_year: int
    last_year: int | None
    tables: tuple[Table, ...]
    sections: tuple[SectionSpec, ...]
    shape: Shape = field(repr=False, eq=False)
    equations: tuple[Equation, ...] = ()
    #: the tables by their keys
    by_key: dict[str, Table] = field(init=False, repr=False)
    #: every field path, in form order
    paths: tuple[str, ...] = field(init=False, repr=False)
    #: for each path, the number of its row counted over all tables, and the number of its column in the row
    cells: tuple[tuple[int, int], ...] = field(init=False, repr=False)
    #: the paths of each row, counted over all tables
    row_paths: tuple[tuple[str, ...], ...] = field(init=False, repr=False)
    #: row, column and table of a path
    fields: dict[str, tuple[Table, Row, Column]] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        fields: dict[str, tuple[Table, Row, Column]] = {}
        for table in self.tables:
            pairs = [(row, column) for row in table.rows for column in table.columns]
            for path, (row, column) in zip(table.paths, pairs, strict=True):
                fields[path] = (table, row, column)
        paths = tuple(fields)
        if paths != self.shape.paths:
            raise ValueError(f"the tables of {self.key} and its model classes do not name the same fields")
        for leaf in self.shape.leaves:
            if (fields[leaf.path][2].kind is Kind.MONEY) is not (leaf.type is Decimal):
                raise ValueError(f"{leaf.path}: the model and the form disagree on the kind of figure")
        object.__setattr__(self, "by_key", {table.key: table for table in self.tables})
        object.__setattr__(self, "paths", paths)
        object.__setattr__(self, "fields", fields)
        shapes = [len(table.columns) for table in self.tables for _ in table.rows]
        cells = tuple((number, place) for number, width in enumerate(shapes) for place in range(width))
        object.__setattr__(self, "cells", cells)
        widths = ((table, len(table.columns)) for table in self.tables)
        rows = tuple(t.paths[at : at + width] for t, width in widths for at in range(0, len(t.paths), width))
        object.__setattr__(self, "row_paths", rows)
        register_shape(self.key, self.shape)

    def covers(self, year: int) -> bool:
        """Whether the form is the one prescribed for reports on that year."""
        return self.first_year <= year and (self.last_year is None or year <= self.last_year)

    def describe(self, path: str) -> str:
        """A field in the words of the form, for messages: groups, row and column, joined by ``›``."""
        _table, row, column = self.fields[path]
        parts = [*row.group_path, *([row.label] if row.label else []), *column.header_path, column.label]
        return "›".join(p for p in parts if p != "申请人情况")
