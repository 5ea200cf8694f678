"""From a text or a file to a result: the stages in order, and nothing else."""

from __future__ import annotations

import functools
import os
from pathlib import Path
from typing import IO, Any, TypeAlias, cast

from gxparse.checks import EVIDENCE, check, verify
from gxparse.diagnostics.codes import forms as form_codes
from gxparse.diagnostics.codes import layout as layout_codes
from gxparse.diagnostics.codes import source as source_codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.account import cite_unclaimed, list_others
from gxparse.forms.captions import table_extents
from gxparse.forms.choose import Choice, bind_choice, choose_tables
from gxparse.forms.editions import EDITIONS, edition_of
from gxparse.forms.spec import Edition
from gxparse.forms.trace import Trace
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.model.origin import Section
from gxparse.narrative import find_sections, read_metadata, relevant_statements
from gxparse.narrative.metadata import Metadata
from gxparse.narrative.next_report import find_next_report
from gxparse.narrative.passages import prose_lines
from gxparse.pipeline.assemble import assemble_report
from gxparse.pipeline.result import ParseResult, in_order
from gxparse.source.model import SourceText
from gxparse.source.recognise import Recogniser
from gxparse.span import Span
from gxparse.text import canonical, page_ends

#: rows of the statistics table of 2014 to 2018 that are no chance
_STATISTICS = 3

# The rules do not know who reads prose.
EVIDENCE["statements"] = relevant_statements

#: What :func:`read` takes.
Readable: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes] | IO[str]


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


def read(
    source: Readable,
    *,
    name: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    recogniser: Recogniser | None = None,
) -> ParseResult:
    """Read a report from a path, from the bytes of a file, or from an open file.

    The format is told by content, never by suffix. *recogniser* reads the pages of a PDF that are only pictures
    (:class:`~gxparse.source.recognise.Recogniser`); without one they are refused (GX171, GX172). Raises ``OSError`` if a path cannot be opened,
    :class:`~gxparse.errors.UnreadableSource` if the bytes are no document, and
    :class:`~gxparse.errors.MissingExtra` if the format needs a package that is not installed.

    >>> import gxparse
    >>> gxparse.read("一、总体情况".encode("gb18030")).source.text
    '一、总体情况'
    """
    # Parsing a text needs no reader of files.
    from gxparse.source.registry import read_source

    if isinstance(source, str | os.PathLike):
        # Not by way of a Path, which takes an empty name for the current folder. One byte more than allowed tells a
        # file that is too long without reading it all.
        with open(source, "rb") as file:  # noqa: PTH123
            data = file.read(limits.file_bytes + 1)
        name = name or str(Path(source))
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
    text, diagnostics = read_source(data, name, limits, recogniser=recogniser)
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
    pages: tuple[int, ...] = ()
    if source.layout != "sheet":
        pages = page_ends(text)
        text = canonical(text)
    another = find_next_report(text)
    if another is not None:
        span = another.title.span
        found.append(layout_codes.ANOTHER_REPORT(span, title=another.title.text))
        # A line more, so that what the first report ends with is not taken for cut off.
        text = text[: another.start] + "\n"
        pages = tuple(at for at in pages if at < another.start)
    choice = choose_tables(text, layout=source.layout, edition=edition, pages=pages)
    if choice.form is None and source.layout == "sheet":
        # Tables of a file that are none of the form's: the report may stand beside them as text.
        choice = choose_tables(text, edition=edition)
    sections, metadata, remarks = _read_prose(text, choice)
    form = choice.form
    blank = not text or text.isspace()
    if form is None and choice.main.reading.annex_rows >= _STATISTICS:
        found.append(form_codes.OLD_STATISTICS_TABLE())
    elif form is None:
        by_year = _form_of(metadata.year)
        again = (
            choose_tables(text, layout=source.layout, edition=by_year.key, pages=pages)
            if by_year is not None
            else choice
        )
        if by_year is not None and any(table.rows for table in again.tables.values()):
            # What both editions have in common tells neither.
            choice, form = again, by_year
            sections, metadata, remarks = _read_prose(text, choice)
            found.append(form_codes.EDITION_UNSURE(edition=by_year.title))
        else:
            found.append(layout_codes.NO_TEXT() if blank else form_codes.NO_FORM())
            # Where the headings of the form are there, its tables are what is missing.
            form = by_year if len(sections) >= 3 else None
    main = choice.main
    if not blank:  # whoever has an empty file need not hear one by one what is not in it
        found += remarks
    report = None
    if form is not None:
        bound, findings = bind_choice(choice, form)
        found += findings
        found += cite_unclaimed(text, form, choice)
        report = assemble_report(form, bound, metadata, sections, source, respelled=text != source.text[: len(text)])
        if choice.form is not None and report.year is not None and not form.covers(report.year):
            found.append(_wrong_form(form, report.year))
        votes = sorted(main.reading.votes.values())
        if len(votes) > 1 and votes[-2] > 1:
            found.append(form_codes.MIXED_FORMS(edition=form.title))
    trace = Trace(
        tuple(a.layout for a in choice.attempts),
        choice.taken,
        {key: t.alignment for key, t in choice.tables.items()},
        _strangers(choice),
        choice.evidence,
        dict(main.reading.votes),
        tuple(sorted({span for a in choice.used for span in a.numbers})),
        {key: t.span for key, t in choice.tables.items() if t.span is not None},
        functools.partial(list_others, text, choice),
    )
    return ParseResult(report, in_order(found, limits), main.document, source, trace, limits)


def _strangers(choice: Choice) -> tuple[Span, ...]:
    """Where the rows stand that nobody recognised, in the order of the text."""
    spans = {row.span for attempt in choice.used for row, _ in attempt.reading.strangers}
    return tuple(sorted(spans, key=lambda span: (span.start, span.stop)))


def _read_prose(text: str, choice: Choice) -> tuple[tuple[Section, ...], Metadata, list[Diagnostic]]:
    """The sections and the metadata beside the tables, and what there is to say about them."""
    tables = table_extents(choice.tables, text)
    lines = prose_lines(text, tables)
    sections, about_sections = find_sections(lines, text, tables)
    metadata, about_metadata = read_metadata(text, lines, sections)
    return sections, metadata, [*about_sections, *about_metadata]


def _form_of(year: int | None) -> Edition | None:
    """The edition of the form for the reports on a year."""
    return None if year is None else next((form for form in EDITIONS.values() if form.covers(year)), None)


def _wrong_form(form: Edition, year: int) -> Diagnostic:
    years = f"{form.first_year}–{form.last_year or ''}"
    return form_codes.WRONG_FORM(path="year", year=year, edition=form.title, years=years)


__all__ = ["ParseResult", "Readable", "Trace", "check", "parse", "parse_source", "read", "verify"]
