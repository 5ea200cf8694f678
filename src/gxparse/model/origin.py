"""Where a figure comes from.

Numbers in a report are plain; what was printed, where, in which unit, why a figure is missing and what was mended
on the way stands in a table beside them, keyed by field path.
"""

from __future__ import annotations

import enum
from bisect import bisect_right
from collections.abc import Callable, Collection, ItemsView, Iterator, Mapping, ValuesView
from typing import NamedTuple

from attrs import field, frozen

from gxparse.span import Span


class Missing(enum.StrEnum):
    """Why a report gives no figure for a path.

    >>> import gxparse
    >>> gxparse.Missing("blank") is gxparse.Missing.BLANK
    True
    """

    #: the cell is there and holds nothing but white space
    BLANK = "blank"
    #: the cell holds a mark that stands for "none", such as ``/`` or ``—``
    MARK = "mark"
    #: the cell holds something that is no figure
    UNREADABLE = "unreadable"
    #: the row is not in the report
    ABSENT_ROW = "absent_row"
    #: the column is not in the report
    ABSENT_COLUMN = "absent_column"
    #: the whole table is not in the report
    ABSENT_TABLE = "absent_table"
    #: there is a figure, but not one place for it
    AMBIGUOUS = "ambiguous"


@frozen
class Repair:
    """A change that was made to read a figure or a label, and why.

    ``reason`` is a code of the diagnostic catalogue; ``before`` and ``after`` are texts.

    >>> import gxparse
    >>> gxparse.Repair("GX301", "三、本年度办理结", "三、本年度办理结果").after
    '三、本年度办理结果'
    """

    reason: str
    before: str
    after: str
    span: Span | None = None


class Origin(NamedTuple):
    """The printed form of one value of a report.

    >>> import gxparse
    >>> gxparse.Origin("requests.received.total", raw=" 12 ", span=gxparse.Span(40, 44)).missing is None
    True
    """

    # A tuple, since some 200 are made for each report and nothing frozen is made as quickly.

    #: field path, or the name of a metadata field such as ``"year"``
    path: str
    #: characters of the cell as they stand in the source; ``None`` if there is no cell
    raw: str | None = None
    #: where ``raw`` stands
    span: Span | None = None
    #: where the label of the row stands; a label cut in two has its first half here
    label: Span | None = None
    #: unit printed in the cell or the header (``"万元"``, ``"元"``), if any
    unit: str | None = None
    #: why the value is ``None``; ``None`` if there is a value
    missing: Missing | None = None
    #: what was mended to get here
    repairs: tuple[Repair, ...] = ()
    #: where the cell stands in the file, in words of the format (``"table 2, row 5, column 3"``)
    address: str | None = None


class Origins(Mapping[str, Origin]):
    """The origins of a report by path, each made when it is first asked for.

    Most callers read numbers and ask for the provenance of a few, so that making all origins would cost more than
    reading the report. ``make`` gives the origin of one of ``paths``, with those that are made along with it, by
    path; it raises ``KeyError`` for any other path. ``place`` gives its span alone. ``items()`` and ``values()`` make what is still to be made and
    are the quickest way to all of them.

    >>> import gxparse
    >>> origins = gxparse.Origins({"year": gxparse.Origin("year", raw="2023年")})
    >>> origins["year"].raw, "title" in origins
    ('2023年', False)
    """

    __slots__ = ("_make", "_paths", "_place", "_table")

    def __init__(
        self,
        table: Mapping[str, Origin] | None = None,
        *,
        make: Callable[[str], Mapping[str, Origin]] | None = None,
        place: Callable[[str], Span | None] | None = None,
        paths: Collection[str] = (),
    ) -> None:
        self._table: dict[str, Origin] = dict(table or {})
        self._make = make
        self._place = place
        self._paths: Collection[str] = paths if make is not None else self._table

    def __getitem__(self, path: str) -> Origin:
        found = self._table.get(path)
        if found is None:
            if self._make is None:
                raise KeyError(path)
            self._table.update(self._make(path))
            found = self._table[path]
        return found

    def find(self, path: str) -> Origin | None:
        """The origin of *path*, or ``None`` if it has none."""
        found = self._table.get(path)
        if found is not None or self._make is None:
            return found
        try:
            self._table.update(self._make(path))
        except KeyError:
            return None
        return self._table[path]

    def span(self, path: str) -> Span | None:
        """Where the value of *path* stands; ``None`` if it has no origin or that is nowhere in the text.

        Many diagnostics cite many cells and need no more of them.
        """
        if self._place is not None:
            return self._place(path)
        found = self.find(path)
        return None if found is None else found.span

    def items(self) -> ItemsView[str, Origin]:
        """Every path with its origin, in the order of the form."""
        return self._whole().items()

    def values(self) -> ValuesView[Origin]:
        """Every origin, in the order of the form."""
        return self._whole().values()

    def _whole(self) -> dict[str, Origin]:
        """The table with every origin made, in order."""
        table, make = self._table, self._make
        if make is not None:
            asked = bool(table)
            for path in self._paths:
                if path not in table:
                    table.update(make(path))
            if asked:
                # Who asked before decided on the order of the table.
                self._table = table = {path: table[path] for path in self._paths}
            self._paths, self._make, self._place = table, None, None
        return table

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __repr__(self) -> str:
        return f"<Origins of {len(self)} paths>"

    def __reduce__(self) -> tuple[type[Origins], tuple[dict[str, Origin]]]:
        return Origins, (self._whole(),)


@frozen
class Heading:
    """A heading inside the prose of a section: ``（一）主动公开``, ``1.``, ``一是``.

    >>> import gxparse
    >>> gxparse.Heading(2, "（一）", "主动公开").level
    2
    """

    #: 1 for ``一、``, 2 for ``（一）``, 3 for ``1.``, 4 for ``（1）``
    level: int
    #: the number as printed
    ordinal: str
    text: str
    #: where number and text stand in the source
    span: Span | None = field(default=None, eq=False)


@frozen
class Section:
    """One of the six sections of a report: its printed title and the prose under it, tables left out.

    >>> import gxparse
    >>> gxparse.Section("overview", "一、总体情况", "本局2023年……").text
    '本局2023年……'
    """

    #: key of the section: overview, proactive, requests, proceedings, problems, other_matters
    key: str
    #: the heading line as printed, without white space around it; ``None`` if the heading is missing
    title: str | None = None
    #: the prose, paragraphs separated by newlines
    text: str = ""
    headings: tuple[Heading, ...] = ()
    #: from the heading to the end of the section, tables included
    span: Span | None = field(default=None, eq=False)
    #: ascending pairs: from the first offset in ``text`` on, characters stand at the second in the source and
    #: following; empty if the section was built by hand
    places: tuple[tuple[int, int], ...] = field(default=(), eq=False, repr=False)

    def source_span(self, span: Span) -> Span | None:
        """Where a stretch of ``text`` stands in the source; ``None`` if the section was built by hand."""
        if not self.places:
            return None
        starts = [at for at, _ in self.places]

        def source(offset: int) -> int:
            at, place = self.places[max(0, bisect_right(starts, offset) - 1)]
            return place + offset - at

        start = source(span.start)
        return Span(start, source(span.stop - 1) + 1 if len(span) else start)
