"""Figures of a Word file that a reader sees otherwise than its texts stand in it. None is read as another."""

from __future__ import annotations

import pytest

from gxparse.forms.figures import Shape, read_figure
from source.documents import p, tbl, tc, tr
from source.test_docx import r, shown

MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
PLACE = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def chosen(number):
    return f'<w:result w:val="{number}"/>'


def choices(result):
    return f'<w:ddList>{result}<w:listEntry w:val="5"/><w:listEntry w:val="7"/></w:ddList>'


STYLES = '<w:style w:type="character" w:styleId="W"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def field(instruction: str, inner: str = "") -> str:
    """A field without a result."""
    return f"{mark('begin', inner)}<w:r><w:instrText>{instruction}</w:instrText></w:r>{mark('end')}"


def picture(place: str) -> str:
    return f"<w:r><w:drawing><wp:{place} {PLACE}/></w:drawing></w:r>"


def cell(*runs: str) -> str:
    """What is read from a cell between a label and a figure."""
    return shown(tbl(tr("规章", tc(p(*runs)), "4")), styles=STYLES).strip("\n").split("|")[2]


@pytest.mark.parametrize(
    "runs",
    [
        (r("1"), field("EQ \\o(2)"), r("3")),
        (field("EQ \\f(1,2)"),),
        (r("1"), field("SYMBOL 53"), r("3")),
        (field("AUTONUM"), r("2")),
        (r("1"), field("PAGE")),
        (f'<w:bdo w:val="rtl">{r("12")}</w:bdo>',),
        (r("-3", "<w:rtl/>"),),
        ('<w:r><w:sym w:font="Wingdings" w:char="0035"/></w:r>',),
        (r("1"), '<w:r><w:sym w:font="Symbol" w:char="F035"/></w:r>'),
        (r("5", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'),),
        (r("1"), picture("inline"), r("3")),
        (r("1"), picture("inline")),
        (picture("inline"), r("1")),
        (r("1"), "<w:r><w:object/></w:r>", r("3")),
        (r("7", '<w:rStyle w:val="W"/>'), r("12")),
        (r("7", '<w:color w:val="FFFFFF"/>'), r("12")),
    ],
)
def test_a_figure_that_a_reader_sees_otherwise_is_none(runs):
    assert cell(*runs)
    assert read_figure(cell(*runs))[0] is not Shape.FIGURE


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        ((r("1"), field("XE a"), r("2")), "12"),
        ((r("1"), field("FORMDROPDOWN", f"<w:ffData>{choices(chosen(1))}</w:ffData>")), "17"),
        ((field("FORMDROPDOWN"),), ""),
        ((field("FORMDROPDOWN", f"<w:ffData>{choices('')}</w:ffData>"),), "5"),
        ((field("FORMDROPDOWN", f"<w:ffData>{choices(chosen(-1))}</w:ffData>"),), ""),
        ((f'<w:bdo w:val="ltr">{r("12")}</w:bdo>',), "12"),
        ((r("12", "<w:rtl/>"),), "12"),
        (('<w:r><w:sym w:font="Symbol" w:char="0035"/></w:r>',), "5"),
        ((picture("anchor"), r("12")), "12"),
        ((picture("inline"),), ""),
        ((picture("inline"), r("规章")), "规章"),
        ((r("12", '<w:rStyle w:val="W"/>'),), "12"),
        ((r("1", '<w:rStyle w:val="W"/><w:shd w:fill="000000"/>'), r("2")), "12"),
    ],
)
def test_what_changes_no_figure_takes_none(runs, read):
    assert cell(*runs) == read


def test_prose_keeps_its_text_beside_pictures_and_numbers_that_word_counts():
    assert shown(p(picture("inline"), r("2021年"), field("AUTONUM"))) == "2021年\n"


def test_a_control_that_was_not_filled_in_is_a_blank_cell():
    control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    assert shown(tbl(tr("甲", control.format(tc("1")), "5"), tr("乙", "2", "3"))) == "|甲||5\n|乙|2|3\n"
    assert shown(tbl(tr("甲", tc(p(control.format(r("1")))), "5"))) == "|甲||5\n"
