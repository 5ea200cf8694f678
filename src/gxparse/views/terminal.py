"""Reports and findings for people at a terminal, with :mod:`rich`.

Everything that comes from a source passes :func:`gxparse.diagnostics.render.visible` first, and rich's own markup is
never parsed, so that no report can move a cursor or paint a screen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from typing import Final

from attrs import evolve
from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from gxparse.checks.causes import Cause
from gxparse.diagnostics.language import Language, default_language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import Excerpt, excerpt, hint, message, severity_word, visible
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Column, Kind, Table
from gxparse.model.origin import Missing
from gxparse.model.report import Report
from gxparse.model.shape import Figure
from gxparse.source.model import SourceText
from gxparse.views.marks import Cutout, Mark, causes_of, cutouts, is_change, marks_of
from gxparse.views.wording import address_words, cell_words, counted, facts, figure_text, heading, missing_words, pick

__all__ = ["cause_lines", "finding_lines", "report_lines", "report_text", "result_text"]

_STYLES: Final[Mapping[Severity, str]] = {
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
        return f"{'bold reverse ' if mark.primary else ''}{_STYLES[mark.severity]}"
    return "dim" if value == 0 else ""


def _figure(value: Figure, kind: Kind, mark: Mark | None) -> Text:
    return Text(figure_text(value, kind), _style(value, mark), justify="right", no_wrap=True)


def _grid(columns: Sequence[str], *, label_width: int | None = None, width: int | None = None) -> Grid:
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
    grid = _grid(heads, label_width=_SMALL_LABEL, width=_SMALL_COLUMN) if table.caption else _grid(heads)
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
    grid = _grid([*heads])
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


# --- findings ---------------------------------------------------------------------------------------------------


def _cutout(cutout: Cutout, primary: Collection[str | None], style: str, lang: Language) -> Grid:
    grid = _grid(cutout.columns)
    for row in cutout.rows:
        cells = []
        for cell in row.cells:
            text = figure_text(cell.value, cell.kind)
            marked = cell.role is not None
            # Brackets as well as colour: a finding must be readable in a log file.
            main = cell.path in primary
            cells.append(
                Text(
                    f"[{text or ' '}]" if main else f"{text} ", f"bold {style}" if main else style if marked else "dim"
                )
            )
        grid.add_row(Text(row.label), *cells)
    if cutout.left_out:
        words = (f"（其余 {cutout.left_out} 行均为 0）", f"({cutout.left_out} more rows, all 0)")
        grid.add_row(Text(pick(words, lang), "dim"))
    return grid


def _headline(
    diagnostic: Diagnostic, name: str | None, source: SourceText | None, lang: Language
) -> tuple[Text, Excerpt | None]:
    """The first line of a finding, and the excerpt its place refers to."""
    place, shown = "" if name is None else visible(name), None
    if source is not None and diagnostic.span is not None:
        shown = excerpt(source.text, diagnostic.span)
        where = source.place_of(diagnostic.span)
        position = f"{shown.line}:{shown.column}" if where is None else address_words(where.address, lang)
        # A file without lines has its address instead; the line of the text inside gxparse is nobody's business.
        shown = shown if where is None else evolve(shown, line=None)
        place = f"{place}:{position}" if place else position
    head = Text(f"{place}: " if place else "", "bold")
    head.append(
        f"{severity_word(diagnostic.severity, lang)} {visible(diagnostic.code)}", f"bold {_STYLES[diagnostic.severity]}"
    )
    head.append(f" {message(diagnostic, lang)}")
    return head, shown


def _excerpt(shown: Excerpt | None, style: str, label: str) -> Iterator[RenderableType]:
    if shown is not None:
        line, carets = shown.lines()
        yield Text(line)
        yield Text(f"{carets} {label}" if label else carets, style)


def _indented(renderable: RenderableType) -> RenderableType:
    if isinstance(renderable, Text):
        # One line of text stays one line, for the terminal to fold and for grep to find.
        return Text(" " * 6) + renderable
    return Padding(renderable, (0, 0, 0, 6), expand=False)


def _hints(diagnostics: Sequence[Diagnostic], lang: Language) -> Iterator[RenderableType]:
    for advice in dict.fromkeys(hint(d, lang) for d in diagnostics):
        if advice is not None:
            yield _indented(Text(f"{pick(('提示：', 'hint: '), lang)}{advice}", "dim"))


def finding_lines(
    diagnostic: Diagnostic,
    *,
    report: Report | None = None,
    source: SourceText | None = None,
    name: str | None = None,
    lang: Language | None = None,
) -> Iterator[RenderableType]:
    """What there is to print of one finding: headline, table with the cells marked, excerpt with a caret, hint.

    The first line begins with ``name:line:column:``, which editors and terminals make a link of; for formats
    without lines the address in the file takes the place of line and column.
    """
    chosen = default_language() if lang is None else lang
    style = _STYLES[diagnostic.severity]
    head, shown = _headline(diagnostic, name, source, chosen)
    yield head
    for cutout in () if report is None else cutouts(report, [diagnostic]):
        yield _indented(_cutout(cutout, {diagnostic.path}, style, chosen))
    yield from _excerpt(shown, style, cell_words(report, diagnostic))
    yield from _hints([diagnostic], chosen)


def cause_lines(
    cause: Cause,
    *,
    report: Report | None = None,
    source: SourceText | None = None,
    name: str | None = None,
    lang: Language | None = None,
) -> Iterator[RenderableType]:
    """What there is to print of findings that share a cause: their headlines, one table of all their cells, the cause.

    In the table the cells stand in brackets that the least change would alter. A finding that stands alone is
    printed as :func:`finding_lines` does.
    """
    chosen = default_language() if lang is None else lang
    changes = [d for d in cause.findings if is_change(d)]
    others = [d for d in cause.findings if d not in changes]
    if len(cause.findings) == 1 or not others:
        for diagnostic in cause.findings:
            yield from finding_lines(diagnostic, report=report, source=source, name=name, lang=chosen)
        return
    style = _STYLES[min((d.severity for d in others), key=[*_STYLES].index)]
    changed = {path for rival in cause.alternatives for path in rival}
    for diagnostic in others:
        yield _headline(diagnostic, name, source, chosen)[0]
    for cutout in () if report is None else cutouts(report, others):
        yield _indented(_cutout(cutout, changed, style, chosen))
    first = next((d for d in (*changes, *others) if d.span is not None), others[0])
    yield from _excerpt(_headline(first, name, source, chosen)[1], style, cell_words(report, first))
    for diagnostic in changes:
        yield _indented(Text(f"{visible(diagnostic.code)} {message(diagnostic, chosen)}", "bold"))
    yield from _hints(changes or others, chosen)


def _plain(lines: Iterable[RenderableType], width: int) -> str:
    out = StringIO()
    # In a notebook rich would print into the page by itself.
    console = Console(
        file=out,
        width=width,
        color_system=None,
        force_terminal=False,
        force_jupyter=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for line in lines:
        console.print(line, soft_wrap=isinstance(line, Text))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def report_text(
    report: Report, diagnostics: Sequence[Diagnostic] = (), *, lang: Language | None = None, width: int = 100
) -> str:
    """A report as plain text tables, without colour.

    >>> text = report_text(Report.from_values("revised_2021", {"requests.received.total": 3}), lang="en")
    >>> "一、本年新收政府信息公开申请数量" in text
    True
    """
    return _plain(report_lines(report, diagnostics, lang=lang), width)


def result_text(
    report: Report | None,
    diagnostics: Sequence[Diagnostic],
    *,
    source: SourceText | None = None,
    lang: Language | None = None,
    width: int = 100,
) -> str:
    """A report as plain text tables, and its findings below, grouped by cause; notes are counted, not listed.

    >>> from gxparse.checks import check
    >>> outcomes = ("upheld", "corrected", "other", "pending", "total")
    >>> report = Report.from_values("trial_2019", {f"proceedings.review.{name}": n for n, name in enumerate(outcomes)})
    >>> print(result_text(report, check(report, select=["GX604"]), lang="en").splitlines()[-1])
    found 1 inconsistency
    """
    chosen = default_language() if lang is None else lang
    lines: list[RenderableType] = [] if report is None else [*report_lines(report, diagnostics, lang=chosen), Text()]
    for cause in causes_of(report, diagnostics):
        if any(d.severity is not Severity.NOTE for d in cause.findings):
            lines += cause_lines(cause, report=report, source=source, lang=chosen)
    serious = [d for d in diagnostics if d.severity is not Severity.NOTE]
    words = pick(("发现 ", "found "), chosen) + counted(serious, chosen)
    if not serious:
        words = pick(("没有发现问题", "nothing found"), chosen)
    if notes := counted((d for d in diagnostics if d.severity is Severity.NOTE), chosen):
        words += pick((f"；另有 {notes}", f"; {notes}"), chosen)
    lines.append(Text(words))
    return _plain(lines, width)
