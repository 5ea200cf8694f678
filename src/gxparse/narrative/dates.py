"""Years, days and periods as reports print them."""

from __future__ import annotations

import datetime
import re

from gxparse.narrative.numerals import CHINESE, read_whole

__all__ = ["DAY", "YEAR", "plausible_year", "read_day", "read_year"]

_NUMERAL = rf"[\d{CHINESE}]"
#: a year number with its 年, spaces allowed between the characters; group ``y``
YEAR = rf"(?<!{_NUMERAL})(?P<y>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{1,9}})\s*年"
#: a whole day: ``2031年1月25日``, ``二〇三一年一月二十五日``, ``2031-01-25``; groups ``y`` ``m`` ``d``
DAY = (
    rf"(?<!{_NUMERAL})(?P<y>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{1,9}})\s{{0,12}}[年\-./－．]\s{{0,12}}"
    rf"(?P<m>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{0,2}})\s{{0,12}}[月⽉\-./－．]\s{{0,12}}"
    rf"(?P<d>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{0,2}})(?!{_NUMERAL})\s{{0,12}}[日⽇号]?"
)


def plausible_year(year: int | None) -> bool:
    """Whether a report can be about that year: the 条例 dates from 2008, and the future is not reported on.

    The upper bound is a century's end rather than today, so that reading a text never depends on the clock.
    """
    return year is not None and 2000 <= year <= 2099


def read_year(text: str) -> int | None:
    """A year number as printed, ``None`` if it is none that a report can be about.

    >>> read_year("2031"), read_year("二〇三一"), read_year("２０３１"), read_year("203131"), read_year("31")
    (2031, 2031, 2031, None, None)
    """
    year = read_whole(text)
    return year if plausible_year(year) else None


def read_day(match: re.Match[str], year: int | None = None) -> datetime.date | None:
    """The day that a match of :data:`DAY` names; ``None`` if there is no such day."""
    if year is None:
        year = read_year(match["y"])
    month, day = read_whole(match["m"]), read_whole(match["d"])
    if year is None or month is None or day is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    # 30 February is printed more often than one would think; a date that does not exist is no date.
    lengths = (31, 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28)
    longest = lengths[month - 1] if month <= 2 else 30 + (month in (3, 5, 7, 8, 10, 12))
    return datetime.date(year, month, day) if day <= longest else None
