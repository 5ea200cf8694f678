"""Figures that no label anchors: those inside a recognised table are refused by name, others belong to no table."""

from __future__ import annotations

from attrs import evolve

from gxparse.forms.gather_rows import GatheredRows
from gxparse.forms.reading import Refusal, TableReading
from gxparse.forms.rows import Role, RowFacts
from gxparse.forms.spec import Edition
from gxparse.layout.ast import Row

__all__ = ["refuse_loose"]


def refuse_loose(form: Edition, gathered: GatheredRows, placed: dict[str, TableReading]) -> list[tuple[Row, RowFacts]]:
    """Refuse the loose figures in *placed*, each in the table it stands in; those that stand in none are returned.

    A loose row with fewer figures than the table has columns, or beside a row with fewer, may be the rest of the
    row above it, or the beginning of the row below it, whose digits a narrow column wrapped or a page cut: that row
    is refused with it.
    """
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
        few = len(facts.filled) < width
        above = max((n for (t, _), found in gathered.found.items() for n in found if t == home and n < at), default=-1)
        wrapped = {above} if few else set()
        if facts.role is Role.VALUES:
            # Figures right above a label may be the upper pieces of its own, and right below it the lower ones.
            for near in (above, at + 1):
                if abs(near - at) > 1 or near == len(rows) or facts_of[near].role is not Role.DATA:
                    continue
                if few or len(facts_of[near].filled) < width:
                    wrapped.add(near)
        if wrapped:
            cut = [r for r in taken if any(n >= 0 and r.row is rows[n] for n in wrapped)]
            taken = tuple(r for r in taken if r not in cut)
            refusals += [Refusal("row-not-placed", home, r.key, r.row, r.facts) for r in cut]
        placed[home] = evolve(reading, rows=taken, refusals=tuple(refusals))
    return strangers
