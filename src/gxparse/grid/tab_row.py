"""Rows between tabs: cells of several lines put together again, and two tabs between cells taken for one."""

from __future__ import annotations

from collections.abc import Sequence

from gxparse.grid.lines import holds_figure, join_broken, join_led, physical_lines
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]


def read_rows(document: Document) -> list[Row]:
    """The rows of a text whose cells are parted by tabs, in reading order."""
    tables = [table.rows for table in document.tables]
    if all(len({len(row.raws) for row in rows}) == 1 for rows in tables):
        # Where all rows are equally wide, none is broken.
        rows = [row for table in tables for row in table]
    else:
        runs = physical_lines(document)
        rejoin = join_led if _led(tables) else join_broken
        rows = [row for run in runs for row in rejoin(run)]
    if _doubled(rows, 0):
        return _undoubled(rows, 0)
    # A tab in front of every row makes it the other half of the cells that is blank.
    return _undoubled(rows, 1) if _doubled(rows, 1) else rows


def _led(tables: Sequence[Sequence[Row]]) -> bool:
    """Whether a tab stands in front of every row, so that a line without one goes on with the line above."""
    wide = [row for rows in tables for row in rows if len(row.raws) > 2 and holds_figure(row)]
    return len(wide) > 4 and 10 * sum(not row.raws[0].strip() for row in wide) > 9 * len(wide)


def _doubled(rows: Sequence[Row], first: int) -> bool:
    """Whether two tabs stand between cells, the first of which is *first*: then every other cell of a row is blank."""
    found = False
    for row in rows:
        between = row.raws[1 - first :: 2]
        if between and any(map(str.strip, between)):
            return False
        found = found or (len(row.raws) > first + 2 and row.raws[first + 2].strip() != "")
    return found


def _undoubled(rows: Sequence[Row], first: int) -> list[Row]:
    return [row.with_cells(row.raws[first::2], row.offsets[first::2]) for row in rows]
