"""Numbers as prose writes them: Arabic and Chinese, full-width, with spaces inside, with 万 and 亿.

Everything here is exact: a result is ``int`` or ``Decimal``, and what is no number is ``None``.
"""

from __future__ import annotations

import re
from decimal import Decimal

__all__ = ["CHINESE", "read_number", "read_whole"]

_DIGITS = {
    **{c: i for i, c in enumerate("〇一二三四五六七八九")},
    **{c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **dict.fromkeys("○ＯOo０", 0),
    "两": 2,
    "⼀": 1,
    "⼆": 2,
    "⼋": 8,
}
_UNITS = {"十": 10, "拾": 10, "⼗": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GROUPS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

#: the characters of Chinese numerals, for character classes
CHINESE = "〇一二三四五六七八九零○Ｏ两十百千⼀⼆⼋⼗"

_SPACE = re.compile(r"\s+")
_WHOLE = re.compile(r"[0-9]+\Z")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\Z")
_DECIMAL = re.compile(r"[0-9]+\.[0-9]+\Z")
_FULL_WIDTH = {0xFF10 + i: 0x30 + i for i in range(10)} | {0xFF0E: ".", 0xFF0C: ",", 0xFF0B: "+"}


def _chinese(text: str) -> int | None:
    """``三百六十三``, ``二〇二一``, ``十五``; ``None`` if it is not well formed."""
    if not any(c in _UNITS or c in _GROUPS for c in text):
        places = [_DIGITS.get(c) for c in text]
        value = 0
        for place in places:
            if place is None:
                return None
            value = value * 10 + place
        return value
    total = group = 0
    digit: int | None = None  # one that waits for its unit
    last_unit = last_group = 10**12
    for c in text:
        if c in _DIGITS:
            if digit is not None and digit != 0:
                return None
            digit = _DIGITS[c]
        elif c in _UNITS:
            unit = _UNITS[c]
            if unit >= last_unit or digit == 0:
                return None
            group += (1 if digit is None else digit) * unit
            last_unit, digit = unit, None
        elif c in _GROUPS:
            unit = _GROUPS[c]
            group += 0 if digit is None else digit
            if unit >= last_group or group == 0:
                return None
            total += group * unit
            group, digit, last_unit, last_group = 0, None, 10**12, unit
        else:
            return None
    return total + group + (0 if digit is None else digit)


def read_number(text: str) -> int | Decimal | None:
    """The number that *text* writes, ``None`` if it writes none.

    >>> read_number("３６３"), read_number("三百六十三"), read_number("1,200"), read_number("2.8万"), read_number("12万")
    (363, 363, 1200, 28000, 120000)
    >>> read_number("18.6"), read_number("1,20"), read_number("十百")
    (Decimal('18.6'), None, None)
    """
    if text.isdigit() and text.isascii() and len(text) <= 40:
        return int(text)  # nearly always
    text = _SPACE.sub("", text).translate(_FULL_WIDTH)
    if len(text) > 40:
        return None
    if _WHOLE.match(text):
        return int(text)
    scale = _GROUPS.get(text[-1:])
    head = text[:-1] if scale is not None else text
    if _WHOLE.match(head):
        return int(head) * (1 if scale is None else scale)
    if _GROUPED.match(head):
        return int(head.replace(",", "")) * (1 if scale is None else scale)
    if _DECIMAL.match(head):
        value = Decimal(head) * (1 if scale is None else scale)
        return int(value) if scale is not None and value == value.to_integral_value() else value
    return _chinese(text) if text else None


def read_whole(text: str) -> int | None:
    """The whole number that *text* writes, ``None`` if it writes none.

    >>> read_whole("二〇三一"), read_whole("2 031"), read_whole("3.7"), read_whole("")
    (2031, 2031, None, None)
    """
    value = read_number(text)
    return value if isinstance(value, int) else None
