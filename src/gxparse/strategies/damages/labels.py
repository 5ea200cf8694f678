"""What happens to labels and headings of a table: wrapped, shortened, misspelt, lost, in the other script."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, frozen
from hypothesis import strategies as st

from gxparse.printers.paper import Cell, Paper, Role, Sheet
from gxparse.printers.printer import Survival
from gxparse.strategies.damages.model import Damage, drawn, sheet_at

__all__ = [
    "ForeignRow",
    "LostArticle",
    "LostRow",
    "RepeatedRow",
    "ShortLabel",
    "SpacedLabel",
    "TruncatedHeading",
    "Typo",
    "WrappedLabel",
]

_SECTIONS = st.sampled_from(("requests", "proactive", "proceedings"))
_NUMBER = st.integers(0, 60)


def _rewritten(paper: Paper, section: str, texts: dict[tuple[int, int], str]) -> Paper:
    found = sheet_at(paper, section)
    if found is None or not texts:
        return paper
    return paper.replace(found[0], found[1].rewrite(texts))


def _cells(paper: Paper, section: str, *roles: Role) -> list[Cell]:
    found = sheet_at(paper, section)
    return [] if found is None else [c for c in found[1].cells() if c.role in roles and len(c.text) > 1]


@frozen(kw_only=True)
class WrappedLabel(Damage):
    """A label or heading is broken over two lines inside its cell, anywhere."""

    name: ClassVar[str] = "wrapped-label"
    #: where a line break looks like the end of a cell, blanks cannot be counted any more
    survival: ClassVar[Survival] = Survival.FILLED
    section: str = drawn(_SECTIONS, "requests")
    cell: int = drawn(_NUMBER, 0)
    at: int = drawn(st.integers(1, 30), 2)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one wrapped label."""
        cells = _cells(paper, self.section, Role.HEADER, Role.LABEL, Role.GROUP)
        if not cells:
            return paper
        cell = cells[self.cell % len(cells)]
        at = 1 + (self.at - 1) % (len(cell.text) - 1)
        return _rewritten(paper, self.section, {(cell.row, cell.column): f"{cell.text[:at]}\n{cell.text[at:]}"})


@frozen(kw_only=True)
class SpacedLabel(Damage):
    """White space stands inside a label: 自 然 人."""

    name: ClassVar[str] = "spaced-label"
    #: where cells are parted by spaces, the pieces look like cells
    survival: ClassVar[Survival] = Survival.NONE
    section: str = drawn(_SECTIONS, "requests")
    cell: int = drawn(_NUMBER, 0)
    space: str = drawn(st.sampled_from((" ", "\u00a0", "\u3000")), " ")

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one spaced label."""
        cells = [c for c in _cells(paper, self.section, Role.HEADER, Role.LABEL) if len(c.text) < 8]
        if not cells:
            return paper
        cell = cells[self.cell % len(cells)]
        return _rewritten(paper, self.section, {(cell.row, cell.column): self.space.join(cell.text)})


@frozen(kw_only=True)
class TruncatedHeading(Damage):
    """A heading of section two lost its second line: 本年新 for 本年新制作数量."""

    name: ClassVar[str] = "truncated-heading"
    survival: ClassVar[Survival] = Survival.NONE
    cell: int = drawn(_NUMBER, 1)
    kept: int = drawn(st.integers(3, 6), 3)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one truncated heading."""
        cells = [c for c in _cells(paper, "proactive", Role.HEADER) if len(c.text) > self.kept and c.column]
        if not cells:
            return paper
        cell = cells[self.cell % len(cells)]
        return _rewritten(paper, "proactive", {(cell.row, cell.column): cell.text[: self.kept].split("\n")[0]})


@frozen(kw_only=True)
class LostArticle(Damage):
    """The captions of section two lost the number of their item: 第二十条第, four times."""

    name: ClassVar[str] = "lost-article"
    survival: ClassVar[Survival] = Survival.NONE

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with bare captions."""
        cells = _cells(paper, "proactive", Role.CAPTION)
        return _rewritten(paper, "proactive", {(c.row, c.column): "第二十条第" for c in cells})


@frozen(kw_only=True)
class ShortLabel(Damage):
    """Row labels without what stands in brackets, or cut at the first 、 as some systems print them."""

    name: ClassVar[str] = "short-label"
    survival: ClassVar[Survival] = Survival.FILLED

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with short labels in section three."""
        texts = {}
        for cell in _cells(paper, "requests", Role.LABEL):
            for end in ("（区分处理的", "(区分处理的", "、行政机关不再处理"):
                if end in cell.text:
                    texts[cell.row, cell.column] = cell.text[: cell.text.index(end)].rstrip()
        return _rewritten(paper, "requests", texts)


@frozen(kw_only=True)
class Typo(Damage):
    """One character of a row label is wrong, missing or doubled."""

    name: ClassVar[str] = "typo"
    survival: ClassVar[Survival] = Survival.NONE
    section: str = drawn(st.sampled_from(("requests", "proactive")), "requests")
    cell: int = drawn(_NUMBER, 0)
    at: int = drawn(st.integers(0, 40), 3)
    edit: str = drawn(st.sampled_from(("wrong", "missing", "doubled")), "wrong")

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one misspelt row label."""
        cells = _cells(paper, self.section, Role.LABEL)
        if not cells:
            return paper
        cell = cells[self.cell % len(cells)]
        at = self.at % len(cell.text)
        char = {"wrong": "某", "missing": "", "doubled": cell.text[at] * 2}[self.edit]
        return _rewritten(paper, self.section, {(cell.row, cell.column): cell.text[:at] + char + cell.text[at + 1 :]})


def _data_rows(sheet: Sheet) -> list[int]:
    return [n for n in range(len(sheet.grid)) if any(c.role is Role.LABEL for c in sheet.starts(n))]


@frozen(kw_only=True)
class LostRow(Damage):
    """A row is not there at all; what it would have said is not given."""

    name: ClassVar[str] = "lost-row"
    #: the rows behind it may be refused where rows are only counted
    survival: ClassVar[Survival] = Survival.NONE
    section: str = drawn(st.sampled_from(("requests", "proactive")), "requests")
    row: int = drawn(_NUMBER, 0)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper without one row."""
        found = sheet_at(paper, self.section)
        rows = _data_rows(found[1]) if found is not None else []
        if found is None or not rows:
            return paper
        return paper.replace(found[0], found[1].without(rows[self.row % len(rows)]))


@frozen(kw_only=True)
class RepeatedRow(Damage):
    """A row stands twice, label, figures and all, as at a page seam."""

    name: ClassVar[str] = "repeated-row"
    survival: ClassVar[Survival] = Survival.NONE
    row: int = drawn(_NUMBER, 0)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one row of section three twice."""
        found = sheet_at(paper, "requests")
        if found is None:
            return paper
        number, sheet = found
        rows = _data_rows(sheet)
        if not rows:
            return paper
        row = rows[self.row % len(rows)]
        twice = sheet.part(0, row + 1).above(sheet.part(row, len(sheet.grid)))
        # A group that goes through the seam is one merged cell, not two.
        texts = {
            (row + 1, c.column): twice.grid[row][c.column].text for c in twice.starts(row + 1) if c.role is Role.GROUP
        }
        return paper.replace(number, evolve(twice.rewrite(texts).fused(row + 1)))


@frozen(kw_only=True)
class ForeignRow(Damage):
    """A row that is none of the form's stands among the others: a body's own count, a subtotal, a remark with figures."""

    name: ClassVar[str] = "foreign-row"
    #: the rows around it may be refused where rows are only counted
    survival: ClassVar[Survival] = Survival.NONE
    section: str = drawn(st.sampled_from(("requests", "proactive")), "requests")
    row: int = drawn(_NUMBER, 0)
    label: str = drawn(st.sampled_from(("食堂", "其中：线上", "9.门诊", "备注")), "食堂")
    #: the figures in its first columns
    figures: tuple[int, ...] = drawn(st.lists(st.integers(0, 3000), min_size=1, max_size=7).map(tuple), (7, 8))

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one more row below one of a table's."""
        found = sheet_at(paper, self.section)
        rows = _data_rows(found[1]) if found is not None else []
        if found is None or not rows:
            return paper
        number, sheet = found
        row = rows[self.row % len(rows)]
        foreign = sheet.part(row, row + 1)
        figures = iter(self.figures)
        made = {}
        for cell in foreign.starts(0):
            text = self.label if cell.role is Role.LABEL else ""
            if cell.role is Role.FIGURE:
                text = str(next(figures, ""))
            made[cell.row, cell.column] = evolve(cell, text=text, path=None)
        grid = (tuple(made[0, cell.column] for cell in foreign.grid[0]),)
        above, below = sheet.part(0, row + 1), sheet.part(row + 1, len(sheet.grid))
        longer = above.above(evolve(foreign, grid=grid))
        return paper.replace(number, longer.above(below) if below.grid else longer)
