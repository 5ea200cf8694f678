"""GX605: figures that add up to more than their total, whatever the blank cells beside them hold."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.arithmetic import compiled
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX605",
    "parts-exceed-total",
    Severity.INCONSISTENCY,
    zh="“{total_label}”一侧合计 {whole}，而已填写的分项之和已达 {parts}，空白的分项无论填多少都不能相符",
    en="{total_label}: that side comes to {whole}, but the parts that are given already add up to {parts}; no count in "
    "the blank cells can mend that",
    hint_zh="请核对已填写的各数；空白格请填写实际数，没有的填 0。",
    hint_en="Compare the figures that are given; blank cells should hold a number, 0 if there is nothing.",
    doc_zh="有空白格的等式一般无法检查。但件数不能为负：等式一侧没有空白、另一侧已填写的数之和已经超过它时，"
    "空白格填任何数都不能使等式成立。差额至少为“parts”减“whole”。",
    doc_en="An equation with blank cells is not checkable as a rule. But counts are never negative: where one side "
    "has no blank and the figures given on the other side already exceed it, no number in the blank cells can make "
    "the two sides equal. The difference is at least parts minus whole.",
    basis="年度报告格式第三、四部分的合计关系；《政府信息公开条例》第五十条第一款第（二）、（三）项",
)


@rule(
    ENTRY,
    fires=(
        Case(
            "two of six parts exceed the total",
            {
                "requests.received.natural_person": 5,
                "requests.received.legal_services": 2,
                "requests.received.total": 6,
            },
            blank=True,
            expect={"parts": 7, "whole": 6},
        ),
        Case(
            "more concluded than there was, carried forward blank",
            {
                "requests.received.total": 1,
                "requests.carried_over.total": 0,
                "requests.results.total.total": 3,
            },
            blank=True,
            edition="trial_2019",
            expect={"parts": 3, "whole": 1},
        ),
    ),
    silent=(
        Case("no blank: the sum itself is at fault", {"requests.received.natural_person": 5}),
        Case(
            "the parts given do not exceed the total",
            {"requests.received.natural_person": 5, "requests.received.total": 5},
            blank=True,
        ),
        Case("blanks on both sides", {"requests.received.total": 5, "requests.results.total.total": 9}, blank=True),
    ),
)
def check_parts_exceed_total(subject: Subject) -> Iterator[Finding]:
    """Given parts may not exceed the side of a sum that has no blank."""
    row = subject.row
    if None not in row:
        return
    for items in compiled(subject.report.edition).values():
        for item in items:
            cells = item.cells(row)
            if None not in cells:
                continue
            sides = (cells[: item.split], cells[item.split :])
            for parts, whole, paths in (
                (sides[0], sides[1], item.equation.left),
                (sides[1], sides[0], item.equation.right),
            ):
                if None in whole or None not in parts:
                    continue
                given = sum(v for v in parts if isinstance(v, int))
                limit = sum(v for v in whole if isinstance(v, int))
                if given > limit:
                    total = item.equation.right[0]
                    others = item.equation.right if paths is item.equation.left else item.equation.left
                    yield ENTRY(
                        subject.span(total),
                        total,
                        related=(*subject.related(paths, "part"), *subject.related(others, "whole")),
                        parts=printable(given),
                        whole=printable(limit),
                        difference=printable(given - limit),
                        total_label=subject.describe(total),
                    )
