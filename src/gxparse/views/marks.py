"""Which cells a finding is about, and the part of a table that shows them.

An equation is read best with its cells side by side, so a finding about several cells gets a *cutout*: the rows and
columns of the form that it names, with their figures, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import field, frozen

from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Column, Kind, Row, Table
from gxparse.model.report import Report
from gxparse.model.shape import Figure

__all__ = ["Cutout", "CutoutCell", "CutoutRow", "Mark", "cutouts", "marks_of", "paths_of"]

#: rows from which a cutout leaves out those that hold only zeros
_MANY_ROWS: Final = 8
_WORST: Final = (Severity.INCONSISTENCY, Severity.ERROR, Severity.WARNING, Severity.NOTE)


def paths_of(diagnostic: Diagnostic) -> dict[str, str]:
    """The field paths a diagnostic names, with their role: ``"primary"``, ``"left"``, ``"right"`` …"""
    found = {related.path: related.role for related in diagnostic.related if related.path is not None}
    if diagnostic.path is not None and diagnostic.path not in found:
        found[diagnostic.path] = "primary"
    return found


@frozen
class Mark:
    """How one cell is marked."""

    #: the worst severity among the findings that name the cell
    severity: Severity
    #: numbers of these findings, from 1, in the order they were given
    numbers: tuple[int, ...]
    #: whether it is the primary place of one of them
    primary: bool


def marks_of(diagnostics: Iterable[Diagnostic]) -> Mapping[str, Mark]:
    """The cells that findings name, by path. Notes mark nothing but their own cell."""
    found: dict[str, Mark] = {}
    for number, diagnostic in enumerate(diagnostics, 1):
        note = diagnostic.severity is Severity.NOTE
        for path in [diagnostic.path] if note and diagnostic.path is not None else () if note else paths_of(diagnostic):
            assert path is not None
            old = found.get(path)
            severities = [diagnostic.severity] if old is None else [diagnostic.severity, old.severity]
            found[path] = Mark(
                min(severities, key=_WORST.index),
                (number,) if old is None else (*old.numbers, number),
                path == diagnostic.path or (old is not None and old.primary),
            )
    return found


@frozen
class CutoutCell:
    """One figure of a cutout."""

    path: str
    value: Figure
    kind: Kind
    #: role of the cell in the finding; ``None`` for a cell that is only there to fill the rectangle
    role: str | None


@frozen
class CutoutRow:
    """One row of a cutout."""

    label: str
    cells: tuple[CutoutCell, ...]


@frozen
class Cutout:
    """The part of one statutory table that a finding is about."""

    table: Table = field(repr=False)
    columns: tuple[str, ...]
    rows: tuple[CutoutRow, ...]
    #: rows of the finding that are left out because they hold only zeros
    left_out: int = 0


def _row_label(row: Row) -> str:
    if not row.label:
        return ""
    return "›".join((*row.group_path[1:], row.label)) if row.group_path else row.label


def _column_label(column: Column) -> str:
    # Section four has 总计 three times; the applicants' columns are known without their common heading.
    heads = [h for h in column.header_path if h not in ("申请人情况", "法人或其他组织")]
    return "›".join((*heads, column.label))


def cutouts(report: Report, diagnostic: Diagnostic) -> Iterator[Cutout]:
    """The parts of the form that a diagnostic names, one for each table; none if it names fewer than two cells.

    Where a finding names many rows, those that hold only zeros are left out and counted; a blank is never left out.
    """
    edition = edition_of(report.edition)
    roles = {path: role for path, role in paths_of(diagnostic).items() if path in edition.fields}
    if len(roles) < 2:
        return
    values = report.values()
    for table in edition.tables:
        named = {path for path in table.paths if path in roles}
        if not named:
            continue
        width = len(table.columns)
        keep = [n for n in range(width) if any(table.paths[i] in named for i in range(n, len(table.paths), width))]
        rows: list[CutoutRow] = []
        left_out = 0
        total = sum(any(p in named for p in table.paths[r * width : (r + 1) * width]) for r in range(len(table.rows)))
        for r, row in enumerate(table.rows):
            paths = table.paths[r * width : (r + 1) * width]
            if not any(path in named for path in paths):
                continue
            cells = tuple(
                CutoutCell(paths[n], values[paths[n]], table.columns[n].kind, roles.get(paths[n])) for n in keep
            )
            if total > _MANY_ROWS and all(c.value == 0 for c in cells) and diagnostic.path not in paths:
                left_out += 1
                continue
            rows.append(CutoutRow(_row_label(row), cells))
        yield Cutout(table, tuple(_column_label(table.columns[n]) for n in keep), tuple(rows), left_out)
