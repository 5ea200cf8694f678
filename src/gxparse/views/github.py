"""Findings as annotations of GitHub Actions: workflow commands that mark a line of a changed file.

Form of the commands: "Workflow commands for GitHub Actions", ``::error file=…,line=…,col=…,title=…::message``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import hint, message, position, severity_word, visible
from gxparse.source.model import SourceText
from gxparse.views.wording import address_words

__all__ = ["workflow_commands"]

_COMMANDS: Final = {
    Severity.INCONSISTENCY: "error",
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def workflow_commands(
    name: str, source: SourceText | None, diagnostics: Sequence[Diagnostic], lang: Language = "zh"
) -> Iterator[str]:
    """One workflow command for each diagnostic.

    Line and column are given for formats that have lines; for others the address in the file begins the message.
    Columns count characters, as GitHub does.

    >>> found = Diagnostic("GX999", Severity.WARNING, {"share": "100%"})
    >>> list(workflow_commands("a,b.txt", None, [found], "en"))
    ['::warning file=a%2Cb.txt,title=warning GX999::GX999 (share: 100%25)']
    """
    for diagnostic in diagnostics:
        properties = [f"file={_property(visible(name))}"]
        text = message(diagnostic, lang)
        if source is not None and diagnostic.span is not None:
            place = source.place_of(diagnostic.span)
            if place is None:
                line, column = position(source.text, diagnostic.span.start)
                end_line, end = position(source.text, diagnostic.span.stop)
                properties += [f"line={line}", f"endLine={end_line}"]
                # GitHub takes columns only where both ends stand in one line.
                properties += [f"col={column}", f"endColumn={end}"] if end_line == line else []
            else:
                text = f"{address_words(place.address, lang)}: {text}"
        properties.append(
            f"title={_property(f'{severity_word(diagnostic.severity, lang)} {visible(diagnostic.code)}')}"
        )
        if (advice := hint(diagnostic, lang)) is not None:
            text += f"\n{advice}"
        yield f"::{_COMMANDS[diagnostic.severity]} {','.join(properties)}::{_data(text)}"
