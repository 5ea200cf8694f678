"""Drawn boxes: which lines enclose a cell, and what stands in it.

Rules and bars are found by the columns they stand in. A position between two neighbouring bars of any line of the
table and two neighbouring rules is one cell; a cell reaches on over a position where no bar or no rule parts it from
the next. A box that is not drawn properly (a bar where no other line has one) is left alone.
"""

from __future__ import annotations

import functools
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, field

from gxparse.grid.lines import is_figure
from gxparse.grid.width import columns_of
from gxparse.layout.ast import Document, Row
from gxparse.limits import DEFAULT_LIMITS

__all__ = ["read_rows"]

_BARS = "│┃║┆┇┊┋"
_JUNCTIONS = "┌┍┎┏┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿╀╁╂╃╄╅╆╇╈╉╊╋╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯╰"
_EDGE = re.compile(f"[{_BARS}{_JUNCTIONS}]")
#: in a box of plain characters a plus is a corner only beside a rule
_PLAIN_EDGE = re.compile(r"\||\+(?=[-=+])|(?<=[-=])\+")
_RULE = re.compile(r"[-=─━═┄┅┈┉╌╍]+\Z")
_FIGURE = re.compile(r"\s*[-+]?[0-9]")
#: tables with fewer rules than this may have several rows between two of them
_FEW_BANDS = 4


@define
class _Line:
    """One line of the drawing, cut at its bars."""

    start: int
    stop: int
    #: columns of the bars
    edges: list[int]
    #: texts between neighbouring bars without the white space around them, and where they begin
    texts: list[str]
    begins: list[int]
    #: for each text, whether it is a rule
    rules: list[bool]

    @property
    def is_border(self) -> bool:
        return any(self.rules)


@define
class _Cell:
    """One box: the first row and the columns it covers, and its lines."""

    row: int
    first: int
    last: int
    pieces: list[tuple[int, str]] = field(factory=list)


def read_rows(document: Document) -> list[Row]:
    """The rows of all drawn tables, with a cell for each column; covered positions are blank."""
    out: list[Row] = []
    # A line of another kind within a box, such as a page number, does not end it.
    lines = [_cut(row.start, row.length, row.raws[0]) for table in document.tables for row in table.rows]
    for number, box in enumerate(_boxes(lines)):
        out += _rows(box, number)
        if len(out) > DEFAULT_LIMITS.grid_cells // 10:
            break
    return out


def _cut(start: int, length: int, text: str) -> _Line:
    return _Line(start, start + length, *_edges(text))


@functools.lru_cache(maxsize=8192)
def _edges(text: str) -> tuple[list[int], list[str], list[int], list[bool]]:
    """The columns of the bars of a line, the texts between them, where these begin, and whether each is a rule."""
    found = list(_EDGE.finditer(text)) or list(_PLAIN_EDGE.finditer(text))
    columns = columns_of(text, [m.start() for m in found])
    begins = [m.end() for m in found[:-1]]
    texts = [text[a.end() : b.start()] for a, b in itertools.pairwise(found)]
    rules = [
        bool(t) and _RULE.match(t) is not None and (a[0] != "|" or b[0] != "|")
        for t, a, b in zip(texts, found, found[1:], strict=False)
    ]
    pieces = [t.strip() for t in texts]
    return columns, pieces, [at + t.index(p) for at, t, p in zip(begins, texts, pieces, strict=True)], rules


def _boxes(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Runs of lines from a rule that goes all the way to the last one that does before text stands between."""
    box: list[_Line] = []
    for line in lines:
        if not line.edges:
            continue
        through = all(line.rules)
        if box and (line.edges[0] != box[0].edges[0] or (through and box[-1].stop != line.start and _closed(box))):
            yield box
            box = []
        if box or through:
            box.append(line)
    if box:
        yield box


def _closed(box: Sequence[_Line]) -> bool:
    """Whether the last line of a box is its lower edge."""
    return len(box) > 1 and all(box[-1].rules)


def _rows(lines: Sequence[_Line], number: int) -> list[Row]:
    columns = sorted({column for line in lines if line.is_border for column in line.edges})
    if not 2 <= len(columns) <= DEFAULT_LIMITS.row_cells:
        return []
    place = {column: n for n, column in enumerate(columns)}
    bands: list[list[_Line]] = [[]]
    cells: list[dict[int, _Cell]] = [{}]
    #: bars of a line -> its spans; most lines of a box have the same bars
    known: dict[tuple[int, ...], list[tuple[int, int, int]] | None] = {}
    for line in lines:
        edges = tuple(line.edges)
        if edges not in known:
            known[edges] = _spans(edges, place, columns)
        spans = known[edges]
        if spans is None:
            # A bar stands where no rule has a corner: nothing in this box can be trusted.
            return []
        if line.is_border:
            above = cells[-1]
            if bands[-1]:
                bands.append([])
                cells.append({})
            for first, last, n in spans if False in line.rules else ():
                cell = above.get(first)
                if not line.rules[n] and cell is not None and cell.last == last:
                    cells[-1][first] = cell
                    _add(cell, line, n)
            if bands[-1] == []:
                bands[-1].append(line)
            continue
        if not bands[-1]:
            bands[-1].append(line)
        here = cells[-1]
        for first, last, n in spans:
            cell = here.get(first)
            if cell is None:
                cell = _Cell(len(bands) - 1, first, last)
                here[first] = cell
            elif cell.last != last:
                return []
            _add(cell, line, n)
        bands[-1].append(line)
    return _emit(bands, cells, len(columns) - 1, number)


def _spans(edges: Sequence[int], place: dict[int, int], columns: Sequence[int]) -> list[tuple[int, int, int]] | None:
    """For each text between the bars of a line: the first column it covers, the one behind its last, and its number."""
    known = [place[edge] for edge in edges if edge in place]
    if len(known) < len(edges):
        if len(edges) != len(columns):
            return None
        # As many bars as the table has columns: characters of unsure width moved them.
        known = list(range(len(columns)))
    return [(a, b, n) for n, (a, b) in enumerate(itertools.pairwise(known))]


def _add(cell: _Cell, line: _Line, n: int) -> None:
    piece = line.texts[n]
    if piece:
        cell.pieces.append((line.start + line.begins[n], piece))


def _emit(bands: Sequence[list[_Line]], cells: Sequence[dict[int, _Cell]], width: int, number: int) -> list[Row]:
    out: list[Row] = []
    filled = [n for n, here in enumerate(cells) if here]
    for n in filled:
        lines = bands[n]
        start, stop = lines[0].start, lines[-1].stop
        own = {first: cell for first, cell in cells[n].items() if cell.row == n}
        if len(filled) < _FEW_BANDS and _holds_rows(own):
            out += _line_rows(lines, own, width, number)
            continue
        texts = [""] * width
        raws = [""] * width
        offsets = [stop - start] * width
        for first, cell in own.items():
            if cell.pieces and first < width:
                at, raw = cell.pieces[0]
                raws[first] = raw
                offsets[first] = at - start
                texts[first] = raw if len(cell.pieces) == 1 else "\n".join([piece for _, piece in cell.pieces])
        out.append(Row(start, stop - start, tuple(raws), tuple(offsets), number, tuple(texts)))
    return out


def _holds_rows(cells: dict[int, _Cell]) -> bool:
    """Whether a box without inner rules holds several rows: two figures stand below each other, or one below words."""
    for cell in cells.values():
        pieces = [piece for _, piece in cell.pieces]
        if sum(_FIGURE.match(piece) is not None for piece in pieces) > 1:
            return True
        # No label of the form ends with a line that is a bare number.
        if len(pieces) > 1 and is_figure(pieces[-1]) and not is_figure(pieces[0]):
            return True
    return False


def _line_rows(lines: Sequence[_Line], cells: dict[int, _Cell], width: int, number: int) -> list[Row]:
    """Each line of a box without inner rules as a row of its own."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    starts = [line.start for line in lines]
    for first, cell in cells.items():
        for at, piece in cell.pieces:
            found.setdefault(bisect_right(starts, at) - 1, []).append((first, at, piece))
    out = []
    for n, pieces in sorted(found.items()):
        line = lines[n]
        raws = [""] * width
        offsets = [0] * width
        for first, at, piece in pieces:
            raws[first], offsets[first] = piece, at - line.start
        out.append(Row(line.start, line.stop - line.start, tuple(raws), tuple(offsets), number))
    return out
