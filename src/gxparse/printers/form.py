"""From a report to paper: the statutory tables as full grids, with merged cells as on the official form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

import attrs
from attrs import frozen

from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Edition, Table
from gxparse.model.origin import Section
from gxparse.model.report import Report
from gxparse.model.shape import Figure
from gxparse.printers.paper import Block, Cell, Paper, Prose, ProseKind, Role, Sheet
from gxparse.printers.style import Style

__all__ = ["paper_of", "sheets_of"]

#: Corner cell of each section's tables.
_CORNERS = {"proactive": "信息内容", "requests": "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"}
_NOTE_BREAK = "第一项加第二项之和，"


@frozen
class _Band:
    """One label of a header or label column, laid over levels (from the outside) and items."""

    text: str
    level: int
    levels: int
    item: int
    items: int


def _bands(paths: Sequence[tuple[str, ...]], depth: int) -> Iterator[_Band]:
    """Merge equal neighbours level by level; the innermost label is stretched over the levels that are left."""
    for level in range(depth):
        item = 0
        for prefix, members in groupby(paths, key=lambda path: path[: level + 1]):
            size = len(list(members))
            if len(prefix) == level + 1:
                path = paths[item]
                if len(path) == level + 1:
                    for offset in range(size):
                        yield _Band(path[-1], level, depth - level, item + offset, 1)
                else:
                    yield _Band(prefix[-1], level, 1, item, size)
            item += size


class _Canvas:
    """A grid under construction."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.rows: list[list[Cell | None]] = []

    def put(self, cell: Cell) -> None:
        while len(self.rows) < cell.row + cell.rows:
            self.rows.append([None] * self.width)
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                assert self.rows[row][column] is None, "two cells on one position"
                self.rows[row][column] = cell

    def sheet(self, section: str) -> Sheet:
        grid = []
        for row in self.rows:
            cells = tuple(cell for cell in row if cell is not None)
            assert len(cells) == self.width, "a position without a cell"
            grid.append(cells)
        return Sheet(section, tuple(grid))


def _draw(canvas: _Canvas, table: Table, style: Style) -> None:
    """Put one statutory table under what the canvas holds already; figures are left empty."""
    labels, width = table.label_columns, canvas.width
    top = len(canvas.rows)
    if table.caption is not None:
        canvas.put(Cell(style.label(table.caption), Role.CAPTION, top, 0, 1, width))
        top += 1
    # The last column of a narrow table takes the room that is left.
    spare = width - labels - len(table.columns)
    edges = [*range(labels, labels + len(table.columns)), width]
    assert spare >= 0
    heads = [(*column.header_path, column.label) for column in table.columns]
    depth = max(map(len, heads))
    if labels:
        corner = _CORNERS[table.section]
        if style.wraps:
            corner = corner.replace(_NOTE_BREAK, _NOTE_BREAK + "\n")
        text = style.label(corner) if style.note or table.caption is not None else ""
        canvas.put(Cell(text, Role.HEADER, top, 0, depth, labels))
    for band in _bands(heads, depth):
        left, right = edges[band.item], edges[band.item + band.items]
        canvas.put(Cell(style.label(band.text), Role.HEADER, top + band.level, left, band.levels, right - left))
    top += depth
    if labels:
        names = [(*row.group_path, row.label) for row in table.rows]
        for band in _bands(names, labels):
            role = Role.LABEL if band.level + band.levels == labels else Role.GROUP
            canvas.put(Cell(style.label(band.text), role, top + band.item, band.level, band.items, band.levels))
    paths = iter(table.paths)
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            left, right = edges[column], edges[column + 1]
            canvas.put(Cell("", Role.FIGURE, top + row, left, 1, right - left, next(paths)))


@lru_cache(maxsize=256)
def _template(edition: str, style: Style) -> tuple[Sheet, ...]:
    made = []
    for section, tables in groupby(edition_of(edition).tables, key=lambda table: table.section):
        group = list(tables)
        canvas = _Canvas(max(table.label_columns + len(table.columns) for table in group))
        for table in group:
            _draw(canvas, table, style)
        made.append(canvas.sheet(section))
    return tuple(made)


def _filled(sheet: Sheet, edition: Edition, values: dict[str, Figure], style: Style) -> Sheet:
    texts = {
        (cell.row, cell.column): style.figure(values[cell.path], edition.fields[cell.path][2])
        for cell in sheet.cells()
        if cell.path is not None
    }
    return sheet.rewrite(texts)


def sheets_of(report: Report, style: Style) -> tuple[Sheet, ...]:
    """The statutory tables of a report as full grids, one for each section that has tables."""
    edition, values = edition_of(report.edition), report.values()
    return tuple(_filled(sheet, edition, values, style) for sheet in _template(report.edition, _spelling(style)))


def _spelling(style: Style) -> Style:
    """The style reduced to plain :class:`Style`, so that printers of one spelling share their templates."""
    if type(style) is Style:
        return style
    return Style(**{name: getattr(style, name) for name in _STYLE_FIELDS})


_STYLE_FIELDS = tuple(attribute.name for attribute in attrs.fields(Style))


def paper_of(report: Report, style: Style) -> Paper:
    """A whole report on paper: title, the six sections with their tables, signature.

    A section that the report does not have is printed with the heading of the form and nothing under it.
    """
    edition = edition_of(report.edition)
    sheets = {sheet.section: sheet for sheet in sheets_of(report, style)}
    blocks: list[Block] = []
    if report.title is not None:
        blocks.extend(Prose(line, ProseKind.TITLE) for line in report.title.split("\n"))
    for spec in edition.sections:
        section = report.section(spec.key) or Section(spec.key)
        heading = section.title if section.title is not None else f"{spec.ordinal}、{spec.title}"
        blocks.append(Prose(heading, ProseKind.HEADING))
        blocks.extend(Prose(line) for line in section.text.split("\n") if line)
        if spec.key in sheets:
            blocks.append(sheets[spec.key])
    if report.signature is not None:
        body, date = report.signature.body, report.signature.date
        if body is not None:
            blocks.append(Prose(body, ProseKind.SIGNATURE))
        if date is not None:
            blocks.append(Prose(f"{date.year}年{date.month}月{date.day}日", ProseKind.SIGNATURE))
    return Paper(tuple(blocks), edition=report.edition)


def blanked(sheet: Sheet) -> Sheet:
    """The sheet without any figure, as a form to be filled in."""
    return sheet.rewrite({(c.row, c.column): "" for c in sheet.cells() if c.role is Role.FIGURE})


def repeated_header(sheet: Sheet) -> Sheet:
    """The rows of headings at the top of a sheet, as a page that repeats them prints them."""
    stop = 0
    while stop < len(sheet.grid) and sheet.is_header(stop):
        stop += 1
    return sheet.part(0, stop)
