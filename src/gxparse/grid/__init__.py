"""From the syntax tree of a layout to plain rows of cells, in reading order.

For most layouts a row of the tree is a row of the table already. Where it is not (drawn boxes, columns of a fixed
width, markup), a module of this package named like the layout's grammar file puts it right: its function
``read_rows(document) -> list[Row]`` is found by looking, so a new layout brings its own.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable

from gxparse.layout.ast import Document, Row

__all__ = ["read_rows"]


@functools.cache
def _builder(module: str) -> Callable[[Document], list[Row]] | None:
    if module not in {info.name for info in pkgutil.iter_modules(__path__)}:
        return None
    found: Callable[[Document], list[Row]] = importlib.import_module(f"{__name__}.{module}").read_rows
    return found


def read_rows(document: Document) -> list[Row]:
    """The table rows of a document, in reading order; every cell's content is a stretch of the text.

    >>> from gxparse.layout import read_layout
    >>> [row.raws for row in read_rows(read_layout("甲\\t1\\n乙\\t2\\n", "tab-row"))]
    [('甲', '1'), ('乙', '2')]
    """
    build = _builder(document.dialect.replace("-", "_"))
    if build is not None:
        return build(document)
    return [row for table in document.tables for row in table.rows]
