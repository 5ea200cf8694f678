"""``gxparse check``: what is wrong in reports, where, and what to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

import click
from attrs import field, frozen

from gxparse.cli.options import color_option, files_argument, lang_option, output_option, said
from gxparse.cli.output import console_for, open_output, show
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from rich.console import RenderableType

    from gxparse.cli.sources import Reading
    from gxparse.source.model import SourceText

__all__ = ["check"]


@frozen
class Checked:
    """One file with the findings that are to be shown."""

    reading: Reading
    #: findings to be shown, in the order of the source
    shown: tuple[Diagnostic, ...]
    #: how many were left out because a baseline knows them
    known: int = 0

    @property
    def name(self) -> str:
        """The file as it was named."""
        return self.reading.name

    @property
    def source(self) -> SourceText | None:
        """The text of the file, if it could be read."""
        return None if self.reading.result is None else self.reading.result.source

    @property
    def serious(self) -> tuple[Diagnostic, ...]:
        """The findings that are more than a note."""
        return tuple(d for d in self.shown if d.severity is not Severity.NOTE)


@frozen
class _Wishes:
    """How findings are to be shown."""

    lang: Language
    color: str
    notes: bool
    codes: Callable[[Diagnostic], bool] = field(repr=False)


def _checked(reading: Reading, wishes: _Wishes) -> Checked:
    if reading.result is None:
        return Checked(reading, () if reading.failure is None else (reading.failure,))
    return Checked(reading, tuple(filter(wishes.codes, reading.result.diagnostics)))


# --- text -------------------------------------------------------------------------------------------------------


def _verdict(checked: Checked, lang: Language) -> str:
    from gxparse.checks import Status, verify
    from gxparse.diagnostics.render import visible
    from gxparse.views.wording import counted

    result = checked.reading.result
    words = said("：", ": ", lang).join((visible(checked.name), _found_words(checked, lang)))
    notes = [d for d in checked.shown if d.severity is Severity.NOTE]
    if notes:
        words += said(f"；另有 {counted(notes, lang)}", f"; {counted(notes, lang)}", lang)
    if checked.known:
        words += said(f"；基线中已有 {checked.known} 处", f"; {checked.known} known from the baseline", lang)
    if result is None or result.report is None:
        return words
    outcomes = verify(result.report).outcomes
    passed = sum(len(outcome.passed) for outcome in outcomes)
    unknown = sum(v.status is Status.NOT_CHECKABLE for outcome in outcomes for v in outcome.verdicts)
    words += said(f"。已核对 {passed} 项", f". {passed} sums hold", lang)
    if unknown:
        words += said(f"，{unknown} 项因缺数字无法核对", f", {unknown} not checkable for want of a figure", lang)
    return words + said("。", ".", lang)


def _found_words(checked: Checked, lang: Language) -> str:
    from gxparse.views.wording import counted

    if checked.serious:
        return said("发现 ", "found ", lang) + counted(checked.serious, lang)
    if checked.reading.unread:
        return said("没有可检查的年度报告", "holds no annual report to check", lang)
    return said("没有发现问题", "nothing found", lang)


def _finding_lines(checked: Checked, wanted: Sequence[Diagnostic], lang: Language) -> Iterator[RenderableType]:
    from gxparse.checks.causes import group_by_cause
    from gxparse.views.terminal import cause_lines, finding_lines

    report = None if checked.reading.result is None else checked.reading.result.report
    if report is None:
        for diagnostic in wanted:
            yield from finding_lines(diagnostic, source=checked.source, name=checked.name, lang=lang)
        return
    for cause in group_by_cause(report, checked.shown):
        # A cause comes along with the findings that it explains; a note without them waits to be asked for.
        if any(diagnostic in wanted for diagnostic in cause.findings):
            yield from cause_lines(cause, report=report, source=checked.source, name=checked.name, lang=lang)


def _write_text(file: TextIO, files: Iterable[Checked], wishes: _Wishes) -> None:
    from rich.text import Text

    console = console_for(file, wishes.color)
    for number, checked in enumerate(files):
        if checked.reading.result is None:
            continue  # said on standard error
        if number:
            console.print()
        alone = [d for d in checked.shown if wishes.notes or d.severity is not Severity.NOTE]
        for line in _finding_lines(checked, alone, wishes.lang):
            show(console, line)
        good = not checked.serious and not checked.reading.unread
        show(console, Text(_verdict(checked, wishes.lang), "bold green" if good else "bold red"))


# --- for programs -----------------------------------------------------------------------------------------------


def _write_json(file: TextIO, files: Iterable[Checked], wishes: _Wishes) -> None:
    from gxparse.codec import dump_result

    for checked in files:
        result = checked.reading.result
        text = dump_result(
            None if result is None else result.report,
            checked.shown,
            name=checked.name,
            format=None if result is None else result.source.format,
            lang=wishes.lang,
            ensure_ascii=False,
        )
        file.write(text + "\n")


def _write_sarif(file: TextIO, files: Iterable[Checked], wishes: _Wishes) -> None:
    from importlib.metadata import version

    from gxparse.views.sarif import SourceFindings, sarif_text

    found = [SourceFindings(checked.name, checked.source, checked.shown) for checked in files]
    file.write(sarif_text(found, version=version("gxparse"), lang=wishes.lang) + "\n")


def _write_github(file: TextIO, files: Iterable[Checked], wishes: _Wishes) -> None:
    from gxparse.views.github import workflow_commands

    for checked in files:
        shown = checked.shown if wishes.notes else checked.serious
        commands = workflow_commands(checked.name, checked.source, shown, wishes.lang)
        file.writelines(f"{command}\n" for command in commands)


def _write_html(file: TextIO, files: Iterable[Checked], wishes: _Wishes) -> None:
    from gxparse.views.html import page, report_html

    found = list(files)
    fragments = [
        report_html(
            None if checked.reading.result is None else checked.reading.result.report,
            checked.shown,
            source=checked.source,
            lang=wishes.lang,
        )
        for checked in found
    ]
    title = found[0].name if len(found) == 1 else said("检查结果", "Findings", wishes.lang)
    file.write(page(fragments, title=title, lang=wishes.lang))


_WRITERS: dict[str, Callable[[TextIO, Iterable[Checked], _Wishes], None]] = {
    "text": _write_text,
    "json": _write_json,
    "sarif": _write_sarif,
    "github": _write_github,
    "html": _write_html,
}


# --- the command ------------------------------------------------------------------------------------------------


def _exit_code(files: Sequence[Checked]) -> int:
    if any(checked.reading.unread for checked in files):
        return 2
    return 1 if any(checked.serious for checked in files) else 0


@click.command(
    help=said(
        "检查报告：数字之间是否一致、文字与表格是否一致、哪些内容不能识别。文件可为 - （标准输入）。",
        "Check reports: do the figures agree with each other and with the prose, and what could not be read. "
        "FILE may be - for standard input.",
    )
)
@files_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(list(_WRITERS)),
    default="text",
    show_default=True,
    help=said(
        "text 供阅读；json 每个文件一行；sarif、github 供代码平台；html 为可打印的网页。",
        "text for people; json: a document for each file, one a line; sarif and github for code hosts; html: a page "
        "to print.",
    ),
)
@click.option(
    "--select",
    multiple=True,
    metavar="CODE",
    help=said(
        "只看这些代码、名称或类别，如 GX6；可重复。", "Only these codes, names or families (GX6); may be repeated."
    ),
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="CODE",
    help=said("不看这些代码、名称或类别；可重复。", "Not these codes, names or families; may be repeated."),
)
@click.option(
    "--notes", is_flag=True, help=said("也列出说明（不影响退出码）。", "List notes too; they never fail a run.")
)
@output_option
@lang_option
@color_option
@click.pass_context
def check(
    context: click.Context,
    files: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    notes: bool,
    output: str | None,
    lang: Language,
    color: str,
) -> None:
    """Check reports."""
    from gxparse.cli.selection import choose_codes
    from gxparse.cli.sources import read_files

    # Whoever selects a code wants to see it, note or not.
    wishes = _Wishes(lang, color, notes or bool(select), choose_codes(select, ignore))
    seen: list[Checked] = []

    def checked() -> Iterable[Checked]:
        for reading in read_files(files, lang):
            seen.append(_checked(reading, wishes))
            yield seen[-1]

    with open_output(output, text=form == "text") as file:
        _WRITERS[form](file, checked(), wishes)
    context.exit(_exit_code(seen))
