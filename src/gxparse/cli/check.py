"""``gxparse check``: what is wrong in reports, where, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence

import click

from gxparse.cli.accepted import accept as write_accepted
from gxparse.cli.accepted import open_baseline
from gxparse.cli.check_counts import write_counts
from gxparse.cli.check_formats import FORMATS
from gxparse.cli.check_text import write_text
from gxparse.cli.checked import Checked, Wishes, checked_of, with_across
from gxparse.cli.options import color_option, files_argument, jobs_option, lang_option, output_option, said
from gxparse.cli.output import complain, open_output
from gxparse.diagnostics.language import Language

__all__ = ["check"]


def _exit_code(files: Sequence[Checked]) -> int:
    if any(checked.report is None for checked in files):
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
    type=click.Choice(["text", *FORMATS]),
    default="text",
    show_default=True,
    help=said(
        "text 供阅读；json 每个文件一行；csv 每处发现一行；sarif、github 供代码平台；html 为可打印的网页。",
        "text for people; json: a document for each file, one a line; csv: a line for each finding; sarif and github "
        "for code hosts; html: a page to print.",
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
    "--baseline",
    metavar=said("文件", "FILE"),
    help=said("不看此文件中已接受的发现。", "Do not show findings that were accepted in this file."),
)
@click.option(
    "--accept",
    is_flag=True,
    help=said("把现有发现写入基线文件，视为已接受。", "Write all that is found into the baseline, as accepted."),
)
@click.option(
    "--notes", is_flag=True, help=said("也列出说明（不影响退出码）。", "List notes too; they never fail a run.")
)
@click.option(
    "--statistics",
    is_flag=True,
    help=said("只列出每个代码出现在多少文件、多少处。", "Only count: each code, in how many files and how often."),
)
@jobs_option
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
    baseline: str | None,
    accept: bool,
    notes: bool,
    statistics: bool,
    jobs: int,
    output: str | None,
    lang: Language,
    color: str,
) -> None:
    """Check reports."""
    from gxparse.cli.folders import files_of
    from gxparse.cli.selection import choose_codes
    from gxparse.cli.sources import read_files

    if accept and baseline is None:
        raise click.UsageError(said("--accept 需要 --baseline 文件。", "--accept needs --baseline FILE."))
    if statistics and form != "text":
        raise click.UsageError(said("--statistics 只用于 --format text。", "--statistics goes with --format text."))
    known = None if baseline is None else open_baseline(baseline, new=accept)
    # Whoever selects a code wants to see it, note or not.
    wishes = Wishes(lang, color, notes or bool(select), choose_codes(select, ignore), known)
    # Text appears file by file; programs get what the files say about each other together with the rest.
    # Folders are looked into before the output is opened, which may stand in one of them.
    read = (checked_of(reading, wishes) for reading in read_files(files_of(files, lang), lang, jobs))
    with open_output(output, text=form == "text") as file:
        if statistics:
            seen = with_across(list(read), wishes)
            write_counts(file, seen, wishes)
        elif form == "text":
            seen = write_text(file, read, wishes)
        else:
            seen = with_across(list(read), wishes)
            FORMATS[form](file, seen, wishes)
    if baseline is not None and known is not None and accept:
        number = write_accepted(baseline, known, seen)
        complain(said(f"{baseline}：已接受 {number} 处", f"{baseline}: {number} findings accepted", lang))
        context.exit(2 if any(checked.report is None for checked in seen) else 0)
    context.exit(_exit_code(seen))
