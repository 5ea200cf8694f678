"""A page that is a picture: the ruling lines that are drawn in it, and glyphs from recognised words.

Characters are not recognised here. Lines are: a long unbroken run of dark pixels is a line, whatever else there is to
see. With them the words of a scanned table find their cells as those of any other table do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from gxparse.source.pdf_page import Glyph
from gxparse.source.pdf_rules import Rule, TooManyRules
from gxparse.source.recognise import RecognisedWord

__all__ = ["find_drawn_rules", "word_glyphs"]

#: A run of dark pixels shorter than this in points may be a stroke of a letter.
_LONGEST_STROKE = 24.0
#: What is thicker than this in points is a filled area, of which the edges are lines.
_THICKEST = 4.0
#: Darker than this is ink, of 255.
_INK = 150
_TO_INK = bytes(1 if level < _INK else 0 for level in range(256))
#: A line as scanners leave it, with holes of a pixel or two; this share of it is ink.
_RUN = re.compile(rb"(?>\x01++\x00{0,2}+)++")
_SOLID = 0.9
#: Pieces of lines that are looked at on one page: a page of noise has no end of them.
_MOST = 60_000


def find_drawn_rules(pixels: bytes, width: int, scale: float) -> list[Rule]:
    """The level and upright lines in a grey picture, in points from its top left.

    *pixels* has one byte for each pixel, 0 for black, in rows of *width*; *scale* is pixels for each point. Raises
    :class:`~gxparse.source.pdf_rules.TooManyRules` when there is no end of them.

    >>> picture = bytearray(b"\\xff" * 100 * 40)
    >>> picture[2000:2100] = bytes(100)
    >>> find_drawn_rules(bytes(picture), 100, 2.0)
    [(0.0, 10.0, 50.0, 10.5)]
    """
    ink = pixels.translate(_TO_INK)
    height = len(ink) // width
    least = int(_LONGEST_STROKE * scale)
    beyond = int(_THICKEST * scale)
    rules: list[Rule] = []
    rows = [ink[y * width : (y + 1) * width] for y in range(height)]
    for y, start, stop in _lines(rows, least, beyond):
        rules.append((start / scale, y / scale, stop / scale, (y + 1) / scale))
        _check_number(rules)
    columns = [ink[x::width] for x in range(width)]
    for x, start, stop in _lines(columns, least, beyond):
        rules.append((x / scale, start / scale, (x + 1) / scale, stop / scale))
        _check_number(rules)
    return rules


def _lines(rows: Sequence[bytes], least: int, beyond: int) -> Iterator[tuple[int, int, int]]:
    """Number, start and stop of the runs in rows of pixels that are lines, or edges of what is filled with ink."""
    for number, row in enumerate(rows):
        for start, stop in _runs(row, least):
            for other in (number - beyond, number + beyond):
                if not 0 <= other < len(rows) or rows[other].count(1, start, stop) * 2 < stop - start:
                    yield number, start, stop
                    break


def _check_number(rules: list[Rule]) -> None:
    if len(rules) > _MOST:
        raise TooManyRules(f"{len(rules)} lines in a picture")


def _runs(line: bytes, least: int) -> Iterator[tuple[int, int]]:
    if b"\x01" * (least // 4) not in line:  # most lines of pixels, told at the speed of memory
        return
    for found in _RUN.finditer(line):
        run = found[0].rstrip(b"\0")
        if len(run) >= least and run.count(1) >= _SOLID * len(run):
            yield found.start(), found.start() + len(run)


def word_glyphs(words: Iterable[RecognisedWord], width: float, height: float) -> list[Glyph]:
    """The characters of words as glyphs, each with its share of its word's box; Chinese ones are twice as wide."""
    glyphs: list[Glyph] = []
    for run, word in enumerate(words):
        left, top, right, bottom = word.box
        if right <= 0 or left >= width or bottom <= 0 or top >= height:
            continue
        shares = [2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in word.text]
        each = (right - left) / max(1, sum(shares))
        # Programs draw a box around what they see, so that boxes on one line have their middle in common.
        middle = (top + bottom) / 2
        for char, share in zip(word.text, shares, strict=True):
            glyphs.append(Glyph(left, top, left + share * each, bottom, middle, _plain(char), 0, run))
            left += share * each
    return glyphs


def _plain(char: str) -> str:
    return " " if char.isspace() else char if char.isprintable() else "\ufffd"
