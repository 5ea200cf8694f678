"""Which cells a finding is about, and the part of a table that shows them.

An equation is read best with its cells side by side, so a finding about several cells gets a *cutout*: the rows and
columns of the form that it names, with their figures, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from attrs import field, frozen

from gxparse.checks.causes import Cause, group_by_cause
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Column, Kind, Table
from gxparse.model.report import Report
from gxparse.model.shape import Figure

__all__ = ["Cutout", "CutoutCell", "CutoutRow", "Mark", "causes_of", "cutouts", "is_change", "marks_of", "paths_of"]

#: rows from which a cutout leaves out those that hold only zeros
_MANY_ROWS: Final = 8
#: how bad, worst first
_WORST: Final = (Severity.INCONSISTENCY, Severity.ERROR, Severity.WARNING, Severity.NOTE)


#: roles of cells that stand in another report
_ELSEWHERE: Final = ("previous", "child", "other")


def paths_of(diagnostic: Diagnostic) -> dict[str, str]:
    """The field paths of this report that a diagnostic names, with their role: ``"primary"``, ``"left"`` …

    Cells of another report, such as last year's, are not among them.

    >>> from gxparse.diagnostics.model import Related
    >>> cells = (Related(None, "requests.received.total", "left"), Related(None, "requests.carried_over.total", "previous"))
    >>> paths_of(Diagnostic("GX999", Severity.NOTE, related=cells))
    {'requests.received.total': 'left'}
    """
    found = {r.path: r.role for r in diagnostic.related if r.path is not None and r.role not in _ELSEWHERE}
    if diagnostic.path is not None and diagnostic.path not in found:
        found[diagnostic.path] = "primary"
    return found


def is_change(diagnostic: Diagnostic) -> bool:
    """Whether a finding proposes a change of cells that would settle others, rather than naming a fault."""
    return bool(diagnostic.related) and all(related.role == "change" for related in diagnostic.related)


def causes_of(report: Report | None, diagnostics: Iterable[Diagnostic]) -> tuple[Cause, ...]:
    """Findings grouped by cause, the worst first; without a report each stands alone."""
    found = list(diagnostics)
    causes = tuple(Cause((), (d,)) for d in found) if report is None else group_by_cause(report, found)
    return tuple(sorted(causes, key=lambda cause: min(_WORST.index(d.severity) for d in cause.findings)))


@frozen
class Mark:
    """How one cell is marked."""

    #: the worst severity among the findings that name the cell
    severity: Severity
    #: numbers of the causes of these findings, from 1
    numbers: tuple[int, ...]
    #: whether a finding is mainly about this cell, or whether the least change would alter it
    primary: bool


def marks_of(causes: Iterable[Cause]) -> Mapping[str, Mark]:
    """The cells that findings name, by path. A note marks only the cell it is mainly about."""
    found: dict[str, Mark] = {}
    for number, cause in enumerate(causes, 1):
        changed = {path for d in cause.findings if is_change(d) for path in paths_of(d)}
        worst = min((d.severity for d in cause.findings), key=_WORST.index)
        named = {p for d in cause.findings if d.severity is not Severity.NOTE for p in paths_of(d)}
        mains = {d.path for d in cause.findings if d.path is not None}
        for path in named | mains | changed:
            old = found.get(path)
            severities = [worst] if old is None else [worst, old.severity]
            found[path] = Mark(
                min(severities, key=_WORST.index),
                (number,) if old is None else (*old.numbers, number),
                path in (changed or mains) or (old is not None and old.primary),
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


def _lines(table: Table) -> Iterator[tuple[str, tuple[tuple[Column, str], ...]]]:
    """The rows of a table with their labels; section four, one row of fifteen columns, as its three blocks."""
    if table.label_columns:
        width = len(table.columns)
        for number, row in enumerate(table.rows):
            paths = table.paths[number * width : (number + 1) * width]
            yield "›".join((*row.group_path[1:], row.label)), tuple(zip(table.columns, paths, strict=True))
        return
    blocks: dict[tuple[str, ...], list[tuple[Column, str]]] = {}
    for column, path in zip(table.columns, table.paths, strict=True):
        blocks.setdefault(column.header_path, []).append((column, path))
    for header, cells in blocks.items():
        yield "›".join(header), tuple(cells)


def _column_label(column: Column, table: Table) -> str:
    # The applicants' columns are known without their common headings; section four has its headings as rows.
    heads = column.header_path if table.label_columns and column.header_path[:1] != ("申请人情况",) else ()
    return "›".join((*heads, column.label))


def cutouts(report: Report, diagnostics: Sequence[Diagnostic]) -> Iterator[Cutout]:
    """The parts of the form that findings name together, one for each table; none if they name fewer than two cells.

    Where many rows are named, those that hold only zeros are left out and counted; a blank is never left out, nor is
    the row that a finding is mainly about.

    >>> from gxparse.checks import check
    >>> outcomes = ("upheld", "corrected", "other", "pending", "total")
    >>> report = Report.from_values("trial_2019", {f"proceedings.review.{name}": n for n, name in enumerate(outcomes)})
    >>> [part] = cutouts(report, check(report, select=["GX604"]))
    >>> [(row.label, [cell.value for cell in row.cells]) for row in part.rows]
    [('行政复议', [0, 1, 2, 3, 4])]
    """
    edition = edition_of(report.edition)
    roles: dict[str, str] = {}
    for diagnostic in diagnostics:
        roles |= {path: role for path, role in paths_of(diagnostic).items() if path in edition.fields}
    if len(roles) < 2:
        return
    main = {diagnostic.path for diagnostic in diagnostics}
    values = report.values()
    for table in edition.tables:
        named = [(label, line) for label, line in _lines(table) if any(path in roles for _c, path in line)]
        keep = [n for n in range(len(named[0][1])) if any(line[n][1] in roles for _l, line in named)] if named else []
        rows: list[CutoutRow] = []
        for label, line in named:
            cells = tuple(CutoutCell(p, values[p], c.kind, roles.get(p)) for c, p in (line[n] for n in keep))
            zeros = all(cell.value == 0 for cell in cells) and main.isdisjoint(cell.path for cell in cells)
            if len(named) <= _MANY_ROWS or not zeros:
                rows.append(CutoutRow(label, cells))
        if named:
            heads = tuple(_column_label(named[0][1][n][0], table) for n in keep)
            yield Cutout(table, heads, tuple(rows), len(named) - len(rows))
