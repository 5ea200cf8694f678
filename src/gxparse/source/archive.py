"""Archives (docx, xlsx, odt) of unknown origin: sizes are checked before anything is unpacked, and while it is."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from attrs import field, frozen

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.breach import Breach, unreadable

_METHODS = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
#: What zipfile raises for bytes that are no archive, or a broken one.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
#: Bytes unpacked between two looks at the limits.
_STEP = 1 << 20
#: The compression ratio counts above this many bytes: small XML parts repeat themselves and pack very well.
_RATIO_FREE = 1 << 20


@frozen
class Archive:
    """The members of a zip file, read on demand and within limits."""

    #: names of the members, in the order of the directory
    names: tuple[str, ...]
    limits: Limits = field(repr=False)
    #: format named in messages
    format: str = "zip"
    _zip: zipfile.ZipFile = field(alias="zip", kw_only=True, repr=False)

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """One member, unpacked.

        Raises :class:`~gxparse.errors.UnreadableSource` for a member that is encrypted (GX102) or damaged (GX103),
        :class:`~gxparse.source.breach.Breach` for one that is too large or packed too tightly (GX122).
        """
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise unreadable(codes.DAMAGED_FILE, format=self.format, detail=f"no {name}")
        self._check_size(name, info.file_size, info.compress_size)
        if info.flag_bits & 0x1:
            raise unreadable(codes.ENCRYPTED_FILE, format=self.format)
        if info.compress_type not in _METHODS:
            # Office programs write no other; an LZMA header could ask for gigabytes.
            raise unreadable(codes.DAMAGED_FILE, format=self.format, detail=f"{name}: compression {info.compress_type}")
        parts: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_STEP):
                    size += len(chunk)
                    # The directory may lie about sizes, so what really comes out is counted too.
                    self._check_size(name, size, info.compress_size)
                    parts.append(chunk)
        except _DAMAGE as error:
            raise unreadable(codes.DAMAGED_FILE, format=self.format, detail=f"{name}: {error}"[:200]) from error
        return b"".join(parts)

    def _check_size(self, name: str, size: int, packed: int) -> None:
        limits = self.limits
        if size > limits.member_bytes:
            raise Breach(codes.ARCHIVE_TOO_LARGE(what=f"{name}: {size} bytes", limit=limits.member_bytes))
        if size > _RATIO_FREE and size > limits.compression_ratio * max(packed, 1):
            raise Breach(codes.ARCHIVE_TOO_LARGE(what=f"{name}: {size}/{packed}", limit=limits.compression_ratio))


def open_archive(data: bytes, limits: Limits, format: str = "zip") -> Archive:  # noqa: A002
    """Open a zip file held in memory.

    Raises :class:`~gxparse.errors.UnreadableSource` (GX103) when it is damaged and
    :class:`~gxparse.source.breach.Breach` (GX122) when it has too many members.
    """
    # Each member has one entry with this mark in the directory. Counting marks costs nothing, while zipfile makes
    # an object of each entry before anyone can count them.
    marks = data.count(b"PK\x01\x02")
    if marks > limits.archive_members:
        raise Breach(codes.ARCHIVE_TOO_LARGE(what=f"{marks} members", limit=limits.archive_members))
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise unreadable(codes.DAMAGED_FILE, format=format, detail=str(error)[:200]) from error
    return Archive(tuple(opened.NameToInfo), limits, format, zip=opened)
