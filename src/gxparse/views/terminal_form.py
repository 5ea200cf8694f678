"""The form as text tables at a terminal, with :mod:`rich`; what comes from a source is made harmless first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from gxparse.diagnostics.language import Language, default_language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Column, Kind, Table
from gxparse.model.origin import Missing
from gxparse.model.report import Report
from gxparse.model.shape import Figure
from gxparse.views.marks import Mark, causes_of, marks_of
from gxparse.views.wording import facts, figure_text, heading, missing_words, pick

__all__ = ["STYLES", "grid_of", "report_lines"]

#: colour of a finding
STYLES: Final[Mapping[Severity, str]] = {
    Severity.INCONSISTENCY: "red",
    Severity.ERROR: "magenta",
    Severity.WARNING: "yellow",
    Severity.NOTE: "blue",
}
#: widest label column; longer labels are folded
_LABEL_WIDTH: Final = 42
#: columns from which headings are broken
_MANY: Final = 5
#: columns of the tables in section two
_SMALL_LABEL: Final = 22
_SMALL_COLUMN: Final = 14


def _style(value: Figure, mark: Mark | None) -> str:
    if mark is not None:
        return f"{'bold reverse ' if mark.primary else ''}{STYLES[mark.severity]}"
    return "dim" if value == 0 else ""


def _figure(value: Figure, kind: Kind, mark: Mark | None) -> Text:
    return Text(figure_text(value, kind), _style(value, mark), justify="right", no_wrap=True)


def grid_of(columns: Sequence[str], *, label_width: int | None = None, width: int | None = None) -> Grid:
    """An empty table with a column of labels and others for figures."""
    grid = Grid(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 0, 0, 1), show_edge=False)
    grid.add_column("", width=label_width, max_width=_LABEL_WIDTH, overflow="fold", vertical="bottom")
    for label in columns:
        shown = _halved(label) if len(columns) > _MANY else label
        grid.add_column(Text(shown, justify="right"), justify="right", no_wrap=True, vertical="bottom", min_width=width)
    return grid


def _halved(label: str) -> str:
    """A heading of four characters and more in two lines, as the narrow columns of the printed form have it."""
    middle = (len(label) + 1) // 2
    return f"{label[:middle]}\n{label[middle:]}" if len(label) > 3 else label


def _label(text: str, depth: int = 0) -> RenderableType:
    # Padding, not spaces: the second line of a folded label is indented too.
    return Padding(Text(text), (0, 0, 0, 2 * depth)) if depth else Text(text)


def _unit(column: Column, lang: Language) -> str:
    return pick(("（元）", " (yuan)"), lang) if column.kind is Kind.MONEY else ""


def _rows(table: Table, values: Mapping[str, Figure], marks: Mapping[str, Mark], lang: Language) -> Grid:
    """One table of the form; merged label cells become headings of their own line."""
    heads = [column.label.split("（单位")[0] + _unit(column, lang) for column in table.columns]
    # The small tables of section two stand below each other; equal columns make them read as one.
    grid = grid_of(heads, label_width=_SMALL_LABEL, width=_SMALL_COLUMN) if table.caption else grid_of(heads)
    width = len(table.columns)
    above: tuple[str, ...] = ()
    for number, row in enumerate(table.rows):
        group: tuple[str, ...] = row.group_path
        for depth, label in enumerate(group):
            if above[: depth + 1] != group[: depth + 1]:
                grid.add_row(_label(label, depth))
        above = group
        cells = (
            _figure(values[path], column.kind, marks.get(path))
            for path, column in zip(table.paths[number * width :], table.columns, strict=False)
        )
        grid.add_row(_label(row.label, len(group)), *cells)
    return grid


def _proceedings(table: Table, values: Mapping[str, Figure], marks: Mapping[str, Mark]) -> Grid:
    """Section four turned on its side: fifteen columns do not fit a terminal, three rows do."""
    blocks: dict[tuple[str, ...], list[str]] = {}
    heads: dict[str, None] = {}
    for path, column in zip(table.paths, table.columns, strict=True):
        blocks.setdefault(column.header_path, []).append(path)
        heads[column.label] = None
    grid = grid_of([*heads])
    for header, paths in blocks.items():
        grid.add_row(Text("›".join(header)), *(_figure(values[p], Kind.COUNT, marks.get(p)) for p in paths))
    return grid


def report_lines(
    report: Report, diagnostics: Sequence[Diagnostic] = (), *, lang: Language | None = None
) -> Iterator[RenderableType]:
    """What there is to print of a report: title, facts, tables, and how many figures are missing and why.

    Cells that a finding names are coloured.
    """
    chosen = default_language() if lang is None else lang
    edition, values, marks = edition_of(report.edition), report.values(), marks_of(causes_of(report, diagnostics))
    yield Text(heading(report, chosen), "bold")
    yield Text("  ".join(f"{name} {value}" for name, value in facts(report, chosen)), "dim")
    titles = {spec.key: f"{spec.ordinal}、{spec.title}" for spec in edition.sections}
    section = ""
    for table in edition.tables:
        if table.section != section:
            section = table.section
            yield Text()
            yield Text(titles[section], "bold")
        if all(report.origin(path).missing is Missing.ABSENT_TABLE for path in table.paths):
            absent = pick(("（报告中没有这张表）", "(the report does not have this table)"), chosen)
            yield Text(f"{table.caption + ' ' if table.caption else ''}{absent}", "dim")
            continue
        if table.caption is not None:
            yield Text(table.caption, "underline")
        shown = _rows(table, values, marks, chosen) if table.label_columns else _proceedings(table, values, marks)
        yield shown
    reasons = Counter(
        missing_words(report.origin(path)._replace(raw=None), chosen) for path, value in values.items() if value is None
    )
    if reasons:
        listed = pick(("、", ", "), chosen).join(f"{why} {number}" for why, number in reasons.most_common())
        total = reasons.total()
        words = (
            f"空格 {total} 处（不作 0 处理）：{listed}",
            f"{total} figures not given (never taken for 0): {listed}",
        )
        yield Text()
        yield Text(pick(words, chosen), "dim")
