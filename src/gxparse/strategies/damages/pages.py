"""What page ends do: tables split, headers repeated, rows and labels cut, page numbers in between."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen
from hypothesis import strategies as st

from gxparse.printers.form import repeated_header
from gxparse.printers.paper import Block, Paper, Prose, ProseKind, Role, Sheet
from gxparse.strategies.damages.model import Damage, drawn, sheet_at

__all__ = ["CutGroup", "CutRow", "SplitPage", "SplitParagraph"]

_SECTIONS = ("requests", "proactive", "proceedings")
#: what stands between two pages; ``None`` is nothing but the break
MARKS = (None, "- 2 -", "-3-", "— 4 —", "5", "第 6 页 共 9 页")


def _break(mark: str | None) -> list[Block]:
    blocks: list[Block] = [Prose("", ProseKind.PAGE)]
    if mark is not None:
        blocks += [Prose(mark, ProseKind.NOISE), Prose("", ProseKind.PAGE)]
    return blocks


def _header_rows(sheet: Sheet) -> int:
    return len(repeated_header(sheet).grid)


def _restyled(sheet: Sheet) -> Sheet:
    """The header as a second page prints it: the other width of punctuation."""
    table = str.maketrans("（），：", "(),:")
    texts = {(c.row, c.column): c.text.translate(table).replace("\n", "") for c in sheet.cells() if c.text}
    return sheet.rewrite(texts)


def _below(header: str, whole: Sheet, rest: Sheet) -> Sheet:
    """The part of a table on the next page, under a repeated header if one is asked for."""
    if header == "none" or not _header_rows(whole):
        return rest
    top = repeated_header(whole)
    return (_restyled(top) if header == "restyled" else top).above(rest)


_ROW = st.integers(0, 30)
_HEADER = st.sampled_from(("none", "repeated", "restyled"))
_MARK = st.sampled_from(MARKS)


@frozen(kw_only=True)
class SplitPage(Damage):
    """A page ends between two rows of a table; the header may be repeated on the next page."""

    name: ClassVar[str] = "page-split"
    section: str = drawn(st.sampled_from(_SECTIONS), "requests")
    #: rows of figures on the first page, at most all but one
    row: int = drawn(_ROW, 3)
    header: str = drawn(_HEADER, "none")
    mark: str | None = drawn(_MARK, None)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one table on two pages."""
        found = sheet_at(paper, self.section)
        if found is None:
            return paper
        number, sheet = found
        top = _header_rows(sheet)
        rows = len(sheet.grid) - top
        if rows < 2:
            return paper
        at = top + 1 + self.row % (rows - 1)
        rest = sheet.part(at, len(sheet.grid))
        header = self.header if self.section != "proactive" else "none"
        return paper.replace(number, sheet.part(0, at), *_break(self.mark), _below(header, sheet, rest))


@frozen(kw_only=True)
class CutRow(Damage):
    """A page ends in the middle of a row: its label is cut, and its figures stand with one of the halves."""

    name: ClassVar[str] = "cut-row"
    section: str = drawn(st.just("requests"), "requests")
    row: int = drawn(_ROW, 0)
    #: characters of the label on the first page, modulo its length
    at: int = drawn(st.integers(1, 40), 6)
    #: whether the figures stand with the first half
    first: bool = drawn(st.booleans(), True)
    header: str = drawn(_HEADER, "none")
    mark: str | None = drawn(_MARK, None)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one row on two pages."""
        found = sheet_at(paper, self.section)
        if found is None:
            return paper
        number, sheet = found
        top = _header_rows(sheet)
        if len(sheet.grid) == top:
            return paper
        row = top + self.row % (len(sheet.grid) - top)
        label = next((cell for cell in sheet.starts(row) if cell.role is Role.LABEL), None)
        if label is None or len(label.text) < 4:
            return paper
        at = 2 + self.at % (len(label.text) - 3)
        head, tail = label.text[:at].rstrip(), label.text[at:].lstrip()
        if not head or not tail:
            return paper
        figures = [cell for cell in sheet.starts(row) if cell.role is Role.FIGURE]
        upper = sheet.part(0, row + 1).rewrite(
            {(row, label.column): head} | ({} if self.first else {(row, c.column): "" for c in figures})
        )
        lower = sheet.part(row, len(sheet.grid)).rewrite(
            {(0, label.column): tail} | ({(0, c.column): "" for c in figures} if self.first else {})
        )
        groups = {(0, c.column): "" for c in lower.starts(0) if c.role is Role.GROUP}
        return paper.replace(number, upper, *_break(self.mark), _below(self.header, sheet, lower.rewrite(groups)))


@frozen(kw_only=True)
class CutGroup(Damage):
    """A page ends beside a merged group label, and the label is cut as well: 三、 above, 本年度办理结果 below."""

    name: ClassVar[str] = "cut-group"
    row: int = drawn(_ROW, 0)
    at: int = drawn(st.integers(1, 8), 2)
    header: str = drawn(_HEADER, "none")
    mark: str | None = drawn(_MARK, None)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with the section-three table on two pages and its group labels cut."""
        found = sheet_at(paper, "requests")
        if found is None:
            return paper
        number, sheet = found
        inside = [
            row
            for row in range(1, len(sheet.grid))
            if any(above and cell.role is Role.GROUP for cell, _left, above in sheet.row(row))
        ]
        if not inside:
            return paper
        row = inside[self.row % len(inside)]
        upper_texts: dict[tuple[int, int], str] = {}
        lower_texts: dict[tuple[int, int], str] = {}
        for cell, left, above in sheet.row(row):
            if above and not left and cell.role is Role.GROUP and len(cell.text) > 1:
                at = 1 + (self.at - 1) % (len(cell.text) - 1)
                upper_texts[cell.row, cell.column] = cell.text[:at]
                lower_texts[0, cell.column] = cell.text[at:]
        upper = sheet.part(0, row).rewrite(upper_texts)
        lower = sheet.part(row, len(sheet.grid)).rewrite(lower_texts)
        return paper.replace(number, upper, *_break(self.mark), _below(self.header, sheet, lower))


@frozen(kw_only=True)
class SplitParagraph(Damage):
    """A page ends in the middle of a paragraph of prose."""

    name: ClassVar[str] = "split-paragraph"
    line: int = drawn(st.integers(0, 20), 0)
    at: int = drawn(st.integers(1, 60), 10)
    mark: str | None = drawn(_MARK, None)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one paragraph on two pages."""
        numbers = [
            number
            for number, block in enumerate(paper.blocks)
            if isinstance(block, Prose) and block.kind is ProseKind.TEXT and len(block.text) > 1
        ]
        if not numbers:
            return paper
        number = numbers[self.line % len(numbers)]
        block = paper.blocks[number]
        assert isinstance(block, Prose)
        at = 1 + (self.at - 1) % (len(block.text) - 1)
        return paper.replace(number, Prose(block.text[:at]), *_break(self.mark), Prose(block.text[at:]))
