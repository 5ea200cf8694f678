"""The binary files of Word 97 to 2003 ([MS-DOC]): characters, and the properties of paragraphs and runs.

The text lies in pieces; properties lie in pages of 512 bytes that are keyed by where the characters stand in the file.
Everything is read by offsets that are checked; what lies outside of the file is a damaged file.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.errors import UnreadableSource
from gxparse.source.breach import unreadable
from gxparse.source.ole import Ole

__all__ = ["Piece", "Runs", "WordFile", "open_word", "sprms"]

_MAGIC = 0xA5EC
#: First version of the format that keeps Unicode text: Word 97.
_FIRST_VERSION = 0x00C1
_ENCRYPTED, _TABLE_1 = 0x0100, 0x0200

#: Offsets of (offset, length) pairs in the information block (2.5.6 FibRgFcLcb97).
_CHARACTER_PAGES, _PARAGRAPH_PAGES, _PIECES = 250, 258, 418
_PAGE = 512

#: Sizes of operands by the upper three bits of a property's number; 0 for one that says its size itself.
_OPERANDS = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615


@define
class Piece:
    """Characters that lie together in the file."""

    #: first character and the one behind the last
    start: int
    stop: int
    #: where it begins in the file, and bytes per character
    offset: int
    width: int

    def where(self, character: int) -> int:
        """Where a character lies in the file."""
        return self.offset + (character - self.start) * self.width


@define
class Runs:
    """Properties by place in the file: ``changes[i]`` holds from ``starts[i]`` on."""

    starts: list[int] = field(factory=list)
    stops: list[int] = field(factory=list)
    changes: list[bytes] = field(factory=list)

    def at(self, offset: int) -> bytes:
        """The properties at a place; none where none are kept."""
        index = bisect_right(self.starts, offset) - 1
        return self.changes[index] if index >= 0 and offset < self.stops[index] else b""


@define
class WordFile:
    """An opened file."""

    text: str = field(repr=False)
    pieces: list[Piece] = field(repr=False)
    #: lengths of the parts of the text: body, notes, headers, annotations, end notes, text boxes
    body: int
    notes: int
    headers: int
    annotations: int
    end_notes: int
    boxes: int
    paragraphs: Runs = field(repr=False)
    characters: Runs = field(repr=False)
    #: the stream that long properties are kept in
    extra: bytes = field(repr=False)

    def where(self, character: int) -> int:
        """Where a character lies in the file."""
        index = bisect_right(self.pieces, character, key=lambda piece: piece.start) - 1
        return self.pieces[max(index, 0)].where(character)

    def properties(self, character: int) -> bytes:
        """The properties of the paragraph that ends with a character."""
        changes = self.paragraphs.at(self.where(character))[2:]
        for number, operand in sprms(changes):
            if number in (0x6645, 0x6646) and len(operand) == 4:  # too long for its page
                at = int.from_bytes(operand, "little")
                size = int.from_bytes(self.extra[at : at + 2], "little")
                return changes + self.extra[at + 2 : at + 2 + size]
        return changes


def open_word(ole: Ole) -> WordFile | None:
    """Open the document in a compound file; ``None`` for a version before Word 97.

    Raises :class:`~gxparse.errors.UnreadableSource` when it is encrypted (GX102) or damaged (GX103).
    """
    main = ole.read("WordDocument")
    try:
        magic, version = struct.unpack_from("<HH", main, 0)
        (flags,) = struct.unpack_from("<H", main, 10)
        lengths = struct.unpack_from("<8I", main, 76)
        if magic != _MAGIC:
            raise _damaged("no Word document")
        if flags & _ENCRYPTED:
            raise unreadable(codes.ENCRYPTED_FILE, format="doc")
        if version < _FIRST_VERSION:
            return None
        table = ole.read("1Table" if flags & _TABLE_1 else "0Table")
        pieces = _read_pieces(_part(main, table, _PIECES))
        text = _read_text(main, pieces)
        characters = _read_runs(main, _part(main, table, _CHARACTER_PAGES), in_paragraphs=False)
        paragraphs = _read_runs(main, _part(main, table, _PARAGRAPH_PAGES), in_paragraphs=True)
    except struct.error:
        raise _damaged("cut short") from None
    body, notes, headers, macros, annotations, end_notes, boxes, _ = lengths
    extra = ole.read("Data") if "Data" in ole else b""
    return WordFile(
        text, pieces, body, notes, headers + macros, annotations, end_notes, boxes, paragraphs, characters, extra
    )


def _damaged(detail: str) -> UnreadableSource:
    return unreadable(codes.DAMAGED_FILE, format="doc", detail=detail)


def _part(main: bytes, table: bytes, at: int) -> bytes:
    offset, length = struct.unpack_from("<II", main, at)
    part = table[offset : offset + length]
    if len(part) < length:
        raise _damaged("a table points outside of the file")
    return part


def _read_pieces(clx: bytes) -> list[Piece]:
    at = 0
    while at + 3 <= len(clx) and clx[at] == 1:  # properties that pieces refer to
        at += 3 + int.from_bytes(clx[at + 1 : at + 3], "little")
    if at + 5 > len(clx) or clx[at] != 2:
        raise _damaged("no pieces")
    plc = clx[at + 5 : at + 5 + int.from_bytes(clx[at + 1 : at + 5], "little")]
    count = (len(plc) - 4) // 12
    if count < 1:
        raise _damaged("no pieces")
    bounds = struct.unpack_from(f"<{count + 1}I", plc, 0)
    pieces: list[Piece] = []
    for index in range(count):
        (place,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)
        start, stop = bounds[index], bounds[index + 1]
        if stop < start or start != (pieces[-1].stop if pieces else 0):
            raise _damaged("pieces out of order")
        # Bit 30: one byte for each character, at half the place.
        narrow = bool(place & 0x4000_0000)
        offset = place & 0x3FFF_FFFF
        pieces.append(Piece(start, stop, offset // 2 if narrow else offset, 1 if narrow else 2))
    return pieces


def _read_text(main: bytes, pieces: list[Piece]) -> str:
    parts: list[str] = []
    total = 0
    for piece in pieces:
        raw = main[piece.offset : piece.offset + (piece.stop - piece.start) * piece.width]
        total += len(raw)
        # Pieces may overlap; the whole text still cannot be longer than the file.
        if len(raw) < (piece.stop - piece.start) * piece.width or total > 2 * len(main):
            raise _damaged("text outside of the file")
        # Surrogates are kept as they are, so that each is one character as the file counts.
        text = raw.decode("cp1252", "replace") if piece.width == 1 else raw.decode("utf-16-le", "surrogatepass")
        if len(text) < piece.stop - piece.start:
            text = "".join(_halves(text))
        parts.append(text)
    return "".join(parts)


def _halves(text: str) -> Iterator[str]:
    for char in text:
        code = ord(char)
        if code < 0x10000:
            yield char
        else:
            yield chr(0xD800 + ((code - 0x10000) >> 10))
            yield chr(0xDC00 + ((code - 0x10000) & 0x3FF))


def _read_runs(main: bytes, plc: bytes, *, in_paragraphs: bool) -> Runs:
    """All properties of one kind, page by page."""
    count = (len(plc) - 4) // 8
    found: list[tuple[int, int, bytes]] = []
    for index in range(count):
        (page,) = struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * index)
        begin = (page & 0x3FFFFF) * _PAGE
        content = main[begin : begin + _PAGE]
        if len(content) == _PAGE:
            found.extend(_read_page(content, in_paragraphs=in_paragraphs))
    found.sort(key=lambda run: run[:2])
    runs = Runs()
    for start, stop, changes in found:
        runs.starts.append(start)
        runs.stops.append(stop)
        runs.changes.append(changes)
    return runs


def _read_page(page: bytes, *, in_paragraphs: bool) -> Iterator[tuple[int, int, bytes]]:
    count = page[-1]
    step = 13 if in_paragraphs else 1
    if 4 * (count + 1) + step * count > _PAGE - 1:
        return
    bounds = struct.unpack_from(f"<{count + 1}I", page, 0)
    for index in range(count):
        at = 2 * page[4 * (count + 1) + step * index]
        changes = b""
        if at and at < _PAGE - 1:
            size = page[at]
            if not in_paragraphs:
                changes = page[at + 1 : at + 1 + size]
            elif size:
                changes = page[at + 1 : at + 2 * size]
            else:
                changes = page[at + 2 : at + 2 + 2 * page[at + 1]]
        yield bounds[index], bounds[index + 1], changes


def sprms(changes: bytes) -> Iterator[tuple[int, bytes]]:
    """The single property changes in a list of them: number and operand."""
    at = 0
    size = len(changes)
    while at + 2 <= size:
        number = changes[at] | changes[at + 1] << 8
        at += 2
        length = _OPERANDS[number >> 13]
        if not length:
            if number == _TABLE_DEFINITION:
                length = (changes[at] | changes[at + 1] << 8) - 1 if at + 2 <= size else 0
                at += 2
            else:
                length = changes[at] if at < size else 0
                at += 1
                if number == _TABS and length == 255:
                    return  # a list of tabs that is longer than it can say
        if length < 0:
            return
        yield number, changes[at : at + length]
        at += length
