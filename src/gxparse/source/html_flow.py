"""Text of a web page while it is being put together into lines and paragraphs.

White space is collapsed as CSS does it (CSS Text 3, 4.1), so that the lines are those a browser shows.
"""

from __future__ import annotations

import re

from attrs import define, field

from gxparse.source.sheet import Block, Line

__all__ = ["PLAIN_CELL", "SIMPLE_CELL", "Flow", "collapse", "paragraphs"]

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
    #: where in ``pieces`` raised or struck text began
    marked: int = -1
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

    def end_line(self) -> None:
        """End the line, as ``<br>`` does."""
        text = "".join(self.pieces)
        self.pieces.clear()
        self.marked = -1
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

    def mark(self, closes: bool) -> None:
        """Begin or end raised or struck text: a figure in it does not belong to the figure before it."""
        if not closes:
            self.marked = len(self.pieces)
        elif self.marked >= 0:
            inner = "".join(self.pieces[self.marked :]).strip()
            if inner:
                self.pieces[self.marked :] = [f"[{inner}]"]
            self.marked = -1
