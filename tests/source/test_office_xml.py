"""Word and Excel documents that are one XML file."""

from __future__ import annotations

import io
import zipfile
from html import escape

import pytest

import gxparse
from gxparse.errors import UnreadableSource
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.printers.paper import Paper, Sheet
from gxparse.source import read_source
from gxparse.source.sheet import ABSENT, CELL, FROM_ABOVE, FROM_LEFT, LINE_BREAK, ROW
from source import documents
from source.documents import p, tbl, tc, tr

DRAWN = str.maketrans({ROW: "", CELL: "|", FROM_LEFT: "<", FROM_ABOVE: "^", ABSENT: "x", LINE_BREAK: "~", "\x1d": "="})

# --- Word --------------------------------------------------------------------------------------------------------

W2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
AUXILIARY = "http://schemas.microsoft.com/office/word/2003/auxHint"


def flat(data: bytes) -> bytes:
    """A Word file as one XML file, as Word saves it under that name."""
    parts = ""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xml") and name != "[Content_Types].xml":
                content = archive.read(name).decode().partition("?>")[2] or archive.read(name).decode()
                parts += f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>'
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{parts}</pkg:package>'.encode()


def word_2003(body: str) -> bytes:
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    namespaces = f'xmlns:w="{W2003}" xmlns:wx="{AUXILIARY}" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
    return f"{head}<w:wordDocument {namespaces}><w:body><wx:sect>{body}</wx:sect></w:body></w:wordDocument>".encode()


def test_a_flat_word_file_reads_like_its_package():
    on_paper, truth = documents.paper("revised_2021", 4)
    result = gxparse.read(flat(documents.word(on_paper)), name="a.doc")
    assert dict(result.report.values()) == truth
    assert result.source.format == "wordml"
    assert [dict(d.params) for d in result.diagnostics if d.code == "GX113"] == [{"suffix": ".doc", "format": "wordml"}]


def test_numbers_of_a_flat_word_file():
    levels = '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = p("总体情况", properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    assert read_source(flat(documents.word_of_xml(body, numbering=numbering)))[0].text == "一、总体情况\n"


def test_a_word_file_of_2003():
    number = '<w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr>'
    changed = (
        '<aml:annotation w:type="Word.Insertion"><aml:content><w:r><w:t>12</w:t></w:r></aml:content></aml:annotation>'
        '<aml:annotation w:type="Word.Deletion"><aml:content><w:r><w:delText>3</w:delText></w:r></aml:content></aml:annotation>'
    )
    note = "<w:r><w:footnote><w:p><w:r><w:t>含转办</w:t></w:r></w:p></w:footnote></w:r>"
    body = p("总体情况", properties=number) + tbl(
        tr(tc("组", '<w:vmerge w:val="restart"/>'), tc("甲", '<w:gridSpan w:val="2"/>')),
        tr(tc("", "<w:vmerge/>"), "乙", tc(p(changed, note))),
    )
    source, diagnostics = read_source(word_2003(body))
    assert source.text.translate(DRAWN) == "一、总体情况\n|组|甲|<\n|^|乙|12\n含转办\n"
    assert {d.code: dict(d.params) for d in diagnostics} == {
        "GX130": {"insertions": 1, "deletions": 1},
        "GX132": {"text": "一、", "count": 1},
    }


def test_a_flat_file_without_document_is_refused():
    package = b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'
    with pytest.raises(UnreadableSource) as caught:
        read_source(package)
    assert caught.value.code == "GX103"


# --- Excel -------------------------------------------------------------------------------------------------------

SS = "urn:schemas-microsoft-com:office:spreadsheet"


def excel_2003(*worksheets: str, styles: str = "") -> bytes:
    head = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    sheets = "".join(f'<Worksheet ss:Name="表{n}">{sheet}</Worksheet>' for n, sheet in enumerate(worksheets, 1))
    return f'{head}<Workbook xmlns="{SS}" xmlns:ss="{SS}"><Styles>{styles}</Styles>{sheets}</Workbook>'.encode()


def cell(value: object, attributes: str = "") -> str:
    kind = "Number" if isinstance(value, int | float) else "String"
    return f'<Cell {attributes}><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'


def row(*cells: str, attributes: str = "") -> str:
    return f"<Row {attributes}>{''.join(cells)}</Row>"


def table(*rows: str) -> str:
    return f"<Table>{''.join(rows)}</Table>"


def shown(data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    return read_source(data, None, limits)[0].text.translate(DRAWN)


def codes(data: bytes, limits: Limits = DEFAULT_LIMITS) -> dict[str, dict[str, object]]:
    return {d.code: dict(d.params) for d in read_source(data, None, limits)[1]}


def whole_report(on_paper: Paper) -> bytes:
    rows = []
    for block in on_paper.blocks:
        if not isinstance(block, Sheet):
            rows.append(row(cell(block.text)))
            continue
        for number in range(len(block.grid)):
            cells = ""
            for c in block.starts(number):
                value = int(c.text) if c.text.lstrip("-").isdigit() else c.text
                spans = f'ss:Index="{c.column + 1}" ss:MergeAcross="{c.columns - 1}" ss:MergeDown="{c.rows - 1}"'
                cells += cell(value, spans)
            rows.append(row(cells))
    return excel_2003(table(*rows))


@pytest.mark.parametrize("edition", ["trial_2019", "revised_2021"])
def test_a_whole_report(edition):
    on_paper, truth = documents.paper(edition, 6)
    result = gxparse.read(whole_report(on_paper), name="a.xls")
    assert dict(result.report.values()) == truth
    assert result.source.format == "spreadsheetml"


def test_rows_and_cells_that_say_where_they_stand():
    data = excel_2003(
        table(
            row(cell("组", 'ss:MergeDown="2"'), cell("甲"), cell(1)),
            row(cell("乙", 'ss:Index="2"'), cell(2)),
            row(cell("丙", 'ss:Index="2"'), "<Cell/>"),
            row(cell("丁", 'ss:MergeAcross="1"'), cell(4), attributes='ss:Index="6"'),
        )
    )
    assert shown(data) == "|组|甲|1\n|^|乙|2\n|^|丙|\n=\n|丁|<|4\n"
    source, _ = read_source(data)
    assert [place.address for place in source.places][-2:] == ["表1!R6C1", "表1!R6C3"]


def test_what_is_hidden_is_left_out_and_said():
    hidden = "<WorksheetOptions xmlns='urn:schemas-microsoft-com:office:excel'><Visible>SheetHidden</Visible></WorksheetOptions>"
    data = excel_2003(
        table(row(cell("甲"), cell(1)), row(cell("乙"), cell(2), attributes='ss:Hidden="1"'), row(cell("丙"), cell(3))),
        table(row(cell("丁"))) + hidden,
    )
    assert shown(data) == "|甲|1\n|丙|3\n"
    assert codes(data)["GX131"] == {"text": "表2", "count": 3}


def test_figures_as_a_reader_sees_them():
    styles = "".join(
        f'<Style ss:ID="s{n}"><NumberFormat ss:Format="{escape(code, quote=True)}"/></Style>'
        for n, code in enumerate(("Percent", '0.00"万元"', "0.0,", ";;;", "Fixed"))
    )
    values = [cell("甲"), *(cell(v, f'ss:StyleID="s{n}"') for n, v in enumerate((0.9925, 51.2, 1234567, 5, 9.525)))]
    date = '<Cell><Data ss:Type="DateTime">2031-01-31T00:00:00.000</Data></Cell>'
    rich = '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40">12<Sup>1</Sup>件</ss:Data></Cell>'
    formula = '<Cell ss:Formula="=R[1]C"/>'
    data = excel_2003(table(row(*values, date, rich, formula)), styles=styles)
    assert shown(data) == "|甲|99.25%|51.2万元|[1234567]||9.525|2031-01-31|12[1]件|=R[1]C\n"
    assert set(codes(data)) == {"GX131", "GX138", "GX139"}


def test_merged_cells_without_end_are_refused():
    data = excel_2003(table(*[row(cell("甲", 'ss:MergeAcross="16383" ss:MergeDown="1048575"'))] * 50))
    assert codes(data)["GX125"]["limit"] == DEFAULT_LIMITS.grid_cells
