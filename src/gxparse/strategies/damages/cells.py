"""What happens to figures: padded, written with a unit, in other digits."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from attrs import frozen
from hypothesis import strategies as st

from gxparse.printers.paper import Block, Cell, Paper, Role, Sheet
from gxparse.printers.printer import Survival
from gxparse.strategies.damages.model import Damage, drawn

__all__ = ["FullWidthDigits", "Padding", "UnitInCell"]

_PADS = st.sampled_from(
    (("", ""), ("\u00a0", ""), ("", "\u00a0"), ("", "\u3000"), ("\u3000", ""), ("", "\u3000\u3000"))
)


def _figures_rewritten(paper: Paper, change: Callable[[int, Cell], str]) -> Paper:
    """Every figure anew: ``change`` is given its number, counted over the whole paper, and its cell."""
    blocks: list[Block] = []
    number = 0
    for block in paper.blocks:
        if isinstance(block, Sheet):
            texts = {}
            for cell in block.cells():
                if cell.role is Role.FIGURE and cell.text.strip():
                    texts[cell.row, cell.column] = change(number, cell)
                    number += 1
            blocks.append(block.rewrite(texts))
        else:
            blocks.append(block)
    return Paper(tuple(blocks), edition=paper.edition)


@frozen(kw_only=True)
class Padding(Damage):
    """Digits are padded with white space in any mixture, cell by cell."""

    name: ClassVar[str] = "padding"
    #: a pattern of (before, behind), repeated over the figures
    pads: tuple[tuple[str, str], ...] = drawn(
        st.lists(_PADS, min_size=1, max_size=5).map(tuple), (("\u00a0", ""), ("", "\u3000"))
    )

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with padded figures."""
        pads = self.pads

        def padded(number: int, cell: Cell) -> str:
            before, behind = pads[number % len(pads)]
            return before + cell.text + behind

        return _figures_rewritten(paper, padded)


@frozen(kw_only=True)
class UnitInCell(Damage):
    """Figures of section three or four carry their unit: 3件."""

    name: ClassVar[str] = "unit-in-cell"
    section: str = drawn(st.sampled_from(("requests", "proceedings")), "requests")
    unit: str = drawn(st.sampled_from(("件", "宗", "条")), "件")

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with units behind some figures; a figure that has one gets no other."""
        unit, prefix = self.unit, f"{self.section}."

        def with_unit(_number: int, cell: Cell) -> str:
            bare = (cell.path or "").startswith(prefix) and cell.text.rstrip()[-1:].isdecimal()
            return cell.text + unit if bare else cell.text

        return _figures_rewritten(paper, with_unit)


@frozen(kw_only=True)
class FullWidthDigits(Damage):
    """Figures are written with full-width digits, and the whole text with them."""

    name: ClassVar[str] = "full-width-digits"
    survival: ClassVar[Survival] = Survival.ALL

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with full-width figures."""
        table = str.maketrans("0123456789", "０１２３４５６７８９")
        blocks = [
            block.rewrite({(c.row, c.column): c.text.translate(table) for c in block.cells() if c.path is not None})
            if isinstance(block, Sheet)
            else block
            for block in paper.blocks
        ]
        return Paper(tuple(blocks), edition=paper.edition)
