"""GX608: the total of totals, which the form implies twice."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.arithmetic import all_broken
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX608",
    "grand-total",
    Severity.NOTE,
    zh="（七）总计行的总计格填为 {printed}：按本行各类申请人相加为 {by_row}，按总计列各办理结果相加为 {by_column}",
    en="the grand total of row （七） is {printed}; the kinds of applicants in its row add up to {by_row}, the results in "
    "its column to {by_column}",
    hint_zh="两个方向得数相同时，多半是该格本身有误；得数不同时，先核对与填写数不符的那个方向。",
    hint_en="Where both directions agree, the cell itself is the likelier fault; where they differ, look along the one "
    "that does not give the printed figure.",
    doc_zh="（七）总计行与总计列交叉的一格受两个方向约束：本行六类申请人之和，以及本列各办理结果之和。"
    "两个得数与填写数放在一起，可以看出问题出在行、在列，还是在该格本身。",
    doc_en="The cell where row （七） meets the total column is implied twice: by the six kinds of applicants in its row "
    "and by the results in its column. Beside the printed figure the two show whether the row, the column or the "
    "cell itself is off.",
    basis="年度报告格式第三部分“三、本年度办理结果”（七）总计",
)

_TOTAL = "requests.results.total.total"


@rule(
    ENTRY,
    fires=(
        Case(
            "row and column agree against the cell",
            {
                "requests.results.granted.natural_person": 4,
                "requests.results.granted.total": 4,
                "requests.results.total.natural_person": 4,
            },
            expect={"printed": 0, "by_row": 4, "by_column": 4},
        ),
        Case(
            "only the column is off, older form",
            {"requests.results.total.natural_person": 2, "requests.results.total.total": 2},
            edition="trial_2019",
            expect={"printed": 2, "by_row": 2, "by_column": 0},
        ),
    ),
    silent=(
        Case("all zero"),
        Case("another sum is broken", {"requests.received.natural_person": 1}),
        Case("the cell is blank", {_TOTAL: None, "requests.results.total.natural_person": 2}),
    ),
)
def check_grand_total(subject: Subject) -> Iterator[Finding]:
    """Put the two ways to the grand total beside each other where one of them fails."""
    ours = [b.equation for b in all_broken(subject) if _TOTAL in b.equation.right]
    if not any(e.name in ("results_total", "row_total") for e in ours):
        return
    row = subject.counts(
        p for e in subject.edition.equations if e.name == "row_total" and e.right == (_TOTAL,) for p in e.left
    )
    column = subject.counts(
        p for e in subject.edition.equations if e.name == "results_total" and e.right == (_TOTAL,) for p in e.left
    )
    printed = subject.count(_TOTAL)
    if row is None or column is None or printed is None:
        return
    yield ENTRY(
        subject.span(_TOTAL),
        _TOTAL,
        related=tuple(r for e in ours for r in subject.related(e.left, e.name)),
        printed=printable(printed),
        by_row=printable(sum(row)),
        by_column=printable(sum(column)),
    )
