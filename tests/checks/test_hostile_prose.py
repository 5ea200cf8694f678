"""Prose made to slow a rule down costs no more than its length."""

from __future__ import annotations

import pytest

from checks.tables import report_with
from gxparse.checks import check
from gxparse.checks.across import check_peers, check_years
from gxparse.forms.editions import edition_of
from gxparse.model.origin import Section
from timing import least

HOSTILE = [
    "（填写",
    "(" * 7,
    "{{",
    "${",
    "[bookmark:",
    "Xx",
    "x",
    "_",
    "20×",
    "1",
    "１3",
    "11010519491231002",
    "申请人王",
    "申请人王不",
    "诉我",
    "20",
    "2021年，我",
    "统计期限2021年1月1",
    "本报告由",
    "本报告由县",
    "收到",
    "收到申请",
    "收到申请5",
    "收到申请5件，增长5%（上年3件，",
    "复议、诉讼分别为1件、",
    "诉讼、复议和诉讼分别",
    "内部事务、国家秘密",
    "县教育局收到申请1件，",
    "政府信息公开申请1件，均为自然人，",
    "网络1件、合计1件，占1%（1%），",
    "错误！",
    "点击此处",
    "\n",
    "的" * 40 + "\n",
]


def report(unit, length):
    text = (unit * (length // len(unit) + 1))[:length]
    edition = edition_of("trial_2019")
    counts = {path: 0 for path, (_, _, column) in edition.fields.items() if column.kind != "money"}
    sections = tuple(Section(spec.key, f"{spec.ordinal}、{spec.title}", text) for spec in edition.sections)
    return report_with("trial_2019", counts, title=text, body=text, year=2022, sections=sections)


@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_hostile_prose_is_checked(unit):
    codes = {d.code for d in check(report(unit, 3_000))}
    assert "GX600" not in codes


@pytest.mark.timing
@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_time_grows_with_the_prose_and_no_faster(unit):
    """16 times the text takes far less than the 256 times that a square would; the machine may be busy."""

    for function in (check, lambda r: check_years([r, r]), lambda r: check_peers([r, r])):
        short, long = report(unit, 5_000), report(unit, 80_000)
        allowed = 4 * 16 * least(lambda f=function, r=short: f(r)) + 0.005
        assert least(lambda f=function, r=long: f(r), enough=allowed) <= allowed
