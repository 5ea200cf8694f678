"""GX606: a blank cell that two sums want to hold different values."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.arithmetic import compiled
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX606",
    "blank-contradiction",
    Severity.INCONSISTENCY,
    zh="空白格“{label}”按{first_zh}应为 {first}，按{second_zh}应为 {second}，二者不能同时成立",
    en="the blank cell {label} would have to be {first} by {first_en} and {second} by {second_en}",
    hint_zh="请核对这两个等式中已填写的各数。",
    hint_en="Compare the figures that are given in the two sums.",
    doc_zh="某个空白格在两个等式中都是唯一的空白，因而每个等式都推出它应填的数；两个数不同，"
    "说明已填写的数之间有矛盾，与空白格填什么无关。",
    doc_en="A blank cell is the only blank in two sums, so each of them says what it would have to hold. The two "
    "values differ: the figures that are given contradict each other, whatever stands in the blank cell.",
    basis="年度报告格式第三、四部分的合计关系；《政府信息公开条例》第五十条第一款第（二）项",
)


_SUMS = {
    "request_balance": ("本列勾稽关系", "the balance of its column"),
    "results_total": ("本列各办理结果之和", "the results in its column"),
    "row_total": ("本行各类申请人之和", "the applicants in its row"),
    "proceedings_total": ("本组各结果之和", "the outcomes of its block"),
}


@rule(
    ENTRY,
    fires=(
        Case(
            "a blank total: 3 by the row, 4 by the balance",
            {
                "requests.received.natural_person": 3,
                "requests.received.total": None,
                "requests.results.granted.natural_person": 3,
                "requests.results.total.natural_person": 3,
                "requests.results.granted.total": 4,
                "requests.results.total.total": 4,
            },
            expect={"first": 4, "second": 3},
        ),
        Case(
            "older form, a blank part",
            {
                "requests.results.other.natural_person": None,
                "requests.results.other.total": 1,
            },
            edition="trial_2019",
            expect={"first": 0, "second": 1},
        ),
    ),
    silent=(
        Case(
            "both sums agree on the blank",
            {
                "requests.received.natural_person": 3,
                "requests.received.total": None,
                "requests.results.granted.natural_person": 3,
                "requests.results.total.natural_person": 3,
                "requests.results.granted.total": 3,
                "requests.results.total.total": 3,
            },
        ),
        Case("no blank", {"requests.received.natural_person": 3}),
        Case("nothing is known", blank=True),
    ),
)
def check_blank_contradiction(subject: Subject) -> Iterator[Finding]:
    """Sums in which a cell is the only blank must agree on it."""
    row = subject.row
    if None not in row:
        return
    implied: dict[str, tuple[int, tuple[str, ...], str]] = {}
    told: set[str] = set()
    for items in compiled(subject.report.edition).values():
        for item in items:
            cells = item.cells(row)
            if cells.count(None) != 1:
                continue
            at = cells.index(None)
            paths = (*item.equation.left, *item.equation.right)
            left = sum(v for v in cells[: item.split] if isinstance(v, int))
            right = sum(v for v in cells[item.split :] if isinstance(v, int))
            value = right - left if at < item.split else left - right
            path = paths[at]
            first = implied.setdefault(path, (value, paths, item.equation.name))
            if first[0] != value and path not in told:
                told.add(path)
                yield ENTRY(
                    subject.span(path),
                    path,
                    related=(*subject.related(first[1], "first"), *subject.related(paths, "second")),
                    label=subject.describe(path),
                    first=printable(first[0]),
                    second=printable(value),
                    first_zh=_SUMS[first[2]][0],
                    first_en=_SUMS[first[2]][1],
                    second_zh=_SUMS[item.equation.name][0],
                    second_en=_SUMS[item.equation.name][1],
                    difference=printable(first[0] - value),
                )
