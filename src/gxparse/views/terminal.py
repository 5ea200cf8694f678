"""Reports and findings for people at a terminal, as plain text.

Everything that comes from a source passes :func:`gxparse.diagnostics.render.visible` first, and rich's own markup is
never parsed, so that no report can move a cursor or paint a screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.text import Text

from gxparse.diagnostics.language import Language, default_language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.model.report import Report
from gxparse.source.model import SourceText
from gxparse.views.marks import causes_of
from gxparse.views.terminal_findings import cause_lines
from gxparse.views.terminal_form import report_lines
from gxparse.views.wording import counted, pick

__all__ = ["report_text", "result_text"]


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
