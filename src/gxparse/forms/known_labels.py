"""All labels of all editions, to hold the words of a text against: whole ones, their beginnings, pieces and ends.

Words that a tool broke off a label are known by these alone; which words make up a label is told elsewhere
(:mod:`gxparse.forms.word_labels`).
"""

from __future__ import annotations

import functools

from gxparse.forms.editions import EDITIONS
from gxparse.forms.lexicon import CAPTION, COLUMN, GROUP, ROW, TERMS, Term, split_label
from gxparse.forms.words import Event
from gxparse.text import skeleton

__all__ = ["BEGINNINGS", "KNOWN", "MAX_LABEL", "cut_rows", "ends_row", "is_piece", "known_label"]

_SECTIONS: dict[str, str] = {
    split_label(title)[1]: section.key
    for edition in EDITIONS.values()
    for section in edition.sections
    for title in (section.title, *section.variants)
    if len(title) > 4
}
_LABELS: dict[str, tuple[Term, ...]] = dict(TERMS)
_NOTE = "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和"
#: every known label
KNOWN = {**dict.fromkeys(_SECTIONS), **dict.fromkeys(_LABELS), _NOTE: None}
#: letters of the longest one
MAX_LABEL = max(map(len, KNOWN))
#: every beginning of a known label
BEGINNINGS = frozenset(label[:n] for label in KNOWN for n in range(1, len(label) + 1))
#: all known labels in one string, to recognise pieces of them
_ALL = "\n".join(KNOWN)
#: letters of the least beginning or end that tells a label
_MIN_CUT = 4


@functools.lru_cache(maxsize=4096)
def is_piece(key: str) -> bool:
    """Whether letters stand somewhere in a known label."""
    return key in _ALL


@functools.lru_cache(maxsize=4096)
def cut_rows(key: str, number: str) -> tuple[Term, ...]:
    """Row terms whose label begins with *key*, if they are one row.

    Without a *number* in front, what also stands inside another row's label may be a piece of that one.
    """
    if len(key) < _MIN_CUT:
        return ()
    found = {t for label, terms in _LABELS.items() if label.startswith(key) for t in terms}
    rows = {t.key for t in found if t.role == ROW}
    if len(rows) != 1 or any(t.role != ROW for t in found):
        return ()
    inside = {t.key for label, terms in _LABELS.items() if key in label[1:] for t in terms if t.role == ROW}
    return tuple(found) if number or inside <= rows else ()


@functools.lru_cache(maxsize=4096)
def ends_row(key: str) -> bool:
    """Whether a piece is the end of a row label, or all of one."""
    return len(key) >= _MIN_CUT and any(
        label.endswith(key) and any(t.role == ROW for t in terms) for label, terms in _LABELS.items()
    )


@functools.lru_cache(maxsize=4096)
def known_label(label: str, number: str) -> tuple[Event, tuple[Term, ...], str, str]:
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
