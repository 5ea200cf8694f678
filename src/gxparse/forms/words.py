"""Words of a text without row marks: which of them are labels, figures, blank cells, or pieces of labels.

Extraction tools break labels over lines, so a label may be several words; and they print words of no use between
(page numbers, repeated headers, halves of vertical labels). This module turns lines of words into a list of events,
each with the number of line breaks before it, which is all that is left of blank cells.
"""

from __future__ import annotations

import enum
import functools
import re
from collections.abc import Sequence
from itertools import islice

from attrs import frozen

from gxparse.forms.editions import EDITIONS
from gxparse.forms.figures import MONEY_UNITS, Shape
from gxparse.forms.lexicon import CAPTION, COLUMN, GROUP, ROW, TERMS, Sighting, Term, look_at, split_label
from gxparse.layout.ast import Row
from gxparse.text import fold, skeleton


class Event(enum.Enum):
    """What a word, or several, came to."""

    ROW = enum.auto()
    COLUMN = enum.auto()
    #: group of rows, corner of a header, balance note
    FRAME = enum.auto()
    CAPTION = enum.auto()
    #: title of a section
    SECTION = enum.auto()
    FIGURE = enum.auto()
    #: a line of white space, which may be a blank cell
    BLANK = enum.auto()
    #: part of some label
    PIECE = enum.auto()
    TEXT = enum.auto()


@frozen(eq=False)
class Word:
    """One event of the stream."""

    event: Event
    #: offsets in the text
    start: int
    stop: int
    #: the first word
    raw: str
    #: all words of a label
    text: str
    #: number of the line it begins on, counted over lines that are not empty
    line: int
    #: line breaks between the event before and this one
    breaks: int
    sight: Sighting
    terms: tuple[Term, ...] = ()
    #: whether a row label is only the beginning of one
    cut: bool = False
    ordinal: str = ""
    #: key of a section title
    section: str = ""


#: - 3 -, -- 1 of 4 --, 第3页, P. 8, Page 8
_PAGE_MARK = re.compile(
    r"\s*(?:[-–—―]+\s*(?:PAGE\s*)?\d{1,4}(?:\s*of\s*\d{1,4})?\s*[-–—―]+|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?"
    r"|(?:P\.|Page)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)\s*\Z",
    re.IGNORECASE,
)

_GLUED = re.compile(r"([0-9]{1,9})((?:[一二三四五六七]、|[(（][一二三四五六七][)）])?[^\W\d_]+)\Z")
_GLUED_LABEL = re.compile(r"(\S*[^\W\d_][)）]?)([0-9]{1,9})\Z")

_SECTIONS: dict[str, str] = {
    split_label(title)[1]: section.key
    for edition in EDITIONS.values()
    for section in edition.sections
    for title in (section.title, *section.variants)
    if len(title) > 4
}
_LABELS: dict[str, tuple[Term, ...]] = dict(TERMS)
_NOTE = "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和"
_KNOWN = {**dict.fromkeys(_SECTIONS), **dict.fromkeys(_LABELS), _NOTE: None}
_MAX_LABEL = max(map(len, _KNOWN))
#: every beginning of a known label
_BEGINNINGS = frozenset(label[:n] for label in _KNOWN for n in range(1, len(label) + 1))
#: all known labels in one string, to recognise pieces of them
_ALL = "\n".join(_KNOWN)
_MIN_CUT = 4
#: as many running numbers in a line are no row of a table
_MIN_NUMBERED = 4


@functools.lru_cache(maxsize=4096)
def _is_piece(key: str) -> bool:
    return key in _ALL


@functools.lru_cache(maxsize=4096)
def _cut_rows(key: str) -> tuple[Term, ...]:
    """Row terms whose label begins with *key*, if they are one row."""
    if len(key) < _MIN_CUT:
        return ()
    found = {t for label, terms in _LABELS.items() if label.startswith(key) for t in terms}
    rows = {t.key for t in found if t.role == ROW}
    return tuple(found) if len(rows) == 1 and all(t.role == ROW for t in found) else ()


def is_page_mark(line: str) -> bool:
    """Whether a line is nothing but a page number in one of its usual dresses.

    >>> is_page_mark("- 4 -"), is_page_mark("4")
    (True, False)
    """
    line = line.strip()
    return len(line) < 40 and _PAGE_MARK.match(line) is not None


@frozen(eq=False)
class _Raw:
    start: int
    raw: str
    line: int
    breaks: int
    sight: Sighting


def _words(text: str, rows: Sequence[Row]) -> list[_Raw]:
    out: list[_Raw] = []
    at = 0
    for number, row in enumerate(rows):
        raws = row.raws
        line = text[row.start : row.start + row.length]
        if is_page_mark(line) or (raws[0].strip() == "0" and _numbers_columns(rows, number)):
            # The line is skipped as if it were not there.
            continue
        first = True
        for raw, behind, offset in zip(raws, (*raws[1:], ""), row.offsets, strict=True):
            start = row.start + offset
            if not raw.strip() and len(raws) > 1:
                continue
            breaks = text.count("\n", at, start) if first else 0
            for part, piece in _unglue(raw.rstrip("\n"), beside=behind.strip().isdecimal()):
                out.append(_Raw(start + part, piece, number, breaks, look_at(piece)))
                breaks = 0
            first = False
            at = start + len(raw.rstrip("\n"))
    return _with_units(text, out)


def _numbers_columns(rows: Sequence[Row], at: int) -> bool:
    """Whether a line only numbers the columns of the header below it: ``0 1 2 3``, as table libraries print."""
    words = _filled(rows[at])
    if len(words) < _MIN_NUMBERED or words != [str(n) for n in range(len(words))]:
        return False
    below = next((found for row in islice(rows, at + 1, at + 3) if (found := _filled(row))), [])
    return len(below) >= len(words) and not any(word.isdecimal() for word in below)


def _filled(row: Row) -> list[str]:
    return [word for raw in row.raws if (word := raw.strip())]


def _unglue(raw: str, *, beside: bool) -> tuple[tuple[int, str], ...]:
    """A figure and a piece of a label that a tool left no space between: ``0办理结果``, ``属于国家秘密37``.

    Digits behind a label are a figure only if another one stands ``beside`` them; else they may be several ones.
    """
    match = _GLUED.match(raw)
    if match:
        key = split_label(match[2])[1]
        if len(key) > 1 and match[2] not in MONEY_UNITS and _is_piece(key):
            return (0, match[1]), (len(match[1]), match[2])
    elif beside and (match := _GLUED_LABEL.match(raw)) and _ends_row(split_label(match[1])[1]):
        return (0, match[1]), (len(match[1]), match[2])
    return ((0, raw),)


@functools.lru_cache(maxsize=4096)
def _ends_row(key: str) -> bool:
    """Whether a piece is the end of a row label, or all of one."""
    return len(key) >= _MIN_CUT and any(
        label.endswith(key) and any(t.role == ROW for t in terms) for label, terms in _LABELS.items()
    )


def _with_units(text: str, raws: list[_Raw]) -> list[_Raw]:
    """An amount and its unit are one word, whatever white space a tool put between."""
    out: list[_Raw] = []
    for word in raws:
        before = out[-1] if out else None
        if before is not None and before.sight.figure is not None and word.raw in MONEY_UNITS and word.breaks < 2:
            raw = text[before.start : word.start + len(word.raw)]
            joined = look_at(raw)
            if joined.shape is Shape.FIGURE:
                out[-1] = _Raw(before.start, raw, before.line, before.breaks, joined)
                continue
        out.append(word)
    return out


def read_words(text: str, rows: Sequence[Row]) -> list[Word]:
    """The events of a stream of lines, in the order of the text."""
    raws = _words(text, rows)
    out: list[Word] = []
    at = 0
    size = len(raws)
    while at < size:
        word = raws[at]
        shape = word.sight.shape
        if shape is Shape.MARK and _is_torn(raws, at):
            out.append(_event(Event.PIECE, word, word))
            at += 1
        elif shape is Shape.FIGURE or shape is Shape.MARK:
            out.append(_event(Event.FIGURE, word, word))
            at += 1
        elif shape is Shape.BLANK:
            out.append(_event(Event.BLANK, word, word))
            at += 1
        else:
            found, taken = _label(raws, at)
            out.append(found)
            at += taken
    return out


def _is_torn(raws: Sequence[_Raw], at: int) -> bool:
    """Whether a lone 无 or / is a piece of （四）无法提供 or of 本年增/减, and no cell that says there is none."""
    mark = raws[at].raw
    if mark not in ("无", "/"):
        return False
    before = fold(raws[at - 1].raw) if at else ""
    after = raws[at + 1].raw if at + 1 < len(raws) else ""
    if mark == "/":
        return before.endswith("增") or after.startswith("减")
    return before.endswith(("四)", ")")) or after.startswith("法")


def _event(event: Event, first: _Raw, last: _Raw, terms: tuple[Term, ...] = (), text: str = "", **more: object) -> Word:
    return Word(
        event,
        first.start,
        last.start + len(last.raw),
        first.raw,
        text or first.raw,
        first.line,
        first.breaks,
        first.sight,
        terms,
        **more,  # type: ignore[arg-type]
    )


def _label(raws: Sequence[_Raw], at: int) -> tuple[Word, int]:
    """The longest label that begins at a word, and how many words it takes."""
    if not raws[at].sight.key and not raws[at].sight.ordinal:
        return _event(Event.PIECE, raws[at], raws[at]), 1
    key = ""
    ordinal = ""
    best: tuple[str, int, str] | None = None
    chain: tuple[str, int, str] | None = None
    for n in range(at, min(at + 24, len(raws))):
        word = raws[n]
        if word.sight.shape is not Shape.TEXT:
            break
        own, rest = word.sight.ordinal, word.sight.key
        if own and not key and ordinal.isdigit():
            # 7. before 三、 is not the number of what follows.
            break
        if own and not key:
            ordinal = own
        elif own and key:
            # A number begins the next label.
            break
        key += rest
        if key not in _BEGINNINGS and key:
            break
        if not rest:
            # A rule or a pipe behind a label is no part of it.
            continue
        if key in _KNOWN:
            best = key, n - at + 1, ordinal
        chain = key, n - at + 1, ordinal
        if len(key) >= _MAX_LABEL:
            break
    first = raws[at]
    if best is not None:
        label, taken, number = best
        last = raws[at + taken - 1]
        if label == _NOTE:
            return _event(Event.FRAME, first, last), taken
        terms = _LABELS.get(label, ())
        if label in _SECTIONS and not terms:
            return _event(Event.SECTION, first, last, section=_SECTIONS[label], ordinal=number), taken
        roles = {t.role for t in terms}
        if ROW in roles and (COLUMN not in roles or _numbered(terms, number)) and _row_allowed(terms, number):
            return _event(Event.ROW, first, last, terms, ordinal=number), taken
        if COLUMN in roles and number:
            # （六）其他 … is the beginning of a row, not the column.
            return _event(Event.PIECE, first, last, ordinal=number), taken
        if COLUMN in roles:
            return _event(Event.COLUMN, first, last, terms, "".join(w.raw for w in raws[at : at + taken])), taken
        if CAPTION in roles:
            return _event(Event.CAPTION, first, last, terms), taken
        return _event(Event.FRAME, first, last, terms), taken
    if chain is not None:
        label, taken, number = chain
        if terms := _cut_rows(label):
            return _event(Event.ROW, first, raws[at + taken - 1], terms, cut=True, ordinal=number), taken
    sight = first.sight
    if sight.terms:
        # group and row in one word
        role = Event.ROW if any(t.role == ROW for t in sight.terms) else Event.FRAME
        return _event(role, first, first, sight.terms, ordinal=sight.ordinal), 1
    own, rest = sight.ordinal, sight.key
    if not rest or sight.note or _is_piece(rest):
        return _event(Event.PIECE, first, first, ordinal=own), 1
    return _event(Event.TEXT, first, first), 1


def _numbered(terms: tuple[Term, ...], ordinal: str) -> bool:
    return bool(ordinal) and any(t.role == ROW and t.ordinal == ordinal for t in terms)


def _row_allowed(terms: tuple[Term, ...], ordinal: str) -> bool:
    """A number that belongs to another row speaks against a short label."""
    if GROUP in {t.role for t in terms}:
        return True
    return not ordinal or len(skeleton(terms[0].label)) > 4 or any(t.ordinal == ordinal for t in terms)


__all__ = ["Event", "Word", "is_page_mark", "read_words"]
