"""From prose lines to a section's text: paragraphs, sub-headings, and where every character came from.

Tools break paragraphs at the width of a page, at page ends, or around every number; and they leave marks of their
own. A passage is the text without those accidents, with a table of offsets back into the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxparse.model.origin import Heading
from gxparse.span import Span

__all__ = ["MARK", "Line", "Passage", "is_page_mark", "read_passage"]

#: start and stop of a line of prose in the source, without its newline
Line = tuple[int, int]

#: what extraction tools leave in the text: ``[bookmark: _GoBack]``, ``[image: 图片1]``, ``<img …>``
MARK = re.compile(r"\[(?:bookmark|image)\s*:[^\]\n]{0,80}\]|<img\b[^>\n]{0,200}>")

_PAGE = re.compile(
    r"[-—–－_·.\s]*(?:"
    r"[-—–－]\s*(?:PAGE\s*)?\d{0,4}\s*[-—–－]"  # - 4 -, -  -, - PAGE 4 -
    r"|\d{1,4}\s*of\s*\d{1,4}"  # -- 1 of 4 --
    r"|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?"
    r"|[Pp](?:age|\.)\s*\d{1,4}\b(?:\s*[-—–]\s[^\n]{0,60})?"
    r"|\d{1,4}\s*/\s*\d{1,4}"
    r")[-—–－_·.\s]*\Z"
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
_TITLE_END = re.compile(r"[。：；;:\n]")
#: a first sentence longer than this is an item of a list, not a heading
_LONGEST_HEADING = 48
#: a page is at most this wide, in characters
_WIDEST_PAGE = 64


class Passage(NamedTuple):
    """The text of a stretch of prose lines."""

    text: str
    headings: tuple[Heading, ...]
    #: ascending pairs: from this offset in ``text`` on, characters stand at this offset in the source and following
    places: tuple[tuple[int, int], ...]


def is_page_mark(line: str) -> bool:
    """Whether a line is a page number or the head of a page, and nothing else.

    >>> is_page_mark("- 4 -"), is_page_mark("-- 1 of 4 --"), is_page_mark("第 3 页 共 5 页"), is_page_mark("4")
    (True, True, True, False)
    """
    return len(line) < 100 and _PAGE.match(line) is not None


def _pieces(text: str, lines: Iterable[Line]) -> list[tuple[int, str]]:
    """Stripped, non-empty stretches of the lines with their offsets; marks and page numbers left out."""
    found: list[tuple[int, str]] = []
    for start, stop in lines:
        line = text[start:stop]
        piece = line.strip()
        if not piece:
            continue
        first = piece[0]
        if first in "-—–－第Pp_·" or piece[-1] in "-—–－" or (first.isdigit() and len(piece) < 12):
            if is_page_mark(piece):
                continue
        if ("[" in piece or "<" in piece) and MARK.search(piece):
            at = 0
            for mark in MARK.finditer(line):
                if line[at : mark.start()].strip():
                    found.append((start + at, line[at : mark.start()]))
                at = mark.end()
            if line[at:].strip():
                found.append((start + at, line[at:]))
            # Later pieces of the line go on with the first.
            continue
        found.append((start + line.index(first), piece))
    return found


def _width(text: str) -> int:
    """Columns of a line counted in Han characters; narrow ones count half."""
    narrow = sum(map(str.isascii, text))
    return len(text) - narrow // 2


def _page_width(pieces: Sequence[tuple[int, str]]) -> int:
    """The width that the lines are broken at; 0 if they are not."""
    if len(pieces) < 2 or max(len(p) for _, p in pieces) > 2 * _WIDEST_PAGE:
        return 0
    widths = sorted((_width(p) for _, p in pieces), reverse=True)
    widest = widths[0]
    # One long line is a long line; two of about the same length are a margin.
    return widest if 16 <= widest <= _WIDEST_PAGE and widths[1] >= widest - 2 else 0


def _goes_on(piece: str, following: str, width: int) -> bool:
    """Whether *following* is the same paragraph, cut by a tool."""
    if following[0] in _CONTINUES:
        return True
    if piece[-1] in _TERMINAL:
        return False
    if _NUMBER_ONLY.match(piece) or _BARE_ORDINAL.match(piece):
        return True
    if _START.match(following):
        return False
    if _NUMBER_ONLY.match(following):
        return True
    if "。" in piece or "；" in piece:
        return True
    return width > 0 and _width(piece) >= width - 3


def read_passage(text: str, lines: Iterable[Line]) -> Passage:
    """The paragraphs of some lines, joined by newlines, with their sub-headings.

    >>> p = read_passage("（一）公开。全年公\\n开3件。\\n- 2 -\\n1.其他", [(0, 9), (10, 15), (16, 21), (22, 26)])
    >>> p.text, [(h.level, h.ordinal, h.text) for h in p.headings]
    ('（一）公开。全年公开3件。\\n1.其他', [(2, '（一）', '公开'), (3, '1.', '其他')])
    """
    pieces = _pieces(text, lines)
    width = _page_width(pieces) if len(pieces) > 1 else 0
    parts: list[str] = []
    places: list[tuple[int, int]] = []
    headings: list[Heading] = []
    length = 0
    previous = ""
    for start, piece in pieces:
        if previous:
            if (previous[-1] not in _TERMINAL and _goes_on(previous, piece, width)) or piece[0] in _CONTINUES:
                opens = False
            else:
                parts.append("\n")
                length += 1
                opens = True
        else:
            opens = True
        places.append((length, start))
        parts.append(piece)
        length += len(piece)
        previous = piece
        if opens:
            match = _START.match(piece)
            if match is not None:
                stop = _TITLE_END.search(piece, match.end())
                end = len(piece) if stop is None else stop.start()
                title = piece[match.end() : end].strip()
                if title and len(title) <= _LONGEST_HEADING:
                    headings.append(
                        Heading(_LEVELS[match.lastgroup or ""], match.group(), title, Span(start, start + end))
                    )
    return Passage("".join(parts), tuple(headings), tuple(places))
