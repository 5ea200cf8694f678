"""What reading a text or a file comes to: the report, and everything that is to be said about it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

import gxparse.views  # reports and findings learn from it how to show themselves
from gxparse.checks import check
from gxparse.diagnostics.codes import source as source_codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.trace import Trace
from gxparse.layout.ast import Document
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.model.report import Report
from gxparse.source.model import SourceText

__all__ = ["ParseResult", "in_order"]


@frozen
class ParseResult:
    """A report that was read, with everything that is to be said about it.

    ``report`` is ``None`` if the text has no form that gxparse reads; the diagnostics say why.

    >>> import gxparse
    >>> result = gxparse.read("examples/clean_2023.txt")
    >>> result.ok, result.report.requests.received.total
    (True, 17)
    """

    report: Report | None
    #: what reading the source had to say, in the order of the source; without the checks of the report
    reading: tuple[Diagnostic, ...] = field(repr=False)
    #: syntax tree of the layout that most tables were read in
    document: Document = field(repr=False)
    source: SourceText = field(repr=False)
    trace: Trace = field(repr=False)
    _limits: Limits = field(default=DEFAULT_LIMITS, repr=False, eq=False)
    _everything: list[tuple[Diagnostic, ...]] = field(factory=list, repr=False, eq=False, init=False)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is to be said, in the order of the source: on reading it, and on the report that was read.

        The rules run when this is first looked at, so that who wants the figures alone does not wait for them.
        """
        if not self._everything:
            # Reading has said so already if the form is that of other years (GX312).
            checked = () if self.report is None else check(self.report, ignore=("form-year",))
            self._everything.append(in_order((*self.reading, *checked), self._limits))
        return self._everything[0]

    @property
    def ok(self) -> bool:
        """Whether the report was read without an error and found consistent."""
        return self.report is not None and not any(d.severity in ("error", "inconsistency") for d in self.diagnostics)

    def _repr_html_(self) -> str:
        """The form as on paper with the findings beside it, for notebooks."""
        from gxparse.views.html import report_html

        return report_html(self.report, self.diagnostics, source=self.source)

    def _repr_pretty_(self, printer: gxparse.views.Printer, cycle: bool) -> None:  # noqa: ARG002 - IPython's signature
        """The form as text tables and the findings below, for consoles."""
        from gxparse.views.terminal import result_text

        printer.text(result_text(self.report, self.diagnostics, source=self.source).rstrip())


def in_order(diagnostics: Iterable[Diagnostic], limits: Limits) -> tuple[Diagnostic, ...]:
    """Diagnostics in the order of the source, no more than the limit allows."""
    found = sorted(diagnostics, key=lambda d: (d.span is None, d.span.start if d.span else 0, d.code, d.path or ""))
    if len(found) > limits.diagnostics:
        rest = len(found) - limits.diagnostics
        return (*found[: limits.diagnostics], source_codes.TOO_MANY_DIAGNOSTICS(count=rest, limit=limits.diagnostics))
    return tuple(found)
