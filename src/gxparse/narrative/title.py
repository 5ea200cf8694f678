"""The title of a report, and the body and year it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gxparse.narrative.bodies import is_body_name, mend_radicals, plain_name
from gxparse.narrative.dates import read_year
from gxparse.narrative.passages import MARK, Line
from gxparse.span import Span
from gxparse.text import fold

__all__ = ["FoundTitle", "find_title"]

_YEAR = r"(?:\d{3,8}|[〇零○一二三四五六七八九]{4})年?度?"
_KIND = re.compile(r"(?:政府|政务)?信息公开|政务公开")
#: what may follow 政府信息公开 in a title
_REST = re.compile(
    rf"(?:工作|情况|实施|的)*(?P<mid>{_YEAR})?(?:年度)?(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报|总结)"
    rf"(?:\((?P<tail>{_YEAR})\)|(?P<bare>{_YEAR}))?"
    r"(?:\(图解\)|\(.{1,8}\)|\.(?:docx?|pdf|html?))*\Z"
)
#: a title that goes on in the next line: 政府信息公开 / 工作年度报告
_NO_TITLE = re.compile(r"[。;，,:?!>|<=]")
_YEAR_BEFORE = re.compile(rf"(?P<y>{_YEAR})")
_BRACKETED_YEAR = re.compile(rf"\(?({_YEAR})\)?\Z")
_NOISE = re.compile(r".*(?:打印|关闭|正文|】|首页)")
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


class _Read(NamedTuple):
    body: str
    year: str


def _read(folded: str) -> _Read | None:
    """Body and year of a folded title; ``None`` if the text is no title."""
    kind = _KIND.search(folded)
    if kind is None:
        return None
    rest = _REST.match(folded, kind.end())
    if rest is None:
        return None
    before = folded[: kind.start()]
    # A title that begins with 年 has its number in the line above.
    if _NO_TITLE.search(before) or before[:1] == "年":
        return None
    before = before.removeprefix("关于")
    year = _YEAR_BEFORE.search(before)
    body = before if year is None else before[: year.start()] + before[year.end() :]
    noise = _NOISE.match(body)
    if noise is not None:
        body = body[noise.end() :]
    printed = year[0] if year is not None else rest["mid"] or rest["tail"] or rest["bare"] or ""
    return _Read(body.removesuffix("的").strip('-—_·《》"“”*#').removesuffix("关于"), printed)


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


def _score(read: _Read) -> int:
    return (2 if read.body else 0) + (2 if read.year else 0)


def _is_end(folded: str) -> bool:
    return "报" in folded[-24:] or "总结" in folded[-10:]


def find_title(text: str, lines: Sequence[Line]) -> FoundTitle | None:
    r"""The title among *lines*, the prose before the first section; ``None`` if there is none.

    A title may take up to three lines, the first of them the name of the body alone, the last the year in brackets.
    Of several, the most complete one nearest to the text is taken.

    >>> text = "青石镇\n2031年政府信息公开\n工作年度报告"
    >>> found = find_title(text, [(0, 3), (4, 15), (16, 22)])
    >>> found.text, found.body, found.year
    ('青石镇2031年政府信息公开工作年度报告', '青石镇', 2031)
    """
    pieces = _pieces(text, lines)
    best: tuple[int, list[_Piece], _Read] | None = None
    for i, piece in enumerate(pieces):
        if not _is_end(piece.folded):
            continue
        for size in (1, 2, 3):
            if size > i + 1:
                break
            group = pieces[i - size + 1 : i + 1]
            if sum(len(p.folded) for p in group) > _LONGEST:
                break
            read = _read("".join([p.folded for p in group]))
            if read is None:
                continue
            if not read.body and i >= size:
                above = pieces[i - size]
                if len(above.folded) <= 40 and (is_body_name(above.text) or read.year) and _is_name_line(above.folded):
                    group = [above, *group]
                    read = _Read(above.folded, read.year)
            if not read.year and i + 1 < len(pieces):
                below = _BRACKETED_YEAR.match(pieces[i + 1].folded)
                if below is not None:
                    group = [*group, pieces[i + 1]]
                    read = _Read(read.body, below[1])
            if best is None or _score(read) >= _score(best[2]):
                best = (_score(read), group, read)
            break
    if best is None:
        return None
    _points, group, read = best
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
        # As printed, but for white space inside the name.
        body = plain_name(body_span.of(text))
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


def _is_name_line(folded: str) -> bool:
    return _NO_TITLE.search(folded) is None and not any(c.isdigit() for c in folded) and len(folded) >= 2
