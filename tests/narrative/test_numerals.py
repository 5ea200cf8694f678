"""Numbers as prose writes them."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.narrative.dates import DAY, read_day
from gxparse.narrative.numerals import read_number, read_whole


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("363", 363),
        ("３６３", 363),
        ("3 6 3", 363),
        ("1,200", 1200),
        ("1，200", 1200),
        ("三百六十三", 363),
        ("十五", 15),
        ("二十", 20),
        ("一百零三", 103),
        ("两千零二十", 2020),
        ("三万二千", 32000),
        ("一亿零三百万", 103000000),
        ("二〇二一", 2021),
        ("零", 0),
        ("32万", 320000),
        ("2.8万", 28000),
        ("1.23456万", Decimal("12345.6")),
        ("三百万", 3000000),
        ("0.0", Decimal("0.0")),
        ("18.60", Decimal("18.60")),
        ("961716.", None),
        (".5", None),
        ("1,20", None),
        ("12,3456", None),
        ("三六十", None),
        ("十百", None),
        ("万", None),
        ("一万万", None),
        ("", None),
        ("-3", None),
        ("3e5", None),
        ("9" * 41, None),
    ],
)
def test_numbers(printed, value):
    assert read_number(printed) == value
    assert type(read_number(printed)) is type(value)


def _chinese(n):
    digits = "零一二三四五六七八九"
    if n < 10:
        return digits[n]
    out, gap = "", False
    for unit, name in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        count, n = divmod(n, unit)
        if count:
            out += ("零" if gap else "") + (_chinese(count) if count > 9 else digits[count]) + name
            gap = False
        elif out and n:
            gap = True
    return out


@given(st.integers(0, 99_999_999))
def test_chinese_numbers_are_the_inverse_of_writing_them(n):
    assert read_whole(_chinese(n)) == n


@given(st.text(max_size=12))
def test_any_text_is_a_number_or_none(text):
    assert read_number(text) is None or read_number(text) >= 0


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31)))
def test_days(day):
    match = re.fullmatch(DAY, f"{day.year}年{day.month}月{day.day}日")
    assert read_day(match) == day


@pytest.mark.parametrize("printed", ["2031年2月29日", "2031年4月31日", "2031年0月1日", "1899年1月1日", "203年1月1日"])
def test_days_that_do_not_exist(printed):
    match = re.search(DAY, printed)
    assert match is None or read_day(match) is None
