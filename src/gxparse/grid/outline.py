"""Lists of lists: cells without their quotes, with lines that a program broke at its page width."""

from __future__ import annotations

from gxparse.grid.cells import Cells, content, rewriting
from gxparse.grid.quotes import unquoted
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]

_NOTHING = frozenset({"null", "~", "''", '""', "None", ".nan"})


def read_rows(document: Document) -> list[Row]:
    """The rows of a text, in reading order.

    >>> from gxparse.layout import read_layout
    >>> [row.raws for row in read_rows(read_layout("- - 规章\\n  - '3'\\n  - null\\n", "outline"))]
    [('规章', '3', '')]
    """
    return [_contents(row) for table in document.tables for row in table.rows]


@rewriting
def _contents(raws: tuple[str, ...], offsets: tuple[int, ...]) -> Cells:
    cells = [_content(*content(raw, at)) for raw, at in zip(raws, offsets, strict=True)]
    return tuple([text for text, _ in cells]), tuple([at for _, at in cells])


def _content(text: str, at: int) -> tuple[str, int]:
    if text in _NOTHING:
        return "", at
    return unquoted(text, at)
