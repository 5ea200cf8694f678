"""RTF as tokens: braces, control words, and bytes of text (Rich Text Format 1.9.1, "Conventions of an RTF Reader")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

__all__ = ["CHARSETS", "Token", "decode", "encoding_of", "tokens"]

#: a control word or symbol with its number (``None`` without one), where braces are ``"begin group"`` and
#: ``"end group"``; or ``bytes`` of text
Token: TypeAlias = tuple[str, int | None] | bytes

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?"  # control word, its number, the space that ends it
    rb"|((?:\\'[0-9a-fA-F]{2})+)"  # bytes in hexadecimal
    rb"|\\(.)"  # control symbol
    rb"|([{}])"
    rb"|([^\\{}\r\n]+)"
    rb"|[\r\n]+",
    re.DOTALL,
)
_HEX = re.compile(rb"\\'([0-9a-fA-F]{2})")

#: Character sets of fonts (``\fcharset``) and the encodings they stand for.
CHARSETS = {
    128: "cp932",
    129: "cp949",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
_MULTIBYTE = frozenset(("cp932", "cp949", "gb18030", "cp950"))
_ENCODINGS = {936: "gb18030", 950: "cp950", 932: "cp932", 949: "cp949", 65001: "utf-8", 10008: "gb18030"}


def encoding_of(code_page: int | None) -> str:
    """The name of a code page for Python; western European for one that is not known."""
    if code_page in _ENCODINGS:
        return _ENCODINGS[code_page]
    return f"cp{code_page}" if code_page in (874, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258) else "cp1252"


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of an RTF file, in order, in one pass. What is no token (a lone backslash at the end) is left out."""
    at = 0
    size = len(data)
    match_at = _TOKEN.match
    while at < size:
        match = match_at(data, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        kind = match.lastindex
        if kind in (1, 2):
            word = match[1].decode("ascii")
            number = None if match[2] is None else int(match[2])
            if word == "bin" and number is not None:
                at += max(0, number)  # raw bytes, in which nothing is a token
                continue
            yield word, number
        elif kind == 3:
            yield bytes.fromhex(_HEX.sub(rb"\1", match[3]).decode("ascii"))
        elif kind == 4:
            symbol = match[4].decode("latin-1")
            yield ("par" if symbol in "\r\n" else symbol), None
        elif kind == 5:
            yield ("begin group" if match[5] == b"{" else "end group"), None
        elif kind == 6:
            yield match[6]


#: Pairs of bytes in the range of GB 2312, which western text does not consist of.
_PAIRS = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xf7][\xa1-\xfe])*\Z")


def decode(raw: bytes, font: str | None, document: str) -> tuple[str, bool]:
    """Bytes of text as characters, and whether all of them could be decoded.

    *font* is the encoding of the font, if it says one, and *document* that of the document. Chinese bytes under a
    western font are a slip of the program that wrote the file.
    """
    if raw.isascii():
        return raw.decode("ascii"), True
    order = [font or document, document, "gb18030"]
    if order[0] not in _MULTIBYTE and _PAIRS.match(raw):
        order.insert(0, document if document in _MULTIBYTE else "gb18030")
    for encoding in dict.fromkeys(order):
        try:
            return raw.decode(encoding), True
        except UnicodeDecodeError:
            continue
    return raw.decode(order[0], "replace"), False
