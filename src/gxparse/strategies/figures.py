"""Strategies for the figures of a report: balanced by construction, or anything at all.

A balanced set of tables is not solved for, it is told: a bag of batches, each of which adds to all the cells that it
belongs to. A batch of requests has an applicant, an arrival (this year or carried over) and an end (an outcome, or
carried forward); a batch of documents is issued, repealed or kept from earlier years. Whatever the bag holds, every
sum of the form holds too, and an empty bag is a report of zeros, which is where shrinking ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from attrs import frozen
from hypothesis import strategies as st

from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Edition, Kind, Table
from gxparse.model.shape import Figure

Values: TypeAlias = dict[str, Figure]
#: the cells that one batch changes, and in which direction
Story: TypeAlias = tuple[tuple[str, int], ...]

#: largest batch; sums stay far below the digit limit of a figure
_BATCH = 4000
#: largest amount of money, in yuan
_AMOUNT = 10**9


def _request_stories(table: Table) -> Iterator[Story]:
    """Every way of a request through section three."""
    parts = next(row for row in table.rows if row.key == "results.total").total_of
    for end in (*parts, "carried_forward"):
        for arrival in ("received", "carried_over"):
            for column in table.columns:
                if not column.total_of:
                    touched = (arrival, end, *(("results.total",) if end in parts else ()))
                    yield tuple((f"requests.{row}.{key}", 1) for row in touched for key in (column.key, "total"))


def _case_stories(table: Table) -> Iterator[Story]:
    """Every way of a case through section four."""
    for total in table.columns:
        for part in total.total_of:
            yield (f"{table.key}.{part}", 1), (f"{table.key}.{total.key}", 1)


#: What one batch adds to a row of section two, by the columns that the row has. Stocks hold the year's additions,
#: and a change never takes away more than there was.
_PROACTIVE_STORIES: dict[str, tuple[tuple[tuple[str, int], ...], ...]] = {
    "in_force": ((("in_force", 1),), (("issued", 1), ("in_force", 1)), (("repealed", 1),)),
    "total_disclosed": (
        (("total_disclosed", 1),),
        (("newly_made", 1), ("newly_disclosed", 1), ("total_disclosed", 1)),
        (("newly_made", 1),),
    ),
    "items_change": (
        (("items_previous_year", 1),),
        (("items_change", 1),),
        (("items_previous_year", 1), ("items_change", -1)),
    ),
    "decisions": ((("decisions", 1),),),
    "projects": ((("projects", 1),),),
}


def _proactive_stories(table: Table) -> Iterator[Story]:
    keys = {column.key for column in table.columns}
    for row in table.rows:
        if row.key == "government_rules":
            # Few bodies may make 规章 at all, and a report by another one would be implausible.
            continue
        for key, stories in _PROACTIVE_STORIES.items():
            if key in keys:
                for story in stories:
                    yield tuple((f"{table.key}.{row.key}.{name}", sign) for name, sign in story)


@frozen(eq=False)
class _Told:
    """All that can be told of one edition."""

    zeros: Values
    #: stories of section three, two and four
    stories: tuple[Story, ...]
    #: money cells, each with the count that must not be zero beside it, if any
    money: tuple[tuple[str, str | None], ...]
    #: decisions that would look like a number of items: path of decisions, of last year's items, of the change
    misread: tuple[tuple[str, str, str], ...]


@lru_cache
def _told(edition: str) -> _Told:
    spec = edition_of(edition)
    zeros: Values = {}
    tellers = {"requests": _request_stories, "proactive": _proactive_stories, "proceedings": _case_stories}
    stories = [
        story
        for section, tell in tellers.items()
        for table in spec.tables
        if table.section == section
        for story in tell(table)
    ]
    money = []
    for path, (table, row, column) in spec.fields.items():
        zeros[path] = Decimal(0) if column.kind is Kind.MONEY else 0
        if column.kind is Kind.MONEY:
            projects = f"{table.key}.{row.key}.projects"
            money.append((path, projects if projects in spec.fields else None))
    misread = []
    for path in zeros:
        prefix, _dot, key = path.rpartition(".")
        items = f"{prefix}.items_previous_year"
        if key == "decisions" and items in zeros:
            misread.append((path, items, f"{prefix}.items_change"))
    return _Told(zeros, tuple(stories), tuple(money), tuple(misread))


@lru_cache
def _bag(stories: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    return st.lists(st.tuples(st.integers(0, stories - 1), st.integers(1, _BATCH)), max_size=10)


_YUAN = st.integers(0, _AMOUNT)


@st.composite
def balanced_values(draw: st.DrawFn, edition: str) -> Values:
    """Figures that satisfy every sum of the form, without blanks."""
    told = _told(edition)
    values: dict[str, int] = dict(told.zeros)  # type: ignore[arg-type]
    for number, size in draw(_bag(len(told.stories))):
        for path, sign in told.stories[number]:
            values[path] += sign * size
    figures: Values = dict(values)
    for path, items, change in told.misread:
        # Decisions equal to the number of items are the commonest misuse of the form; a plausible report has none.
        if values[path] and values[path] == values[items] + values[change]:
            figures[path] = values[path] + 1
    for path, count in told.money:
        if count is None or values[count]:
            figures[path] = Decimal(draw(_YUAN))
    return figures


def _leaf(edition: Edition, path: str) -> st.SearchStrategy[Figure]:
    kind = edition.fields[path][2].kind
    if kind is Kind.MONEY:
        return _YUAN.map(Decimal)
    return st.integers(-999, 999) if kind is Kind.CHANGE else st.integers(0, 10**6)


@st.composite
def any_values(draw: st.DrawFn, edition: str) -> Values:
    """Figures without any regard for the sums of the form: zeros with some arbitrary ones among them."""
    spec = edition_of(edition)
    values = dict(_told(edition).zeros)
    for path in draw(_some_paths(edition, 20)):
        values[path] = draw(_leaf(spec, path))
    return values


@lru_cache
def _some_paths(edition: str, max_size: int) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(edition_of(edition).paths), max_size=max_size)


#: how many cells one draw decides on
_RUN = 6


@lru_cache
def _blanked_together(edition: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """What filers leave blank at once, in runs of cells: nothing, all of 行政复议, all row totals, all details.

    Nothing stands first and often, for shrinking and so that a third of the reports has a pattern.
    """
    counted = [path for path in edition_of(edition).paths if path.startswith(("requests.", "proceedings."))]
    patterns = (
        [path for path in counted if path.startswith("proceedings.review.")],
        [path for path in counted if path.startswith("requests.") and path.endswith(".total")],
        [path for path in counted if not path.endswith(".total")],
    )
    return (
        *[()] * 6,
        *(tuple(tuple(pattern[at : at + _RUN]) for at in range(0, len(pattern), _RUN)) for pattern in patterns),
    )


@st.composite
def blank_paths(draw: st.DrawFn, edition: str) -> frozenset[str]:
    """Which cells a filer leaves blank: single ones, all details, all of 行政复议, or all row totals."""
    together = _blanked_together(edition)
    blanks = set(draw(_some_paths(edition, 6)))
    for run in together[draw(_index(len(together)))]:
        # Nearly always the whole run, but an example that is made smaller can keep any part of it.
        bits = draw(_BITS)
        blanks.update(path for number, path in enumerate(run) if bits >= 2**_RUN or bits >> number & 1)
    return frozenset(blanks)


@lru_cache
def _index(stop: int) -> st.SearchStrategy[int]:
    return st.integers(0, stop - 1)


_BITS = st.integers(0, 2 ** (_RUN + 7) - 1)


def with_blanks(values: Mapping[str, Figure], blanks: frozenset[str]) -> Values:
    """The same figures with some of them missing."""
    return {path: None if path in blanks else value for path, value in values.items()}
