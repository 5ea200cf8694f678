"""The encoding of a web page: byte order mark, then what the bytes can be, then what was declared.

Declarations come second because they lie: pages in UTF-8 keep the ``gb2312`` of their template, and archived copies
keep the declaration of a page that was converted. Bytes that are valid UTF-8 and hold other than ASCII are UTF-8.
"""

from __future__ import annotations

import re

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.source.plain import Decoded, decode, guess, refuse_binary, undecodable

__all__ = ["decode_page"]

#: Names of the encodings that Chinese pages are in (WHATWG Encoding Standard); GB18030 includes the others.
_GB = frozenset("gb2312 gbk gb18030 gb_2312 gb_2312-80 csgb2312 x-gbk chinese iso-ir-58 cp936 ms936 936".split())  # noqa: SIM905
_BIG5 = frozenset("big5 big5-hkscs cn-big5 x-x-big5 csbig5".split())  # noqa: SIM905
_UTF8 = frozenset("utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8".split())  # noqa: SIM905

#: How far into a page a declaration is looked for; browsers stop at 1024, but then read comments first.
_HEAD = 1 << 14
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\s*<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9_.-]+)""", re.IGNORECASE)


def decode_page(data: bytes, declared: str | None, most: int) -> tuple[Decoded, tuple[Diagnostic, ...]]:
    """Decode the bytes of a page; *declared* is what a header outside of the page says.

    The text may be cut off somewhere behind *most* characters.

    Bytes that are no text raise :class:`~gxparse.errors.UnreadableSource` (GX101).

    Diagnostics: GX110 read in an encoding that nothing declares, GX115 in another than declared, GX111 undecodable.

    >>> decode_page("<meta charset=utf-8>信息公开".encode("gb18030"), None, 1000)[0].encoding
    'gb18030'
    """
    if declared is None:
        head = data[:_HEAD]
        found = _META.search(head) or _XML.match(head)
        declared = found[1].decode("ascii") if found else None
    name = (declared or "").strip().lower()
    decoded = guess(data, most)
    if decoded.encoding == "gb18030" and name in _BIG5:
        as_big5 = decode(data[: 4 * most], "big5hkscs", 0, most)
        if as_big5.bad_count <= decoded.bad_count:
            decoded = as_big5
    refuse_binary(decoded)
    notes = list(undecodable(decoded))
    if not _agrees(name, decoded.encoding) and not data.isascii():
        if name:
            notes.append(codes.DECLARED_ENCODING(declared=name[:40], encoding=decoded.encoding))
        elif decoded.encoding == "gb18030":
            notes.append(codes.LEGACY_ENCODING(encoding=decoded.encoding))
    return decoded, tuple(notes)


def _agrees(name: str, encoding: str) -> bool:
    if encoding == "gb18030":
        return name in _GB
    if encoding == "big5hkscs":
        return name in _BIG5
    if encoding == "utf-8":
        return name in _UTF8 or not name
    return name.startswith(encoding[:6]) or not name
