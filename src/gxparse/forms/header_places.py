"""Labels of a header by where their pieces stand: on a page printed as columns, one piece of a label above another.

Pieces of broken labels say nothing one by one, since the same words end several labels. Those that stand above each other
are one label; if every column of a table has a whole label so, their order is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gxparse.forms.geometry import Extent, Ruler
from gxparse.forms.spec import Table as FormTable
from gxparse.forms.words import Event, Word
from gxparse.text import skeleton

__all__ = ["clusters", "places_contradict"]

_PIECE = re.compile(r"\S+")
#: more pieces are no header of the form
_MOST = 80


def places_contradict(ruler: Ruler, header: Sequence[Word], table: FormTable) -> bool:
    """Whether the labels of all columns can be put together by their places, and are in another order than the form's."""
    text = ruler.text
    labels = [skeleton(column.label) for column in table.columns]
    # What was taken for one label may be the upper pieces of two.
    spans = [
        (piece.start(), piece.end())
        for word in header
        if word.event is not Event.FRAME
        for piece in _PIECE.finditer(text, word.start, word.stop)
    ]
    pieces = [(piece, start, stop) for start, stop in spans if (piece := skeleton(text[start:stop]))]
    if pieces and "|" in text[pieces[0][1] : pieces[-1][2]]:
        # Cells between pipes are padded to the width of their own table, and a page may have been cut into several.
        return False
    if not len(labels) <= len(pieces) <= _MOST:
        return False
    found = [seen for wide in (False, True) if (seen := _labels(ruler, pieces, len(labels), wide)) is not None]
    whole = [seen for seen in found if sorted(seen) == sorted(labels)]
    return bool(whole) and labels not in whole


def _labels(ruler: Ruler, pieces: Sequence[tuple[str, int, int]], count: int, wide: bool) -> list[str] | None:
    """The pieces that stand above each other put together, column by column; ``None`` unless there are *count* columns."""
    extents = [ruler.extent(start, stop, wide) for _, start, stop in pieces]
    columns = clusters(extents, count)
    if columns is None:
        return None
    return [
        "".join(piece for (piece, *_), (a, b) in zip(pieces, extents, strict=True) if left <= a and b <= right)
        for left, right in columns
    ]


def clusters(extents: Sequence[Extent], count: int) -> list[Extent] | None:
    """Extents that overlap are one column; ``None`` unless there are *count* columns."""
    columns: list[Extent] = []
    for left, right in sorted(extents):
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(right, columns[-1][1])
        else:
            columns.append((left, right))
    return columns if len(columns) == count else None
