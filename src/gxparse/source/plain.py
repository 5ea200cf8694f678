"""Plain text, Markdown and delimited text: the bytes are decoded, nothing else is changed.

Encodings, in this order: a byte order mark decides; then UTF-8; then UTF-16 without a mark, when every second byte
of line ends and digits is NUL; then GB18030, the superset of GBK and GB2312 that legacy Chinese text is in. A text
in UTF-8 with some damage stays UTF-8: GB18030 accepts nearly any bytes and would turn all of it into other
characters for the sake of one broken one.
"""

from __future__ import annotations

import codecs
import re

from attrs import field, frozen

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic, Related
from gxparse.limits import Limits
from gxparse.source.breach import unreadable
from gxparse.source.model import SourceText
from gxparse.span import Span

__all__ = ["FORMATS", "Decoded", "decode", "guess", "read", "refuse_binary", "undecodable"]

FORMATS = ("text",)

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Places of undecodable bytes that a diagnostic lists one by one.
_LISTED = 20
#: Above this share of undecodable places (or of control characters) a file is no text.
_DAMAGE = 0.02
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
#: Few characters may be looked at in a sample to tell binary from text.
_SAMPLE = 1 << 16
#: No encoding has longer characters.
_LONGEST = 8
#: Bytes decoded between two looks at the length.
_STEP = 1 << 20


@frozen
class Decoded:
    """A text, the encoding it was in, and the places where that encoding failed."""

    text: str
    encoding: str
    #: byte offset and bytes of the first places that could not be decoded
    bad: tuple[tuple[int, bytes], ...] = ()
    #: places in the text that stand for them
    spans: tuple[Span, ...] = ()
    #: number of all such places
    bad_count: int = 0
    #: number of bytes that were looked at
    size: int = field(default=0, repr=False)


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Decode a plain text.

    Diagnostics: GX110 legacy encoding, GX111 undecodable bytes, GX112 control characters, GX121 text too long.
    Binary input raises :class:`~gxparse.errors.UnreadableSource` (GX101).
    """
    found: list[Diagnostic] = []
    decoded = guess(data, limits.text_chars)
    refuse_binary(decoded)
    text = decoded.text
    if len(text) > limits.text_chars:
        text = text[: limits.text_chars]
        kept = sum(span.stop <= len(text) for span in decoded.spans)
        # Behind the end there may be half a character, which is no fault of the file.
        count = kept if kept < len(decoded.spans) else decoded.bad_count
        decoded = Decoded(text, decoded.encoding, decoded.bad[:kept], decoded.spans[:kept], count)
        found.append(codes.TEXT_TOO_LONG(Span(len(text), len(text)), limit=limits.text_chars))
    found.extend(_control_characters(text))
    if decoded.encoding in ("gb18030", "utf-16-le", "utf-16-be") and not data.startswith(tuple(m for m, _ in _MARKS)):
        found.append(codes.LEGACY_ENCODING(encoding=decoded.encoding))
    found.extend(undecodable(decoded))
    return SourceText(text, name), tuple(found)


def refuse_binary(decoded: Decoded) -> None:
    """Raise :class:`~gxparse.errors.UnreadableSource` (GX101) if too much of the bytes could not be decoded."""
    if decoded.bad_count > max(_LISTED, _DAMAGE * len(decoded.text)):
        raise unreadable(codes.UNKNOWN_FORMAT, found="binary")


def undecodable(decoded: Decoded) -> tuple[Diagnostic, ...]:
    """What is to be said about bytes that could not be decoded."""
    if not decoded.bad_count:
        return ()
    offset, first = decoded.bad[0]
    spans = decoded.spans
    return (
        codes.UNDECODABLE_BYTES(
            spans[0] if spans else None,
            related=tuple(Related(span, role="undecodable") for span in spans[1:]),
            count=decoded.bad_count,
            encoding=decoded.encoding,
            offset=offset,
            bytes=first[:16].hex(" "),
        ),
    )


def _control_characters(text: str) -> list[Diagnostic]:
    first = _CONTROLS.search(text)
    if first is None:
        return []
    count = len(text) - len(_CONTROLS.sub("", text))
    sample = _CONTROLS.findall(text[:_SAMPLE])
    # NULs alone are what broken converters leave; many different controls are a program or a picture.
    kinds = {control for control in sample if control != "\0"}
    if len(kinds) > 8 and len(sample) > _DAMAGE * min(len(text), _SAMPLE):
        raise unreadable(codes.UNKNOWN_FORMAT, found="binary")
    return [codes.CONTROL_CHARACTERS(Span(first.start(), first.end()), count=count, first=f"U+{ord(first[0]):04X}")]


def guess(data: bytes, most: int) -> Decoded:
    """Decode bytes of unknown encoding: the first of the encodings named above that fits.

    The text may be cut off somewhere behind *most* characters.
    """
    # No encoding here has more than four bytes for a character, so nothing that would be kept is cut off.
    data = data[: 4 * (most + 1)]
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return decode(data, encoding, len(mark), most)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", size=len(data))
    except UnicodeDecodeError:
        pass
    wide = _wide_encoding(data)
    if wide:
        return decode(data, wide, 0, most)
    as_utf8 = decode(data, "utf-8", 0, most)
    multibyte = as_utf8.size - len(as_utf8.text)
    if as_utf8.bad_count <= _DAMAGE * multibyte + 1 and multibyte > as_utf8.bad_count:
        return as_utf8
    as_gb = decode(data, "gb18030", 0, most)
    return as_gb if as_gb.bad_count <= as_utf8.bad_count else as_utf8


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: its line ends, spaces and digits have NUL on one side, always the same."""
    sample = data[:_SAMPLE]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    # Not never on the other side: the low byte of 一 is NUL.
    if max(even, odd) * 20 < len(sample) or min(even, odd) * 3 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def decode(data: bytes, encoding: str, start: int = 0, most: int | None = None) -> Decoded:
    r"""Decode *data* from byte *start*; each place that fails becomes one U+FFFD and is counted.

    What is broken in many places may be cut off somewhere behind *most* characters: it takes the most memory.

    >>> decode(b"\xe6\x9c\xac\xff1", "utf-8")
    Decoded(text='本�1', encoding='utf-8', bad=((3, b'\xff'),), spans=(Span(start=1, stop=2),), bad_count=1)
    """
    decoder = codecs.getdecoder(encoding)
    view = memoryview(data)
    parts: list[str] = []
    bad: list[tuple[int, bytes]] = []
    spans: list[Span] = []
    at, length = start, 0
    # In pieces: a decoder sets aside room for all that it is given each time.
    while len(bad) < _LISTED and at < len(data):
        stop = min(at + _STEP, len(data))
        try:
            text, _ = decoder(view[at:stop], "strict")
        except UnicodeDecodeError as error:
            text, _ = decoder(view[at : at + error.start], "strict")
            parts.append(text)
            length += len(text)
            at += error.start
            if error.start and stop < len(data) and stop - at < _LONGEST:
                continue  # the end of the piece, and perhaps half a character
            bad.append((at, data[at : at + error.end - error.start]))
            parts.append("\ufffd")
            length += 1
            spans.append(Span(length - 1, length))
            at += error.end - error.start
        else:
            parts.append(text)
            length += len(text)
            at = stop
    if at == len(data):
        return Decoded("".join(parts), encoding, tuple(bad), tuple(spans), len(bad), at)
    piecewise = codecs.getincrementaldecoder(encoding)("replace")
    begun, count = at, len(bad)
    while at < len(data) and (most is None or length <= most):
        piece = piecewise.decode(data[at : at + _STEP], at + _STEP >= len(data))
        parts.append(piece)
        length += len(piece)
        count += piece.count("\ufffd")
        at = min(at + _STEP, len(data))
        if most is not None and count > length // 4:
            break  # no text, whatever follows
    # U+FFFD that the input itself holds is a loss of earlier tools, not of this decoding.
    mark = "\ufffd".encode(encoding, "ignore")  # nothing in Big5, which has no such character
    own = data.count(mark, begun, at) if mark else 0
    return Decoded("".join(parts), encoding, tuple(bad), tuple(spans), max(count - own, len(bad)), at)
