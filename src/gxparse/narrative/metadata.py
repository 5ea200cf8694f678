"""Title, body, year, period, dates and signature of a report.

The year is taken from the first place that gives one: the title, the statistical period, a paragraph that begins
with it (``2031年，我镇…``), and last, with a warning, the date of the signature less one. What is damaged is left
empty and named by a diagnostic; nothing is mended and nothing guessed in silence.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from attrs import field, frozen

from gxparse.diagnostics.codes import narrative as codes
from gxparse.diagnostics.model import Diagnostic, Related
from gxparse.model.origin import Origin, Repair, Section
from gxparse.model.report import Period, Signature
from gxparse.narrative.bodies import is_body_key, is_body_name, mend_radicals, plain_name, same_body
from gxparse.narrative.dates import DAY, plausible_year, read_day
from gxparse.narrative.mentions import body_in_prose, year_in_prose
from gxparse.narrative.passages import Line
from gxparse.narrative.period import FoundPeriod, find_period, find_published
from gxparse.narrative.signature import FoundSignature, find_signature
from gxparse.narrative.title import FoundTitle, find_title
from gxparse.span import Span
from gxparse.text import fold

__all__ = ["Metadata", "read_metadata"]

_BRACKETED_DAY = re.compile(rf"[（(\s]*{DAY}[）)\s]*\Z")


@frozen
class Metadata:
    """What a report says about itself; ``origins`` holds the printed form of each, by field name."""

    title: str | None = None
    body: str | None = None
    year: int | None = None
    period: Period | None = None
    published: datetime.date | None = None
    signature: Signature | None = None
    origins: dict[str, Origin] = field(factory=dict)


def _header(lines: Sequence[Line], sections: Sequence[Section], text: str) -> list[Line]:
    """The lines before the first section with a heading."""
    starts = [s.span.start for s in sections if s.span is not None and s.title is not None]
    first = min(starts) if starts else len(text)
    header = []
    for start, stop in lines:
        if start >= first:
            break
        header.append((start, min(stop, first)))
    return header if starts else header[:60]


def _tail(lines: Sequence[Line], sections: Sequence[Section]) -> list[Line]:
    """The lines behind the last section."""
    titled = [s for s in sections if s.span is not None and s.title is not None]
    if not titled:
        return list(lines[-40:])
    last = max((s.span for s in titled if s.span is not None), key=lambda span: span.start)
    tail = []
    # The signature stands behind the last section, which was cut there.
    for start, end in reversed(lines):
        if end <= last.stop:
            break
        tail.append((max(start, last.stop), end))
    return tail[::-1]


@frozen
class _Notes:
    """Origins and diagnostics as they come up."""

    text: str
    origins: dict[str, Origin] = field(factory=dict)
    findings: list[Diagnostic] = field(factory=list)

    def origin(self, name: str, span: Span | None) -> None:
        raw = None if span is None else span.of(self.text)
        repairs: tuple[Repair, ...] = ()
        if raw is not None and not raw.isascii() and (mended := mend_radicals(raw)) != raw:
            repairs = (Repair(codes.RADICALS.code, raw, mended, span),)
            if name == "title" or "title" not in self.origins:
                self.findings.append(codes.RADICALS(span, name, printed=raw, mended=mended))
        self.origins[name] = Origin(name, raw, span, repairs=repairs)


def _read_signature(
    notes: _Notes, header: Sequence[Line], title: FoundTitle | None, signed: FoundSignature | None
) -> Signature | None:
    """The signature at the end, or a day in brackets under the title."""
    if signed is not None:
        notes.origin("signature", Span(signed.start, signed.stop))
        if signed.date is None and signed.printed is not None:
            notes.findings.append(codes.DATE_UNREADABLE(signed.date_span, printed=signed.printed))
        return Signature(signed.body, signed.date)
    if title is not None:
        for start, stop in header[title.last + 1 : title.last + 4]:
            match = _BRACKETED_DAY.match(notes.text, start, stop)
            if match is not None:
                day = read_day(match)
                if day is not None:
                    notes.origin("signature", Span(match.start("y"), match.end("d")))
                    return Signature(None, day)
    return None


def _read_body(
    notes: _Notes,
    lines: Sequence[Line],
    header: Sequence[Line],
    title: FoundTitle | None,
    signed: FoundSignature | None,
) -> str | None:
    """The name of the body: from the title, the signature, or a phrase that names the compiler."""
    if title is not None and title.body is not None and (len(title.body) > 3 or is_body_name(title.body)):
        notes.origin("body", title.body_span)
        if not is_body_name(title.body):
            notes.findings.append(codes.BODY_UNUSUAL(title.body_span, "body", printed=title.body))
        if signed is not None and signed.body is not None and not same_body(title.body, signed.body):
            notes.findings.append(
                codes.BODY_DIFFERS(
                    title.body_span,
                    related=(Related(signed.body_span, "signature", "second"),),
                    title=title.body,
                    signature=signed.body,
                )
            )
        return title.body
    if signed is not None and signed.body is not None:
        notes.origin("body", signed.body_span)
        return signed.body
    if title is None and header:
        # A title may be lost with the mark-up of a page and leave the name of the body.
        start, stop = header[-1]
        name = notes.text[start:stop].strip()
        keyed = len(header) > 1 and is_body_key(fold(notes.text[slice(*header[-2])]))
        if not keyed and len(name) >= 4 and is_body_name(name):
            at = notes.text.index(name, start)
            notes.origin("body", Span(at, at + len(name)))
            return plain_name(name)
    named = body_in_prose(notes.text, lines)
    if named is not None:
        notes.origin("body", named[1])
        return named[0]
    notes.findings.append(codes.NO_BODY())
    return None


def _find_period(
    text: str, header: Sequence[Line], lines: Sequence[Line], sections: Sequence[Section]
) -> FoundPeriod | None:
    """The first statement of the period: before the sections, in their text, or anywhere in the prose."""
    broken: FoundPeriod | None = None
    if header:
        broken = find_period(text, header[0][0], header[-1][1])
        if broken is not None and broken.period is not None:
            return broken
    for section in sections:
        if section.text and ("统" in section.text or "統" in section.text):
            found = find_period(section.text)
            if found is not None:
                span = section.source_span(found.span)
                if span is not None:
                    found = FoundPeriod(found.period, span)
                    if found.period is not None:
                        return found
                    broken = broken or found
    if not sections and lines and not header:
        broken = find_period(text, lines[0][0], lines[-1][1])
    return broken


def _read_period(
    notes: _Notes, header: Sequence[Line], lines: Sequence[Line], sections: Sequence[Section]
) -> Period | None:
    found = _find_period(notes.text, header, lines, sections)
    if found is None:
        return None
    period = found.period
    if period is None:
        notes.findings.append(codes.PERIOD_UNREADABLE(found.span, "period", printed=found.span.of(notes.text)))
        return None
    notes.origin("period", found.span)
    start, end = period.start, period.end
    if (start.month, start.day, end.month, end.day) != (1, 1, 12, 31) or start.year != end.year:
        notes.findings.append(codes.PERIOD_NOT_YEAR(found.span, "period", start=start.isoformat(), end=end.isoformat()))
    return period


def _read_year(
    notes: _Notes,
    header: Sequence[Line],
    sections: Sequence[Section],
    title: FoundTitle | None,
    period: Period | None,
    signature: Signature | None,
) -> int | None:
    """The year reported on, from the first place that gives one."""
    if title is not None and title.printed is not None and title.year is None:
        notes.findings.append(codes.YEAR_UNREADABLE(title.year_span, printed=title.printed))
    of_period = None if period is None else period.end.year
    if title is not None and title.year is not None:
        notes.origin("year", title.year_span)
        if of_period is not None and of_period != title.year:
            notes.findings.append(
                codes.YEAR_CONFLICT(
                    title.year_span,
                    "year",
                    related=(Related(notes.origins["period"].span, "period", "second"),),
                    first=title.year,
                    second=of_period,
                    first_place="标题",
                    second_place="统计期限",
                    first_place_en="the title",
                    second_place_en="the statistical period",
                )
            )
        return title.year
    if of_period is not None and plausible_year(of_period):
        span = notes.origins["period"].span
        notes.origin("year", None if span is None else Span(span.start, span.start + 4))
        return of_period
    prose = year_in_prose(notes.text, header, sections)
    if prose is not None:
        notes.origin("year", prose[1])
        return prose[0]
    day = None if signature is None else signature.date
    # A report signed in the last months of a year may be about that year or the one before.
    if day is not None and day.month < 10 and plausible_year(day.year - 1):
        span = notes.origins["signature"].span
        notes.origin("year", span)
        notes.findings.append(codes.YEAR_FROM_SIGNATURE(span, "year", year=day.year - 1, date=day.isoformat()))
        return day.year - 1
    notes.findings.append(codes.NO_YEAR(None, "year"))
    return None


def read_metadata(
    text: str, lines: Sequence[Line], sections: Sequence[Section]
) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """What the prose *lines* of *text* say about the report, given its sections (:func:`find_sections`).

    Diagnostics: GX501 to GX509, GX518, GX519.

    >>> text = "青石镇2031年政府信息公开工作年度报告"
    >>> metadata, found = read_metadata(text, [(0, len(text))], ())
    >>> metadata.body, metadata.year, metadata.origins["year"].span
    ('青石镇', 2031, Span(start=3, stop=7))
    """
    notes = _Notes(text)
    header = _header(lines, sections, text)
    title = find_title(text, header)
    signed = find_signature(text, _tail(lines, sections), behind=bool(sections))
    if title is None:
        notes.findings.append(codes.NO_TITLE())
    else:
        notes.origin("title", title.span)
    signature = _read_signature(notes, header, title, signed)
    body = _read_body(notes, lines, header, title, signed)
    period = _read_period(notes, header, lines, sections)
    year = _read_year(notes, header, sections, title, period, signature)
    published: datetime.date | None = None
    if len(header) > 2:
        day = find_published(text, header[0][0], header[-1][1])
        if day is not None:
            published = day[0]
            notes.origin("published", day[1])
    signed_on = None if signature is None else signature.date
    if year is not None and signed_on is not None and signed_on < datetime.date(year, 12, 31):
        span = notes.origins["signature"].span
        notes.findings.append(codes.SIGNED_EARLY(span, "signature", date=signed_on.isoformat(), year=year))
    metadata = Metadata(None if title is None else title.text, body, year, period, published, signature, notes.origins)
    return metadata, tuple(sorted(notes.findings))
