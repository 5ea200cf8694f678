"""One truth in every format: each figure right, each origin at its place, equal values everywhere."""

from __future__ import annotations

import io
from html import escape, unescape

import docx
import openpyxl
import pytest
from lxml import html as lxml_html

import gxparse
from gxparse import layouts
from gxparse.printers.paper import Paper, Sheet
from gxparse.printers.style import Style
from source import documents

EDITIONS = ("trial_2019", "revised_2021")
#: 24 bodies, half of them on each form
CASES = [(EDITIONS[seed % 2], seed) for seed in range(len(documents.BODIES))]
STYLE = Style(wraps=True, padding=("\u00a0", ""))


def saved_page(page: str) -> bytes:
    """A page as browsers save it, with a picture before and behind."""
    from email.mime.image import MIMEImage
    from email.mime.multipart import MIMEMultipart
    from email.mime.text import MIMEText

    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Subject"] = "年报"
    whole.attach(MIMEText(page, "html", "utf-8"))
    whole.attach(MIMEImage(b"\x89PNG\r\n\x1a\n" + bytes(2000), "png"))
    return whole.as_bytes()


MAKERS = {
    "docx": documents.word,
    "html": lambda on: documents.html(on).encode(),
    "html-gb18030": lambda on: documents.html(on, "gb2312").encode("gb18030"),
    "html-layout": lambda on: documents.in_layout_table(documents.html(on)).encode(),
    "mhtml": lambda on: saved_page(documents.html(on)),
    "xlsx": lambda on: documents.xlsx(documents.workbook(on)),
    "xlsx-text": lambda on: documents.xlsx(documents.workbook(on, numbers=False)),
}


def figures(result: gxparse.ParseResult) -> dict[str, object]:
    assert result.report is not None
    return dict(result.report.values())


@pytest.mark.parametrize(("edition", "seed"), CASES)
def test_every_figure_is_right_in_every_format(edition, seed):
    on_paper, truth = documents.paper(edition, seed, STYLE if seed % 3 else None)
    for name, make in MAKERS.items():
        result = gxparse.read(make(on_paper))
        assert figures(result) == truth, name
        assert result.report.edition == edition
        assert result.report.body == documents.BODIES[seed]
        assert not [d for d in result.diagnostics if d.severity == "error"]


def sheet_cells(on_paper: Paper) -> dict[str, tuple[int, Sheet, int, int]]:
    """Field path -> number of the table, the table, row and column, from 0."""
    return {
        cell.path: (number, sheet, cell.row, cell.column)
        for number, sheet in enumerate(on_paper.sheets())
        for cell in sheet.cells()
        if cell.path is not None
    }


@pytest.mark.parametrize("edition", EDITIONS)
def test_word_origins_name_the_cell(edition):
    on_paper, truth = documents.paper(edition, 5)
    data = documents.word(on_paper)
    tables = docx.Document(io.BytesIO(data)).tables
    report = gxparse.read(data).report
    cells = sheet_cells(on_paper)
    assert set(cells) == set(truth)
    for path, (number, _, row, column) in cells.items():
        origin = report.origin(path)
        assert origin.address == f"table {number + 1}, row {row + 1}, column {column + 1}"
        assert tables[number].cell(row, column).text == origin.raw


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("layout", [False, True])
def test_page_origins_are_the_slice_and_the_path(edition, layout):
    on_paper, truth = documents.paper(edition, 5)
    page = documents.html(on_paper)
    if layout:
        page = documents.in_layout_table(page)
    tree = lxml_html.document_fromstring(page)
    report = gxparse.read(page.encode()).report
    for path in truth:
        origin = report.origin(path)
        where, _, characters = origin.address.partition("#char=")
        start, stop = map(int, characters.split(","))
        assert unescape(page[start:stop]) == origin.raw
        (element,) = tree.xpath(where)
        assert element.tag == "td"
        assert element.text_content() == origin.raw


@pytest.mark.parametrize("edition", EDITIONS)
def test_spreadsheet_origins_name_the_cell(edition):
    on_paper, truth = documents.paper(edition, 5)
    data = documents.xlsx(documents.workbook(on_paper))
    worksheet = openpyxl.load_workbook(io.BytesIO(data))["年报"]
    report = gxparse.read(data).report
    for path in truth:
        origin = report.origin(path)
        title, _, name = origin.address.partition("!")
        assert title == "年报"
        value = worksheet[name].value
        assert ("" if value is None else str(value)) == origin.raw


def test_prose_has_places_too():
    on_paper, _ = documents.paper("revised_2021", 0)
    result = gxparse.read(documents.word(on_paper))
    assert result.report.origin("title").address == "paragraph 1"  # and on into paragraph 2
    assert result.report.origin("year").address == "paragraph 2"


def test_a_report_as_text_beside_another_table():
    report = documents.report_of("revised_2021", 2)
    text = escape(layouts.render(report, "tab-row"))
    other = "<table><tr><td>索引号<td>0001<td>发文日期<td>2022-01-01</table>"
    for page in (f"<pre>{text}</pre>", f"{other}<pre>{text}</pre>"):
        result = gxparse.read(f"<!DOCTYPE html>{page}".encode())
        assert figures(result) == dict(report.values())


@pytest.mark.parametrize("blank", ["", "\u00a0", "/"])
def test_blank_cells_stay_blank(blank):
    report = documents.report_of("revised_2021", 4)
    values = dict(report.values())
    emptied = [path for n, path in enumerate(values) if n % 3 == 0]
    values |= dict.fromkeys(emptied)
    given = gxparse.Report.from_values("revised_2021", values, title=report.title, sections=report.sections)
    from gxparse.printers.form import paper_of

    on_paper = paper_of(given, Style(blank=blank))
    for name, make in MAKERS.items():
        assert figures(gxparse.read(make(on_paper))) == values, name


def test_the_sample_files(shared):
    """Files whose figures are known, made elsewhere."""
    import json

    folder = shared / "matrix_files"
    if not folder.is_dir():
        pytest.skip("the sample files are not there")
    cases = [f for f in sorted(folder.glob("*/source.*")) if f.suffix in (".docx", ".html", ".xlsx")]
    assert len(cases) >= 30
    for file in cases:
        truth = json.loads((file.parent / "truth.json").read_text("utf-8"))
        result = gxparse.read(file)
        got = figures(result)
        assert result.report.edition == truth["edition"]
        for path, value in truth["values"].items():
            assert (got[path] is None) == (value is None), (file, path)
            assert value is None or got[path] == type(got[path])(str(value)), (file, path)
