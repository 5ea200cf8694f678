"""What stands in a Rich Text Format file, construct by construct."""

from __future__ import annotations

import pytest

from gxparse.limits import Limits
from gxparse.source import read_source
from source_pdf.reading import codes, shown

HEAD = r"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}}"


def rtf(body: str, head: str = HEAD) -> bytes:
    return (head + body + "}").encode("latin-1")


def u(text: str) -> str:
    """Characters by their numbers."""
    return "".join(f"\\u{(code if (code := ord(c)) < 0x8000 else code - 0x10000)}?" for c in text)


def gbk(text: str) -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))


def cells(*texts: str) -> str:
    return "".join(rf"\pard\intbl {text}\cell " for text in texts)


def test_rows_stand_on_the_grid_of_their_edges():
    body = (
        r"\trowd\trleft0\clvmgf\cellx2000\cellx3000"
        + cells(u("角"), u("甲"))
        + r"\row\trowd\trleft0\clvmrg\cellx2000\cellx3000"
        + cells("", u("乙"))
        + r"\row\trowd\trleft0\cellx1000\cellx2000\cellx3010"
        + cells(u("规章"), "1", "2")
        + r"\row\pard "
        + u("六、其他")
        + r"\par"
    )
    data = rtf(body)
    assert shown(data) == "|角|<|甲\n|^|<|乙\n|规章|1|2\n六、其他\n"
    source, _ = read_source(data)
    assert source.places[-2].address == "table 1, row 3, column 3"
    assert source.places[-1].address == "paragraph 1"


def test_a_row_may_be_defined_behind_its_cells():
    body = cells(u("甲"), "1") + r"\trowd\cellx1000\cellx3000\row" + cells("3") + r"\trowd\cellx3000\row\pard\par"
    assert shown(rtf(body)) == "|甲|1\n|3|<\n"


def test_cells_merged_sideways():
    body = r"\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000" + cells(u("甲"), "", "1") + r"\row"
    body += r"\trowd\cellx1000\cellx2000\cellx3000" + cells("1", "2", "3") + r"\row"
    assert shown(rtf(body)) == "|甲|<|1\n|1|2|3\n"


def test_a_row_with_more_cells_than_edges_keeps_them_all():
    body = r"\trowd\cellx1000" + cells("1", "2", "3") + r"\row"
    assert shown(rtf(body)) == "|1|2|3\n"


def test_a_table_in_a_cell_is_part_of_it():
    inner = (
        r"\pard\intbl\itap2 " + u("内") + r"\nestcell{\nonesttables\par}"
        r"{\*\nesttableprops\trowd\cellx500\nestrow}"
    )
    body = r"\trowd\cellx1000\cellx2000" + inner + r"\pard\intbl 7\cell " + cells(u("办理结果")) + r"\row"
    assert shown(rtf(body)) == "|内~7|办理结果\n"


@pytest.mark.parametrize(
    "text",
    [
        u("政府信息"),
        r"\f1 " + gbk("政府信息"),
        gbk("政府信息"),
        r"\f0 " + gbk("政府信息"),
        r"{\loch\f0\hich\f0\dbch\f1 " + gbk("政府") + "}" + u("信息"),
        gbk("政府")[:-4] + "\n" + gbk("政府")[-4:] + gbk("信息"),
        "政府信息".encode("gbk").decode("latin-1"),
    ],
    ids=["numbers", "font", "document", "wrong font", "classes", "line end inside", "bytes"],
)
def test_characters_in_every_way_they_are_written(text):
    assert shown(rtf(r"\pard " + text + r"\par")) == "政府信息\n"


def test_western_characters_of_a_western_font():
    assert shown(rtf(r"\pard\f0 caf\'e9 \'93a\'94\par")) == "café “a”\n"


def test_characters_beyond_the_first_plane():
    assert shown(rtf(r"\pard\u-10179?\u-8704? x\par")) == "\U0001f600 x\n"


def test_as_many_characters_are_skipped_as_the_file_says():
    assert shown(rtf(r"\pard{\uc2\u25919\'d5\'fe\u24220\'b8\'ae}{\uc0\u20449}\u24687 ?1\par")) == "政府信息1\n"


def test_signs_have_their_characters():
    assert shown(rtf(r"\pard a\~b\_c\-d\emdash\{\\\}\tab e\line f\ldblquote g\rdblquote\par")) == (
        "a\u00a0b-cd—{\\}\te\nf“g”\n"
    )


def test_what_no_reader_sees_is_left_out():
    body = (
        r"{\*\generator x;}{\info{\title t}}{\header h\par}{\pict\pngblip 89504e47}{\*\unknown y}"
        r"{\field{\*\fldinst PAGE}{\fldrslt 3}}\pard a{\v hidden}{\deleted gone}{\revised new}\bin5 }}}}}b\par"
    )
    data = rtf(body)
    assert shown(data) == "3anewb\n"
    assert codes(data)["GX130"] == {"insertions": 1, "deletions": 1}
    assert codes(data)["GX131"]["count"] == 1


def test_notes_and_text_boxes_stand_behind_their_paragraph():
    body = r"\pard 12{\super 1}{\footnote\pard " + u("注") + r"\par} " + u("件")
    body += r"{\shp{\*\shpinst{\shptxt\pard " + u("框") + r"\par}}}\par"
    assert shown(rtf(body)) == "12[1] 件\n注\n框\n"


def test_numbers_of_lists_are_written_in_the_file():
    assert shown(rtf(r"\pard{\listtext " + u("一、") + "}" + u("总体情况") + r"\par")) == "一、总体情况\n"


def test_bytes_that_are_no_characters_are_counted():
    data = rtf(r"\pard a\'81\par")
    assert codes(data)["GX111"]["count"] == 1
    assert "\ufffd" in shown(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"{\\rtf1" + b"{" * 5_000, "GX123"),
        (b"{\\rtf1" + b"\\b" * 7_000_000, "GX127"),
        (b"{\\rtf1" + b"\\intbl\\cell" * 250_000, "GX125"),
    ],
    ids=["groups", "words", "cells"],
)
def test_limits(data, code):
    assert code in codes(data)


@pytest.mark.parametrize("body", ["\\", "\\'", "\\u", "}}}}", r"\row\cell\nestcell\nestrow", r"\bin99999999 ", "{\\*"])
def test_broken_files_are_read_as_far_as_they_go(body):
    data = rtf(r"\pard a\par" + body)
    assert shown(data).startswith("a\n")


def test_edges_far_away_are_no_harm():
    body = r"\trowd" + r"\cellx2147483647" * 50 + cells("1") + r"\row"
    assert shown(rtf(body), Limits(row_cells=10)).startswith("|1")
