"""From printed rows to the statutory tables: what belongs where, in one reading of the text.

The stage takes rows in reading order, mends their labels, joins the parts of a table that a page break separated (by
dropping repeated headers), finds the columns, and returns what it could anchor and what it had to refuse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from gxparse.forms.editions import EDITIONS
from gxparse.forms.gather_rows import gather_rows
from gxparse.forms.labels import join_words, part_lines
from gxparse.forms.loose_rows import refuse_loose
from gxparse.forms.mend import mend_rows
from gxparse.forms.place_rows import place_rows
from gxparse.forms.proof import keep_proved
from gxparse.forms.reading import Reading, voted_edition
from gxparse.forms.rows import Role, read_row
from gxparse.forms.segment import LONG, split_runs
from gxparse.forms.split_rows import cuts_words, proves_columns, refuse_cut_cells, refuse_split
from gxparse.forms.untangle import untangle
from gxparse.grid.lines import holds_figure
from gxparse.layout.ast import Row
from gxparse.layout.grammar import layout_traits

__all__ = ["read_tables"]


def read_tables(rows: Sequence[Row], layout: str, *, edition: str | None = None) -> Reading:
    """Read all rows of a text as the statutory tables of one edition.

    ``edition`` decides where the words of the tables do not. Pure: no figure is converted here.
    """
    traits = layout_traits(layout)
    cells = traits.get("cells")
    words = cells == "words"
    if words:
        rows = [join_words(row) for row in rows]
    elif traits.get("labels") == "cut":
        # Headings side by side are no pieces of one label.
        rows = [join_words(row) if holds_figure(row) else row for row in rows]
    if cells == "run":
        rows = split_runs(rows)
    elif max([len(row.raws) for row in rows], default=0) > LONG:
        rows = [part for row in rows for part in (split_runs([row]) if len(row.raws) > LONG else [row])]
    if cells != "exact" and any(broken := ["\n" in "".join(row.raws) for row in rows]):
        rows = [p for row, lines in zip(rows, broken, strict=True) for p in (part_lines(row) if lines else (row,))]
    facts = [read_row(row.raws if row.whole is None else row.whole) for row in rows]
    if cells != "exact":
        rows, facts = untangle(rows, facts)
    facts, mendings = mend_rows(facts)
    votes: Counter[str] = Counter()
    for fact in facts:
        for key, count in fact.votes:
            votes[key] += count
    annex = [fact.role for fact in facts].count(Role.ANNEX)
    chosen = voted_edition(votes) or edition
    if chosen is None:
        return Reading(layout, None, {}, dict(votes), annex)
    form = EDITIONS[chosen]
    gathered = gather_rows(form, rows, facts)
    tables = place_rows(form, gathered, mendings, traits)
    strangers = refuse_loose(form, gathered, tables, traits)
    cut = not words and cells != "run" and not proves_columns(form, tables) and cuts_words(facts)
    for key, placed in tables.items():
        reading = refuse_split(form.by_key[key], placed, gathered.rows, gathered.facts)
        if cut:
            reading = refuse_cut_cells(form.by_key[key], reading)
        tables[key] = keep_proved(form.by_key[key], reading, strict=words) if reading.refusals else reading
    strangers = [*((rows[at], facts[at]) for at in gathered.pieces), *strangers]
    return Reading(layout, chosen, tables, dict(votes), annex, tuple(strangers))
