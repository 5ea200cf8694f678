"""Readers against anything: a text with places, or a refusal with a code; never another exception.

``GXPARSE_HYPOTHESIS_PROFILE=thorough`` looks for minutes. What was found stands as a file in ``crashers/`` and
stays.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.errors import UnreadableSource
from gxparse.layout import read_layout
from gxparse.source import read_source
from gxparse.source.model import SourceText
from source import documents
from source.hostile import page, word, workbook
from source.test_office_xml import word_2003

CRASHERS = sorted((Path(__file__).parent / "crashers").glob("*"))
assert CRASHERS, "the files that once broke a reader are gone"


def read(data: bytes, name: str | None = None) -> SourceText | str:
    """What was read, or the code of the refusal."""
    try:
        return read_source(data, name)[0]
    except UnreadableSource as error:
        return error.code


def hold(data: bytes, name: str | None = None) -> SourceText | str:
    """What holds for any input of any reader."""
    found = read(data, name)
    if isinstance(found, str):
        assert found in ("GX101", "GX102", "GX103")
        return found
    stop = 0
    for place in found.places:
        assert stop <= place.span.start <= place.span.stop <= len(found.text)
        stop = place.span.stop
        assert place.address
    if found.layout == "sheet":
        for table in read_layout(found.text, "sheet").tables:
            assert len({len(row.raws) for row in table.rows}) == 1, "rows of one table are equally long"
    return found


# --- web pages -----------------------------------------------------------------------------------------------------

_tags = [
    "p",
    "div",
    "table",
    "tr",
    "td",
    "th",
    "tbody",
    "tfoot",
    "caption",
    "br",
    "pre",
    "sup",
    "del",
    "span",
    "li",
    "ul",
    "script",
    "style",
    "template",
    "input",
    "select",
    "hr",
]
_attributes = st.sampled_from(
    ("", " colspan=2", " rowspan=3", " rowspan=0", " hidden", ' style="display:none"', " a='", ' b="c', " colspan=9999")
)
_fragments = st.one_of(
    st.builds(lambda tag, a: f"<{tag}{a}>", st.sampled_from(_tags), _attributes),
    st.builds(lambda tag: f"</{tag}>", st.sampled_from(_tags)),
    st.sampled_from(
        ("规章", "1", " ", "\n", "&nbsp;", "&#49;", "&", "<", ">", "<!--", "-->", "<![", "\x1e", "\x0b", "]]>")
    ),
)


@given(st.lists(_fragments, max_size=60).map("".join))
def test_pages_of_any_tags(body):
    found = hold(page(body))
    assert isinstance(found, SourceText)


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """*data* with pieces replaced: where (as a share of the length), how many bytes, by what."""
    for where, length, piece in edits:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


edits = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 40), st.binary(max_size=6)), min_size=1, max_size=8
)

PAPER, _ = documents.paper("revised_2021", 3)
PAGE = documents.html(PAPER).encode()
GB_PAGE = documents.in_layout_table(documents.html(PAPER, "gb2312")).encode("gb18030")
WORD = documents.word(PAPER)
SHEET = documents.xlsx(documents.workbook(PAPER))


@given(st.sampled_from((PAGE, GB_PAGE, WORD, SHEET)), edits)
def test_damaged_files(data, changes):
    hold(edited(data, changes))


@given(st.sampled_from((WORD, SHEET)), st.data())
def test_archives_with_damaged_parts(data, drawn):
    names: list[str] = []
    documents.repacked(data, lambda name, content: (names.append(name), content)[1])
    chosen = drawn.draw(st.sampled_from([n for n in names if n.endswith((".xml", ".rels"))]))
    changes = drawn.draw(edits)
    hold(documents.repacked(data, lambda name, content: edited(content, changes) if name == chosen else content))


# --- Word ----------------------------------------------------------------------------------------------------------

_vals = st.sampled_from(("", "0", "1", "2", "63", "64", "-1", "99999999999", "x", "restart", "continue", "superscript"))
_word_names = [
    "p",
    "r",
    "t",
    "tbl",
    "tr",
    "tc",
    "sdt",
    "sdtContent",
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "hyperlink",
    "fldSimple",
    "ruby",
    "rubyBase",
    "rt",
    "drawing",
    "pict",
    "txbxContent",
    "footnoteReference",
    "br",
    "tab",
    "sym",
    "altChunk",
    "sectPr",
]
_property_names = [
    "gridSpan",
    "vMerge",
    "hMerge",
    "gridBefore",
    "gridAfter",
    "hidden",
    "del",
    "ins",
    "cellDel",
    "vanish",
    "vertAlign",
    "strike",
    "numId",
    "ilvl",
    "pStyle",
]
_holders = ("tcPr", "trPr", "pPr", "rPr", "numPr", "sdtPr")
_word_leaves = st.one_of(
    st.builds(lambda name, value: f'<w:{name} w:val="{value}"/>', st.sampled_from(_property_names), _vals),
    st.builds(lambda kind: f'<w:fldChar w:fldCharType="{kind}"/>', st.sampled_from(("begin", "separate", "end", "x"))),
    st.sampled_from(("<w:t>规章</w:t>", "<w:t>1</w:t>", "<w:instrText>TOC</w:instrText>", "<w:showingPlcHdr/>")),
)
_word_trees = st.recursive(
    _word_leaves,
    lambda inner: st.builds(
        lambda name, children: f"<w:{name}>{''.join(children)}</w:{name}>",
        st.sampled_from((*_word_names, *_holders)),
        st.lists(inner, max_size=6),
    ),
    max_leaves=30,
)


@given(st.lists(_word_trees, max_size=6).map("".join))
def test_word_files_of_any_elements(body):
    found = hold(word(body))
    assert isinstance(found, SourceText)


# --- spreadsheets ----------------------------------------------------------------------------------------------------

_references = st.sampled_from(("A1", "B1", "C2", "B3", "XFD1048576", "A0", "ZZZ9999999", "", "a1", "1A"))
_cells = st.builds(
    lambda r, t, s, v: f'<c r="{r}" t="{t}" s="{s}">{v}</c>',
    _references,
    st.sampled_from(("n", "s", "str", "inlineStr", "b", "e", "d", "?")),
    st.sampled_from(("", "0", "7", "-1", "x")),
    st.sampled_from(
        ("", "<v>1</v>", "<v>0</v>", "<v>x</v>", "<v>1e400</v>", "<f>A1</f>", "<is><t>规</t></is>", "<v/>")
    ),
)
_rows = st.builds(
    lambda r, hidden, cells: f'<row r="{r}" hidden="{hidden}">{"".join(cells)}</row>',
    st.sampled_from(("1", "2", "3", "1048576", "0", "x", "")),
    st.sampled_from(("0", "1")),
    st.lists(_cells, max_size=5),
)
_merges = st.builds(lambda a, b: f'<mergeCell ref="{a}:{b}"/>', _references, _references)


@given(st.lists(_rows, max_size=5), st.lists(_merges, max_size=4), st.booleans())
def test_spreadsheets_of_any_cells(rows, merges, hidden):
    columns = '<cols><col min="2" max="2" hidden="1"/></cols>' if hidden else ""
    body = f"{columns}<sheetData>{''.join(rows)}</sheetData><mergeCells>{''.join(merges)}</mergeCells>"
    found = hold(workbook(body, "<si><t>甲</t></si>"))
    assert isinstance(found, SourceText)


@given(st.lists(_word_trees, max_size=6).map("".join))
def test_word_files_of_2003_of_any_elements(body):
    assert isinstance(hold(word_2003(body)), SourceText)


# --- anything ----------------------------------------------------------------------------------------------------------


@given(
    st.sampled_from(
        (
            b"",
            b"PK\x03\x04",
            b"PK\x05\x06",
            b"<html>",
            b"MIME-Version: 1.0\nContent-Type: multipart/related\n",
            b"\xff\xfe",
        )
    ),
    st.binary(max_size=200),
    st.sampled_from((None, "a.docx", "a.html", "a.txt")),
)
def test_any_bytes_behind_any_beginning(beginning, rest, name):
    hold(beginning + rest, name)


@pytest.mark.parametrize("path", CRASHERS, ids=lambda path: path.name)
def test_what_once_broke_a_reader(path):
    hold(path.read_bytes(), path.name)
