"""Formats told from content, whatever the suffix says."""

from __future__ import annotations

import io
import zipfile

import pytest

import gxparse
from gxparse.errors import MissingExtra, UnreadableSource
from gxparse.limits import Limits
from gxparse.source import read_source
from gxparse.source.detect import detect
from gxparse.source.registry import find_reader
from source import documents

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def ole(*streams: str) -> bytes:
    """The beginning of an OLE file whose directory names these streams."""
    return (
        OLE
        + bytes(504)
        + b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    )


def archive(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "format_"),
    [
        (b"", "text"),
        (b"%PDF-1.4", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (rb"{\rtf1\ansi", "rtf"),
        (b"<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf <html>", "html"),
        ("<html>".encode("utf-16"), "html"),
        (b"<!-- a --><!-- b --><?xml version='1.0'?>\n<HTML lang=zh>", "html"),
        (b"<table><tr>", "html"),
        (b"<p class=x>", "html"),
        (b"<para>", "text"),
        (b"<3", "text"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n", "mhtml"),
        (
            b'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n',
            "mhtml",
        ),
        (b"From: a\nto: b\n\ntext", "text"),
        (ole("WordDocument"), "doc"),
        (ole("Workbook"), "xls"),
        (ole("Book"), "xls"),
        (ole("EncryptedPackage", "EncryptionInfo"), "encrypted"),
        (ole("PowerPoint Document"), "ppt"),
        (ole("Something"), "OLE"),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        (archive(mimetype="application/vnd.oasis.opendocument.text-web"), "odt"),
        (b'<office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">', "fods"),
        (b'<?xml version="1.0"?><o:d o:office:mimetype="application/vnd.oasis.opendocument.graphics">', "OpenDocument"),
        (archive(a_dot_txt="x"), "zip"),
        (archive(OFD_dot_xml="x"), "OFD"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"RIFF1234WEBP", "WebP"),
        (b"Rar!\x1a\x07", "RAR"),
    ],
)
def test_formats(data, format_):
    assert detect(data).format == format_


def test_documents_made_by_libraries():
    on_paper, _ = documents.paper("revised_2021", 0)
    assert detect(documents.word(on_paper)).format == "docx"
    assert detect(documents.xlsx(documents.workbook(on_paper))).format == "xlsx"
    assert detect(documents.html(on_paper).encode()).format == "html"


@pytest.mark.parametrize("name", ["a.doc", "a.docx", "a.pdf", "a.txt", "a.xlsx"])
def test_a_wrong_suffix_is_a_note_and_the_content_decides(name):
    on_paper, truth = documents.paper("revised_2021", 1)
    result = gxparse.read(documents.html(on_paper).encode(), name=name)
    assert dict(result.report.values()) == truth
    (note,) = [d for d in result.diagnostics if d.code == "GX113"]
    assert dict(note.params) == {"suffix": name[1:], "format": "html"}
    assert note.severity == "note"


@pytest.mark.parametrize("name", [None, "a.html", "a.HTM", "a.unknown", "a", "b.html.1"])
def test_a_right_or_unknown_suffix_is_not_mentioned(name):
    assert detect(b"<!DOCTYPE html>", name).diagnostics == ()


def test_a_suffix_decides_between_texts_only():
    assert detect("年报<table><tr><td>".encode(), "a.html").format == "html"
    assert detect("年报<table><tr><td>".encode(), "a.txt").format == "text"
    assert detect(b"<div>\n", "a.md").format == "text"


@pytest.mark.parametrize("name", ["PNG", "zip", "OFD", "ppt"])
def test_what_no_reader_takes_is_refused_by_name(name):
    data = {
        "PNG": b"\x89PNG\r\n\x1a\n",
        "zip": archive(a_dot_txt="x"),
        "OFD": archive(OFD_dot_xml="x"),
        "ppt": ole("PowerPoint Document"),
    }[name]
    with pytest.raises(UnreadableSource) as caught:
        gxparse.read(data)
    assert caught.value.code == "GX101"
    assert caught.value.params == {"found": name}
    assert name in str(caught.value)


def test_an_encrypted_document_is_refused():
    with pytest.raises(UnreadableSource) as caught:
        gxparse.read(ole("EncryptionInfo", "EncryptedPackage"))
    assert caught.value.code == "GX102"


def test_an_encrypted_member_is_refused():
    data = bytearray(documents.word_of_xml(documents.p("甲")))
    at = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 1)
    with pytest.raises(UnreadableSource) as caught:
        gxparse.read(bytes(data))
    assert caught.value.code == "GX102"


def test_a_member_packed_in_an_unusual_way_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("word/document.xml", "<document/>")
    with pytest.raises(UnreadableSource) as caught:
        gxparse.read(out.getvalue())
    assert caught.value.code == "GX103"


def test_a_file_in_two_formats_is_said():
    page = b"<!DOCTYPE html><p>x</p>" + b"y" * 20_000
    source, diagnostics = read_source(page + documents.word_of_xml(documents.p("乙")))
    assert source.text.startswith("x\n")
    assert [(d.code, dict(d.params)) for d in diagnostics if d.code == "GX114"] == [
        ("GX114", {"format": "html", "other": "zip"})
    ]


def test_limits_of_archives():
    data = documents.word_of_xml(documents.p("甲" * 1000))
    for limits, what in ((Limits(archive_members=2), "4 members"), (Limits(member_bytes=100), "bytes")):
        source, (diagnostic,) = read_source(data, None, limits)
        assert (source.text, diagnostic.code) == ("", "GX122")
        assert what in diagnostic.params["what"]


def test_every_reader_is_found_by_what_it_says_it_takes():
    for format_ in ("text", "docx", "html", "mhtml", "xlsx"):
        reader = find_reader(format_)
        assert reader is not None
        assert format_ in vars(__import__(reader.__module__, fromlist=["FORMATS"]))["FORMATS"]
    assert find_reader("PNG") is None


def test_a_missing_library_says_what_to_install(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "lxml.etree", None)
    monkeypatch.setitem(sys.modules, "lxml", None)
    for extra, data in (
        ("docx", documents.word_of_xml(documents.p("甲"))),
        ("xlsx", documents.xlsx(documents.workbook(documents.paper("revised_2021", 0)[0]))),
    ):
        with pytest.raises(MissingExtra, match=rf"pip install 'gxparse\[{extra}\]'"):
            gxparse.read(data)
    assert gxparse.read(b"<!DOCTYPE html><p>x").source.text == "x\n"


def test_nothing_is_fetched(monkeypatch):
    """No reader opens a connection, whatever the document refers to."""
    import socket

    def refuse(*args, **kwargs):
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    link = '<img src="http://example.org/a.png"><link rel=stylesheet href="http://example.org/b"><iframe src="//x"></iframe>'
    assert gxparse.read(f"<!DOCTYPE html>{link}<p>甲".encode()).source.text == "甲\n"

    def refer(name: str, content: bytes) -> bytes:
        return content.replace(
            b"</Relationships>",
            b'<Relationship Id="e" Type="x/numbering" TargetMode="External" Target="http://example.org/n.xml"/>'
            b"</Relationships>",
        )

    assert gxparse.read(documents.repacked(documents.word_of_xml(documents.p("甲")), refer)).source.text == "甲\n"
