"""What stands in a web page, construct by construct."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source import read_source
from gxparse.source.html_grid import form_grid, parse_span
from gxparse.source.html_tags import attributes, find_tags, unescape
from gxparse.source.sheet import ABSENT, CELL, FROM_ABOVE, FROM_LEFT, LINE_BREAK, ROW, Cell

DRAWN = str.maketrans({ROW: "", CELL: "|", FROM_LEFT: "<", FROM_ABOVE: "^", ABSENT: "x", LINE_BREAK: "~", "\x1d": "="})


def shown(page: str, limits: Limits = DEFAULT_LIMITS) -> str:
    """The text read from a page, drawn with visible characters."""
    return read_source(("<!DOCTYPE html>" + page).encode(), "a.html", limits)[0].text.translate(DRAWN)


def codes(page: str, limits: Limits = DEFAULT_LIMITS) -> dict[str, dict[str, object]]:
    return {d.code: dict(d.params) for d in read_source(("<!DOCTYPE html>" + page).encode(), "a.html", limits)[1]}


# --- tables ------------------------------------------------------------------------------------------------------


def test_spans_stand_on_the_full_grid():
    page = (
        "<table><tr><td colspan=2 rowspan=2>角<td>自然人<td rowspan=2>总计<tr><td>其他"
        "<tr><td>规章<td>1<td>2<td>3</table>"
    )
    assert shown(page) == "|角|<|自然人|总计\n|^|<|其他|^\n|规章|1|2|3\n"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "|a|b\n|c|d\n"),
        ("<table><tbody><tr><th>a</th><td>b</td></tr></tbody><tr><td>c<td>d</table>", "|a|b\n|c|d\n"),
        ("<table><td>a<td>b<tr><td>c<td>d</table>", "|a|b\n|c|d\n"),
        ("<table><tr><td>a<p>b</td><td>c</div></td></tr></table>", "|a~b|c\n"),
        ("<table><tr><td>a</th><td>b</tr></table>", "|a|b\n"),
        ("<table><tr><td>a<td>b", "|a|b\n"),
        ("<table>前<tr>中<td>a<td>b</tr>后</table>末", "前中后\n|a|b\n末\n"),
        ("<table><caption>表一</caption><tr><td>a<td>b</table>", "表一\n|a|b\n"),
        ("<table><tfoot><tr><td>z<td>9</tfoot><tr><td>a<td>1</table>", "|a|1\n|z|9\n"),
        ("<table><tr><td>a<td>b<table><tr><td>1<td>2</table></table>", "a\nb\n|1|2\n"),
        ("<table><tr><td>a<td>b</tr><table><tr><td>1<td>2</table></table>", "|a|b\n=\n|1|2\n"),
        ("<td>a</td><td>b</td><p>c", "ab\nc\n"),
        ("<table><tr><td>a</table><p>b", "a\nb\n"),
        ("<table></table><p>b", "b\n"),
        ("<table><tr></tr><tr><td>a<td>b</table>", "|x|x\n|a|b\n"),
    ],
)
def test_tables_are_built_as_browsers_build_them(page, text):
    if page.startswith("<td>"):
        text = "a\nb\nc\n"  # cells without a table: never glued to each other
    assert shown(page) == text


def test_a_row_span_of_zero_reaches_to_the_end_of_its_group():
    page = "<table><tbody><tr><td rowspan=0>a<td>b<tr><td>c</tbody><tbody><tr><td>d<td>e</tbody></table>"
    assert shown(page) == "|a|b\n|^|c\n|d|e\n"


def test_a_row_span_ends_with_its_group():
    page = "<table><thead><tr><td rowspan=9>a<td>b</thead><tr><td>c<td>d</table>"
    assert shown(page) == "|a|b\n|c|d\n"


def test_overlapping_cells_lose_no_text_and_are_said():
    page = "<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e</table>"
    assert shown(page) == "|a|b|c\n|d|^|e\n"
    assert codes(page)["GX134"] == {"address": "(//table)[1]/descendant::tr[2]/*[1]#char=69,70", "count": 1}


@pytest.mark.parametrize(
    ("text", "least", "span"),
    [
        (None, 1, (1, False)),
        ("", 1, (1, False)),
        (" 3", 1, (3, False)),
        ("+3", 1, (3, False)),
        ("-3", 1, (1, False)),
        ("3.7", 1, (3, False)),
        ("3px", 1, (3, False)),
        ("three", 1, (1, False)),
        ("0", 1, (1, False)),
        ("0", 0, (0, False)),
        ("1000", 1, (1000, False)),
        ("1001", 1, (1000, True)),
        ("9" * 5000, 1, (1000, True)),
    ],
)
def test_spans_are_read_as_the_standard_says(text, least, span):
    assert parse_span(text, least, 1000) == span


def test_a_span_no_table_can_have_is_cut_and_said():
    page = "<table><tr><td colspan=10000000>a<td>b<tr><td>c</table>"
    assert shown(page).startswith("|a" + "|<" * 999 + "|b\n|c|")
    assert codes(page)["GX124"] == {"span": "10000000", "count": 1}


groups_of_cells = st.lists(
    st.lists(
        st.lists(st.tuples(st.sampled_from((1, 1, 1, 2, 3)), st.sampled_from((1, 1, 1, 2, 3, 0))), max_size=4),
        max_size=4,
    ),
    max_size=3,
)


def standard_grid(groups: list[list[list[tuple[int, int]]]]) -> dict[tuple[int, int], set[int]]:
    """The algorithm of the HTML Standard, word for word, with slots in a dictionary; spans end with their group."""
    slots: dict[tuple[int, int], set[int]] = {}
    width = top = number = 0
    for group in groups:
        for index, row in enumerate(group):
            y = top + index
            x = 0
            for columns, rows in row:
                while x < width and slots.get((x, y)):
                    x += 1
                height = len(group) - index if rows == 0 else min(rows, len(group) - index)
                width = max(width, x + columns)
                for slot in ((a, b) for a in range(x, x + columns) for b in range(y, y + height)):
                    slots.setdefault(slot, set()).add(number)
                number += 1
                x += columns
        top += len(group)
    return slots


@given(groups_of_cells)
def test_the_grid_is_that_of_the_standard(groups):
    made = [[[Cell(0, 0, height=r, width=c) for c, r in row] for row in group] for group in groups]
    grid, overlapping = form_grid(made, DEFAULT_LIMITS.grid_cells)
    slots: dict[tuple[int, int], set[int]] = {}
    for number, cell in enumerate(grid.cells):
        for x in range(cell.column, cell.column + cell.width):
            for y in range(cell.row, cell.row + cell.height):
                slots.setdefault((x, y), set()).add(number)
    expected = standard_grid(groups)
    assert slots == expected
    assert bool(overlapping) == any(len(owners) > 1 for owners in expected.values())
    assert grid.height == sum(map(len, groups))
    assert grid.width == max((x + 1 for x, _ in expected), default=0)


# --- tables that lay out a page -----------------------------------------------------------------------------------


def test_a_page_inside_a_table_is_read_as_a_page():
    page = (
        "<table><tr><td colspan=2>网站名称<tr><td><ul><li>栏目一<li>栏目二</ul><td><table><tr><td>"
        "<p>二、主动公开政府信息情况<table><tr><td>规章<td>1<tr><td>行政规范性文件<td>2</table><p>三、收到和处理"
        "</table></table>"
    )
    text = "网站名称\n栏目一\n栏目二\n二、主动公开政府信息情况\n|规章|1\n|行政规范性文件|2\n三、收到和处理\n"
    assert shown(page) == text


def test_a_page_of_text_inside_a_table_is_read_as_a_page():
    long = "".join(f"<p>{'一二三四五六七八九十' * 8}</p>" for _ in range(4))
    assert shown(f"<table><tr><td>目录<td>{long}</table>").startswith("目录\n一二三四")


def test_a_note_in_a_table_of_figures_does_not_make_it_a_page():
    rows = "".join(f"<tr><td>第{n}行的标签<td>{n}" for n in range(20))
    page = f"<table><tr><td>注<td><table><tr><td>甲<td>乙</table>{rows}</table>"
    assert shown(page).startswith("|注|甲~乙\n|第0行的标签|0\n")
    assert codes(page)["GX135"]["count"] == 1


# --- text ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a<p>b", "a\nb\n"),
        ("<div>a<div>b</div>c</div>d", "a\nb\nc\nd\n"),
        ("a<br>b<br/>c", "a\nb\nc\n"),
        ("<li>a<li>b", "a\nb\n"),
        ("a<span>b</span> <b>c</b>", "ab c\n"),
        ("政府信息\n  公开工作", "政府信息公开工作\n"),
        ("open\n  data", "open data\n"),
        ("共\n12\n件", "共 12 件\n"),
        ("　　一、总体&nbsp;情况 ", "　　一、总体\u00a0情况\n"),
        ("<pre>a\tb\n  c\r\nd</pre>e f", "a\tb\n  c\nd\ne f\n"),
        ("<script>if (a<b) '</p>'</script>x<style>p{}</style>", "x\n"),
        ("<SCRIPT>1</Script >x", "x\n"),
        ("<title>t</title>x<textarea>y</textarea><noscript>z</noscript>", "xy\n"),
        ("<!-- <p>a --><p>b<!-->c<!--->d<!-- --!>e", "bcde\n"),
        ("<!--[if gte mso 9]><xml><w:x>1</w:x></xml><![endif]-->a<![if !x]>b<![endif]>", "ab\n"),
        ("a<?php echo 1 ?>b", "ab\n"),
        ("<o:p>a</o:p><st1:chsdate>b</st1:chsdate>", "ab\n"),
        ("<p title='>'>a", "a\n"),
        ('<p title="a" b>c', "c\n"),
        ("1 < 2 <3", "1 < 2 <3\n"),
        ("a</p>b</br>c", "a\nb\nc\n"),
        ("a<p", "a\n"),
        ("<ruby>规<rp>(</rp><rt>guī</rt><rp>)</rp></ruby>章", "规章\n"),
        ("<table><tr><td>规章<td><input value=12><input type=hidden value=9></table>", "|规章|12\n"),
        ("12<sup>1</sup>件 <sup>注</sup>", "12[1]件 [注]\n"),
        ("<s>34</s>12<strike>5</strike>", "[34]12[5]\n"),
    ],
)
def test_text_is_what_a_browser_shows(page, text):
    assert shown("<body>" + page) == text


def test_references_are_resolved():
    assert unescape("&lt;&nbsp;&#x4e00;&#19968;&copy&#0;&#99999999999;&bogus;") == "<\u00a0一一©\ufffd\ufffd&bogus;"
    assert unescape("&#" + "9" * 100_000 + ";") == "\ufffd"


def test_the_characters_of_a_cell_are_told():
    page = "<!DOCTYPE html><p>前<table><tr><td>规章<td><b>1</b>2<tr><td>甲<td> </table>"
    source, _ = read_source(page.encode())
    at = source.text.index("12")
    place = source.place_of(type(source.places[0].span)(at, at + 2))
    assert place is not None
    assert place.address == "(//table)[1]/descendant::tr[1]/*[2]#char=40,49"
    assert page[40:49] == "<b>1</b>2"
    assert [p.address.partition("#")[2] for p in source.places] == [
        "char=18,19", "char=34,36", "char=40,49", "char=57,58", "char=62,63",
    ]  # fmt: skip


# --- hidden --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("a<div hidden>b<div>c</div>d</div>e", "ae\n"),
        ('a<span style="display:none">b<span>c</span></span>d', "ad\n"),
        ("a<span style='Visibility: Hidden'>b</span>d", "ad\n"),
        ('a<p style="display:none">b<p>c', "a\nc\n"),
        ("<li hidden>b<li>c", "c\n"),
        ("a<template><p>b</template>c", "ac\n"),
        ("<table><tr><td>a<td>1<tr style='display:none'><td>b<td>2<tr><td>c<td>3</table>", "|a|1\n|c|3\n"),
        ("<table><tr><td>a<td hidden>9<td>1<tr><td>c<td>3</table>", "|a|1\n|c|3\n"),
        ("<table><tr><td>a<td>1<tbody hidden><tr><td>b<td>2<tbody><tr><td>c<td>3</table>", "|a|1\n|c|3\n"),
        ("<table hidden><tr><td>a<td>1</table>b", "b\n"),
        ("<table><tr><td>a<td>1<span hidden>9<td>2</table>", "|a|1|2\n"),
        ("<table><tr><td>a<div hidden>9</table>b", "a\nb\n"),
        ("<div hidden><table><tr><td>x<td>y</table>z</div>a", "a\n"),
        # end tags that are missing
        ("<div><span hidden>x</div>a", "a\n"),
        ("<p><span hidden>x</p>a", "a\n"),
        ("<p><span hidden>x<p>a", "a\n"),
        ("<p><span hidden>x<table><tr><td>a<td>b</table>", "|a|b\n"),
        ("<span hidden><p>x</p><div>y</div></span>a", "a\n"),
        ("<div hidden><div>x</p></div>y</div>a", "a\n"),
        ("<ul><li hidden>x<ul><li>y</ul><li>a</ul>", "a\n"),
        ("<div><div hidden>x</div></div>a", "a\n"),
    ],
)
def test_hidden_elements_are_left_out_and_said(page, text):
    assert shown("<body>" + page) == text
    assert codes("<body>" + page)["GX131"]["count"] >= 1


def test_deleted_text_is_left_out_and_said():
    assert shown("<body><del>34</del><ins>12</ins>") == "12\n"
    assert codes("<body><del>34</del><ins>12</ins>")["GX140"] == {"text": "34", "count": 1}


def test_nothing_is_said_of_a_page_that_hides_nothing():
    assert codes('<body><p style="border:none">a<a href="javascript:none">b</a><table><tr><td>1<td>2</table>') == {}


def test_a_picture_in_place_of_a_figure_is_said():
    page = "<table><tr><td>规章<td><img src=1.png><tr><td>甲<td>1</table>"
    assert codes(page)["GX136"]["count"] == 1
    assert "GX136" not in codes("<table><tr><td>规章<td><img src=1.png>1</table>")


# --- tags ------------------------------------------------------------------------------------------------------------


def test_attributes_are_read_as_the_standard_says():
    given_ = """ A=1 b='x y' c="&lt;" d a=2 e=f/g h/ i= j"""
    assert attributes(given_) == {"a": "1", "b": "x y", "c": "<", "d": "", "e": "f/g", "h": "", "i": "j"}


markup = st.lists(
    st.sampled_from(
        ("<p>", "</p>", "<td a='", "'", '"', ">", "<", "<!--", "-->", "<script>", "</script>", "&#1;", "x", " =")
    ),
    max_size=30,
).map("".join)


@given(markup)
def test_every_character_is_in_a_tag_or_between(page):
    at = 0
    for tag in find_tags(page):
        assert at <= tag.start < tag.stop <= len(page)
        at = tag.stop


# --- encodings -------------------------------------------------------------------------------------------------------

TEXT = "<p>二、主动公开政府信息情况</p>"


@pytest.mark.parametrize(
    ("declared", "encoding", "said"),
    [
        ("utf-8", "utf-8", set()),
        ("gb2312", "gb18030", set()),
        ("GBK", "gbk", set()),
        ("", "utf-8", set()),
        ("", "gb18030", {"GX110"}),
        ("gb2312", "utf-8", {"GX115"}),
        ("utf-8", "gb18030", {"GX115"}),
        ("iso-8859-1", "gb18030", {"GX115"}),
        ("nonsense", "utf-8", {"GX115"}),
        ("", "utf-16", set()),
        ("utf-8", "utf-8-sig", set()),
    ],
)
def test_encodings(declared, encoding, said):
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    source, diagnostics = read_source(("<html>" + meta + TEXT).encode(encoding))
    assert source.text == "二、主动公开政府信息情况\n"
    assert source.format == "html"
    assert {d.code for d in diagnostics} == said


def test_traditional_pages_in_big5():
    page = "<html><meta charset=big5><p>政府資訊公開條例施行之情形".encode("big5")
    assert read_source(page)[0].text == "政府資訊公開條例施行之情形\n"


def test_a_page_cut_inside_a_character():
    source, diagnostics = read_source(("<html>" + TEXT).encode()[:-5])
    assert source.text == "二、主动公开政府信息情\ufffd\n"
    assert [d.code for d in diagnostics] == ["GX111"]


# --- saved pages -----------------------------------------------------------------------------------------------------


def mhtml(*parts: str) -> bytes:
    head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="--=_b"\r\n\r\n'
    return (head + "".join(f"----=_b\r\n{part}\r\n" for part in parts) + "----=_b--\r\n").encode("gb18030")


PICTURE = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="


def test_a_saved_page_in_several_encodings():
    quoted = (
        "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=E7=94=B2="
    )
    plain = "Content-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>甲"
    for page, text in ((quoted, "甲\n"), (plain, "甲\n")):
        source, diagnostics = read_source(mhtml(PICTURE, page, PICTURE), "a.mht")
        assert (source.text, source.format, diagnostics) == (text, "mhtml", ())


def test_a_saved_page_within_another_part():
    inner = (
        'Content-Type: multipart/alternative; boundary="c"\r\n\r\n--c\r\nContent-Type: text/plain\r\n\r\nx\r\n--c\r\n'
    )
    inner += "Content-Type: text/html; charset=gbk\r\n\r\n<p>甲\r\n--c--"
    assert read_source(mhtml(inner))[0].text == "甲\n"


def test_a_saved_page_without_parts():
    data = b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>1</p>"
    assert read_source(data)[0].text == "1\n"


def test_a_saved_page_without_a_page_is_refused():
    from gxparse.errors import UnreadableSource

    for data in (mhtml(PICTURE), b"MIME-Version: 1.0\nContent-Type: multipart/related\n\nx"):
        with pytest.raises(UnreadableSource) as caught:
            read_source(data)
        assert caught.value.code == "GX103"


# --- limits ----------------------------------------------------------------------------------------------------------


def test_each_limit_is_said_and_what_was_read_stays():
    table = "<table><tr><td>a<td>1<tr><td>b<td>2</table>"
    assert codes(table * 3, Limits(tables=2))["GX126"] == {"limit": 2}
    assert shown(table * 3, Limits(tables=2)) == "|a|1\n|b|2\n=\n|a|1\n|b|2\n"
    assert codes(table, Limits(grid_cells=3))["GX125"] == {"table": 1, "limit": 3, "count": 1}
    assert shown(table, Limits(grid_cells=3)) == "|a|1\n"
    assert codes("<p>a" * 9, Limits(tags=5))["GX127"] == {"limit": 5}
    assert shown("<p>a" * 9, Limits(tags=5)) == "a\n" * 5
    two = f"<p>{'甲' * 20}<p>{'乙' * 20}"
    assert codes(two, Limits(text_chars=35))["GX121"] == {"limit": 35}
    assert shown(two, Limits(text_chars=35)) == "甲" * 20 + "\n"
    assert codes(two, Limits(text_chars=5))["GX121"] == {"limit": 10}  # of the page
    deep = "<table><tr><td>a<td>"
    assert codes(deep * 4, Limits(table_depth=3))["GX123"]["limit"] == 3
    assert codes("<div>" * 30 + "a", Limits(xml_depth=20))["GX128"] == {"depth": 30}


# --- the short way ----------------------------------------------------------------------------------------------------

cell_pieces = st.lists(
    st.sampled_from(
        ("规章", "12", " ", "\n", "&nbsp;", "\u3000", "<p>", "</p>", "<br>", "<BR/>", "<span style='color:red'>", "</span>",
         '<p class="a b">', "<strong>", "</strong>", "<div>", "</div>", "<o:p></o:p>", "<b>", "</b>", "a")
    ),
    max_size=8,
).map("".join)  # fmt: skip


@given(
    st.lists(st.lists(cell_pieces, min_size=2, max_size=4), min_size=1, max_size=3), st.sampled_from(("td", "th", "TD"))
)
def test_simple_cells_read_the_same_on_both_ways(rows, tag):
    def table(mark: str) -> str:
        # An unknown tag shows nothing, and simple cells have none.
        inner = "".join(
            "<tr>" + "".join(f"<{tag} width=1>{mark}{cell}</{tag}>" for cell in row) + "</tr>" for row in rows
        )
        return shown(f"<table>{inner}</table>")

    assert table("") == table("<x></x>")


# --- what is not seen, or seen apart -------------------------------------------------------------------------------

SHEETS = """<style>/* .plain { display: none } */ .x, td span.noprint { color: red; display : none !important }
#y{visibility:hidden} .struck{text-decoration:line-through} .back{display:none} .back{display:inline}
@media print { .plain{display:none} } @media (max-width:600px) { .plain { font-size: 0 } }</style>"""


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        # not there for any reader
        ("<span style='font-size:0px'>7</span>12", "12"),
        ("<span style='font-size:0.9em'>7</span>12", "712"),
        ("<span style='opacity:0'>7</span>12", "12"),
        ("<span style='opacity:0.8'>7</span>12", "712"),
        ("<i style='color:transparent'>7</i>12", "12"),
        ("<b style='position:absolute;left:-9999px'>7</b>12", "12"),
        # perhaps there, by a class
        ("<span class=x>7</span>12", "[7]12"),
        ("<span class='a noprint'>7</span>12", "[7]12"),
        ("<em id=y>7</em>12", "[7]12"),
        ("<span class=plain>7</span>12", "712"),
        ("<span class=back>7</span>12", "712"),
        # white beside black, and white alone, as in a dark row
        ("<font color='#FFFFFF'>7</font>12", "[7]12"),
        ("12<span style='color: white'>7</span>", "12[7]"),
        ("<span style='color:rgb(255, 255, 255)'>12</span>", "12"),
        ("<span style='color:#fff;background:#036'>1</span>2", "12"),
        ("<span style='background-color:#fff'>1</span>2", "12"),
        # raised, lowered, struck, backwards
        ("12<sub>1</sub>", "12[1]"),
        ("12<span style='vertical-align:super'>1</span>", "12[1]"),
        ("12<span style='vertical-align:baseline'>1</span>", "121"),
        ("<span style='text-decoration: line-through'>7</span>12", "[7]12"),
        ("<del>7</del>12", "12"),
        ("<span class=struck>7</span>12", "[7]12"),
        ("<p style='text-decoration:line-through'>7</p><p>12</p>", "[7]\n12"),
        ("<bdo dir=rtl>12</bdo>", "[12]"),
        ("<bdo dir=ltr>12</bdo>", "12"),
        # within each other, and over lines
        ("<sup><sup>1</sup>2</sup>3", "[[1]2]3"),
        ("<span class=x><span>7</span>8</span>12", "[78]12"),
        ("<span class=x>7<br>8</span>12", "[7]\n[8]12"),
        ("12</sup></sup>3", "123"),
    ],
)
def test_what_is_not_seen_as_part_of_a_figure_is_none(cell, text):
    source, _ = read_source(f"<!DOCTYPE html>{SHEETS}<table><tr><td>规章<td>{cell}<td>3</table>".encode())
    cells = source.text.strip("\n").split("\x1f")
    assert cells[2].replace("\x0b", "\n") == text
    assert cells[3] == "3"


def test_style_sheets_without_end_cost_little():
    begun = time.process_time()
    for css in (
        "<style>" * 20_000,
        "<style>" + "{" * 200_000,
        "<style>" + ".a{display:none}" * 100_000,
        "<style>/*" * 9_000,
    ):
        source, _ = read_source(f"<!DOCTYPE html>{css}</style><p>12".encode())
        assert len(source.text) < 100
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("12<small>1</small>", "12[1]"),
        ("<small>12</small>", "12"),
        ("12<small>件</small>", "12件"),
        ('12<span style="position:relative;top:-5px">1</span>', "12[1]"),
        ('<span style="position:absolute">1</span>2', "[1]2"),
        ('<span style="float:right">1</span>2', "[1]2"),
        ('<span style="display:inline-block">1</span><span style="display:inline-block">2</span>', "[1]2"),
        ('<span style="display:inline-block">12</span>', "12"),
        ('<span style="display:block">规章</span>', "规章"),
        ('<span style="transform:rotate(90deg)">9</span>2', "[9]2"),
        ("5<math><msup><mn>1</mn><mn>2</mn></msup></math>", "5[12]"),
        ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>", "[12]"),
        ("<math><mn>12</mn></math>", "12"),
    ],
)
def test_digits_that_touch_in_the_source_alone_are_not_one_figure(cell, read):
    assert shown(f"<table><tr><td>规章<td>{cell}<td>4</table>").splitlines()[0] == f"|规章|{read}|4"
    assert shown(f"<table><tr><td>规章</td><td>{cell}</td><td>4</td></table>").splitlines()[0] == f"|规章|{read}|4"


@pytest.mark.parametrize(
    ("field", "read"),
    [
        ("<textarea>7</textarea>", "7"),
        ("<textarea rows=2>\n7 </textarea>", "7"),
        ("<TEXTAREA>&#55;</TEXTAREA>", "7"),
        ("<textarea hidden>7</textarea>5", "5"),
        ('<textarea style="display:none">7</textarea>5', "5"),
        ("<textarea>1\n2</textarea>", "1 2"),
        ("<textarea></textarea>", ""),
        ("<input value=7>", "7"),
        ("<input type=hidden value=9>7", "7"),
    ],
)
def test_what_was_typed_into_a_field_is_read(field, read):
    assert shown(f"<table><tr><td>规章<td>{field}<td>4</table>").splitlines()[0] == f"|规章|{read}|4"
