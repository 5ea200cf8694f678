"""What one printed row is: header, caption, a labelled row of figures, figures without a label, a piece of a label.

The answer depends on the row's cells alone and is remembered, since most rows of most reports are alike.
"""

from __future__ import annotations

import enum
import functools
from decimal import Decimal

from attrs import evolve, frozen

from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import ANNEX, CAPTION, COLUMN, CORNER, GROUP, ROW, Sighting, Term, look_at

#: more cells than this are no row of any form; the rest of the row is not looked at
MAX_CELLS = 400


class Role(enum.Enum):
    """What a row of cells is to its table."""

    #: nothing but blank cells
    EMPTY = enum.auto()
    #: 第二十条第（一）项
    CAPTION = enum.auto()
    #: labels of columns
    HEADER = enum.auto()
    #: a row label, with figures or with blank cells
    DATA = enum.auto()
    #: figures without any text
    VALUES = enum.auto()
    #: figures beside text that is no label of the form
    UNKNOWN = enum.auto()
    #: text without figures that is no label of the form
    PIECE = enum.auto()
    #: a row of the statistics table of 2014 to 2018
    ANNEX = enum.auto()


# The members of an enumeration are looked up slowly, and these for every row.
_FIGURE, _MARK, _BLANK = Shape.FIGURE, Shape.MARK, Shape.BLANK
_VALUES = frozenset({_FIGURE, _MARK})

#: halves of column labels of section four that a wrapped header cell leaves, and no beginning of another label
_HALVES = frozenset({"结果", "维持", "纠正", "尚未", "审结"})


# Without slots, since setting the fields of a frozen class takes half the time then.
@frozen(eq=False, slots=False)
class RowFacts:
    """What the cells of one row say."""

    role: Role
    sights: tuple[Sighting, ...]
    #: the row concept, for ``DATA``
    term: Term | None = None
    #: position of the label cell; -1 if there is none
    label_at: int = -1
    #: positions of the cells behind the label that are not blank
    filled: tuple[int, ...] = ()
    #: header cells: position -> column terms, in order
    columns: tuple[tuple[int, tuple[Term, ...]], ...] = ()
    #: terms that only one edition has: edition -> how many
    votes: tuple[tuple[str, int], ...] = ()
    #: tables that the row's words belong to
    tables: frozenset[str] = frozenset()

    # What follows is remembered with the row, and worked out when it is first asked for: not every layout asks for all.

    @functools.cached_property
    def has_values(self) -> bool:
        """Whether some cell is a figure or a mark."""
        return any(sight.shape in _VALUES for sight in self.sights)

    @functools.cached_property
    def only_values(self) -> bool:
        """Whether every filled cell is a figure or a mark."""
        return _VALUES.issuperset([self.sights[at].shape for at in self.filled])

    @functools.cached_property
    def plain(self) -> tuple[int | Decimal, ...] | None:
        """The filled cells as counts, if all of them are plain whole numbers."""
        numbers = [f.number for at in self.filled if (f := self.sights[at].figure) is not None and f.plain]
        return tuple(numbers) if len(numbers) == len(self.filled) else None

    @functools.cached_property
    def tangled(self) -> bool:
        """Whether some cell is neither figure nor mark nor a label of the form, so that it may hold several cells."""
        if self.role in (Role.DATA, Role.VALUES, Role.EMPTY):
            return not self.only_values
        return any(s.shape is Shape.TEXT and not s.terms and not s.note for s in self.sights)

    @functools.cached_property
    def lead(self) -> int | None:
        """How many blank cells the row begins with; ``None`` if it has no others."""
        return next((n for n, sight in enumerate(self.sights) if sight.shape is not _BLANK), None)

    @functools.cached_property
    def gaps(self) -> bool:
        """Whether a blank cell stands in front of the last filled one."""
        return bool(self.filled) and any(sight.shape is _BLANK for sight in self.sights[: self.filled[-1]])

    @functools.cached_property
    def section(self) -> str:
        """The section that a header's labels belong to; ``""`` if they do not tell, or if it is no header."""
        return _header_section(self) if self.role is Role.HEADER else ""

    def with_term(self, term: Term, label_at: int) -> RowFacts:
        """The same row, once its label is known by other means."""
        return evolve(self, role=Role.DATA, term=term, label_at=label_at, filled=_filled_behind(self.sights, label_at))


def _header_section(header: RowFacts) -> str:
    # 总计 is a column of two tables; the other labels of a header belong to one.
    sections = {frozenset(t.table.split(".")[0] for t in terms) for _, terms in header.columns}
    sure = {next(iter(s)) for s in sections if len(s) == 1}
    if len(sure) == 1 and not is_torn(header):
        return sure.pop()
    for sight in header.sights:
        if sight.note or sight.key in ("申请人情况", "法人或其他组织"):
            return "requests"
        if sight.key in ("行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"):
            return "proceedings"
    return ""


def is_torn(header: RowFacts) -> bool:
    """Whether 其他 is the only label of a line beside a piece of one: it is a piece itself then, of 其他结果.

    Lines of a wrapped header of section four read 纠正 and 其他.
    """
    labels = {header.sights[at].key for at, _ in header.columns}
    return labels == {"其他"} and any(s.shape is Shape.TEXT and not s.terms and not s.note for s in header.sights)


def _filled_behind(sights: tuple[Sighting, ...], label_at: int) -> tuple[int, ...]:
    return tuple([i for i in range(label_at + 1, len(sights)) if sights[i].shape is not Shape.BLANK])


def row_term(sight: Sighting) -> Term | None:
    """The row a label cell names, if its number does not speak against it."""
    for term in sight.terms:
        if term.role == ROW and (
            not sight.ordinal or sight.ordinal == term.ordinal or len({t.key for t in sight.terms}) == 1
        ):
            return term
    return None


def _votes(sights: tuple[Sighting, ...]) -> tuple[tuple[str, int], ...]:
    count: dict[str, int] = {}
    for sight in sights:
        editions = frozenset().union(*(t.editions for t in sight.terms)) if sight.terms else frozenset()
        # 其他处理 is a row of one edition and a group of the other.
        if len(editions) == 1:
            (edition,) = editions
            count[edition] = count.get(edition, 0) + 1
    return tuple(count.items())


@functools.lru_cache(maxsize=8192)
def read_row(raws: tuple[str, ...]) -> RowFacts:
    """The facts of one row, from the texts of its cells."""
    sights = tuple([look_at(raw) for raw in raws[:MAX_CELLS]])
    texts = [i for i, s in enumerate(sights) if s.shape is Shape.TEXT]
    values = [i for i, s in enumerate(sights) if s.shape is Shape.FIGURE or s.shape is Shape.MARK]
    if not texts:
        if not values:
            return RowFacts(Role.EMPTY, sights)
        return RowFacts(Role.VALUES, sights, None, -1, tuple(values))
    votes = _votes(sights)
    tables = frozenset(t.table for i in texts for t in sights[i].terms if t.table)
    if any(ANNEX in sights[i].roles for i in texts):
        return RowFacts(Role.ANNEX, sights, votes=votes)
    labelled = [(i, t) for i in texts if (t := row_term(sights[i])) is not None]
    # （六）其他 is the beginning of （六）其他处理, not the column 其他: columns have no numbers.
    columns = tuple(
        (i, sights[i].terms_of(COLUMN)) for i in texts if COLUMN in sights[i].roles and not sights[i].ordinal
    )
    if columns and not _HALVES.isdisjoint([sights[i].key for i in texts]):
        # Beside 结果 or 尚未, 其他 is the upper half of 其他结果, not the column of section three, and 总计 none of its.
        own = ((i, tuple([t for t in terms if t.table == "proceedings"])) for i, terms in columns)
        columns = tuple([(i, terms) for i, terms in own if terms])
    plain_rows = [(i, t) for i, t in labelled if COLUMN not in sights[i].roles or sights[i].ordinal]
    headers = [i for i in texts if CORNER in sights[i].roles or sights[i].note]
    if any(CAPTION in sights[i].roles for i in texts) and not values:
        return RowFacts(Role.CAPTION, sights, votes=votes, tables=tables)
    if (columns or headers) and not plain_rows and not values:
        return RowFacts(Role.HEADER, sights, columns=columns, votes=votes, tables=tables)
    # Of several labels in a row the last before the figures names it; the others are its groups.
    before = [(i, t) for i, t in labelled if not values or i < values[0]]
    if before:
        label_at, term = before[-1]
        behind = [i for i in texts if i > label_at and (not values or i < values[0])]
        # （六）其他处理 is a group where more text follows: then that text is the label, or a piece of one.
        if not (behind and GROUP in sights[label_at].roles):
            filled = _filled_behind(sights, label_at)
            return RowFacts(Role.DATA, sights, term, label_at, filled, votes=votes, tables=tables)
    if values:
        inside = [i for i in texts if i < values[0]]
        at = inside[-1] if inside else -1
        return RowFacts(Role.UNKNOWN, sights, None, at, _filled_behind(sights, at), votes=votes, tables=tables)
    at = texts[-1]
    return RowFacts(Role.PIECE, sights, None, at, votes=votes, tables=tables)
