"""Files made to do harm, and what each must come to. Run as a program it reads one after the other and measures.

Each case is bytes and the codes one of which must be said: by a diagnostic or by the exception that refuses the file.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from timing import idle_seconds

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
SS = "urn:schemas-microsoft-com:office:spreadsheet"
N = 200_000

#: no file takes longer, on an idle machine
SECONDS = 1.0

#: a case that is read whole, and has nothing wrong with it but its size
FINE = ("",)


def package(**parts: str | bytes | Callable[[], Iterator[bytes]]) -> bytes:
    """An archive; a part that is a function is written in pieces, so that its size costs no memory here."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            path = name.replace("__", "/") + ".xml"
            if callable(content):
                with archive.open(path, "w", force_zip64=True) as file:
                    for piece in content():
                        file.write(piece)
            else:
                archive.writestr(path, content, zipfile.ZIP_STORED)  # what repeats itself packs too well to be let in
    return out.getvalue()


def word(body: str, head: str = "") -> bytes:
    return package(word__document=f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')


def workbook(sheet: str, strings: str = "") -> bytes:
    out = io.BytesIO(
        package(
            xl__workbook=f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
            xl__worksheets__a=f'<worksheet xmlns="{MAIN}">{sheet}</worksheet>',
            xl__strings=f'<sst xmlns="{MAIN}">{strings}</sst>',
        )
    )
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="r1" Type="{RELATION}/worksheet" Target="worksheets/a.xml"/>'
            f'<Relationship Id="r2" Type="{RELATION}/sharedStrings" Target="strings.xml"/></Relationships>',
        )
    return out.getvalue()


def spreadsheet(cells: str, rows: int, attributes: str = "") -> bytes:
    body = "".join(f"<Row {attributes.format(n)}>{cells}</Row>" for n in range(1, rows + 1))
    return (
        f'<?xml version="1.0"?><Workbook xmlns="{SS}" xmlns:ss="{SS}"><Worksheet><Table>{body}</Table></Worksheet></Workbook>'
    ).encode()


def page(body: str) -> bytes:
    return f"<!DOCTYPE html>{body}".encode()


def bomb() -> Iterator[bytes]:
    """400 megabytes of an element that never ends."""
    yield f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode()
    for _ in range(400):
        yield b"0" * (1 << 20)


def elements() -> Iterator[bytes]:
    """20 megabytes of the smallest elements: a tree of them would be a hundred times as large."""
    yield f'<w:document xmlns:w="{W}"><w:body>'.encode()
    for _ in range(40):
        yield b'<w:p a="1"/>' * 43_000
    yield b"</w:body></w:document>"


def encrypted() -> bytes:
    names = ("Root Entry", "EncryptionInfo", "EncryptedPackage")
    directory = b"".join((name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + directory + b"\x99" * 50_000


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
DOCTYPE = f'<!DOCTYPE l [<!ENTITY l0 "ha">{LAUGHS}]>'
EXTERNAL = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def cases() -> dict[str, tuple[bytes, tuple[str, ...]]]:
    """Name -> the file and the codes of which one must come up."""
    span = '<w:tcPr><w:gridSpan w:val="20000000"/></w:tcPr><w:p/>'
    two = row("<w:p><w:r><w:t>1</w:t></w:r></w:p>", "<w:p><w:r><w:t>2</w:t></w:r></w:p>")
    nested_tables = "<w:tbl><w:tr><w:tc>" * 80 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 80
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>1</w:t></w:r></w:p>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        + "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="999999999"/><w:lvlText w:val="{"%9" * 5000}"/></w:lvl>'
            for n in range(9)
        )
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    with_numbers = io.BytesIO(word(numbered * 15_000))
    with zipfile.ZipFile(with_numbers, "a") as archive:
        archive.writestr("word/numbering.xml", numbering)
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'<R><R Id="r" Type="{RELATION}/numbering" Target="numbering.xml"/></R>',
        )
    cell = '<c r="A{0}" t="s"><v>0</v></c><c r="B{0}" t="s"><v>0</v></c>'
    many = "".join(f'<row r="{n}">{cell.format(n)}</row>' for n in range(1, 9_000))
    members = io.BytesIO()
    with zipfile.ZipFile(members, "w") as archive:
        for n in range(5_000):
            archive.writestr(f"word/{n}.xml", "")
    return {
        "docx: zip bomb, 400 MB": (package(word__document=bomb), ("GX122",)),
        "docx: 1.7 million elements": (package(word__document=elements), ("GX122", "GX127")),
        "docx: 5,000 members": (members.getvalue(), ("GX122",)),
        "docx: billion laughs": (word("<w:p/>", DOCTYPE), ("GX103",)),
        "docx: external entity": (word("<w:p>&x;</w:p>", EXTERNAL), ("GX103",)),
        "docx: gridSpan 20,000,000": (word(f"<w:tbl>{row(span, '<w:p/>')}</w:tbl>"), ("GX124",)),
        "docx: gridSpan 20,000,000 in 5,000 rows": (word(f"<w:tbl>{row(span, '<w:p/>') * 5_000}</w:tbl>"), ("GX124",)),
        "docx: 66,000 cells": (word(f"<w:tbl>{two * 16_000}</w:tbl>"), FINE),
        "docx: 200,000 nested tags": (word("<w:sdt>" * N + "</w:sdt>" * N), ("GX123", "GX127")),
        "docx: 250 nested tags": (word("<w:hyperlink>" * 240 + "</w:hyperlink>" * 240), FINE),
        "docx: 80 nested tables": (word(nested_tables), ("GX123",)),
        "docx: fields without end": (word('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' * 20_000), FINE),
        "docx: fields in fields": (
            word("".join(
                f'<w:p><w:r><w:fldChar w:fldCharType="{kind}"/></w:r></w:p>' * 15_000 for kind in ("begin", "separate", "end")
            )),
            FINE,
        ),
        "docx: numbers of 5,000 places": (with_numbers.getvalue(), FINE),
        "docx: 200,000 attributes": (word("<w:p " + " ".join(f'a{n}="1"' for n in range(N)) + "/>"), FINE),
        "docx: 500,000 attributes": (word('<w:p a="1" b="2"/>' * 250_000), ("GX127",)),
        "docx: encrypted": (encrypted(), ("GX102",)),
        "xlsx: encrypted": (encrypted(), ("GX102",)),
        "xlsx: the ends of the sheet": (
            workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c>'
                     '<c r="A1048576"><v>1</v></c></row></sheetData>'),
            FINE,
        ),
        "xlsx: a range over everything": (
            workbook('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row></sheetData><mergeCells>'
                     + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells>"),
            ("GX125",),
        ),
        "xlsx: all columns hidden, often": (
            workbook("<cols>" + '<col min="1" max="16384" hidden="1"/>' * 40_000 + "</cols>"), FINE,
        ),
        "xlsx: one long text in 18,000 cells": (
            workbook(f"<sheetData>{many}</sheetData>", f"<si><t>{'长' * 32_000}</t></si>"), ("GX121",),
        ),
        "xlsx: a number of a million digits": (
            workbook(f'<sheetData><row r="1"><c r="A1"><v>{"9" * 10**6}</v></c><c r="B1"><v>1e999999999</v></c></row></sheetData>'),
            FINE,
        ),
        "html: colspan 10,000,000": (page("<table><tr><td colspan=10000000>a<td>b</table>"), ("GX124",)),
        "html: rowspan 10,000,000": (page("<table><tr><td rowspan=10000000>a<td>b<tr><td>c</table>"), ("GX124",)),
        "html: both, 1,000 times": (
            page("<table>" + "<tr><td colspan=10000000 rowspan=10000000>a<td>b" * 1000 + "</table>"),
            ("GX125",),
        ),
        "html: wide tables, 1,000 times": (
            page(("<table>" + "<tr><td colspan=1000>a" * 100 + "</table>") * 1000), ("GX125", "GX126", "GX121"),
        ),
        "html: overlapping staircase": (
            page("<table>" + "".join(f"<tr>{'<td>' * (400 - n)}<td colspan=600 rowspan=400>x" for n in range(400)) + "</table>"),
            ("GX125", "GX134"),
        ),
        "html: 200,000 nested elements": (page("<div>" * N + "1"), ("GX128",)),
        "html: 200,000 nested tables": (page("<table><tr><td>" * (N // 3) + "1"), ("GX123",)),
        "html: 200,000 nested lists": (page("<ul><li>" * N + "1"), ("GX128", "GX127")),
        "html: 200,000 attributes": (page("<p " + " ".join(f"a{n}=1" for n in range(N)) + ">x"), FINE),
        "html: 500,000 tags": (page("<b></b>" * 250_000), ("GX127",)),
        "html: tags without end": (page("<a" * N), FINE),
        "html: quotes without end": (page("<a b='" * N + '<a b="' * N), FINE),
        "html: comments without end": (page("<!--" * N), FINE),
        "html: comments in front": (b"<!---->" * N + b"<html>", FINE),
        "html: scripts without end": (page("<script>" * N), FINE),
        "html: end tags of nothing": (page("</td></tr></table></p></x>" * 40_000), FINE),
        "html: references without end": (page("&#" + "9" * N + "&amp" * N + "&#x" + "f" * N), FINE),
        "html: hidden in hidden": (page("<div hidden>" * (N // 2) + "1"), ("GX131",)),
        "html: cells of nothing": (page("<table>" + "<td>" * N), ("GX125",)),
        "html: one long line": (page("一" * 3_000_000), FINE),
        "html: billion laughs": (DOCTYPE.encode() + b"<html>&l29;</html>", FINE),
        "mhtml: two parts": (
            b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n\nx\n--b\nContent-Type: text/html\n\nx\n', FINE,
        ),
        "mhtml: parts within parts": (
            b"MIME-Version: 1.0\n"
            + b"".join(b'Content-Type: multipart/related; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(20_000)),
            ("GX103",),
        ),
        "mhtml: 100,000 parts": (
            b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n' + b"--b\nContent-Type: text/css\n\nx\n" * 10**5,
            ("GX122",),
        ),
        "word xml: billion laughs": (
            b'<?xml version="1.0"?>' + DOCTYPE.encode() + f'<w:wordDocument xmlns:w="{W2003}">&l29;</w:wordDocument>'.encode(),
            ("GX103",),
        ),
        "word xml: nested sections": (
            f'<w:wordDocument xmlns:w="{W2003}">{"<w:body>" * 100_000}</w:wordDocument>'.encode(), ("GX123", "GX103"),
        ),
        "excel xml: merged over everything": (
            spreadsheet('<Cell ss:MergeAcross="16383" ss:MergeDown="1048575"/>' * 2, 5_000), ("GX125",),
        ),
        "excel xml: rows far apart": (
            spreadsheet('<Cell ss:Index="16384"><Data ss:Type="Number">1</Data></Cell>', 5_000, 'ss:Index="{0}00"'),
            FINE,
        ),
        "zip: two formats": (page("x" * 20_000) + word("<w:p/>"), ("GX114",)),
        "pdf and zip": (b"%PDF-1.4\n" + word("<w:p/>"), ("GX114", "GX101", "GX103", "GX170", "GX171")),
        "text: undecodable": (b"\xfd\xff\xfe" * N, ("GX101", "GX111", "GX112")),
        "text: 8 MB of NUL": (bytes(8 * 2**20), ("GX112",)),
        "text: 60 MB undecodable": ("一".encode() * 1000 + b"\xff" * 60_000_000, ("GX101",)),
        "html: 60 MB undecodable": (page("") + b"\xff" * 60_000_000, ("GX101",)),
        "text: 20 MB": ("一二三四五\n".encode() * 1_250_000, FINE),
    }  # fmt: skip


def truncated() -> Iterator[tuple[str, bytes]]:
    """Every file of the folder given, cut at every thousandth byte."""
    for path in sorted(Path(sys.argv[1]).iterdir()):
        data = path.read_bytes()
        for size in range(0, len(data), 1000):
            yield f"{path.name} cut at {size}", data[:size]


def peak() -> int:
    """Highest memory of this process since the mark was last set, in bytes."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def main() -> None:
    from gxparse.errors import UnreadableSource
    from gxparse.source import read_source

    def read(data: bytes) -> list[str]:
        try:
            return [d.code for d in read_source(data)[1]]
        except UnreadableSource as error:
            return [error.code]

    # Everything is loaded before anything is measured.
    read(word("<w:p/>"))
    read(page("x"))
    read(workbook(""))
    for name, (data, _) in cases().items():
        # 5 sets the highest mark back to what is in use now.
        Path("/proc/self/clear_refs").write_text("5")
        before = peak()
        found = read(data)
        size = peak() - before
        seconds = idle_seconds(lambda d=data: read(d), enough=SECONDS)
        sys.stdout.write(json.dumps({"name": name, "codes": found, "seconds": seconds, "bytes": size}) + "\n")
    for name, data in truncated():
        seconds = idle_seconds(lambda d=data: read(d), enough=SECONDS)
        sys.stdout.write(json.dumps({"name": name, "codes": read(data), "seconds": seconds}) + "\n")


if __name__ == "__main__":
    main()
