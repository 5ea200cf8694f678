"""Labels in a text without row marks, put together from the words that a tool broke them into.

This turns lines of words into a list of events, each with the number of line breaks before it, which is all that is
left of blank cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gxparse.forms.figures import Shape
from gxparse.forms.known_labels import BEGINNINGS, KNOWN, MAX_LABEL, cut_rows, is_piece, known_label
from gxparse.forms.lexicon import ROW, Term
from gxparse.forms.line_words import split_words
from gxparse.forms.words import Event, Word
from gxparse.layout.ast import Row
from gxparse.text import fold, skeleton

__all__ = ["read_words"]

#: a label whose number stands in front, in a word of its own: ``2`` and ``、重复申请``
_BEHIND_ORDINAL = re.compile(r"[、．.][^\W\d_]")
#: words that a label is broken into at most
_MOST = 24
# The members of an enumeration are looked up slowly, and these for every word.
_PIECE, _TEXT = Event.PIECE, Event.TEXT
_IS_FIGURE, _IS_MARK = Shape.FIGURE, Shape.MARK


def read_words(text: str, rows: Sequence[Row]) -> list[Word]:
    """The events of a stream of lines, in the order of the text."""
    raws = split_words(text, rows)
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
    behind = raws[at + 1]
    return (
        behind.event is _TEXT and _BEHIND_ORDINAL.match(behind.raw) is not None and skeleton(behind.raw) in BEGINNINGS
    )


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
    for taken, word in enumerate(raws[at : at + _MOST], 1):
        if word.event is not _TEXT:
            break
        own, rest = word.sight.ordinal, word.sight.key
        if own:
            # A number behind a label begins the next one; and 7. before 三、 is not the number of what follows.
            if key or ordinal.isdigit():
                break
            ordinal = own
        if not rest:
            # A rule or a pipe behind a label is no part of it.
            continue
        key += rest
        if key not in BEGINNINGS:
            break
        chain = key, taken, ordinal
        if key in KNOWN:
            best = chain
        if len(key) >= MAX_LABEL:
            break
    if best is not None:
        label, taken, number = best
        event, terms, ordinal, section = known_label(label, number)
        text = "".join([w.raw for w in raws[at : at + taken]]) if event is Event.COLUMN else ""
        return _event(event, first, raws[at + taken - 1], terms, text, ordinal=ordinal, section=section), taken
    if chain is not None:
        label, taken, number = chain
        if terms := cut_rows(label, number):
            return _event(Event.ROW, first, raws[at + taken - 1], terms, cut=True, ordinal=number), taken
    sight = first.sight
    if sight.terms:
        # group and row in one word
        role = Event.ROW if any(t.role == ROW for t in sight.terms) else Event.FRAME
        return _event(role, first, first, sight.terms, ordinal=sight.ordinal), 1
    own, rest = sight.ordinal, sight.key
    if not rest or sight.note or is_piece(rest):
        return _event(_PIECE, first, first, ordinal=own), 1
    return first, 1
