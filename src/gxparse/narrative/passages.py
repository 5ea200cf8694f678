"""From prose lines to a section's text: paragraphs, sub-headings, and where every character came from.

Tools break paragraphs at the width of a page, at page ends, or around every number; and they leave marks of their
own. A passage is the text without those accidents, with a table of offsets back into the source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from gxparse.model.origin import Heading
from gxparse.span import Span
from gxparse.text import is_page_line

__all__ = ["MARK", "Line", "Passage", "prose_lines", "read_passage"]

#: start and stop of a line of prose in the source, without its newline
Line = tuple[int, int]

#: what extraction tools leave in the text: ``[bookmark: _GoBack]``, ``[image: 图片1]``, tags, anchors, empty cells
MARK = re.compile(
    r"\[(?:bookmark|image)\s*:[^\]\n]{0,80}\]|\[(?:pic|image|图片\d{0,3})\]|!\[[^\]\n]{0,80}\](?:\([^)\n]{0,200}\))?(?:\{[^}\n]{0,120}\})?"
    r"|<!--[^>]{0,120}-->|</?[a-zA-Z][^<>]{0,200}>|\[\]\{[^}\n]{0,60}\}|(?:\|\s{0,8}NaN\s{0,8})+\|?"
)

_CN = "[一二三四五六七八九十⼀⼆⼋⼗]"
_START = re.compile(
    rf"(?P<h2>[（(]\s?{_CN}{{1,3}}\s?[）)])"
    r"|(?P<h4>[（(]\s?\d{1,2}\s?[）)])"
    rf"|(?P<h1>{_CN}{{1,3}}\s?[、．])"
    r"|(?P<h3>\d{1,2}\s?(?:、|[.．](?!\d)))"
    rf"|(?P<h5>{_CN}是)"
)
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 3}
_TERMINAL = frozenset("。！？；：!?;:…”")
_CONTINUES = frozenset("，。、；：）)％%》”,;")
_NUMBER_ONLY = re.compile(r"[\d.,%％]+\Z")
_BARE_ORDINAL = re.compile(r"(?:\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]{1,2}[）)])\Z")
#: characters of Markdown and of drawn tables around a line
_MARKUP = frozenset('*#|>"=•●■◆')
_MARKUP_OR_SPACE = " \t\u3000\xa0\u2003*#|>=•●■◆"
_BLOCK = re.compile(r"</?(?:p|br|div|td|th|tr|li|h[1-6]|table|tbody|ul|ol|section|article)\b|\|", re.IGNORECASE)
_RULE = re.compile(r"[-=_*\"“”—]{2,}\Z")
#: the title behind the number: a first sentence that is longer is an item of a list, no heading
_TITLE = re.compile(r"\s*([^。：；;:\s][^。：；;:\n]{0,47})(?=[。：；;:]|\Z)")
#: characters that a sub-heading can begin with
_STARTS = frozenset("（(一二三四五六七八九十⼀⼆⼋⼗0123456789０１２３４５６７８９")
_ENDS_BARE = frozenset("0123456789.,%％、．)）")
_DASHES = frozenset("-—–－")
_WORD = re.compile(r"\w")
#: empty cells that a spreadsheet leaves behind a line of prose
_PADS = ",;\t"
_PADDED = re.compile(r"(?<![,;\t])(?:,{2,}|;{2,}|\t+)\Z")
#: characters that a page number can begin with
_PAGE_FIRST = frozenset("-—–－第Pp_·0123456789")
#: a page is at most this wide, in characters
_WIDEST_PAGE = 64


class Passage(NamedTuple):
    """The text of a stretch of prose lines."""

    text: str
    headings: tuple[Heading, ...]
    #: ascending pairs: from this offset in ``text`` on, characters stand at this offset in the source and following
    places: tuple[tuple[int, int], ...]


#: offset and text of a stretch of a line, and whether it follows a mark in the same line
_Piece = tuple[int, str, bool]
_NOTHING = Passage("", (), ())


def _pieces(text: str, lines: Sequence[Line]) -> list[_Piece]:
    """Stripped, non-empty stretches of the lines with their offsets; marks and page numbers left out."""
    found: list[_Piece] = []
    low, high = lines[0][0], lines[-1][1]
    # One look at the whole stretch spares looking into each line.
    plain = text.find("[", low, high) < 0 and text.find("<", low, high) < 0 and text.find("|", low, high) < 0
    for start, stop in lines:
        piece = text[start:stop].strip()
        if not piece:
            continue
        first, last = piece[0], piece[-1]
        if first in _MARKUP or last in _MARKUP or (not plain and ("[" in piece or "<" in piece or "|" in piece)):
            line = text[start:stop]
            at, goes_on, size = 0, False, len(found)
            for mark in MARK.finditer(line):
                _add(found, start + at, line[at : mark.start()], follows=goes_on and len(found) > size)
                at, goes_on = mark.end(), _BLOCK.match(mark.group()) is None
            _add(found, start + at, line[at:], follows=goes_on and len(found) > size)
        elif (first not in _PAGE_FIRST and last not in _DASHES) or len(piece) > 99 or not is_page_line(piece):
            found.append((start if text[start] == first else text.index(first, start), piece, False))
    if len(found) > 2 and found[-1][1] == found[-3][1] == "-" and found[-2][1].isdigit():
        del found[-3:]  # a page number, one character a line
    return found


def _add(found: list[_Piece], start: int, line: str, *, follows: bool) -> None:
    """Note a stretch without the mark-up around it; nothing if that is all it is."""
    piece = line.strip(_MARKUP_OR_SPACE)
    if piece and not _RULE.match(piece) and not is_page_line(piece):
        found.append((start + line.index(piece), piece, follows))


def _width(text: str) -> int:
    """Columns of a line counted in Han characters; narrow ones count half."""
    narrow = sum(map(str.isascii, text))
    return len(text) - narrow // 2


def _page_width(pieces: Sequence[_Piece]) -> int:
    """The width that the lines are broken at; 0 if they are not."""
    if len(pieces) < 2 or max(len(p) for _, p, _ in pieces) > 2 * _WIDEST_PAGE:
        return 0
    widths = sorted((_width(p) for _, p, _ in pieces), reverse=True)
    widest = widths[0]
    # One long line is a long line; two of about the same length are a margin.
    return widest if 16 <= widest <= _WIDEST_PAGE and widths[1] >= widest - 2 else 0


def _goes_on(piece: str, following: str) -> bool | None:
    """Whether *following* is the same paragraph, cut by a tool, given that *piece* does not end a sentence.

    ``None`` if only the width of the page can tell.
    """
    last = piece[-1]
    if last in _ENDS_BARE and (_NUMBER_ONLY.match(piece) or _BARE_ORDINAL.match(piece)):
        return True
    first = following[0]
    if first in _STARTS and _START.match(following):
        return False
    if "。" in piece or "；" in piece or (first.isdigit() and _NUMBER_ONLY.match(following)):
        return True
    return None if 16 <= len(piece) <= 2 * _WIDEST_PAGE else False


def read_passage(text: str, lines: Sequence[Line]) -> Passage:
    r"""The paragraphs of some lines, joined by newlines, with their sub-headings.

    >>> p = read_passage("（一）公开。全年公\n开3件。\n- 2 -\n1.其他", [(0, 9), (10, 14), (15, 20), (21, 25)])
    >>> p.text, [(h.level, h.ordinal, h.text) for h in p.headings]
    ('（一）公开。全年公开3件。\n1.其他', [(2, '（一）', '公开'), (3, '1.', '其他')])
    """
    if not lines:
        return _NOTHING
    pieces = _pieces(text, lines)
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    headings: list[Heading] = []
    length = 0
    previous = ""
    page = -1  # not known yet
    for start, piece, follows in pieces:
        first = piece[0]
        joins: bool | None = False
        if previous:
            if follows or first in _CONTINUES:
                joins = True
            elif previous[-1] not in _TERMINAL:
                joins = None if previous[-1].isdigit() and first.isdigit() else _goes_on(previous, piece)
                # Digits are joined to digits only at the margin: two numbers must not become one.
                if joins is None:
                    if page < 0:
                        page = _page_width(pieces)
                    joins = page > 0 and _width(previous) >= page - 3
            if not joins:
                parts.append("\n")
                length += 1
        places.append((length, start))
        parts.append(piece)
        length += len(piece)
        previous = piece
        if first in _STARTS and not joins:
            match = _START.match(piece)
            if match is not None:
                rest = _TITLE.match(piece, match.end())
                if rest is not None:
                    end = rest.end()
                    headings.append(
                        Heading(
                            _LEVELS[match.lastgroup or ""], match.group(), rest[1].rstrip(), Span(start, start + end)
                        )
                    )
    return Passage("".join(parts), tuple(headings), tuple(places))


def prose_lines(text: str, tables: Sequence[tuple[int, int, str]]) -> list[Line]:
    """The lines with words that stand outside the statutory tables, without the empty cells behind them."""
    lines: list[Line] = []
    at = 0
    for start, stop, _ in (*tables, (len(text), len(text), "")):
        if start > at:
            for line in text[at:start].split("\n"):
                if line and _WORD.search(line) is not None:
                    end = at + len(line)
                    if line[-1] in _PADS and (pads := _PADDED.search(line)) is not None:
                        end = at + pads.start()
                    lines.append((at, end))
                at += len(line) + 1
        at = max(stop, start) if start >= at - 1 else max(at, stop)
    return lines
