"""The text that everything later points into, and where its stretches stand in the file it came from."""

from __future__ import annotations

from bisect import bisect_right

from attrs import field, frozen

from gxparse.span import Span


@frozen
class Place:
    """Where a stretch of a source text stands in its file.

    ``address`` is in words of the format: ``"table 2, row 5, column 3"`` (Word), an XPath-like path (HTML),
    ``"Sheet1!C7"`` (spreadsheet). ``box`` is left, top, right, bottom in points from the top left of the page.
    """

    span: Span
    address: str
    #: page number, from 1
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@frozen
class SourceText:
    """A text with its name, its format and, for file formats, the places its parts were taken from."""

    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    name: str | None = None
    #: format it was read from: text, docx, html, pdf, xlsx, …
    format: str = "text"
    #: the layout, when the reader laid the tables out itself; ``None`` leaves it to recognition
    layout: str | None = None
    #: places by ascending start, not overlapping
    places: tuple[Place, ...] = field(default=(), repr=False)
    _starts: list[int] = field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_starts", [place.span.start for place in self.places])

    def place_of(self, span: Span) -> Place | None:
        """The place whose stretch holds *span*; ``None`` if the reader noted none."""
        at = bisect_right(self._starts, span.start) - 1
        if at >= 0 and span in self.places[at].span:
            return self.places[at]
        return None

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in characters."""
        line = self.text.count("\n", 0, offset) + 1
        return line, offset - self.text.rfind("\n", 0, offset)
