"""Binding: every path of the edition gets its figure, or the reason why there is none.

This is the only place where what a cell says becomes a value of the report. Equal input gives equal output; nothing
is guessed: a cell that does not suit its column is refused with a code.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice

from attrs import frozen

from gxparse.diagnostics.codes import forms as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.figures import MONEY_UNITS, Shape, in_yuan
from gxparse.forms.lexicon import Sighting, letters
from gxparse.forms.proof import is_whole
from gxparse.forms.reading import RowReading, TableReading
from gxparse.forms.remarks import label_mended, label_repairs, name_of, row_refused, shortened
from gxparse.forms.spec import Column, Edition, Kind, Table
from gxparse.model.origin import Missing, Origin, Repair
from gxparse.model.shape import Figure
from gxparse.span import Span

# The members of an enumeration are looked up slowly, and these for every blank cell.
_BLANK, _MISSING_BLANK = Shape.BLANK, Missing.BLANK
# Some 200 origins are made for each report: without the check of their names this takes half the time.
new = tuple.__new__


@frozen(eq=False)
class Bound:
    """The figures of all tables, in form order, with what their origins are made from."""

    form: Edition
    values: list[Figure]
    #: the printed row for each row of the form, in form order
    rows: list[RowReading | None]
    missing: dict[str, Missing]
    units: dict[str, str]
    repairs: dict[str, tuple[Repair, ...]]

    def value(self, path: str) -> Figure:
        """The figure of one path."""
        return self.values[self.form.shape.index[path]]

    def span(self, position: int) -> Span | None:
        """Where the cell of a path stands, by the position of the path; ``None`` if its row is not in the report."""
        number, column = self.form.cells[position]
        reading = self.rows[number]
        return None if reading is None else reading.cell_span(column)

    def origins(self, path: str) -> dict[str, Origin]:
        """The origins of all paths in the row of one path."""
        form = self.form
        number, _column = form.cells[form.shape.index[path]]
        paths = form.row_paths[number]
        reading = self.rows[number]
        if reading is None:
            return {p: Origin(p, missing=self.missing[p]) for p in paths}
        row = reading.row
        raws, offsets, start = row.raws, row.offsets, row.start
        label = reading.label_span()
        mended = label_repairs(reading, form.fields[path][1].label) if reading.mending is not None else ()
        units, missing, repairs = self.units, self.missing, self.repairs
        if (
            reading.facts.filled == reading.positions
            and (not missing or missing.keys().isdisjoint(paths))
            and (not units or units.keys().isdisjoint(paths))
            and (not repairs or repairs.keys().isdisjoint(paths))
        ):
            # Nearly every row; each of its cells is there, and nothing is to be said of it.
            return {
                p: new(
                    Origin,
                    (
                        p,
                        raw := raws[at],
                        Span(first := start + offsets[at], first + len(raw)),
                        label,
                        None,
                        None,
                        mended,
                        None,
                    ),
                )
                for p, at in zip(paths, reading.positions, strict=True)
            }
        size = len(raws)
        found = {}
        for p, at in zip(paths, reading.positions, strict=True):
            if 0 <= at < size:
                raw = raws[at]
                first = start + offsets[at]
                span = Span(first, first + len(raw))
            else:
                # An empty span at the row's end where the cell was not written out.
                raw = ""
                span = Span(start + row.length, start + row.length)
            found[p] = new(
                Origin,
                (
                    p,
                    raw,
                    span,
                    label,
                    units.get(p),
                    missing.get(p),
                    mended + repairs[p] if p in repairs else mended,
                    None,
                ),
            )
        return found


def bind_tables(form: Edition, tables: dict[str, TableReading]) -> tuple[Bound, list[Diagnostic]]:
    """Values for every path of the edition, from the rows that a reading recognised."""
    bound = Bound(form, [], [], {}, {}, {})
    found: list[Diagnostic] = []
    for table in form.tables:
        reading = tables.get(table.key)
        if reading is None:
            found.append(codes.TABLE_MISSING(table=name_of(form, table.key), path=table.key))
            bound.values.extend([None] * len(table.paths))
            bound.rows.extend([None] * len(table.rows))
            bound.missing.update(dict.fromkeys(table.paths, Missing.ABSENT_TABLE))
        else:
            _bind_table(bound, found, table, reading)
    return bound, found


def table_values(form: Edition, reading: TableReading) -> tuple[list[Figure], dict[str, Missing]]:
    """The values of one table, path by path, and why there are none, for comparing one reading with another."""
    bound = Bound(form, [], [], {}, {}, {})
    table = next(table for table in form.tables if table.key == reading.table)
    _bind_table(bound, [], table, reading)
    return bound.values, bound.missing


def _bind_table(bound: Bound, found: list[Diagnostic], table: Table, reading: TableReading) -> None:
    """Add what a table gives to the values bound so far, and what there is to say about it."""
    width = len(table.columns)
    values = bound.values
    for span in reading.repeats:
        found.append(codes.HEADER_REPEATED(span, table.key, table=name_of(bound.form, table.key)))
    rows = {row.key: row for row in reading.rows}
    refused = {r.key for r in reading.refusals if r.reason != "row-repeated"}
    counts_only = table.counts_only
    for n, row in enumerate(table.rows):
        printed = rows.get(row.key)
        bound.rows.append(printed)
        if printed is None:
            reason = Missing.AMBIGUOUS if row.key in refused else Missing.ABSENT_ROW
            if reason is Missing.ABSENT_ROW:
                label = row.label or name_of(bound.form, table.key)
                found.append(codes.ROW_MISSING(reading.span, f"{table.key}.{row.key}", label=label))
            values.extend([None] * width)
            bound.missing.update(dict.fromkeys(table.paths[n * width : (n + 1) * width], reason))
            continue
        if printed.mending is not None:
            found.append(label_mended(printed, row.label))
        facts = printed.facts
        positions = printed.positions
        if counts_only and facts.plain is not None and facts.filled == positions:
            values += facts.plain
            continue
        sights = facts.sights
        size = len(sights)
        for column, path in enumerate(table.paths[n * width : (n + 1) * width]):
            at = positions[column]
            sight = sights[at] if at < size else None
            figure = sight.figure if sight is not None else None
            if (
                figure is not None
                and figure.plain
                and not figure.zero_led
                and (counts_only or table.columns[column].kind is Kind.COUNT)
            ):
                values.append(figure.number)
            elif sight is None or sight.shape is _BLANK:
                bound.missing[path] = _MISSING_BLANK
                values.append(None)
            else:
                values.append(_bind_cell(bound, found, table.columns[column], path, printed, column, sight))
    found.extend(row_refused(bound.form, refusal) for refusal in reading.refusals)


def refuse_cut(bound: Bound, found: list[Diagnostic], end: int) -> None:
    """Leave out what the text ends in: more digits may have followed, or more cells of the row.

    The total of the row can prove that it is whole; a row without totals has no such proof.
    """
    position = 0
    rows = iter(bound.rows)
    for table in bound.form.tables:
        width = len(table.columns)
        for printed in islice(rows, len(table.rows)):
            if printed is not None and printed.row.start + printed.row.length >= end and not is_whole(table, printed):
                sights = [printed.sight(column) for column in range(width)]
                whole = all(s is not None and s.figure is not None for s in sights)
                for column, sight in enumerate(sights):
                    span = printed.cell_span(column)
                    if sight is None or sight.figure is None or (whole and span.stop < end):
                        continue
                    path = bound.form.paths[position + column]
                    bound.values[position + column] = None
                    bound.missing[path] = Missing.UNREADABLE
                    found.append(
                        codes.TEXT_ENDS(span, path, raw=shortened(printed.row.raws[printed.positions[column]]))
                    )
            position += width


def _bind_cell(
    bound: Bound,
    found: list[Diagnostic],
    column: Column,
    path: str,
    printed: RowReading,
    index: int,
    sight: Sighting,
) -> Figure:
    """The value of one cell that is not a plain count."""
    span = printed.cell_span(index)
    raw = printed.row.raws[printed.positions[index]]
    shown = shortened(raw)
    if sight.shape is Shape.MARK:
        bound.missing[path] = Missing.MARK
        found.append(codes.DASH_FOR_NONE(span, path, raw=shown))
        return None
    figure = sight.figure
    if figure is None or (figure.zero_led and not printed.whole):
        # Where a row lacks a cell, 01 may be 0 and 1 that ran together.
        bound.missing[path] = Missing.UNREADABLE
        found.append(codes.UNREADABLE_FIGURE(span, path, raw=shown))
        return None
    if column.kind is Kind.MONEY:
        header = letters(printed.headers[index]) if printed.headers else ""
        if figure.unit is not None and figure.unit not in MONEY_UNITS:
            bound.missing[path] = Missing.UNREADABLE
            found.append(codes.WRONG_UNIT(span, path, raw=shown, unit="元"))
            return None
        unit = figure.unit or next((u for u in MONEY_UNITS if u in header), None)
        if figure.unit is not None:
            found.append(codes.UNIT_IN_CELL(span, path, raw=shown, unit=figure.unit))
        if unit is None and column.unit is not None:
            # The form prints a unit in the header; where it was lost, the figure may be in any.
            bound.missing[path] = Missing.UNREADABLE
            found.append(codes.UNIT_LOST(span, path, raw=shown, unit=column.unit))
            return None
        if unit is None and figure.number:
            # 0 is the same in every unit.
            found.append(codes.UNIT_ASSUMED(span, path, raw=shown))
        elif unit is not None:
            bound.units[path] = unit
        return in_yuan(figure.number, unit or "元")
    if figure.unit is not None and (figure.unit in MONEY_UNITS):
        bound.missing[path] = Missing.UNREADABLE
        found.append(codes.WRONG_UNIT(span, path, raw=shown, unit=column.unit or ""))
        return None
    if figure.unit is not None:
        bound.units[path] = figure.unit
        found.append(codes.UNIT_IN_CELL(span, path, raw=shown, unit=figure.unit))
    number = figure.number
    if figure.joined > 1:
        bound.repairs[path] = (Repair("digits-joined", raw, str(number), span),)
        found.append(codes.DIGITS_JOINED(span, path, value=str(number), pieces=figure.joined))
    if isinstance(number, Decimal):
        if number != number.to_integral_value():
            bound.missing[path] = Missing.UNREADABLE
            found.append(codes.NOT_WHOLE(span, path, raw=shown))
            return None
        bound.repairs[path] = (Repair("number-respelled", raw, str(int(number)), span),)
        found.append(codes.NUMBER_MENDED(span, path, raw=shown, value=int(number)))
        return int(number)
    return number
