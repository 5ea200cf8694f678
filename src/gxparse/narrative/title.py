"""The title of a report, and the body and year it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gxparse.narrative.bodies import bare_name, is_body_key, is_body_name, mend_radicals, plain_name
from gxparse.narrative.dates import read_year
from gxparse.narrative.passages import MARK, Line
from gxparse.narrative.title_words import YEAR_WORD, TitleWords, has_no_title_marks, read_title
from gxparse.span import Span
from gxparse.text import fold

__all__ = ["FoundTitle", "find_title"]

_BRACKETED_YEAR = re.compile(rf"\(({YEAR_WORD})\)\Z")
_BARE_YEAR = re.compile(rf"({YEAR_WORD})\Z")
_BRACKETED_NAME = re.compile(r"\(([^()]{3,40})\)\Z")
_RAW_YEAR = re.compile(
    r"(?:\d(?:[^\S\n]?\d){2,7}|[〇零○Ｏ一二三四五六七八九](?:[^\S\n]?[〇零○Ｏ一二三四五六七八九]){3})"
)
_CELL = re.compile(r"[^|｜\t]+")
_NOTHING = re.compile(r"(?:NaN|Unnamed: \d+|[-—: ]+)\Z")
_WORD = re.compile(r"\S+")
#: white space and mark-up around a title
_AROUND = ' \t\u3000\xa0\u2003\ufeff*#|>="“”《》'
#: lines before the first section that are looked at, from its end
_REACH = 160
_LONGEST = 90


class FoundTitle(NamedTuple):
    """A title in the text."""

    #: indexes of its first and last line
    first: int
    last: int
    text: str
    span: Span
    body: str | None
    body_span: Span | None
    year: int | None
    #: the year as printed, also when it is none
    printed: str | None
    year_span: Span | None


class _Piece(NamedTuple):
    line: int
    start: int
    text: str
    folded: str


def _pieces(text: str, lines: Sequence[Line]) -> list[_Piece]:
    """The header's lines; cells of a line with separators, and words of a header that is one long line."""
    found: list[_Piece] = []
    for number in range(max(0, len(lines) - _REACH), len(lines)):
        start, stop = lines[number]
        line = text[start:stop]
        if len(line) > _LONGEST or "[" in line or "<" in line or "|" in line or "\t" in line:
            # A document on one line, or a paragraph: only its last words can be the title.
            start = max(start, stop - 300)
            bare = MARK.sub(lambda m: "\t" * len(m.group()), text[start:stop])
            for cell in _CELL.finditer(bare):
                if len(cell[0]) <= _LONGEST // 2 and cell[0].strip().count(" ") < 3:
                    _add(found, number, start + cell.start(), cell[0])
                else:
                    for word in _WORD.finditer(bare, cell.start(), cell.end()):
                        if len(word[0]) <= _LONGEST:
                            _add(found, number, start + word.start(), word[0])
        else:
            _add(found, number, start, line)
    return found


def _add(found: list[_Piece], number: int, start: int, line: str) -> None:
    piece = line.strip(_AROUND)
    if piece and _NOTHING.match(piece) is None:
        found.append(_Piece(number, start + line.index(piece), piece, fold(piece).replace("*", "")))


def _locate(pieces: Sequence[_Piece], wanted: str) -> Span | None:
    """Where the folded text *wanted* stands in the pieces."""
    for piece in pieces:
        at = piece.text.find(wanted)
        if at >= 0:
            return Span(piece.start + at, piece.start + at + len(wanted))
    # Printed with spaces or in other characters: go character by character.
    folded: list[str] = []
    places: list[int] = []
    for piece in pieces:
        for i, c in enumerate(piece.text):
            for f in fold(c):
                folded.append(f)
                places.append(piece.start + i)
    at = "".join(folded).find(wanted)
    if at < 0 or not wanted:
        return None
    return Span(places[at], places[at + len(wanted) - 1] + 1)


def _score(read: TitleWords) -> int:
    return (2 if read.body else 0) + (2 if read.year else 0)


def _is_end(folded: str) -> bool:
    return "报" in folded[-24:] or "总结" in folded[-10:]


def find_title(text: str, lines: Sequence[Line]) -> FoundTitle | None:
    r"""The title among *lines*, the prose before the first section; ``None`` if there is none.

    A title may take up to four lines: the first may be the name of the body alone, and so may the last, and either
    may be the year. Of several titles, the most complete one nearest to the text is taken.

    >>> text = "青石镇\n2031年政府信息公开\n工作年度报告"
    >>> found = find_title(text, [(0, 3), (4, 15), (16, 22)])
    >>> found.text, found.body, found.year
    ('青石镇2031年政府信息公开工作年度报告', '青石镇', 2031)
    """
    pieces = _pieces(text, lines)
    best: tuple[int, int, TitleWords] | None = None
    for last, piece in enumerate(pieces):
        if not _is_end(piece.folded):
            continue
        for first in range(last, max(-1, last - 3), -1):
            if sum(len(p.folded) for p in pieces[first : last + 1]) > _LONGEST:
                break
            read = read_title("".join([p.folded for p in pieces[first : last + 1]]))
            if read is None:
                continue
            group = _completed(pieces, first, last, read)
            if best is None or _score(group[2]) >= _score(best[2]):
                best = group
            break
    if best is None:
        return None
    return _found(text, pieces[best[0] : best[1] + 1], best[2])


def _completed(pieces: Sequence[_Piece], first: int, last: int, read: TitleWords) -> tuple[int, int, TitleWords]:
    """A title with the lines around it that name the body and the year: their pieces, and what all of them say."""
    body, year = read
    # The year between body and title, on a line of its own; without the body it may be an entry of a menu.
    above = _BARE_YEAR.match(pieces[first - 1].folded) if first > 1 and not (year or body) else None
    if above is not None and _names_body(pieces, first - 2):
        return first - 2, last, TitleWords(pieces[first - 2].folded, above[1])
    if not year and last + 1 < len(pieces):
        below = _year_below(pieces, last + 1, named=bool(body) or _names_body(pieces, first - 1))
        if below is not None:
            last, year = last + 1, below[1]
    name = _BRACKETED_NAME.match(pieces[last + 1].folded) if not body and last + 1 < len(pieces) else None
    if name is not None and is_body_name(name[1]):
        return first, last + 1, TitleWords(name[1], year)
    # Words of one line are put together for a title that names its year; else they are the path of a page.
    if not body and _names_body(pieces, first - 1) and (year or pieces[first - 1].line != pieces[first].line):
        return first - 1, last, TitleWords(pieces[first - 1].folded, year)
    if not body and year and last + 1 < len(pieces) and _names_body(pieces, last + 1):
        return first, last + 1, TitleWords(pieces[last + 1].folded, year)
    return first, last, TitleWords(body, year)


def _names_body(pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a piece beside a title is the name of a body and nothing else."""
    if not 0 <= at < len(pieces) or (at and is_body_key(pieces[at - 1].folded)):
        return False
    folded = pieces[at].folded
    return has_no_title_marks(folded) and not any(c.isdigit() for c in folded) and is_body_name(pieces[at].text)


def _year_below(pieces: Sequence[_Piece], at: int, *, named: bool) -> re.Match[str] | None:
    """The year on a line of its own below a title; without brackets it may be an entry of a menu."""
    bracketed = _BRACKETED_YEAR.match(pieces[at].folded)
    if bracketed is not None or not named:
        return bracketed
    if at + 1 < len(pieces) and _BARE_YEAR.match(pieces[at + 1].folded):
        return None
    return _BARE_YEAR.match(pieces[at].folded)


def _found(text: str, group: Sequence[_Piece], read: TitleWords) -> FoundTitle:
    span = Span(group[0].start, group[-1].start + len(group[-1].text))
    body = read.body or None
    body_span = None if body is None else _locate(group, body)
    year: int | None = None
    printed: str | None = None
    year_span: Span | None = None
    if read.year:
        digits = read.year.rstrip("年度")
        year = read_year(digits)
        year_span = _locate(group, digits)
        printed = digits if year_span is None else year_span.of(text)
    if body_span is not None:
        body_span = bare_name(text, body_span)
        # As printed, but for white space inside the name.
        body = None if body_span is None else plain_name(body_span.of(text))
    elif body is not None:
        bare = bare_name(body, Span(0, len(body)))
        body = None if bare is None else bare.of(body)
    return FoundTitle(
        group[0].line,
        group[-1].line,
        mend_radicals("".join([p.text for p in group]).replace("**", "")),
        span,
        body,
        body_span,
        year,
        printed,
        year_span,
    )
