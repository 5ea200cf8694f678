"""Which module reads which format.

A reader is a module of this package with two names: ``FORMATS``, the formats it takes (keys of
:mod:`gxparse.source.detect`), and ``read(data, name, limits) -> (SourceText, diagnostics)``. It is found by looking,
not by a list, so a new reader is one new module. Libraries behind an extra are imported inside ``read``, never at
the top, so that finding a reader costs nothing.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import TypeAlias

import gxparse.source
from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.errors import UnreadableSource
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source.breach import Breach, unreadable
from gxparse.source.detect import detect
from gxparse.source.model import SourceText
from gxparse.source.recognise import Recogniser, Words, pages_to_recognise, recognise_pages

__all__ = ["Reader", "find_reader", "read_source"]

#: What every reader module calls ``read``.
Reader: TypeAlias = Callable[[bytes, str | None, Limits], tuple[SourceText, tuple[Diagnostic, ...]]]


@cache
def _modules() -> frozenset[str]:
    return frozenset(module.name for module in pkgutil.iter_modules(gxparse.source.__path__))


@cache
def find_reader(format: str) -> Reader | None:  # noqa: A002
    """The ``read`` function for a format; ``None`` if no reader takes it."""
    # Most readers are called after their format; looking there first loads none of the others.
    likely = "plain" if format == "text" else format
    for name in sorted(_modules(), key=lambda name: (name != likely, name)):
        module = import_module(f"gxparse.source.{name}")
        if format in getattr(module, "FORMATS", ()):
            reader: Reader = module.read
            return reader
    return None


def read_source(
    data: bytes,
    name: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    *,
    recogniser: Recogniser | None = None,
    words: Words | None = None,
) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read the bytes of a file in any format that there is a reader for.

    *name* is kept for messages, and its suffix is compared with the content. Returns the text and what is to be
    said about it; a limit that is reached is a diagnostic (GX120 to GX129), with the text up to there. With
    ``limits.isolate`` a PDF is read in a child process (:mod:`gxparse.source.isolate`).

    Pages of a PDF that are only pictures are read by *recogniser*, if there is one; *words* is what one has read.

    Raises :class:`~gxparse.errors.UnreadableSource` when there is no text to be had: no known format (GX101),
    encrypted (GX102), damaged (GX103); and :class:`~gxparse.errors.MissingExtra` when the library that reads the
    format is not installed.

    >>> source, diagnostics = read_source("一、总体情况".encode("gb18030"))
    >>> source.text, diagnostics[0].code
    ('一、总体情况', 'GX110')
    """
    if recogniser is not None:
        words = _recognise(data, name, limits, recogniser)
    if len(data) > limits.file_bytes:
        too_large = codes.FILE_TOO_LARGE(size=len(data), limit=limits.file_bytes)
        return SourceText("", name, "unknown"), (too_large,)
    format_ = "unknown"
    try:
        detected = detect(data, name, limits)
        format_ = detected.format
        if limits.isolate:
            from gxparse.source.isolate import NATIVE_FORMATS, read_isolated

            if format_ in NATIVE_FORMATS:
                return read_isolated(data, name, format_, limits, words)
        reader = find_reader(format_)
        if reader is None:
            if format_ == "encrypted":
                raise unreadable(codes.ENCRYPTED_FILE, format="Office")
            raise unreadable(codes.UNKNOWN_FORMAT, found=format_)
        if words:
            from gxparse.source import pdf

            source, diagnostics = pdf.read(data, name, limits, words)
        else:
            source, diagnostics = reader(data, name, limits)
    except Breach as breach:
        return SourceText("", name, format_), (breach.diagnostic,)
    found = detected.diagnostics + diagnostics
    if len(found) > limits.diagnostics:
        rest = len(found) - limits.diagnostics
        found = (*found[: limits.diagnostics], codes.TOO_MANY_DIAGNOSTICS(count=rest, limit=limits.diagnostics))
    return source, found


def _recognise(data: bytes, name: str | None, limits: Limits, recogniser: Recogniser) -> Words:
    """What *recogniser* reads from the pages that cannot be read without it."""
    try:
        said: UnreadableSource | tuple[Diagnostic, ...] = read_source(data, name, limits)[1]
    except UnreadableSource as error:
        said = error
    return recognise_pages(recogniser, data, pages_to_recognise(said), limits.text_chars)
