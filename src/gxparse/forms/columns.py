"""Finding the columns of section two: which cell of a printed row stands under which header cell."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from itertools import pairwise

from gxparse.forms.align import places_itself
from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import COLUMN, CORNER, Term
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


def _letters(label: str) -> str:
    return "".join(c for c in label if c.isalnum())


@functools.lru_cache(maxsize=8192)
def align_to_header(table: FormTable, header: RowFacts, facts: RowFacts, *, drops: bool) -> Positions | None:
    """Positions of a row's cells under a header row of the same layout; ``None`` if they cannot be told.

    Where a filled cell stands under no header cell, as many figures as columns still place themselves. A row that
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
        if len({_content(facts, p) for p in filled}) > 1 or (filled and here[-1] >= len(facts.sights)):
            # Of a merged cell that is repeated all pieces say the same, and none is missing.
            return None
        positions.append(filled[0] if filled else here[0])
    if any(_names_another(header, at - shift) for at in facts.filled if at not in taken and at > facts.label_at):
        return None
    if not set(facts.filled) <= taken:
        in_order = list(columns) == [c.key for c in table.columns]
        return facts.filled if in_order and places_itself(facts, len(table.columns)) else None
    if _pads(header) and _pads(facts) and len(facts.sights) < len(header.sights):
        # Blank cells behind the last column of the header fill every row up, a short one too.
        return None
    if min(positions) <= facts.label_at or (max(positions) >= len(facts.sights) and not drops):
        return None
    return tuple(positions)


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


#: header cells of section four that cover others, in the order of the form, by groups that stand side by side
FRAMES = (("行政复议", "行政诉讼"), ("未经复议直接起诉", "复议后起诉"))


def cases_in_order(table: FormTable, header: Iterable[Sequence[Term]]) -> bool:
    """Whether the header of section four names its blocks and the outcomes of cases in the order of the form.

    *header* has the terms of each cell as they come in the text. The same five outcomes stand three times, once for
    each block; where all are recognised they must come one behind another, else none may come before an earlier one of
    its block, which 总计 ends.
    """
    order = list(dict.fromkeys(c.key.rpartition(".")[2] for c in table.columns))
    frames: list[str] = []
    outcomes: list[int] = []
    for terms in header:
        for term in terms:
            if term.role == CORNER and term.key not in frames:
                frames.append(term.key)
            elif term.role == COLUMN and term.table == table.key:
                outcome = order.index(term.key.rpartition(".")[2])
                if outcomes[-1:] != [outcome]:
                    outcomes.append(outcome)
                break
    if any([f for f in frames if f in pair] == [*reversed(pair)] for pair in FRAMES):
        return False
    if len({outcomes.count(n) for n in range(len(order))}) == 1:
        return all(n == at % len(order) for at, n in enumerate(outcomes))
    last = len(order) - 1
    return all(a < b or b == 0 or a == last for a, b in pairwise(outcomes))


def columns_in_order(headers: Sequence[RowFacts], table: FormTable) -> bool:
    """Whether the header labels come in the order of the form, row by row; a swapped column must not be read."""
    return all(_is_in_order(header, table) for header in headers)


@functools.lru_cache(maxsize=2048)
def _is_in_order(header: RowFacts, table: FormTable) -> bool:
    order = {c.key: n for n, c in enumerate(table.columns)}
    seen = [
        max(order[t.key] for t in terms if t.table == table.key)
        for _, terms in header.columns
        if any(t.table == table.key for t in terms)
    ]
    return len({t.label for c in header.columns for t in c[1]}) != len(seen) or seen == sorted(seen)
