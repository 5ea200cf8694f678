"""What happens around the tables: headings renumbered, moved, repeated or quoted, sentences and tables out of place."""

from __future__ import annotations

from typing import ClassVar

from attrs import evolve, frozen
from hypothesis import strategies as st

from gxparse.printers.paper import Block, Paper, Prose, ProseKind, Sheet
from gxparse.printers.printer import Survival
from gxparse.strategies.damages.model import Damage, drawn

__all__ = [
    "HeadingNumeral",
    "LostHeadings",
    "LostTables",
    "OwnNumbering",
    "QuotedHeadings",
    "RepeatedHeading",
    "SentenceBeforeTable",
    "TableBeforeHeading",
]

_SECTION = st.integers(0, 5)


def _headings(paper: Paper) -> list[int]:
    return [n for n, b in enumerate(paper.blocks) if isinstance(b, Prose) and b.kind is ProseKind.HEADING]


def _spliced(paper: Paper, at: int, *blocks: Block) -> Paper:
    return evolve(paper, blocks=(*paper.blocks[:at], *blocks, *paper.blocks[at:]))


@frozen(kw_only=True)
class HeadingNumeral(Damage):
    """A section heading has another numeral, or none: 5、存在的主要问题及改进情况."""

    name: ClassVar[str] = "heading-numeral"
    section: int = drawn(_SECTION, 4)
    numeral: str = drawn(st.sampled_from(("5、", "", "（一）", "一、", "• ", "二、 ")), "5、")

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one renumbered heading."""
        found = _headings(paper)
        if not found:
            return paper
        number = found[self.section % len(found)]
        block = paper.blocks[number]
        assert isinstance(block, Prose)
        return paper.replace(number, evolve(block, text=self.numeral + block.text.partition("、")[2]))


@frozen(kw_only=True)
class RepeatedHeading(Damage):
    """A section heading stands once more, empty, at the very end."""

    name: ClassVar[str] = "repeated-heading"
    section: int = drawn(_SECTION, 4)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one heading twice."""
        found = _headings(paper)
        if not found:
            return paper
        return _spliced(paper, len(paper.blocks), paper.blocks[found[self.section % len(found)]])


@frozen(kw_only=True)
class QuotedHeadings(Damage):
    """An introduction names all six parts of the report, the last one at the start of a line."""

    name: ClassVar[str] = "quoted-headings"
    wrapped: bool = drawn(st.booleans(), False)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with an introduction in front of section one."""
        found = _headings(paper)
        if not found:
            return paper
        titles = []
        for number in found:
            block = paper.blocks[number]
            assert isinstance(block, Prose)
            titles.append(block.text.partition("、")[2] or block.text)
        text = f"本报告由{'、'.join(titles)}{len(titles)}部分组成。"
        if self.wrapped:
            at = text.index(titles[-1])
            return _spliced(paper, found[0], Prose(text[:at]), Prose(text[at:]))
        return _spliced(paper, found[0], Prose(text))


@frozen(kw_only=True)
class OwnNumbering(Damage):
    """Section one counts its own paragraphs 一 to 六, in words close to the section headings."""

    name: ClassVar[str] = "own-numbering"

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with numbered paragraphs under the first heading."""
        found = _headings(paper)
        if not found:
            return paper
        lines = (
            "一、组织领导。本机关指定专人负责公开工作。",
            "二、制度建设。修订公开目录和保密审查办法。",
            "三、主动公开政府信息情况。本年度栏目更新及时。",
            "四、依申请公开政府信息办理情况。答复均在法定期限内作出。",
        )
        return _spliced(paper, found[0] + 1, *map(Prose, lines))


@frozen(kw_only=True)
class SentenceBeforeTable(Damage):
    """A sentence stands between the heading of a section and its table."""

    name: ClassVar[str] = "sentence-before-table"
    table: int = drawn(st.integers(0, 2), 1)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one more sentence."""
        tables = [n for n, block in enumerate(paper.blocks) if isinstance(block, Sheet)]
        if not tables:
            return paper
        return _spliced(paper, tables[self.table % len(tables)], Prose("有关情况见下表。"))


@frozen(kw_only=True)
class TableBeforeHeading(Damage):
    """A table stands in front of the heading of its section."""

    name: ClassVar[str] = "table-before-heading"
    table: int = drawn(st.integers(0, 2), 0)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper with one table moved up."""
        tables = [n for n, block in enumerate(paper.blocks) if isinstance(block, Sheet)]
        if not tables:
            return paper
        at = tables[self.table % len(tables)]
        above = [n for n in _headings(paper) if n < at]
        if not above:
            return paper
        table = paper.blocks[at]
        without = evolve(paper, blocks=(*paper.blocks[:at], *paper.blocks[at + 1 :]))
        return _spliced(without, above[-1], table)


@frozen(kw_only=True)
class LostHeadings(Damage):
    """No section has a heading, as when a tool prints the tables of a file alone."""

    name: ClassVar[str] = "lost-headings"
    #: whether the prose is lost as well
    prose: bool = drawn(st.booleans(), False)

    def to_paper(self, paper: Paper) -> Paper:
        """The paper without headings."""
        kept = [
            block
            for block in paper.blocks
            if isinstance(block, Sheet) or (not self.prose and block.kind is not ProseKind.HEADING)
        ]
        parted: list[Block] = []
        for block in kept:
            if isinstance(block, Sheet) and parted and isinstance(parted[-1], Sheet):
                parted.append(Prose("", ProseKind.PAGE))
            parted.append(block)
        return evolve(paper, blocks=tuple(parted))


@frozen(kw_only=True)
class LostTables(Damage):
    """The tables were images: nothing is there, or a placeholder."""

    name: ClassVar[str] = "lost-tables"
    survival: ClassVar[Survival] = Survival.NONE
    placeholder: str = drawn(st.sampled_from(("", "[TABLE]", "[image: 图片1]")), "")

    def to_paper(self, paper: Paper) -> Paper:
        """The paper without tables."""
        instead = (Prose(self.placeholder, ProseKind.NOISE),) if self.placeholder else ()
        blocks: list[Block] = []
        for block in paper.blocks:
            blocks.extend(instead if isinstance(block, Sheet) else (block,))
        return evolve(paper, blocks=tuple(blocks))
