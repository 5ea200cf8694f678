"""One walk over the words of a text: which row labels stand where, with the cells and the header of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gxparse.forms.case_words import begins_cases, gather_cases
from gxparse.forms.entries import Entry
from gxparse.forms.header_order import marks_of
from gxparse.forms.header_words import columns_on_line, names_columns, names_twice
from gxparse.forms.lexicon import COLUMN, GROUP
from gxparse.forms.own_columns import names_own_column
from gxparse.forms.row_words import RowCells
from gxparse.forms.spec import Edition
from gxparse.forms.words import Event, Word

__all__ = ["gather_entries"]

#: words of a line above which it is a whole table or document on one line, not a sentence
_LINE_OF_PROSE = 40
#: as many dashes are no mark of a cell but a rule
_MIN_RULE = 3
# The members of an enumeration are looked up slowly, and these for every word.
_ROW, _COLUMN, _FRAME, _CAPTION, _SECTION = Event.ROW, Event.COLUMN, Event.FRAME, Event.CAPTION, Event.SECTION
_FIGURE, _PIECE, _TEXT = Event.FIGURE, Event.PIECE, Event.TEXT
_OF_HEADER = (_COLUMN, _FRAME, _PIECE)


def gather_entries(form: Edition, words: Sequence[Word]) -> dict[str, list[Entry]]:
    """The entries of each table of an edition, by table key, in the order of the text."""
    entries: dict[str, list[Entry]] = {t.key: [] for t in form.tables}
    prose = _prose_lines(words)
    row_cells = RowCells(form, words, prose)
    columns: dict[str, dict[str, str]] = {}
    repeats: dict[str, tuple[str, ...]] = {}
    header: list[Word] = []
    above: list[Word] = []
    strays: list[Word] = []
    part = 0
    at = 0
    #: where the words in front of the next row begin
    front = 0
    own: set[str] = set()
    while at < len(words):
        word = words[at]
        term = row_cells.term(word) if word.event is _ROW and word.line not in prose else None
        if term is not None:
            table = form.by_key[term.table]
            found = entries[table.key]
            if names_own_column(table, words[front:at]):
                own.add(table.key)
            if table.key == "requests" and found and _stands_again(found[-1], word, words[at - 1]):
                # A merged label is repeated beside itself, and the figures stand behind the last one.
                found.pop()
            stop, cells, broken, dangling = row_cells.behind(at, table)
            seen = columns.get(table.key, {})
            headers = tuple(seen.get(c.key, "") for c in table.columns)
            if table.key != "requests" and at and words[at - 1].terms == word.terms:
                # Where a label stands twice running, so does every figure.
                repeats[table.key] = ()
            elif header and names_twice(header, table):
                repeats.setdefault(table.key, columns_on_line(header, table))
            if header and not all(headers) and names_columns(header, table):
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
            front = next((n for n in range(at + 1, stop) if words[n].event in _OF_HEADER), stop)
            skipped = [w for w in words[front:stop] if w.event in _OF_HEADER]
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
            front = at + 1
        elif word.event in (_PIECE, _COLUMN):
            header.append(word)
        for column in word.terms:
            if column.role == COLUMN and form.key in column.editions:
                columns.setdefault(column.table, {})[column.key] = word.text
        if begins_cases(word):
            begin = at
            cases, at = gather_cases(form.by_key["proceedings"], words, begin)
            if cases is not None:
                entries["proceedings"].append(cases)
                if names_own_column(cases.table, words[begin:at]):
                    own.add("proceedings")
            front = at
            continue
        if word.event in _OF_HEADER and not word.ordinal:
            above.append(word)
        if word.event is _FIGURE and not _is_rule(word) and word.line not in prose:
            strays.append(word)
        elif word.event in (_CAPTION, _SECTION, _TEXT):
            strays = []
            part += 1
            if word.event is _TEXT and len(marks_of((), word.sight.key)) > 1:
                # Labels that ran together.
                above.append(word)
            elif word.event is not _TEXT or not word.raw.isascii():
                # NA among the labels of a header does not end it.
                above = []
        at += 1
    for key in own:
        for entry in entries[key]:
            entry.beside_own = True
    return entries


def _prose_lines(words: Sequence[Word]) -> frozenset[int]:
    """Lines that are sentences: text that is no part of any label, and not a whole document on one line."""
    size = Counter([w.line for w in words])
    return frozenset(
        w.line
        for w in words
        if w.event is _TEXT and size[w.line] <= _LINE_OF_PROSE and sum(c > "\u2e7f" for c in w.raw) > 1
    )


def _stands_again(entry: Entry, word: Word, before: Word) -> bool:
    """Whether a row label is that of the entry before, right behind it on its line."""
    return before is entry.label and word.terms == before.terms and word.line == before.line and not entry.cells


def _is_rule(word: Word) -> bool:
    """Whether a mark is a rule between rows, and no cell."""
    return word.sight.figure is None and len(word.raw) >= _MIN_RULE
