"""What a rule looks at: one report, laid out for arithmetic, and the few questions that rules ask again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from gxparse.diagnostics.model import Related
from gxparse.errors import UsageError
from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Edition
from gxparse.model.origin import Section
from gxparse.model.report import Report, must_be_report
from gxparse.model.shape import Figure, shape_of
from gxparse.span import Span

#: Evidence that other rooms make from a report, by name. The pipeline fills this table, since a check may not know
#: who reads prose: ``EVIDENCE["statements"] = read_statements``.
EVIDENCE: dict[str, Callable[[Report], Any]] = {}

#: Digits beyond which a figure is no longer printed in full (Python refuses to print ints of 4,300 digits).
_PRINTED_DIGITS: Final = 30
_PRINTED_BELOW: Final = 10**_PRINTED_DIGITS


def printable(value: int) -> int | str:
    """A whole number as a message parameter: itself, or its magnitude when nobody could read its digits.

    >>> printable(14), printable(10**40)
    (14, '2^132')
    """
    if -_PRINTED_BELOW < value < _PRINTED_BELOW:
        return value
    return f"{'-' if value < 0 else ''}2^{value.bit_length() - 1}"


class Subject:
    """One report as rules see it.

    ``row`` is the flat list of figures in form order and ``index`` the position of each path in it; a rule that runs
    on every report works on positions it has computed once for each edition. Everything else is made when asked for.
    """

    __slots__ = ("_evidence", "_memo", "answered", "detail", "edition", "index", "missed", "report", "row")

    def __init__(self, report: Report, evidence: Mapping[str, object] | None = None) -> None:
        must_be_report(report)
        shape = shape_of(report.edition)
        self.report: Final = report
        self.edition: Final[Edition] = edition_of(report.edition)
        self.index: Final[dict[str, int]] = shape.index
        #: every figure in form order
        self.row: Final[list[Figure]] = shape.read(report.proactive, report.requests, report.proceedings)
        #: whether somebody wants to know what was verified, not only what was found: rules yield verdicts then
        self.detail: bool = False
        #: whether a rule has asked for a figure or for prose and got it, and whether it asked in vain
        self.answered: bool = False
        self.missed: bool = False
        self._evidence: dict[str, object] = dict(evidence) if evidence else {}
        self._memo: dict[object, Any] = {}

    def __getitem__(self, path: str) -> Figure:
        """The figure at a path; ``None`` if the report gives none."""
        return self._note(self.row[self.index[path]])

    def __contains__(self, path: object) -> bool:
        """Whether the edition has that path."""
        return path in self.index

    def count(self, path: str) -> int | None:
        """The figure at a path that counts something; ``None`` if the report gives none."""
        value = self._note(self.row[self.index[path]])
        return value if isinstance(value, int) else None

    def counts(self, paths: Iterable[str]) -> list[int] | None:
        """The counts at all *paths*, or ``None`` if the report lacks one of them: what is missing is never zero."""
        found: list[int] = []
        for path in paths:
            value = self.row[self.index[path]]
            if not isinstance(value, int):
                self.missed = True
                return None
            found.append(value)
        self.answered = True
        return found

    def _note(self, value: Figure) -> Figure:
        if value is None:
            self.missed = True
        else:
            self.answered = True
        return value

    def memo(self, key: object, make: Callable[[Subject], Any]) -> Any:
        """``make(self)``, computed once for all rules that share it."""
        if key not in self._memo:
            self._memo[key] = make(self)
        return self._memo[key]

    def has_evidence(self, name: str) -> bool:
        """Whether somebody provides the evidence *name*."""
        return name in self._evidence or name in EVIDENCE

    def evidence(self, name: str) -> Any:
        """What another room makes of the report, such as the statements of its prose; made once.

        Raises :class:`~gxparse.errors.UsageError` if nobody provides it; rules that declare it under ``needs`` are
        not run then.
        """
        if name not in self._evidence:
            if name not in EVIDENCE:
                raise UsageError(f"nobody provides the evidence {name!r}")
            self._evidence[name] = EVIDENCE[name](self.report)
        self.answered = self.answered or bool(self._evidence[name])
        return self._evidence[name]

    # --- places ---------------------------------------------------------------------------------------------

    def span(self, path: str) -> Span | None:
        """Where the figure stands in the source, if the report came from one."""
        return self.report.origins.span(path)

    def related(self, paths: Iterable[str], role: str) -> tuple[Related, ...]:
        """The cells at *paths* as the places of a diagnostic."""
        span = self.report.origins.span
        return tuple([Related(span(path), path, role) for path in paths])

    def describe(self, path: str) -> str:
        """A field in the words of the form."""
        return self.edition.describe(path)

    def place(self, section: Section, start: int, stop: int) -> Span | None:
        """Where a stretch of a section's text stands in the source; the whole section where that is not known."""
        found = section.source_span(Span(start, stop))
        return section.span if found is None else found

    # --- prose ----------------------------------------------------------------------------------------------

    def prose(self) -> Iterator[Section]:
        """The sections that hold any text, in the order of the report."""
        found = [section for section in self.report.sections if section.text]
        if found:
            self.answered = True
        else:
            self.missed = True
        return iter(found)
