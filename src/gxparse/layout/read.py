"""From text to a syntax tree, in one given layout."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from gxparse.layout.ast import Document, Prose, Row, Table
from gxparse.layout.grammar import layout_names, layout_traits, load_grammar

#: rows of more characters are not remembered
_LONG = 1000


def read_layout(text: str, layout: str) -> Document:
    """Read *text* as a document in *layout*.

    Any text is accepted: what the layout does not know as a row is prose. *text* should be canonical
    (:func:`gxparse.text.canonical`). Raises :class:`~gxparse.errors.UsageError` for a layout that does not exist.

    >>> read_layout("标题\\n甲\\t1\\n", "tab-row").tables[0].rows[0].raws
    ('甲', '1')
    """
    grammar = load_grammar(layout)
    split = grammar.split
    blocks: list[Prose | Table] = []
    rows: list[Row] = []
    number = 0
    # Pieces leave no gap between them: their lengths tell where they begin.
    start = 0
    for row, prose, gap in grammar.pieces(text):
        if row:
            size = len(row)
            raws, offsets = split(row) if size < _LONG else grammar.split_anew(row)
            rows.append(Row(start, size, raws, offsets, number))
            start += size
            continue
        if rows:
            blocks.append(Table(tuple(rows)))
            rows = []
            number += 1
        if prose:
            blocks.append(Prose(start, prose))
        start += len(prose) + len(gap)
    if rows:
        blocks.append(Table(tuple(rows)))
    return Document(layout, tuple(blocks), grammar.traits)


def candidate_layouts(text: str) -> Iterator[str]:
    """The layouts whose sign is in the text, the most telling first; the text is searched as far as asked.

    The trait ``sign`` of a grammar is a regular expression that must be found, ``rank`` its place in the order, and
    ``has`` are strings of which every sign holds one, which spares looking for it in a text that has none. A sign that
    begins with a plain character is looked for quickest; what stands in front of it is looked back at.
    """
    for name, sign, has in _signs():
        if (not has or any(part in text for part in has)) and sign.search(text) is not None:
            yield name


@functools.cache
def _signs() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    ranked = sorted((layout_traits(name) for name in layout_names()), key=lambda traits: int(traits["rank"]))
    return tuple((t["layout"], re.compile(t["sign"]), tuple(t.get("has", "").split())) for t in ranked)
