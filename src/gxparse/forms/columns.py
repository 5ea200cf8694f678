"""Finding the columns of section two: which cell of a printed row stands under which header cell."""

from __future__ import annotations

import functools

from gxparse.forms.align import places_itself
from gxparse.forms.figures import Shape
from gxparse.forms.header_order import names_another
from gxparse.forms.lexicon import CORNER
from gxparse.forms.rows import RowFacts
from gxparse.forms.spec import Table as FormTable

#: positions of one row's cells, or why they could not be found
Positions = tuple[int, ...]


@functools.lru_cache(maxsize=2048)
def header_positions(table: FormTable, header: RowFacts) -> dict[str, list[int]] | None:
    """Column key -> positions of the header cells over it; ``None`` if the header does not name every column.

    A merged header cell may be repeated over several positions. Columns must come in the order of the form.
    """
    keys = [c.key for c in table.columns]
    found: dict[str, list[int]] = {}
    for at, terms in header.columns:
        for term in terms:
            if term.table == table.key and term.key in keys:
                found.setdefault(term.key, []).append(at)
                break
    if len(found) == len(keys):
        return found
    return _by_beginnings(table, header)


def _by_beginnings(table: FormTable, header: RowFacts) -> dict[str, list[int]] | None:
    """Truncated header labels (``本年新 | 本年新``): accepted if each begins the label in its place.

    So are labels that have all letters of the one in their place: a tool that goes by the height of glyphs moves flat ones
    to the end of a cell, as in 上年项目数量一.
    """
    cells = [
        (at, s.key, s.key + s.ordinal)
        for at, s in enumerate(header.sights)
        if s.shape is Shape.TEXT and s.key and not s.note and CORNER not in s.roles
    ]
    if len(cells) != len(table.columns):
        return None
    found: dict[str, list[int]] = {}
    for (at, key, letters), column in zip(cells, table.columns, strict=True):
        label = _letters(column.label)
        # 一 at the end of a cell is taken for its number.
        if len(key) < 3 or not (label.startswith(key) or sorted(label) == sorted(letters)):
            return None
        found[column.key] = [at]
    return found


def has_own_column(table: FormTable, header: RowFacts) -> bool:
    """Whether a header has a column that the form does not have: one cell more than columns, and a word of the author's."""
    cells = [s for s in header.sights if s.shape is Shape.TEXT and s.key and not s.note and CORNER not in s.roles]
    return len(cells) > len(table.columns) and names_another([header], table.key)


def _letters(label: str) -> str:
    return "".join(c for c in label if c.isalnum())


@functools.lru_cache(maxsize=8192)
def align_to_header(
    table: FormTable, header: RowFacts, facts: RowFacts, *, drops: bool, crowded: bool = False
) -> Positions | None:
    """Positions of a row's cells under a header row of the same layout; ``None`` if they cannot be told.

    Where a filled cell stands under no header cell, as many figures as columns still place themselves, unless a row under
    the same header has more (*crowded*): then one of them may be that of a column that the form does not have. A row that
    ends before its last column is read only if the layout leaves out blank cells at the end (*drops*), since a layout
    that leaves out others too moves the figures behind them.
    """
    columns = header_positions(table, header)
    if columns is None or any(facts.sights[at].several for at in facts.filled):
        return None
    stub = next((at for at, s in enumerate(header.sights) if s.key == "信息内容"), None)
    first_column = min(min(p) for p in columns.values())
    # Rows and header may have another number of cells before the label.
    shift = facts.label_at - stub if stub is not None and stub < first_column else 0
    taken: set[int] = set()
    positions: list[int] = []
    for column in table.columns:
        here = [p + shift for p in columns[column.key]]
        taken.update(here)
        filled = [p for p in here if p < len(facts.sights) and facts.sights[p].shape is not Shape.BLANK]
        if len({_content(facts, p) for p in filled}) > 1 or (filled and len(filled) < len(here)):
            # Of a merged cell that is repeated all pieces say the same, and none is missing.
            return None
        positions.append(filled[0] if filled else here[0])
    if any(_names_another(header, at - shift) for at in facts.filled if at not in taken and at > facts.label_at):
        return None
    if not set(facts.filled) <= taken:
        if len(facts.sights) == len(header.sights) and not shift and not _beside(columns, facts.filled):
            return None
        in_order = list(columns) == [c.key for c in table.columns]
        return facts.filled if in_order and not crowded and places_itself(facts, len(table.columns)) else None
    if _pads(header) and _pads(facts) and len(facts.sights) < len(header.sights):
        # Blank cells behind the last column of the header fill every row up, a short one too.
        return None
    if min(positions) <= facts.label_at or (max(positions) >= len(facts.sights) and not drops):
        return None
    return tuple(positions)


def _beside(columns: dict[str, list[int]], filled: Positions) -> bool:
    """Whether each figure of a row as long as its header stands under or behind its own heading and before the next.

    A tool that finds too many columns on a page moves figures so. One figure alone beside its heading, where others stand
    under theirs, may be of a column that the author added without a name, and the form's cell be blank.
    """
    heads = [min(places) for places in columns.values()]
    edges = [*heads[1:], filled[-1] + 1]
    moved = sum(at != figure for at, figure in zip(heads, filled, strict=False))
    return (
        len(filled) == len(heads)
        and (moved > 1 or len(heads) == 1)
        and all(at <= figure < after for at, figure, after in zip(heads, filled, edges, strict=True))
    )


def _names_another(header: RowFacts, at: int) -> bool:
    """Whether a header cell names a column that the form does not have, such as 合计 or 上年."""
    if not 0 <= at < len(header.sights):
        return False
    sight = header.sights[at]
    return sight.shape is Shape.TEXT and bool(sight.key) and not sight.terms


def _pads(facts: RowFacts) -> bool:
    return facts.sights[-1].shape is Shape.BLANK


def _content(facts: RowFacts, at: int) -> object:
    sight = facts.sights[at]
    return sight.figure if sight.figure is not None else (sight.shape, sight.key)
