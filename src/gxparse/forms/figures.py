"""Where text becomes a figure: the only place.

A value cell holds a number with an optional sign and unit, a mark that stands for "none", nothing, or something
that is no figure. Which of these it is does not depend on where the cell stands; whether the number suits its
column is decided in :mod:`gxparse.forms.bind`.
"""

from __future__ import annotations

import enum
import functools
import re
from decimal import Decimal

from attrs import frozen

from gxparse.forms.spelling import plain, shows_markup
from gxparse.layout.grammar import Lark, LarkError, Token, load_parser
from gxparse.text import fold


class Shape(enum.IntEnum):
    """What a cell looks like."""

    BLANK = 0
    FIGURE = 1
    #: ``/``, ``—``, ``无``: somebody wrote that there is none
    MARK = 2
    #: neither blank nor figure nor mark
    TEXT = 3


@frozen
class Figure:
    """A number as a cell prints it."""

    #: the number without unit; an ``int`` unless a decimal point is printed
    number: int | Decimal
    #: 元, 万元, 亿元, 件, … as printed in the cell
    unit: str | None = None
    #: whether a sign is printed
    signed: bool = False
    #: whether the cell was more than plain ASCII digits and white space
    plain: bool = True
    #: pieces it was put together from, if its digits stood apart
    joined: int = 1
    #: whether it begins with a zero that no number needs: it may be two figures that ran together
    zero_led: bool = False


#: a figure a cell can be without any grammar: digits with white space around
_PLAIN = re.compile(r"\s*([0-9]{1,18})\s*\Z")
_FACTORS = {"万元": Decimal(10_000), "亿元": Decimal(100_000_000), "元": Decimal(1)}
#: longer ones first, since 元 ends them all
MONEY_UNITS = tuple(_FACTORS)
#: two numbers that only white space keeps apart must not become one
_APART = re.compile(r"[\d.．]\s+[\d.．]")
#: raised, lowered and circled figures refer to a note; folded, they would be digits of the figure they touch. What stands
#: behind the last of them is shown from right to left.
_RAISED = re.compile(
    "[²³¹\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf\U0001f100-\U0001f10c\u202e]"
)
#: what ends a row of a table in LaTeX is no mark, nor is it an escaped one
_ROW_END = re.compile(r"\s*\\\\+\s*\Z")
#: how table libraries and programs write a blank cell
_NOTHING = frozenset({"NaN", "nan", "NaT", "<NA>", "None", "null", "NULL"})
#: longest number that is read; longer ones are no count of anything
MAX_DIGITS = 18


@functools.cache
def _parser() -> Lark:
    return load_parser("figure", ("start",))


def read_figure(raw: str) -> tuple[Shape, Figure | None]:
    """What a cell's text says, unit and sign included.

    >>> read_figure("\\xa012 ")
    (<Shape.FIGURE: 1>, Figure(number=12, unit=None, signed=False, plain=True, joined=1, zero_led=False))
    >>> read_figure("331.34万元")[1].number
    Decimal('331.34')
    >>> [read_figure(raw)[0].name for raw in ("", "/", "961716.", "12 34", "12①")]
    ['BLANK', 'MARK', 'TEXT', 'TEXT', 'TEXT']
    """
    match = _PLAIN.match(raw)
    if match:
        return Shape.FIGURE, _whole(match[1])
    if not raw or raw.isspace():
        return Shape.BLANK, None
    if _ROW_END.match(raw):
        return Shape.TEXT, None
    if shows_markup(raw):
        raw = plain(raw)
        if not raw or raw.isspace():
            return Shape.BLANK, None
    if len(raw) > 60:  # no figure is that long, and no label needs a grammar
        return (Shape.TEXT if fold(raw) else Shape.BLANK), None
    text = fold(raw)
    if not text or text in _NOTHING:
        return Shape.BLANK, None
    if _APART.search(raw) or _RAISED.search(raw):
        return Shape.TEXT, None
    if not any(c in "0123456789-‐‑‒–—―−─/\\无" for c in text) and text.lower() != "none":
        return Shape.TEXT, None
    try:
        tree = _parser().parse(text.lower(), start="start")
    except LarkError:
        return Shape.TEXT, None
    tokens = list(tree.scan_values(lambda value: isinstance(value, Token)))
    if all(token.type != "NUMBER" for token in tokens):
        return Shape.MARK, None
    signed = negative = False
    unit = None
    digits = ""
    for token in tokens:
        if token.type in ("PLUS", "DASH"):
            signed, negative = True, token.type == "DASH"
        elif token.type == "NUMBER":
            digits = token.value.replace(",", "")
        else:
            unit = str(token.value)
    if len(digits) > MAX_DIGITS:
        return Shape.TEXT, None
    number = Decimal(digits) if "." in digits else int(digits)
    return Shape.FIGURE, Figure(-number if negative else number, unit, signed, False, zero_led=_is_zero_led(digits))


def _whole(digits: str) -> Figure:
    return Figure(int(digits), zero_led=True) if _is_zero_led(digits) else Figure(int(digits))


def _is_zero_led(digits: str) -> bool:
    return digits[0] == "0" and len(digits) > 1 and digits[1] != "."


def in_yuan(number: int | Decimal, unit: str) -> Decimal:
    """An amount printed in 元, 万元 or 亿元, in yuan.

    >>> in_yuan(Decimal("331.34"), "万元")
    Decimal('3313400')
    """
    amount = Decimal(number) * _FACTORS[unit]
    # 3313400.00 says no more than 3313400.
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()
