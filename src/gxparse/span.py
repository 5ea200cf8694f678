"""Where something stands in a text.

A span is a half-open interval of Unicode code points, so that ``text[span.start : span.stop]`` is always what
the span talks about. Everything else in gxparse points into a text with this one type.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen


@frozen(order=True, init=False)
class Span:
    """A half-open interval ``[start, stop)`` of code points.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    #: offset of the first code point
    start: int
    #: offset behind the last code point
    stop: int

    def __init__(self, start: int, stop: int) -> None:
        if not 0 <= start <= stop:
            raise ValueError(f"a span needs 0 <= start <= stop, got start={start!r}, stop={stop!r}")
        # Hundreds are made for each report: setting slots by their own setters takes half the time.
        _set_start(self, start)
        _set_stop(self, stop)

    def __len__(self) -> int:
        return self.stop - self.start

    def __bool__(self) -> bool:
        # An empty span is still a place.
        return True

    def __contains__(self, other: object) -> bool:
        """Whether another span (or an offset) lies inside this one."""
        if isinstance(other, Span):
            return self.start <= other.start and other.stop <= self.stop
        if isinstance(other, int):
            return self.start <= other < self.stop
        return False

    def of(self, text: str) -> str:
        """The characters of *text* that the span covers."""
        return text[self.start : self.stop]

    def shift(self, offset: int) -> Span:
        """The same stretch, *offset* code points later."""
        return Span(self.start + offset, self.stop + offset)

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.stop, other.stop))


_set_start: Callable[[Span, int], None] = Span.__dict__["start"].__set__
_set_stop: Callable[[Span, int], None] = Span.__dict__["stop"].__set__
