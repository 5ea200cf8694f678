"""Rows of LaTeX tables: commands around the content of a cell, columns that a cell covers, rows over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gxparse.grid.cells import Cells, rewriting
from gxparse.grid.lines import MAX_LINES, joined
from gxparse.layout.ast import Document, Row
from gxparse.limits import DEFAULT_LIMITS

__all__ = ["read_rows"]

#: rules, colours and the beginning of a table in front of the first cell of a row
_FRONT = re.compile(
    r"(?:\s|\\(?:hline|toprule|midrule|bottomrule|centering|small|footnotesize|endhead|endfirsthead|noalign)(?![a-z])"
    r"|\\(?:cline|cmidrule|rowcolor|cellcolor)(?:\([a-z]{0,4}\)|\[[^\]\n]{0,20}\])?\{[^{}\n]{0,40}\}"
    r"|\\begin\{[a-z*]{1,20}\}(?:\[[^\]\n]{0,20}\]|\{[^{}\n]{0,80}\}){0,3})+"
)
_COLUMNS = re.compile(r"\\multicolumn\s*\{\s*([0-9]{1,4})\s*\}\s*\{(?:[^{}\n]|\{[^{}\n]{0,40}\}){0,80}\}\s*\{")
_ROWS = re.compile(
    r"\\multirow(?:\[[a-z]\])?\s*\{\s*-?[0-9]{1,4}\s*\}(?:\[[^\]\n]{0,20}\])?\s*(?:\{[^{}\n]{0,40}\}|\*)\s*\{"
)
#: \textbf{…}, {…}
_AROUND = re.compile(r"(?:\\[A-Za-z]{1,20}\*?(?:\[[^\]\n]{0,20}\])?)?\{")
_BLANK = re.compile(r"(?:~|\{\}|\\(?:quad|qquad|,|;| )|\s)*\Z")


def read_rows(document: Document) -> list[Row]:
    r"""The rows of all tables, a cell that covers several columns with blank cells behind it.

    >>> from gxparse.layout import read_layout
    >>> text = "\\hline \\multicolumn{2}{c}{\\textbf{规章}} & 3 \\\\ \\hline\n"
    >>> [row.raws for row in read_rows(read_layout(text, "latex"))]
    [('规章', '', '3')]
    """
    return [_contents(row) for table in document.tables for row in _whole(table.rows)]


def _whole(rows: Sequence[Row]) -> Iterator[Row]:
    """The rows of a table, put together where the end of a row is on a line further down."""
    pieces: list[Row] = []
    for row in rows:
        pieces.append(row)
        end = row.length - row.offsets[-1] - len(row.raws[-1])
        if end > 1 or len(pieces) == MAX_LINES:
            # Two backslashes, and not only the end of the line.
            yield joined(pieces) if len(pieces) > 1 else row
            pieces = []
    yield from pieces


@rewriting
def _contents(raws: tuple[str, ...], offsets: tuple[int, ...]) -> Cells:
    texts: list[str] = []
    places: list[int] = []
    for n, (raw, place) in enumerate(zip(raws, offsets, strict=True)):
        text, at, columns = raw, place, 1
        if not n and (front := _FRONT.match(text)):
            text, at = text[front.end() :], at + front.end()
        text, at, columns = _content(text, at)
        texts += [text, *[""] * (columns - 1)]
        places += [at] + [at + len(text)] * (columns - 1)
    return tuple(texts), tuple(places)


def _content(text: str, at: int) -> tuple[str, int, int]:
    """A cell's content without commands, where it begins, and how many columns it covers."""
    columns = 1
    while True:
        bare = text.lstrip()
        at += len(text) - len(bare)
        text = bare.rstrip()
        if _BLANK.match(text):
            return "", at, columns
        if len(text) > 2 and text[0] == text[-1] == "$":
            text, at = text[1:-1], at + 1
            continue
        if text[-1] != "}" or (opening := _COLUMNS.match(text) or _ROWS.match(text) or _AROUND.match(text)) is None:
            return text, at, columns
        if opening.re is _COLUMNS:
            columns = max(1, min(int(opening[1]), DEFAULT_LIMITS.row_cells))
        text, at = text[opening.end() : -1], at + opening.end()
