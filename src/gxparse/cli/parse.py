"""``gxparse parse``: the figures of reports as a table for people, as JSON or as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

import click

from gxparse.cli.csv_lines import write_lines
from gxparse.cli.options import color_option, files_argument, jobs_option, lang_option, output_option, said
from gxparse.cli.output import console_for, open_output, show
from gxparse.diagnostics.language import Language

if TYPE_CHECKING:
    from gxparse.cli.csv_lines import Value
    from gxparse.cli.sources import Reading
    from gxparse.diagnostics.model import Diagnostic

__all__ = ["parse"]

_COLUMNS = ("file", "edition", "body", "year", "path", "label", "value", "missing")


def _reading_faults(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """What went wrong in reading; what the figures say to each other is the business of ``check``."""
    return [d for d in diagnostics if d.code < "GX6" and d.severity in ("error", "warning")]


def _figure_lines(readings: Iterable[Reading]) -> Iterator[tuple[Value, ...]]:
    from gxparse.forms.editions import edition_of

    for reading in readings:
        report = reading.report
        if report is None:
            continue
        edition = edition_of(report.edition)
        head = (reading.name, report.edition, report.body, report.year)
        for path, value in report.values().items():
            missing = report.origin(path).missing
            yield (*head, path, edition.describe(path), value, None if missing is None else missing.value)


#: what is known of a report, before its figures in a line of their own
_ABOUT = ("file", "edition", "body", "year", "published", "codes")


def _every_path() -> tuple[str, ...]:
    """The field paths of all editions, each once, the oldest edition first: the columns do not depend on the files."""
    from gxparse.forms.editions import EDITIONS

    return tuple(dict.fromkeys(path for edition in EDITIONS.values() for path in edition.paths))


def _report_lines(readings: Iterable[Reading], paths: Sequence[str]) -> Iterator[tuple[Value, ...]]:
    for reading in readings:
        report = reading.report
        # Which findings a line has stands in it, so that nobody takes a figure that could not be read for one not given.
        codes = " ".join(sorted({d.code for d in reading.diagnostics if d.severity != "note"}))
        if report is None:
            yield (reading.name, None, None, None, None, codes, *(None for _ in paths))
            continue
        published = None if report.published is None else report.published.isoformat()
        values = report.values()
        yield (reading.name, report.edition, report.body, report.year, published, codes, *map(values.get, paths))


def _write_json(file: TextIO, readings: Iterable[Reading], indent: int | None, lang: Language) -> None:
    from gxparse.codec import dump_result

    for reading in readings:
        text = dump_result(
            reading.report,
            reading.diagnostics,
            name=reading.name,
            format=None if reading.source is None else reading.source.format,
            lang=lang,
            indent=indent,
            ensure_ascii=False,
        )
        file.write(text + "\n")


def _write_tables(file: TextIO, readings: Iterable[Reading], color: str, lang: Language) -> None:
    from rich.rule import Rule
    from rich.text import Text

    from gxparse.diagnostics.render import visible
    from gxparse.views.terminal_findings import finding_lines
    from gxparse.views.terminal_form import report_lines
    from gxparse.views.wording import counted

    console = console_for(file, color)
    for number, reading in enumerate(readings):
        if reading.source is None:
            continue
        if number:
            console.print(Rule(style="dim"))
        if reading.report is None:
            for diagnostic in reading.diagnostics:
                for line in finding_lines(diagnostic, source=reading.source, name=reading.name, lang=lang):
                    show(console, line)
            continue
        for line in report_lines(reading.report, reading.diagnostics, lang=lang):
            show(console, line)
        found = [d for d in reading.diagnostics if d.severity != "note"]
        if found:
            words = said(
                f"{counted(found, lang)}；详见 gxparse check {visible(reading.name)}",
                f"{counted(found, lang)}; see gxparse check {visible(reading.name)}",
                lang,
            )
            show(console, Text(words, "yellow"))


@click.command(
    help=said(
        "读取报告并列出全部数字。文件可为 - （标准输入）。",
        "Read reports and list their figures. FILE may be - for standard input.",
    )
)
@files_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help=said(
        "table 供阅读；json 每个文件一行；csv 每个数字一行。",
        "table for people; json: a document for each file, one a line; csv: a line for each figure.",
    ),
)
@click.option("--indent", type=click.IntRange(0, 8), help=said("json 的缩进。", "Indent JSON by so many spaces."))
@click.option(
    "--wide",
    is_flag=True,
    help=said("csv 每个文件一行，每个数字一列。", "CSV with a line for each file and a column for each figure."),
)
@click.option(
    "--bom", is_flag=True, help=said("csv 加字节顺序标记，便于 Excel 打开。", "Begin CSV with a mark that Excel needs.")
)
@jobs_option
@output_option
@lang_option
@color_option
@click.pass_context
def parse(
    context: click.Context,
    files: tuple[str, ...],
    form: str,
    indent: int | None,
    wide: bool,
    bom: bool,
    jobs: int,
    output: str | None,
    lang: Language,
    color: str,
) -> None:
    """Print the figures of reports."""
    from gxparse.cli.folders import files_of
    from gxparse.cli.sources import read_files

    if wide and form != "csv":
        raise click.UsageError(said("--wide 只用于 --format csv。", "--wide goes with --format csv."))
    # Before the output is opened, which may stand in the same folder.
    named = files_of(files, lang)
    seen: list[tuple[bool, bool]] = []

    def readings() -> Iterable[Reading]:
        for reading in read_files(named, lang, jobs):
            seen.append((reading.report is None, bool(_reading_faults(reading.diagnostics))))
            yield reading

    with open_output(output, text=form == "table") as file:
        if form == "csv":
            paths = _every_path() if wide else ()
            columns = (*_ABOUT, *paths) if wide else _COLUMNS
            write_lines(file, columns, _report_lines(readings(), paths) if wide else _figure_lines(readings()), bom=bom)
        elif form == "json":
            _write_json(file, readings(), indent, lang)
        else:
            _write_tables(file, readings(), color, lang)
    context.exit(2 if any(unread for unread, _ in seen) else 1 if any(faulty for _, faulty in seen) else 0)
