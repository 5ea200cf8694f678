"""Findings at a terminal, with :mod:`rich`: headline, table of the cells, excerpt with a caret, what to look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import evolve
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from gxparse.checks.causes import Cause
from gxparse.diagnostics.language import Language, default_language
from gxparse.diagnostics.model import Diagnostic
from gxparse.diagnostics.render import Excerpt, excerpt, hint, message, severity_word, visible
from gxparse.model.report import Report
from gxparse.source.model import SourceText
from gxparse.views.marks import Cutout, cutouts, is_change
from gxparse.views.terminal_form import STYLES, grid_of
from gxparse.views.wording import address_words, cell_words, figure_text, pick

__all__ = ["cause_lines", "finding_lines"]


def _cutout(cutout: Cutout, primary: Collection[str | None], style: str, lang: Language) -> Grid:
    grid = grid_of(cutout.columns)
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
        f"{severity_word(diagnostic.severity, lang)} {visible(diagnostic.code)}", f"bold {STYLES[diagnostic.severity]}"
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
    style = STYLES[diagnostic.severity]
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
    style = STYLES[min((d.severity for d in others), key=[*STYLES].index)]
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
