"""Tables whose merged cells are damaged: spans too small, too large, zero or gone, cells too many or too few.

Whatever file it comes from, a figure is right or it is refused; it is never another figure.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.cell_range import CellRange

import gxparse
from gxparse.diagnostics.model import Severity
from gxparse.model.report import Report
from gxparse.printers.form import paper_of
from gxparse.printers.paper import Paper, Prose, Sheet
from gxparse.printers.style import Style
from source import documents
from source.documents import p, tbl, tc, word_of_xml
from source_pdf.test_odt import COVERED, odt

EDITIONS = ("trial_2019", "revised_2021")
Values = dict[str, int | Decimal | None]


class Damage(random.Random):
    """What does the damage, and which figures it took out of the file."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.lost: set[str | None] = set()
        #: whether cells are taken out; else some are put in. Both at once can be another report, as good as the first
        self.loses = self.random() < 0.5


def report(draw: Damage, edition: str) -> tuple[Paper, Values]:
    """A report with blank cells or sums that do not hold, so that nothing but the grid tells where a figure stands."""
    base = documents.report_of(edition, draw.randrange(24))
    values = dict(base.values())
    kind = draw.choice(("whole", "gaps", "gaps", "few", "wrong sums", "zeros"))
    for path, value in values.items():
        counted = isinstance(value, int)
        if (kind == "gaps" and draw.random() < 0.3) or (kind == "few" and draw.random() < 0.8):
            values[path] = None
        elif kind == "wrong sums" and counted and draw.random() < 0.5:
            values[path] = draw.randrange(60)
        elif kind == "zeros" and counted:
            values[path] = draw.choice((0, 0, 0, 0, None, value))
    made = Report.from_values(edition, values, title=base.title, body=base.body, year=base.year, sections=base.sections)
    return paper_of(made, Style()), dict(made.values())


def _size(draw: Damage, size: int) -> int | None:
    """A span that is not what it was; ``None`` leaves it out."""
    return draw.choice((0, 1, size + 1, max(size - 1, 0), size + 2, 9, 50, None))


def _count(draw: Damage) -> int:
    return draw.choice((1, 1, 1, 2, 3))


def _lose_or_add(draw: Damage, rows: list[list[list]], blank: list) -> None:
    """Take a cell out of a row, or put a blank one in."""
    row = draw.choice([row for row in rows if row])
    if draw.loses:
        draw.lost.add(row.pop(draw.randrange(len(row)))[-1])
    else:
        row.insert(draw.randrange(len(row) + 1), list(blank))


def html(draw: Damage, sheet: Sheet, damaged: bool) -> str:
    rows = [[[c.text, c.columns, c.rows, c.path] for c in sheet.starts(at)] for at in range(len(sheet.grid))]
    for _ in range(_count(draw) if damaged else 0):
        if draw.random() < 0.2:
            _lose_or_add(draw, rows, ["", 1, 1, None])
            continue
        cell = draw.choice(draw.choice([row for row in rows if row]))
        at = draw.choice((1, 2))
        cell[at] = _size(draw, cell[at] or 0)
    printed = ""
    for row in rows:
        printed += "<tr>"
        for text, columns, lines, _ in row:
            spans = f" colspan={columns}" if columns not in (1, None) else ""
            spans += f" rowspan={lines}" if lines not in (1, None) else ""
            printed += f"<td{spans}>{escape(text)}</td>"
    return f"<table>{printed}</table>"


def docx(draw: Damage, sheet: Sheet, damaged: bool) -> str:
    rows = []
    for at in range(len(sheet.grid)):
        anchored = sheet.anchored(at)
        rows.append(
            [
                ["" if above else c.text, c.columns, "continue" if above else "restart" if c.rows > 1 else None, c.path]
                for c, above in anchored
            ]
        )
    for _ in range(_count(draw) if damaged else 0):
        if draw.random() < 0.2:
            _lose_or_add(draw, rows, ["", 1, None, None])
            continue
        cell = draw.choice(draw.choice([row for row in rows if row]))
        if draw.random() < 0.6:
            cell[1] = _size(draw, cell[1] or 0)
        else:
            cell[2] = draw.choice(("restart", "continue", None))
            if cell[2] == "continue":
                draw.lost.add(cell[3])  # nobody sees what stands in it
    return tbl(*("<w:tr>" + "".join(_word_cell(*cell) for cell in row) + "</w:tr>" for row in rows))


def _word_cell(text: str, columns: int | None, merge: str | None, _: str | None) -> str:
    spans = f'<w:gridSpan w:val="{columns}"/>' if columns not in (1, None) else ""
    spans += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return tc(p(text), spans)


def odt_table(draw: Damage, sheet: Sheet, damaged: bool) -> str:
    rows = []
    for at in range(len(sheet.grid)):
        rows.append(
            [
                ["", None, None, None] if left or above else [c.text, c.columns, c.rows, c.path]
                for c, left, above in sheet.row(at)
            ]
        )
    for _ in range(_count(draw) if damaged else 0):
        if draw.random() < 0.3:
            _lose_or_add(draw, rows, draw.choice((["", 1, 1, None], ["", None, None, None])))
            continue
        cell = draw.choice(draw.choice([row for row in rows if row]))
        if cell[1] is None:
            cell[1:3] = 1, 1
        else:
            at = draw.choice((1, 2))
            cell[at] = _size(draw, cell[at] or 0) or 1
    printed = ""
    for row in rows:
        printed += "<table:table-row>"
        for text, columns, lines, _ in row:
            if columns is None:
                printed += COVERED
                continue
            spans = f' table:number-columns-spanned="{columns}"' if columns != 1 or lines != 1 else ""
            spans += f' table:number-rows-spanned="{lines}"' if columns != 1 or lines != 1 else ""
            printed += f"<table:table-cell{spans}><text:p>{escape(text)}</text:p></table:table-cell>"
        printed += "</table:table-row>"
    return f"<table:table>{printed}</table:table>"


def _whole(on_paper: Paper, draw: Damage, of_table: Callable, of_line: Callable[[str], str]) -> str:
    hit = draw.choice([block for block in on_paper.blocks if isinstance(block, Sheet)])
    return "".join(
        of_line(escape(block.text)) if isinstance(block, Prose) else of_table(draw, block, block is hit)
        for block in on_paper.blocks
    )


def page(on_paper: Paper, draw: Damage) -> bytes:
    body = _whole(on_paper, draw, html, "<p>{}</p>".format)
    return f"<!DOCTYPE html><meta charset=utf-8>{body}".encode()


def word(on_paper: Paper, draw: Damage) -> bytes:
    return word_of_xml(_whole(on_paper, draw, docx, lambda text: f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))


def open_document(on_paper: Paper, draw: Damage) -> bytes:
    return odt(_whole(on_paper, draw, odt_table, "<text:p>{}</text:p>".format))


def spreadsheet(on_paper: Paper, draw: Damage) -> bytes:
    book = documents.workbook(on_paper, numbers=draw.random() < 0.5)
    sheet = book.active
    for _ in range(_count(draw)):
        ranges = list(sheet.merged_cells.ranges)
        hit: CellRange = draw.choice(ranges)
        left, top, right, bottom = hit.bounds
        what = draw.random()
        if what < 0.7:
            sheet.merged_cells.remove(hit)
        if what < 0.2:
            continue
        if what >= 0.7:  # a merged cell that nobody meant
            left, top = draw.randrange(1, 11), draw.randrange(1, sheet.max_row)
            right, bottom = left, top
        right, bottom = right + draw.choice((0, 0, 1, -1, 2)), bottom + draw.choice((0, 1, -1, 2))
        if right >= left and bottom >= top and (right > left or bottom > top):
            sheet.merged_cells.add(CellRange(min_col=left, min_row=top, max_col=right, max_row=bottom))
    return documents.xlsx(book)


MAKERS: dict[str, Callable[[Paper, Damage], bytes]] = {
    "html": page, "docx": word, "odt": open_document, "xlsx": spreadsheet,
}  # fmt: skip


def wrong(draw: Damage, edition: str, make: Callable[[Paper, Damage], bytes]) -> dict[str, tuple]:
    """What is read of a damaged document and is neither right nor refused: path -> what stands there, what was read."""
    on_paper, truth = report(draw, edition)
    result = gxparse.read(make(on_paper, draw))
    found = dict(result.report.values()) if result.report is not None else {}
    bad = {
        path: (truth.get(path), value)
        for path, value in found.items()
        if value is not None and value != truth.get(path)
    }
    missing = [path for path in truth.keys() - draw.lost if truth[path] is not None and found.get(path) is None]
    said = any(d.severity in (Severity.ERROR, Severity.WARNING) or d.code == "GX131" for d in result.diagnostics)
    if missing and not said:
        bad.update({path: (truth[path], None) for path in missing})
    return bad


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("kind", MAKERS)
@given(st.integers(0, 10**9))
def test_a_figure_of_a_damaged_table_is_right_or_refused(kind, edition, seed):
    assert wrong(Damage(seed), edition, MAKERS[kind]) == {}


def test_a_figure_whose_cell_goes_on_below_may_be_of_either_row():
    head = "<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数"
    rows = "<tr><td>规章<td>1<td>{}2<td>3<tr><td>行政规范性文件<td>4{}<td>6"
    path = "proactive.documents.{}.repealed"
    apart = gxparse.read(f"<!DOCTYPE html><table>{head}{rows.format('', '<td>5')}</table>".encode()).report
    assert apart is not None
    assert [apart.values()[path.format(row)] for row in ("government_rules", "normative_documents")] == [2, 5]
    merged = gxparse.read(
        f"<!DOCTYPE html><table>{head}{rows.replace('<td>{}2', '<td rowspan=2>2').format('')}</table>".encode()
    )
    assert merged.report is not None
    assert [merged.report.values()[path.format(row)] for row in ("government_rules", "normative_documents")] == [
        None,
        None,
    ]
    assert "GX306" in [d.code for d in merged.diagnostics]
