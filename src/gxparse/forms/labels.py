"""Words that make a label together, in layouts whose cells are single words; and lines that never were one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import COLUMN, CORNER, TERMS, look_at, split_label
from gxparse.grid.cells import Cells, rewriting
from gxparse.layout.ast import Row

__all__ = ["join_words", "part_lines"]

#: a mark that stands for none, and signs around it: a damaged cell, and no part of a label
_MARKED = re.compile(r"\W{0,3}[/／\\‐-―－−─-]\W{0,3}\Z")
#: more words than this make no label of the form
_MOST = 5


def join_words(row: Row) -> Row:
    """The row with neighbouring words put together that are a label of the form, letter for letter.

    The longest label is taken; figures and blank cells are never part of one. The content of a joined cell is the
    stretch of text from its first word to its last.

    >>> join_words(Row(0, 12, ("1.", "属于国家秘密", "0"), (0, 3, 10))).raws
    ('1. 属于国家秘密', '0')
    """
    return _joined(row)


@rewriting
def _joined(raws: tuple[str, ...], offsets: tuple[int, ...]) -> Cells:
    words = [bool(raw) and look_at(raw).shape is Shape.TEXT and _MARKED.match(raw) is None for raw in raws]
    if sum(words) < 2:
        return raws, offsets
    texts: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(raws):
        stop = at + 1
        if words[at]:
            most = at + 1
            while most < min(len(raws), at + _MOST) and words[most]:
                most += 1
            stop = next((s for s in range(most, at + 1, -1) if _is_label(" ".join(raws[at:s]))), at + 1)
        texts.append(" ".join(raws[at:stop]))
        places.append(offsets[at])
        at = stop
    return (raws, offsets) if len(texts) == len(raws) else (tuple(texts), tuple(places))


def _is_label(text: str) -> bool:
    ordinal, key = split_label(text)
    # A number alone is no label, and joins no other label.
    return bool(key) and (key in TERMS or look_at(text).note) and not (key.isdigit() and not ordinal)


def part_lines(row: Row) -> Iterator[Row]:
    """The lines of a header that were put together as one row because their cells happened to be as many as below.

    A line break between two headings of the form is no break inside a cell.

    >>> [part.raws for part in part_lines(Row(0, 12, ("信息内容", "申请人情况\\n自然人", "总计"), (0, 5, 15)))]
    [('信息内容', '申请人情况'), ('自然人', '总计')]
    """
    first = start = 0
    head: tuple[tuple[str, ...], tuple[int, ...]] = (), ()
    for at, raw in enumerate(row.raws):
        above, line_break, below = raw.partition("\n")
        if not line_break or row.whole is not None or not (_is_heading(above) and _is_heading(below)):
            continue
        stop = row.offsets[at] + len(above) + 1
        raws, offsets = (*head[0], *row.raws[first:at], above), (*head[1], *row.offsets[first : at + 1])
        yield evolve(row, start=row.start + start, length=stop - start, raws=raws, offsets=_shifted(offsets, start))
        head = (below,), (stop,)
        first, start = at + 1, stop
    if not first:
        yield row
        return
    raws, offsets = (*head[0], *row.raws[first:]), (*head[1], *row.offsets[first:])
    yield evolve(row, start=row.start + start, length=row.length - start, raws=raws, offsets=_shifted(offsets, start))


def _is_heading(text: str) -> bool:
    roles = look_at(text).roles
    return COLUMN in roles or CORNER in roles


def _shifted(offsets: tuple[int, ...], start: int) -> tuple[int, ...]:
    return tuple([at - start for at in offsets])
