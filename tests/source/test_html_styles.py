"""Figures of a web page that its style sheets change: added to, hidden, moved, turned round. None is read as another."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.forms.figures import Shape, read_figure
from gxparse.source import read_source

LATE = "<style>td.a::before{content:'5'}</style>"


def read(cell: str, css: str = "", attributes: str = "", row: str = "", behind: str = "") -> tuple[list[str], set[str]]:
    """The three cells behind the label of a row, and the codes of what was said."""
    style = f"<style>{css}</style>" if css else ""
    page = (
        f"<!DOCTYPE html>{style}<table><tr><td>信息内容<td>制发<td>废止<td>有效</tr><tr{row}><td>规章"
        f"<td{attributes}>{cell}</td><td>3</td><td>4</td></tr></table>{behind}"
    )
    source, diagnostics = read_source(page.encode(), "a.html")
    row_ = source.text.strip("\n").split("\n")[1].split("\x1f")[2:]
    return [text.replace("\x0b", "~") for text in row_], {d.code for d in diagnostics}


def is_read(text: str) -> bool:
    return read_figure(text.replace("~", "\n"))[0] is Shape.FIGURE


CHANGED = [
    # (style sheet, attributes of the cell, cell)
    ("td.a::before{content:'1'}", " class=a", "12"),
    ('td b:after { content : "3" }', "", "<b>12</b>"),
    ("td.a:before{content:'-'}", " class=a", "12"),
    (".a::after{content:'万'}", " class='b a'", "12"),
    ("[data-n]::before{content:attr(data-n)}", " data-n=9", ""),
    ("tr{counter-reset:x} td.a::before{content:counter(x)}", " class=a", ""),
    ("td.a::before{content:var(--x)}", " class=a", "1"),
    (r"td.a::before{content:'\35'}", " class=a", "1"),
    ("@media screen{td.a::before{content:'5'}}", " class=a", "1"),
    ("@supports (display:grid){@media (min-width:9px){td.a::before{content:'5'}}}", " class=a", "1"),
    ("td{&.a{&::before{content:'5'}}}", " class=a", "1"),
    ("table{td{span{float:right}}}", "", "<span>1</span>2"),
    (".r{float:right}", "", "<span class=r>1</span>2"),
    ("td b{float:right}", "", "<b>1</b>2"),
    (".o{order:2}", "", "<span class=o>1</span><span>2</span>"),
    ("", " style='display:flex;flex-direction:row-reverse'", "<span>1</span><span>2</span>"),
    ("", "", "<div style='display:flex;flex-direction:row-reverse'><i>1</i><i>2</i></div>"),
    (".r{display:flex;flex-direction:row-reverse}", "", "<div class=r><i>1</i><i>2</i></div>"),
    ("", "", "<p style='display:grid;direction:rtl'><i>1</i><i>2</i></p>"),
    ("", " style='unicode-bidi:bidi-override;direction:rtl'", "12"),
    (".b{unicode-bidi:bidi-override;direction:rtl}", " class=b", "12"),
    (".b{unicode-bidi:bidi-override;direction:rtl}", "", "<p class=b>12</p>"),
    ("", " dir=rtl", "-3"),
    ("", "", "\u202e12\u202c"),
    ("", " style='text-decoration:line-through'", "12"),
    (".s{text-decoration:line-through}", " class=s", "12"),
    (".s{text-decoration:line-through}", "", "<p class=s>12</p>"),
    (".h{display:none}", " class=h", "12"),
    ("td.h i{display:none}", " class=h", "1<i>2</i>"),
    ("td:nth-child(2) i{display:none}", "", "1<i>2</i>"),
    ("[data-h]{display:none}", "", "<i data-h>1</i>2"),
    (".h{display:none}", "", "<p class=h>5</p>"),
    (".s{position:absolute;width:1px;clip:rect(0,0,0,0)}", "", "<i class=s>7</i>12"),
    (".s{-webkit-text-security:disc}", " class=s", "12"),
    ("td.a::first-letter{font-size:0}", " class=a", "12"),
    (".c{content:url(1.png)}", "", "<i class=c>5</i>"),
    ("", " style='transform:scaleX(-1)'", "12"),
    ("td.o{order:5}", " class=o", "12"),
    ("", " style='float:right'", "12"),
    ("", " style='position:relative;left:99px'", "12"),
    ("", "", "<i>1</i><i style='margin-left:-2em'>2</i>"),
    ("", "", "12<i style='vertical-align:5px'>1</i>"),
    ("", "", "12<i style='font-size:60%'>1</i>"),
    ("", "", "<i style='font-size:14px'>12</i><i style='font-size:6pt'>1</i>"),
    ("", "", "12<font size=1>1</font>"),
    ("", "", "<i style='font-family:Wingdings'>5</i>1"),
    ("", "", "<font face='Webdings'>5</font>"),
    ("", "", "1<img src=2.png>3"),
    ("", "", "12<img src=3.png>"),
    ("", "", "1<svg><text>2</text></svg>3"),
    ("", "", "<ol><li>5</ol>"),
    ("", "", "<input value=1>2"),
    ("tr{display:flex;flex-direction:row-reverse}", "", "12"),
]  # fmt: skip


@pytest.mark.parametrize(("css", "attributes", "cell"), CHANGED)
def test_a_figure_that_a_reader_sees_otherwise_is_none(css, attributes, cell):
    cells, _ = read(cell, css, attributes)
    assert len(cells) == 3
    assert cells[0].strip()
    assert not is_read(cells[0])


@pytest.mark.parametrize(
    ("css", "attributes", "cell"),
    [
        (".a::before{content:'•'}", " class=a", "12"),
        ("td::before,.clearfix::after{content:'';display:table}", "", "12"),
        (".a::after{content:'.';height:0;visibility:hidden}", " class=a", "12"),
        ("@media (max-width:600px){td::before{content:attr(data-label)}}", " data-label=1", "12"),
        ("td::before{content:attr(data-label)}", " data-label=制发", "12"),
        ("@media print{.a{display:none}}", " class=a", "12"),
        (".a:hover{display:none}", " class=a", "12"),
        ("@keyframes x{from{float:left}to{float:right}}", "", "12"),
        (".nav td{float:left} .calendar td::before{content:'5'}", "", "12"),
        (".nav li{float:left} ol li::before{content:counter(i)}", "", "12"),
        ("td{display:block;position:relative;border:1px solid}", "", "12"),
        ("", " style='position:relative;top:0'", "12"),
        ("", " dir=rtl", "12"),
        ("", "", "<i style='font-size:14px'>1</i><i style='font-size:10.5pt'>2</i>"),
        ("", "", "<ul><li>12</ul>"),
        ("", "", "<img src=a.png hidden>12"),
    ],
)
def test_styles_that_change_no_figure_take_none(css, attributes, cell):
    cells, said = read(cell, css, attributes)
    assert cells == ["12", "3", "4"]
    assert "GX142" not in said


def test_a_style_sheet_behind_the_table_holds_too():
    cells, said = read("1", attributes=" class=a", behind=LATE)
    assert (cells, said) == (["1\ufffd", "3", "4"], {"GX142"})
    assert read("1", attributes=" class=a", behind=f"<!-- {LATE} --><style media=print>.a{{display:none}}</style>") == (
        ["1", "3", "4"],
        set(),
    )


def test_cells_behind_one_that_is_not_there_are_not_read():
    cells, said = read("", ".h{display:none}", " class=h")
    assert (cells, said) == (["\ufffd", "3\ufffd", "4\ufffd"], {"GX142"})
    assert read("7", ".h{visibility:hidden}", " class=h")[0] == ["7\ufffd", "3", "4"]
    assert read("7", ".h{display:none}", row=" class=h")[0] == ["7\ufffd", "3\ufffd", "4\ufffd"]


def test_a_cell_that_is_not_seen_keeps_its_place_if_it_does_on_the_page():
    assert read("7", attributes=" style='visibility:hidden'")[0] == ["", "3", "4"]
    assert read("7", attributes=" style='display:none'")[0][:2] == ["3", "4"]


@pytest.mark.parametrize(
    "cell",
    [
        "<canvas>5</canvas>",
        "<video>5</video>",
        "<datalist><option>5</datalist>",
        "<dialog>5</dialog>",
        "<math><semantics><mn></mn><annotation>5</annotation></semantics></math>",
    ],
)
def test_what_an_element_does_not_show_is_left_out(cell):
    assert read(cell)[0] == ["", "3", "4"]
    assert read("<dialog open>5</dialog>")[0][0] == "5"


@given(
    st.lists(
        st.sampled_from(
            ("td", ".a", "#b", "*", "{", "}", "content:'5'", "float:left", ";", ",", " ", ">", "::before", "@media print",
             "&", ":is(", ")", "[data-x", "]", "'", "/*", "*/", "@supports", "\\")
        ),
        max_size=20,
    ).map("".join)
)  # fmt: skip
def test_any_style_sheet_leaves_the_cells_where_they_are(css):
    cells, _ = read("12", css, " class=a id=b")
    assert [text.strip("\ufffd") for text in cells] == ["12", "3", "4"]


def test_hostile_style_sheets_cost_little():
    begun = time.process_time()
    for css in (
        "," * 100_000 + "{float:left}",
        "[a" * 100_000 + "{float:left}",
        ".a," * 3_000 + "b{" + "c{float:left}" * 5_000,
        "a{" * 50_000 + "float:left",
        "a{content:" + '"\\"' * 50_000,
        "b{margin:" + "margin:" * 50_000 + "}",
        "".join(f".a .b{n}{{float:left}}" for n in range(15_000)),
        "".join(f"td.x{n}{{float:left}}" for n in range(15_000)),
    ):
        read("12", css, ' class="a b b1 b2"')
        read("12", "", f' style="{css}"')
    assert time.process_time() - begun < 5
