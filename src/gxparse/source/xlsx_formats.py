"""What a spreadsheet shows of a stored number.

Figures are stored without unit, scale or rounding; the number format adds them (ECMA-376 part 1, 18.8.30 and 18.8.31).
What can be told for certain is written out: percentages, dates, units behind the figure. A format that rounds or
scales is said; a scaled figure stands in brackets, so that it is not read as one.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal, InvalidOperation, localcontext
from functools import lru_cache

from attrs import evolve, frozen

__all__ = ["NumberFormat", "plain_number", "read_format"]

#: Formats that files refer to by number alone; those left out are fractions, exponents and times.
_BUILT_IN: dict[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "yyyy-mm-dd h:mm",
    27: 'yyyy"年"m"月"',
    28: 'm"月"d"日"',
    31: 'yyyy"年"m"月"d"日"',
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;(#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;(#,##0.00)",
    49: "@",
    57: 'yyyy"年"m"月"',
    58: 'm"月"d"日"',
}
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|!(.)|_.|\*.|\[[^\]]*\]|General|([0#?.,%]+)|([yYmMdDhHsSeEgG年月日]+)|(@)|(.)', re.DOTALL
)
#: Sections that hold under a condition; digits that a format writes itself; signs before the digits of a section.
_CONDITION = re.compile(r"\[[<>=]")
_ABOVE = re.compile(r"\[>=?\s*[0-9]")
_WRITTEN = re.compile(r'"[^"]*[1-9][^"]*"|[\\!][1-9]')
_SIGNED = re.compile(r"^[^0#?G]*?[-(−（△▲负]")
#: A stored number longer than this is none.
_DIGITS = 400
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  spreadsheets know no zones
#: The last day of the year 9999, counted from 1904.
_LAST_DAY = 2_957_003


@frozen
class NumberFormat:
    """How one section of a format shows a number."""

    #: decimal places that are shown; ``None`` shows all
    places: int | None = None
    percent: bool = False
    #: whether the figure is shown in thousands, with a point or with further digits of its own
    scaled: bool = False
    date: bool = False
    #: whether nothing is shown at all
    empty: bool = False
    #: unit or other text behind the figure
    suffix: str = ""

    def show(self, value: Decimal, date_1904: bool = False) -> tuple[str, bool]:
        """The number as text, and whether a reader of the spreadsheet sees another figure."""
        if self.date and 0 <= value <= _LAST_DAY:
            day = (_EPOCH_1904 if date_1904 else _EPOCH) + timedelta(days=int(value))
            return f"{day:%Y-%m-%d}", False
        if self.scaled:
            return f"[{plain_number(value)}]", True  # shown by thousands or ten thousands, of a unit that is open
        if self.percent:
            return plain_number(value * 100) + "%" + self.suffix, False
        exponent = value.as_tuple().exponent
        rounded = self.places is not None and isinstance(exponent, int) and -exponent > self.places
        return plain_number(value) + self.suffix, rounded


_GENERAL = NumberFormat()


def plain_number(value: Decimal) -> str:
    """A number in digits, without exponent and without zeros behind the last decimal place.

    >>> plain_number(Decimal("1.20E+3")), plain_number(Decimal("0.50"))
    ('1200', '0.5')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def stored_number(text: str) -> Decimal | None:
    """A number as it stands in the file, to the 15 digits that spreadsheets hold; ``None`` if it is none.

    >>> stored_number("88347.100000000006")
    Decimal('88347.1')
    """
    if len(text) > _DIGITS or not text.isascii() or "_" in text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value.adjusted()) > _DIGITS:
        return None
    with localcontext() as context:
        context.prec = 15
        value = +value
    return Decimal(plain_number(value))


@lru_cache(maxsize=256)
def read_format(code: str | int, sign: int) -> NumberFormat:
    """The section of a format that applies to a number of that sign (-1, 0, 1).

    *code* is the format, or the number of a built-in one.

    >>> read_format('#,##0.00"万元"', 1).suffix, read_format("0.0,", 1).scaled
    ('万元', True)
    """
    if isinstance(code, int):
        code = _BUILT_IN.get(code, "General")
    sections = _sections(code)
    index = 0
    if len(sections) > 1 and sign < 0:
        index = 1
    elif len(sections) > 2 and sign == 0:
        # A zero may be shown as a dash or not at all; it is a zero, unless digits are written in its place.
        return NumberFormat(scaled=True) if _WRITTEN.search(sections[2]) else _GENERAL
    found = _read_section(sections[index])
    if _CONDITION.search(code):
        if sign < 0 and len(sections) == 2 and _ABOVE.search(sections[0]) and not _CONDITION.search(sections[1]):
            return found
        if any(_read_section(section) != found for section in sections):
            return NumberFormat(scaled=True)  # which section shows the number is not worked out
    signed = _SIGNED.search(sections[index]) is not None
    if not found.empty and not found.date and (index or sign > 0) and signed != (index > 0):
        return evolve(found, scaled=True)  # a negative number without its sign, or a positive one with it
    return found


def _sections(code: str) -> list[str]:
    sections = [""]
    for found in _TOKEN.finditer(code[:_DIGITS]):
        if found[0] == ";":
            sections.append("")
        else:
            sections[-1] += found[0]
    return sections


def _read_section(section: str) -> NumberFormat:
    if not section:
        return NumberFormat(empty=True)
    places: int | None = None
    percent = scaled = date = digits = parted = written = False
    suffix = ""
    for found in _TOKEN.finditer(section):
        quoted, escaped, forced, number, letters, _, other = found.groups()
        literal = quoted or escaped or forced
        scaled = scaled or (literal is not None and any(char.isdigit() for char in literal))
        if number:
            if literal is None and digits and (suffix.strip() or parted):
                scaled = True  # text within the digits: 0!.0 shows tenths of something else
            digits = True
            percent = percent or "%" in number
            scaled = scaled or number.rstrip("%").endswith(",")
            places = len(number.partition(".")[2].rstrip("%,").replace(",", "")) if places is None else places
        elif found[0] == "General":
            digits = True
        elif letters:
            date = date or not digits
        elif literal and digits:
            suffix += literal
        elif other and digits and not other.isspace() and ord(other) > 0x7F:
            suffix += other
        written = written or bool(literal and literal.strip())
        parted = parted or (other in ("-", "/", ":") and digits and not letters)
        if forced == ".":
            scaled = True
    if not digits:
        # A text in place of the number.
        return NumberFormat(date=date, scaled=scaled or (written and not date))
    return NumberFormat(places, percent, scaled, date=False, suffix=suffix.strip())
