"""Rows that stand twice: one reading for each row of the form, or none."""

from __future__ import annotations

from collections.abc import Iterable

from gxparse.forms.figures import Shape
from gxparse.forms.reading import Refusal, RowReading

#: as many rows that stand twice and differ are no slip
_TWO_TABLES = 2


def settle_rows(readings: Iterable[RowReading]) -> tuple[tuple[RowReading, ...], list[Refusal]]:
    """One reading for each row key: repeated rows must say the same, else none of them is taken.

    A row whose label stands once more without any figure is the row of the figures. Not so where several rows contradict
    each other: the table stands twice, of two years or two bodies, and a row that only one of the two has figures for
    may be of either.
    """
    readings = tuple(readings)
    if len({r.key for r in readings}) == len(readings):
        return readings, []
    by_key: dict[str, list[RowReading]] = {}
    for reading in readings:
        by_key.setdefault(reading.key, []).append(reading)
    rows: list[RowReading] = []
    refusals: list[Refusal] = []
    for key, found in by_key.items():
        filled = [r for r in found if r.facts.filled] or found[:1] if len(found) > 1 else found
        if len(filled) == 1:
            rows.append(filled[0])
            continue
        contents = {tuple(content(r, c) for c in range(len(r.positions))) for r in filled}
        if len(contents) == 1:
            rows.append(filled[0])
            refusals += [Refusal("row-repeated", r.table, key, r.row, r.facts) for r in filled[1:]]
        else:
            refusals += [Refusal("row-twice", r.table, key, r.row, r.facts) for r in filled]
    if len({r.key for r in refusals if r.reason == "row-twice"}) >= _TWO_TABLES:
        agreed = {r.key for r in refusals if r.reason == "row-repeated"}
        refusals += [
            Refusal("table-twice", r.table, r.key, r.row, r.facts)
            for r in rows
            if r.key not in agreed and r.facts.filled
        ]
        rows = [r for r in rows if r.key in agreed]
    return tuple(rows), refusals


def content(reading: RowReading, column: int) -> object:
    """What a cell says, for comparing; ``None`` for a blank one."""
    sight = reading.sight(column)
    if sight is None or sight.shape is Shape.BLANK:
        return None
    return sight.figure if sight.figure is not None else (sight.shape, sight.key)


__all__ = ["content", "settle_rows"]
