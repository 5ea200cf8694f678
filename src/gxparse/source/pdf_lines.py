"""From glyphs to lines of text, and from lines to what was written before it was wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from gxparse.source.pdf_page import Glyph

__all__ = ["Line", "Wrap", "find_lines", "join_wrapped", "turned"]

#: Glyphs whose baselines differ by less than this share of their height stand on one line.
_ONE_LINE = 0.4
#: A gap wider than this share of the line's height is a space; between two letters or digits less is enough.
_SPACE = 0.32
_WORD_SPACE = 0.17
#: A gap this wide parts columns.
_COLUMN_SPACE = 1.0
#: Two glyphs that begin this near to each other stand one over the other.
_OVERPRINT = 0.2
#: A digit lower than this share of its line and raised by that one is a superscript.
_SMALL = 0.85
_RAISED = 0.12
#: Digits of the longest number of a note.
_NOTE = 2
#: The white that programs leave between a cell's border and its text, both sides and border together, in points:
#: Word and Writer 10.8 unless told otherwise, browsers 2 and more.
_PADDING = 13.0

#: What may not begin a line, and what may not end one: such a character is wrapped together with its neighbour.
NO_BEGIN = frozenset("，。、；：？！）》」』】〕”’…—·,.;:?!)]}%％〉")
NO_END = frozenset("（《「『【〔“‘([{〈￥$")
_DIGIT = re.compile(r"[0-9０-９]")


class Line(NamedTuple):
    """One line of text as it stands on the page."""

    left: float
    top: float
    right: float
    bottom: float
    #: height of its characters
    em: float
    text: str
    #: width of its characters up to the first place at which it could have been broken, a number being broken
    #: anywhere; and up to the end of its first number or word
    head: float
    word: float
    #: quarter turns of the text, clockwise
    turn: int = 0
    #: (left, text) of the stretches between wide gaps
    stretches: tuple[tuple[float, str], ...] = ()


class Wrap(NamedTuple):
    """Lines put together again."""

    text: str
    #: for each line where it begins in the text
    starts: list[int]
    #: where digits were joined over a line end
    joined_digits: list[int]


def turned(glyph: Glyph) -> Glyph:
    """A glyph of turned text with its page turned back, so that its line runs from left to right."""
    left, top, right, bottom, baseline, char, turn, run, pale, struck = glyph
    if turn == 1:
        return Glyph(top, -right, bottom, -left, -baseline, char, 0, run, pale, struck)
    if turn == 2:
        return Glyph(-right, -bottom, -left, -top, -baseline, char, 0, run, pale, struck)
    if turn == 3:
        return Glyph(-bottom, left, -top, right, baseline, char, 0, run, pale, struck)
    return glyph


def find_lines(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that glyphs make, from top to bottom; text of another direction behind."""
    upright: list[Glyph] = []
    others: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        (others.setdefault(glyph.turn, []) if glyph.turn else upright).append(glyph)
    lines = _with_raised([_line(row, 0) for row in _rows(upright)])
    for turn, group in sorted(others.items()):
        for row in _rows([turned(glyph) for glyph in group]):
            lines.append(_turned_line(_line(row, turn), turn))
    return [line for line in lines if line.text]


def _with_raised(lines: list[Line]) -> list[Line]:
    """Lines with the numbers of notes that stand raised at their ends, in brackets: no figure of their own."""
    kept = list(lines)
    for small in lines:
        if len(small.text) > _NOTE or not small.text.isdigit():
            continue
        for index, line in enumerate(kept):
            beside = abs(small.left - line.right) < 0.5 * line.em
            if line is not small and small.em < _SMALL * line.em and beside and line.top < small.bottom < line.bottom:
                kept[index] = line._replace(text=f"{line.text}[{small.text}]", right=small.right)
                kept.remove(small)
                break
    return kept


def _rows(glyphs: list[Glyph]) -> Iterable[list[Glyph]]:
    glyphs.sort(key=lambda glyph: glyph.baseline)
    row: list[Glyph] = []
    first = height = 0.0
    for glyph in glyphs:
        if row and glyph.baseline - first > _ONE_LINE * min(height, glyph.bottom - glyph.top or height):
            yield row
            row = []
        if not row:
            first, height = glyph.baseline, 0.0
        row.append(glyph)
        height = max(height, glyph.bottom - glyph.top)
    if row:
        yield row


def _line(glyphs: list[Glyph], turn: int) -> Line:
    glyphs.sort(key=lambda glyph: glyph.left)
    while glyphs and glyphs[-1].char.isspace():
        glyphs.pop()
    start = 0
    while start < len(glyphs) and glyphs[start].char.isspace():
        start += 1
    glyphs = glyphs[start:]
    if not glyphs:
        return Line(0, 0, 0, 0, 0, "", 0, 0, turn)
    em = max(glyph.bottom - glyph.top for glyph in glyphs) or 1.0
    parts: list[str] = []
    stretches: list[tuple[float, int]] = [(glyphs[0].left, 0)]
    right = glyphs[0].left
    before = " "
    baseline = sorted(glyph.baseline for glyph in glyphs)[len(glyphs) // 2]
    last: Glyph | None = None
    inside = False
    lesser = _lesser(glyphs)
    mixed = any(glyph.pale for glyph in glyphs) and not all(glyph.pale or glyph.char.isspace() for glyph in glyphs)
    for at, glyph in enumerate(glyphs):
        char = glyph.char
        if last is not None and glyph.left - last.left < _OVERPRINT * em and not char.isspace():
            if char == last.char:
                continue  # bold, made by drawing twice
            if char.isdigit() and last.char.isdigit():
                parts.append("\ufffd")  # one over the other: neither can be told
        raised = char.isdigit() and _height(glyph) < _SMALL * em and baseline - glyph.baseline > _RAISED * em
        if raised or at in lesser:
            parts.append(f"[{char}]")  # the number of a footnote is no digit of the figure before it
            last, before, right = glyph, "]", max(right, glyph.right)
            continue
        last = glyph
        gap = glyph.left - right
        if gap > _COLUMN_SPACE * em:
            stretches.append((glyph.left, len(parts)))
        if gap > _WORD_SPACE * em and not before.isspace() and not char.isspace():
            both_words = before.isascii() and char.isascii() and before.isalnum() and char.isalnum()
            if both_words or gap > _SPACE * em:
                parts.append(" ")
        # White beside black: on a white page nobody sees it.
        apart = glyph.struck or (mixed and glyph.pale)
        if apart != inside:
            parts.append("[" if apart else "]")
            inside = apart
        parts.append(char)
        before = char
        right = max(right, glyph.right)
    if inside:
        parts.append("]")
    return Line(
        glyphs[0].left,
        min(glyph.top for glyph in glyphs),
        right,
        max(glyph.bottom for glyph in glyphs),
        em,
        "".join(parts),
        *_heads(glyphs),
        turn,
        _stretches(parts, stretches),
    )


def _lesser(glyphs: Sequence[Glyph]) -> set[int]:
    """Positions of digits that touch larger ones: whatever their baseline, they are no digits of that figure."""
    heights = [_height(glyph) for glyph in glyphs if glyph.char.isdigit()]
    if not heights or min(heights) >= _SMALL * max(heights):
        return set()
    found: set[int] = set()
    for step in (1, -1):
        # Of several small digits the first that touches a large one brings the others with it.
        for at in range(len(glyphs))[::step][1:]:
            one, other = glyphs[at - step], glyphs[at]
            if not (one.char.isdigit() and other.char.isdigit()):
                continue
            left, right = (one, other) if step > 0 else (other, one)
            tall = max(_height(one), _height(other))
            if right.left - left.right > _WORD_SPACE * tall:
                continue
            alike = min(_height(one), _height(other)) >= _SMALL * tall
            if (at - step in found) if alike else _height(other) < _height(one):
                found.add(at)
    return found


def _height(glyph: Glyph) -> float:
    return glyph.bottom - glyph.top


def _stretches(parts: list[str], begins: list[tuple[float, int]]) -> tuple[tuple[float, str], ...]:
    ends = [at for _, at in begins[1:]]
    return tuple(
        (left, "".join(parts[at:end]).strip()) for (left, at), end in zip(begins, [*ends, len(parts)], strict=True)
    )


def _turned_line(line: Line, turn: int) -> Line:
    left, top, right, bottom = line[:4]
    if turn == 1:
        return line._replace(left=-bottom, top=left, right=-top, bottom=right)
    if turn == 2:
        return line._replace(left=-right, top=-bottom, right=-left, bottom=-top)
    return line._replace(left=top, top=-right, right=bottom, bottom=-left)


def _heads(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    """How much room the beginning of a line needs that cannot be parted from it: a digit, and a whole number."""
    last = len(glyphs) - 1
    first = 0
    while first < last and glyphs[first].char in NO_END:
        first += 1
    stop = first
    while stop < last and _is_word(glyphs[stop].char) and _is_word(glyphs[stop + 1].char):
        stop += 1
    head = glyphs[_behind(glyphs, first if glyphs[first].char.isdigit() else stop)].right - glyphs[0].left
    word = glyphs[_behind(glyphs, stop)].right - glyphs[0].left
    return head, word


def _is_word(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in ".,%-:/")


def _behind(glyphs: Sequence[Glyph], stop: int) -> int:
    while stop < len(glyphs) - 1 and glyphs[stop + 1].char in NO_BEGIN:
        stop += 1
    return stop


def join_wrapped(lines: Sequence[Line], room: float, widest: float) -> Wrap:
    """Put lines together that were one until they were wrapped; other line ends stay.

    *room* is the width that the lines had at most, white space at the borders included, and *widest* the width of
    the longest line that is known to have found room. A line was wrapped when what follows found no room on it.
    """
    parts: list[str] = []
    starts: list[int] = []
    joined: list[int] = []
    at = 0
    before: Line | None = None
    for line in lines:
        if before is not None:
            glue = _glue(before, line, room, widest)
            if glue == "" and _DIGIT.match(before.text[-1]) and _DIGIT.match(line.text[0]):
                joined.append(at)
            parts.append(glue)
            at += len(glue)
        starts.append(at)
        parts.append(line.text)
        at += len(line.text)
        before = line
    return Wrap("".join(parts), starts, joined)


def _glue(before: Line, line: Line, room: float, widest: float) -> str:
    if before.turn != line.turn:
        return "\n"
    wide = before.right - before.left if before.turn % 2 == 0 else before.bottom - before.top
    inside_number = _DIGIT.match(before.text[-1]) is not None
    needed = wide + (line.head if inside_number else line.word)
    # Digits are all of one width, characters are squeezed and stretched.
    slack = 0.25 if inside_number and _DIGIT.match(line.text[0]) else -0.6 * line.em
    if needed <= widest + slack or needed <= room - _PADDING:
        return "\n"
    last, first = before.text[-1], line.text[0]
    if last.isascii() and first.isascii() and last.isalpha() and first.isalpha():
        return " "
    return ""
