"""The text and tables of a web page, in the order a reader sees them.

Of the tree that browsers construct only paragraphs, hidden elements and tables (:mod:`gxparse.source.html_tables`) make
a difference to the text; everything else is left out.
"""

from __future__ import annotations

import re
from typing import Final

from attrs import define, evolve, field

from gxparse.diagnostics.codes import source as codes
from gxparse.limits import Limits
from gxparse.source.html_flow import Flow
from gxparse.source.html_hidden import Hidden
from gxparse.source.html_looks import Effect, Look, hides, is_hidden, own_look, size_of
from gxparse.source.html_names import BLOCKS, ENDED_BY_NEXT, LEFT_OUT, MARKED, OPEN_ENDED, PICTURES, TABLE_PARTS, VOID
from gxparse.source.html_rules import StyleSheets
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
#: Blocks whose own style is known to be that of their text.
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

    #: whether the innermost list counts its items
    _numbered: bool = field(default=False, init=False)

    def __attrs_post_init__(self) -> None:
        self._tables = Tables(self.text, self.sheet, self.limits, self._styles, self._root)

    def read(self) -> None:
        """Read the whole page."""
        text = self.text
        self._read_styles()
        at = 0
        count = depth = deepest = 0
        while (tag := next_tag(text, at)) is not None:
            name, closes, _, start, stop = tag
            if start > at:
                self._text(at, start)
            at = stop
            if not name:
                if (typed := _TEXT_AREA.match(text, start, stop)) is not None:
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
            if self._styles:
                self._styles.enter(tag)
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

    def _read_styles(self) -> None:
        """Take in the style sheets, which hold for what stands before them too."""
        last = max(map(self.text.rfind, _STYLE))
        at = 0
        for _ in range(self.limits.tags):
            tag = next_tag(self.text, at) if at <= last else None
            if tag is None:
                return
            at = tag.stop
            if not tag.name and self.text.startswith(_STYLE, tag.start):
                self._styles.add(self.text[tag.start : at])

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
        hidden = name in LEFT_OUT or is_hidden(given) or (name == "dialog" and "open" not in attributes(given))
        if hidden and not closes and name not in VOID:
            if name in PICTURES:
                self._tables.flow.add_picture()
            self._hidden = Hidden(name, self._in_paragraph, self._tables.are_open)
            return
        flow = self._tables.flow
        if closes:
            flow.end_mark(name)
        if name in ("ol", "ul"):
            self._numbered = name == "ol" and not closes
        if name in BLOCKS:
            flow.end_paragraph()
            if self._in_paragraph and not closes:
                flow.end_mark("p")
            self._in_paragraph = name == "p" and not closes
            if not closes:
                self._begin_block(flow, tag)
            if name in ("pre", "listing"):
                flow.preformatted = max(0, flow.preformatted + (-1 if closes else 1))
        elif name == "br":
            flow.end_line()
        elif name in PICTURES and not (closes or is_hidden(given)):
            flow.add_picture()
        elif not closes and name not in VOID:
            effect = self._styles.effect(
                name, given, marked=name in MARKED or (name == "bdo" and "rtl" in given.lower())
            )
            look = Look.BESIDE if effect.look is Look.PLAIN and name == "small" else effect.look
            size = size_of(given) if given else 0.0
            if look is Look.PLAIN and not (effect.adds or size):
                flow.nest(name)
            else:
                flow.mark(name, look, start, size=size, adds=effect.adds)
        elif name == "input" and given:
            found = attributes(given)
            if found.get("type", "").lower() in _TYPED and not hides(found):
                flow.write_apart(found.get("value", ""), start, stop)

    def _begin_block(self, flow: Flow, tag: Tag) -> None:
        """Set the text of a block apart if it is seen so.

        What a style sheet says of a block, scripts turn on and off: it counts for figures in cells alone.
        """
        name, _, given, start, _ = tag
        own = own_look(given) if name in _PARAGRAPHS else Look.PLAIN
        effect = Effect(own)
        if self._tables.are_open:
            effect = self._styles.by_rules(name, given, own)
            if name == "li" and self._numbered:
                effect = evolve(effect, adds=True)
        if effect.look >= Look.MIRRORED or effect.adds:
            flow.mark(name, effect.look, start, adds=effect.adds, shy=own < Look.MIRRORED)
        elif name not in ENDED_BY_NEXT:
            flow.nest(name)

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
