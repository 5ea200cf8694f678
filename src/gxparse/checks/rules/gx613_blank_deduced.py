"""GX613: blank cells whose value the sums determine."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.least_change import explain
from gxparse.checks.linear import code_of, reduce, solve_blank
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

_SPELLED: Final = 12

ENTRY = Entry(
    "GX613",
    "blank-deduced",
    Severity.NOTE,
    zh="{count} 个空格可由等式推出：{values}",
    en="blank cells that the sums determine ({count}): {values}",
    hint_zh="请核对后填写。gxparse 不会替报告填数，这些格的值仍为空。",
    hint_en="Check and fill in. The report keeps the cells blank.",
    doc_zh="某个空格所在的等式中其余各数齐全（或几个等式合起来足以消去其他空格）时，它应填的数是唯一的。"
    "等式本身不成立时，只列出各种最小改法都推出同一个数的空格。",
    doc_en="Where the other figures of a sum are given, or several sums together eliminate the other blanks, there is "
    "one value that a blank cell can have. Where sums are broken, only those cells are listed that every least "
    "change leaves the same.",
    basis="年度报告格式第三、四部分的合计关系",
)


@rule(
    ENTRY,
    fires=(
        Case(
            "a blank total",
            {
                "requests.received.natural_person": 3,
                "requests.received.total": None,
                "requests.carried_forward.natural_person": 3,
                "requests.carried_forward.total": 3,
            },
            expect={"count": 1, "values": "“一、本年新收政府信息公开申请数量›总计”＝3"},
        ),
        Case(
            "a blank in section four, older form",
            {"proceedings.review.other": None, "proceedings.review.total": 2},
            edition="trial_2019",
            expect={"count": 1, "values": "“行政复议›其他结果”＝2"},
        ),
    ),
    silent=(
        Case("nothing is blank"),
        Case("two blanks in one sum", {"proceedings.review.other": None, "proceedings.review.pending": None}),
        Case(
            "the value would be negative",
            {"proceedings.review.other": None, "proceedings.review.upheld": 2},
        ),
        Case("nothing is known", blank=True),
    ),
)
def check_blank_deduced(subject: Subject) -> Iterator[Finding]:
    """List the forced values of section three, then those of section four."""
    if None not in subject.row:
        return
    found = dict(explain(subject).deduced)
    reduced = reduce(code_of(subject.report.edition, "proceedings"), subject.row)
    for cell, check in sorted(reduced.determining.items()):
        value = solve_blank(cell, check, {})
        if value is not None and value >= 0:
            found[subject.edition.paths[cell]] = value
    if found:
        spelled = [f"“{subject.describe(p)}”＝{printable(v)}" for p, v in list(found.items())[:_SPELLED]]
        yield ENTRY(
            related=subject.related(found, "blank"),
            count=len(found),
            values="，".join(spelled) + ("……" if len(found) > _SPELLED else ""),
        )
