"""How a text was read: which layouts were tried, why one was taken for each table, and what nobody recognised."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable

from attrs import field, fields, frozen

from gxparse.span import Span

__all__ = ["Evidence", "Other", "Trace"]

#: what is shown of a row that was not recognised
_EXCERPT = 40


#: how columns were found, in words
_ALIGNMENTS = {
    "filled": "each row has a figure for every column",
    "header": "figures stand below the headings",
    "grid": "figures stand below the headings",
    "packed": "figures follow the label at once",
    "spread": "merged cells keep their places",
    "body": "one shape suits all rows",
    "stream": "labels and figures in their order",
}

#: kinds of numerals that are no figures, in words
_KINDS = {
    "label": "in labels of rows and groups",
    "header": "in headings",
    "numbering": "in front of rows, counting them",
    "page": "page numbers",
    "copy": "figures of merged cells, once more",
    "text": "in words that are no label of the form",
    "markup": "in marks between cells",
}


@frozen
class Other:
    """A numeral inside a recognised table that is no figure of it."""

    span: Span
    #: ``label``, ``header``, ``numbering``, ``page``, ``copy``, ``text`` or ``markup``
    kind: str


@frozen
class Evidence:
    """What spoke for reading one table in one layout.

    Of several readings the one with the most ``rows`` is taken, then the one in which most ``sums`` hold, then the
    one that was tried first.
    """

    #: key of the table
    table: str
    layout: str
    #: rows of the form that were found and placed
    rows: int
    #: rows that the table has on the form
    form_rows: int
    #: rows with figures that could not be placed; diagnostics cite them
    refused: int
    #: sums of the form that hold in this reading; ``None`` if there was no other one to weigh it against
    sums: int | None
    #: whether the table was taken from this reading
    taken: bool


@frozen
class Trace:
    """How a text was read: layouts tried, what each table was taken from and why, what was not recognised.

    >>> import gxparse
    >>> trace = gxparse.read("examples/clean_2023.txt").trace
    >>> trace.tables["requests"], trace.alignments["requests"]
    ('tab-cell', 'filled')
    >>> [(e.layout, e.rows, e.form_rows, e.taken) for e in trace.evidence if e.table == "requests"]
    [('tab-cell', 25, 25, True)]
    """

    #: layouts that were tried, in order
    layouts: tuple[str, ...] = ()
    #: table key -> layout it was taken from
    tables: dict[str, str] = field(factory=dict)
    #: table key -> how its columns were found; see :meth:`describe`
    alignments: dict[str, str] = field(factory=dict)
    #: table rows that belong to no statutory table
    unrecognised: tuple[Span, ...] = ()
    #: for each table and each layout it was read in what spoke for that; tables in the order of the form
    evidence: tuple[Evidence, ...] = ()
    #: edition -> how many labels and headings are found in it alone
    votes: dict[str, int] = field(factory=dict)
    #: numbers that count rows and stand in front of them; they were left out
    numbers: tuple[Span, ...] = ()
    #: table key -> from the first to the last printed row of it, headers included
    extents: dict[str, Span] = field(factory=dict)
    _others: Callable[[], tuple[Other, ...]] = field(default=tuple, eq=False, repr=False)

    @functools.cached_property
    def others(self) -> tuple[Other, ...]:
        """The numerals inside the :attr:`extents` that are no figures, in the order of the text.

        Every other numeral there is bound to one path, or cited by a diagnostic.
        """
        return self._others()

    def __reduce__(self) -> tuple[type[Trace], tuple[object, ...]]:
        # What finds the others holds on to everything that was read; elsewhere only what it found is needed.
        kept = [getattr(self, attribute.name) for attribute in fields(Trace)[:-1]]
        return Trace, (*kept, functools.partial(tuple, self.others))

    def describe(self, text: str = "") -> str:
        r"""Some lines for people; with the *text* that was read the unrecognised rows are shown.

        >>> import gxparse
        >>> result = gxparse.read("examples/clean_2023.txt")
        >>> print("\n".join(result.trace.describe(result.source.text).splitlines()[:4]))
        layouts tried: tab-cell
        edition: revised_2021 8
        proactive.documents: figures stand below the headings
          taken from tab-cell: 2 of 2 rows
        """
        lines = [f"layouts tried: {', '.join(self.layouts)}"]
        votes = ", ".join(f"{edition} {number}" for edition, number in self.votes.items() if number)
        lines.append(f"edition: {votes or 'no label tells'}")
        for table in dict.fromkeys(e.table for e in self.evidence):
            readings = sorted((e for e in self.evidence if e.table == table), key=lambda e: not e.taken)
            how = self.alignments.get(table, "")
            lines.append(f"{table}: {_ALIGNMENTS.get(how, how or 'columns were not found')}")
            lines += [f"  {'taken from' if e.taken else 'rather than'} {_said(e)}" for e in readings]
        if self.numbers:
            lines.append(f"numbers in front of rows that were left out: {len(self.numbers)}")
        kinds = Counter(other.kind for other in self.others)
        lines += [f"numerals {words}: {kinds[kind]}" for kind, words in _KINDS.items() if kind in kinds]
        lines += self._unrecognised(text)
        return "\n".join(lines)

    def _unrecognised(self, text: str) -> list[str]:
        if not self.unrecognised:
            return ["every row of a table was recognised"]
        lines = [f"rows of tables that were not recognised: {len(self.unrecognised)}"]
        for span in self.unrecognised if text else ():
            shown = " ".join(span.of(text).split())
            line = text.count("\n", 0, span.start) + 1
            lines.append(f"  line {line}: {shown[:_EXCERPT]}{'…' if len(shown) > _EXCERPT else ''}")
        return lines


def _said(evidence: Evidence) -> str:
    said = f"{evidence.layout}: {evidence.rows} of {evidence.form_rows} rows"
    if evidence.refused:
        said += f", {evidence.refused} refused"
    return said if evidence.sums is None else f"{said}, {evidence.sums} sums hold"
