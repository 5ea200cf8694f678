"""Labels: from the words of the form to the concepts they stand for.

All labels of all editions are gathered here from the edition data. A cell is looked at once and remembered, since
the same few hundred texts make up nearly every report.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from attrs import field, frozen

from gxparse.forms.editions import EDITIONS
from gxparse.forms.figures import Figure, Shape, read_figure
from gxparse.forms.spelling import plain, shows_markup
from gxparse.forms.statistics_2014 import INDICATORS
from gxparse.text import fold, skeleton

#: role of a label in its table
ROW, COLUMN, GROUP, CAPTION, CORNER, ANNEX = "row", "column", "group", "caption", "corner", "annex"


@frozen
class Term:
    """What a label stands for."""

    role: str
    #: key of the table, ``""`` for words that several tables share
    table: str
    #: key of the row or column; the label itself for other roles
    key: str
    #: the label as the form prints it
    label: str
    #: the number in front, such as ``一``, ``（一）`` folded to ``一``, or ``1``
    ordinal: str = ""
    #: keys of the editions that have it
    editions: frozenset[str] = frozenset()


_ORDINAL = re.compile(
    r"\(?([一二三四五六七八九十]{1,3}|[0-9]{1,2})[).、．·:,]+|\(([一二三四五六七八九十]{1,3}|[0-9]{1,2})\)"
)


_SEVERAL = re.compile(r"\s*[-+]?[0-9]+(?:[.,][0-9]+)*(?:[^\S\n]+[-+]?[0-9]+(?:[.,][0-9]+)*)+\s*\Z")


def letters(text: str) -> str:
    """The text folded, markup undone."""
    return fold(plain(text) if shows_markup(text) else text)


def split_label(text: str) -> tuple[str, str]:
    """The last number in front of a label, and the skeleton of the rest.

    >>> split_label("三、（一）予以公开"), split_label("3. 其他")
    (('一', '予以公开'), ('3', '其他'))
    """
    folded = letters(text)
    ordinal = ""
    at = 0
    while match := _ORDINAL.match(folded, at):
        ordinal = match[1] or match[2]
        at = match.end()
    return ordinal, skeleton(folded[at:])


_MOVED = re.compile(r"(?P<front>[0-9]|[一二三四五六七])?(?P<rest>.*?)(?P<back>[一二三四五六七])?")

_CORNERS = ("信息内容", "申请人情况", "法人或其他组织", "行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉")
_NOTE = "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和"


def _all_terms() -> Iterator[tuple[str, Term]]:
    """Every spelling with its term; equal terms of several editions are merged by the caller."""
    for edition in EDITIONS.values():
        here = frozenset({edition.key})
        for table in edition.tables:
            if table.caption:
                yield table.caption, Term(CAPTION, table.key, table.caption, table.caption, "", here)
            for column in table.columns:
                term = Term(COLUMN, table.key, column.key, column.label, "", here)
                for spelling in (column.label, *column.variants):
                    yield spelling, term
            for row in table.rows:
                if not row.label:
                    continue
                ordinal = split_label(row.label)[0]
                term = Term(ROW, table.key, row.key, row.label, ordinal, here)
                for spelling in (row.label, *row.variants):
                    yield spelling, term
                for group in row.group_path:
                    yield group, Term(GROUP, table.key, group, group, split_label(group)[0], here)
    for label in _CORNERS:
        yield label, Term(CORNER, "", label, label)
    for label in INDICATORS:
        yield label, Term(ANNEX, "", label, label)


def _gather() -> dict[str, tuple[Term, ...]]:
    merged: dict[str, dict[tuple[str, str, str], Term]] = {}
    for spelling, term in _all_terms():
        slot = merged.setdefault(split_label(spelling)[1], {})
        identity = (term.role, term.table, term.key)
        known = slot.get(identity)
        editions = term.editions | (known.editions if known else frozenset())
        slot[identity] = Term(term.role, term.table, term.key, term.label, term.ordinal, editions)
    return {key: tuple(slot.values()) for key, slot in merged.items()}


#: skeleton of a label without its number -> what it can stand for
TERMS: dict[str, tuple[Term, ...]] = _gather()


def _headed() -> dict[str, tuple[Term, ...]]:
    """Column labels with the header cells above them in front, as flattened headers print them."""
    found: dict[str, tuple[Term, ...]] = {}
    for edition in EDITIONS.values():
        for table in edition.tables:
            for column in table.columns:
                own = tuple(t for t in TERMS[split_label(column.label)[1]] if t.role == COLUMN and t.table == table.key)
                for start in range(len(column.header_path)):
                    found[split_label("".join((*column.header_path[start:], column.label)))[1]] = tuple(
                        t for t in own if t.key == column.key
                    )
    return found


#: 行政复议 - 结果维持: skeleton of a label behind its header cells -> the column
_HEADED = _headed()
_GROUP_KEYS = tuple(sorted((k for k, ts in TERMS.items() if any(t.role == GROUP for t in ts)), key=len, reverse=True))


#: row label without its number -> letters of the groups it stands in
_GROUPS_OF: dict[str, tuple[str, ...]] = {
    split_label(row.label)[1]: tuple(split_label(group)[1] for group in row.group_path)
    for edition in EDITIONS.values()
    for table in edition.tables
    for row in table.rows
    if row.group_path
}
#: more letters of a group than this are no piece of it
_MAX_PIECE = 8


def _behind_piece(key: str) -> tuple[str, str, tuple[Term, ...]] | None:
    """A row label behind a piece of its own group's label (``果1.属于国家秘密``): number, label and terms.

    PDF tools print the lines of a group's vertical label in front of the labels beside it.
    """
    for at in range(1, min(_MAX_PIECE, len(key) - 3)):
        piece, rest = key[:at], key[at:]
        ordinal = rest[0] if rest[0] in "一二三四五六七12345678" else ""
        label = rest[len(ordinal) :]
        if any(piece in group for group in _GROUPS_OF.get(label, ())):
            return ordinal, label, tuple(t for t in TERMS[label] if t.role == ROW)
    return None


@frozen(eq=False)
class Sighting:
    """What one cell was seen to be."""

    shape: Shape
    figure: Figure | None = None
    #: number in front of a label
    ordinal: str = ""
    #: the label's letters, for comparing
    key: str = ""
    terms: tuple[Term, ...] = ()
    #: whether the cell is the balance note (勾稽关系) of the corner
    note: bool = False
    #: whether the cell holds several numbers, so that some column before or behind it has none
    several: bool = False
    roles: frozenset[str] = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "roles", frozenset(term.role for term in self.terms))

    def terms_of(self, role: str) -> tuple[Term, ...]:
        """The terms with that role."""
        return tuple(term for term in self.terms if term.role == role)


def _look(raw: str) -> Sighting:
    shape, figure = read_figure(raw)
    if shape is not Shape.TEXT:
        return Sighting(shape, figure)
    ordinal, key = split_label(raw)
    terms = TERMS.get(key) or _HEADED.get(key, ())
    if not terms:
        # 三、（三）不予公开-1.属于国家秘密: the group stands before the row in the same cell.
        for group in _GROUP_KEYS:
            if key.startswith(group) and len(key) > len(group):
                ordinal, rest = split_label(key[len(group) :])
                ordinal2, rest = (rest[0], rest[1:]) if rest[:1].isdigit() else (ordinal, rest)
                terms = tuple(t for t in TERMS.get(rest, ()) if t.role == ROW)
                if terms:
                    ordinal, key = ordinal2, rest
                    break
    if not terms and (match := _MOVED.fullmatch(key)):
        # A tool moved low characters to the end of the cell: 1属于国家秘密. and （ ）予以公开一.
        terms = TERMS.get(match["rest"], ())
        if terms:
            ordinal, key = match["front"] or match["back"], match["rest"]
    if not terms and (behind := _behind_piece(key)):
        ordinal, key, terms = behind
    several = _SEVERAL.match(raw) is not None
    return Sighting(Shape.TEXT, None, ordinal, key, terms, key[:9] == _NOTE[:9], several)


_remembered = functools.lru_cache(maxsize=16384)(_look)


def look_at(raw: str) -> Sighting:
    """What a cell's text can be: blank, a figure, a mark, a label of the form, or other text.

    >>> look_at("（七）总计").terms_of("row")[0].key
    'results.total'
    """
    return _remembered(raw) if len(raw) < 120 else _look(raw)
