"""Where characters stand on a line when a Han character takes two columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["columns_of", "width_of"]

# Wide and full-width characters (Unicode Standard Annex 11); those of ambiguous width take one column.
_WIDE = re.compile(
    "[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff"
    "\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6\U00016fe0-\U0001b2ff\U0001f200-\U0001f64f\U0001f900-\U0001f9ff"
    "\U00020000-\U0003fffd]+"
)


def width_of(text: str) -> int:
    """Columns that a text takes.

    >>> width_of("规章 12")
    7
    """
    return len(text) if text.isascii() else len(text) + sum(len(run) for run in _WIDE.findall(text))


def columns_of(text: str, places: Sequence[int]) -> list[int]:
    """The columns of the characters at the given places of a line, in order.

    >>> columns_of("规章|12|", [2, 5])
    [4, 7]
    """
    if text.isascii():
        return list(places)
    out = []
    at = column = 0
    for place in places:
        column += width_of(text[at:place])
        at = place
        out.append(column)
    return out
