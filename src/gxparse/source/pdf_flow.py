"""What a page says, in reading order: lines of prose and parts of tables.

A lattice that holds other lattices is no table but the frame of a page, as old web sites are built: its cells are
read one after another, each like a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from attrs import define, field

from gxparse.source.pdf_groups import TooManyCells
from gxparse.source.pdf_lattice import Cell, Lattice, find_lattices
from gxparse.source.pdf_lines import NO_BEGIN as _CLOSING
from gxparse.source.pdf_lines import NO_END as _OPENING
from gxparse.source.pdf_lines import Line, find_lines
from gxparse.source.pdf_page import Box, Glyph, Page

__all__ = ["Element", "FlowReader", "Part", "Region"]

#: A word runs over a ruling line when the gap between its letters is below this share of their height.
_ONE_WORD = 0.2
#: The place of a glyph that says which cell it stands in, as a share of its width.
_INSIDE = 0.25
#: How far below a cell that the page end cuts its text may stand, as a share of its height.
_SPILL = 1.2
#: Lines that end this near to each other, as a share of their height, end at a margin.
_RAGGED = 0.7
#: A table this near to where the page is cut off is cut off itself, in points.
_EDGE = 1.0


@define
class Region:
    """Lines of prose that share their margins: those of one page outside of tables, or of one cell of a frame."""

    page: int
    left: float
    right: float
    lines: list[Line] = field(factory=list, repr=False)


@define
class Part:
    """The piece of a table that stands on one page."""

    page: int
    lattice: Lattice
    #: the lines of each cell
    lines: list[list[Line]] = field(repr=False)
    #: for cells into which a word of their neighbour runs, or out of which one runs: that word
    spills: dict[int, str] = field(factory=dict)
    #: cells that are cut off by the edge of the page
    cut: frozenset[int] = frozenset()
    #: cells in which a picture stands
    pictured: frozenset[int] = frozenset()


Element: TypeAlias = Region | Part


@define
class _Frame:
    """A lattice with the lattices inside of it and the glyphs of each cell."""

    lattice: Lattice | None
    cells: dict[int, list[Glyph]] = field(factory=dict)
    inner: dict[int, list[_Frame]] = field(factory=dict)
    words: dict[int, str] = field(factory=dict)

    @property
    def holds_tables(self) -> bool:
        return bool(self.inner)


class FlowReader:
    """Reads pages one after another; a frame that goes on over pages is known again by its columns."""

    def __init__(self, max_cells: int) -> None:
        self._max_cells = max_cells
        self._frame_columns: list[list[float]] = []

    def read(self, page: Page) -> list[Element]:
        """The elements of a page from top to bottom.

        Raises :class:`~gxparse.source.pdf_groups.TooManyCells` for a page that is drawn full of lines.
        """
        if page.overfull:
            raise TooManyCells(page.overfull)
        root = _Frame(None)
        frames = [_Frame(lattice) for lattice in find_lattices(page.rules, self._max_cells)]
        _nest(root, frames)
        for glyphs in _words(page.glyphs):
            _put(root, frames, glyphs)
        _drop_empty(root)
        before, self._frame_columns = self._frame_columns, []
        return list(self._elements(root, 0, page, (0.0, 0.0, page.width, page.height), before))

    def _elements(
        self, frame: _Frame, cell: int, page: Page, room: Box, before: list[list[float]]
    ) -> Iterator[Element]:
        """What stands in one cell of a frame, or on the page, from top to bottom."""
        lines = find_lines(frame.cells.get(cell, ()))
        things: list[tuple[float, float, Line | _Frame]] = [(line.top, line.left, line) for line in lines]
        for inner in frame.inner.get(cell, ()):
            assert inner.lattice is not None
            things.append((inner.lattice.ys[0], inner.lattice.xs[0], inner))
        things.sort(key=lambda thing: thing[:2])
        left, right = _margins(lines, room)
        region: Region | None = None
        for _, _, thing in things:
            if isinstance(thing, Line):
                if region is None:
                    region = Region(page.number, left, right)
                region.lines.append(thing)
                continue
            if region is not None:
                yield region
                region = None
            yield from self._table(thing, page, before)
        if region is not None:
            yield region

    def _table(self, frame: _Frame, page: Page, before: list[list[float]]) -> Iterator[Element]:
        lattice = frame.lattice
        assert lattice is not None
        lines = [find_lines(frame.cells.get(number, ())) for number in range(len(lattice.cells))]
        went_on = any(_same_columns(lattice.xs, columns) for columns in before)
        if not (frame.holds_tables or went_on or _is_framed_prose(lines)):
            cut, pictured = _cut_cells(lattice, page), _pictured_cells(lattice, page)
            yield Part(page.number, lattice, lines, frame.words, cut, pictured)
            return
        if len(lattice.cells) > 1:
            self._frame_columns.append(lattice.xs)
        order = sorted(range(len(lattice.cells)), key=lambda number: _place(lattice.cells[number]))
        for number in order:
            yield from self._elements(frame, number, page, lattice.cells[number].box, before)


def _margins(lines: list[Line], room: Box) -> tuple[float, float]:
    """Where lines begin and end at most; where only one reaches furthest, margins are taken to be alike."""
    if not lines:
        return room[0], room[2]
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    if sum(right - line.right < _RAGGED * line.em for line in lines) < 2:
        right = max(right, room[2] - (left - room[0]))
    return left, right


def _cut_cells(lattice: Lattice, page: Page) -> frozenset[int]:
    """The cells in a first or last column that is not shown whole.

    Some programs cut the lines off themselves: a table that ends with the paper goes on behind it.
    """
    left, right = page.cut
    columns: set[int] = set()
    if lattice.xs[0] <= (0.0 if left is None else left) + _EDGE:
        columns.add(0)
    if lattice.xs[-1] >= (page.width if right is None else right) - _EDGE:
        columns.add(len(lattice.xs) - 2)
    return frozenset(
        number
        for number, cell in enumerate(lattice.cells)
        if any(cell.column <= column < cell.column + cell.colspan for column in columns)
    )


def _pictured_cells(lattice: Lattice, page: Page) -> frozenset[int]:
    """The cells that hold a picture; one that lies over several cells belongs to none."""
    found: set[int] = set()
    for left, top, right, bottom in page.pictures:
        cell = lattice.find((left + right) / 2, (top + bottom) / 2)
        if cell is not None and cell == lattice.find(left + 1, top + 1) == lattice.find(right - 1, bottom - 1):
            found.add(cell)
    return frozenset(found)


def _same_columns(one: list[float], two: list[float]) -> bool:
    return len(one) == len(two) and all(abs(a - b) <= 2.0 for a, b in zip(one, two, strict=True))


def _is_framed_prose(lines: list[list[Line]]) -> bool:
    """Whether so few cells hold so much text that the lines around it are a frame and no table."""
    return len(lines) <= 3 and any(len(cell) > 3 and sum(len(line.text) for line in cell) > 60 for cell in lines)


def _nest(root: _Frame, frames: list[_Frame]) -> None:
    """Each lattice into the smallest one around it; *frames* come from the smallest to the largest."""
    for number, frame in enumerate(frames):
        assert frame.lattice is not None
        left, top, right, bottom = frame.lattice.box
        for outer in frames[number + 1 :]:
            assert outer.lattice is not None
            cell = outer.lattice.find((left + right) / 2, (top + bottom) / 2)
            if cell is None:
                continue
            room = outer.lattice.cells[cell].box
            if room[0] - 1 <= left and right <= room[2] + 1 and room[1] - 1 <= top and bottom <= room[3] + 1:
                outer.inner.setdefault(cell, []).append(frame)
                break
        else:
            root.inner.setdefault(0, []).append(frame)


def _drop_empty(frame: _Frame) -> None:
    """Lattices without any text are decoration."""
    for cell, inner in list(frame.inner.items()):
        for child in inner:
            _drop_empty(child)
        frame.inner[cell] = [child for child in inner if child.inner or any(child.cells.values())]
        if not frame.inner[cell]:
            del frame.inner[cell]


def _words(glyphs: list[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that were drawn in one go and side by side."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if word:
            before = word[-1]
            if (
                # Brackets are often drawn on their own.
                (glyph.run != before.run and glyph.char not in _CLOSING and before.char not in _OPENING)
                or glyph.turn
                or abs(glyph.baseline - before.baseline) > 0.5
                or glyph.left < before.left
                or glyph.left - before.right > _ONE_WORD * (glyph.bottom - glyph.top)
                or glyph.char.isspace()
            ):
                yield word
                word = []
        word.append(glyph)
    if word:
        yield word


def _put(root: _Frame, frames: list[_Frame], word: list[Glyph]) -> None:
    homes = [_home(frames, glyph) for glyph in (word[0], word[-1])]
    if homes[0] == homes[1]:
        _cell_of(root, frames, homes[0]).extend(word)
        return
    # What is too long for its cell runs out of it at the end.
    every = [_home(frames, glyph) for glyph in word]
    home = homes[0]
    _cell_of(root, frames, home).extend(word)
    if all(there == home or glyph.char in _CLOSING for glyph, there in zip(word, every, strict=True)):
        return  # a bracket that hangs over the end of its line
    text = "".join(glyph.char for glyph in word)
    for number, cell in set(every):
        if number >= 0:
            frames[number].words[cell] = text


def _home(frames: list[_Frame], glyph: Glyph) -> tuple[int, int]:
    # Near its beginning: a character that is wider than its cell begins inside of it.
    x, y = glyph.left + _INSIDE * (glyph.right - glyph.left), (glyph.top + glyph.bottom) / 2
    for number, frame in enumerate(frames):
        assert frame.lattice is not None
        cell = frame.lattice.find(x, y)
        if cell is not None:
            return number, cell
    return _spilled(frames, x, y, glyph.bottom - glyph.top)


def _spilled(frames: list[_Frame], x: float, y: float, em: float) -> tuple[int, int]:
    """The cell that a glyph below a table belongs to: one that a page end cut open, with more text than room."""
    for number, frame in enumerate(frames):
        lattice = frame.lattice
        assert lattice is not None
        bottom = lattice.ys[-1]
        if not 0 <= y - bottom <= _SPILL * em:
            continue
        cell = lattice.find(x, bottom - 0.1)
        # Where no cell is closed below, the table simply has no line at its end.
        if cell is not None and lattice.cells[cell].open_bottom and lattice.is_cut_below:
            return number, cell
    return -1, 0


def _cell_of(root: _Frame, frames: list[_Frame], home: tuple[int, int]) -> list[Glyph]:
    number, cell = home
    return (frames[number] if number >= 0 else root).cells.setdefault(cell, [])


def _place(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.column
