"""Reports and findings for people: HTML, terminal, frames, and the formats that code hosts show.

Importing this package is light and gives :class:`~gxparse.model.report.Report` and
:class:`~gxparse.diagnostics.model.Diagnostic` what a notebook asks for; rendering is imported when somebody looks.
"""

from __future__ import annotations

from typing import Any, Protocol

from gxparse.diagnostics.model import Diagnostic
from gxparse.model.report import Report

__all__ = ["Printer"]


class Printer(Protocol):
    """The part of IPython's pretty printer that is used."""

    def text(self, text: str) -> object:
        """Print a text."""


def _report_html(report: Report) -> str:
    """The form as on paper, with what the checks find beside it."""
    from gxparse.checks import check
    from gxparse.views.html import report_html

    return report_html(report, check(report))


def _report_pretty(report: Report, printer: Printer, cycle: bool) -> None:  # noqa: ARG001 - IPython's signature
    """The form as text tables, for consoles."""
    from gxparse.checks import check
    from gxparse.views.terminal import report_text

    printer.text(report_text(report, check(report)).rstrip())


def _diagnostic_html(diagnostic: Diagnostic) -> str:
    """Headline and hint of one finding."""
    from gxparse.views.html import diagnostic_html

    return diagnostic_html(diagnostic)


def _diagnostic_pretty(diagnostic: Diagnostic, printer: Printer, cycle: bool) -> None:  # noqa: ARG001
    """Headline and hint of one finding, as text."""
    from gxparse.diagnostics.language import default_language
    from gxparse.diagnostics.render import render

    printer.text(render(diagnostic, lang=default_language()))


def _show(cls: Any, html: Any, pretty: Any) -> None:
    # The model may not know who shows it, so the methods are given to it from here.
    cls._repr_html_ = html
    cls._repr_pretty_ = pretty


_show(Report, _report_html, _report_pretty)
_show(Diagnostic, _diagnostic_html, _diagnostic_pretty)
