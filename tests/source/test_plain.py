"""Plain text in every encoding, and bytes that are no text."""

from __future__ import annotations

import os
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse import layouts
from gxparse.errors import UnreadableSource
from gxparse.limits import Limits
from gxparse.source import plain, read_source
from gxparse.source.plain import decode, guess
from source import documents

TEXT = "一、总体情况\r\n2031年，本机关主动公开信息123条。\n\t规章\t1\n"
BLACK = "本机关共收到申请十二件，其中自然人申请九件，均在期限内答复。" * 3


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", []),
        ("utf-8-sig", []),
        ("utf-16", []),
        ("utf-32", []),
        ("gb18030", ["GX110"]),
        ("gbk", ["GX110"]),
        ("gb2312", ["GX110"]),
        ("utf-16-le", ["GX110"]),
        ("utf-16-be", ["GX110"]),
    ],
)
def test_encodings(encoding, said):
    source, diagnostics = read_source(TEXT.encode(encoding), "a.txt")
    assert source.text == TEXT
    assert (source.name, source.format, source.layout) == ("a.txt", "text", None)
    assert [d.code for d in diagnostics] == said


def test_rare_characters_of_gb18030():
    assert read_source("𠮷㐀镕".encode("gb18030"))[0].text == "𠮷㐀镕"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".csv", ".tsv", ""])
def test_markdown_and_delimited_text_are_text(suffix):
    text = "| 规章 | 1 |\n|---|---|\n"
    assert read_source(text.encode(), f"a{suffix}")[0].text == text


def test_markdown_that_begins_with_a_tag_is_text():
    text = '<div class="x">\n\n| 规章 | 1 |\n'
    assert read_source(text.encode(), "a.md")[0].text == text


@pytest.mark.parametrize("cut", range(1, 40))
def test_text_cut_anywhere_keeps_its_encoding(cut):
    data = TEXT.encode()
    text = read_source(data[:-cut])[0].text
    assert TEXT.startswith(text.rstrip("\ufffd"))


def test_broken_bytes_leave_a_mark_and_are_counted():
    data = TEXT.encode()
    at = data.index("年".encode())
    source, (diagnostic,) = read_source(data[:at] + b"\xff\xfe" + data[at:])
    assert source.text == TEXT.replace("年", "\ufffd\ufffd年")
    assert diagnostic.code == "GX111"
    assert dict(diagnostic.params) == {"count": 2, "encoding": "utf-8", "offset": at, "bytes": "ff"}
    assert diagnostic.span.of(source.text) == "\ufffd"
    assert [related.span.of(source.text) for related in diagnostic.related] == ["\ufffd"]


def test_marks_that_the_input_holds_are_not_counted():
    assert read_source((TEXT + "\ufffd").encode())[1] == ()
    many = (BLACK + "\ufffd").encode() * 30 + b"\xff" * 25
    _, (diagnostic,) = read_source(many)
    assert diagnostic.params["count"] == 25


def test_a_figure_with_a_broken_byte_is_not_read():
    text = layouts.render(documents.report_of("revised_2021", 2), "tab-row")
    whole = gxparse.read(text.encode()).report.values()
    at = text.encode().index(b"\t" + str(whole["proactive.documents.normative_documents.issued"]).encode())
    broken = text.encode()[: at + 1] + b"\xff" + text.encode()[at + 1 :]
    result = gxparse.read(broken)
    path = "proactive.documents.normative_documents.issued"
    assert result.report.values()[path] is None
    assert {"GX111"} <= {d.code for d in result.diagnostics}


def test_nul_and_other_controls_stay_and_are_said():
    source, (diagnostic,) = read_source(b"\x00" + TEXT.encode() + b"\x01\x00")
    assert source.text == "\x00" + TEXT + "\x01\x00"
    assert dict(diagnostic.params) == {"count": 3, "first": "U+0000"}
    assert diagnostic.code == "GX112"


@pytest.mark.parametrize(
    "data",
    [
        random.Random(1).randbytes(5_000),
        random.Random(2).randbytes(300_000),
        bytes(range(256)) * 20,
        b"\xff" * 5_000,
        bytes(range(32)) * 100,
    ],
)
def test_binary_is_refused(data):
    with pytest.raises(UnreadableSource) as caught:
        read_source(data, "a.txt")
    assert caught.value.code == "GX101"


def test_an_empty_file_is_an_empty_text():
    assert read_source(b"")[0].text == ""


def test_a_text_that_is_too_long_is_cut_and_said():
    limits = Limits(text_chars=10)
    for encoding in ("utf-8", "gb18030", "utf-16"):
        source, diagnostics = read_source(BLACK.encode(encoding), None, limits)
        assert source.text == BLACK[:10]
        assert [d.code for d in diagnostics if d.code != "GX110"] == ["GX121"]


def test_a_file_that_is_too_large_is_not_read_and_said():
    source, (diagnostic,) = read_source(b"x" * 11, None, Limits(file_bytes=10))
    assert (source.text, diagnostic.code) == ("", "GX120")
    assert dict(diagnostic.params) == {"size": 11, "limit": 10}


def test_diagnostics_are_limited():
    _, diagnostics = read_source(b"\x00\xff" + TEXT.encode(), "a.pdf", Limits(diagnostics=1))
    assert [d.code for d in diagnostics] == ["GX113", "GX129"]
    assert diagnostics[1].params["count"] == 2


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_in_utf_8_comes_back(text):
    assert guess(text.encode(), 1000).text == text.removeprefix("\ufeff")


@given(st.binary(max_size=300), st.sampled_from(("utf-8", "gb18030", "utf-16-le", "utf-32-be", "big5hkscs")))
def test_decoding_agrees_with_python(data, encoding):
    decoded = decode(data, encoding)
    assert decoded.text == data.decode(encoding, "replace")
    assert all(span.of(decoded.text) == "\ufffd" for span in decoded.spans)
    assert (decoded.bad_count == 0) == (
        decoded.text.encode(encoding, "replace") == data or "\ufffd" not in decoded.text
    )


def outcome(data: bytes) -> str:
    """``"text"``, or the code that the bytes were refused with."""
    try:
        read_source(data)
    except UnreadableSource as error:
        return error.code
    return "text"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-32-be", "big5hkscs"])
def test_decoding_goes_on_behind_many_errors(encoding):
    broken = b"\x00\xdc\xff" if encoding == "utf-16-le" else b"\xff\xff\xff"
    decoded = decode(broken * 150, encoding)
    assert decoded.text == (broken * 150).decode(encoding, "replace")
    assert decoded.bad_count == decoded.text.count("\ufffd") > 50


@given(st.text(st.sampled_from("一a\U00020bb7é"), max_size=60), st.sampled_from(("utf-8", "gb18030", "utf-16-be")))
def test_decoding_in_pieces_cuts_no_character(text, encoding):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plain, "_STEP", 9)
        assert decode(text.encode(encoding), encoding).text == text
        broken = text.encode("utf-8") + b"\xff" + text.encode("utf-8")
        assert decode(broken, "utf-8").text == broken.decode("utf-8", "replace")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data):
    assert outcome(data) in ("text", "GX101", "GX102", "GX103")


def test_the_sample_reports_come_back(seeds):
    for file in seeds:
        assert read_source(file.read_bytes(), os.fspath(file))[0].text == file.read_bytes().decode("utf-8")
