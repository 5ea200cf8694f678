"""Where text becomes a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.forms.figures import Shape, in_yuan, read_figure

PADDING = st.text(alphabet=" \xa0\u3000\t\n", max_size=4)


@given(st.integers(0, 10**18 - 1), PADDING, PADDING)
def test_padding_of_any_kind_changes_nothing(number: int, before: str, after: str) -> None:
    shape, figure = read_figure(f"{before}{number}{after}")
    assert shape is Shape.FIGURE
    assert figure is not None
    assert figure.number == number
    assert figure.unit is None


@given(st.integers(0, 10**9))
def test_full_width_digits_and_separators_say_the_same(number: int) -> None:
    wide = str(number).translate({ord("0") + n: chr(0xFF10 + n) for n in range(10)})
    for raw in (wide, f"{number:,}"):
        figure = read_figure(raw)[1]
        assert figure is not None
        assert figure.number == number


@pytest.mark.parametrize("raw", ["", " ", "\xa0", "\u3000\xa0", "\n", "NaN", "\x11", "\x12"])
def test_blank(raw: str) -> None:
    assert read_figure(raw) == (Shape.BLANK, None)


@pytest.mark.parametrize("raw", ["/", "—", "-", "——", "－", "\\", "无", "N/A", "／"])
def test_marks_stand_for_none_and_are_no_figures(raw: str) -> None:
    assert read_figure(raw) == (Shape.MARK, None)


@pytest.mark.parametrize(
    "raw",
    [
        "961716.",  # a decimal point that was moved
        "12 34",  # two numbers or one
        "35\n46",
        "-4-",  # a page number
        "1,23",
        "3..4",
        "1" * 19,
        "12件3",
        "5000万条",
        "详见附件",
        "1.2.3",
        "0x10",
        "1e5",
        "١٢",
    ],
)
def test_what_is_no_figure_is_text(raw: str) -> None:
    assert read_figure(raw) == (Shape.TEXT, None)


@pytest.mark.parametrize(
    ("raw", "number", "unit", "signed"),
    [
        ("+19", 19, None, True),
        ("-7", -7, None, True),
        ("－7", -7, None, True),
        ("0万元", 0, "万元", False),
        ("331.34万元", Decimal("331.34"), "万元", False),
        ("14.1 万元", Decimal("14.1"), "万元", False),
        ("96000元", 96000, "元", False),
        ("12件", 12, "件", False),
        ("9\\.3", Decimal("9.3"), None, False),
        ("1,234.5", Decimal("1234.5"), None, False),
        ("0.0", Decimal("0.0"), None, False),
    ],
)
def test_signs_units_and_decimals(raw: str, number: int | Decimal, unit: str | None, signed: bool) -> None:
    shape, figure = read_figure(raw)
    assert shape is Shape.FIGURE
    assert figure is not None
    assert (figure.number, figure.unit, figure.signed) == (number, unit, signed)
    assert type(figure.number) is type(number)
    assert not figure.plain


@given(st.text(max_size=80))
def test_any_text_is_something(raw: str) -> None:
    shape, figure = read_figure(raw)
    assert (shape is Shape.FIGURE) == (figure is not None)


@given(st.decimals(0, 10**9, allow_nan=False, places=4))
def test_yuan_are_exact(amount: Decimal) -> None:
    assert in_yuan(amount, "元") == amount
    assert in_yuan(amount, "万元") == amount * 10_000
    assert in_yuan(amount, "亿元") == amount * 100_000_000
    assert "E" not in str(in_yuan(amount, "万元")).replace("E-", "")
