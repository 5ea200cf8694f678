"""Where the cells of an HTML table stand, as the HTML Standard resolves spans (4.9.12.1, forming a table).

One deviation: a span that reaches below the rows of its group ends with the group, as it does in every browser,
where the Standard's model has rows without cells.
"""

from __future__ import annotations

import re

from gxparse.source.sheet import Cell, Grid

__all__ = ["form_grid", "parse_span"]

# Rules for parsing non-negative integers; more digits than this are more than any limit.
_SPAN = re.compile(r"[ \t\n\f\r]*\+?([0-9]{1,12})")


def parse_span(text: str | None, least: int, most: int) -> tuple[int, bool]:
    """A span and whether it had to be cut: *text* as the Standard reads it, 1 if it is none.

    >>> parse_span("3px", 1, 1000), parse_span("10000000", 1, 1000), parse_span("0", 1, 1000)
    ((3, False), (1000, True), (1, False))
    """
    if text is None:
        return 1, False
    found = _SPAN.match(text)
    if found is None:
        return 1, False
    number = int(found[1])
    if number < least:
        return 1, False
    return (most, True) if number > most else (number, False)


def form_grid(groups: list[list[list[Cell]]], room: int) -> tuple[Grid, list[Cell]]:
    """Place the cells of the groups of rows of one table: their rows and columns are set, and their heights cut.

    A height of 0 reaches to the end of the group.
    *room* is the number of positions that the table may take up; rows behind are left out, and the grid says so. The
    second value are cells that overlap one from above.
    """
    cells: list[Cell] = []
    overlapping: list[Cell] = []
    # For each column: the row below the last one that is covered.
    until: list[int] = []
    base = 0
    for group in groups:
        count = len(group)
        for index, row in enumerate(group):
            at = base + index
            column = 0
            for cell in row:
                while column < len(until) and until[column] > at:
                    column += 1
                width = cell.width
                if max(len(until), column + width) * (at + 1) > room:
                    return Grid(cells, at, len(until), cut=True), overlapping
                height = min(cell.height, count - index) if cell.height else count - index
                cell.row, cell.column, cell.height = at, column, height
                cells.append(cell)
                stop = column + width
                if stop > len(until):
                    until.extend([0] * (stop - len(until)))
                if width == 1:
                    until[column] = at + height
                else:
                    if max(until[column:stop]) > at:
                        overlapping.append(cell)
                    until[column:stop] = [max(known, at + height) for known in until[column:stop]]
                column = stop
        base += count
        until = [min(known, base) for known in until] if any(known > base for known in until) else until
    return Grid(cells, base, len(until)), overlapping
