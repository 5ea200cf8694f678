"""Findings for programs and for print: JSON, SARIF, GitHub annotations, HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, TextIO

from gxparse.cli.checked import Checked, Wishes, name_of
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
    "sarif": _write_sarif,
    "github": _write_github,
    "html": _write_html,
}
