"""What the control words of RTF make of its characters: paragraphs, tables, notes and text boxes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

from attrs import define, field

from gxparse.source.edge_table import EdgeCell, OpenTables
from gxparse.source.rtf_text import RtfText
from gxparse.source.sheet import Block, Line

__all__ = ["Body"]

#: Widest page in twentieths of a point, and the furthest edge that is believed.
_PAGE, _FURTHEST = 31_680, 253_440


@define
class _Definition:
    """A row as it is being defined: edges so far, and how the next cell merges."""

    left: int = 0
    edges: list[EdgeCell] = field(factory=list)
    merge: str | None = None
    sideways: bool = False


class _Held(NamedTuple):
    """What was set aside while a note or text box is read."""

    parts: list[str]
    aside: list[Block]
    tables: list[Any]
    inside: list[Block]
    where: str
    #: how many groups were open when it began
    groups: int
    #: depth of tables to go on with
    depth: int


@define
class Body(RtfText):
    """Takes tokens one by one and writes what they make into the sheet."""

    _tables: OpenTables = field(init=False)
    _definition: _Definition = field(factory=_Definition, init=False)
    _held: list[_Held] = field(factory=list, init=False)
    #: blocks of the note or text box that is being read, and where it stands
    _inside: list[Block] = field(factory=list, init=False)
    _where: str = field(default="", init=False)
    #: notes and text boxes of the paragraph that is being read
    _aside: list[Block] = field(factory=list, init=False)
    _paragraphs: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self._tables = OpenTables(self.limits)

    def finish(self) -> None:
        """Write what is left, and say what was counted."""
        while self._held:
            self._end_aside()
        self._end_paragraph()
        self._tables.to_depth(0, self._write)
        self.sheet.diagnostics.extend(self._tables.report())
        self.report()

    def _act(self, word: str, number: int | None) -> None:
        action = self._ACTIONS.get(word)
        if action is not None:
            action(self, number)

    def _add_picture(self) -> None:
        self._tables.add_picture()

    # --- paragraphs --------------------------------------------------------------------------------------------

    def _write(self, block: Block) -> None:
        """Write a block that stands in no table."""
        if self._held:
            self._inside.append(block)
        else:
            self.sheet.add(block)

    def _end_paragraph(self, *, whole: bool = False) -> None:
        """Write the paragraph that was read; an empty one only where *whole* says that it is one."""
        self._flush()
        text = "".join(self._parts)
        self._parts.clear()
        aside, self._aside = self._aside, []
        if not (text or aside or whole):
            return
        self._tables.to_depth(self._state.depth, self._write)
        if self._tables:
            self._tables.add(Line(text), *aside)
            return
        if not self._held:
            self._paragraphs += 1
        if text:
            self._write(Line(text, self._where or f"paragraph {self._paragraphs}"))
        for block in aside:
            self._write(block)

    def _paragraph(self, _number: int | None) -> None:
        if self._state.deleted:
            self._deletions += 1
        else:
            self._end_paragraph(whole=True)

    def _begin_paragraph(self, _number: int | None) -> None:
        self._state.depth = 0

    def _in_table(self, _number: int | None) -> None:
        self._state.depth = max(self._state.depth, 1)

    def _set_depth(self, number: int | None) -> None:
        self._state.depth = min(max(number, 0), self.limits.table_depth) if number is not None else 0

    # --- notes and text boxes ----------------------------------------------------------------------------------

    def _begin_aside(self, kind: str) -> None:
        self._flush()
        tables = self._tables.set_aside()
        depth = self._state.depth
        self._held.append(_Held(self._parts, self._aside, tables, self._inside, self._where, len(self._stack), depth))
        self._where = f"{kind} at paragraph {self._paragraphs + 1}"
        self._parts, self._aside, self._inside = [], [], []
        self._state.depth = 0

    def _close_aside(self) -> None:
        if self._held and self._held[-1].groups == len(self._stack):
            self._end_aside()

    def _end_aside(self) -> None:
        self._end_paragraph()
        self._tables.to_depth(0, self._write)
        found = self._inside
        held = self._held.pop()
        self._parts, self._inside, self._where = held.parts, held.inside, held.where
        self._tables.take_up(held.tables)
        self._state.depth = held.depth
        self._aside = [*held.aside, *found]

    # --- tables ------------------------------------------------------------------------------------------------

    def _cell(self, _number: int | None) -> None:
        self._end_cell(1)

    def _nested_cell(self, _number: int | None) -> None:
        self._end_cell(max(2, self._state.depth))

    def _end_cell(self, depth: int) -> None:
        self._state.depth = depth
        self._end_paragraph(whole=True)
        self._tables.end_cell()

    def _row(self, _number: int | None) -> None:
        self._flush()
        self._tables.to_depth(1, self._write)
        self._tables.end_row(self._definition.left, self._definition.edges)

    def _nested_row(self, _number: int | None) -> None:
        if self._tables.depth > 1:
            self._tables.end_row(self._definition.left, self._definition.edges)

    def _begin_row(self, _number: int | None) -> None:
        self._definition = _Definition()

    def _row_left(self, number: int | None) -> None:
        self._definition.left = _edge(number)

    def _cell_right(self, number: int | None) -> None:
        definition = self._definition
        if len(definition.edges) <= self.limits.row_cells:  # one too many is said when the row ends
            definition.edges.append(EdgeCell(_edge(number), [], definition.merge, definition.sideways))
        definition.merge, definition.sideways = None, False

    def _merge_first(self, _number: int | None) -> None:
        self._definition.merge = "restart"

    def _merge_on(self, _number: int | None) -> None:
        self._definition.merge = "continue"

    def _merge_sideways(self, _number: int | None) -> None:
        self._definition.sideways = True

    _ACTIONS: ClassVar[dict[str, Callable[[Any, int | None], None]]] = {
        "pard": _begin_paragraph,
        "intbl": _in_table,
        "itap": _set_depth,
        "par": _paragraph,
        "sect": _paragraph,
        "page": _paragraph,
        "cell": _cell,
        "nestcell": _nested_cell,
        "row": _row,
        "nestrow": _nested_row,
        "trowd": _begin_row,
        "trleft": _row_left,
        "cellx": _cell_right,
        "clvmgf": _merge_first,
        "clvmrg": _merge_on,
        "clmrg": _merge_sideways,
    }


def _edge(number: int | None) -> int:
    return min(max(number, -_PAGE), _FURTHEST) if number is not None else 0
