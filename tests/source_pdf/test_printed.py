"""Reports with known figures through word processor, browser and back: every figure is right."""

from __future__ import annotations

import json
from decimal import Decimal

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

import gxparse
from gxparse.source import read_source
from source import documents
from source_pdf.printing import chromium, converted, office, printed

EDITIONS = ("trial_2019", "revised_2021")
#: settings of a page: size in millimetres, margin, size of letters
PAPERS = ((210, 297, 28, 10.5), (210, 297, 20, 14), (297, 210, 20, 9), (148, 210, 10, 9), (176, 250, 15, 12))
STYLES = {
    "collapsed": "table{border-collapse:collapse;width:100%}td{border:1px solid #000;padding:4px}",
    "separate": "td{padding:3px}",
    "narrow": "body{width:400px}table{border-collapse:collapse;table-layout:fixed;width:100%}"
    "td{border:1px solid #000;padding:1px;word-break:break-all}",
    "dashed": "table{border-collapse:collapse}td{border:1px dashed #000;padding:3px}",
    "tall": "table{border-collapse:collapse;width:100%}td{border:1px solid #000;padding:2px;line-height:3}",
    "grey": "table{border-collapse:collapse}td{border:.5px solid #ccc;padding:3px;background:#f4f4f4}",
}


def values_of(path) -> dict[str, int | Decimal | None]:
    result = gxparse.read(path)
    assert result.report is not None, [str(d) for d in result.diagnostics]
    return dict(result.report.values())


def word(edition: str, seed: int) -> tuple[bytes, dict[str, int | Decimal | None]]:
    """A report as a Word file with borders, on some paper, and its figures."""
    on_paper, values = documents.paper(edition, seed)
    document = documents.word_document(on_paper)
    wide, high, margin, size = PAPERS[seed % len(PAPERS)]
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if wide > high else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(margin)
    document.styles["Normal"].font.size = Pt(size)
    number_pages(document)
    for table in document.tables:
        table.style = "Table Grid"
        fit(table, wide - 2 * margin)
        for row in table._tbl.tr_lst[:3] if seed % 2 else ():
            row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return documents.saved(document), values


def fit(table: docx.table.Table, width: float) -> None:
    """Make a table as wide as the page has room for, in millimetres."""
    table.autofit = False
    each = Mm(width / len(table.columns))
    for column in table.columns:
        column.width = each
    for cell in (tc for row in table._tbl.tr_lst for tc in row.tc_lst):
        cell.width = each * cell.grid_span


def number_pages(document: docx.document.Document) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.add_run("- ")
    field = OxmlElement("w:fldSimple")
    field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", "PAGE")
    footer._p.append(field)
    footer.add_run(" -")


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_figure_is_right_in_every_format_of_the_word_processor(edition, tmp_path):
    office()
    truth = {}
    files = {}
    for seed in range(len(documents.BODIES)):
        files[f"r{seed}"], truth[f"r{seed}"] = word(edition, seed)
    found = converted(tmp_path, files, "pdf", "odt", "rtf", "doc")
    assert len(found) == 4 * len(documents.BODIES)
    for name, path in found.items():
        assert values_of(path) == truth[path.stem], name


@pytest.mark.slow
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_figure_is_right_as_a_browser_prints_it(edition, style, tmp_path):
    chromium()
    for seed in range(4):
        on_paper, values = documents.paper(edition, seed + 4 * list(STYLES).index(style))
        page = documents.html(on_paper).replace("<style>", f"<style>@page{{size:A4;margin:18mm}}{STYLES[style]}")
        path = printed(
            tmp_path,
            f"{style}{seed}",
            # Beside a wide menu the columns of the narrow page would be narrower than a label's first word.
            documents.in_layout_table(page).replace("width=1000", "width=100%").replace("width=200", "width=9")
            if seed == 3
            else page,
        )
        assert values_of(path) == values


@pytest.mark.slow
@pytest.mark.parametrize("target", ["xls", "ods", "fods"])
def test_spreadsheets_of_other_formats_are_converted(target, tmp_path):
    from gxparse.limits import DEFAULT_LIMITS
    from gxparse.source.office import convert

    office()
    on_paper, values = documents.paper("revised_2021", 3)
    data = convert(documents.xlsx(documents.workbook(on_paper)), "xlsx", target, DEFAULT_LIMITS)
    path = tmp_path / f"report.{target}"
    path.write_bytes(data)
    assert values_of(path) == values
    assert "GX195" in [d.code for d in read_source(data, path.name)[1]]


# --- the sample files --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["source.pdf", "source.web.pdf", "source.odt", "source.rtf", "source.doc"])
def test_every_figure_of_the_sample_files_is_right(shared, name):
    folders = sorted(path.parent for path in (shared / "matrix_files").glob("*/truth.json"))
    assert folders
    for folder in folders:
        truth = json.loads((folder / "truth.json").read_text("utf-8"))["values"]
        wanted = {path: value if value is None else Decimal(value) for path, value in truth.items()}
        assert values_of(folder / name) == wanted, folder.name


def test_every_figure_of_the_sample_files_points_at_its_glyphs(shared):
    """The box of a cell holds all of its characters and none of its neighbours, by another look at the page."""
    pdfium = pytest.importorskip("pypdfium2")
    files = sorted((shared / "matrix_files").glob("*/source*.pdf"))[::4]
    assert files
    looked = 0
    for file in files:
        source, _ = read_source(file.read_bytes())
        document = pdfium.PdfDocument(file)
        pages = {n + 1: (page := document[n], page.get_textpage()) for n in range(len(document))}
        for place in source.places:
            text = place.span.of(source.text)
            if "table" not in place.address or not text.isdigit() or "to page" in place.address:
                continue
            page, glyphs = pages[place.page]
            left, top, right, bottom = place.box
            height = page.get_height()
            seen = glyphs.get_text_bounded(left - 0.5, height - bottom - 0.5, right + 0.5, height - top + 0.5)
            assert "".join(seen.split()) == text, (file.parent.name, place)
            looked += 1
    assert looked > 500
