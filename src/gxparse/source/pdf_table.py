"""Tables over several pages: the parts laid on one set of columns, and rows that a page end cut put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from attrs import define, field

from gxparse.source.pdf_flow import Part
from gxparse.source.pdf_lines import Line, join_wrapped
from gxparse.source.pdf_page import Box
from gxparse.source.pdf_seam import Piece, Seam, TableCell, Widest, judge_seam

__all__ = ["PageTable", "glyph_box", "goes_on", "join_parts"]

#: Upright lines of two pages this near run at the same place.
_SAME_COLUMN = 2.5
#: Lines of neighbouring cells this near stand at the same height.
_SAME_HEIGHT = 1.5
#: A header of more rows than this is no header.
_MAX_HEADER = 8

#: for each row: (column, colspan, rowspan, text) of the cells that begin in it
_HeaderRows: TypeAlias = dict[int, list[tuple[int, int, int, str]]]


@define
class PageTable:
    """One table of the document."""

    columns: int
    rows: int
    cells: list[TableCell] = field(repr=False)
    #: cells without a closed outline
    ragged: int = 0
    #: rows that a page end had cut, with the page behind the cut
    mended: list[tuple[int, int]] = field(factory=list)
    #: the same, where nothing proves that it was one row
    guessed: list[tuple[int, int]] = field(factory=list)
    #: cells that the edge of a page cuts off
    cut: int = 0


def goes_on(before: Part, after: Part) -> bool:
    """Whether a part at the top of a page continues the one at the bottom of the page before."""
    one, two = before.lattice.xs, after.lattice.xs
    return (
        after.page == before.page + 1
        and abs(one[0] - two[0]) <= _SAME_COLUMN
        and abs(one[-1] - two[-1]) <= _SAME_COLUMN
    )


def join_parts(parts: Sequence[Part]) -> PageTable:
    """Lay the parts of one table on common columns, and put cut rows together."""
    xs = _common_columns([part.lattice.xs for part in parts])
    cells_of = [_cells(part, xs) for part in parts]
    joiner = _Joiner(len(xs) - 1, cells_of)
    last = len(parts) - 1
    for number, (part, cells) in enumerate(zip(parts, cells_of, strict=True)):
        rows = len(part.lattice.ys) - 1
        if number < last:
            rows = _drop_blank(cells, rows, at_end=True)
        if number:
            rows = _drop_blank(cells, rows, at_end=False)
        joiner.append(cells, rows)
    joiner.table.ragged = sum(part.lattice.ragged for part in parts)
    _put_together(joiner.table.cells, joiner.widest)
    for cell in joiner.table.cells:
        if cell.cut:
            joiner.table.cut += 1
            if not cell.text or any(char.isdigit() for char in cell.text):
                cell.text += "\ufffd"  # the rest is not there: whatever is left must not be read as the whole
    return joiner.table


def _common_columns(all_xs: Sequence[Sequence[float]]) -> list[float]:
    groups: list[list[float]] = []
    for x in sorted(x for xs in all_xs for x in xs):
        if groups and x - groups[-1][0] <= _SAME_COLUMN:
            groups[-1].append(x)
        else:
            groups.append([x])
    return [sum(group) / len(group) for group in groups]


def _cells(part: Part, xs: Sequence[float]) -> list[TableCell]:
    lattice = part.lattice
    at = [min(range(len(xs)), key=lambda n: abs(xs[n] - x)) for x in lattice.xs]
    return [
        TableCell(
            cell.row,
            at[cell.column],
            cell.rowspan,
            at[cell.column + cell.colspan] - at[cell.column],
            [Piece(part.page, cell.box, lines)],
            cell.open_top,
            cell.open_bottom,
            part.spills.get(number, ""),
            number in part.cut,
            number in part.pictured,
        )
        for number, (cell, lines) in enumerate(zip(lattice.cells, part.lines, strict=True))
    ]


class _Joiner:
    """Puts the parts of one table below each other."""

    def __init__(self, columns: int, cells_of: Sequence[list[TableCell]]) -> None:
        self.table = PageTable(columns, 0, [])
        self.widest: Widest = {}
        for cells in cells_of:
            for cell in cells:
                _measure(cell, self.widest)
        first, last = cells_of[0], cells_of[-1]
        bottom = max(cell.row + cell.rowspan for cell in last)
        # Without borders of its own at beginning and end a table is open everywhere.
        self._broken_open = not any(cell.open_top for cell in first if not cell.row) and not any(
            cell.open_bottom for cell in last if cell.row + cell.rowspan == bottom
        )
        self._header = _rows_of(first)
        #: cells that reach the end of what is there so far
        self._last: list[TableCell] = []

    def append(self, cells: list[TableCell], rows: int) -> None:
        """Add the cells of the next page, which has *rows* rows."""
        table = self.table
        if table.rows:
            repeated = _repeated_header(self._header, cells)
            first = [cell for cell in cells if cell.row == repeated]
            seam = judge_seam(self._last, first, self.widest, broken_open=self._broken_open)
            if seam is not Seam.APART:
                into = table.mended if seam is Seam.SURE else table.guessed
                into.append((table.rows - 1, cells[0].pieces[0].page))
                cells = _absorb(self._last, cells, repeated)
                rows -= 1
            elif not repeated and self._broken_open:
                cells = _extend_open(self._last, cells)
        for cell in cells:
            cell.row += table.rows
        table.cells.extend(cells)
        table.rows += rows
        self._last = [cell for cell in (*self._last, *cells) if cell.row + cell.rowspan == table.rows]


def _drop_blank(cells: list[TableCell], rows: int, *, at_end: bool) -> int:
    """Take rows without any text off the end or beginning of a part; how many rows are left.

    Where a row goes over to the next page whole, its borders may begin on the page before.
    """
    while rows > 1:
        edge = rows - 1 if at_end else 0
        alone = [cell for cell in cells if cell.row == edge and cell.rowspan == 1]
        if any(piece.lines for cell in alone for piece in cell.pieces):
            break
        rows -= 1
        gone = {id(cell) for cell in alone}
        cells[:] = [cell for cell in cells if id(cell) not in gone]
        for cell in cells:
            if cell.row <= edge < cell.row + cell.rowspan:
                cell.rowspan -= 1
            elif cell.row > edge:
                cell.row -= 1
    return rows


def _rows_of(cells: Sequence[TableCell]) -> _HeaderRows:
    rows: _HeaderRows = {}
    for cell in cells:
        if cell.row < _MAX_HEADER:
            rows.setdefault(cell.row, []).append((cell.column, cell.colspan, cell.rowspan, cell.plain))
    return rows


def _repeated_header(header: _HeaderRows, cells: Sequence[TableCell]) -> int:
    """How many rows at the top of a part repeat the beginning of the table."""
    here = _rows_of(cells)
    count = 0
    while count in here and here[count] == header.get(count):
        count += 1
    # Cells that reach below the repeated rows are no part of a header.
    while any(row + cell[2] > count for row in range(count) for cell in here[row]):
        count -= 1
    texts = "".join(cell[3] for row in range(count) for cell in here[row])
    return count if any(not char.isdigit() for char in texts) else 0


def _absorb(last: Sequence[TableCell], cells: list[TableCell], repeated: int) -> list[TableCell]:
    """Give the contents of the first row behind the header to the row *last*; the other cells, without that row."""
    above = {(cell.column, cell.colspan): cell for cell in last}
    kept: list[TableCell] = []
    for cell in cells:
        if cell.row > repeated:
            cell.row -= 1
        elif cell.row == repeated:
            if cell.rowspan == 1 or not repeated:
                home = above[cell.column, cell.colspan]
                home.rowspan += cell.rowspan - 1
                _take(home, cell)
                continue
            cell.rowspan -= 1  # a header stands between: the merged cell begins anew behind it
        kept.append(cell)
    return kept


def _extend_open(last: Sequence[TableCell], cells: list[TableCell]) -> list[TableCell]:
    """Merged cells that go on over the page end, open on both sides, become one cell."""
    above = {(cell.column, cell.colspan): cell for cell in last if cell.open_bottom}
    kept: list[TableCell] = []
    for cell in cells:
        home = above.get((cell.column, cell.colspan)) if cell.row == 0 and cell.open_top else None
        if home is None:
            kept.append(cell)
        else:
            home.rowspan += cell.rowspan
            _take(home, cell)
    return kept


def _take(home: TableCell, cell: TableCell) -> None:
    home.pieces.extend(cell.pieces)
    home.open_bottom = cell.open_bottom
    home.spill = home.spill or cell.spill
    home.cut |= cell.cut
    home.pictured |= cell.pictured


def _measure(cell: TableCell, widest: Widest) -> None:
    key = (cell.column, cell.colspan)
    for line in cell.lines:
        wide = line.right - line.left if line.turn % 2 == 0 else line.bottom - line.top
        if wide > widest.get(key, 0.0):
            widest[key] = wide


def _put_together(cells: Sequence[TableCell], widest: Widest) -> None:
    by_row: dict[int, list[tuple[TableCell, list[Line]]]] = {}
    for cell in cells:
        lines = cell.lines
        if lines:
            cell.text = lines[0].text
            if cell.rowspan == 1:
                by_row.setdefault(cell.row, []).append((cell, lines))
            elif len(lines) > 1:
                _join(cell, lines, widest)
    for row in by_row.values():
        for cell, lines in row:
            if len(lines) > 1:
                _join(cell, lines, widest)
        if any("\n" in cell.text for cell, _ in row) and _is_several_rows([lines for _, lines in row]):
            for cell, lines in row:
                cell.text, cell.joined_digits = "\n".join(line.text for line in lines), 0


def _is_several_rows(row: Sequence[list[Line]]) -> bool:
    """Whether all cells of a row have their lines at the same heights, as rows have without lines between them."""
    count = len(row[0])
    return (
        count > 1
        and len(row) > 1
        and all(len(lines) == count for lines in row)
        and all(
            abs(line.bottom - other.bottom) <= _SAME_HEIGHT
            for lines in row[1:]
            for line, other in zip(lines, row[0], strict=True)
        )
    )


def _join(cell: TableCell, lines: Sequence[Line], widest: Widest) -> None:
    box = cell.pieces[0].box
    room = box[3] - box[1] if lines[0].turn % 2 else box[2] - box[0]
    wrap = join_wrapped(lines, room, widest.get((cell.column, cell.colspan), 0.0))
    cell.text = wrap.text
    cell.joined_digits = len(wrap.joined_digits)


def glyph_box(lines: Iterable[Line]) -> Box | None:
    """The smallest box around lines; ``None`` without any."""
    kept = list(lines)
    if not kept:
        return None
    return (
        min(line.left for line in kept),
        min(line.top for line in kept),
        max(line.right for line in kept),
        max(line.bottom for line in kept),
    )
