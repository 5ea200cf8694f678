"""Where the six sections of a report begin and end.

Headings are found by their titles, not by their numbers: numbers are wrong, absent or Arabic often enough, and the
numbers 一 to 六 are also used inside section one and inside the table of section three. Where a title stands more
than once, the reading is taken that gives the heaviest chain of sections in the order of the form, where text or
its own table under a heading counts for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from gxparse.diagnostics.codes import narrative as codes
from gxparse.diagnostics.model import Diagnostic, Related, Severity
from gxparse.model.origin import Section
from gxparse.narrative.headings import (
    EDGES,
    Candidate,
    How,
    TableSpan,
    choose_chain,
    contents_lines,
    is_empty_end,
    listed_headings,
    other_headings,
    weigh_evidence,
    without_contents,
)
from gxparse.narrative.passages import Line, Passage, read_passage
from gxparse.narrative.signature import FOOTER, find_signature
from gxparse.narrative.title import find_title
from gxparse.narrative.titles import KEYS, ORDINALS, SPECS, ordinal_value
from gxparse.span import Span

__all__ = ["find_sections"]

#: repetitions of headings that are remarked on; a text with more is no report
_MOST_REMARKS = 200
_LEAD = "：:、。. "


def find_sections(
    lines: Sequence[Line], text: str, table_spans: Sequence[TableSpan] = ()
) -> tuple[tuple[Section, ...], tuple[Diagnostic, ...]]:
    r"""The sections of a report and what is odd about their headings.

    *lines* are start and stop offsets of the lines of prose outside the recognised statutory tables, in ascending
    order; *table_spans* are start, stop and section key of those tables. Sections come in the order of the form; one
    whose heading is missing but whose table is there has ``title=None``. Diagnostics: GX510 to GX517.

    >>> text = "一、总体情况\n公开信息3条。\n5、存在的主要问题及改进情况\n无。"
    >>> sections, found = find_sections([(0, 6), (7, 14), (15, 29), (30, 32)], text)
    >>> [(s.key, s.text) for s in sections]
    [('overview', '公开信息3条。'), ('problems', '无。')]
    >>> [d.code for d in found]
    ['GX510', 'GX510', 'GX510', 'GX510']
    """
    tables = sorted(table_spans)
    if not lines:
        return _finish(text, lines, tables, [], {}, [])
    candidates = listed_headings(text, lines)
    keys = [c.key for c in candidates]
    contents = contents_lines(candidates, tables)
    # A heading in a list of contents, or one that a page repeats at its end, may be the only one in listed words.
    sure = {c.key for c in candidates if c.line not in contents}
    if candidates and keys.count(keys[-1]) == 1 and is_empty_end(candidates[-1], text, lines, tables):
        sure.discard(keys[-1])
    if keys == list(KEYS) and len(sure) == len(KEYS):
        return _cut(text, lines, tables, candidates, frozenset(), [])
    missing = set(KEYS) - sure
    if missing:
        candidates = sorted(candidates + other_headings(text, lines, tables, missing, candidates))
    candidates = without_contents(candidates, contents)
    chosen, dropped, findings = _settle(text, lines, tables, candidates)
    return _cut(text, lines, tables, chosen, dropped, findings)


def _settle(
    text: str, lines: Sequence[Line], tables: Sequence[TableSpan], candidates: list[Candidate]
) -> tuple[list[Candidate], frozenset[int], list[Diagnostic]]:
    """Choose one heading a section. Returns them, the lines of empty repetitions, and diagnostics."""
    weights = weigh_evidence(text, candidates, lines, tables)
    taken = set(choose_chain(candidates, weights))
    have = {candidates[i].key for i in taken}
    findings: list[Diagnostic] = []
    left = [i for i in range(len(candidates)) if i not in taken]
    for i in sorted(left, key=lambda i: -weights[i]):
        candidate = candidates[i]
        if candidate.key not in have and candidate.how <= How.JOINED:
            # The only heading of its section, out of order.
            have.add(candidate.key)
            taken.add(i)
            spec = SPECS[candidate.key]
            findings.append(
                codes.SECTION_ORDER(Span(candidate.start, candidate.stop), title=spec.title, number=spec.ordinal)
            )
    chosen = [candidates[i] for i in sorted(taken)]
    by_key = {c.key: c for c in chosen}
    first = chosen[0].start if chosen else 0
    dropped: set[int] = set()
    for i in left:
        candidate = candidates[i]
        # A list of contents before the first section is no repetition.
        if i in taken or candidate.how is not How.LISTED or candidate.start < first:
            continue
        stop = candidates[i + 1].start if i + 1 < len(candidates) else lines[-1][1]
        empty = not text[candidate.stop : stop].strip(EDGES + "\n、。：:") and not any(
            candidate.stop <= start < stop for start, _stop, _key in tables
        )
        if len(findings) < _MOST_REMARKS:
            kept = by_key[candidate.key]
            entry = codes.SECTION_REPEATED if empty else codes.SECTION_AGAIN
            findings.append(
                entry(
                    Span(candidate.start, candidate.stop),
                    related=(Related(Span(kept.start, kept.stop), None, "first"),),
                    title=SPECS[candidate.key].title,
                )
            )
        if empty:
            dropped.add(candidate.line)
    return chosen, frozenset(dropped), findings


def _cut(
    text: str,
    lines: Sequence[Line],
    tables: Sequence[TableSpan],
    chosen: Sequence[Candidate],
    dropped: frozenset[int],
    findings: list[Diagnostic],
) -> tuple[tuple[Section, ...], tuple[Diagnostic, ...]]:
    """Cut the text at the chosen headings."""
    out: dict[str, Section] = {}
    end = max(lines[-1][1], tables[-1][1] if tables else 0)
    for i, heading in enumerate(chosen):
        after = heading.stop
        if i + 1 < len(chosen):
            stop, last = chosen[i + 1].start, chosen[i + 1].line
        else:
            stop, last = end, len(lines) - 1
        own = _between(lines, heading.line, last, after, stop)
        if dropped:
            gone = {lines[n] for n in dropped}
            own = [line for line in own if line not in gone]
        if i + 1 == len(chosen):
            own = _without_tail(text, own)
            below = [t for t in tables if t[0] >= after and (not own or t[0] < own[-1][1])]
            stop = max([after, *(b for _a, b in own[-1:]), *(t[1] for t in below)])
        passage = _without_lead(read_passage(text, own))
        while stop > after and text[stop - 1].isspace():
            stop -= 1
        out[heading.key] = Section(
            heading.key,
            text[heading.start : after],
            passage.text,
            passage.headings,
            Span(heading.start, stop),
            passage.places,
        )
        _remark(text, heading, findings)
    return _finish(text, lines, tables, chosen, out, findings)


def _between(lines: Sequence[Line], first: int, last: int, start: int, stop: int) -> list[Line]:
    """The lines between two offsets, of which *first* and *last* are the lines; cut where a line is not whole."""
    a, b = lines[first]
    if first == last:
        return [(start, min(b, stop))] if start < stop else []
    own = list(lines[first + 1 : last])
    if start < b:
        own.insert(0, (start, b))
    elif own and own[0][0] < start:  # the heading takes two lines
        own = [(start, own[0][1]), *own[1:]] if start < own[0][1] else own[1:]
    a, b = lines[last]
    if a < stop:
        own.append((a, min(b, stop)))
    return own


def _without_tail(text: str, lines: list[Line]) -> list[Line]:
    """The lines of the last section without signature and the foot of a web page."""
    signature = find_signature(text, lines)
    if signature is not None:
        cut = signature.line
        a, _b = lines[cut]
        # The signature may share its line with the text before it.
        return [*lines[:cut], (a, signature.start)] if text[a : signature.start].strip() else lines[:cut]
    for n in range(len(lines)):
        a, b = lines[n]
        if b - a <= 200 and n and FOOTER.match(text, a, b):
            return lines[:n]
    return lines


def _without_lead(passage: Passage) -> Passage:
    """The text without punctuation that belongs to a heading on the same line."""
    if not passage.text or passage.text[0] not in _LEAD:
        return passage
    body = passage.text.lstrip(_LEAD)
    cut = len(passage.text) - len(body)
    places = [(at - cut, source) if at >= cut else (0, source + cut - at) for at, source in passage.places]
    # Of the places before the cut only the last one still counts.
    first = max((n for n, (at, _) in enumerate(places) if at == 0), default=0)
    return Passage(body, passage.headings, tuple(places[first:]))


def _remark(text: str, heading: Candidate, findings: list[Diagnostic]) -> None:
    """Diagnostics about the wording of one heading."""
    spec = SPECS[heading.key]
    value = ordinal_value(heading.ordinal)
    wrong = value is not None and value != ORDINALS[heading.key]
    if not wrong and heading.how is not How.GUESSED:
        return
    span = Span(heading.start, heading.stop)
    if wrong:
        findings.append(codes.SECTION_NUMBER(span, printed=heading.ordinal, expected=spec.ordinal, title=spec.title))
    if heading.how is How.GUESSED:
        findings.append(codes.SECTION_TITLE(span, printed=span.of(text), title=spec.title))


def _finish(
    text: str,
    lines: Sequence[Line],
    tables: Sequence[TableSpan],
    chosen: Sequence[Candidate],
    out: dict[str, Section],
    findings: list[Diagnostic],
) -> tuple[tuple[Section, ...], tuple[Diagnostic, ...]]:
    """Sections without heading and missing ones; everything in order."""
    if len(out) < len(KEYS):
        if not out:
            findings.append(codes.NO_SECTIONS(None if not text else Span(0, 0)))
        if chosen and "overview" not in out:
            _find_overview(text, lines, chosen[0], out, findings)
        first_table = {key: (start, stop) for start, stop, key in reversed(tables)}
        for key in KEYS:
            if key in out:
                continue
            spec = SPECS[key]
            if key in first_table:
                span = Span(*first_table[key])
                out[key] = Section(key, None, "", (), span)
                findings.append(
                    codes.SECTION_UNTITLED(span, number=spec.ordinal, title=spec.title, place="表格", place_en="table")
                )
            elif chosen:
                findings.append(codes.SECTION_MISSING(None, number=spec.ordinal, title=spec.title))
    return tuple([out[key] for key in KEYS if key in out]), tuple(sorted(findings))


def _find_overview(
    text: str, lines: Sequence[Line], first: Candidate, out: dict[str, Section], findings: list[Diagnostic]
) -> None:
    """Section one without its heading: the prose between the title and the first heading."""
    if first.key == "overview":
        return
    header = [(a, min(b, first.start)) for a, b in lines[: first.line + 1] if a < first.start]
    title = find_title(text, header)
    if title is None:
        return
    own = header[title.last + 1 :]
    passage = read_passage(text, own)
    if not passage.text or "。" not in passage.text:
        return
    spec = SPECS["overview"]
    span = Span(passage.places[0][1], first.start)
    out["overview"] = Section("overview", None, passage.text, passage.headings, span, passage.places)
    findings.append(
        codes.SECTION_UNTITLED(
            span,
            severity=Severity.WARNING,
            number=spec.ordinal,
            title=spec.title,
            place="位置",
            place_en="place",
        )
    )
