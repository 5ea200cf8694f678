"""What happens to figures: padded, written with a unit, in other digits."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen
from hypothesis import strategies as st

from gxparse.printers.paper import Block, Paper, Role, Sheet
from gxparse.printers.printer import Survival
from gxparse.strategies.damages.model import Damage, drawn

__all__ = ["FullWidthDigits", "Padding", "UnitInCell"]

_PADS = st.sampled_from(
    (("", ""), ("\u00a0", ""), ("", "\u00a0"), ("", "\u3000"), ("\u3000", ""), ("", "\u3000\u3000"))
)


def _figures_rewritten(paper: Paper, section: str | None, change: dict[int, tuple[str, str]] | None) -> Paper:
    """Put something in front of and behind figures; ``change`` maps a figure's number, modulo its size, to both."""
    if not change:
        return paper
    blocks: list[Block] = []
    number = 0
    for block in paper.blocks:
        if isinstance(block, Sheet):
            texts = {}
            for cell in block.cells():
                if cell.role is Role.FIGURE and cell.text.strip():
                    before, behind = change[number % len(change)]
                    number += 1
                    if section in (None, block.section):
                        texts[cell.row, cell.column] = before + cell.text + behind
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
        return _figures_rewritten(paper, None, dict(enumerate(self.pads)))


@frozen(kw_only=True)
class UnitInCell(Damage):
    """Figures of section three or four carry their unit: 3件."""

    name: ClassVar[str] = "unit-in-cell"
    section: str = drawn(st.sampled_from(("requests", "proceedings")), "requests")
    unit: str = drawn(st.sampled_from(("件", "宗", "条")), "件")

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with units behind some figures."""
        return _figures_rewritten(paper, self.section, {0: ("", self.unit)})


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
