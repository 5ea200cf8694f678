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


# The members of an enumeration are looked up slowly, and these for every word.
_FIGURE, _BLANK, _PIECE, _TEXT = Event.FIGURE, Event.BLANK, Event.PIECE, Event.TEXT
_IS_FIGURE, _IS_MARK = Shape.FIGURE, Shape.MARK


# Without slots, since setting the fields of a frozen class takes half the time then.
@frozen(eq=False, slots=False)
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

#: what a page mark begins with
_MARKS_BEGIN = frozenset("-–—―第Pp")

#: a label whose number stands in front, in a word of its own: ``2`` and ``、重复申请``
_BEHIND_ORDINAL = re.compile(r"[、．.][^\W\d_]")
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
    return line[:1] in _MARKS_BEGIN and len(line) < 40 and _PAGE_MARK.match(line) is not None


#: the event of a word by itself, by its shape
_ALONE = {Shape.FIGURE: _FIGURE, Shape.MARK: _FIGURE, Shape.BLANK: _BLANK, Shape.TEXT: _TEXT}


def _words(text: str, rows: Sequence[Row]) -> list[Word]:
    """Each word by itself; which of them make a label is not looked at."""
    out: list[Word] = []
    at = 0
    for number, row in enumerate(rows):
        raws = row.raws
        begin = row.start
        if is_page_mark(text[begin : begin + row.length]) or (
            len(raws) >= _MIN_NUMBERED and raws[0].strip() == "0" and _numbers_columns(rows, number)
        ):
            # The line is skipped as if it were not there.
            continue
        first = True
        below = rows[number + 1].raws[0] if number + 1 < len(rows) else ""
        for raw, behind, offset in zip(raws, (*raws[1:], below), row.offsets, strict=True):
            if len(raws) > 1 and not raw.strip():
                continue
            start = begin + offset
            breaks = text.count("\n", at, start) if first else 0
            beside = raw[-1:].isdecimal() and not raw.isdecimal() and behind.strip().isdecimal()
            for part, piece, sight in _seen(raw, beside) if len(raw) < _LONG else _look(raw, beside):
                begins = start + part
                at = begins + len(piece)
                out.append(Word(_ALONE[sight.shape], begins, at, piece, piece, number, breaks, sight))
                breaks = 0
            first = False
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


def _look(raw: str, beside: bool) -> tuple[tuple[int, str, Sighting], ...]:
    """A word without the line ends behind it, or a figure and a piece of a label that a tool left no space between.

    That is ``0办理结果`` or ``属于国家秘密37``. Digits behind a label are a figure only if another one stands *beside* them;
    else they may be several ones.
    """
    raw = raw.rstrip("\n")
    match = _GLUED.match(raw)
    if match:
        key = split_label(match[2])[1]
        parted = len(key) > 1 and match[2] not in MONEY_UNITS and _is_piece(key)
    else:
        match = _GLUED_LABEL.match(raw) if beside else None
        parted = match is not None and _ends_row(split_label(match[1])[1])
    if match is None or not parted:
        return ((0, raw, look_at(raw)),)
    return (0, match[1], look_at(match[1])), (len(match[1]), match[2], look_at(match[2]))


#: words of more characters are not remembered
_LONG = 120
_seen = functools.lru_cache(maxsize=16384)(_look)


@functools.lru_cache(maxsize=4096)
def _ends_row(key: str) -> bool:
    """Whether a piece is the end of a row label, or all of one."""
    return len(key) >= _MIN_CUT and any(
        label.endswith(key) and any(t.role == ROW for t in terms) for label, terms in _LABELS.items()
    )


def _with_units(text: str, raws: list[Word]) -> list[Word]:
    """An amount and its unit are one word, whatever white space a tool put between."""
    if not any(word.raw in MONEY_UNITS for word in raws):
        return raws
    out: list[Word] = []
    for word in raws:
        before = out[-1] if out else None
        if before is not None and before.sight.figure is not None and word.raw in MONEY_UNITS and word.breaks < 2:
            raw = text[before.start : word.stop]
            joined = look_at(raw)
            if joined.shape is Shape.FIGURE:
                out[-1] = Word(_FIGURE, before.start, word.stop, raw, raw, before.line, before.breaks, joined)
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
        if word.event is _TEXT:
            found, taken = _label(raws, at)
            out.append(found)
            at += taken
            continue
        if word.sight.shape is _IS_FIGURE and _numbers_label(raws, at):
            word = _event(_PIECE, word, word, ordinal=word.raw.strip())
        elif word.sight.shape is _IS_MARK and _is_torn(raws, at):
            word = _event(_PIECE, word, word)
        out.append(word)
        at += 1
    return out


def _is_torn(raws: Sequence[Word], at: int) -> bool:
    """Whether a lone 无 or / is a piece of （四）无法提供 or of 本年增/减, and no cell that says there is none."""
    mark = raws[at].raw
    if mark not in ("无", "/"):
        return False
    before = fold(raws[at - 1].raw) if at else ""
    after = raws[at + 1].raw if at + 1 < len(raws) else ""
    if mark == "/":
        return before.endswith("增") or after.startswith("减")
    return before.endswith(("四)", ")")) or after.startswith("法")


def _numbers_label(raws: Sequence[Word], at: int) -> bool:
    """Whether a figure that begins a line is the number of the label behind it, which begins with a point."""
    if at + 1 == len(raws) or (at and raws[at - 1].line == raws[at].line):
        return False
    behind = raws[at + 1].raw
    return _BEHIND_ORDINAL.match(behind) is not None and skeleton(behind) in _BEGINNINGS


def _event(
    event: Event,
    first: Word,
    last: Word,
    terms: tuple[Term, ...] = (),
    text: str = "",
    *,
    cut: bool = False,
    ordinal: str = "",
    section: str = "",
) -> Word:
    return Word(
        event,
        first.start,
        last.stop,
        first.raw,
        text or first.raw,
        first.line,
        first.breaks,
        first.sight,
        terms,
        cut,
        ordinal,
        section,
    )


def _label(raws: Sequence[Word], at: int) -> tuple[Word, int]:
    """The longest label that begins at a word, and how many words it takes."""
    first = raws[at]
    if not first.sight.key and not first.sight.ordinal:
        return _event(_PIECE, first, first), 1
    key = ""
    ordinal = ""
    best: tuple[str, int, str] | None = None
    chain: tuple[str, int, str] | None = None
    for n in range(at, min(at + 24, len(raws))):
        if raws[n].event is not _TEXT:
            break
        seen = raws[n].sight
        own, rest = seen.ordinal, seen.key
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
    if best is not None:
        label, taken, number = best
        event, terms, ordinal, section = _known(label, number)
        text = "".join([w.raw for w in raws[at : at + taken]]) if event is Event.COLUMN else ""
        return _event(event, first, raws[at + taken - 1], terms, text, ordinal=ordinal, section=section), taken
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
        return _event(_PIECE, first, first, ordinal=own), 1
    return first, 1


@functools.lru_cache(maxsize=4096)
def _known(label: str, number: str) -> tuple[Event, tuple[Term, ...], str, str]:
    """What a known label is behind a number: event, terms, the number if it counts, and the key of a section."""
    if label == _NOTE:
        return Event.FRAME, (), "", ""
    terms = _LABELS.get(label, ())
    if label in _SECTIONS and not terms:
        return Event.SECTION, (), number, _SECTIONS[label]
    roles = {t.role for t in terms}
    if ROW in roles and (COLUMN not in roles or _numbered(terms, number)) and _row_allowed(terms, number):
        return Event.ROW, terms, number, ""
    if COLUMN in roles and number:
        # （六）其他 … is the beginning of a row, not the column.
        return Event.PIECE, (), number, ""
    if COLUMN in roles:
        return Event.COLUMN, terms, "", ""
    return Event.CAPTION if CAPTION in roles else Event.FRAME, terms, "", ""


def _numbered(terms: tuple[Term, ...], ordinal: str) -> bool:
    return bool(ordinal) and any(t.role == ROW and t.ordinal == ordinal for t in terms)


def _row_allowed(terms: tuple[Term, ...], ordinal: str) -> bool:
    """A number that belongs to another row speaks against a short label."""
    if GROUP in {t.role for t in terms}:
        return True
    return not ordinal or len(skeleton(terms[0].label)) > 4 or any(t.ordinal == ordinal for t in terms)


__all__ = ["Event", "Word", "is_page_mark", "read_words"]
