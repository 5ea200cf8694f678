"""What proves that the last row of a text is whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

import gxparse
from gxparse import layouts
from gxparse.forms.editions import edition_of
from gxparse.model.report import Report

_TOP = (
    "苇洲乡2023年政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n"
    "申请人情况\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
)


@pytest.mark.parametrize(
    ("cells", "total"),
    [
        ("0\t0\t0\t0\t0\t0\t0", 0),
        ("\t\t\t\t\t\t0", 0),
        ("\t\t\t\t\t\t3", None),
        ("3\t0\t0\t0\t0\t0\t3", 3),
        ("3\t0\t0\t0\t0\t0\t0", None),
        ("30\t0\t0\t0\t0\t0\t3", None),
    ],
)
def test_a_row_at_the_end_is_whole_by_its_sum_or_by_a_last_zero(cells: str, total: int | None) -> None:
    text = _TOP + "1.信访举报投诉类申请\t1\t0\t0\t0\t0\t0\t1\n四、结转下年度继续办理\t" + cells
    report = gxparse.parse(text).report
    assert report is not None
    assert report.requests.carried_forward.total == total


def test_one_row_with_a_wrong_total_does_not_turn_a_table_round() -> None:
    """1 1 0 0 0 0 0 in a single row is a slip; where several rows say so 总计 may stand in front."""
    paths = edition_of("revised_2021").paths
    values = {p: Decimal(0) if p.endswith("_cny") else 0 for p in paths}
    values |= {"requests.received.natural_person": 1, "requests.received.commercial_enterprise": 1}
    text = layouts.render(Report.from_values("revised_2021", values), "tab-row")
    read = gxparse.parse(text).report
    assert read is not None
    assert read.requests.received.natural_person == 1
    assert read.requests.received.total == 0
