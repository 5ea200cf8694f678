"""Other readings of a row of section three: moved by one column, two cells that were one, one cell that was two.

Each reading is a proposal. It counts only if all equations of the row's cells hold under it, which the printed row
does not achieve.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from gxparse.checks.arithmetic import all_broken
from gxparse.checks.requests_table import RequestRow, request_rows, settles
from gxparse.checks.subject import Subject
from gxparse.model.shape import Figure

#: Cells with more digits are not taken apart.
_MOST_DIGITS: Final = 9


@frozen
class RowReading:
    """A row as it may have been meant."""

    row: RequestRow
    #: ``"moved_left"``, ``"moved_right"``, ``"joined"`` or ``"split"``: what would have to be done to the printed row
    kind: str
    printed: tuple[Figure, ...]
    meant: tuple[int, ...]
    #: broken equations that hold under this reading
    settled: int


def _candidates(printed: Sequence[Figure]) -> Iterator[tuple[str, list[Figure]]]:
    # A blank or a zero may have come in, or gone lost, at the end of a row; another figure may not.
    parts, total = list(printed[:6]), printed[6]
    first, last = parts[0], parts[-1]
    if not first:
        yield "moved_left", [*parts[1:], 0, total]
        yield "moved_left", [*parts[1:], total, None]
    if not last:
        yield "moved_right", [0, *parts[:-1], total]
    if not total:
        yield "moved_right", [0, *parts]
    cells = [*parts, total]
    for n in range(6):
        left, right = cells[n], cells[n + 1]
        if _short(left) and _short(right):
            yield "joined", [*cells[:n], int(f"{left}{right}"), *cells[n + 2 :], None]
    if not total:
        for n in range(6):
            cell = cells[n]
            if isinstance(cell, int) and 10 <= cell < 10**_MOST_DIGITS:
                digits = str(cell)
                for at in range(1, len(digits)):
                    # A figure does not begin with a zero.
                    if digits[at] != "0" or at == len(digits) - 1:
                        yield "split", [*cells[:n], int(digits[:at]), int(digits[at:]), *cells[n + 1 : 6]]


def _short(value: Figure) -> bool:
    return isinstance(value, int) and 0 <= value < 10**_MOST_DIGITS


def _complete(reading: Sequence[Figure]) -> tuple[int, ...] | None:
    """The reading with a lost total filled in; ``None`` if another cell is blank."""
    values = [v for v in reading if isinstance(v, int)]
    if len(values) == 6 and reading[6] is None:
        values.append(sum(values))
    return tuple(values) if len(values) == 7 else None


def row_readings(subject: Subject) -> tuple[RowReading, ...]:
    """For each row with broken sums its one other reading under which they hold; rows with several are left out."""
    edition = subject.report.edition
    found: list[RowReading] = []
    faults = {(b.equation.name, b.equation.subject) for b in all_broken(subject)}
    for row in request_rows(edition):
        printed = tuple(subject.row[cell] for cell in row.cells)
        # A row of zeros reads the same anywhere, and one broken sum would be settled by far too much.
        if not any(printed) or len(faults & row.equations) < 2:
            continue
        readings: dict[tuple[int, ...], RowReading] = {}
        for kind, candidate in _candidates(printed):
            meant = _complete(candidate)
            if meant is None or meant == printed or meant in readings or sum(meant[:6]) != meant[6]:
                continue
            settled = settles(edition, subject.row, dict(zip(row.cells, meant, strict=True)))
            if settled >= 2:
                readings[meant] = RowReading(row, kind, printed, meant, settled)
        if len(readings) == 1:
            found.extend(readings.values())
    return tuple(found)
