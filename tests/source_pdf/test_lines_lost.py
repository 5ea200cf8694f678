"""Printed tables that lack some of their ruling lines: a figure is right or it is refused, never another figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse.printers.paper import Paper, Sheet
from source.test_spans import EDITIONS, Damage, report
from source_pdf.making import Canvas, pdf, steps, width_of

WIDE, HIGH, ROW = 842, 1190, 24.0
LABELS = (60.0, 60.0, 150.0)


def drawn(on_paper: Paper, draw: Damage) -> bytes:
    """The report with each edge of each cell a line of its own; one table loses some."""
    hit = draw.choice([block for block in on_paper.blocks if isinstance(block, Sheet)])
    pages = [Canvas(WIDE, HIGH)]
    top = 40.0
    for block in on_paper.blocks:
        height = ROW * len(block.grid) if isinstance(block, Sheet) else 0.0
        if top + height > HIGH - 50:
            pages.append(Canvas(WIDE, HIGH))
            top = 40.0
        if isinstance(block, Sheet):
            table(pages[-1], top, block, draw if block is hit else None)
            top += height + 20
        else:
            pages[-1].text(50, top, block.text[:60])
            top += 18
    return pdf(*pages)


def table(page: Canvas, top: float, sheet: Sheet, draw: Damage | None) -> None:
    labels = LABELS if sheet.width == 10 else ()
    rest = (740 - sum(labels)) / (sheet.width - len(labels))
    xs = steps(50, *labels, *[rest] * (sheet.width - len(labels)))
    ys = steps(top, *[ROW] * len(sheet.grid))
    edges: set[tuple[str, int, int]] = set()
    for cell in sheet.cells():
        below, behind = cell.row + cell.rows, cell.column + cell.columns
        edges.update(
            (kind, row, column)
            for column in range(cell.column, behind)
            for kind, row in (("level", cell.row), ("level", below))
        )
        edges.update(("upright", row, column) for row in range(cell.row, below) for column in (cell.column, behind))
        write(page, (xs[cell.column], ys[cell.row], xs[behind], ys[below]), cell.text)
    for kind, row, column in lost(sorted(edges), draw) if draw else sorted(edges):
        if kind == "level":
            page.line(xs[column], ys[row], xs[column + 1], ys[row])
        else:
            page.line(xs[column], ys[row], xs[column], ys[row + 1])


def write(page: Canvas, box: tuple[float, float, float, float], text: str) -> None:
    size, room = 8.0, box[2] - box[0] - 4
    each = max(1, int(room / size))
    lines = [text[at : at + each] for at in range(0, len(text), each)] if width_of(text, size) > room else [text]
    page.cell(*box, "\n".join(lines), min(size, 0.9 * (box[3] - box[1]) / (1.2 * max(1, len(lines)))))


def lost(edges: list[tuple[str, int, int]], draw: Damage) -> list[tuple[str, int, int]]:
    """The edges without some, now and then without most of a whole line."""
    for _ in range(draw.choice((1, 1, 2, 3, 6))):
        gone = draw.choice(edges)
        edges.remove(gone)
        if draw.random() < 0.3:
            along = 1 if gone[0] == "level" else 2
            edges = [e for e in edges if e[0] != gone[0] or e[along] != gone[along] or draw.random() < 0.2]
    return edges


@pytest.mark.parametrize("edition", EDITIONS)
@given(st.integers(0, 10**9))
def test_a_figure_of_a_table_that_lacks_lines_is_right_or_refused(edition, seed):
    draw = Damage(seed)
    on_paper, truth = report(draw, edition)
    found = gxparse.read(drawn(on_paper, draw)).report
    values = dict(found.values()) if found is not None else {}
    assert {path: value for path, value in values.items() if value is not None and value != truth[path]} == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_with_all_its_lines_it_is_read_whole(edition):
    on_paper, truth = report(Damage(4), edition)
    damage = Damage(4)
    damage.choice = lambda options: () if options and isinstance(options[0], Sheet) else options[0]
    found = gxparse.read(drawn(on_paper, damage)).report
    assert found is not None
    assert dict(found.values()) == truth
