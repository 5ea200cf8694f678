"""Placing the cells of rows whose columns no header cell names one by one: sections three and four.

A row with as many figures as there are columns places itself. Any other row has blank cells, and where they are is
known from the shape of the printed table alone, which tools change in few ways:

``spread``  merged cells are padded, so that cells stand in columns: all rows of a part are equally wide and the
            figures stand where the header has its columns, or each label is padded to the width it has in the form;
``packed``  a merged cell is one cell: the figures begin right behind the label.

The header tells which: 法人或其他组织 covers five columns, so that 总计 stands five cells behind it or right behind
it. Where the header is silent, a row is placed only if every shape that suits all rows of its part agrees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from gxparse.forms.figures import Shape
from gxparse.forms.header_order import names_another
from gxparse.forms.moved_rows import moved_rows
from gxparse.forms.rows import RowFacts
from gxparse.forms.spec import Row as FormRow
from gxparse.forms.spec import Table as FormTable
from gxparse.model.shape import Figure

#: positions of one row's cells, column by column
Positions = tuple[int, ...]

PACKED, SPREAD = "packed", "spread"
#: columns of 行政复议, the first of section four
REVIEW = 5
_COVERING = "法人或其他组织"
#: rows with more figures than columns that are no chance
_ROWS = 2


@frozen
class Surroundings:
    """What the rest of the text tells about one part of a table."""

    #: shape of the headers elsewhere in the text; ``""`` if they do not tell or do not agree
    shape: str = ""
    #: whether the layout leaves out blank cells at the end of a row
    drops: bool = False
    #: blank cells that every row of the text begins with
    lead: int = 0
    #: whether blank cells are so easily mistaken that a shape must suit every row of a part
    strict: bool = False
    #: whether the layout marks the end of each row, so that nothing but blank cells can be missing there
    ends: bool = False


def header_shape(headers: Iterable[RowFacts]) -> str:
    """Whether merged cells of a header are padded (``"spread"``) or not (``"packed"``); ``""`` if it cannot be told."""
    for header in headers:
        covering = [at for at, s in enumerate(header.sights) if s.key == _COVERING]
        totals = [at for at, terms in header.columns if any(t.table == "requests" and t.key == "total" for t in terms)]
        if not covering or not totals:
            continue
        if len(covering) >= 5 or totals[0] - covering[0] >= 5:
            return SPREAD
        if len(covering) == 1 and totals[0] - covering[0] == 1:
            return PACKED
    return ""


def drops_blanks(rows: Iterable[RowFacts]) -> bool:
    """Whether blank cells at the end of rows are left out, and only those.

    No row ends with a blank cell although rows differ in width, and some row has a blank cell in front of a figure:
    a layout that leaves out every blank cell has none.
    """
    widths = set()
    inside = False
    for facts in rows:
        sights = facts.sights
        if len(sights) > 1:
            if sights[-1].shape is Shape.BLANK:
                return False
            widths.add(len(sights))
            inside = inside or facts.gaps
    return inside and len(widths) > 1


def places_itself(facts: RowFacts, width: int) -> bool:
    """Whether a row has a figure or a mark for every column."""
    return len(facts.filled) == width and facts.only_values


def align_requests(
    table: FormTable,
    rows: Sequence[tuple[FormRow, RowFacts]],
    headers: Sequence[RowFacts],
    surroundings: Callable[[], Surroundings],
) -> tuple[str, list[Positions | None]]:
    """Positions of the cells of all rows of one part of the requests table, and the shape they were found by."""
    width = len(table.columns)
    facts_of = [facts for _, facts in rows]
    foreign = names_another(headers, table.key)
    has_more = _has_more(facts_of, width, foreign=foreign)
    placed: list[Positions | None] = [
        facts.filled if places_itself(facts, width) and not has_more(facts) else None for facts in facts_of
    ]
    if all(placed):
        return "filled", placed
    around = surroundings()
    for n, (_, facts) in enumerate(rows):
        blank = _run(facts.label_at + 1, width)
        if not facts.filled and fits(facts, blank, around.drops):
            # Only blank cells stand in the row, so that nothing can be misplaced.
            placed[n] = blank
    shape = header_shape(headers) or around.shape
    found: list[list[Positions | None]] = []
    rigid = _rigid(table, facts_of, headers, placed) if shape != PACKED else None
    if foreign:
        # Only where the header stands over each column it is known which one is not the form's.
        size = {len(f.sights) for f in facts_of}
        names = _named(table, [h for h in headers if {len(h.sights)} == size], whole=True)
        return "header", [names if names is not None and _is_named(f, names) else None for f in facts_of]
    if rigid is not None:
        found.append([rigid] * len(rows))
    elif shape != PACKED:
        found.append([_run(_behind_label(table, row, f), width) for row, f in rows])
    if shape != SPREAD:
        found.append([_run(f.label_at + 1, width) for f in facts_of])
    if around.strict or (not shape and len(found) > 1):
        # Without a header a shape must suit every row, or it is not the shape of the part.
        found = [guess for guess in found if _suits(guess, facts_of, around.drops)]
    if around.strict and _differ([f for f, p in zip(facts_of, placed, strict=True) if p is None]):
        found = []
    padded = shape != SPREAD and _pads_behind(facts_of, width)
    moved = moved_rows(table, rows, rigid) if rigid is not None else frozenset()
    for n, facts in enumerate(facts_of):
        if placed[n] is not None or n in moved:
            continue
        readings = {p: None for guess in found if (p := guess[n]) is not None and fits(facts, p, around.drops)}
        if not readings or (len(readings) > 1 and len({_contents(facts, p) for p in readings}) > 1):
            continue
        first = next(iter(readings))
        # Where the end of the row is missing, or more than the row may be there, its total must not speak against it.
        doubtful = padded or len(facts.sights) <= first[-1]
        if (around.ends and around.drops) or not doubtful or plausible(table, facts, first):
            placed[n] = first
    return shape or "body", placed


def _has_more(rows: Sequence[RowFacts], width: int, *, foreign: bool) -> Callable[[RowFacts], bool]:
    """Whether a row of a part may have a figure of a column that the form does not have, in place of a blank one.

    Where the header names such a column (*foreign*), or several rows have more figures than the form has columns, any row
    may; else one that has a blank cell among its figures where a row of the same length has one.
    """
    more = Counter([len(f.filled) for f in rows if len(f.filled) > width and f.only_values])
    most = max(more.values(), default=0)
    if foreign or 2 * most >= len(rows):
        return lambda _: True
    if most >= _ROWS:
        return lambda f: len(f.sights) - f.label_at - 1 > width
    taken: dict[tuple[int, int], set[int]] = {}
    for f in rows:
        taken.setdefault((len(f.sights), f.label_at), set()).update(f.filled)
    return lambda f: any(
        at not in f.filled and f.filled[0] < at < f.filled[-1] for at in taken[len(f.sights), f.label_at]
    )


def _rigid(
    table: FormTable, rows: Sequence[RowFacts], headers: Sequence[RowFacts], placed: Sequence[Positions | None]
) -> Positions | None:
    """Where the columns of a part stand if all its rows are equally wide; ``None`` if that cannot be told."""
    wide = {len(f.sights) for f in rows}
    if len(wide) != 1:
        return None
    (size,) = wide
    width = len(table.columns)
    first = max(f.label_at for f in rows) + 1
    found = {p for f, p in zip(rows, placed, strict=True) if p is not None and f.filled}
    named = _named(table, [h for h in headers if len(h.sights) == size])
    if named is not None:
        found.add(named)
    if size - first == width:
        found.add(_run(first, width))
    if len(found) != 1:
        return None
    (positions,) = found
    return positions if positions[0] >= first else None


def _named(table: FormTable, headers: Sequence[RowFacts], *, whole: bool = False) -> Positions | None:
    """Columns that the header names; unless it must be *whole*, its first and last if they are as far apart as in the form."""
    places: dict[str, int] = {}
    for header in headers:
        for at, terms in header.columns:
            for term in terms:
                if term.table == table.key:
                    places.setdefault(term.key, at)
    keys = [c.key for c in table.columns]
    if all(key in places for key in keys):
        positions = tuple([places[key] for key in keys])
        return positions if list(positions) == sorted(set(positions)) else None
    first, last = places.get(keys[0]), places.get(keys[-1])
    if not whole and first is not None and last is not None and last - first == len(keys) - 1:
        return _run(first, len(keys))
    return None


def _is_named(facts: RowFacts, positions: Positions) -> bool:
    """Whether a row has its label in front of the named columns and no cell of theirs that says several things."""
    return facts.label_at < positions[0] and not any(facts.sights[at].several for at in positions)


def _pads_behind(rows: Sequence[RowFacts], width: int) -> bool:
    """Whether rows end with blank cells that only fill them up, one more here and one less there.

    Then a blank total looks like one of them, and a lone figure may stand in the first column or in the last.
    """
    spare = {len(f.sights) - f.label_at - 1 - width for f in rows}
    return len(spare) > 1 and len({len(f.sights) for f in rows}) > 1


def _differ(rows: Sequence[RowFacts]) -> bool:
    """Whether rows with blank cells have neither as many cells nor as many behind their labels.

    Where white space parts cells, some of it may be part of their texts then, and moves figures to the right.
    """
    return len({len(f.sights) for f in rows}) > 1 and len({len(f.sights) - f.label_at for f in rows}) > 1


def _suits(guess: Sequence[Positions | None], rows: Sequence[RowFacts], drops: bool) -> bool:
    return all(p is not None and fits(f, p, drops) for p, f in zip(guess, rows, strict=True) if f.filled)


def align_cases(
    table: FormTable, facts: RowFacts, headers: Sequence[RowFacts], surroundings: Callable[[], Surroundings]
) -> Positions | None:
    """Positions of the cells of the one row of section four; ``None`` if they cannot be told.

    A row that is wider than the table is placed only under a header that names all fifteen columns one by one, the
    first five where the row begins, or the last ten behind five cells that the header above covers.
    """
    width = len(table.columns)
    size = len(facts.sights)
    if places_itself(facts, width):
        # A blank cell among as many figures as there are columns is a column too, unless the header has none above it.
        among = facts.filled[-1] - facts.filled[0] >= width
        return (
            None
            if among and _places(table, [h for h in headers if len(h.sights) == size]) != {*facts.filled}
            else facts.filled
        )
    around = surroundings()
    whole = _run(around.lead, width)
    if size > around.lead + width:
        named = _places(table, [h for h in headers if len(h.sights) == size])
        if len(named) == width:
            whole = tuple(sorted(named))
        elif (first := _first_of_cases(table, headers, size)) is not None:
            whole = _run(first, width)
        elif not any(set(whole[:5]) <= _places(table, [h]) for h in headers):
            return None
    # Where the end of the row is missing, something else than blank cells may be.
    if len(facts.sights) <= whole[-1] and not around.ends and not plausible(table, facts, whole):
        return None
    return whole if fits(facts, whole, around.drops) else None


def _places(table: FormTable, headers: Iterable[RowFacts]) -> set[int]:
    """Where header cells name columns of a table."""
    return {at for h in headers for at, terms in h.columns if any(t.table == table.key for t in terms)}


def _first_of_cases(table: FormTable, headers: Iterable[RowFacts], size: int) -> int | None:
    """Where the fifteen columns begin, by a row of the header that holds the labels of the last ten, side by side."""
    found = set()
    for header in headers:
        named = sorted(_places(table, [header])) if len(header.sights) == size else []
        first = named[0] - REVIEW if named else -1
        covered = header.sights[max(first, 0) : first + REVIEW]
        if (
            first >= 0
            and named == list(range(named[0], named[0] + len(table.columns) - REVIEW))
            and all(s.shape is Shape.BLANK for s in covered)
        ):
            found.add(first)
    return found.pop() if len(found) == 1 else None


def lead_of(rows: Iterable[RowFacts]) -> int:
    """How many blank cells every row begins with."""
    return min([facts.lead for facts in rows if facts.lead is not None], default=0)


def fits(facts: RowFacts, positions: Positions, drops: bool) -> bool:
    """Whether a row can be read with its columns at *positions*: every filled cell has one, none is the label.

    A row that ends before the last position fits only if the layout leaves out blank cells at the end of rows. A cell
    with several numbers says that columns were merged, and then no position is what it seems.
    """
    if not facts.only_values and any(facts.sights[at].several for at in facts.filled):
        return False
    if positions[0] <= facts.label_at or not set(facts.filled) <= set(positions):
        return False
    return drops or len(facts.sights) > positions[-1]


def plausible(table: FormTable, facts: RowFacts, positions: Positions) -> bool:
    """Whether no total of a row speaks against its parts, blank ones counted as none.

    A total without parts says nothing; parts without their total, or with another sum, do.
    """
    figures: dict[str, Figure] = {}
    for column, at in zip(table.columns, positions, strict=True):
        sight = facts.sights[at] if at < len(facts.sights) else None
        figures[column.key] = sight.figure.number if sight is not None and sight.figure is not None else None
    for column in table.columns:
        parts = [n for key in column.total_of if (n := figures[key]) is not None]
        if parts and sum(parts) != figures[column.key]:
            return False
    return True


def _contents(facts: RowFacts, positions: Positions) -> tuple[object, ...]:
    return tuple([_content(facts, at) for at in positions])


def _content(facts: RowFacts, at: int) -> object:
    sight = facts.sights[at] if at < len(facts.sights) else None
    if sight is None or sight.shape is Shape.BLANK:
        return None
    return sight.figure if sight.figure is not None else (sight.shape, sight.key)


def _run(start: int, width: int) -> Positions:
    return tuple(range(start, start + width))


def _behind_label(table: FormTable, row: FormRow, facts: RowFacts) -> int:
    """Where the figures begin in a row whose label is padded; a label that is repeated over its columns fills them."""
    at, sights = facts.label_at, facts.sights
    repeated = at > 0 and sights[at - 1].shape is Shape.TEXT and sights[at - 1].key == sights[at].key
    return at + (1 if repeated else span_of_label(table, row))


def span_of_label(table: FormTable, row: FormRow) -> int:
    """How many label columns the row's own label covers in the form."""
    return table.label_columns - len(row.group_path)
