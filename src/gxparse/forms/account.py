"""Keeping account: every numeral inside a recognised table is bound, cited by a diagnostic, or known for something else.

Readings place rows and refuse rows; what no row of theirs holds, such as a row that is none of the form's between two
words of a stream, would be lost without a word. This stage looks at the gaps that the rows of a table leave in the
text. Numerals there that belong to no label, heading, page mark or sentence are cited like figures without a label
(GX305). Nothing is placed here, and no row is taken back.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from gxparse.diagnostics.codes import forms as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.forms.choose import Attempt, Choice
from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import CAPTION, COLUMN, CORNER, ROW, TERMS, look_at, split_label
from gxparse.forms.reading import RowReading
from gxparse.forms.remarks import name_of
from gxparse.forms.rows import MAX_CELLS
from gxparse.forms.spec import Edition
from gxparse.forms.trace import Other
from gxparse.grid import read_rows
from gxparse.layout.ast import Row
from gxparse.span import Span
from gxparse.text import is_page_mark

__all__ = ["cite_unclaimed", "list_others"]

_DIGIT = re.compile(r"[0-9０-９]")
_NUMERAL = re.compile(r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*")
#: what a program writes for a character: its digits are no numeral
_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})|&#x?[0-9A-Fa-f]{1,6};")
_LONGEST_ESCAPE = 10
_HEAD = frozenset({CAPTION, COLUMN, CORNER})
#: labels of rows, and letters that are the end of one rather than a word of their own
_ROWS = tuple(label for label, terms in TERMS.items() if any(term.role == ROW for term in terms))
_MIN_LABEL = 2
#: a number in front of a label, or of a piece of one
_ORDINAL = re.compile(r"[\s*_\"']*[(（]?[0-9０-９]{1,2}\\?[.．、:：)）]+[\s*_\"']*(?=[^\W\d_]|\Z)")
#: what goes on behind a number that a label was parted from: ``2`` and ``、重复申请``
_BEHIND_ORDINAL = re.compile(r"\s*\\?[、．.]\s*[^\W\d_]")
_OF_SENTENCE = re.compile("[，。；！？]")
#: a tag that is still open, or a command with its arguments, in front of a numeral
_IN_MARKUP = re.compile(
    r"(?:<[A-Za-z/!][^<>]*|\\[A-Za-z]+\*?(?:\[[^\[\]\n]*\]|\{[^{}\n]*\})*[\[{][^\[\]{}\n]*|\\\\\[)\Z"
)
#: a bare key of a dictionary: ``"c12":`` or ``12:``
_BEHIND_KEY = re.compile(r"[\"']?\s*:\s")
#: how far in front of a numeral markup is looked for
_REACH = 200
_TAG = re.compile(r"<[^<>]{0,300}>")
#: a longer row, blank cells and all, is no page number
_LONG = 400
#: digits of a page number that stands alone on its line
_PAGE_DIGITS = 4


def cite_unclaimed(text: str, form: Edition, choice: Choice) -> list[Diagnostic]:
    """A diagnostic for each stretch of figures inside a table that no row of it holds."""
    runs: list[tuple[str, list[tuple[int, int]]]] = []
    for key, start, stop, kind in _numerals(text, choice, exact=False):
        if kind:
            continue
        if runs and runs[-1][0] == key and not any(map(str.isalnum, text[runs[-1][1][-1][1] : start])):
            runs[-1][1].append((start, stop))
        else:
            runs.append((key, [(start, stop)]))
    found = []
    for key, run in runs:
        excerpt = _shortened(" ".join([text[start:stop] for start, stop in run]))
        span = Span(run[0][0], run[-1][1])
        found.append(codes.UNANCHORED(span, key, label="", table=name_of(form, key), count=len(run), excerpt=excerpt))
    return found


def list_others(text: str, choice: Choice) -> tuple[Other, ...]:
    """The numerals inside the tables that are no figures of theirs, in the order of the text, each with its kind."""
    return tuple(Other(Span(start, stop), kind) for _, start, stop, kind in _numerals(text, choice, exact=True) if kind)


def _shortened(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _claims(choice: Choice, *, exact: bool) -> list[tuple[int, int]]:
    """The stretches of text that the rows of all tables hold, in order.

    *exact* ones are the cells of rows that were placed, else whole rows where that comes to the same.
    """
    claims: list[tuple[int, int]] = []
    for key, table in choice.tables.items():
        attempt = _attempt_of(choice, key)
        traits = attempt.document.traits
        # Where other words may stand between the cells of a row, or behind them in a run of cells, only its cells are claimed.
        whole = _is_marked(attempt) and "loose" not in traits and traits.get("cells") != "run" and not exact
        claims += [(r.row.start, r.row.start + r.row.length) for r in table.refusals]
        for reading in table.rows:
            row = reading.row
            start = row.start
            if whole and _is_accounted(reading):
                claims.append((start, start + row.length))
                continue
            if not exact and (label := reading.label_span()) is not None:
                claims.append((label.start, label.stop))
            raws, offsets = row.raws, row.offsets
            for at in reading.positions:
                if 0 <= at < len(raws) and raws[at]:
                    first = start + offsets[at]
                    claims.append((first, first + len(raws[at])))
    claims.sort()
    return claims


def _attempt_of(choice: Choice, key: str) -> Attempt:
    """The attempt that a table was taken from."""
    return next(a for a in choice.attempts if a.layout == choice.taken[key])


def _is_marked(attempt: Attempt) -> bool:
    return attempt.document.traits.get("rows") != "unmarked"


def _is_accounted(reading: RowReading) -> bool:
    """Whether every figure of a row that the layout marked is that of a column."""
    filled = reading.facts.filled
    return len(reading.row.raws) <= MAX_CELLS and (
        filled == reading.positions or set(filled).issubset(reading.positions)
    )


def _gaps(text: str, choice: Choice, claims: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """The stretches of each table that nothing claims and that hold a digit; none of them twice."""
    search = _DIGIT.search
    begun = 0
    tables = sorted((t.span.start, t.span.stop, key) for key, t in choice.tables.items() if t.span is not None)
    for begin, end, key in tables:
        at = max(begin, begun)
        begun = max(begun, end)
        number = bisect_right(claims, (at, at))
        # A claim before the table may reach into it.
        reached = max([stop for _, stop in claims[max(number - 1, 0) : number]], default=at)
        at = max(at, reached)
        while at < end:
            start, stop = claims[number] if number < len(claims) else (end, end)
            if start > at and search(text, at, min(start, end)) is not None:
                yield key, at, min(start, end)
            at = max(at, stop)
            number += 1


def _numerals(text: str, choice: Choice, *, exact: bool) -> Iterator[tuple[str, int, int, str]]:
    """Table, start, stop and kind of each numeral that no row claims; the kind is empty for a figure."""
    places: dict[str, _Places] = {}
    for key, start, stop in _gaps(text, choice, _claims(choice, exact=exact)):
        layout = choice.taken[key]
        if layout not in places:
            places[layout] = _Places(text, _attempt_of(choice, key), choice)
        escapes = [m.span() for m in _ESCAPE.finditer(text, max(start - _LONGEST_ESCAPE, 0), stop)]
        for match in _NUMERAL.finditer(text, start, stop):
            first, last = match.span()
            # The digits of an escape are those of a character, and a numeral may begin right behind them.
            first = next((b for a, b in escapes if a < first < b), first)
            if first < last:
                yield key, first, last, places[layout].kind(first, last)


class _Places:
    """Which row and cell of the layout a numeral stands in, and what it is there."""

    def __init__(self, text: str, attempt: Attempt, choice: Choice) -> None:
        self.text = text
        self.marked = _is_marked(attempt)
        self.rows = sorted(read_rows(attempt.document), key=lambda row: row.start)
        self.starts = [row.start for row in self.rows]
        self.cells: dict[int, list[tuple[int, int]]] = {}
        self.numbers = sorted((span.start, span.stop) for span in attempt.numbers)
        self.bound = {
            r.row.start: {r.row.raws[at].strip() for at in r.positions if 0 <= at < len(r.row.raws)}
            for table in choice.tables.values()
            for r in table.rows
        }

    def kind(self, start: int, stop: int) -> str:
        """What a numeral is, if it is no figure."""
        number = bisect_right(self.numbers, (start, len(self.text))) - 1
        if number >= 0 and start < self.numbers[number][1]:
            return "numbering"
        line, before = self._around(start, stop)
        bare = _TAG.sub(" ", line) if "<" in line else line
        if is_page_mark(bare):
            return "page"
        row = self._row(start)
        at = None if row is None else self._cell(row, start - row.start)
        if row is not None and at is not None and row.length < _LONG and is_page_mark("".join(row.raws)):
            return "page"
        if row is not None and at is not None:
            return self._in_cell(row, at, start, stop)
        if _IN_MARKUP.search(self.text, max(start - _REACH, 0), start) is not None:
            return "markup"
        if self.marked and row is not None and _BEHIND_KEY.match(self.text, stop) is not None:
            return "markup"
        alone = bare.strip()
        if self.marked and row is None and alone.isdecimal() and len(alone) <= _PAGE_DIGITS:
            return "page"
        return _in_words(line, before, before + stop - start)

    def _around(self, start: int, stop: int) -> tuple[str, int]:
        """The line of a numeral, or as much of a long one as tells what it is, and where in it the numeral begins."""
        low, high = max(start - _REACH, 0), min(stop + _REACH, len(self.text))
        begin = max(self.text.rfind("\n", low, start) + 1, low)
        end = self.text.find("\n", stop, high)
        return self.text[begin : high if end < 0 else end], start - begin

    def _row(self, start: int) -> Row | None:
        number = bisect_right(self.starts, start) - 1
        row = self.rows[number] if number >= 0 else None
        return row if row is not None and start < row.start + row.length else None

    def _cell(self, row: Row, inside: int) -> int | None:
        """The position of the cell in which a place of a row stands."""
        if row.start not in self.cells:
            self.cells[row.start] = sorted((at, n) for n, at in enumerate(row.offsets) if row.raws[n])
        cells = self.cells[row.start]
        number = bisect_right(cells, (inside, len(row.raws))) - 1
        if number < 0:
            return None
        at, n = cells[number]
        return n if inside < at + len(row.raws[n]) else None

    def _in_cell(self, row: Row, at: int, start: int, stop: int) -> str:
        raw = row.raws[at]
        sight = look_at(raw)
        if sight.shape is not Shape.TEXT:
            behind = row.raws[at + 1] if at + 1 < len(row.raws) else ""
            if _BEHIND_ORDINAL.match(behind) is not None:
                return "label"
            # Where merged cells repeat, so does their figure.
            return "copy" if raw.strip() in self.bound.get(row.start, ()) else ""
        if sight.terms or sight.note:
            return "header" if sight.roles and sight.roles.issubset(_HEAD) else "label"
        first = start - row.start - row.offsets[at]
        low = max(first - _REACH, 0)
        return _in_words(raw[low : first + _REACH], first - low, first - low + stop - start)


def _in_words(words: str, start: int, stop: int) -> str:
    """What a numeral is among other words: the number of a label, a part of a sentence, or a figure."""
    ordinal = _ORDINAL.match(words)
    if (ordinal is not None and start < ordinal.end()) or _BEHIND_ORDINAL.match(words, stop) is not None:
        return "label"
    if _OF_SENTENCE.search(words) or words[stop:].lstrip()[:1].isalpha():
        return "text"
    # （三）不予公开1. and the rest of the label are two words.
    if start and words[start - 1].isalpha() and words[stop:].strip() in (".", "．", "、"):
        return "label"
    # Behind the end of a row's label figures may be glued to it; other letters make it no figure of a table.
    return (
        "text" if start and words[start - 1].isalpha() and not _ends_label(words[:start].rsplit(maxsplit=1)[-1]) else ""
    )


def _ends_label(word: str) -> bool:
    key = split_label(word)[1]
    return len(key) >= _MIN_LABEL and any(label.endswith(key) or key.endswith(label) for label in _ROWS)
