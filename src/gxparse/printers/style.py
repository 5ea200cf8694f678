"""How a filer spells the form: punctuation, numbering, wraps, blanks and units, apart from any layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TypeVar

import attrs
from attrs import field, frozen, validators

from gxparse.forms.spec import Column, Kind
from gxparse.model.shape import Figure

__all__ = ["Style", "choices_of", "option"]

T = TypeVar("T")


def option(*choices: T) -> T:
    """A keyword option of a printer: the first choice is the default, and nothing else is accepted.

    The choices stay readable on the class, so that strategies try them all without knowing any layout.
    """
    made: T = field(
        default=choices[0], kw_only=True, validator=validators.in_(choices), metadata={"choices": tuple(choices)}
    )
    return made


def choices_of(cls: type[Any]) -> dict[str, tuple[Any, ...]]:
    """The options of a style or printer class by name, each with its choices, default first."""
    return {a.name: a.metadata["choices"] for a in attrs.fields(cls) if "choices" in a.metadata}


#: Where the boxes of the printed form are too narrow for their headings.
WRAPS: dict[str, Sequence[str]] = {
    "本年新制作数量": ("本年新", "制作数量"),
    "本年新公开数量": ("本年新", "公开数量"),
    "对外公开总数量": ("对外公开", "总数量"),
    "商业企业": ("商业", "企业"),
    "科研机构": ("科研", "机构"),
    "结果维持": ("结果", "维持"),
    "结果纠正": ("结果", "纠正"),
    "其他结果": ("其他", "结果"),
    "尚未审结": ("尚未", "审结"),
}

_HALF = str.maketrans("（），：；", "(),:;")
_NUMBERED = re.compile(r"\A([0-9])\.")
_PRINTED_TEN_THOUSAND = "万元"


@frozen(kw_only=True)
class Style:
    """The spelling of the form, common to all layouts."""

    #: full-width punctuation as on the form, half-width, or half-width with a space behind it as OCR prints it
    punctuation: str = option("full", "half", "spaced")
    #: what follows the number of a row such as 1.属于国家秘密
    numbering: str = option("1.", "1. ", "1、")
    #: the quotation marks of 三安全一稳定
    quotes: str = option("“”", '""', "「」", "")
    #: whether narrow headings are broken over two lines inside their cell
    wraps: bool = option(False, True)
    #: whether the corner of section three holds its note on the arithmetic (勾稽关系)
    note: bool = option(True, False)
    #: what a cell without a figure holds
    blank: str = option("", "\u00a0", "\u3000", "/", "—")
    #: white space in front of and behind each figure
    padding: tuple[str, str] = option(("", ""), ("\u00a0", ""), ("", "\u3000\u3000"), ("\u00a0", " "))
    #: unit printed behind an amount under a heading that names none: none at all, 万元 or 元
    money: str = option("", "万元", "元")
    #: whether a positive change carries a sign
    plus: bool = option(False, True)

    def label(self, text: str) -> str:
        """A label of the form in this spelling."""
        if self.wraps and text in WRAPS:
            text = "\n".join(WRAPS[text])
        text = _NUMBERED.sub(lambda match: match[1] + self.numbering[1:], text)
        text = text.replace("“", self.quotes[:1]).replace("”", self.quotes[1:])
        if self.punctuation == "half":
            text = text.translate(_HALF)
        elif self.punctuation == "spaced":
            text = re.sub(r"([),:])(?=[^\n])", r"\1 ", text.translate(_HALF))
        return text

    def figure(self, value: Figure, column: Column) -> str:
        """A figure as it stands in its cell."""
        if value is None:
            return self.blank
        before, behind = self.padding
        return before + self._digits(value, column) + behind

    def _digits(self, value: int | Decimal, column: Column) -> str:
        if column.kind is Kind.CHANGE:
            return f"+{value}" if self.plus and value > 0 else str(value)
        if column.kind is not Kind.MONEY:
            return str(value)
        amount = Decimal(value)
        if column.unit == _PRINTED_TEN_THOUSAND:
            return plain(amount.scaleb(-4))
        if self.money == _PRINTED_TEN_THOUSAND:
            return plain(amount.scaleb(-4)) + self.money
        return plain(amount) + self.money


def plain(value: Decimal) -> str:
    """A decimal without exponent and without zeros that say nothing."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
