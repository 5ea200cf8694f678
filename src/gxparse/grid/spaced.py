"""Rows of words with one space between cells, if it is one space.

In columns of text, or where cells are padded with spaces, more spaces say nothing of blank cells: then rows keep
their words alone, and only those without blanks can be read. Behind labels of different length such rows differ in the
number of their spaces; where all rows of a table have as many cells, each space is the end of one.
"""

from __future__ import annotations

import itertools
from collections import Counter

from gxparse.grid.cells import Cells, rewriting
from gxparse.grid.lines import is_figure, join_broken, physical_lines
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

#: rows in one run whose equal number of cells is no chance
_ROWS = 8
#: more blank cells one behind another than any row of the form has columns
MAX_BLANKS = 16


def read_rows(document: Document) -> list[Row]:
    """The rows of a text whose cells are parted by single spaces; without blank cells if figures stand further apart."""
    runs = physical_lines(document)
    near = far = 0
    wide = even = False
    for run in runs:
        widths: Counter[int] = Counter()
        for row in run:
            figures = [n for n, raw in enumerate(row.raws) if raw and is_figure(raw)]
            if len(figures) > 2:
                close = sum(b - a == 1 for a, b in itertools.pairwise(figures))
                near += close
                far += len(figures) - 1 - close
            if figures:
                widths[len(row.raws)] += 1
                words = [n for n, raw in enumerate(row.raws) if raw]
                wide |= any(b - a > MAX_BLANKS for a, b in itertools.pairwise(words))
        even |= widths.total() >= _ROWS and len(widths) == 1
    rows = [row for run in runs for row in join_broken(run)]
    return [_words(row) for row in rows] if wide or (far * 4 > near and not even) else rows


@rewriting
def _words(raws: tuple[str, ...], offsets: tuple[int, ...]) -> Cells:
    kept = [n for n, raw in enumerate(raws) if raw] or [0]
    return tuple([raws[n] for n in kept]), tuple([offsets[n] for n in kept])
