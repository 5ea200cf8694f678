from __future__ import annotations

from decimal import Decimal

import pytest

from gxparse.forms.editions import EDITIONS
from gxparse.printers.style import Style, choices_of, plain

FIELDS = EDITIONS["trial_2019"].fields | EDITIONS["revised_2021"].fields
CHANGE = FIELDS["proactive.licensing.licenses.items_change"][2]
COUNT = FIELDS["requests.received.total"][2]
FEES = FIELDS["proactive.fees.administrative_fees.amount_cny"][2]
BOUGHT = FIELDS["proactive.procurement.centralized_procurement.amount_cny"][2]


@pytest.mark.parametrize(
    ("options", "printed"),
    [
        ({}, "3.危及“三安全一稳定”"),
        ({"numbering": "1. "}, "3. 危及“三安全一稳定”"),
        ({"numbering": "1、"}, "3、危及“三安全一稳定”"),
        ({"quotes": '""'}, '3.危及"三安全一稳定"'),
        ({"quotes": "「」"}, "3.危及「三安全一稳定」"),
        ({"quotes": ""}, "3.危及三安全一稳定"),
    ],
)
def test_numbered_labels(options, printed):
    assert Style(**options).label("3.危及“三安全一稳定”") == printed


def test_punctuation():
    label = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"
    assert Style(punctuation="half").label(label) == "(二)部分公开(区分处理的,只计这一情形,不计其他情形)"
    assert Style(punctuation="spaced").label(label) == "(二) 部分公开(区分处理的, 只计这一情形, 不计其他情形)"


def test_wraps_are_line_breaks_inside_the_label():
    assert Style(wraps=True).label("尚未审结") == "尚未\n审结"
    assert Style(wraps=True).label("自然人") == "自然人"


@pytest.mark.parametrize(
    ("options", "value", "column", "printed"),
    [
        ({}, 0, COUNT, "0"),
        ({}, None, COUNT, ""),
        ({"blank": "/"}, None, COUNT, "/"),
        ({"padding": ("\u00a0", " ")}, 7, COUNT, "\u00a07 "),
        ({}, -14, CHANGE, "-14"),
        ({"plus": True}, 19, CHANGE, "+19"),
        ({"plus": True}, 0, CHANGE, "0"),
        ({"plus": True}, 5, COUNT, "5"),
        ({}, Decimal(603124471), FEES, "60312.4471"),
        ({"money": "元"}, Decimal(603124471), FEES, "60312.4471"),
        ({}, Decimal("0.00"), FEES, "0"),
        ({}, Decimal("218924.2"), BOUGHT, "218924.2"),
        ({"money": "万元"}, Decimal(3313400), BOUGHT, "331.34万元"),
        ({"money": "元"}, Decimal(96000), BOUGHT, "96000元"),
    ],
)
def test_figures(options, value, column, printed):
    assert Style(**options).figure(value, column) == printed


@pytest.mark.parametrize(("value", "printed"), [("1E+3", "1000"), ("10.50", "10.5"), ("100", "100"), ("0.0", "0")])
def test_plain_decimals_have_no_exponent_and_no_idle_zeros(value, printed):
    assert plain(Decimal(value)) == printed


def test_an_option_takes_its_choices_only():
    assert choices_of(Style)["wraps"] == (False, True)
    with pytest.raises(ValueError, match="punctuation"):
        Style(punctuation="wide")
