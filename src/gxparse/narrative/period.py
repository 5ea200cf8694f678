"""The statistical period (统计期限) and the day of publication that a text states."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from gxparse.model.report import Period
from gxparse.narrative.dates import DAY, read_day, read_year
from gxparse.narrative.numerals import CHINESE
from gxparse.span import Span

__all__ = ["FoundPeriod", "find_period", "find_published"]

_NUMERAL = rf"[\d{CHINESE}]"
_KEY = re.compile(
    r"[统統]\s*[计計]\s*(?:数\s*据\s*)?(?:的\s*)?(?:期\s*限|时\s*限|時\s*限|期\s*间|期\s*間|时\s*间|時\s*間|时\s*段|周\s*期|范\s*围)"
)
_END = re.compile(
    rf"(?:(?P<y>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{1,9}})\s{{0,12}}[年\-./－．]\s{{0,12}})?"
    rf"(?P<m>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{0,2}})\s{{0,12}}[月⽉\-./－．]\s{{0,12}}"
    rf"(?P<d>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{0,2}})(?!{_NUMERAL})\s{{0,12}}[日⽇号]?"
)
_DAY = re.compile(DAY)
_LINK = re.compile(r"\s*(?:[（(]含[）)])?\s*[起始]?\s*[,，]?\s*(?:[至⾄到]|[-—–~～－]{1,2})\s*")
#: a whole year without its days: ``2031年度``, ``2031年1月至12月``, ``2031年1-12月``
_WHOLE = re.compile(
    rf"(?P<y>{_NUMERAL}(?:[^\S\n]?{_NUMERAL}){{3}})\s{{0,12}}年"
    r"(?:\s{0,3}度|\s{0,3}0?1\s{0,3}月?\s{0,3}(?:[至⾄到]|[-—–~～－]{1,2})\s{0,3}12\s{0,3}[月⽉])"
)
_LEAD = re.compile(r"[\s为自从是均即:：（(]{0,8}")
_NUMBERS = re.compile(r"\d{2,}[^\n，。；;,]{0,40}")
_PUBLISHED = re.compile(rf"(?:发布|公布|公开|发文|成文|生成)(?:时间|日期)\s*[】\]]?\s*[|｜:：]?\s*{DAY}")
#: how far from the key word the dates may stand
_REACH = 120


class FoundPeriod(NamedTuple):
    """A statement of the statistical period; ``period`` is ``None`` if it cannot be read."""

    period: Period | None
    span: Span


def _dates(text: str, start: int, stop: int) -> tuple[Period, Span] | None:
    """The first two linked days between two offsets."""
    first = _DAY.search(text, start, stop)
    if first is None:
        return None
    link = _LINK.match(text, first.end(), stop)
    if link is None:
        return None
    second = _END.match(text, link.end(), stop)
    if second is None:
        return None
    start_day = read_day(first)
    year = read_year(second["y"]) if second["y"] is not None else None if start_day is None else start_day.year
    end_day: datetime.date | None = None if year is None else read_day(second, year)
    if start_day is None or end_day is None or end_day < start_day:
        return None
    return Period(start_day, end_day), Span(first.start(), second.end())


def find_period(text: str, start: int = 0, stop: int | None = None) -> FoundPeriod | None:
    """The statistical period that *text* states between two offsets; ``None`` if it states none.

    Looked for are the words 统计期限, 统计时限, 统计期间 and their like; the second year may be left out, and
    so may the days of a whole year. If the words are there and the dates are damaged, the result has a span and no period.

    >>> find_period("统计期限自2031年1月1日起至12月31日止").period.end
    datetime.date(2031, 12, 31)
    >>> find_period("统计时限为203111日起至20311231日").period is None
    True
    """
    stop = len(text) if stop is None else stop
    broken: Span | None = None
    at = start
    tries = 0
    while tries < 20:
        hits = [h for h in (text.find("统", at, stop), text.find("統", at, stop)) if h >= 0]
        if not hits:
            break
        at = min(hits)
        key = _KEY.match(text, at, stop)
        at += 1
        if key is None:
            continue
        tries += 1
        end = min(stop, key.end() + _REACH)
        close = text.find("。", key.end(), end)
        if close >= 0:
            end = close
        found = _dates(text, key.end(), end)
        if found is not None:
            return FoundPeriod(*found)
        whole = _WHOLE.search(text, key.end(), end)
        if whole is not None and _LEAD.fullmatch(text, key.end(), whole.start()):
            year = read_year(whole["y"])
            if year is not None:
                days = datetime.date(year, 1, 1), datetime.date(year, 12, 31)
                return FoundPeriod(Period(*days), Span(whole.start(), whole.end()))
        damaged = _NUMBERS.search(text, key.end(), end)
        if damaged is not None and broken is None and _LEAD.fullmatch(text, key.end(), damaged.start()):
            broken = Span(damaged.start(), damaged.end())
    return None if broken is None else FoundPeriod(None, broken)


def find_published(text: str, start: int, stop: int) -> tuple[datetime.date, Span] | None:
    """The day of publication that a web page prints beside the report (发布时间：…)."""
    for match in _PUBLISHED.finditer(text, start, stop):
        day = read_day(match)
        if day is not None:
            return day, Span(match.start("y"), match.end("d"))
    return None
