"""Rows of words with one space between cells, if it is one space: in columns of text, spaces say nothing of cells."""

from __future__ import annotations

from gxparse.grid.lines import is_figure, join_broken, physical_lines
from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]


def read_rows(document: Document) -> list[Row]:
    """The rows of a text whose cells are parted by single spaces; none if its figures stand further apart."""
    runs = physical_lines(document)
    near = far = 0
    for run in runs:
        for row in run:
            figures = [n for n, raw in enumerate(row.raws) if raw and is_figure(raw)]
            if len(figures) > 2:
                close = sum(b - a == 1 for a, b in zip(figures, figures[1:], strict=False))
                near += close
                far += len(figures) - 1 - close
    if far * 4 > near:
        return []
    return [row for run in runs for row in join_broken(run)]
