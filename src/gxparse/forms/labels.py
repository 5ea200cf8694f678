"""Words that make a label together, in layouts whose cells are single words."""

from __future__ import annotations

import re

from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import TERMS, look_at, split_label
from gxparse.grid.cells import Cells, rewriting
from gxparse.layout.ast import Row

__all__ = ["join_words"]

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
