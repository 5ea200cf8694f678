"""Texts that are no reports: everything returns, and sixteen times the text costs about sixteen times the time."""

from __future__ import annotations

import random

import pytest

import gxparse
from gxparse import Report, Section
from gxparse.narrative import find_sections, read_metadata
from timing import idle_seconds, least

PIECES = [
    "（",
    "1",
    "年",
    "一",
    "\n",
    "\t",
    "\xa0",
    "\ud800",
    "件，",
    "1件",
    "无",
    "统计期限自20311日\n",
    "一、总体情况\n",
    "一、总体情况 ",
    "总体情况、",
    "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n",
    "2031年政府信息公开工作年度报告\n",
    "青石镇人民政府\n2032年1月9日\n",
    "[image: ",
    "<p",
    "| NaN ",
    "-\n",
    "请与甲乙",
    "收到申请1件，",
    "收到申请5件。其中1件。",
    "未收到申请。",
    "申请5件，其中5件，包括",
    "复议1件，均维持，",
    "占1%",
    "分别为1件、",
    "合计2件，",
    "均为自然人，",
    "县教育局收到",
]


def lines_of(text):
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def read(text):
    lines = lines_of(text)
    sections, _ = find_sections(lines, text)
    read_metadata(text, lines, sections)
    gxparse.statements(Report.from_values("revised_2021", {}, year=2031, sections=(Section("overview", None, text),)))


def repeated(piece, length):
    return (piece * (length // len(piece) + 1))[:length]


@pytest.mark.parametrize("piece", PIECES, ids=range(len(PIECES)))
def test_time_grows_with_the_text(piece):
    small, large = repeated(piece, 4_000), repeated(piece, 64_000)
    # Quadratic time would be 256 times; a busy machine is allowed a factor of five.
    allowed = 80 * max(least(lambda: read(small)), 0.001)
    assert least(lambda: read(large), enough=allowed) <= allowed


def test_random_characters():
    draw = random.Random(1)
    text = "".join(chr(draw.randrange(1, 0x11000)) for _ in range(50_000))
    assert idle_seconds(lambda: read(text), enough=10) <= 10
