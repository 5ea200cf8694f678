"""The text and tables of a web page, in the order a reader sees them.

Of the tree that browsers construct only paragraphs, hidden elements and tables (:mod:`gxparse.source.html_tables`) make
a difference to the text; everything else is left out.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.html_flow import Flow
from gxparse.source.html_hidden import Hidden
from gxparse.source.html_looks import Look, StyleSheets, hides, is_hidden, may_set_apart
from gxparse.source.html_names import BLOCKS, LEFT_OUT, MARKED, OPEN_ENDED, PICTURES, TABLE_PARTS, VOID
from gxparse.source.html_tables import Tables
from gxparse.source.html_tags import Tag, attributes, next_tag, unescape
from gxparse.source.sheet import Sheet

__all__ = ["Page"]

#: Kinds of inputs that show what was typed into them.
_TYPED: Final = ("", "text", "number", "tel")
#: A field of several lines; its attributes and what was typed into it.
_TEXT_AREA: Final = re.compile(r"<textarea\b([^>]*+)>([^<]*+)", re.IGNORECASE)
#: How a style sheet begins.
_STYLE: Final = ("<style", "<STYLE", "<Style")
#: Blocks that hold text and hardly ever others of their kind.
_PARAGRAPHS: Final = ("p", "div")


@define
class Page:
    """Reads one page into a sheet."""

    text: str
    sheet: Sheet
    limits: Limits
    _root: Flow = field(factory=Flow, init=False)
    _styles: StyleSheets = field(factory=StyleSheets, init=False)
    _tables: Tables = field(init=False)
    #: the hidden element that is passed over at the moment
    _hidden: Hidden | None = field(default=None, init=False)
    #: whether a paragraph is open that any block ends
    _in_paragraph: bool = field(default=False, init=False)

    def __attrs_post_init__(self) -> None:
        self._tables = Tables(self.text, self.sheet, self.limits, self._styles, self._root)

    def read(self) -> None:
        """Read the whole page."""
        text = self.text
        at = 0
        count = depth = deepest = 0
        while (tag := next_tag(text, at)) is not None:
            name, closes, _, start, stop = tag
            if start > at:
                self._text(at, start)
            at = stop
            if not name:
                if text.startswith(_STYLE, start):
                    self._styles.add(text[start:stop])
                elif (typed := _TEXT_AREA.match(text, start, stop)) is not None:
                    self._text_area(typed, start, stop)
                continue
            count += 1
            if count > self.limits.tags:
                self.sheet.diagnostics.append(codes.TOO_MANY_TAGS(limit=self.limits.tags))
                at = len(text)
                break
            if name not in VOID and name not in OPEN_ENDED:
                depth += -1 if closes else 1
                deepest = max(deepest, depth)
            if not self._tables.room:
                # As many cells as all tables of a page may have: what follows is no report.
                self.sheet.count(codes.TABLE_TOO_LARGE, table=self._tables.begun, limit=self.limits.grid_cells)
                at = len(text)
                break
            if self._hidden is not None and self._belongs_to_hidden(self._hidden, tag):
                continue
            if name in TABLE_PARTS:
                at = self._tables.read_tag(tag)
            else:
                self._tag(tag)
        if at < len(text):
            self._text(at, len(text))
        self._tables.end()
        self._end_hidden()
        self._root.end_paragraph()
        if deepest > self.limits.xml_depth:
            self.sheet.diagnostics.append(codes.DEEPLY_NESTED(depth=deepest))
        for block in self._root.blocks:
            self.sheet.add(block)

    def _text(self, start: int, stop: int) -> None:
        text = self.text[start:stop]
        flow = self._tables.flow
        if self._hidden is not None:
            self._hidden.text = self._hidden.text or text.strip()
            return
        if not flow.pieces and not flow.preformatted and not text.strip(" \t\n\f\r"):
            return
        flow.write(unescape(text) if "&" in text else text, start, stop)

    def _text_area(self, typed: re.Match[str], start: int, stop: int) -> None:
        """Add what was typed into a field of several lines."""
        hidden = self._hidden is not None or self._tables.ignored
        if not hidden and typed[2].strip() and not is_hidden(typed[1]):
            self._tables.flow.write(unescape(typed[2]), start, stop)

    def _tag(self, tag: Tag) -> None:
        name, closes, given, start, stop = tag
        hidden = name in LEFT_OUT or is_hidden(given)
        if hidden and not closes and name not in VOID:
            self._hidden = Hidden(name, self._in_paragraph, self._tables.are_open)
            return
        flow = self._tables.flow
        if closes:
            flow.end_mark(name)
        if name in BLOCKS:
            flow.end_paragraph()
            self._in_paragraph = name == "p" and not closes
            if not closes and given and name in _PARAGRAPHS and may_set_apart(given):
                # What a class says of a block, scripts turn on and off; only its own style counts.
                look = StyleSheets().look(given)
                if look is Look.APART:
                    flow.mark(name, look)
            if name in ("pre", "listing"):
                flow.preformatted = max(0, flow.preformatted + (-1 if closes else 1))
        elif name == "br":
            flow.end_line()
        elif not closes and name not in VOID:
            look = self._styles.look(given, marked=name in MARKED or (name == "bdo" and "rtl" in given.lower()))
            if look is Look.PLAIN and name == "small":
                look = Look.BESIDE
            if look is Look.PLAIN:
                flow.nest(name)
            else:
                flow.mark(name, look)
        elif name in PICTURES:
            flow.pictured = True
        elif name == "input" and given:
            found = attributes(given)
            if found.get("type", "").lower() in _TYPED and not hides(found):
                flow.write(found.get("value", ""), start, stop)

    def _belongs_to_hidden(self, hidden: Hidden, tag: Tag) -> bool:
        """Whether a tag is part of the hidden element that is passed over."""
        if hidden.ends_before(tag):
            self._end_hidden()
            return False
        if hidden.done:
            self._end_hidden()
        return True

    def _end_hidden(self) -> None:
        hidden, self._hidden = self._hidden, None
        if hidden is None:
            return
        # Addresses count what is hidden too.
        self._tables.begun += hidden.tables
        self._tables.rows_begun += hidden.rows
        if hidden.text and hidden.name == "del":
            self.sheet.count(codes.STRUCK_TEXT, text=hidden.text[:20])
        elif hidden.text and hidden.name not in ("rt", "rp"):
            self.sheet.count(codes.HIDDEN_TEXT, text=hidden.text[:20])
