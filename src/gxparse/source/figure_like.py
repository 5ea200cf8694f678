"""Whether a text of a cell is a figure, as far as a reader of files has to know: most of what it reads are passages."""

from __future__ import annotations

import re

__all__ = ["FIGURE_CHARS", "is_figure"]

#: No figure with its unit and all that editors write beside it is longer than this.
FIGURE_CHARS = 20
_FIGURE = re.compile(r"[^一-鿿]*\d[^一-鿿]*(?:[件人次个项万元亿条起宗][^一-鿿]*){0,2}")


def is_figure(text: str) -> bool:
    """Whether a text is a figure, perhaps with its unit, and no passage that one stands in.

    >>> is_figure("-12.5万元"), is_figure("2021年度报告"), is_figure("规章")
    (True, False, False)
    """
    return len(text) <= FIGURE_CHARS and _FIGURE.fullmatch(text) is not None
