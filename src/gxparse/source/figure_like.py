"""Whether a text of a cell is a figure, as far as a reader of files has to know: most of what it reads are passages."""

from __future__ import annotations

import re

__all__ = ["FIGURE_CHARS", "PICTURE", "is_figure", "numbered", "without_pictures"]

#: No figure with its unit and all that editors write beside it is longer than this.
FIGURE_CHARS = 20
#: Where a picture stands in a line.
PICTURE = "\ufffc"
_BETWEEN = re.compile(r"(?<=\d)\s*\ufffc\s*(?=\d)")
_FIGURE = re.compile(r"[^一-鿿]*\d[^一-鿿]*(?:[件人次个项万元亿条起宗][^一-鿿]*){0,2}")


def is_figure(text: str) -> bool:
    """Whether a text is a figure, perhaps with its unit, and no passage that one stands in.

    >>> is_figure("-12.5万元"), is_figure("2021年度报告"), is_figure("规章")
    (True, False, False)
    """
    return len(text) <= FIGURE_CHARS and _FIGURE.fullmatch(text) is not None


def without_pictures(text: str, *, in_cell: bool) -> str:
    """A text without its pictures; where there may be a digit of a figure on one, the figure is spoilt."""
    text = _BETWEEN.sub("\ufffd", text)
    left = text.replace(PICTURE, "")
    return text.replace(PICTURE, "\ufffd") if in_cell and is_figure(left.strip()) else left


def numbered(number: str, text: str) -> str:
    """A text behind its automatic number, which must not become a part of the figure that it begins with.

    >>> numbered("1.", "2"), numbered("一、", "总体情况")
    ('1. 2', '一、总体情况')
    """
    last = number[-1:]
    apart = text[:1].isdigit() and (last.isdigit() or last in (".", "．", ",", "-"))
    return f"{number} {text}" if apart else number + text
