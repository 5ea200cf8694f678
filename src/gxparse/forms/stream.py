"""Texts without row marks: labels anchor rows, and what follows a label is its row.

A row is read if exactly as many cells follow its label as its table has columns. Blank cells are known from line
breaks where the text kept them (:mod:`gxparse.forms.blanks`), or from where figures stand on the line
(:mod:`gxparse.forms.page_columns`). Where figures stand before their labels, or labels without figures show that the
order of the text is not the order of the form, only rows that stand on one line are read, unless every sum of the
table proves the order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise, zip_longest

from attrs import evolve

from gxparse.forms.alignment import ways_to_count
from gxparse.forms.blanks import Blanks, Cells
from gxparse.forms.case_order import FRAMES, cases_in_order, halves_in_order
from gxparse.forms.doubts import cut_off, disordered, displaced, doubtful, filled_up, has_totals, lacks_sum
from gxparse.forms.editions import EDITIONS
from gxparse.forms.entries import Entry
from gxparse.forms.figures import Shape
from gxparse.forms.gather_entries import gather_entries
from gxparse.forms.geometry import Ruler, stands_apart
from gxparse.forms.glued import part_glued
from gxparse.forms.header_order import Mark, applicants_in_order, marks_of
from gxparse.forms.header_places import places_contradict
from gxparse.forms.hidden_wraps import may_hide_wraps
from gxparse.forms.lexicon import ANNEX, COLUMN, CORNER, Sighting
from gxparse.forms.lone_totals import lone_totals
from gxparse.forms.mend import Mending
from gxparse.forms.own_columns import beside_own_column
from gxparse.forms.page_columns import PageColumns
from gxparse.forms.page_order import rows_in_order
from gxparse.forms.reading import Reading, Refusal, RowReading, TableReading, voted_edition
from gxparse.forms.rejoin import fits_above, joined_sight, rejoin_lines, sums_hold
from gxparse.forms.rows import Role, RowFacts
from gxparse.forms.settle import settle_rows
from gxparse.forms.spec import Edition
from gxparse.forms.spec import Table as FormTable
from gxparse.forms.stacks import stacked_rows
from gxparse.forms.word_labels import read_words
from gxparse.forms.words import Event, Word
from gxparse.layout.ast import Row
from gxparse.span import Span

# The members of an enumeration are looked up slowly, and this for every cell.
_BLANK = Shape.BLANK
_NOTHING = Sighting(_BLANK)
_DIGITS = re.compile("[0-9]{1,18}")


def read_stream(
    text: str, rows: Sequence[Row], layout: str, *, edition: str | None = None, pages: Sequence[int] = ()
) -> Reading:
    """Read lines of words as the statutory tables of one edition. Pure: no figure is converted here."""
    words = read_words(text, rows)
    votes = _votes(words)
    annex = sum([ANNEX in [t.role for t in w.terms] for w in words if w.terms])
    chosen = voted_edition(votes) or edition
    if chosen is None:
        return Reading(layout, None, {}, dict(votes), annex)
    form = EDITIONS[chosen]
    entries = gather_entries(form, words)
    blanks = Blanks(text, entries)
    ruler = Ruler(text, pages)
    # Where a figure stands matters only for rows that lack some.
    short = any(0 < len(e.figures) < e.width for found in entries.values() for e in found)
    ways = ways_to_count(ruler, entries) if short else ()
    tables = {key: read_entries(ruler, form, found, blanks, ways) for key, found in entries.items() if found}
    return Reading(layout, chosen, tables, dict(votes), annex)


def _votes(words: Sequence[Word]) -> Counter[str]:
    votes: Counter[str] = Counter()
    for word in words:
        terms = word.terms
        if terms and not word.cut:
            editions = terms[0].editions if len(terms) == 1 else frozenset().union(*[t.editions for t in terms])
            if len(editions) == 1:
                (key,) = editions
                votes[key] += 1
    return votes


def read_entries(
    ruler: Ruler, form: Edition, entries: Sequence[Entry], blanks: Blanks, ways: Sequence[bool]
) -> TableReading:
    """One table from its entries: what can be placed, and what must be refused.

    *ruler* measures the text the entries are from; *ways* says how the characters of columns may be counted (:func:`gxparse.forms.alignment.ways_to_count`).
    """
    table = entries[0].table
    text = ruler.text
    span = Span(min(e.label.start for e in entries), max(e.stop for e in entries))
    if not all(_in_form_order(ruler, header, table) for header in {e.header for e in entries}):
        # Nothing of a table is read whose header names the columns in another order.
        refused = [_refusal("columns-out-of-order", e, e.figures) for e in entries if e.figures]
        return TableReading(table.key, (), tuple(refused), "stream", span)
    is_disordered = disordered(entries)
    # Without sums nothing proves an order.
    in_order = rows_in_order(form, entries) if is_disordered and has_totals(table) else {}
    ordered = {w for words in in_order.values() for w in words}
    unsure = doubtful(entries) | filled_up(entries, blanks) | cut_off(entries)
    moved = displaced(entries, blanks)
    columns = PageColumns(ruler, entries, ways)
    stacked = stacked_rows(ruler, entries)
    totals = lone_totals(ruler, form, entries, ways)
    # Behind the label of a whole row a mark of blank cells is one of the label's own columns.
    whole = [e for e in entries if len(e.figures) == e.width]
    marked = any(_is_marked(e.cells[0]) for e in whole)
    placed: dict[Entry, Cells] = {}
    unplaced: list[Entry] = []
    spilled: Entry | None = None
    refusals: list[Refusal] = []
    for entry, after in zip_longest(entries, entries[1:]):
        cells = _cells(entry, blanks, columns, is_disordered, marked=marked, has_whole=bool(whole))
        if cells is not None and ((entry in unsure and not _proved(entry, cells)) or entry in moved):
            cells = None
        if cells is not None and spilled is not None and _claims(spilled, entry):
            cells = None
        if cells is not None and _hides_wraps(text, entry, after, cells):
            cells = None
        accounted = bool(in_order) and ordered.issuperset(entry.strays)
        if entry in stacked:
            cells = tuple(_joined(text, pieces) for pieces in stacked[entry])
            accounted = True
        if cells is None:
            cells = in_order.get(entry.key) or totals.get(entry.key)
        if cells is None and not _contested(entry, after):
            cells = _rejoin(text, entry)
            # Of a row with too few figures the strays before its label are the missing ones.
            accounted |= cells is not None and len(entry.figures) <= entry.width
        if cells is not None:
            placed[entry] = cells
        elif entry.figures:
            unplaced.append(entry)
            refusals.append(_refusal("row-not-placed", entry, entry.figures))
        if entry.strays and not accounted:
            refusals.append(_refusal("unanchored-figures", entry, entry.strays))
        # Figures that the row above could not use may be the upper pieces of the next one's.
        spilled = entry if len(entry.figures) > entry.width and cells is None else None
    in_doubt = beside_own_column(entries, unplaced).difference(stacked)
    refusals += [_refusal("row-not-placed", entry, entry.figures) for entry in placed if entry in in_doubt]
    rows, twice = settle_rows([_row_reading(e, cells) for e, cells in placed.items() if e not in in_doubt])
    rows, contradicted = _without_rivals(rows, entries)
    return TableReading(table.key, rows, (*refusals, *twice, *contradicted), "stream", span, foreign=bool(in_doubt))


def _without_rivals(
    rows: Sequence[RowReading], entries: Sequence[Entry]
) -> tuple[tuple[RowReading, ...], list[Refusal]]:
    """The rows whose label does not stand once more with as many figures that are others."""
    whole = [entry for entry in entries if len(entry.figures) == entry.width]
    times = Counter([entry.key for entry in whole])
    if len(times) == len(whole):
        return tuple(rows), []
    full: dict[str, set[tuple[object, ...]]] = {}
    for entry in whole:
        if times[entry.key] > 1:
            full.setdefault(entry.key, set()).add(tuple(w.sight.figure or w.raw for w in entry.figures))
    rivals = [r for r in rows if len(full.get(r.key, ())) > 1]
    refusals = [Refusal("row-twice", r.table, r.key, r.row, r.facts) for r in rivals]
    return tuple(r for r in rows if r not in rivals), refusals


def _cells(
    entry: Entry, blanks: Blanks, columns: PageColumns, disordered: bool, *, marked: bool, has_whole: bool
) -> Cells | None:
    """The cells of a row, if what stands behind its label is just that row.

    *marked* is whether a mark of blank cells may be of the label, *has_whole* whether the table has a row without one.
    """
    figures = entry.figures
    if entry.repeats:
        return _once(entry)
    if len(figures) == entry.width:
        return figures if not disordered or entry.on_one_line else None
    if disordered or not figures or len(figures) > entry.width:
        return None
    of_label = marked and _is_marked(entry.cells[0])
    return (
        (None if of_label else _written_out(entry) or _measured(columns.ruler.text, entry, blanks, has_whole=has_whole))
        or part_glued(columns.ruler, entry, columns.whole_beside(entry), columns.ways)
        or columns.cells(entry)
    )


def _once(entry: Entry) -> Cells | None:
    """Each figure of a row once, if they stand on its line as often as the header names their columns."""
    figures = entry.figures
    if not entry.on_one_line or len(figures) != len(entry.named):
        return None
    columns: dict[str, Word] = {}
    for key, word in zip(entry.named, figures, strict=True):
        if columns.setdefault(key, word).raw != word.raw:
            return None
    return tuple(columns.values())


def _written_out(entry: Entry) -> Cells | None:
    """The cells of a row that has a word for each on one line, blank ones included, as ``NaN``."""
    cells = [w for w in entry.cells if w.raw.strip()]
    if len(cells) != entry.width or len({w.line for w in cells}) > 1:
        return None
    return tuple(w if w.event is Event.FIGURE else None for w in cells)


def _measured(text: str, entry: Entry, blanks: Blanks, *, has_whole: bool) -> Cells | None:
    """The cells of a row by its line breaks; none if a blank first cell leaves it without its sum in a table of short rows.

    One empty line may also part the lines of a label from the figures beside them, and whole rows would show that.
    """
    cells = blanks.cells(entry)
    if cells is None or cells[0] is not None or entry.on_one_line or entry.term is None or has_whole:
        return cells
    if cells[1] is None or any(
        line.strip(" \t") for line in text[entry.label.stop : entry.cells[0].start].split("\n")[:-1]
    ):
        # Several empty lines, or wide spaces in the first one, are cells.
        return cells
    return None if lacks_sum(entry, [n for n, word in enumerate(cells) if word is not None]) else cells


def _is_marked(word: Word) -> bool:
    """Whether a word says that a cell is blank, as ``NaN`` does."""
    return word.event is Event.BLANK and bool(word.raw.strip())


def _rejoin(text: str, entry: Entry) -> Cells | None:
    """A row with wrapped digits, put together in the only way that its total allows."""
    words = entry.figures
    if len(words) <= entry.width:
        words = (*entry.strays, *words)
    if any(w.sight.figure is None or not w.sight.figure.plain for w in words):
        return None
    lines: list[list[Word]] = []
    for word in words:
        if lines and lines[-1][0].line == word.line:
            lines[-1].append(word)
        else:
            lines.append([word])
    if any(_DIGITS.fullmatch(w.raw) is None for w in words):
        return None
    way = rejoin_lines(entry.table, [[w.raw for w in line] for line in lines], _gaps(words))
    if way is None:
        return None
    return tuple(_joined(text, [words[at] for at in group]) for group in way)


def _gaps(words: Sequence[Word]) -> set[int]:
    """Positions of the words that more than one space parts from the word before on their line: of another cell."""
    return {n for n, (a, b) in enumerate(pairwise(words), 1) if a.line == b.line and b.start > a.stop + 1}


def _claims(before: Entry, entry: Entry) -> bool:
    """Whether figures left over at the end of one row may be upper pieces of the figures of the next."""
    if len({w.line for w in entry.figures}) > 1:
        return not entry.regular
    last = [w.raw for w in before.figures if w.line == before.figures[-1].line]
    row = [w.raw for w in entry.figures]
    if len(row) != entry.width or len(last) > len(row) or any(_DIGITS.fullmatch(d) is None for d in (*last, *row)):
        return False
    return fits_above(entry.table, last, row)


def _contested(entry: Entry, after: Entry | None) -> bool:
    """Whether a row is whole without the pieces behind it, and they fit the next row as well."""
    if after is None or len(entry.figures) <= entry.width or len(after.figures) != after.width:
        return False
    return _proved(entry, entry.figures[: entry.width]) and _claims(entry, after)


def _joined(text: str, pieces: Sequence[Word]) -> Word:
    """One cell made of several words; its text is a stretch of the source if the pieces touch, else the first piece."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return first
    touching = all(text[a.stop : b.start].isspace() for a, b in pairwise(pieces))
    stop = last.stop if touching else first.stop
    return evolve(first, stop=stop, raw=text[first.start : stop], sight=joined_sight([p.raw for p in pieces]))


def _in_form_order(ruler: Ruler, header: Sequence[Word], table: FormTable) -> bool:
    """Whether columns stand in the order of the form, as far as whole labels show it on one line, or pieces by their places."""
    if any(w.event is Event.PIECE for w in header) and places_contradict(ruler, header, table):
        return False
    if table.key == "proceedings":
        halves = [[w.sight.key for w in words] for _, words in groupby(header, key=lambda w: w.line)]
        return cases_in_order(table, [w.terms for w in _in_place(header)]) and halves_in_order(halves)
    if table.key == "requests":
        return _applicants_in_order(header)
    order = {c.key: n for n, c in enumerate(table.columns)}
    lines: dict[int, list[int]] = {}
    pieces = Event.PIECE in [w.event for w in header]
    for word in header:
        for term in word.terms:
            if term.role == COLUMN and term.table == table.key and term.key in order:
                # Of a header without wrapped labels all lines together must be in order.
                lines.setdefault(word.line if pieces else 0, []).append(order[term.key])
    return all(seen == sorted(seen) for seen in lines.values() if len(set(seen)) == len(seen))


def _applicants_in_order(header: Sequence[Word]) -> bool:
    """Whether the columns of section three stand in the order of the form: line by line, or one behind another."""
    lines: dict[int, list[Mark]] = {}
    for word in header:
        marks = marks_of(word.terms, word.sight.key) if not word.ordinal else ()
        if marks:
            lines.setdefault(word.line, []).extend(marks)
    apart = all(len(marks) == 1 for marks in lines.values())
    return applicants_in_order(
        [[m for marks in lines.values() for m in marks]] if apart else lines.values(), apart=apart
    )


def _in_place(header: Sequence[Word]) -> list[Word]:
    """The words of a header whose order says something: header cells that cover others, only line by line or in one line.

    A page prints them on the middle line of their cells, one above and one beside the labels below.
    """
    firsts = {w.line: w for w in reversed(header)}
    out = list(header)
    for pair in FRAMES:
        words = [w for w in header if any(t.role == CORNER and t.key in pair for t in w.terms)]
        if len({w.line for w in words}) > 1 and any(w is not firsts[w.line] for w in words):
            out = [w for w in out if w not in words]
    return out


def _proved(entry: Entry, cells: Cells) -> bool:
    """Whether every total of a row is the sum of its parts, all of them given."""
    figures = [w.sight.figure for w in cells if w is not None and w.sight.figure is not None]
    return len(figures) == entry.width and sums_hold(entry.table, [f.number for f in figures])


def _hides_wraps(text: str, entry: Entry, after: Entry | None, cells: Cells) -> bool:
    """Whether the figures of a row may be fewer ones, with wrapped digits, beside blank cells.

    On a line that holds no other row, or on which the figures are set in columns, each column has one piece.
    """
    words = [w for w in cells if w is not None]
    alone = entry.term is not None and (after is None or after.label.line != entry.label.line)
    if len(words) < entry.width or (entry.on_one_line and alone) or _stand_in_columns(text, words):
        return False
    return all(_DIGITS.fullmatch(w.raw) for w in words) and may_hide_wraps(entry.table, [w.raw for w in words])


def _stand_in_columns(text: str, words: Sequence[Word]) -> bool:
    """Whether words stand on one line with more than a space between any two."""
    return len({w.line for w in words}) == 1 and all(stands_apart(text, w.start) for w in words[1:])


def _refusal(reason: str, entry: Entry, words: Sequence[Word]) -> Refusal:
    row, facts = _row(entry, words)
    return Refusal(reason, entry.table.key, None if reason == "unanchored-figures" else entry.key, row, facts)


def _row(entry: Entry, cells: Sequence[Word | None]) -> tuple[Row, RowFacts]:
    """A row as if the layout had marked it: the label, then one cell for each column."""
    words = [entry.label]
    for word in cells:
        words.append(_nothing(words[-1].stop) if word is None else word)
    start = min([word.start for word in words])
    stop = max(words[-1].stop, entry.label.stop)
    sights = tuple([word.sight for word in words])
    filled = tuple([n for n, sight in enumerate(sights) if n and sight.shape is not _BLANK])
    row = Row(start, stop - start, tuple([word.raw for word in words]), tuple([word.start - start for word in words]))
    return row, RowFacts(Role.DATA, sights, entry.term, 0, filled)


def _nothing(at: int) -> Word:
    """A blank cell, where the cell in front of it ends."""
    return Word(Event.BLANK, at, at, "", "", 0, 0, _NOTHING)


def _row_reading(entry: Entry, cells: Cells) -> RowReading:
    row, facts = _row(entry, cells)
    mending = None
    if entry.label.cut and entry.term is not None:
        mending = Mending("cut", entry.term, (0,))
    return RowReading(
        entry.table.key, entry.key, row, facts, tuple(range(1, len(cells) + 1)), entry.term, mending, (), entry.headers
    )
