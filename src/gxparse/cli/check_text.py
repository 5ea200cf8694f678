"""Findings for people: by cause, with tables and excerpts, and a verdict of one line for each file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from gxparse.cli.checked import Checked, Wishes, across, joined
from gxparse.cli.options import said
from gxparse.cli.output import console_for, show
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["write_text"]


def _verdict(checked: Checked, lang: Language) -> str:
    from gxparse.checks import Status, verify
    from gxparse.diagnostics.render import visible
    from gxparse.model.report import METADATA_FIELDS
    from gxparse.views.wording import counted

    words = said("：", ": ", lang).join((visible(checked.name), _found_words(checked, lang)))
    notes = [d for d in checked.shown if d.severity is Severity.NOTE]
    if notes:
        words += said(f"；另有 {counted(notes, lang)}", f"; {counted(notes, lang)}", lang)
    if checked.known:
        known = len(checked.known)
        words += said(f"；基线中已有 {known} 处", f"; {known} known from the baseline", lang)
    if checked.report is None:
        return words
    outcomes = verify(checked.report).outcomes
    passed = sum(len(outcome.passed) for outcome in outcomes)
    # A year or a day that is not known is no figure.
    unknown = sum(
        v.status is Status.NOT_CHECKABLE and not set(v.missing) <= set(METADATA_FIELDS)
        for outcome in outcomes
        for v in outcome.verdicts
    )
    words += said(f"。已核对 {passed} 项", f". {passed} relations hold", lang)
    if unknown:
        words += said(f"，{unknown} 项因缺数字无法核对", f", {unknown} not checkable for want of a figure", lang)
    return words + said("。", ".", lang)


def _found_words(checked: Checked, lang: Language) -> str:
    from gxparse.views.wording import counted

    found = counted(checked.serious, lang)
    if checked.report is None:
        words = said("没有可检查的年度报告", "holds no annual report to check", lang)
        return words + (said(f"（{found}）", f" ({found})", lang) if found else "")
    return said("发现 ", "found ", lang) + found if found else said("没有发现问题", "nothing found", lang)


def _finding_lines(checked: Checked, wanted: Sequence[Diagnostic], lang: Language) -> Iterator[RenderableType]:
    from gxparse.checks.causes import group_by_cause
    from gxparse.views.terminal_findings import cause_lines, finding_lines

    report = checked.report
    if report is None:
        for diagnostic in wanted:
            yield from finding_lines(diagnostic, source=checked.source, name=checked.name, lang=lang)
        return
    for cause in group_by_cause(report, checked.shown):
        # A cause comes along with the findings that it explains; a note without them waits to be asked for.
        if any(diagnostic in wanted for diagnostic in cause.findings):
            yield from cause_lines(cause, report=report, source=checked.source, name=checked.name, lang=lang)


def write_text(file: TextIO, files: Iterable[Checked], wishes: Wishes) -> list[Checked]:
    """Print findings file by file, each with a verdict; returns the files with all that was found."""
    from rich.text import Text

    from gxparse.diagnostics.render import visible
    from gxparse.views.wording import counted

    console = console_for(file, wishes.color)
    seen: list[Checked] = []
    for number, checked in enumerate(files):
        seen.append(checked)
        if checked.source is None:
            continue  # said on standard error
        if number:
            console.print()
        alone = [d for d in checked.shown if wishes.notes or d.severity is not Severity.NOTE]
        for line in _finding_lines(checked, alone, wishes.lang):
            show(console, line)
        good = not checked.serious and checked.report is not None
        show(console, Text(_verdict(checked, wishes.lang), "bold green" if good else "bold red"))
    # Other years of a body may come in any order, so they are compared when all files are read.
    for position, checked in across(seen, wishes).items():
        seen[position] = joined(seen[position], checked)
        if not checked.shown:
            continue
        wanted = [d for d in checked.shown if wishes.notes or d.severity is not Severity.NOTE]
        console.print()
        for line in _finding_lines(checked, wanted, wishes.lang):
            show(console, line)
        words = said("与其他年度对照", "beside other years", wishes.lang)
        found = said("：", ": ", wishes.lang).join((visible(checked.name), words, counted(checked.shown, wishes.lang)))
        show(console, Text(found, "bold red" if checked.serious else "bold green"))
    return seen
