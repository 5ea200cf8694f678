"""Figures that no label anchors: those inside a recognised table are refused by name, others belong to no table."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from gxparse.forms.figures import Shape
from gxparse.forms.gather_rows import GatheredRows
from gxparse.forms.known_labels import is_piece
from gxparse.forms.reading import Refusal, TableReading
from gxparse.forms.rows import Role, RowFacts, row_term
from gxparse.forms.spec import Edition
from gxparse.layout.ast import Row

__all__ = ["refuse_loose"]


#: a figure for every column may still be the rest of the row above it where all columns are as few as this
_FEW = 1


def refuse_loose(
    form: Edition, gathered: GatheredRows, placed: dict[str, TableReading], traits: Mapping[str, str]
) -> list[tuple[Row, RowFacts]]:
    """Refuse the loose figures in *placed*, each in the table it stands in; those that stand in none are returned.

    A loose row with fewer figures than the table has columns, or beside a row with fewer, may be the rest of the
    row above it, or the beginning of the row below it, whose digits a narrow column wrapped or a page cut: that row
    is refused with it. Not so where the layout marks cells (*traits*) and the loose row is its author's own.
    """
    marked = traits.get("cells") not in ("words", "run")
    rows, facts_of = gathered.rows, gathered.facts
    strangers: list[tuple[Row, RowFacts]] = []
    for at in gathered.loose:
        facts, row = facts_of[at], rows[at]
        home = next((key for key, first in gathered.first.items() if first < at <= gathered.last[key] + 1), None)
        if home is None or home not in placed:
            strangers.append((row, facts))
            continue
        reading = placed[home]
        refusals = [*reading.refusals, Refusal("unanchored-figures", home, None, row, facts)]
        taken = reading.rows
        width = len(form.by_key[home].columns)
        # What a library calls columns without a heading stands beside the rest of a figure that a page cut: Col5, 6.
        figures = sum(facts.sights[n].shape is not Shape.TEXT for n in facts.filled)
        few = figures < width or width <= _FEW
        above = max((n for (t, _), found in gathered.found.items() for n in found if t == home and n < at), default=-1)
        wrapped = {above} if few and not (marked and above >= 0 and _is_own(facts, facts_of[above])) else set()
        if facts.role is Role.VALUES:
            # Figures right above a label may be the upper pieces of its own, and right below it the lower ones.
            for near in (above, at + 1):
                if abs(near - at) > 1 or near == len(rows) or facts_of[near].role is not Role.DATA:
                    continue
                if (few or len(facts_of[near].filled) < width) and not (marked and _is_own(facts, facts_of[near])):
                    wrapped.add(near)
        if wrapped:
            cut = [r for r in taken if any(n >= 0 and r.row is rows[n] for n in wrapped)]
            taken = tuple(r for r in taken if r not in cut)
            refusals += [Refusal("row-not-placed", home, r.key, r.row, r.facts) for r in cut]
        placed[home] = evolve(reading, rows=taken, refusals=tuple(refusals))
    return strangers


def _is_own(facts: RowFacts, near: RowFacts) -> bool:
    """Whether a loose row is no piece of a row near it, whose label is printed whole.

    Its figures stand below the label or in front of it, as the number of a page in the first column; or it has a label of
    its own, in Chinese, which is no piece of one of the form's. (A library calls columns without a heading Col5.)
    """
    if near.label_at < 0 or row_term(near.sights[near.label_at]) is None:
        return False
    if facts.label_at < 0:
        return len(facts.sights) == len(near.sights) and max(facts.filled, default=0) <= near.label_at
    key = facts.sights[facts.label_at].key
    whole = near.sights[near.label_at].key
    return facts.only_values and any("一" <= c <= "鿿" for c in key) and not is_piece(key) and not is_piece(whole + key)
