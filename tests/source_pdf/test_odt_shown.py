"""Figures of an OpenDocument text that a reader sees otherwise than its texts stand in it. None is read as another."""

from __future__ import annotations

import pytest

from gxparse.forms.figures import Shape, read_figure
from source.documents import p as word_paragraph
from source.documents import tbl, tc, tr
from source.test_docx import shown as word_shown
from source_pdf.reading import shown
from source_pdf.test_odt import cell, odt, row, table

FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
STYLES = f"""<style:style style:name="low"><style:text-properties style:text-position="-33% 58%"/></style:style>
<style:style style:name="high"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="out"><style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="child" style:parent-style-name="out"/>
<style:style style:name="white"><style:text-properties {FO} fo:color="#FFFFFF"/></style:style>
<style:style style:name="off" style:parent-style-name="off2"/>
<style:style style:name="off2"><style:text-properties text:display="none"/></style:style>
<style:style style:name="even"><style:text-properties style:text-position="0% 100%" style:text-line-through-style="none"/></style:style>
"""


def read(inner: str) -> str:
    return shown(odt(table(row(cell("规章"), cell(inner), cell("4"))), STYLES)).strip("\n").split("|")[2]


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


@pytest.mark.parametrize(
    "inner",
    [
        f"12{span('low', '1')}",
        f"{span('high', '1')}2",
        span("out", "12"),
        f"1{span('out', '2')}",
        span("child", "12"),
        f"{span('white', '7')}12",
        '1<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>3',
        '12<draw:frame text:anchor-type="as-char"><draw:image/></draw:frame>',
        '1<draw:custom-shape text:anchor-type="as-char"><text:p>2</text:p></draw:custom-shape>3',
    ],
)
def test_a_figure_that_a_reader_sees_otherwise_is_none(inner):
    assert read(inner)
    assert read_figure(read(inner).replace("~", "\n"))[0] is not Shape.FIGURE


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"1{span('even', '2')}", "12"),
        (f"{span('off', '7')}12", "12"),
        ('<text:hidden-paragraph text:is-hidden="true"/>12', ""),
        ('<text:hidden-paragraph text:is-hidden="false"/>12', "12"),
        ('<draw:frame text:anchor-type="char"><draw:image/></draw:frame>12', "12"),
        ("<text:script>5</text:script>12", "12"),
    ],
)
def test_what_changes_no_figure_takes_none(inner, text):
    assert read(inner) == text


def test_a_paragraph_in_a_style_that_strikes_out_holds_no_figure():
    body = table(row(cell("规章"), cell("4")).replace("<text:p>4", '<text:p text:style-name="child">4'))
    assert shown(odt(body, STYLES)) == "|规章|[4]\n"


def test_a_row_that_is_not_shown_is_left_out():
    hidden = row(cell("乙"), cell("9")).replace("<table:table-row>", '<table:table-row table:visibility="collapse">')
    assert shown(odt(table(row(cell("甲"), cell("1")), hidden, row(cell("丙"), cell("2"))))) == "|甲|1\n|丙|2\n"


@pytest.mark.parametrize("text", ["%1", "%1."])
def test_an_automatic_number_is_no_digit_of_the_figure_behind_it(text):
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = word_shown(tbl(tr("甲", tc(word_paragraph("2", properties=properties)))), numbering=lists)
    assert found == f"|甲|{text.replace('%1', '1')} 2\n"
    assert read_figure(found.strip("\n").split("|")[2])[0] is Shape.TEXT
