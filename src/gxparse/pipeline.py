"""From a text or a file to a result: the stages in order, and nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any, TypeAlias, cast

from attrs import evolve, field, frozen

import gxparse.views  # reports and findings learn from it how to show themselves
from gxparse.checks import EVIDENCE, check, verify
from gxparse.diagnostics.codes import forms as form_codes
from gxparse.diagnostics.codes import source as source_codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.bind import Bound
from gxparse.forms.choose import Choice, bind_choice, choose_tables
from gxparse.forms.editions import EDITIONS, edition_of
from gxparse.forms.lexicon import CAPTION, COLUMN, CORNER, look_at
from gxparse.forms.spec import Edition
from gxparse.layout.ast import Document
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.model.origin import Origin, Origins, Section
from gxparse.model.report import Report
from gxparse.narrative import find_sections, read_metadata, relevant_statements
from gxparse.narrative.metadata import Metadata
from gxparse.source.model import SourceText
from gxparse.span import Span
from gxparse.text import canonical

# The rules do not know who reads prose.
EVIDENCE["statements"] = relevant_statements

#: no caption and no heading cell of a table is longer, marks included
_LONGEST_LABEL = 60
#: what layouts put around cells
_MARKS = " \t|-:\u00a0\u3000"
_OF_FORM = frozenset((CAPTION, COLUMN, CORNER))

#: What :func:`read` takes.
Readable: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]


@frozen
class Trace:
    """How a text was read: layouts tried, what each table was taken from, what was not recognised.

    >>> import gxparse
    >>> gxparse.read("examples/clean_2023.txt").trace.tables["requests"]
    'tab-cell'
    """

    #: layouts that were tried, in order
    layouts: tuple[str, ...] = ()
    #: table key -> layout it was taken from
    tables: dict[str, str] = field(factory=dict)
    #: table key -> how its columns were found
    alignments: dict[str, str] = field(factory=dict)
    #: table rows that belong to no statutory table
    unrecognised: tuple[Span, ...] = ()


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
            self._everything.append(_ordered([*self.reading, *checked], self._limits))
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


def parse(
    text: str,
    *,
    name: str | None = None,
    layout: str | None = None,
    edition: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> ParseResult:
    """Read the text of a report.

    Any text is accepted; what is wrong with it is in ``diagnostics``, and a figure that cannot be read for certain is
    ``None`` with a reason in its origin. ``layout`` and ``edition`` are for callers that know them. Raises
    :class:`~gxparse.errors.UsageError` for a layout or edition that does not exist, and ``TypeError`` if *text* is
    not a ``str``.

    >>> import gxparse
    >>> gxparse.parse("一、总体情况").report is None
    True
    """
    if not isinstance(text, str):
        raise TypeError(f"parse() takes a str, got {type(text).__name__}; use read() for files and bytes")
    return parse_source(SourceText(text, name, layout=layout), edition=edition, limits=limits)


def read(source: Readable, *, name: str | None = None, limits: Limits = DEFAULT_LIMITS) -> ParseResult:
    """Read a report from a path, from the bytes of a file, or from an open file.

    The format is told by content, never by suffix. Raises ``OSError`` if a path cannot be opened,
    :class:`~gxparse.errors.UnreadableSource` if the bytes are no document, and
    :class:`~gxparse.errors.MissingExtra` if the format needs a package that is not installed.

    >>> import gxparse
    >>> gxparse.read("一、总体情况".encode("gb18030")).source.text
    '一、总体情况'
    """
    # Parsing a text needs no reader of files.
    from gxparse.source.registry import read_source

    if isinstance(source, str | os.PathLike):
        path = Path(source)
        # One byte more than allowed tells a file that is too long without reading it all.
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
        name = name or str(path)
    elif isinstance(source, bytes | bytearray | memoryview):
        data = bytes(source)
    elif hasattr(source, "read"):
        content: str | bytes = cast("IO[Any]", source).read()
        if isinstance(content, str):
            return parse(content, name=name or getattr(source, "name", None), limits=limits)
        data = content
        name = name or getattr(source, "name", None)
    else:
        raise TypeError(f"read() takes a path, bytes or an open file, got {type(source).__name__}")
    text, diagnostics = read_source(data, name, limits)
    return parse_source(text, limits=limits, diagnostics=diagnostics)


def parse_source(
    source: SourceText,
    *,
    edition: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    diagnostics: tuple[Diagnostic, ...] = (),
) -> ParseResult:
    """Read a source text, whatever it was made from."""
    if edition is not None:
        edition_of(edition)
    found = list(diagnostics)
    text = source.text
    if len(text) > limits.text_chars:
        found.append(source_codes.TEXT_TOO_LONG(limit=limits.text_chars))
        text = text[: limits.text_chars]
    if source.layout != "sheet":
        text = canonical(text)
    choice = choose_tables(text, layout=source.layout, edition=edition)
    if choice.form is None and source.layout == "sheet":
        # Tables of a file that are none of the form's: the report may stand beside them as text.
        choice = choose_tables(text, edition=edition)
    if choice.form is None and edition is None:
        choice = _chosen_by_year(text, source.layout, choice)
    main = choice.main
    tables = _statutory(choice)
    lines = _prose_lines(text, tables)
    sections, remarks = find_sections(lines, text, tables)
    found += remarks
    metadata, remarks = read_metadata(text, lines, sections)
    found += remarks
    form = choice.form or _form_by_year(main.reading.annex_rows, metadata.year, len(sections), found)
    report = None
    if form is not None:
        bound, findings = bind_choice(choice, form)
        found += findings
        report = _report(form, bound, metadata, sections, source, respelled=text != source.text[: len(text)])
        if choice.form is not None and report.year is not None and not form.covers(report.year):
            found.append(_wrong_form(form, report.year))
        votes = sorted(main.reading.votes.values())
        if len(votes) > 1 and votes[-2] > 1:
            found.append(form_codes.MIXED_FORMS(edition=form.title))
    trace = Trace(
        tuple(a.layout for a in choice.attempts),
        choice.taken,
        {key: t.alignment for key, t in choice.tables.items()},
        tuple(row.span for row, _ in main.reading.strangers),
    )
    return ParseResult(report, _ordered(found, limits), main.document, source, trace, limits)


def _chosen_by_year(text: str, layout: str | None, choice: Choice) -> Choice:
    """Tables that every edition could have, read by the form of the year that the report is on."""
    if any(attempt.reading.annex_rows for attempt in choice.attempts):
        return choice
    lines = _prose_lines(text, [])
    year = read_metadata(text, lines, find_sections(lines, text, [])[0])[0].year
    form = next((form for form in EDITIONS.values() if year is not None and form.covers(year)), None)
    if form is None:
        return choice
    found = choose_tables(text, layout=layout, edition=form.key)
    return found if found.tables else choice


def _ordered(found: list[Diagnostic], limits: Limits) -> tuple[Diagnostic, ...]:
    found.sort(key=lambda d: (d.span is None, d.span.start if d.span else 0, d.code, d.path or ""))
    if len(found) > limits.diagnostics:
        rest = len(found) - limits.diagnostics
        return (*found[: limits.diagnostics], source_codes.TOO_MANY_DIAGNOSTICS(count=rest, limit=limits.diagnostics))
    return tuple(found)


def _statutory(choice: Choice) -> list[tuple[int, int, str]]:
    """Start, stop and section of each recognised table, in the order of the text."""
    return sorted(
        (t.span.start, t.span.stop, key.split(".")[0]) for key, t in choice.tables.items() if t.span is not None
    )


def _prose_lines(text: str, tables: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The lines that are not empty and stand outside the statutory tables, captions and headers without rows left out."""
    lines: list[tuple[int, int]] = []
    at = 0
    for start, stop, _ in (*tables, (len(text), len(text), "")):
        if start > at:
            for line in text[at:start].split("\n"):
                if line and not line.isspace() and not (tables and _is_of_form(line)):
                    lines.append((at, at + len(line)))
                at += len(line) + 1
        at = max(stop, start) if start >= at - 1 else max(at, stop)
    return lines


def _is_of_form(line: str) -> bool:
    """Whether a line is a caption, a heading cell or a rule of a statutory table, and no prose."""
    words = line.strip(_MARKS)
    if not words or len(words) > _LONGEST_LABEL:
        return not words
    sight = look_at(words)
    return sight.note or not _OF_FORM.isdisjoint(sight.roles)


def _form_by_year(annex_rows: int, year: int | None, sections: int, found: list[Diagnostic]) -> Edition | None:
    """Without a table that tells the edition: refuse an older form, else take the form of the year."""
    if annex_rows >= 3:
        found.append(form_codes.OLD_STATISTICS_TABLE())
        return None
    found.append(form_codes.NO_FORM())
    # The headings of the form are there, so that its tables are what is missing.
    if year is not None and sections >= 3:
        return next((form for form in EDITIONS.values() if form.covers(year)), None)
    return None


def _wrong_form(form: Edition, year: int) -> Diagnostic:
    years = f"{form.first_year}–{form.last_year or ''}"
    return form_codes.WRONG_FORM(path="year", year=year, edition=form.title, years=years)


def _report(
    form: Edition,
    bound: Bound,
    metadata: Metadata,
    sections: tuple[Section, ...],
    source: SourceText,
    *,
    respelled: bool,
) -> Report:
    proactive, requests, proceedings = form.shape.build(bound.values)

    known = metadata.origins

    def make(path: str) -> dict[str, Origin]:
        found = {path: known[path]} if path in known else bound.origins(path)
        if respelled:
            # What the grammars read has other line breaks in the same places; the origin shows what is there.
            for each, origin in found.items():
                if origin.span is not None and origin.raw is not None and len(origin.raw) == len(origin.span):
                    found[each] = evolve(origin, raw=origin.span.of(source.text))
        if source.places:
            for each, origin in found.items():
                place = source.place_of(origin.span) if origin.span is not None else None
                if place is not None:
                    found[each] = evolve(origin, address=place.address)
        return found

    return Report(
        form.key,
        proactive,
        requests,
        proceedings,
        metadata.title,
        metadata.body,
        metadata.year,
        metadata.period,
        metadata.published,
        metadata.signature,
        sections,
        Origins(make=make, paths=(*form.paths, *known)),
    )


__all__ = ["ParseResult", "Readable", "Trace", "check", "parse", "parse_source", "read", "verify"]
