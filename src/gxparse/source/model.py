"""The text that everything later points into, and where its stretches stand in the file it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from attrs import define, field, frozen

from gxparse.span import Span

__all__ = ["Box", "Place", "Places", "SourceText"]

#: left, top, right, bottom in points from the top left of the page
Box = tuple[float, float, float, float]


@frozen
class Place:
    """Where a stretch of a source text stands in its file.

    ``address`` is in words of the format: ``"table 2, row 5, column 3"`` (Word), an XPath with a range of characters
    (HTML), ``"Sheet1!C7"`` (spreadsheet). ``box`` is left, top, right, bottom in points from the top left of the page.

    >>> import gxparse
    >>> gxparse.Place(gxparse.Span(0, 4), "table 2, row 5, column 3").page is None
    True
    """

    span: Span
    address: str
    #: page number, from 1
    page: int | None = None
    box: Box | None = None
    #: whether a program read it from a picture, so that it is a guess
    recognised: bool = False


@define(repr=False)
class Places(Sequence[Place]):
    """Places in the order of the text, each made when it is looked at: a report has hundreds and few are asked for."""

    starts: list[int] = field(factory=list)
    stops: list[int] = field(factory=list)
    addresses: list[str] = field(factory=list)
    #: page and box by index, for formats that have pages
    boxes: dict[int, tuple[int | None, Box | None]] = field(factory=dict)
    #: pages whose text a program read from a picture
    recognised: frozenset[int] = frozenset()

    def note(self, start: int, stop: int, address: str, page: int | None = None, box: Box | None = None) -> None:
        """Add the place behind all others."""
        if page is not None or box is not None:
            self.boxes[len(self.starts)] = (page, box)
        self.starts.append(start)
        self.stops.append(stop)
        self.addresses.append(address)

    @overload
    def __getitem__(self, index: int) -> Place: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Place, ...]: ...
    def __getitem__(self, index: int | slice) -> Place | tuple[Place, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self.starts))))
        at = range(len(self.starts))[index]
        page, box = self.boxes.get(at, (None, None))
        return Place(Span(self.starts[at], self.stops[at]), self.addresses[at], page, box, page in self.recognised)

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Place]:
        return (self[i] for i in range(len(self.starts)))

    def __repr__(self) -> str:
        return f"<{len(self.starts)} places>"


def _start(place: Place) -> int:
    return place.span.start


@frozen
class SourceText:
    r"""A text with its name, its format and, for file formats, the places its parts were taken from.

    >>> import gxparse
    >>> gxparse.SourceText("一、总体情况\n本局", name="a.txt").position(7)
    (2, 1)
    """

    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    name: str | None = None
    #: format it was read from: text, docx, html, pdf, xlsx, …
    format: str = "text"
    #: the layout, when the reader laid the tables out itself; ``None`` leaves it to recognition
    layout: str | None = None
    #: places by ascending start, not overlapping
    places: Sequence[Place] = field(default=(), repr=False)

    def place_of(self, span: Span) -> Place | None:
        """The place that *span* begins in; ``None`` if the reader noted none there.

        Most spans lie in one place; a title over two lines begins in the place of the first.
        """
        places = self.places
        if isinstance(places, Places):
            at = bisect_right(places.starts, span.start) - 1
        else:
            at = bisect_right(places, span.start, key=_start) - 1
        if at >= 0:
            place = places[at]
            if span in place.span or span.start < place.span.stop:
                return place
        return None

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in characters."""
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - self.text.rfind("\n", 0, offset)
