"""Rows whose cells a program joined with one sign: commas with a space, semicolons, slashes, arrows, points.

Punctuation stands in labels and in prose too. The sign is the one that figures are parted by, with the spaces it has
there, and it parts nothing in brackets, and no number from the label it counts. A sign that is also written for "none"
(a slash, a dash) leaves a row unread where it cannot be told from one.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from gxparse.grid.cells import Cells, rewriting
from gxparse.grid.lines import join_broken, physical_lines
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

_SPACE = " \t\u3000\xa0"
#: what may stand between two cells
_SIGN = r"->|=>|\|\||[,;:，；：、/&#^~*=>•·→»-]"
#: a sign between two figures, or one that stands twice with nothing between
_VOTE = re.compile(
    rf"(?:(?<=[0-9])(?<!&#[0-9]{{3}})|(?<=None))[{_SPACE}]{{0,5}}({_SIGN})[{_SPACE}]{{0,5}}(?=[0-9]|None)"
    rf"|(?P<twice>{_SIGN})(?=[{_SPACE}]{{0,4}}(?P=twice))"
)
#: stands for none as well
_MARKS = frozenset("/-")
#: votes that are no chance
_ENOUGH = 6
_BRACKETS = re.compile(r"[（(][^（()）]{0,120}[)）]")
#: the number of a label, in front of a sign
_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})\Z")


def read_rows(document: Document) -> list[Row]:
    r"""The rows of a text whose cells are joined with one sign, in reading order; none if no sign parts its figures.

    >>> from gxparse.layout import read_layout
    >>> text = "信息内容, 制发, 废止, 有效\n" + "规章, 1, 0, 3\n" * 3
    >>> [row.raws for row in read_rows(read_layout(text, "joined"))][:2]
    [('信息内容', '制发', '废止', '有效'), ('规章', '1', '0', '3')]
    """
    runs = physical_lines(document)
    joint = _joint([row.raws[0] for run in runs for row in run])
    if joint is None:
        return []
    cut = [[_cells(row, *joint) for row in run] for run in runs]
    rows = [row for run in cut for row in run if len(row.raws) > 1]
    closed = all(not row.raws[-1] for row in rows)
    opened = all(not row.raws[0] for row in rows)
    return [row for run in cut for row in join_broken([_within(row, opened, closed) for row in run])]


def _joint(lines: Sequence[str]) -> tuple[str, bool, bool] | None:
    """The sign between cells, and whether a space stands in front of it and behind it; ``None`` if there is none."""
    votes: Counter[str] = Counter()
    voters: list[str] = []
    for line in lines:
        if "。" in line:
            continue
        voters.append(line)
        found = _VOTE.findall(line)
        # One alone is a date, or a time.
        if len(found) > 1:
            votes.update([sign or twice for sign, twice in found])
    sign, count = votes.most_common(1)[0] if votes else ("", 0)
    if count < _ENOUGH:
        return None
    # White space may pad figures, so that words tell what belongs to the sign.
    before, behind = (_spaced(pattern, voters) for pattern in _beside(sign))
    # Bare, these stand in numbers.
    bare = (sign == "," and not (before or behind)) or (sign == "-" and not (before and behind))
    return None if bare else (sign, before, behind)


@functools.cache
def _beside(sign: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find what stands between a word and the sign behind it, and between the sign and a word behind."""
    known = re.escape(sign)
    return re.compile(rf"[^\W\d_][)）]?([ \t]?){known}"), re.compile(rf"{known}([ \t]?)[(（]?[^\W\d_]")


def _spaced(pattern: re.Pattern[str], lines: Iterable[str]) -> bool:
    """Whether a space stands in most places that a pattern finds."""
    spaces = [bool(space) for line in lines for space in pattern.findall(line)]
    return 2 * sum(spaces) > len(spaces)


@functools.cache
def _pattern(sign: str, before: bool, behind: bool) -> re.Pattern[str]:
    """Finds a sign in a row; the spaces around it are left to the cells."""
    front = rf"(?:(?<=[{_SPACE}])|\A)" if before else ""
    back = rf"(?=[{_SPACE}\n]|\Z)" if behind else ""
    return re.compile(front + re.escape(sign) + back)


@rewriting
def _cells(raws: tuple[str, ...], offsets: tuple[int, ...], sign: str, before: bool, behind: bool) -> Cells:
    """A line cut at its signs; a sentence is left whole, and so is a row that may be cut in two ways."""
    text = raws[0]
    if "。" in text:
        return raws, offsets
    inside = [m.span() for m in _BRACKETS.finditer(text)] if sign in text else []
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    stop = -1
    for match in _pattern(sign, before, behind).finditer(text):
        if sign in _MARKS and stop >= 0 and match.start() - stop <= (before and behind):
            return raws, offsets
        stop = match.end()
        while inside and inside[0][1] <= match.start():
            inside.pop(0)
        if inside and inside[0][0] < match.start():
            continue
        if text[stop : stop + 1].isalpha() and _NUMBER.match(text[at : match.start()]):
            continue
        pieces.append(text[at : match.start()])
        places.append(offsets[0] + at)
        at = stop
    pieces.append(text[at:])
    places.append(offsets[0] + at)
    fronts = [len(piece) - len(piece.lstrip()) for piece in pieces]
    return tuple([piece.strip() for piece in pieces]), tuple([a + b for a, b in zip(places, fronts, strict=True)])


def _within(row: Row, opened: bool, closed: bool) -> Row:
    """A row without what stands in front of a sign that opens every row, and behind one that closes every row."""
    if len(row.raws) < 2 or not (opened or closed):
        return row
    kept = slice(int(opened), len(row.raws) - closed)
    return row.with_cells(row.raws[kept] or ("",), row.offsets[kept] or (0,))
