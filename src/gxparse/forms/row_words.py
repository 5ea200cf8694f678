"""The cells behind a row label in a stream of words: where they end, and whether something speaks against them.

What ends a row is the next label, a sentence, or a word of another table's header; a number that begins a line may
also be that of the line or of the next row.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import islice

from gxparse.forms.header_words import is_of_another
from gxparse.forms.lexicon import ROW, Term
from gxparse.forms.spec import Edition, Table
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

__all__ = ["RowCells", "is_numeral"]

#: a word that looks like a damaged figure
_NUMERAL = re.compile(r"[\d.,\\+\-%万亿元]*\d[\d.,\\+\-%万亿元]*\Z")
#: the first half of a figure that was cut behind its point or its comma
_HALF = re.compile(r"\d[\d.,．，]*[.,．，]\Z")
#: letters of a piece that is not there by chance
_LONG_PIECE = 3
#: points and separators of thousands
_POINTS = (".", "．", ",", "，")
#: words beside one that are looked at
_NEAR = 24
# The members of an enumeration are looked up slowly, and these for every word.
_ROW, _FIGURE, _BLANK, _PIECE, _TEXT = Event.ROW, Event.FIGURE, Event.BLANK, Event.PIECE, Event.TEXT
#: events that end a row whatever comes behind them
_STOPS = (_ROW, Event.SECTION, Event.CAPTION, _TEXT)


def is_numeral(word: Word) -> bool:
    """Whether a word looks like a figure, a damaged one too."""
    return _NUMERAL.match(word.raw) is not None


class RowCells:
    """Finds the cells behind each row label of a text."""

    def __init__(self, form: Edition, words: Sequence[Word], prose: Collection[int]) -> None:
        self.form = form
        self.words = words
        #: lines that are sentences
        self.prose = prose

    def term(self, word: Word) -> Term | None:
        """The row of the form that a word is the label of."""
        for term in word.terms:
            if term.role == ROW and self.form.key in term.editions and term.table in self.form.by_key:
                return term
        return None

    def behind(self, label: int, table: Table) -> tuple[int, tuple[Word, ...], bool, bool]:
        """Where the next thing behind a label begins, the cells up to there, and what speaks against them.

        That is whether something else stands between them, and whether a word that may be part of a figure ends the row.
        """
        words, first = self.words, self.words[label]
        cells: list[Word] = []
        broken = dangling = False
        at = label + 1
        while at < len(words):
            word = words[at]
            if word.line in self.prose and word.line != first.line:
                # 3710 and .4万元 are a damaged figure.
                dangling = bool(cells) and is_numeral(word)
                break
            if word.event is _FIGURE:
                if self._numbers_line(at, first.line):
                    break
                cells.append(word)
                at += 1
                continue
            if word.event in _STOPS and not (word.event is _ROW and self.term(word) is None):
                if word.event is _TEXT and cells:
                    dangling = word.line == cells[-1].line or is_numeral(word)
                break
            if is_of_another(word, table):
                break
            if word.event is _PIECE and word.ordinal and self._begins_row(word, at, cells):
                break
            if word.event is _BLANK:
                # A space in the upright label of a group is no cell.
                if words[at - 1].event is not _PIECE:
                    cells.append(word)
            elif word.event is not _PIECE:
                broken = True
            elif _HALF.match(word.raw) and self._is_figure(at + 1):
                # 72. and 0 are a damaged figure.
                dangling = True
            elif cells and is_numeral(word) and (word.line == cells[-1].line or word.raw[0] in _POINTS):
                # So are 75401 and .7 or 7., not a figure and the number of a label.
                dangling = True
            elif cells and word.raw in _POINTS and word.line == cells[-1].line:
                dangling = True
            elif not cells and (self._leads_elsewhere(word, first) or self._numbers_next(at, first)):
                break
            at += 1
        return at, tuple(cells), broken, dangling

    def _leads_elsewhere(self, word: Word, label: Word) -> bool:
        """Whether a piece behind the beginning of a label is none of that label or its groups: figures behind are not its."""
        term = self.term(label)
        key = word.sight.key
        if not label.cut or term is None or len(key) < _LONG_PIECE:
            return False
        rows = (row for row in self.form.by_key[term.table].rows if row.key == term.key)
        return not any(key in skeleton(text) for row in rows for text in (row.label, *row.variants, *row.group_path))

    def _numbers_next(self, at: int, label: Word) -> bool:
        """Whether a number alone between a label and figures begins the row that these are of, whose label stands behind them."""
        word = self.words[at]
        return (
            word.ordinal.isdigit()
            and not word.sight.key
            and word.line != label.line
            and not label.cut
            and self._is_figure(at + 1)
        )

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
            and not is_numeral(behind)
        )


def _is_rule(word: Word) -> bool:
    """Whether a word is no more than a pipe or another sign."""
    return word.event is _PIECE and not word.ordinal and not word.sight.key
