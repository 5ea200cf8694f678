"""What stands in a text that is no part of the report: marks of tools, menus, page headers."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, frozen
from hypothesis import strategies as st

from gxparse.printers.paper import Block, Paper, Prose, ProseKind
from gxparse.strategies.damages.model import Damage, drawn

__all__ = ["Bookmark", "Footer", "ImageMarks", "Menu", "NoiseLine"]

_MENU = ("首页 > 政务公开 > 法定主动公开内容 > 年度报告", "字号：大 中 小", "【打印】 【关闭窗口】", "浏览次数：1024")
_LINES = ("-4-", "- 5 -", "12", "[image: 图片2]", "{{ title }}", "扫一扫在手机打开当前页", "P. 8")


@frozen(kw_only=True)
class Bookmark(Damage):
    """A bookmark mark is glued to the first line."""

    name: ClassVar[str] = "bookmark"

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with a bookmark."""
        for number, block in enumerate(paper.blocks):
            if isinstance(block, Prose):
                return paper.replace(number, evolve(block, text=f"[bookmark: _GoBack]{block.text}"))
        return paper


@frozen(kw_only=True)
class ImageMarks(Damage):
    """Image marks stand in front of paragraphs of prose."""

    name: ClassVar[str] = "image-marks"

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with image marks."""
        marked: list[Block] = []
        for number, block in enumerate(paper.blocks):
            if isinstance(block, Prose) and block.kind is ProseKind.TEXT:
                marked.append(evolve(block, text=f"[image: 图片{number}]{block.text}"))
            else:
                marked.append(block)
        return evolve(paper, blocks=tuple(marked))


@frozen(kw_only=True)
class Menu(Damage):
    """Navigation of a web page stands above the title."""

    name: ClassVar[str] = "menu"
    lines: int = drawn(st.integers(1, len(_MENU)), len(_MENU))

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with a menu."""
        menu = [Prose(line, ProseKind.NOISE) for line in _MENU[: self.lines]]
        return evolve(paper, blocks=(*menu, *paper.blocks))


@frozen(kw_only=True)
class Footer(Damage):
    """The footer of a web page stands behind the report, or in front of it."""

    name: ClassVar[str] = "footer"
    first: bool = drawn(st.booleans(), False)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with a footer."""
        footer = Prose("版权所有：某某政府网站 备案号：00000000号-1 网站标识码：0000000000", ProseKind.NOISE)
        return evolve(paper, blocks=(footer, *paper.blocks) if self.first else (*paper.blocks, footer))


@frozen(kw_only=True)
class NoiseLine(Damage):
    """A line of noise, such as a page number, stands anywhere between paragraphs and tables."""

    name: ClassVar[str] = "noise-line"
    at: int = drawn(st.integers(0, 30), 0)
    line: str = drawn(st.sampled_from(_LINES), _LINES[0])

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one more line."""
        at = self.at % (len(paper.blocks) + 1)
        noise = Prose(self.line, ProseKind.NOISE)
        return evolve(paper, blocks=(*paper.blocks[:at], noise, *paper.blocks[at:]))
