"""Whether the words of a header stand in the order of the form, so that a row may be read by counting its figures.

A row with as many figures as there are columns places itself. That is sound only under a header that names the columns
in the order of the form: who prints the kinds of organisation in another order prints other figures first. The header of
section three stands on three rows (申请人情况; 自然人, 法人或其他组织 and 总计; the kinds of organisation), on fewer, or
flattened to a run of words. Section four has :mod:`gxparse.forms.case_order`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from attrs import frozen

from gxparse.forms.case_order import FRAMES
from gxparse.forms.common import APPLICANT_COLUMNS, ORGANIZATIONS
from gxparse.forms.figures import Shape
from gxparse.forms.known_labels import is_piece
from gxparse.forms.lexicon import COLUMN, CORNER, Sighting, Term
from gxparse.forms.rows import RowFacts
from gxparse.text import skeleton

__all__ = ["OWN", "Mark", "applicants_in_order", "columns_in_order", "marks_of", "names_another"]

_TOP = APPLICANT_COLUMNS[0].header_path[0]
#: what the header of section three holds, in the order of a row that holds all of it
_ORDER = [_TOP, "自然人", ORGANIZATIONS, *[c.label for c in APPLICANT_COLUMNS[1:]]]
_FIRST, _PERSON, _COVER, _TOTAL = 0, 1, 2, len(_ORDER) - 1
_KINDS = range(_COVER + 1, _TOTAL)
_KINDS_OF = frozenset(_KINDS)
_PLACES = {skeleton(label): place for place, label in enumerate(_ORDER)}
_PLACE_OF = {column.key: _PLACES[skeleton(column.label)] for column in APPLICANT_COLUMNS}


# 人或其他组 is a piece of 法人或其他组织.
_RUN = re.compile("|".join(sorted(_PLACES, key=len, reverse=True)).replace("|其他", "|(?<!或)其他"))
#: the balance note, and what it begins with
_NOTE, _NOTE_BEGINS = "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和", "本列数据"
#: letters of all header cells: a misspelt or broken one has most of its letters from them
_LETTERS = frozenset("".join((*_PLACES, "结果维持纠正尚未审结", *[label for pair in FRAMES for label in pair])))
#: words of columns that authors add
OWN = re.compile("上年|去年|上一年|同比|合计|小计|累计|增减|备注|[12][0-9]{3}年")
#: fewer letters are no two labels
_SHORT = 6


@frozen
class Mark:
    """One word of the header of section three."""

    #: its place among all of them; -1 for a word that does not tell
    place: int
    #: whether it is a whole label
    whole: bool = True


@functools.lru_cache(maxsize=4096)
def marks_of(terms: tuple[Term, ...], key: str) -> tuple[Mark, ...]:
    """What a word of a header says of columns, from its terms and letters: nothing, one label, or several run together.

    >>> marks_of((), "科研"), marks_of((), "机构"), marks_of((), "备注")
    ((Mark(place=4, whole=False),), (Mark(place=-1, whole=False),), ())
    >>> [mark.place for mark in marks_of((), "自然人法人或其他组织总计")]
    [1, 2, 8]
    """
    if not terms and len(key) > _SHORT and len(run := _RUN.findall(key)) > 1:
        return tuple([Mark(_PLACES[label]) for label in run])
    mark = _mark(terms, key)
    return () if mark is None else (mark,)


def _mark(terms: tuple[Term, ...], key: str) -> Mark | None:
    for term in terms:
        if term.role == COLUMN and term.table == "requests":
            return Mark(_PLACE_OF[term.key])
        if term.role == CORNER and skeleton(term.label) in _PLACES:
            return Mark(_PLACES[skeleton(term.label)])
    if terms or not key:
        return None
    begun = [place for label, place in _PLACES.items() if label.startswith(key)]
    if len(begun) == 1 and begun[0] not in (_FIRST, _COVER):
        return Mark(begun[0], whole=False)
    return Mark(-1, whole=False) if begun or any(key in label for label in _PLACES) else None


def names_another(headers: Iterable[RowFacts], table: str) -> bool:
    """Whether a header names a column that the form does not have, among or behind its own: 上年, 合计, 备注."""
    for header in headers:
        named = [at for at, terms in header.columns if any(term.table == table for term in terms)]
        # In front of all columns may stand whatever an author has over the labels, but no such word.
        if named and any(_is_foreign(s, own=at < named[0]) for at, s in enumerate(header.sights)):
            return True
    return False


def _is_foreign(sight: Sighting, *, own: bool) -> bool:
    """Whether a header cell is no label of the form, none cut or misspelt, and no number of a column; *own* asks for a word."""
    key = sight.key
    if sight.shape is not Shape.TEXT or sight.terms or sight.note or not key or key.isdigit() or marks_of((), key):
        return False
    if OWN.search(key) is not None:
        return True
    # A page may cut the label of a group between two lines of a header.
    return not own and 2 * sum(c in _LETTERS for c in key) < len(key) and not is_piece(key)


def columns_in_order(headers: Iterable[RowFacts]) -> bool:
    """Whether the header rows of section three have their labels in the order of the form; else no row may be counted."""
    return applicants_in_order(marks for header in headers if (marks := _marks(header.sights)))


@functools.lru_cache(maxsize=2048)
def _marks(sights: tuple[Sighting, ...]) -> tuple[Mark, ...]:
    # （六）其他 is the beginning of （六）其他处理, not the column 其他.
    texts = [s for s in sights if s.shape is Shape.TEXT and not s.ordinal]
    return tuple([mark for s in texts for mark in marks_of(s.terms, _without_note(s.key))])


def _without_note(key: str) -> str:
    """A header cell without the balance note; where lines of the header stand between those of the note, nothing."""
    if _NOTE_BEGINS not in key:
        return key
    before, note, behind = key.partition(_NOTE)
    return before + behind if note else ""


def applicants_in_order(rows: Iterable[Iterable[Mark]], *, apart: bool = False) -> bool:
    """Whether the header of section three, row by row, has its columns in the order of the form.

    *apart* is for words that have a line each: the cell over the kinds of organisation may come before 自然人 then.
    Where labels are broken, a kind may stand beside other words without its fellows.
    """
    # 其他 and 总计 alone are as well words of section four.
    rows = [row for row in map(list, rows) if any(m.place < _TOTAL - 1 for m in row)]
    broken = any(not mark.whole for row in rows for mark in row)
    seen = [[place for place, _ in groupby(m.place for m in row if m.place >= 0)] for row in rows]
    if _are_in_order([place for row in seen for place in row], broken=broken, apart=apart):
        # A line break inside a cell may have cut a row anywhere.
        return True
    if broken:
        return all(_are_in_order(row, broken=broken, apart=apart) for row in seen)
    kinds = [found for row in seen if (found := [place for place in row if place in _KINDS])]
    if any(a != b and len(a) < len(_KINDS) > len(b) and b[0] < a[-1] for a, b in pairwise(kinds)):
        # Kinds that one row lacks stand in the next: a row was cut where their order ends.
        return False
    return all(map(_is_row_in_order, seen))


def _is_row_in_order(places: Sequence[int]) -> bool:
    """Whether one row of whole labels is in order, and no other column stands where a kind of organisation belongs."""
    kinds = [place for place in places if place in _KINDS]
    if any(b <= a for a, b in pairwise(places)):
        return False
    if kinds and _PERSON in places and kinds[0] != _KINDS[0]:
        return False
    return not kinds or _TOTAL not in places or kinds[-1] == _KINDS[-1]


def _are_in_order(places: Sequence[int], *, broken: bool, apart: bool) -> bool:
    return all(_is_in_order(header, broken=broken, apart=apart) for header in _headers(places))


def _headers(places: Sequence[int]) -> Iterator[list[int]]:
    """The headers that stand one behind another in a row; a page repeats them."""
    header: list[int] = []
    for place in places:
        if place < _KINDS.start and _KINDS_OF.issubset(header):
            yield header
            header = []
        header.append(place)
    if header:
        yield header


def _is_in_order(places: Sequence[int], *, broken: bool, apart: bool) -> bool:
    kinds = [place for place in places if place in _KINDS]
    if any(b <= a for a, b in pairwise(kinds)):
        return False
    if broken and apart:
        # Lines of broken labels come in any order.
        return True
    if not broken and _FIRST in places and places[0] != _FIRST:
        # On a page the cell over all others stands in their middle.
        return False
    person, cover = (places.index(p) if p in places else -1 for p in (_PERSON, _COVER))
    if -1 < cover < person and not apart:
        return False
    if kinds and places.index(kinds[0]) < cover and not apart:
        # A kind of organisation, or a piece of one, stands below the cell over all of them, never in front of it.
        return False
    totals = [n for n, place in enumerate(places) if place == _TOTAL]
    if len(totals) > 1:
        return False
    if totals and person > totals[0] and not (kinds and cover > person):
        # Only above all others does 总计 stand in front of 自然人.
        return False
    if not kinds or broken:
        return True
    first = places.index(kinds[0])
    return list(places[first : first + len(kinds)]) == kinds
