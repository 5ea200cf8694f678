"""Elements of a web page that are not shown, and where they end when their end tag is missing."""

from __future__ import annotations

from attrs import define, field

from gxparse.source.html_names import BLOCKS, ENDED_BY_NEXT, TABLE_PARTS, VOID
from gxparse.source.html_tags import Tag

__all__ = ["Hidden"]

#: What an item of a list may hold: items in it end others than the one it stands in.
_LISTS = ("ul", "ol", "dl", "select", "table")


@define
class Hidden:
    """A hidden element that is being passed over, together with all that is in it."""

    name: str
    #: whether it stands in a paragraph, which any block ends, and in a cell of a table
    in_paragraph: bool
    in_cell: bool
    #: its first text
    text: str = ""
    #: tables and rows that began in it
    tables: int = 0
    rows: int = 0
    done: bool = False
    _open: dict[str, int] = field(factory=dict, init=False)

    def ends_before(self, tag: Tag) -> bool:
        """Whether the element ended before this tag, which then is handled like any other.

        If not, the tag belongs to the element; ``done`` tells whether it was its end tag.
        """
        name, closes = tag.name, tag.closes
        open_ = self._open
        if name in TABLE_PARTS and self.in_cell and not open_.get("table"):
            if name != "table" or closes:
                return True
        elif name in BLOCKS and name != self.name and self._ended_by(name, closes):
            return True
        if not closes:
            if name == self.name and name in ENDED_BY_NEXT and not any(map(open_.get, _LISTS)):
                return True
            self.tables += name == "table"
            self.rows += name == "tr"
            if name not in VOID:
                open_[name] = open_.get(name, 0) + 1
        elif open_.get(name):
            open_[name] -= 1
        elif name == self.name:
            self.done = True
        return False

    def _ended_by(self, name: str, closes: bool) -> bool:
        """Whether the tag of another block ends the element."""
        inline = self.name not in BLOCKS
        if not closes:
            # A block ends the paragraph before it, and with it what stands in the paragraph.
            return self.name == "p" or (inline and self.in_paragraph)
        # The end of an element that began before the hidden one.
        return not self._open.get(name) and (name != "p" or inline)
