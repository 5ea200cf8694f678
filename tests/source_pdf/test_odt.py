"""What stands in an OpenDocument text, construct by construct."""

from __future__ import annotations

import io
import zipfile

import pytest

from gxparse.errors import UnreadableSource
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source import read_source
from source_pdf.reading import codes, shown

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
    )
)


def odt(body: str, styles: str = "", **parts: str) -> bytes:
    """A file around the XML of its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return out.getvalue()


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def cell(text: str, columns: int = 1, rows: int = 1) -> str:
    spans = f' table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"'
    return f"<table:table-cell{spans}>{p(text)}</table:table-cell>"


COVERED = "<table:covered-table-cell/>"


def row(*cells: str) -> str:
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def table(*rows: str) -> str:
    return f"<table:table>{''.join(rows)}</table:table>"


def test_merged_cells_stand_on_the_full_grid():
    body = p("二、主动公开政府信息情况") + table(
        row(cell("角", 2, 2), COVERED, cell("甲")),
        row(COVERED, COVERED, cell("乙")),
        row(cell("规章", 2), COVERED, cell("1")),
    )
    data = odt(body)
    assert shown(data) == "二、主动公开政府信息情况\n|角|<|甲\n|^|<|乙\n|规章|<|1\n"
    source, _ = read_source(data)
    assert [place.address for place in source.places][:2] == ["paragraph 1", "table 1, row 1, column 1"]
    assert source.places[-1].address == "table 1, row 3, column 3"


def test_rows_stand_in_groups_and_may_be_repeated():
    body = (
        "<table:table><table:table-header-rows>" + row(cell("甲"), cell("乙")) + "</table:table-header-rows>"
        '<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2">'
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert shown(odt(body)) == "|甲|乙\n|1|1\n|1|1\n"


def test_white_space_is_collapsed_and_asked_for():
    body = p("　 本年\n\n  度<text:s text:c='3'/>公开<text:tab/>情<text:line-break/>况")
    assert shown(odt(body)) == "　 本年 度   公开\t情\n况\n"


def test_paragraphs_of_a_cell_are_lines_of_it():
    body = table(row(f"<table:table-cell>{p('商业')}{p('企业')}</table:table-cell>", cell("1")))
    assert shown(odt(body)) == "|商业~企业|1\n"


def test_lists_are_numbered_as_shown():
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..."'
        ' style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="("'
        ' style:num-suffix=")"/></text:list-style>'
    )

    def items(*texts: str) -> str:
        return "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)

    inner = f"<text:list>{items(p('甲'), p('乙'))}</text:list>"
    body = (
        f'<text:list text:style-name="L">{items(p("总体情况") + inner, p("主动公开"))}</text:list>{p("间")}'
        f'<text:list text:style-name="L" text:continue-numbering="true">{items(p("申请"))}</text:list>'
    )
    assert shown(odt(body, styles)) == "一、总体情况\n(1)甲\n(2)乙\n二、主动公开\n间\n三、申请\n"
    assert codes(odt(body, styles))["GX132"]["count"] == 5


def test_numbers_in_an_unknown_style_are_said():
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="ᚠ"/>'
        "</text:list-style>"
    )
    body = f'<text:list text:style-name="L"><text:list-item>{p("甲")}</text:list-item></text:list>'
    assert shown(odt(body, styles)) == "甲\n"
    assert codes(odt(body, styles))["GX133"] == {"format": "ᚠ", "count": 1}


def test_hidden_and_deleted_text_is_left_out():
    styles = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>" + p("删去9") + "</text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        + p('规章<text:span text:style-name="H">暗9</text:span>1')
        + f'<text:section text:display="none">{p("不显示")}</text:section>'
    )
    data = odt(body, styles)
    assert shown(data) == "规章1\n"
    assert codes(data)["GX130"] == {"insertions": 1, "deletions": 1}
    assert codes(data)["GX131"]["count"] == 2


def test_notes_and_frames_stand_behind_their_paragraph():
    body = p(
        "本年度3<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        + p("含街道。")
        + "</text:note-body></text:note>件<draw:frame><draw:text-box>"
        + p("框中")
        + "</draw:text-box></draw:frame>"
    )
    assert shown(odt(body)) == "本年度3件\n含街道。\n框中\n"


def test_a_raised_figure_is_not_glued_to_the_one_before():
    styles = '<style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style>'
    body = table(row(cell("规章"), cell('12<text:span text:style-name="S">1</text:span>')))
    assert shown(odt(body, styles)) == "|规章|12[1]\n"


def test_annotations_are_not_read():
    body = p(f"规章<office:annotation>{p('对吗？')}</office:annotation>一件")
    assert shown(odt(body)) == "规章一件\n"


def test_an_encrypted_file_is_refused():
    data = odt(p("x"), **{"META-INF__manifest": "<manifest><encryption-data/></manifest>"})
    with pytest.raises(UnreadableSource) as refused:
        read_source(data)
    assert refused.value.code == "GX102"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (table(row(cell("甲", 20_000_000), cell("1"))), "GX124"),
        (table(row(cell("甲", 3), cell("1"))), "GX124"),
        (table(row('<table:table-cell table:number-columns-repeated="20000000"/>')), "GX124"),
        (
            (
                "<table:table>"
                '<table:table-row table:number-rows-repeated="60000"><table:table-cell table:number-columns-repeated="999"/>'
                "</table:table-row></table:table>"
            ),
            "GX125",
        ),
    ],
)
def test_spans_and_repetitions_are_limited(body, code):
    assert code in codes(odt(body))


def test_elements_within_elements_are_limited():
    deep = "<text:section>" * 100 + p("x") + "</text:section>" * 100
    assert "GX123" in codes(odt(deep), Limits(xml_depth=50))
    assert shown(odt(deep), DEFAULT_LIMITS) == "x\n"


def test_a_document_type_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(UnreadableSource) as refused:
        read_source(out.getvalue())
    assert refused.value.code == "GX103"


def test_the_flat_form_is_read_alike():
    row = "<table:table-row><table:table-cell><text:p>规章</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row>"
    body = f"<text:p>二、主动公开</text:p><table:table>{row}</table:table>"
    flat = (
        f'<?xml version="1.0"?><office:document {_SPACES} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
    source, said = read_source(flat.encode(), "a.fodt")
    assert (source.text, source.format, source.layout) == (read_source(odt(body))[0].text, "odt", "sheet")
    assert not said


def test_a_page_saved_as_opendocument_is_one():
    data = odt("<text:p>二、主动公开</text:p>")
    web = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(web, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"opendocument.text", b"opendocument.text-web"))
    source, said = read_source(web.getvalue(), "a.oth")
    assert (source.text, source.format) == ("二、主动公开\n", "odt")
    assert not said
