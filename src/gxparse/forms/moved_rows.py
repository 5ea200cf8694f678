"""Rows of the requests table that lost or gained a group cell, so that all their cells stand beside their columns."""

from __future__ import annotations

from collections.abc import Sequence

from gxparse.forms.rows import RowFacts
from gxparse.forms.spec import Row as FormRow
from gxparse.forms.spec import Table as FormTable

__all__ = ["moved_rows"]


def moved_rows(table: FormTable, rows: Sequence[tuple[FormRow, RowFacts]], positions: Sequence[int]) -> frozenset[int]:
    """Rows of an equally wide part that a missing or added group cell moved.

    In the grid of the form the innermost labels stand right in front of the first column, and those of groups further
    left. Others may stand right in front of it as well: all of one depth, or where a tool found fewer columns of labels.
    """
    edge = positions[0] - table.label_columns
    places: dict[int, set[int]] = {}
    for row, facts in rows:
        places.setdefault(len(row.group_path), set()).add(_first_copy(facts))
    moved = set()
    for n, (row, facts) in enumerate(rows):
        depth = len(row.group_path)
        beside = facts.label_at + 1 == positions[0] and (edge < 0 or len(places[depth]) == 1)
        if not beside and _first_copy(facts) != max(edge + depth, 0):
            moved.add(n)
    return frozenset(moved)


def _first_copy(facts: RowFacts) -> int:
    """Where the label of a row stands first: a merged cell may be repeated over all positions that it covers."""
    at = facts.label_at
    while at > 0 and facts.sights[at - 1].key and facts.sights[at - 1] is facts.sights[at]:
        at -= 1
    return at
