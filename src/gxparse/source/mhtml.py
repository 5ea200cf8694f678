"""Pages saved by a browser as one file (``.mht``, ``.mhtml``): the page among its pictures (RFC 2557)."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.message import Message
from email.policy import compat32

from attrs import define

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach, unreadable
from gxparse.source.html import read_page
from gxparse.source.model import SourceText

__all__ = ["FORMATS", "read"]

FORMATS = ("mhtml",)

#: Parts within parts that are opened; browsers write two levels at most.
_LEVELS = 4
_HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n")


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read the page of a saved web page; pictures and style sheets in it are passed over.

    Raises :class:`~gxparse.errors.UnreadableSource` (GX103) when there is no page in it.
    """
    page = _PartReader(limits).find_page(data, _LEVELS)
    if page is None:
        raise unreadable(codes.DAMAGED_FILE, format="mhtml", detail="no text/html")
    payload = page.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise unreadable(codes.DAMAGED_FILE, format="mhtml", detail="no content")
    charset = page.get_content_charset()
    return read_page(payload, charset, name, limits, "mhtml")


@define
class _PartReader:
    limits: Limits
    parts: int = 0

    def find_page(self, data: bytes, levels: int) -> Message | None:
        """The first part that is a page.

        Parts are cut at their boundaries here and only the page is given to the email package, which would take
        each line of every picture apart.
        """
        self.parts += 1
        if self.parts > self.limits.archive_members:
            raise Breach(codes.ARCHIVE_TOO_LARGE(what="parts", limit=self.limits.archive_members))
        data = data.lstrip()
        end = _HEAD_END.search(data)
        head = email.message_from_bytes(data[: end.start() if end else len(data)] + b"\n\n", policy=compat32)
        if head.get_content_maintype() != "multipart":
            if head.get_content_type() == "text/html":
                return email.message_from_bytes(data, policy=compat32)
            return None
        boundary = head.get_boundary()
        if not boundary or not end or levels == 0:
            return None
        for part in _parts(data[end.end() :], boundary):
            found = self.find_page(part, levels - 1)
            if found is not None:
                return found
        return None


def _parts(body: bytes, boundary: str) -> Iterator[bytes]:
    """What stands between the lines that hold the boundary."""
    mark = re.compile(
        rb"(?:^|\n)--" + re.escape(boundary.encode("utf-8", "surrogateescape")) + rb"(?:--)?[ \t]*\r?(?:\n|\Z)"
    )
    start: int | None = None
    for found in mark.finditer(body):
        if start is not None:
            yield body[start : found.start()]
        start = found.end()
        if found[0].rstrip().endswith(b"--") and not boundary.endswith("--"):
            return
    if start is not None:
        yield body[start:]
