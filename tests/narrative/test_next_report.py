"""Where another report begins in a text, and what looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse import layouts
from gxparse.narrative.next_report import find_next_report
from gxparse.strategies import layouts as printers
from gxparse.strategies import print_report, reports

FIRST = "青石镇2031年政府信息公开工作年度报告\n一、总体情况\n我镇全年主动公开政府信息30条。\n"


@pytest.mark.parametrize(
    "title",
    [
        "青石镇2032年政府信息公开工作年度报告",
        "白沙县水利局2031年政府信息公开工作年度报告",
        "白沙县水利局\n2031年政府信息公开\n工作年度报告",
        "# 青石镇2032年度政府信息公开年报",
    ],
)
def test_another_report_begins_with_its_title(title):
    text = f"{FIRST}{title}\n一、总体情况\n全年主动公开政府信息42条。\n"
    found = find_next_report(text)
    assert found is not None
    assert found.start == len(FIRST)


@pytest.mark.parametrize(
    "text",
    [
        FIRST,
        # the same report twice, or its title by another name
        FIRST + FIRST,
        FIRST + FIRST.replace("青石镇", "青石镇人民政府"),
        # links behind, links in front, a cover with contents
        FIRST + "上一篇：\n青石镇2030年政府信息公开工作年度报告\n",
        "青石镇2030年政府信息公开工作年度报告\n青石镇2032年政府信息公开工作年度报告\n" + FIRST,
        "白沙县2031年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n" + FIRST,
        # a running title of another body amid the sections
        FIRST + "白沙县2030年政府信息公开工作年度报告\n五、存在的主要问题及改进情况\n个别栏目更新偏慢，下一步改进。\n",
        # named in a sentence
        FIRST + "与青石镇2030年政府信息公开工作年度报告相比，本年增加12条。\n",
    ],
)
def test_what_is_no_other_report(text):
    assert find_next_report(text) is None


@pytest.mark.parametrize("layout", ["tab-cell", "html", "pipe-trail", "stream", "one-line", "sheet", "markdown", "csv"])
@given(data=st.data())
def test_two_reports_are_never_mixed(layout, data):
    """What is read of a text with two reports is what is read of the first alone."""
    printer = data.draw(printers(names=[layout], plain=True))
    one, other = data.draw(reports()), data.draw(reports())
    handed = layout if layout == "sheet" else None
    first, second = print_report(one, printer).text, print_report(other, printer).text
    alone, both = gxparse.parse(first + "\n", layout=handed), gxparse.parse(first + "\n" + second, layout=handed)
    if one.year == other.year and gxparse.narrative.bodies.same_body(one.body, other.body):
        return
    assert both.report.values() == alone.report.values()
    known = alone.report
    assert (both.report.body, both.report.year, both.report.edition) == (known.body, known.year, known.edition)
    assert "GX202" in {d.code for d in both.diagnostics}


def test_in_a_file_too():
    page = "<!DOCTYPE html><html><body>{}</body></html>"
    one, other = (
        gxparse.Report.from_values(
            "revised_2021",
            {"requests.received.total": n},
            year=n,
            body="青石镇人民政府",
            title=f"青石镇人民政府{n}年政府信息公开工作年度报告",
        )
        for n in (2031, 2032)
    )
    text = layouts.render(one, "html") + layouts.render(other, "html")
    result = gxparse.read(
        page.format("".join(f"<p>{line}</p>" if line[:1] != "<" else line for line in text.split("\n"))).encode()
    )
    assert result.report.year == 2031
    assert result.report.requests.received.total == 2031
    assert "GX202" in {d.code for d in result.diagnostics}
