"""Row labels in a stream of words, each with what stands behind it up to the next label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, islice, pairwise

from attrs import field, frozen

from gxparse.forms.common import ORGANIZATIONS
from gxparse.forms.lexicon import COLUMN, CORNER, GROUP, ROW, Term
from gxparse.forms.spec import Edition
from gxparse.forms.spec import Table as FormTable
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

#: a word that looks like a damaged figure
_NUMERAL = re.compile(r"[\d.,\\+\-%万亿元]*\d[\d.,\\+\-%万亿元]*\Z")
#: the first half of a figure that was cut behind its point or its comma
_HALF = re.compile(r"\d[\d.,．，]*[.,．，]\Z")
#: letters of a piece that is not there by chance
_LONG_PIECE = 3
#: points and separators of thousands
_POINTS = (".", "．", ",", "，")
#: as many dashes are no mark of a cell but a rule
_MIN_RULE = 3
#: events that end a row whatever comes behind them
_STOPS = (Event.ROW, Event.SECTION, Event.CAPTION, Event.TEXT)
# The members of an enumeration are looked up slowly, and these for every word.
_ROW, _COLUMN, _FRAME, _CAPTION, _SECTION = Event.ROW, Event.COLUMN, Event.FRAME, Event.CAPTION, Event.SECTION
_FIGURE, _BLANK, _PIECE, _TEXT = Event.FIGURE, Event.BLANK, Event.PIECE, Event.TEXT
_OF_HEADER = (_COLUMN, _FRAME, _PIECE)


# Without slots, since setting the fields of a frozen class takes half the time then.
@frozen(eq=False, slots=False)
class Entry:
    """A row label with the words behind it, up to the next label."""

    table: FormTable
    term: Term | None
    key: str
    label: Word
    #: FIGURE and BLANK words, in order
    cells: tuple[Word, ...]
    #: whether something else than cells and pieces of labels stood between
    broken: bool
    #: whether a word that may be part of a figure ends the row
    dangling: bool = False
    #: figures before the label that no row accounts for
    strays: tuple[Word, ...] = ()
    #: number of the part (page) it stands in, and the header words of that part
    part: int = 0
    header: tuple[Word, ...] = ()
    #: texts of the header cells over the columns, as far as they are known
    headers: tuple[str, ...] = ()
    #: whether a label or a column of the header stands twice running, so that cells may be repeated
    repeats: bool = False
    #: then the columns as often as one line of the header names each; empty if a label stands twice, or several lines
    named: tuple[str, ...] = ()
    figures: tuple[Word, ...] = field(init=False)
    #: number of columns
    width: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "width", len(self.table.columns))
        object.__setattr__(self, "figures", tuple(w for w in self.cells if w.event is _FIGURE))

    @property
    def on_one_line(self) -> bool:
        """Whether the label and all its figures stand on one line."""
        return bool(self.figures) and self.figures[-1].line == self.label.line

    @property
    def stop(self) -> int:
        """Where the row ends in the text."""
        return (self.cells[-1] if self.cells else self.label).stop

    @property
    def regular(self) -> bool:
        """Whether the figures stand all on one line, or each on a line of its own."""
        on_lines = len({w.line for w in self.figures})
        return on_lines == 1 or on_lines == len(self.figures)


def gather_entries(form: Edition, words: Sequence[Word]) -> dict[str, list[Entry]]:
    """The entries of each table of an edition, by table key, in the order of the text."""
    return _Gatherer(form, words).entries


#: words of a line above which it is a whole table or document on one line, not a sentence
_LINE_OF_PROSE = 40


def prose_lines(words: Sequence[Word]) -> frozenset[int]:
    """Lines that are sentences: text that is no part of any label, and not a whole document on one line."""
    size: Counter[int] = Counter(w.line for w in words)
    return frozenset(
        w.line
        for w in words
        if w.event is _TEXT and size[w.line] <= _LINE_OF_PROSE and sum(c > "\u2e7f" for c in w.raw) > 1
    )


#: words beside one that are looked at
_NEAR = 24


def _stands_again(entry: Entry, word: Word, before: Word) -> bool:
    """Whether a row label is that of the entry before, right behind it on its line."""
    return before is entry.label and word.terms == before.terms and word.line == before.line and not entry.cells


def _is_rule(word: Word) -> bool:
    """Whether a word is no more than a pipe or another sign."""
    return word.event is _PIECE and not word.ordinal and not word.sight.key


class _Gatherer:
    """One walk over the words of a text."""

    def __init__(self, form: Edition, words: Sequence[Word]) -> None:
        self.form = form
        self.words = words
        self.prose = prose_lines(words)
        self.by_key = {t.key: t for t in form.tables}
        labels = [c.label for c in self.by_key["proceedings"].columns]
        self.halves = {label[n : n + 2] for label in labels for n in range(0, len(label), 2)}
        self.entries: dict[str, list[Entry]] = {t.key: [] for t in form.tables}
        self._gather()

    def _term(self, word: Word) -> Term | None:
        for term in word.terms:
            if term.role == ROW and self.form.key in term.editions and term.table in self.by_key:
                return term
        return None

    def _gather(self) -> None:
        columns: dict[str, dict[str, str]] = {}
        repeats: dict[str, tuple[str, ...]] = {}
        header: list[Word] = []
        above: list[Word] = []
        part = 0
        at = 0
        words = self.words
        strays: list[Word] = []
        while at < len(words):
            word = words[at]
            term = self._term(word) if word.event is _ROW and word.line not in self.prose else None
            if term is not None:
                table = self.by_key[term.table]
                found = self.entries[table.key]
                if table.key == "requests" and found and _stands_again(found[-1], word, words[at - 1]):
                    # A merged label is repeated beside itself, and the figures stand behind the last one.
                    found.pop()
                stop, cells, broken, dangling = self._cells(at + 1, table)
                seen = columns.get(table.key, {})
                headers = tuple(seen.get(c.key, "") for c in table.columns)
                if table.key != "requests" and at and words[at - 1].terms == word.terms:
                    # Where a label stands twice running, so does every figure.
                    repeats[table.key] = ()
                elif header and _names_twice(header, table):
                    repeats.setdefault(table.key, _named(header, table))
                if header and not all(headers) and _names_columns(header, table):
                    columns[table.key] = {c.key: c.label for c in table.columns}
                    headers = tuple(c.label for c in table.columns)
                if table.key == "requests" or all(headers):
                    found.append(
                        Entry(
                            table,
                            term,
                            term.key,
                            word,
                            cells,
                            broken,
                            dangling,
                            tuple(strays),
                            part,
                            tuple(above),
                            headers,
                            table.key in repeats,
                            repeats.get(table.key, ()),
                        )
                    )
                strays = []
                header = []
                skipped = [w for w in words[at + 1 : stop] if w.event in _OF_HEADER]
                if any(w.event is _FRAME and not any(t.role == GROUP for t in w.terms) for w in skipped):
                    # A repeated header: the page is new, and its columns may be.
                    part += 1
                    above = skipped
                at = stop
                continue
            if word.event in (_CAPTION, _SECTION):
                columns = {}
                repeats = {}
                header = []
            elif word.event in (_PIECE, _COLUMN):
                header.append(word)
            for column in word.terms:
                if column.role == COLUMN and self.form.key in column.editions:
                    columns.setdefault(column.table, {})[column.key] = word.text
            if self._is_case_header(word):
                at = self._cases(at)
                continue
            if word.event in _OF_HEADER and not word.ordinal:
                above.append(word)
            if word.event is _FIGURE and _is_no_rule(word) and word.line not in self.prose:
                strays.append(word)
            elif word.event in (_CAPTION, _SECTION, _TEXT):
                strays = []
                part += 1
                above = []
            at += 1

    def _cells(self, first: int, table: FormTable) -> tuple[int, tuple[Word, ...], bool, bool]:
        """The cells behind a label, where the next thing begins, and what speaks against them."""
        cells: list[Word] = []
        broken = dangling = False
        at = first
        while at < len(self.words):
            word = self.words[at]
            if word.line in self.prose and word.line != self.words[first - 1].line:
                # 3710 and .4万元 are a damaged figure.
                dangling = bool(cells) and _NUMERAL.match(word.raw) is not None
                break
            if word.event in _STOPS and not (word.event is _ROW and self._term(word) is None):
                if word.event is _TEXT and cells:
                    dangling = word.line == cells[-1].line or _NUMERAL.match(word.raw) is not None
                break
            if _is_of_another(word, table):
                break
            if word.event is _PIECE and word.ordinal and self._begins_row(word, at, cells):
                break
            if word.event is _FIGURE and self._numbers_line(at, self.words[first - 1].line):
                break
            if word.event is _BLANK and self.words[at - 1].event is _PIECE:
                # A space in the upright label of a group.
                pass
            elif word.event in (_FIGURE, _BLANK):
                cells.append(word)
            elif word.event is not _PIECE:
                broken = True
            elif _HALF.match(word.raw) and self._is_figure(at + 1):
                # 72. and 0 are a damaged figure.
                dangling = True
            elif cells and _NUMERAL.match(word.raw) and (word.line == cells[-1].line or word.raw[0] in _POINTS):
                # So are 75401 and .7 or 7., not a figure and the number of a label.
                dangling = True
            elif cells and word.raw in _POINTS and word.line == cells[-1].line:
                dangling = True
            elif not cells and self._leads_elsewhere(word, self.words[first - 1]):
                break
            at += 1
        return at, tuple(cells), broken, dangling

    def _leads_elsewhere(self, word: Word, label: Word) -> bool:
        """Whether a piece behind the beginning of a label is none of that label or its groups: figures behind are not its."""
        term = self._term(label)
        key = word.sight.key
        if not label.cut or term is None or len(key) < _LONG_PIECE:
            return False
        rows = (row for row in self.by_key[term.table].rows if row.key == term.key)
        return not any(key in skeleton(text) for row in rows for text in (row.label, *row.variants, *row.group_path))

    def _is_figure(self, at: int) -> bool:
        return at < len(self.words) and self.words[at].event is _FIGURE

    def _begins_row(self, word: Word, at: int, cells: Sequence[Word]) -> bool:
        """Whether a number with a piece of a label, or with nothing, begins another row than the one being read.

        The figures that stand beside it are that row's, even if no label of the form can be made out.
        """
        beside = next((w for w in islice(self.words, at + 1, at + 1 + _NEAR) if w.event is not _PIECE), None)
        return (
            beside is not None
            and beside.event is _FIGURE
            and beside.line == word.line
            and (word.sight.key != "" or not cells)
        )

    def _numbers_line(self, at: int, line: int) -> bool:
        """Whether a figure stands alone in front of other text, below the line of a label, as the number of a line."""
        word = self.words[at]
        # Lines go up: where the next word stands on another one, so do all behind it.
        if word.line == line or at + 1 == len(self.words) or self.words[at + 1].line != word.line:
            return False
        before = next((w for w in reversed(self.words[max(at - _NEAR, 0) : at]) if not _is_rule(w)), None)
        behind = next((w for w in islice(self.words, at + 1, at + 1 + _NEAR) if not _is_rule(w)), None)
        return (
            before is not None
            and behind is not None
            and before.line != word.line
            and behind.line == word.line
            and behind.event not in (_FIGURE, _BLANK)
            and _NUMERAL.match(behind.raw) is None
        )

    def _is_case_header(self, word: Word) -> bool:
        return word.event is _FRAME and any(t.key == "行政复议" for t in word.terms)

    def _cases(self, at: int) -> int:
        """The header of section four and the figures behind it."""
        words = self.words
        frames: set[str] = set()
        header: list[Word] = []
        last = words[at]
        cells: list[Word] = []
        glued = False
        while at < len(words):
            word = words[at]
            if word.event in (_FIGURE, _BLANK):
                cells.append(word)
            elif word.event in (_FRAME, _COLUMN, _PIECE):
                if any(c.event is _FIGURE for c in cells):
                    break
                frames.update(t.key for t in word.terms)
                header.append(word)
                last = word
                cells.clear()
            elif self._is_glued_header(word) and not cells:
                glued = True
                last = word
            else:
                break
            at += 1
        # 1 and ,0 are a damaged figure.
        torn = bool(cells) and at < len(words) and words[at].line == cells[-1].line and _is_numeral(words[at])
        complete = {"行政复议", "行政诉讼"} <= frames and ("review.total" in frames or glued)
        if complete and any(c.event is _FIGURE for c in cells):
            table = self.by_key["proceedings"]
            self.entries["proceedings"].append(
                # Under a header that ran together only sums show where the row begins.
                Entry(table, None, "cases", last, tuple(cells), False, dangling=glued or torn, header=tuple(header))
            )
        return max(at, 1)

    def _is_glued_header(self, word: Word) -> bool:
        """Whether a word is made of halves of column labels of section four: ``审结总计结果维持``."""
        return word.event is _TEXT and {word.raw[n : n + 2] for n in range(0, len(word.raw), 2)} <= self.halves


def _is_numeral(word: Word) -> bool:
    return _NUMERAL.match(word.raw) is not None


def _is_no_rule(word: Word) -> bool:
    return word.sight.figure is not None or len(word.raw) < _MIN_RULE


#: corner cells of headers, and the tables they belong to, by the beginning of their keys
_CORNERS = {"信息内容": "proactive", "申请人情况": "requests", ORGANIZATIONS: "requests"}


def _is_of_another(word: Word, table: FormTable) -> bool:
    """Whether a word stands in the header of another table: what comes behind it is no part of a row of this one."""
    if not word.terms:
        return False
    if word.event is _COLUMN:
        homes = {t.table for t in word.terms if t.role == COLUMN}
        return bool(homes) and table.key not in homes
    corners = [t.key for t in word.terms if t.role == CORNER]
    return bool(corners) and not table.key.startswith(tuple(_CORNERS.get(c, "proceedings") for c in corners))


def _names_twice(header: Sequence[Word], table: FormTable) -> bool:
    """Whether a column is named twice on a line, or twice running, as where a merged cell is repeated."""
    named = [(w.line, t.key) for w in header for t in w.terms if t.role == COLUMN and t.table == table.key]
    return len(set(named)) < len(named) or any(a[1] == b[1] for a, b in pairwise(named))


def _named(header: Sequence[Word], table: FormTable) -> tuple[str, ...]:
    """The columns of a table as one line names them, a merged one several times running; empty without such a line."""
    named = [(w.line, t.key) for w in header for t in w.terms if t.role == COLUMN and t.table == table.key]
    keys = tuple([key for _, key in named])
    in_order = [key for key, _ in groupby(keys)] == [c.key for c in table.columns]
    return keys if in_order and len({line for line, _ in named}) == 1 else ()


def _names_columns(header: Sequence[Word], table: FormTable) -> bool:
    """Whether the pieces of a wrapped header are those of the table's column labels, line by line in their order."""
    labels = [skeleton(c.label) for c in table.columns]
    pieces = [(w.line, skeleton(w.text)) for w in header]
    if sorted("".join(p for _, p in pieces)) != sorted("".join(labels)):
        return False
    for line in {line for line, _ in pieces}:
        column = 0
        for piece in (p for n, p in pieces if n == line):
            while column < len(labels) and piece not in labels[column]:
                column += 1
            if column == len(labels):
                return False
            column += 1
    return True
