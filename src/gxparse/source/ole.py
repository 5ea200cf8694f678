"""Compound files of old Office programs ([MS-CFB]): streams in a file, read within limits.

Chains of sectors are followed for at most as many sectors as the file has, so that none can lead in circles.
"""

from __future__ import annotations

import struct

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.errors import UnreadableSource
from gxparse.source.breach import unreadable

__all__ = ["Ole", "open_ole"]

_FREE = 0xFFFFFFFA  # this and above: no sector
_NO_ENTRY = 0xFFFFFFFF
_STORAGE, _STREAM, _ROOT = 1, 2, 5


@define
class _Entry:
    name: str
    kind: int
    left: int
    right: int
    child: int
    start: int
    size: int


@define
class Ole:
    """The streams at the top of a compound file."""

    format: str
    _data: bytes = field(repr=False)
    _sector: int
    _mini_sector: int
    _cutoff: int
    _fat: list[int] = field(repr=False)
    _mini_fat: list[int] = field(factory=list, repr=False)
    _mini: bytes = field(default=b"", repr=False)
    _streams: dict[str, _Entry] = field(factory=dict, repr=False)

    def __contains__(self, name: str) -> bool:
        return name in self._streams

    def read(self, name: str) -> bytes:
        """The bytes of a stream.

        Raises :class:`~gxparse.errors.UnreadableSource` (GX103) when it is not there or broken.
        """
        entry = self._streams.get(name)
        if entry is None:
            raise self._damaged(f"no {name}")
        if entry.size < self._cutoff:
            return self._mini_stream(entry)
        content = self._chain(entry.start)
        if len(content) < entry.size:
            raise self._damaged(f"{name} is cut short")
        return content[: entry.size]

    def _damaged(self, detail: str) -> UnreadableSource:
        return unreadable(codes.DAMAGED_FILE, format=self.format, detail=detail)

    def _chain(self, start: int) -> bytes:
        """All sectors of a chain."""
        parts: list[bytes] = []
        at = start
        size = self._sector
        while at < _FREE:
            if at >= len(self._fat) or len(parts) > len(self._fat):
                raise self._damaged("broken chain of sectors")
            begin = (at + 1) * size
            parts.append(self._data[begin : begin + size])
            at = self._fat[at]
        return b"".join(parts)

    def _mini_stream(self, entry: _Entry) -> bytes:
        parts: list[bytes] = []
        at = entry.start
        size = self._mini_sector
        while at < _FREE and len(parts) * size < entry.size:
            if at >= len(self._mini_fat):
                raise self._damaged("broken chain of small sectors")
            parts.append(self._mini[at * size : (at + 1) * size])
            at = self._mini_fat[at]
        content = b"".join(parts)
        if len(content) < entry.size:
            raise self._damaged(f"{entry.name} is cut short")
        return content[: entry.size]


def open_ole(data: bytes, format: str) -> Ole:  # noqa: A002
    """Open a compound file held in memory; messages call it *format*.

    Raises :class:`~gxparse.errors.UnreadableSource` (GX103) when it is damaged.
    """
    try:
        shift, mini_shift = struct.unpack_from("<HH", data, 30)
        (first_directory,) = struct.unpack_from("<I", data, 48)
        cutoff, first_mini, _, first_difat, _ = struct.unpack_from("<IIIII", data, 56)
        difat = list(struct.unpack_from("<109I", data, 76))
    except struct.error:
        raise unreadable(codes.DAMAGED_FILE, format=format, detail="no header") from None
    if shift not in (9, 12) or mini_shift != 6 or cutoff > 1 << 16:
        raise unreadable(codes.DAMAGED_FILE, format=format, detail="sectors of a strange size")
    ole = Ole(format, data, 1 << shift, 1 << mini_shift, cutoff, [])
    _read_fat(ole, data, difat, first_difat)
    directory = ole._chain(first_directory)  # noqa: SLF001 - it is being built
    entries = [_entry(directory[at : at + 128]) for at in range(0, len(directory) - 127, 128)]
    if not entries or entries[0].kind != _ROOT:
        raise unreadable(codes.DAMAGED_FILE, format=format, detail="no directory")
    root = entries[0]
    ole._mini = ole._chain(root.start) if root.size else b""  # noqa: SLF001
    mini_fat = ole._chain(first_mini)  # noqa: SLF001
    ole._mini_fat = list(struct.unpack(f"<{len(mini_fat) // 4}I", mini_fat[: len(mini_fat) // 4 * 4]))  # noqa: SLF001
    ole._streams.update(_top_streams(entries))  # noqa: SLF001
    return ole


def _read_fat(ole: Ole, data: bytes, difat: list[int], at: int) -> None:
    size = ole._sector  # noqa: SLF001
    most = len(data) // size + 1
    per_sector = size // 4 - 1
    seen = 0
    while at < _FREE and seen < most:  # the list of the table's sectors goes on in sectors of its own
        more = data[(at + 1) * size : (at + 2) * size]
        if len(more) < size:
            break
        numbers = struct.unpack(f"<{per_sector + 1}I", more)
        difat.extend(numbers[:-1])
        at = numbers[-1]
        seen += 1
    for number in difat[:most]:
        if number < _FREE:
            sector = data[(number + 1) * size : (number + 2) * size]
            ole._fat.extend(struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4]))  # noqa: SLF001


def _entry(raw: bytes) -> _Entry:
    length, kind = struct.unpack_from("<HB", raw, 64)
    left, right, child = struct.unpack_from("<III", raw, 68)
    start, size = struct.unpack_from("<II", raw, 116)
    name = raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
    return _Entry(name, kind, left, right, child, start, size)


def _top_streams(entries: list[_Entry]) -> dict[str, _Entry]:
    """The streams directly below the root: documents embedded in the document are further down."""
    found: dict[str, _Entry] = {}
    seen: set[int] = set()
    pending = [entries[0].child]
    while pending:
        number = pending.pop()
        if number >= len(entries) or number in seen:
            continue
        seen.add(number)
        entry = entries[number]
        pending += (entry.left, entry.right)
        if entry.kind == _STREAM:
            found.setdefault(entry.name, entry)
    return found
