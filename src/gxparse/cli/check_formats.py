"""Findings for programs and for print: JSON, CSV, SARIF, GitHub annotations, HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TextIO

from gxparse.cli.checked import Checked, Wishes, name_of
from gxparse.cli.csv_lines import Value, write_lines
from gxparse.cli.options import said

__all__ = ["FORMATS"]


def _write_json(file: TextIO, files: Sequence[Checked], wishes: Wishes) -> None:
    from gxparse.codec import dump_result

    for checked in files:
        text = dump_result(
            checked.report,
            checked.shown,
            name=checked.name,
            format=None if checked.source is None else checked.source.format,
            lang=wishes.lang,
            ensure_ascii=False,
        )
        file.write(text + "\n")


#: of a line for each finding; the first four as in ``gxparse parse --format csv``
_COLUMNS: Final = (
    *("file", "edition", "body", "year"),
    *("code", "name", "severity", "path", "label", "line", "column", "address", "message"),
)


def _finding_lines(files: Sequence[Checked], wishes: Wishes) -> Iterator[tuple[Value, ...]]:
    from gxparse.diagnostics.catalogue import find_entry
    from gxparse.diagnostics.render import position
    from gxparse.forms.editions import edition_of

    for checked in files:
        report, source = checked.report, checked.source
        edition = None if report is None else edition_of(report.edition)
        head = (checked.name,) + ((None,) * 3 if report is None else (report.edition, report.body, report.year))
        for found in checked.shown if wishes.notes else checked.serious:
            entry, path = find_entry(found.code), found.path
            label = edition.describe(path) if edition is not None and path in edition.fields else None
            line = column = address = None
            if source is not None and found.span is not None:
                place = source.place_of(found.span)
                if place is None:
                    line, column = position(source.text, found.span.start)
                else:
                    address = place.address
            slug = None if entry is None else entry.slug
            what = (found.code, slug, found.severity.value, path, label, line, column, address)
            yield (*head, *what, found.message(wishes.lang))


def _write_csv(file: TextIO, files: Sequence[Checked], wishes: Wishes) -> None:
    write_lines(file, _COLUMNS, _finding_lines(files, wishes))


def _write_sarif(file: TextIO, files: Sequence[Checked], wishes: Wishes) -> None:
    from importlib.metadata import version

    from gxparse.checks.baseline import fingerprint
    from gxparse.views.sarif import SourceFindings, sarif_text

    found = [
        SourceFindings(
            checked.name,
            checked.source,
            checked.shown,
            {diagnostic: fingerprint(diagnostic, name_of(checked.reading)) for diagnostic in checked.shown},
        )
        for checked in files
    ]
    file.write(sarif_text(found, version=version("gxparse"), lang=wishes.lang) + "\n")


def _write_github(file: TextIO, files: Sequence[Checked], wishes: Wishes) -> None:
    from gxparse.views.github import workflow_commands

    for checked in files:
        shown = checked.shown if wishes.notes else checked.serious
        commands = workflow_commands(checked.name, checked.source, shown, wishes.lang)
        file.writelines(f"{command}\n" for command in commands)


def _write_html(file: TextIO, files: Sequence[Checked], wishes: Wishes) -> None:
    from gxparse.views.html import page, report_html

    fragments = [
        report_html(
            checked.report,
            checked.shown,
            source=checked.source,
            lang=wishes.lang,
        )
        for checked in files
    ]
    title = files[0].name if len(files) == 1 else said("检查结果", "Findings", wishes.lang)
    file.write(page(fragments, title=title, lang=wishes.lang))


#: what writes findings in each format
FORMATS: Final[dict[str, Callable[[TextIO, Sequence[Checked], Wishes], None]]] = {
    "json": _write_json,
    "csv": _write_csv,
    "sarif": _write_sarif,
    "github": _write_github,
    "html": _write_html,
}
