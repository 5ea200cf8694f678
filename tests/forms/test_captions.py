"""Captions and headers above the first row of a table belong to the table, whatever the layout; prose does not."""

from __future__ import annotations

import re

import pytest

from gxparse.forms.captions import printed_start
from gxparse.layout.grammar import layout_names, layout_traits

HEADING = "二、主动公开政府信息情况\n"


@pytest.mark.parametrize(
    "head",
    [
        "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n",
        "| 第二十条第（一）项 |  |  |  |\n| --- | --- | --- | --- |\n| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n",
        "\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n\t本年废止件数\n\t现行有效件数\n\n",
        "<table><tr><td colspan=4>第二十条第（一）项</td></tr>\n<tr><td>信息内容</td><td>本年制发件数</td></tr>\n",
        "┌──────┬──────┐\n│ 信息内容 │ 本年制发件数 │\n├──────┼──────┤\n",
        "信息内容\n\n本年新\n\n制作数量\n\n",
        "信息内容 |\n|\n本年制发件数 |\n||\n",
    ],
)
def test_the_head_of_a_table_is_found(head):
    text = HEADING + head + "规章 0 0 0"
    assert printed_start(text, text.index("规章"), 0) == text.index(head.split("\n")[0], len(HEADING))


@pytest.mark.parametrize(
    "above",
    ["本年制发件数见下表。\n", "具体如下：\n", "三、\n", "其他需要报告的事项\n", "12\n", "青石镇\n", "无。\n"],
)
def test_prose_above_a_table_is_no_part_of_it(above):
    text = above + "信息内容\t本年制发件数\n规章\t0"
    assert printed_start(text, text.index("规章"), 0) == len(above)


def test_a_head_does_not_reach_into_the_table_above():
    text = "行政许可 5120\n第二十条第（六）项\n行政处罚 733"
    assert printed_start(text, text.index("行政处罚"), text.index("\n")) == text.index("第二十条")


def test_on_one_line_the_head_is_told_word_by_word():
    text = "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 规章 0"
    assert printed_start(text, text.index("规章"), 0) == text.index("第二十条")


@pytest.mark.parametrize("floor", [5, 6, 20])
def test_a_table_that_begins_inside_the_one_above_begins_where_it_does(floor):
    text = "行政许可 规章 0 行政处罚 733"
    assert printed_start(text, 5, floor) == 5


@pytest.mark.parametrize("layout", layout_names())
def test_a_layout_says_what_stands_between_its_cells(layout):
    between = re.compile(layout_traits(layout)["between"])
    assert between.groups == 0
    assert between.match("") is None
    assert between.search("信息内容") is None
