"""Mending labels: joining halves that a page or a line break cut, and recognising labels with a slip.

A half is joined only if the halves together are a label of the form, letter for letter. A label on its own is
recognised if it is the unmistakable beginning of one label, if it has the letters of one in another order, or if it is
one slip away from one label and clearly further from every other. Everything else stays unknown.
"""

from __future__ import annotations

import functools

import regex
from attrs import frozen

from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import ROW, TERMS, Term
from gxparse.forms.rows import Role, RowFacts, row_term

#: a beginning shorter than this could be the beginning of anything
_MIN_PREFIX = 4
#: labels shorter than this are too close to each other for slips
_MIN_FUZZY = 4
_MAX_FUZZY = 60
#: pieces a label may be cut into
_MAX_PIECES = 4
#: rows that may hold a piece of a label; made once, since every row is asked for its role
_DATA, _UNKNOWN = Role.DATA, Role.UNKNOWN
_OPEN = (Role.PIECE, _UNKNOWN)
#: rows that a page end may put between two pieces, and how far away the next piece may be
_PASSED = (Role.HEADER, Role.CAPTION, Role.EMPTY)
_REACH = 14
_NUMERALS = frozenset("一二三四五六七八")

_ROW_LABELS: dict[str, Term] = {key: t for key, terms in TERMS.items() for t in terms if t.role == ROW}
#: every beginning of a row label: pieces that make none of them make no label either
_BEGINNINGS = frozenset(label[:n] for label in _ROW_LABELS for n in range(1, len(label) + 1))


@frozen
class Mending:
    """How a label was recognised that is not printed whole."""

    #: ``"joined"``, ``"cut"`` or ``"slip"``
    how: str
    term: Term
    #: positions of the rows whose pieces make the label
    pieces: tuple[int, ...]


@functools.lru_cache(maxsize=4096)
def find_cut(key: str) -> Term | None:
    """The only row label that begins with *key*, if it is long enough to be unmistakable."""
    if len(key) < _MIN_PREFIX:
        return None
    found = {t.key: t for label, t in _ROW_LABELS.items() if label.startswith(key)}
    return next(iter(found.values())) if len(found) == 1 else None


@functools.lru_cache(maxsize=4096)
def find_slip(key: str) -> Term | None:
    """The only row label within one slip of *key* (two for long labels), with no other label near.

    The distance of every other label must be greater by at least one more slip, so that a slip never turns one
    label into its neighbour in silence.
    """
    if not _MIN_FUZZY <= len(key) <= _MAX_FUZZY or any(c.isdigit() for c in key):
        # A digit inside a label is no slip: it may be the first of a figure that a tool glued to it.
        return None
    allowed = 1 if len(key) < 12 else 2
    # The best match, since the first one may count a missing character as a wrong one and a doubled one.
    pattern = regex.compile(f"(?:{regex.escape(key)}){{e<={allowed + 1}}}", regex.BESTMATCH)
    near: dict[str, tuple[int, Term]] = {}
    for label, term in _ROW_LABELS.items():
        if abs(len(label) - len(key)) <= allowed + 1 and (match := pattern.fullmatch(label)):
            distance = sum(match.fuzzy_counts)
            if term.key not in near or distance < near[term.key][0]:
                near[term.key] = distance, term
    ranked = sorted(near.values(), key=lambda found: found[0])
    if ranked and ranked[0][0] <= allowed and (len(ranked) == 1 or ranked[1][0] > ranked[0][0] + 1):
        return ranked[0][1]
    return None


@functools.lru_cache(maxsize=4096)
def find_moved(key: str) -> Term | None:
    """The only row label that has all the letters of *key*, behind the same number, though in another order.

    A tool that goes by the height of glyphs moves flat ones to the end of a cell, as in 3危及三安全稳定一.
    """
    number = key[0] if key[:1].isdigit() else ""
    letters = key.removeprefix(number)
    if len(letters) < _MIN_FUZZY or any(c.isdigit() for c in letters):
        # Another digit is that of a figure.
        return None
    found = {t.key: t for label, t in _ROW_LABELS.items() if sorted(label) == sorted(letters)}
    term = next(iter(found.values()), None)
    return term if term is not None and len(found) == 1 and (not number or term.ordinal == number) else None


def _key(facts: RowFacts) -> str:
    return facts.sights[facts.label_at].key if facts.label_at >= 0 else ""


def _behind_number(rows: list[RowFacts], start: int) -> tuple[int, Term] | None:
    """The row that holds the words of a label of whose number alone stands beside figures, and the label.

    A page end can cut a label right behind its number: （一） with the figures above, 予以公开 alone below.
    """
    facts = rows[start]
    sight = facts.sights[facts.label_at] if facts.label_at >= 0 else None
    # （七 without its closing bracket is a number too.
    ordinal = (sight.key or sight.ordinal) if sight is not None else ""
    if not ordinal or not facts.has_values:
        return None
    for at in range(start + 1, min(start + _REACH, len(rows))):
        texts = [s for s in rows[at].sights if s.shape is not Shape.BLANK]
        # A merged label may be repeated.
        if texts and not texts[0].ordinal and len({s.key for s in texts}) == 1:
            for term in texts[0].terms_of(ROW):
                if term.ordinal == ordinal:
                    return at, term
        if rows[at].role not in _PASSED:
            return None
    return None


def _further_down(rows: list[RowFacts], start: int) -> tuple[int, Term] | None:
    """The row with figures that goes on with a label which is a label without its end as well, and the whole label.

    （二）部分公开 stands above a page end without figures, （区分处理的，… below it with them.
    """
    for at in range(start + 1, min(start + _REACH, len(rows))):
        facts = rows[at]
        if facts.role in _OPEN and facts.has_values and not facts.sights[facts.label_at].ordinal:
            term = next((t for t in TERMS.get(_key(rows[start]) + _key(facts), ()) if t.role == ROW), None)
            return (at, term) if term is not None and term == rows[start].term else None
        if facts.role not in _PASSED:
            return None
    return None


def find_joins(rows: list[RowFacts]) -> dict[int, Mending]:
    """Labels that stand in pieces on several rows: position of the row with the figures -> the mending.

    Headers, captions and empty rows between the pieces are passed over, since a page break repeats them. Two pieces
    that both carry figures are never joined.
    """
    found: dict[int, Mending] = {}
    used: set[int] = set()
    for start, facts in enumerate(rows):
        if facts.role is _DATA and not facts.filled and (rest := _further_down(rows, start)) is not None:
            found[rest[0]] = Mending("joined", rest[1], (start, rest[0]))
            used.update((start, rest[0]))
        if facts.role not in _OPEN or start in used:
            continue
        key = _key(facts)
        if not key or key in _NUMERALS:
            if (rest := _behind_number(rows, start)) is not None:
                found[start] = Mending("joined", rest[1], (start, rest[0]))
                used.update((start, rest[0]))
            continue
        if key not in _BEGINNINGS:
            continue
        pieces = [start]
        for at in range(start + 1, min(start + _REACH, len(rows))):
            role = rows[at].role
            # - 2 - is the number of a page, and no piece of a label.
            if role in _PASSED or (not rows[at].has_values and _key(rows[at]).isdigit()):
                continue
            if role not in _OPEN or len(pieces) == _MAX_PIECES:
                break
            key += _key(rows[at])
            if key not in _BEGINNINGS:
                break
            pieces.append(at)
            with_values = [p for p in pieces if rows[p].has_values]
            if len(with_values) > 1:
                break
            term = next((t for t in TERMS.get(key, ()) if t.role == ROW), None)
            if term is not None:
                home = with_values[0] if with_values else start
                found[home] = Mending("joined", term, tuple(pieces))
                used.update(pieces)
                break
    return found


def mend_rows(rows: list[RowFacts]) -> tuple[list[RowFacts], dict[int, Mending]]:
    """Rows with every label mended that can be, and what was done, by position.

    Mending is idempotent and leaves rows with clean labels as they are.
    """
    todo = [i for i, facts in enumerate(rows) if facts.role in _OPEN]
    if not todo:
        return rows, {}
    mendings = find_joins(rows)
    used = {p for m in mendings.values() for p in m.pieces}
    taken = {f.term.key for f in rows if f.term is not None} | {m.term.key for m in mendings.values()}
    for at in todo:
        facts = rows[at]
        if at in used or facts.role is not _UNKNOWN:
            continue
        key = _key(facts)
        for how, find in (("cut", find_cut), ("slip", find_moved), ("slip", find_slip)):
            term = find(key)
            # A label that stands in the table already is not what this one was meant to be.
            if term is not None and term.key not in taken:
                mendings[at] = Mending(how, term, (at,))
                taken.add(term.key)
                break
    out = list(rows)
    for at, mending in mendings.items():
        out[at] = rows[at].with_term(mending.term, rows[at].label_at)
        for piece in mending.pieces:
            if piece != at:
                out[piece] = RowFacts(Role.EMPTY, rows[piece].sights)
    return out, mendings


__all__ = ["Mending", "find_cut", "find_joins", "find_moved", "find_slip", "mend_rows", "row_term"]
