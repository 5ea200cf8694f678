"""Readers of PDF and old office files against anything: a text with places, or a refusal with a code.

``GXPARSE_HYPOTHESIS_PROFILE=thorough`` looks for minutes.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.errors import UnreadableSource
from gxparse.layout import read_layout
from gxparse.source import office, read_source
from source_pdf.hostile_pdf import drawn, page_with
from source_pdf.making import Canvas, pdf
from source_pdf.making_doc import DELETED, HIDDEN, IN_TABLE, cells, depth, doc, row
from source_pdf.test_odt import odt
from source_pdf.test_rtf import HEAD, gbk, u

REFUSALS = frozenset(("GX101", "GX102", "GX103", "GX170", "GX171", "GX193", "GX194"))


@pytest.fixture(autouse=True)
def _no_office(monkeypatch):
    """Nothing is converted: that would take seconds for each example."""
    monkeypatch.setattr(office, "find_office", lambda: None)


def hold(data: bytes) -> None:
    """What holds for any input of any reader."""
    try:
        source, _ = read_source(data)
    except UnreadableSource as error:
        code = error.code
    else:
        code = ""
        stop = 0
        for place in source.places:
            assert stop <= place.span.start <= place.span.stop <= len(source.text)
            assert place.address
            stop = place.span.stop
        if source.layout == "sheet":
            for table in read_layout(source.text, "sheet").tables:
                assert len({len(line.raws) for line in table.rows}) == 1, "rows of one table are equally long"
    assert code in REFUSALS or not code


_numbers = st.integers(-20, 700).map(str) | st.sampled_from(("0.5", "1e9", "-99999", "842", "595"))
_operators = st.one_of(
    st.builds("{} {} m {} {} l S".format, _numbers, _numbers, _numbers, _numbers),
    st.builds("{} {} {} {} re f".format, _numbers, _numbers, _numbers, _numbers),
    st.builds("{} {} {} {} re S".format, _numbers, _numbers, _numbers, _numbers),
    st.builds("{} {} {} {} {} {} cm".format, *[st.sampled_from(("0", "1", "-1", "50", "0.7"))] * 6),
    st.builds(
        "BT /F1 {} Tf 1 0 0 1 {} {} Tm <{}> Tj ET".format,
        st.sampled_from(("10", "9", "0", "-5", "500")),
        _numbers,
        _numbers,
        st.sampled_from(("00310032", "89c47ae0", "", "d83d", "0000", "003100320033")),
    ),
    st.sampled_from(("q", "Q", "W n", "0 0 1 1 re W n", "BT", "ET", "[3] 0 d", "3 Tr", "(")),
)


@given(st.lists(_operators, max_size=40), st.sampled_from((0, 90, 180, 270)))
def test_any_drawing(operators, rotate):
    page = Canvas(rotate=rotate, parts=operators)
    hold(pdf(page, page))


@given(
    st.lists(st.integers(0, 400), min_size=2, max_size=8),
    st.lists(st.integers(0, 400), min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400), st.sampled_from(("12", "规章", "3\n4")))),
)
def test_any_lattice(xs, ys, texts):
    page = Canvas()
    page.grid(sorted(xs), sorted(ys))
    for x, y, text in texts:
        page.cell(x, y, x + 20, y + 20, text)
    hold(pdf(page, page))


@given(st.binary(max_size=300))
def test_any_contents(content):
    hold(page_with(content))


def _changed(data: bytes) -> st.SearchStrategy[bytes]:
    """The bytes with some of them changed, taken out or doubled."""
    change = st.tuples(st.integers(0, len(data) - 1), st.integers(0, 3), st.binary(min_size=1, max_size=6))

    def apply(changes: list[tuple[int, int, bytes]]) -> bytes:
        out = bytearray(data)
        for at, kind, new in changes:
            if kind == 0:
                out[at : at + len(new)] = new
            elif kind == 1:
                del out[at : at + len(new)]
            elif kind == 2:
                out[at:at] = new
            else:
                out[at:at] = out[at : at + 64]
        return bytes(out)

    return st.lists(change, min_size=1, max_size=6).map(apply)


@given(_changed(drawn(2)))
def test_any_change_to_a_pdf(data):
    hold(data)


WORD = doc(
    ("二、主动公开\x13 PAGE \x141\x15\r", b""),
    *cells("规章", "12", definition=row(1000, 2000, merges=(0x60,))),
    ("内\r", depth(2)),
    *cells("", "7", definition=row(1000, 2000, merges=(0x20,))),
    ("尾\r", IN_TABLE),
    runs=[(2, 3, DELETED), (4, 5, HIDDEN)],
    notes="注\r",
)


@given(_changed(WORD))
def test_any_change_to_a_binary_word_file(data):
    hold(data)


_rtf = st.lists(
    st.sampled_from(
        (
            "{", "}", r"\pard", r"\par", r"\intbl", r"\itap2 ", r"\itap9 ", r"\cell ", r"\row ", r"\nestcell ", r"\nestrow ",
            r"\trowd", r"\cellx100", r"\cellx2000", r"\cellx-5", r"\clvmgf", r"\clvmrg", r"\clmrg", r"{\footnote ",
            r"{\shptxt ", r"{\*\x ", r"{\pict ", r"\u25919?", r"\'d5", r"\'fe", r"\f1 ", r"\v ", r"\v0 ", r"\super ", "12",
            r"\uc0 ", r"\uc3 ", r"\bin3 ", r"\deleted ", r"\plain ", r"{\*\nesttableprops", u("规章"), gbk("规章"), "\n",
        )
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(_rtf)
def test_any_control_words(body):
    hold((HEAD + body).encode("latin-1"))


_odt = st.recursive(
    st.sampled_from(("规章", "<text:s text:c='9'/>", "<text:tab/>", "<text:line-break/>", " \n", "12")),
    lambda inner: st.builds(
        "<{0}{1}>{2}</{0}>".format,
        st.sampled_from(
            (
                "text:p", "text:span", "text:list", "text:list-item", "text:section", "table:table", "table:table-row",
                "table:table-cell", "table:covered-table-cell", "table:table-header-rows", "draw:frame", "draw:text-box",
                "text:note", "text:note-body", "text:h", "office:annotation",
            )
        ),
        st.sampled_from(
            (
                "", " table:number-columns-spanned='3'", " table:number-rows-spanned='99'",
                " table:number-columns-repeated='4'", " table:number-rows-repeated='5'",
                " table:number-columns-spanned='0'", " text:display='none'",
            )
        ),
        st.lists(inner, max_size=4).map("".join),
    ),
    max_leaves=30,
)  # fmt: skip


@given(st.lists(_odt, max_size=4).map("".join))
def test_any_elements_of_an_open_document(body):
    hold(odt(body))
