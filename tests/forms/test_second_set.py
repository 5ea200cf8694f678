"""Tables that begin again behind those of a report."""

from __future__ import annotations

import pytest

import gxparse
from timing import least

HEADER = "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n三、收到和处理政府信息公开申请情况\n"
ROW = "一、本年新收政府信息公开申请数量\n5\n1\n0\n0\n0\n0\n6\n"


@pytest.mark.timing
def test_time_grows_with_rows_that_stand_again_and_no_faster():
    short, long = HEADER + ROW * 500, HEADER + ROW * 8_000
    allowed = 2.5**4 * least(lambda: gxparse.parse(short))
    assert least(lambda: gxparse.parse(long), enough=allowed) <= allowed
