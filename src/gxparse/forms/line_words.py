"""The words of lines, each by itself: a figure, a blank cell, or text that may be a label or a piece of one.

Tools print words of no use between (page numbers, columns that are only numbered), glue a figure to the label beside
it, and part an amount from its unit; that is put right here, where only neighbours have to be known.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import islice

from gxparse.forms.figures import MONEY_UNITS, Shape
from gxparse.forms.known_labels import ends_row, is_piece
from gxparse.forms.lexicon import Sighting, look_at, split_label
from gxparse.forms.words import Event, Word
from gxparse.layout.ast import Row
from gxparse.text import is_page_mark

__all__ = ["split_words"]

#: ``0办理结果`` and ``属于国家秘密37``
_GLUED = re.compile(r"([0-9]{1,9})((?:[一二三四五六七]、|[(（][一二三四五六七][)）])?[^\W\d_]+)\Z")
_GLUED_LABEL = re.compile(r"(\S*[^\W\d_][)）]?)([0-9]{1,9})\Z")
#: as many running numbers in a line are no row of a table
_MIN_NUMBERED = 4
#: words of more characters are not remembered
_LONG = 120
_UNITS = frozenset(MONEY_UNITS)
# The members of an enumeration are looked up slowly, and these for every word.
_BLANK, _TEXT = Event.BLANK, Event.TEXT
#: where a part of a word begins in it, its text, what it is by itself, and what was seen
_Part = tuple[int, str, Event, Sighting]
#: the event of a word by itself, by its shape
_ALONE = {
    Shape.FIGURE: Event.FIGURE,
    Shape.MARK: Event.FIGURE,
    Shape.BLANK: Event.BLANK,
    Shape.TEXT: Event.TEXT,
}


def split_words(text: str, rows: Sequence[Row]) -> list[Word]:
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
        breaks = -1
        for n, (raw, offset) in enumerate(zip(raws, row.offsets, strict=True)):
            parts = _seen(raw) if len(raw) < _LONG else _look(raw)
            event = parts[-1][2]
            if event is _TEXT:
                if raw[-1:].isdecimal() and _is_figure_behind(rows, number, n):
                    parts = _look(raw, beside=True)
            elif event is _BLANK and len(raws) > 1 and not raw.strip():
                continue
            start = begin + offset
            # Only the first word of a line has breaks before it.
            breaks = text.count("\n", at, start) if breaks < 0 else 0
            for part, piece, own, sight in parts:
                begins = start + part
                at = begins + len(piece)
                out.append(Word(own, begins, at, piece, piece, number, breaks, sight))
                breaks = 0
    return _with_units(text, out)


def _is_figure_behind(rows: Sequence[Row], number: int, at: int) -> bool:
    """Whether the word behind one, in its line or at the beginning of the next, is made of digits."""
    raws = rows[number].raws
    if at + 1 < len(raws):
        return raws[at + 1].strip().isdecimal()
    return number + 1 < len(rows) and rows[number + 1].raws[0].strip().isdecimal()


def _numbers_columns(rows: Sequence[Row], at: int) -> bool:
    """Whether a line only numbers the columns of the header below it: ``0 1 2 3``, as table libraries print."""
    words = _filled(rows[at])
    if len(words) < _MIN_NUMBERED or words != [str(n) for n in range(len(words))]:
        return False
    below = next((found for row in islice(rows, at + 1, at + 3) if (found := _filled(row))), [])
    return len(below) >= len(words) and not any(word.isdecimal() for word in below)


def _filled(row: Row) -> list[str]:
    return [word for raw in row.raws if (word := raw.strip())]


def _look(raw: str, *, beside: bool = False) -> tuple[_Part, ...]:
    """A word without the line ends behind it, or a figure and a piece of a label that a tool left no space between.

    That is ``0办理结果`` or ``属于国家秘密37``. Digits behind a label are a figure only if another one stands *beside* them;
    else they may be several ones.
    """
    raw = raw.rstrip("\n")
    match = _GLUED.match(raw)
    if match:
        key = split_label(match[2])[1]
        parted = len(key) > 1 and match[2] not in MONEY_UNITS and is_piece(key)
    else:
        match = _GLUED_LABEL.match(raw) if beside else None
        parted = match is not None and ends_row(split_label(match[1])[1])
    if match is None or not parted:
        return (_part(0, raw),)
    return _part(0, match[1]), _part(len(match[1]), match[2])


def _part(at: int, raw: str) -> _Part:
    sight = look_at(raw)
    return at, raw, _ALONE[sight.shape], sight


# Most words of most reports are alike.
_seen = functools.lru_cache(maxsize=16384)(_look)


def _with_units(text: str, raws: list[Word]) -> list[Word]:
    """An amount and its unit are one word, whatever white space a tool put between."""
    if _UNITS.isdisjoint([word.sight.key for word in raws]):
        return raws
    out: list[Word] = []
    for word in raws:
        before = out[-1] if out else None
        if before is not None and before.sight.figure is not None and word.sight.key in MONEY_UNITS and word.breaks < 2:
            raw = text[before.start : word.stop]
            joined = look_at(raw)
            if joined.shape is Shape.FIGURE:
                out[-1] = Word(Event.FIGURE, before.start, word.stop, raw, raw, before.line, before.breaks, joined)
                continue
        out.append(word)
    return out
