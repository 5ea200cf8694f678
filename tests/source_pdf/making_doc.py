"""Binary Word files written by hand ([MS-DOC], [MS-CFB]), so that every property in them is known."""

from __future__ import annotations

import struct
from collections.abc import Sequence

TEXT_AT = 2048
PAGE = 512
IN_TABLE = struct.pack("<HB", 0x2416, 1)
ROW_END = IN_TABLE + struct.pack("<HB", 0x2417, 1)
DELETED, INSERTED, HIDDEN, RAISED = (struct.pack("<HB", number, 1) for number in (0x0800, 0x0801, 0x083C, 0x2A48))


def depth(level: int) -> bytes:
    """A paragraph in a table in a table."""
    return IN_TABLE + struct.pack("<HI", 0x6649, level)


def row(*rights: int, merges: Sequence[int] = (), left: int = 0) -> bytes:
    """The end of a row whose cells end at *rights*; *merges* are the flags of its cells."""
    flags = list(merges) + [0] * (len(rights) - len(merges))
    content = bytes([len(rights)]) + struct.pack(f"<{len(rights) + 1}h", left, *rights)
    content += b"".join(struct.pack("<H18x", flag) for flag in flags)
    return ROW_END + struct.pack("<HH", 0xD608, len(content) + 1) + content


def cells(*texts: str, definition: bytes) -> list[tuple[str, bytes]]:
    """The paragraphs of a row, with the one that ends it."""
    return [(text + "\x07", IN_TABLE) for text in texts] + [("\x07", definition)]


def doc(
    *paragraphs: tuple[str, bytes],
    runs: Sequence[tuple[int, int, bytes]] = (),
    notes: str = "",
    boxes: str = "",
    version: int = 0x00C1,
    flags: int = 0x0200,
    narrow: bool = False,
) -> bytes:
    """A file of paragraphs (text with the character that ends it, property changes).

    *runs* are properties of characters (first, behind the last, changes); *notes* and *boxes* stand behind the body.
    """
    body = "".join(text for text, _ in paragraphs)
    text = body + notes + boxes + "\r"
    width = 1 if narrow else 2
    raw = text.encode("cp1252") if narrow else text.encode("utf-16-le")
    units = len(raw) // width
    main = bytearray(TEXT_AT) + raw
    main += bytes(-len(main) % PAGE)
    ends: list[tuple[int, bytes]] = []
    at = TEXT_AT
    for content, changes in (*paragraphs, (notes + boxes + "\r", b"")):
        at += len(content.encode("utf-16-le")) // 2 * width
        ends.append((at, b"\0\0" + changes))
    paragraph_pages = _pages(main, ends, in_paragraphs=True)
    bounds: list[tuple[int, bytes]] = []
    done = 0
    for first, stop, changes in runs:
        if first > done:
            bounds.append((TEXT_AT + first * width, b""))
        bounds.append((TEXT_AT + stop * width, changes))
        done = stop
    bounds.append((TEXT_AT + units * width, b""))
    character_pages = _pages(main, bounds, in_paragraphs=False)
    place = TEXT_AT * 2 | 0x4000_0000 if narrow else TEXT_AT
    pieces = struct.pack("<II", 0, units) + struct.pack("<HIH", 0, place, 0)
    table = bytearray()
    parts = {}
    for offset, content in (
        (250, character_pages),
        (258, paragraph_pages),
        (418, b"\2" + struct.pack("<I", len(pieces)) + pieces),
    ):
        parts[offset] = (len(table), len(content))
        table += content
    struct.pack_into("<HH", main, 0, 0xA5EC, version)
    struct.pack_into("<H", main, 10, flags)
    lengths = [len(part.encode("utf-16-le")) // 2 for part in (body, notes, "", "", "", "", boxes)]
    struct.pack_into("<7I", main, 76, *lengths)
    for offset, pair in parts.items():
        struct.pack_into("<II", main, offset, *pair)
    return ole({"WordDocument": bytes(main), "1Table": bytes(table)})


def _pages(main: bytearray, ends: Sequence[tuple[int, bytes]], *, in_paragraphs: bool) -> bytes:
    """Write properties in pages behind what is there; the index of the pages."""
    starts, numbers = [], []
    at = TEXT_AT
    left = list(ends)
    while left:
        taken: list[tuple[int, bytes]] = []
        used = 5
        while left:
            size = len(left[0][1]) + 3 + 4 + (13 if in_paragraphs else 1)
            if taken and used + size > PAGE - 8:
                break
            used += size
            taken.append(left.pop(0))
        starts.append(at)
        numbers.append(len(main) // PAGE)
        main += _page(at, taken, in_paragraphs=in_paragraphs)
        at = taken[-1][0]
    return struct.pack(f"<{len(starts) + 1}I", *starts, at) + struct.pack(f"<{len(numbers)}I", *numbers)


def _page(at: int, taken: Sequence[tuple[int, bytes]], *, in_paragraphs: bool) -> bytes:
    page = bytearray(PAGE)
    page[-1] = len(taken)
    struct.pack_into(f"<{len(taken) + 1}I", page, 0, at, *(end for end, _ in taken))
    free = PAGE - 1
    for index, (_, changes) in enumerate(taken):
        if not in_paragraphs:
            content = bytes([len(changes)]) + changes
        elif len(changes) % 2:
            content = bytes([(len(changes) + 1) // 2]) + changes
        else:
            content = bytes([0, len(changes) // 2]) + changes
        free = (free - len(content)) // 2 * 2
        page[free : free + len(content)] = content
        page[4 * (len(taken) + 1) + index * (13 if in_paragraphs else 1)] = free // 2
    return bytes(page)


def ole(streams: dict[str, bytes]) -> bytes:
    """A compound file with these streams, none of them small."""
    sectors: list[bytes] = []
    chains: list[tuple[int, int]] = []  # first sector and how many
    for stream in streams.values():
        content = stream + bytes(max(0, 4096 - len(stream)))
        count = -(-len(content) // PAGE)
        chains.append((len(sectors), count))
        padded = content + bytes(-len(content) % PAGE)
        sectors += [padded[n : n + PAGE] for n in range(0, len(padded), PAGE)]
    entries = [_entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)]
    for number, (name, content) in enumerate(streams.items(), 1):
        right = number + 1 if number < len(streams) else 0xFFFFFFFF
        entries.append(_entry(name, 2, chains[number - 1][0], max(4096, len(content)), right=right))
    entries += [_entry("", 0, 0, 0)] * (-len(entries) % 4)
    directory = b"".join(entries)
    chains.append((len(sectors), len(directory) // PAGE))
    sectors += [directory[n : n + PAGE] for n in range(0, len(directory), PAGE)]
    fat: list[int] = []
    for first, count in chains:
        fat += [first + n + 1 for n in range(count - 1)] + [0xFFFFFFFE]
    fat_sectors = -(-(len(fat) + 8) // 128)
    fat_at = len(sectors)
    fat += [0xFFFFFFFD] * fat_sectors
    fat += [0xFFFFFFFF] * (-len(fat) % 128)
    raw = struct.pack(f"<{len(fat)}I", *fat)
    sectors += [raw[n : n + PAGE] for n in range(0, len(raw), PAGE)]
    header = bytearray(PAGE)
    header[:8] = bytes.fromhex("d0cf11e0a1b11ae1")
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<II", header, 44, fat_sectors, chains[-1][0])
    struct.pack_into("<IIIII", header, 56, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    difat = [fat_at + n for n in range(fat_sectors)]
    struct.pack_into("<109I", header, 76, *difat, *[0xFFFFFFFF] * (109 - len(difat)))
    return bytes(header) + b"".join(sectors)


def _entry(name: str, kind: int, start: int, size: int, *, right: int = 0xFFFFFFFF, child: int = 0xFFFFFFFF) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    entry = bytearray(128)
    if name:
        entry[: len(raw)] = raw
        struct.pack_into("<H", entry, 64, len(raw))
    struct.pack_into("<BB", entry, 66, kind, 1)
    struct.pack_into("<III", entry, 68, 0xFFFFFFFF, right, child)
    struct.pack_into("<IQ", entry, 116, start, size)
    return bytes(entry)
