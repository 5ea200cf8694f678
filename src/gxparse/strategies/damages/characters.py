"""What happens to the characters of a text after it was printed."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen
from hypothesis import strategies as st

from gxparse.printers.printer import Survival
from gxparse.strategies.damages.model import Damage, drawn

__all__ = ["ByteOrderMark", "DroppedDuplicates", "GlyphPinyin", "LineEnds", "LostDateWords", "Radicals", "Truncated"]

#: characters of labels that font subsets print as radicals, with what they print
_RADICALS = str.maketrans("一二人大小工文方日比民行见青", "⼀⼆⼈⼤⼩⼯⽂⽅⽇⽐⺠⾏⻅⻘")
#: simplified characters that a mirror prints traditional, with the reading it glues to them
_PINYIN = {"数": "數(shù)", "规": "規(guī)", "请": "請(qǐng)", "结": "結(jié)", "处": "處(chù)", "机": "機(jī)"}


@frozen(kw_only=True)
class ByteOrderMark(Damage):
    """A byte order mark stands in front of the text."""

    name: ClassVar[str] = "byte-order-mark"

    def to_text(self, text: str) -> str:
        """The text behind a byte order mark."""
        return "\ufeff" + text


@frozen(kw_only=True)
class LineEnds(Damage):
    """Lines end as on another system."""

    name: ClassVar[str] = "line-ends"
    end: str = drawn(st.sampled_from(("\r\n", "\r")), "\r\n")

    def to_text(self, text: str) -> str:
        """The text with other line ends."""
        return text.replace("\r\n", "\n").replace("\n", self.end)


@frozen(kw_only=True)
class Radicals(Damage):
    """Radicals stand for characters, as some fonts in PDF files make it: ⼀⼆⼈⺠."""

    name: ClassVar[str] = "radicals"

    def to_text(self, text: str) -> str:
        """The text with radicals."""
        return text.translate(_RADICALS)


@frozen(kw_only=True)
class GlyphPinyin(Damage):
    """Simplified characters became traditional ones with their reading glued on: 數(shù)量."""

    name: ClassVar[str] = "glyph-pinyin"
    survival: ClassVar[Survival] = Survival.NONE
    chars: str = drawn(st.sampled_from(tuple(_PINYIN)), "数")

    def to_text(self, text: str) -> str:
        """The text with one character replaced everywhere."""
        return text.replace(self.chars, _PINYIN[self.chars])


@frozen(kw_only=True)
class LostDateWords(Damage):
    """Single characters of dates are lost outside the tables' figures: 自20201月1日."""

    name: ClassVar[str] = "lost-date-words"

    def to_text(self, text: str) -> str:
        """The text without 年 between the digits of dates."""
        return text.replace("年1月", "1月").replace("年12月", "12月")


@frozen(kw_only=True)
class DroppedDuplicates(Damage):
    """Every line is kept once: of all zeros on lines of their own, one is left."""

    name: ClassVar[str] = "dropped-duplicates"
    survival: ClassVar[Survival] = Survival.NONE

    def to_text(self, text: str) -> str:
        """The text without repeated lines."""
        # str.splitlines() would also break lines at the separators of the sheet layout.
        return "\n".join(dict.fromkeys(text.split("\n")))


@frozen(kw_only=True)
class Truncated(Damage):
    """The text ends early."""

    name: ClassVar[str] = "truncated"
    survival: ClassVar[Survival] = Survival.NONE
    #: share of the text that is left, in thousandths
    kept: int = drawn(st.integers(0, 999), 500)

    def to_text(self, text: str) -> str:
        """The beginning of the text."""
        return text[: len(text) * self.kept // 1000]
