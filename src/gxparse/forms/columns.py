"""Finding the columns: which cell of a printed row belongs to which column of the form.

Headers anchor columns where header and body are laid out alike. In the requests table many tools drop or repeat
merged cells, so that several alignments are tried on all rows of a part and the one that fits every row is taken:

``compact``  the figures begin right behind the label;
``padded``   behind the label come the cells that its merged cell covers in the form;
``body``     the columns stand where the rows without blanks have them;
``header``   the columns stand where the header of the part has them.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from gxparse.forms.figures import Shape
from gxparse.forms.lexicon import CORNER
from gxparse.forms.rows import RowFacts
from gxparse.forms.spec import Row as FormRow
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
    """Truncated header labels (``本年新 | 本年新``): accepted if each begins the label in its place."""
    cells = [
        (at, s.key)
        for at, s in enumerate(header.sights)
        if s.shape is Shape.TEXT and s.key and not s.note and CORNER not in s.roles
    ]
    if len(cells) != len(table.columns):
        return None
    found: dict[str, list[int]] = {}
    for (at, key), column in zip(cells, table.columns, strict=True):
        if len(key) < 3 or not _letters(column.label).startswith(key):
            return None
        found[column.key] = [at]
    return found


def _letters(label: str) -> str:
    return "".join(c for c in label if c.isalnum())


@functools.lru_cache(maxsize=8192)
def align_to_header(table: FormTable, header: RowFacts, facts: RowFacts) -> Positions | None:
    """Positions of a row's cells under a header row of the same layout; ``None`` if a filled cell has no column."""
    columns = header_positions(table, header)
    if columns is None:
        return None
    stub = next((at for at, s in enumerate(header.sights) if "信息内容" == s.key), None)
    first_column = min(min(p) for p in columns.values())
    # Rows and header may have another number of cells before the label.
    shift = facts.label_at - stub if stub is not None and stub < first_column else 0
    taken: set[int] = set()
    positions: list[int] = []
    for column in table.columns:
        here = [p + shift for p in columns[column.key]]
        taken.update(here)
        filled = [p for p in here if p < len(facts.sights) and facts.sights[p].shape is not Shape.BLANK]
        if len({_content(facts, p) for p in filled}) > 1:
            return None
        positions.append(filled[0] if filled else here[0])
    for at in range(facts.label_at + 1, len(facts.sights)):
        if facts.sights[at].shape is not Shape.BLANK and at not in taken:
            return None
    return tuple(positions)


def _content(facts: RowFacts, at: int) -> object:
    sight = facts.sights[at]
    return sight.figure if sight.figure is not None else (sight.shape, sight.key)


def columns_in_order(headers: Sequence[RowFacts], table: FormTable) -> bool:
    """Whether the header labels come in the order of the form, row by row; a swapped column must not be read."""
    order = {c.key: n for n, c in enumerate(table.columns)}
    for header in headers:
        seen = [
            max(order[t.key] for t in terms if t.table == table.key)
            for _, terms in header.columns
            if any(t.table == table.key for t in terms)
        ]
        if len({t.label for c in header.columns for t in c[1]}) == len(seen) and seen != sorted(seen):
            return False
    return True


def fits(facts: RowFacts, positions: Positions) -> bool:
    """Whether a row can be read with its columns at *positions*: every filled cell has one, none is the label.

    A row that ends before the last position fits only if the layout writes blank cells out and drops just those at
    the end of a row; a blank before a filled cell is the proof.
    """
    if positions[0] <= facts.label_at or not set(facts.filled) <= set(positions):
        return False
    if len(facts.sights) > positions[-1]:
        return True
    return bool(facts.filled) and any(s.shape is Shape.BLANK for s in facts.sights[: facts.filled[-1]])


def align_requests(
    table: FormTable, rows: Sequence[tuple[FormRow, RowFacts]], headers: Sequence[RowFacts]
) -> tuple[str, list[Positions | None]]:
    """Positions of the cells of all rows of one part of the requests table, and the alignment they follow.

    A row with as many filled cells as there are columns places itself. The others are placed by the one alignment
    that agrees with the rows that place themselves and fits all others too; where two alignments do so and differ
    on a row, that row stays unplaced (``None``).
    """
    width = len(table.columns)
    sure = [facts.filled if len(facts.filled) == width else None for _, facts in rows]
    if all(sure):
        return "filled", list(sure)
    candidates = _alignments(table, rows, headers, sure)
    ranked: list[tuple[int, str, list[Positions | None]]] = []
    for name, found in candidates.items():
        good = 0
        for (_, facts), positions, certain in zip(rows, found, sure, strict=True):
            if positions is not None and (positions == certain if certain is not None else fits(facts, positions)):
                # A whole row says more than one that was cut short.
                good += 2 if len(facts.sights) > positions[-1] else 1
        ranked.append((good, name, found))
    ranked.sort(key=lambda entry: -entry[0])
    if not ranked or not ranked[0][0]:
        return "filled", list(sure)
    best_score, best, _ = ranked[0]
    rivals = [found for score, _, found in ranked if score == best_score]
    out: list[Positions | None] = []
    for n, (_, facts) in enumerate(rows):
        if sure[n] is not None:
            out.append(sure[n])
            continue
        readings = [p for found in rivals if (p := found[n]) is not None and fits(facts, p)]
        contents = {tuple(_cell(facts, at) for at in p) for p in readings}
        out.append(readings[0] if len(contents) == 1 else None)
    return best, out


def _alignments(
    table: FormTable,
    rows: Sequence[tuple[FormRow, RowFacts]],
    headers: Sequence[RowFacts],
    sure: Sequence[Positions | None],
) -> dict[str, list[Positions | None]]:
    width = len(table.columns)
    found: dict[str, list[Positions | None]] = {
        "compact": [_run(facts.label_at + 1, width) for _, facts in rows],
        "padded": [_run(facts.label_at + span_of_label(table, row), width) for row, facts in rows],
    }
    bodies = {p for p in sure if p is not None}
    if len(bodies) == 1:
        found["body"] = [bodies.pop()] * len(rows)
    columns: dict[str, int] = {}
    for header in headers:
        for at, terms in header.columns:
            for term in terms:
                if term.table == table.key:
                    columns[term.key] = at
    places = tuple(columns.get(c.key, -1) for c in table.columns)
    if -1 not in places and list(places) == sorted(set(places)):
        found["header"] = [places] * len(rows)
    return found


def _run(start: int, width: int) -> Positions:
    return tuple(range(start, start + width))


def _cell(facts: RowFacts, at: int) -> object:
    if at >= len(facts.sights) or facts.sights[at].shape is Shape.BLANK:
        return None
    return _content(facts, at)


def span_of_label(table: FormTable, row: FormRow) -> int:
    """How many label columns the row's own label covers in the form."""
    return table.label_columns - len(row.group_path)
