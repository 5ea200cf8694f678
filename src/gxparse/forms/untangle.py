"""Cells that hold more than one cell of the form: two rows in one, several figures in one, several labels in one.

Table finders over PDF merge cells where rules are missing. What belongs where is told by counting alone: a cell is
taken apart only if all cells of its row then have exactly as many parts as there are labels or columns, and only if
every total of the row is the sum of its parts. Otherwise the row stays as it is and is refused later.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import chain, zip_longest

from attrs import evolve

from gxparse.forms.align import places_itself
from gxparse.forms.editions import EDITIONS
from gxparse.forms.figures import Figure, Shape
from gxparse.forms.labels import join_words
from gxparse.forms.lexicon import COLUMN, CORNER, ROW, TERMS, Sighting, look_at
from gxparse.forms.rejoin import sums_hold
from gxparse.forms.rows import MAX_CELLS, Role, RowFacts, read_row, row_term
from gxparse.forms.spec import Table as FormTable
from gxparse.layout.ast import Row

__all__ = ["untangle"]

#: a part of a cell and where it begins in the row
Part = tuple[str, int]

_LINE = re.compile(r"(?:(?!<br\b|\\n)[^\n])+", re.IGNORECASE)
_BREAK = re.compile(r"\n|<br\b|\\n", re.IGNORECASE)
_NUMBER = r"[-+]?[0-9]+(?:[.,][0-9]+)*"
#: a thin space groups the digits of one figure
_SPACE = r"[^\S\n\u2009\u200a\u202f]"
_NUMBERS = re.compile(rf"\s*{_NUMBER}(?:{_SPACE}+{_NUMBER})+\s*\Z")
_LABEL_AND_NUMBERS = re.compile(rf"(.*[^\s0-9.,，+\-‐-―－−─/／\\]){_SPACE}+({_NUMBER}(?:{_SPACE}+{_NUMBER})*)\s*\Z")
_DIGITS = frozenset("0123456789")
_WRAPPED = re.compile(r"\s*[1-9][0-9]{0,5}(?:\s+[0-9]{1,5}){1,2}\s*\Z")
_ONE_NUMBER = re.compile(_NUMBER)
_WORD = re.compile(r"\S+")
#: no cell of interest is longer
_LONGEST = 400
#: rows between two halves of a label
_NEAR = 14

_TABLES: dict[tuple[str, str], FormTable] = {(e.key, t.key): t for e in EDITIONS.values() for t in e.tables}
_CASES = next(t for (_, key), t in _TABLES.items() if key == "proceedings")


def untangle(rows: Sequence[Row], facts: Sequence[RowFacts]) -> tuple[list[Row], list[RowFacts]]:
    """Rows with merged cells taken apart where counts and sums prove it, and what they say then."""
    if not any([fact.tangled for fact in facts]):  # noqa: C419 - a list is quicker, and every row is looked at
        return list(rows), list(facts)
    out: list[tuple[Row, RowFacts]] = []
    for n, (row, fact) in enumerate(zip(rows, facts, strict=True)):
        if not fact.tangled:
            out.append((row, fact))
            continue
        parts = _parts(row, fact, facts, n) if len(fact.sights) <= MAX_CELLS // 4 else None
        if parts:
            out += [(part, read_row(part.texts)) for part in parts]
        else:
            out.append((row, _rewrapped(row, fact) or fact))
    return [row for row, _ in out], [fact for _, fact in out]


def _parts(row: Row, fact: RowFacts, facts: Sequence[RowFacts], n: int) -> list[Row] | None:
    attempts: tuple[Callable[[], list[Row] | None], ...] = (
        lambda: _unstacked(row),
        lambda: _spread(row),
        lambda: _two_labels(row, fact, facts, n),
        lambda: _cut_label(row, fact),
        lambda: _headers(row, fact),
    )
    return next((found for attempt in attempts if (found := attempt())), None)


def _lines(raw: str, at: int) -> list[Part]:
    """The lines of a cell that are not blank."""
    found = []
    for match in _LINE.finditer(raw) if len(raw) < _LONGEST else ():
        text = match[0].removeprefix(">")
        # A tag <br /> is cut behind its name.
        if match.start() and raw[match.start() - 1] != "\n":
            text = re.sub(r"\A(?:br\s*/?>|<br\s*/?>|\\n|n)", "", match[0], flags=re.IGNORECASE)
        begin = match.end() - len(text)
        stripped = text.strip()
        if stripped:
            found.append((stripped, at + begin + text.index(stripped)))
    return found


def _sight_is(part: Part, *shapes: Shape) -> bool:
    return look_at(part[0]).shape in shapes


def _made(row: Row, cells: Sequence[Part]) -> Row:
    return evolve(row, raws=tuple([t for t, _ in cells]), offsets=tuple([at for _, at in cells]), whole=None)


def _tables(facts: RowFacts) -> list[FormTable]:
    """The tables that a row can belong to."""
    if facts.role is Role.DATA and facts.term is not None:
        return [_TABLES[e, facts.term.table] for e in facts.term.editions if (e, facts.term.table) in _TABLES]
    return [_CASES] if facts.role is Role.VALUES else []


def _proved(row: Row) -> bool:
    """Whether a row has exactly the figures of its table, and its totals hold where it has any."""
    facts = read_row(row.raws)
    for table in _tables(facts):
        if places_itself(facts, len(table.columns)):
            if not any(column.total_of for column in table.columns):
                return True
            figures = [facts.sights[at].figure for at in facts.filled]
            numbers = [figure.number for figure in figures if figure is not None]
            return len(numbers) == len(figures) and sums_hold(table, numbers)
    return False


# --- two rows in one ----------------------------------------------------------------------------------------------


def _unstacked(row: Row) -> list[Row] | None:
    """The rows that stand in one, if each cell has a line for each of its labels."""
    if _BREAK.search(" ".join(row.raws)) is None:
        return None
    cells = [_lines(raw, at) for raw, at in zip(row.raws, row.offsets, strict=True)]
    label = next(
        (n for n, lines in enumerate(cells) if len(lines) > 1 and all(_is_label(text) for text, _ in lines)), -1
    )
    if label < 0:
        return None
    size = len(cells[label])
    behind = cells[label + 1 :]
    if any(lines and not (len(lines) == size and all(_sight_is(p, Shape.FIGURE) for p in lines)) for lines in behind):
        return None
    before = list(zip(row.raws[:label], row.offsets[:label], strict=True))
    out = []
    for n in range(size):
        front = before if n == 0 else [("", at) for _, at in before]
        end = row.offsets[label]
        out.append(_made(row, [*front, cells[label][n], *(lines[n] if lines else ("", end) for lines in behind)]))
    return out if all(map(_proved, out)) else None


def _is_label(text: str) -> bool:
    return row_term(look_at(text)) is not None


# --- several figures in one cell ----------------------------------------------------------------------------------


def _spread(row: Row) -> list[Row] | None:
    """The row with a cell for each figure, if there are exactly as many as its table has columns."""
    cells: list[Part] = []
    changed = False
    for raw, at in zip(row.raws, row.offsets, strict=True):
        text = raw if len(raw) < _LONGEST else ""
        if text.rstrip()[-1:] not in _DIGITS:
            cells.append((raw, at))
        elif _NUMBERS.match(text):
            cells += [(m[0], at + m.start()) for m in _ONE_NUMBER.finditer(text)]
            changed = True
        elif (match := _LABEL_AND_NUMBERS.match(text)) and row_term(look_at(match[1])):
            cells.append((match[1], at))
            cells += [(m[0], at + match.start(2) + m.start()) for m in _ONE_NUMBER.finditer(match[2])]
            changed = True
        else:
            cells.append((raw, at))
    if not changed:
        return None
    made = _made(row, cells)
    return [made] if _proved(made) and not _has_its_cells(row) else None


def _has_its_cells(row: Row) -> bool:
    """Whether a row of a table without totals has a cell for each column as it is: then none of them is two."""
    facts = read_row(row.raws)
    return any(
        len(facts.sights) - facts.label_at > len(table.columns) and not any(c.total_of for c in table.columns)
        for table in _tables(facts)
    )


# --- one figure wrapped in its cell --------------------------------------------------------------------------------


def _rewrapped(row: Row, fact: RowFacts) -> RowFacts | None:
    """The row with the digits of wrapped cells put together, if it has a cell for each column and its totals hold."""
    sights = list(fact.sights)
    wrapped = False
    for at in fact.filled:
        if sights[at].shape is Shape.TEXT:
            if at >= len(row.texts) or not _WRAPPED.match(row.texts[at]):
                return None
            pieces = row.texts[at].split()
            sights[at] = Sighting(Shape.FIGURE, Figure(int("".join(pieces)), plain=False, joined=len(pieces)))
            wrapped = True
    figures = [sights[at].figure for at in fact.filled]
    numbers = [figure.number for figure in figures if figure is not None]
    for table in _tables(fact):
        if wrapped and len(table.columns) == len(numbers) == len(fact.filled) and sums_hold(table, numbers):
            return evolve(fact, sights=tuple(sights))
    return None


# --- a label and a piece of another -------------------------------------------------------------------------------


def _two_labels(row: Row, fact: RowFacts, facts: Sequence[RowFacts], n: int) -> list[Row] | None:
    """A label and the end of the one above, or the beginning of the one below, in one cell.

    The figures are the label's own if the row with the other half has figures too.
    """
    if fact.role is not Role.UNKNOWN or fact.label_at < 0:
        return None
    lines = _lines(row.raws[fact.label_at], row.offsets[fact.label_at])
    known = [i for i, (text, _) in enumerate(lines) if _is_label(text)]
    if len(lines) != 2 or len(known) != 1:
        return None
    other = look_at(lines[1 - known[0]][0]).key
    first = known[0] == 0
    around = range(n + 1, min(n + _NEAR, len(facts))) if first else range(n - 1, max(n - _NEAR, -1), -1)
    half = next((facts[at] for at in around if facts[at].role is Role.UNKNOWN), None)
    if half is None or half.label_at < 0:
        return None
    key = half.sights[half.label_at].key
    if not any(t.role == ROW for t in TERMS.get(other + key if first else key + other, ())):
        return None
    piece = _made(row, [lines[1 - known[0]]])
    cells = list(zip(row.raws, row.offsets, strict=True))
    cells[fact.label_at] = lines[known[0]]
    whole = _made(row, cells)
    return [whole, piece] if first else [piece, whole]


# --- one label in several cells -------------------------------------------------------------------------------------


def _cut_label(row: Row, fact: RowFacts) -> list[Row] | None:
    """The row with a label put together that a column edge cut, letter for letter: cell by cell, or line by line."""
    if fact.role is not Role.UNKNOWN or fact.label_at < 1:
        return None
    first = fact.label_at
    while first and fact.sights[first - 1].shape is Shape.TEXT:
        first -= 1
    for begin in range(first, fact.label_at):
        cells = [_lines(row.texts[at], 0) for at in range(begin, fact.label_at + 1)]
        across = "".join(text for cell in cells for text, _ in cell)
        down = "".join(text for line in zip_longest(*cells, fillvalue=("", 0)) for text, _ in line)
        for label in (across, down):
            if len(label) < _LONGEST and _is_label(label):
                whole = list(row.texts)
                whole[begin : fact.label_at + 1] = [*[""] * (fact.label_at - begin), label]
                return [evolve(row, whole=tuple(whole))]
    return None


# --- several header labels in one cell ----------------------------------------------------------------------------


def _headers(row: Row, fact: RowFacts) -> list[Row] | None:
    """A header row with a cell for each label, where all words of a cell are labels of columns."""
    if fact.role not in (Role.HEADER, Role.PIECE):
        return None
    if len(" ".join(row.raws).split()) == len([raw for raw in row.raws if raw.strip()]):
        # No cell holds more than one word.
        return None
    cells: list[list[Part]] = []
    for raw, at, sight in zip(row.raws, row.offsets, fact.sights, strict=False):
        if sight.shape is not Shape.TEXT or sight.terms or sight.note or len(raw) > _LONGEST:
            cells.append([(raw, at)])
            continue
        parts = [(m[0], at + m.start()) for m in _WORD.finditer(raw)]
        if len(parts) > 1:
            joined = join_words(_made(row, parts))
            parts = list(zip(joined.raws, joined.offsets, strict=True))
        cells.append(parts if len(parts) > 1 and all(_is_column(look_at(text)) for text, _ in parts) else [(raw, at)])
    made = list(chain.from_iterable(cells))
    return [_made(row, made)] if len(made) > len(row.raws) else None


def _is_column(sight: Sighting) -> bool:
    return COLUMN in sight.roles or CORNER in sight.roles
