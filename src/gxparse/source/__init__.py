"""From the bytes of a file to a text whose every stretch knows where it stands in the file."""

from __future__ import annotations

from typing import Any

from gxparse.source.model import Place, SourceText

__all__ = ["Place", "SourceText", "read_source"]


def __getattr__(name: str) -> Any:
    # Detection and readers are loaded when the first file is read: parsing a text needs none of them.
    if name == "read_source":
        from gxparse.source.registry import read_source

        return read_source
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
