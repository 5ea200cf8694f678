"""Rows whose cells a program joined with one sign: commas with a space, semicolons, slashes, arrows, points.

Punctuation stands in labels and in prose too. The sign is the one that figures are parted by, with the spaces it has
there, and it parts nothing in brackets, and no number from the label it counts. A sign that is also written for "none"
(a slash, a dash) leaves a row unread where it cannot be told from one.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterable

from gxparse.grid.cells import Cells, rewriting
from gxparse.grid.lines import join_broken, physical_lines
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

_SPACE = " \t\u3000\xa0"
#: what may stand between two cells
_SIGN = r"->|=>|\|\||[,;:，；：、/&#^~*=>•·→»-]"
#: a sign between two figures, or one that stands twice with nothing between, and the spaces around it
_VOTE = re.compile(
    rf"(?<=[0-9])([{_SPACE}]{{0,3}})({_SIGN})([{_SPACE}]{{0,3}})(?=[0-9])|(?P<twice>{_SIGN})(?=[{_SPACE}]?(?P=twice))"
)
#: stands for none as well
_MARKS = frozenset("/-")
#: votes that are no chance
_ENOUGH = 6
_BRACKETS = re.compile(r"[（(][^（()）]{0,120}[)）]")
#: the number of a label, in front of a sign
_NUMBER = re.compile(r"\s*(?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})\Z")


def read_rows(document: Document) -> list[Row]:
    """The rows of a text whose cells are joined with one sign, in reading order; none if no sign parts its figures.

    >>> from gxparse.layout import read_layout
    >>> text = "规章, 1, , 3\n规范性文件, 2, 0, 4\n" * 2
    >>> [row.raws for row in read_rows(read_layout(text, "joined"))][:2]
    [('规章', '1', '', '3'), ('规范性文件', '2', '0', '4')]
    """
    runs = physical_lines(document)
    joint = _joint(row.raws[0] for run in runs for row in run)
    if joint is None:
        return []
    cut = [[_cells(row, *joint) for row in run] for run in runs]
    rows = [row for run in cut for row in run if len(row.raws) > 1]
    closed = all(not row.raws[-1] for row in rows)
    opened = all(not row.raws[0] for row in rows)
    return [row for run in cut for row in join_broken([_within(row, opened, closed) for row in run])]


def _joint(lines: Iterable[str]) -> tuple[str, bool, bool] | None:
    """The sign between cells, and whether a space stands in front of it and behind it; ``None`` if there is none."""
    votes: Counter[tuple[str, bool, bool]] = Counter()
    twice: Counter[str] = Counter()
    for line in lines:
        for before, sign, behind, again in _VOTE.findall(line):
            if sign:
                votes[sign, bool(before), bool(behind)] += 1
            else:
                twice[again] += 1
    for sign in twice:
        if not any(sign == known for known, _, _ in votes):
            votes[sign, False, True] = 0
    best = max(votes, key=lambda joint: votes[joint] + twice[joint[0]], default=None)
    if best is None or votes[best] + twice[best[0]] < _ENOUGH:
        return None
    sign, before, behind = best
    # Bare, these stand in numbers.
    return None if (sign == "," and not (before or behind)) or (sign == "-" and not (before and behind)) else best


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
