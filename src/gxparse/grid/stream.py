"""Lines of words; pipes and rules of dashes are none.

Where a tool found tables on a page, it may print the figures of a row between pipes, and the words above and below
them as lines of their own. Then the lines are read as they stand, and what only parts cells and rows is left out.
"""

from __future__ import annotations

from gxparse.grid.cells import Cells, rewriting
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

_RULE = frozenset("|-: \t\n")
#: shorter runs of dashes are marks in cells
_DASHES = "--"


def read_rows(document: Document) -> list[Row]:
    """The lines of a text without the pipes between their words, and without the rules of its tables."""
    return [
        row if row.raws.count("|") < 2 else _words(row)
        for table in document.tables
        for row in table.rows
        if not _is_rule(row)
    ]


def _is_rule(row: Row) -> bool:
    """Whether a line is a rule between pipes: nothing but dashes in every cell, several of them somewhere."""
    first = row.raws[0].lstrip()
    if first[:1] not in ("|", "-", ":"):
        return False
    line = " ".join(row.raws)
    return "|" in line and _DASHES in line and _RULE.issuperset(line)


@rewriting
def _words(raws: tuple[str, ...], offsets: tuple[int, ...]) -> Cells:
    """A line without the pipes that stand alone, if there is anything else on it."""
    kept = [n for n, raw in enumerate(raws) if raw != "|" and raw.strip()] or [*range(len(raws))]
    return tuple([raws[n] for n in kept]), tuple([offsets[n] for n in kept])
