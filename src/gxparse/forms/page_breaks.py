"""Where a page ends inside a table that was printed as text: behind it columns may stand in other places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from statistics import median_low

from gxparse.text import is_page_mark


def page_breaks(text: str, rows: Sequence[int], pages: Sequence[int] = ()) -> list[int]:
    """Offsets behind which another page begins: page marks, and more empty lines than between most rows.

    *rows* are the offsets of the rows of one table, ascending, *pages* those at which the text itself ends a page. A
    single empty line breaks nothing.
    """
    if not rows:
        return []
    at = text.rfind("\n", 0, rows[0]) + 1
    marks = [page for page in pages if rows[0] < page <= rows[-1]]
    gaps: list[tuple[int, int]] = []
    empty = 0
    for line in text[at : rows[-1] + 1].split("\n"):
        if is_page_mark(line):
            marks.append(at)
        elif line.strip():
            gaps.append((at, empty))
            empty = 0
        else:
            empty += 1
        at += len(line) + 1
    if not gaps:
        return sorted(marks)
    widest = [0] * len(rows)
    for begin, lines in gaps:
        below = bisect_left(rows, begin)
        widest[below] = max(widest[below], lines)
    usual = max(median_low(widest[1:] or widest), 1)
    return sorted({*marks, *(begin for begin, lines in gaps if lines > usual)})


__all__ = ["page_breaks"]
