"""Page numbers in the line of a row, which look like figures beside marks for none.

``规章 - 4 -`` says that nothing was issued and nothing is in force, or it is the label of a row whose figures are lost
and the number of the page; ``1 / 5`` on a line of its own may be the first of five pages. Where no sign parts the cells,
nothing but the sum of the row tells one from the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gxparse.forms.figures import Shape
from gxparse.forms.reading import RowReading
from gxparse.forms.spec import Table
from gxparse.span import Span

__all__ = ["has_page_number"]

#: spaces between the number of a page and the dashes beside it
_SPACES = ("", " ", "  ")
#: what stands on both sides of it, and between it and the number of pages
_DASHES, _SLASHES = frozenset("-‐‑‒–—―−─－"), frozenset("/／")
_FIGURE, _MARK = Shape.FIGURE, Shape.MARK


def has_page_number(text: str, table: Table, row: RowReading) -> bool:
    """Whether figures and marks of a row may be the number of a page, and no sum says that they are its figures."""
    return _may_number_page(text, row) and not _adds_up(table, row)


def _may_number_page(text: str, row: RowReading) -> bool:
    """Whether three cells running may be the number of a page; no page is the 0th."""
    sights = row.facts.sights
    shapes = [sight.shape for sight in sights]
    if _MARK not in shapes:
        return False
    for at in range(len(sights) - 2):
        kinds = shapes[at : at + 3]
        numbers = [f.number for sight in sights[at : at + 3] if (f := sight.figure) is not None]
        if kinds in ([_MARK, _FIGURE, _MARK], [_FIGURE, _MARK, _FIGURE]) and all(numbers):
            spans = [row.row.cell_span(n) for n in range(at, at + 3)]
            if all(text[a.stop : b.start] in _SPACES for a, b in pairwise(spans)) and (
                _is_between_dashes(text, spans) if kinds[0] is _MARK else _is_one_of_several(text, spans)
            ):
                return True
    return False


def _is_between_dashes(text: str, spans: Sequence[Span]) -> bool:
    before, behind = (span.of(text).strip() for span in (spans[0], spans[2]))
    return before == behind and _DASHES.issuperset(before)


def _is_one_of_several(text: str, spans: Sequence[Span]) -> bool:
    """Whether two figures with a slash between them have a line of their own."""
    start, stop = spans[0].start, spans[2].stop
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", stop)
    alone = not (text[begin:start].strip() or text[stop : end if end >= 0 else len(text)].strip())
    return alone and _SLASHES.issuperset(spans[1].of(text).strip())


def _adds_up(table: Table, row: RowReading) -> bool:
    """Whether the totals of a row are all there and the sums of what is there, the figure in doubt among them."""
    numbers = {
        column.key: sight.figure.number
        for n, column in enumerate(table.columns)
        if (sight := row.sight(n)) is not None and sight.figure is not None
    }
    totals = [c for c in table.columns if c.total_of]
    return bool(totals) and all(
        numbers.get(c.key) == sum(numbers[key] for key in c.total_of if key in numbers) for c in totals
    )
