"""Text of a web page while it is being put together into lines and paragraphs.

White space is collapsed as CSS does it (CSS Text 3, 4.1), so that the lines are those a browser shows.
"""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import define, field

from gxparse.source.figure_like import FIGURE_CHARS, is_figure
from gxparse.source.html_looks import Look
from gxparse.source.sheet import Block, Line

__all__ = ["PLAIN_CELL", "SIMPLE_CELL", "Flow", "collapse", "is_apart", "paragraphs"]

#: Digits lower than this share of the digits they touch are no digits of that figure.
_SMALL = 0.8
#: Elements within each other that set text apart.
_MARKS = 32
_SPACES = re.compile(r"[ \t\n\f\r]+")
_WIDE = "\u2e80-\u9fff\uff00-\uffef\U00020000-\U0003ffff"
# CSS Text 3, 4.1.3: a line break in the source between two wide characters is no space.
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])[ \t]*+[\r\n][ \t\r\n]*+(?=[{_WIDE}])")


def collapse(text: str) -> str:
    r"""*text* with its white space as a browser shows it.

    >>> collapse(" 政府信息\n  公开  report ")
    '政府信息公开 report'
    """
    if text.isalnum():  # figures and most labels: no white space at all
        return text
    if "\n" in text or "\r" in text:
        text = _WIDE_BREAK.sub("", text)
    return _SPACES.sub(" ", text).strip(" ")


_ATTRIBUTES = r"""[^<>"'&]*+(?:(?:"[^"<>&]*+"|'[^'<>&]*+')[^<>"'&]*+)*+>"""
#: A whole cell that is nothing but its text.
PLAIN_CELL = re.compile(r"[ \t\n\f\r]*+<td>([^<&]*+)</td>")
#: A whole cell that holds text and the tags that editors put around it: its name, attributes, inside and end. Nearly
#: all cells are like this, so they have a way of their own through :func:`paragraphs`.
SIMPLE_CELL = re.compile(
    rf"[ \t\n\f\r]*+<(td|th|TD|TH)\b({_ATTRIBUTES})([^<&]*+(?:(?:&nbsp;"
    rf"|</?(?:p|span|div|strong|font|o:p|br|b|u|i|em|center|P|SPAN|DIV|STRONG|FONT|BR|B)\b{_ATTRIBUTES})[^<&]*+)*+)"
    rf"</(td|th|TD|TH)>"
)
_AROUND_TEXT = re.compile(r"</?(?:span|strong|font|o:p|b|u|i|em)\b[^>]*+>", re.IGNORECASE)
_ONE_TEXT = re.compile(r"(?:[ \t\n\f\r]++|<[^>]*+>)*+([^<]*+)(?:<[^>]*+>[ \t\n\f\r]*+)*+\Z")
_PARAGRAPH_END = re.compile(r"</?(?:p|div|center)\b[^>]*+>", re.IGNORECASE)
_LINE_END = re.compile(r"</?br\b[^>]*+>", re.IGNORECASE)


def paragraphs(inner: str) -> list[str]:
    r"""The paragraphs of a simple cell, as :class:`Flow` would write them.

    >>> paragraphs("<p>结果<br>维持</p><p><span>&nbsp;</span></p>")
    ['结果\n维持', '\xa0']
    """
    if inner.isalnum():
        return [inner]
    if "&" in inner:
        inner = inner.replace("&nbsp;", "\u00a0")
    if "<" not in inner:
        text = collapse(inner)
        return [text] if text else []
    wrapped = _ONE_TEXT.match(inner)
    if wrapped is not None:
        text = collapse(wrapped[1])
        return [text] if text else []
    inner = _AROUND_TEXT.sub("", inner)
    found = []
    for paragraph in _PARAGRAPH_END.split(inner) if "<" in inner else (inner,):
        text = "\n".join(map(collapse, _LINE_END.split(paragraph))) if "<" in paragraph else collapse(paragraph)
        if text.strip("\n "):
            found.append(text.strip("\n"))
    return found


def is_apart(text: str, look: Look) -> bool:
    """Whether a text that looks so says something else than its characters in their order."""
    if look is Look.MIRRORED:
        return not text.isdigit() and any(map(str.isdigit, text))
    return look is Look.APART or (look is Look.REVERSED and any(map(str.isdigit, text)))


@define
class _Mark:
    """An open element whose text is set apart."""

    name: str
    look: Look
    #: where in ``pieces`` its text begins
    start: int
    #: whether a style sheet adds a figure to it
    adds: bool = False
    #: whether it is a block, of which a style sheet may say more than holds: of prose nothing is taken apart
    shy: bool = False
    #: where it begins in the page
    at: int = 0
    #: how high its letters are, in points, if it says so
    size: float = 0.0
    #: whether that was said
    done: bool = False
    #: elements of the same name that are open in it
    nested: int = 0


@define
class Flow:
    """What text flows into: the page itself, or one cell."""

    blocks: list[Block] = field(factory=list)
    #: pieces of the line that is being written
    pieces: list[str] = field(factory=list)
    #: finished lines of the paragraph
    lines: list[str] = field(factory=list)
    #: where the paragraph began and ends in the page
    start: int = -1
    stop: int = -1
    #: elements that set their text apart and are open, outermost first
    _marks: list[_Mark] = field(factory=list, init=False)
    #: start and stop in ``pieces`` of text that is white
    _pale: list[tuple[int, int]] = field(factory=list, init=False)
    #: the same of text that is moved to another place
    _beside: list[tuple[int, int]] = field(factory=list, init=False)
    #: start, stop and height of text that says how high it is
    _sizes: list[tuple[int, int, float]] = field(factory=list, init=False)
    #: where in ``pieces`` pictures stand
    _pictures: list[int] = field(factory=list, init=False)
    #: tags for preformatted text that are open
    preformatted: int = 0
    pictured: bool = False

    def write(self, text: str, start: int, stop: int) -> None:
        """Add a piece of text that stands at ``start`` in the page."""
        if self.start < 0:
            self.start = start
        self.stop = stop
        if self.preformatted and "\n" in text:
            first, *rest = text.replace("\r\n", "\n").split("\n")
            self.pieces.append(first)
            for piece in rest:
                self.end_line()
                self.pieces.append(piece)
        else:
            self.pieces.append(text)

    def write_apart(self, text: str, start: int, stop: int) -> None:
        """Add a text that stands in a box of its own."""
        self.write(text, start, stop)
        self._beside.append((len(self.pieces) - 1, len(self.pieces)))

    def add_picture(self) -> None:
        """Note that a picture stands here."""
        self.pictured = True
        self._pictures.append(len(self.pieces))

    def end_line(self) -> None:
        """End the line, as ``<br>`` does."""
        if self._pictures:
            self._part_pictures()
        if self._marks or self._pale or self._beside or self._sizes:
            self._end_marks()
        text = "".join(self.pieces)
        self.pieces.clear()
        self.lines.append(text if self.preformatted else collapse(text))

    def end_paragraph(self) -> None:
        """End the paragraph, as the beginning or end of any block does."""
        if not self.pieces and not self.lines:
            return
        self.end_line()
        text = "\n".join(self.lines) if len(self.lines) > 1 else self.lines[0]
        self.lines.clear()
        if text.strip("\n "):
            self.blocks.append(Line(text.strip("\n"), f"#char={self.start},{self.stop}"))
        self.start = -1

    def mark(self, name: str, look: Look, at: int, *, size: float = 0.0, adds: bool = False, shy: bool = False) -> None:
        """Begin text of an element *name*, which stands at *at*, that is seen apart from the text around it."""
        if len(self._marks) < _MARKS:
            self._marks.append(_Mark(name, look, len(self.pieces), adds, shy, at, size))

    def end_mark(self, name: str) -> None:
        """End the innermost text of that name that is set apart, if there is any."""
        for index in range(len(self._marks) - 1, -1, -1):
            mark = self._marks[index]
            if mark.name == name:
                if mark.nested:
                    mark.nested -= 1
                    return
                self._close(mark)
                del self._marks[index]
                return

    def nest(self, name: str) -> None:
        """Note an element within one of the same name that is set apart, so that its end tag is not taken for that."""
        for mark in reversed(self._marks):
            if mark.name == name:
                mark.nested += 1
                return

    def _close(self, mark: _Mark) -> None:
        """Set what was written since a mark apart, or, if it is white, remember where it stands in the line."""
        if mark.size:
            self._sizes.append((mark.start, len(self.pieces), mark.size))
        if mark.look is Look.PALE:
            self._pale.append((mark.start, len(self.pieces)))
            return
        if mark.look is Look.BESIDE:
            self._beside.append((mark.start, len(self.pieces)))
        inner = "".join(self.pieces[mark.start :]).strip()
        if mark.shy and len(inner) > FIGURE_CHARS:
            return
        if mark.adds and not mark.done and (not inner or is_figure(inner)):
            if self.start < 0:
                self.start = self.stop = mark.at
            self.pieces.insert(mark.start, "\ufffd")
            mark.done = True
        elif inner and is_apart(inner, mark.look) and (not mark.shy or is_figure(inner)):
            self.pieces[mark.start :] = [f"[{inner}]"]

    def _end_marks(self) -> None:
        """End the line within what is set apart: it goes on in the next line."""
        for mark in reversed(self._marks):
            self._close(mark)
            mark.start = 0
        pale, self._pale = self._pale, []
        beside, self._beside = self._beside, []
        sizes, self._sizes = self._sizes, []
        for one, other in pairwise(sorted(sizes)):
            if one[1] == other[0] and min(one[2], other[2]) < _SMALL * max(one[2], other[2]):
                beside.append(min(one, other, key=lambda piece: piece[2])[:2])
        for start, stop in beside:
            self._part_digits(start, stop)
        if not pale:
            return
        inside = {at for start, stop in pale for at in range(start, stop)}
        if any(piece.strip() for at, piece in enumerate(self.pieces) if at not in inside):
            # White beside black: on a white page nobody sees it.
            for at in inside:
                if at < len(self.pieces) and self.pieces[at].strip():
                    self.pieces[at] = f"[{self.pieces[at].strip()}]"

    def _part_pictures(self) -> None:
        """Spoil a figure that a picture stands in or beside: there may be a digit on it."""
        pictures, self._pictures = self._pictures, []
        figure = is_figure("".join(self.pieces))
        for at in reversed(pictures):
            before, after = "".join(self.pieces[:at])[-1:], "".join(self.pieces[at:])[:1]
            if (before.isdigit() and after.isdigit()) or (figure and (before.isdigit() or after.isdigit())):
                self.pieces.insert(at, "\ufffd")

    def _part_digits(self, start: int, stop: int) -> None:
        """Set a stretch of pieces apart if its digits would join those before or behind it."""
        inner = "".join(self.pieces[start:stop])
        before, after = "".join(self.pieces[:start])[-1:], "".join(self.pieces[stop:])[:1]
        if (before.isdigit() and inner[:1].isdigit()) or (inner[-1:].isdigit() and after.isdigit()):
            self.pieces[start:stop] = [f"[{inner}]", *[""] * (stop - start - 1)]
