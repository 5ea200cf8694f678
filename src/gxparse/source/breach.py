"""How a reader stops when the input is not worth reading on."""

from __future__ import annotations

from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Diagnostic, Param
from gxparse.errors import UnreadableSource


class Breach(Exception):
    """A limit was reached before there was any text to keep.

    Internal to the readers: :func:`gxparse.source.read_source` turns it into its diagnostic and an empty text, so
    that it never reaches a caller.
    """

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def unreadable(entry: Entry, **params: Param) -> UnreadableSource:
    """The exception that says the same as a diagnostic of *entry* would."""
    return UnreadableSource(entry.code, entry.en.format(**params), **params)
