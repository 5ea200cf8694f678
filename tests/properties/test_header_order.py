"""Whatever order of columns is printed, no figure is read into a column that the header does not name."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import gxparse
from gxparse.printers.form import paper_of
from gxparse.printers.paper import Cell, Role, Sheet
from gxparse.strategies import layouts as printers
from gxparse.strategies import reports
from properties.test_round_trip import LAYOUTS, figures

SECTIONS = ("requests", "proceedings")


def leaves(sheet: Sheet) -> dict[int, Cell]:
    """The cell of the header right above the figures of each column."""
    first = next(n for n, row in enumerate(sheet.grid) if any(cell.role is Role.FIGURE for cell in row))
    columns = [cell.column for cell in sheet.grid[first] if cell.role is Role.FIGURE]
    return {column: sheet.grid[first - 1][column] for column in columns}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("section", SECTIONS)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_header_in_another_order_moves_no_figure(section, layout, data):
    """The labels of some columns change places, the figures stay: what is read stands under the label that names it."""
    report = data.draw(reports(balanced=data.draw(st.booleans(), label="balanced"), blanks=data.draw(st.booleans())))
    printer = data.draw(printers(names=[layout]))
    paper = paper_of(report, printer)
    number, sheet = next((n, b) for n, b in enumerate(paper.blocks) if isinstance(b, Sheet) and b.section == section)
    header = leaves(sheet)
    # Of section four only one block: which block a column belongs to is told by the cell above it.
    columns = sorted(header)[: 5 if section == "proceedings" else 7]
    order = data.draw(st.permutations(columns), label="order")
    texts = {(header[at].row, header[at].column): header[other].text for at, other in zip(columns, order, strict=True)}
    if order != columns:
        # 总计 stands on the row above the kinds: one after the other the labels may come in the order of the form again.
        assume([texts[place] for place in sorted(texts)] != [header[at].text for at in columns])
    text = printer.print(
        evolve(paper, blocks=(*paper.blocks[:number], sheet.rewrite(texts), *paper.blocks[number + 1 :]))
    )
    read = figures(gxparse.parse(text, layout="sheet" if layout == "sheet" else None))
    under = dict(zip(columns, order, strict=True))
    keys = {cell.column: cell.path.rpartition(".")[2] for cell in sheet.cells() if cell.path is not None}
    values = report.values()
    told = dict(values)
    for cell in sheet.cells():
        if cell.path is not None and cell.column in under:
            told[f"{cell.path.rpartition('.')[0]}.{keys[under[cell.column]]}"] = values[cell.path]
    assert {path: value for path, value in read.items() if told[path] != value} == {}


def with_column(sheet: Sheet, at: int, texts: dict[int, str], header: str) -> Sheet:
    """The sheet with one more column, its header and its figures; what covers the place covers it too."""
    grid = []
    for number, row in enumerate(sheet.grid):
        made = {}
        for cell in row:
            moved = evolve(cell, column=cell.column + 1) if cell.column >= at else cell
            if cell.column < at < cell.column + cell.columns:
                moved = evolve(cell, columns=cell.columns + 1)
            made[cell.column] = moved
        cells = [made[cell.column] for cell in row]
        role = row[at].role
        last = number + 1 < len(sheet.grid) and sheet.grid[number + 1][at].role is Role.FIGURE
        text = texts.get(number, header if role is Role.HEADER and last else "")
        own = Cell(text, role, number, at) if row[at].column == at else made[row[at].column]
        grid.append((*cells[:at], own, *cells[at:]))
    return evolve(sheet, grid=tuple(grid))


@pytest.mark.parametrize(
    "layout", ["html", "sheet", "csv", "markdown", "box", "latex", "tab-row", "stream", "one-line", "columns", "spaced"]
)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_column_of_last_year_is_never_read(layout, data):
    """An author's own column among those of a table, blank cells beside it."""
    report = data.draw(reports(balanced=data.draw(st.booleans(), label="balanced"), blanks=True))
    printer = data.draw(printers(names=[layout], plain=True))
    paper = paper_of(report, printer)
    section = data.draw(st.sampled_from((*SECTIONS, "proactive")))
    number, sheet = next((n, b) for n, b in enumerate(paper.blocks) if isinstance(b, Sheet) and b.section == section)
    rows = [n for n, row in enumerate(sheet.grid) if any(cell.role is Role.FIGURE for cell in row)]
    columns = sorted({cell.column for cell in sheet.grid[rows[0]] if cell.role is Role.FIGURE})
    at = data.draw(st.sampled_from(columns[section != "proactive" :]), label="at")
    name = data.draw(st.sampled_from(("上年", "2019年", "小计")), label="name")
    texts = {row: str(data.draw(st.sampled_from((0, 7, 77)))) for row in rows}
    more = with_column(sheet, at, texts, name)
    text = printer.print(evolve(paper, blocks=(*paper.blocks[:number], more, *paper.blocks[number + 1 :])))
    read = figures(gxparse.parse(text, layout="sheet" if layout == "sheet" else None))
    values = report.values()
    assert {path: value for path, value in read.items() if values[path] != value} == {}
