"""What kind of file this is, told from its content.

Suffixes lie: Chinese government sites serve web pages as ``.doc`` and Word files as ``.wps``. The content decides;
a suffix that says otherwise is a note. One table for all formats stands here, because telling containers apart
(everything that is a zip or an OLE file) is a question of order that readers could not answer one by one.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from attrs import frozen

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source.archive import Archive, open_archive

__all__ = ["KNOWN_SUFFIXES", "Detected", "detect"]

#: Bytes at the beginning that are looked at to tell kinds of text apart.
_HEAD = 4096

#: Suffixes that a format goes by. A suffix that is in none of these lists says nothing.
_SUFFIXES: dict[str, tuple[str, ...]] = {
    "text": (".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".log"),
    "html": (".html", ".htm", ".xhtml", ".shtml"),
    "mhtml": (".mht", ".mhtml", ".eml"),
    "docx": (".docx", ".docm", ".dotx"),
    "xlsx": (".xlsx", ".xlsm", ".xltx"),
    "xlsb": (".xlsb",),
    "pdf": (".pdf",),
    "doc": (".doc", ".dot", ".wps", ".wpt"),
    "xls": (".xls", ".et", ".xlt", ".ett"),
    "rtf": (".rtf",),
    "odt": (".odt", ".ott", ".oth", ".odm", ".fodt"),
    "ods": (".ods", ".ots"),
    "fods": (".fods",),
    "pptx": (".pptx",),
    "wordml": (".xml",),
    "spreadsheetml": (".xml",),
}
#: every suffix of the table above
KNOWN_SUFFIXES = frozenset(suffix for suffixes in _SUFFIXES.values() for suffix in suffixes)

#: Beginnings of files that hold no text to read.
_REFUSED_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x7fELF", "ELF"),
    (b"MZ\x90\x00", "EXE"),
    (b"SQLite format 3\x00", "SQLite"),
    (b"%!PS", "PostScript"),
)

_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Names of streams that tell what an OLE file is.
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("EncryptedPackage", "encrypted"),
    ("PowerPoint Document", "ppt"),
)

_ODF_TYPES: tuple[tuple[bytes, str], ...] = (
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
)

# Atomic groups: a run of comments is skipped in one way only.
_HTML_HEAD = re.compile(
    rb"(?>\s+|<!--.*?-->|<\?.*?\?>)*+<(?:!doctype\s+html\b|"
    rb"(?:html|head|body|script|style|title|meta|link|base|table|tbody|tr|div|p|br|hr|h[1-6]|font|center|span|a|ul|ol"
    rb"|section|article|main|header|nav|form|img|b|strong|input|iframe|noscript)\b[^<>]*>)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(rb"<(?:table|td|p|div|br|span)\b[^<>]*>", re.IGNORECASE)
_MIME_HEAD = re.compile(rb"\s*+(?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*+)+", re.ASCII)
_MIME_TYPE = re.compile(
    rb"^content-type:\s*(?:multipart/(?:related|alternative|mixed)|text/html)", re.IGNORECASE | re.MULTILINE
)


#: Namespaces that the roots of XML formats declare.
_XML_ROOTS: tuple[tuple[bytes, str], ...] = (
    (b"http://schemas.microsoft.com/office/2006/xmlPackage", "wordml"),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", "wordml"),
    (b"urn:schemas-microsoft-com:office:spreadsheet", "spreadsheetml"),
)
#: What an OpenDocument file that is one XML file says it is.
_FLAT_ODF = re.compile(rb"""office:mimetype\s*=\s*["'](application/vnd\.oasis\.opendocument\.[a-z]+)""")


@frozen
class Detected:
    """The format of a file and what is to be said about it.

    ``format`` is the key that readers name in their ``FORMATS``; files that no reader takes have keys of their own
    (``"PNG"``, ``"encrypted"``, ``"binary"``).
    """

    format: str
    diagnostics: tuple[Diagnostic, ...] = ()


def detect(data: bytes, name: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Detected:
    r"""Tell the format of a file from its content.

    >>> detect(b"%PDF-1.7 ...").format
    'pdf'
    >>> detect("一、总体情况".encode("gb18030")).format
    'text'

    Diagnostics: GX113 when the suffix of *name* belongs to another format, GX114 when the file is two formats at
    once. A damaged archive raises :class:`~gxparse.errors.UnreadableSource`.
    """
    suffix = PurePath(name).suffix.lower() if name else ""
    found = _by_content(data, suffix, limits)
    notes: list[Diagnostic] = []
    if suffix in KNOWN_SUFFIXES and suffix not in _SUFFIXES.get(found, ()) and found in _SUFFIXES:
        notes.append(codes.WRONG_SUFFIX(suffix=suffix, format=found))
    other = _hidden_format(data, found)
    if other:
        notes.append(codes.TWO_FORMATS(format=found, other=other))
    return Detected(found, tuple(notes))


def _by_content(data: bytes, suffix: str, limits: Limits) -> str:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(open_archive(data, limits))
    if data.startswith(_OLE_MAGIC):
        return _ole_format(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:5] == rb"{\rtf":
        return "rtf"
    for magic, format_ in _REFUSED_MAGIC:
        if data.startswith(magic):
            return format_
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "WebP"
    return _text_format(data, suffix)


def _zip_format(archive: Archive) -> str:
    names = archive.names
    if "mimetype" in archive:
        kind = archive.read("mimetype").strip()
        for mime, format_ in _ODF_TYPES:
            if kind in (mime, mime + b"-template", mime + b"-web", mime + b"-master"):
                return format_
    if "[Content_Types].xml" in archive or "_rels/.rels" in archive:
        if "xl/workbook.bin" in archive:
            return "xlsb"
        for prefix, format_ in (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx")):
            if any(member.startswith(prefix) for member in names):
                return format_
    return "OFD" if "OFD.xml" in archive else "zip"


def _ole_format(data: bytes) -> str:
    """What an OLE file is, by the first of the telling stream names in it.

    A name in the directory is UTF-16 and its entry begins at a multiple of 128 bytes. Looking for these bytes costs
    nothing and cannot be led in circles, as following the chains of sectors could.
    """
    found: list[tuple[int, str]] = []
    for stream, format_ in _OLE_STREAMS:
        mark = (stream + "\0").encode("utf-16-le")
        at = data.find(mark)
        while at >= 0 and at % 128:
            at = data.find(mark, at + 1)
        if at >= 0:
            found.append((at, format_))
    return min(found)[1] if found else "OLE"


def _text_format(data: bytes, suffix: str) -> str:
    head = data[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head[2:].replace(b"\0", b"")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if suffix in (".md", ".markdown"):
        return "text"  # Markdown may begin with a tag, and is read as text with its tables
    if _HTML_HEAD.match(head):
        return "html"
    if head.lstrip().startswith(b"<"):
        for mark, format_ in _XML_ROOTS:
            if mark in head:
                return format_
        flat = _FLAT_ODF.search(head)
        if flat is not None:
            return {"odt": "odt", "ods": "fods"}.get(dict(_ODF_TYPES).get(flat[1], ""), "OpenDocument")
    mime = _MIME_HEAD.match(head)
    if mime and b"mime-version:" in mime[0].lower() and _MIME_TYPE.search(mime[0]):
        return "mhtml"
    if suffix in _SUFFIXES["html"] and _HTML_TAG.search(head):
        return "html"
    return "text"


def _hidden_format(data: bytes, found: str) -> str | None:
    """A second format that the same bytes are, if there is one."""
    if found in ("docx", "xlsx", "odt", "ods", "zip", "pptx", "xlsb", "OFD"):
        # Programs take a PDF whose header is somewhere in the first kilobyte.
        return "pdf" if b"%PDF-" in data[:1024] and b"%%EOF" in data[-1024:] else None
    tail = data[-65_557:]
    at = tail.rfind(b"PK\x05\x06")
    if at >= 0 and len(tail) - at >= 22 and b"PK\x01\x02" in data and b"PK\x03\x04" in data:
        # An archive is read from its end, so anything may stand before it.
        comment = int.from_bytes(tail[at + 20 : at + 22], "little")
        if at + 22 + comment == len(tail):
            return "zip"
    return None
