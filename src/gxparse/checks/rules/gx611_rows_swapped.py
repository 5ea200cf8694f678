"""GX611: two neighbouring rows whose figures make the sums hold when they change places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gxparse.checks.arithmetic import all_broken
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.requests_table import request_rows, settles
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX611",
    "rows-swapped",
    Severity.NOTE,
    zh="“{first}”与“{second}”两行的数字可能互换：对调后 {settled} 个不成立的等式全部成立",
    en="the figures of the rows {first} and {second} may be exchanged; the other way round {settled} broken sums would hold",
    hint_zh="请核对这两行是否填反。",
    hint_en="Check whether the two rows were filled in the wrong way round.",
    doc_zh="相邻两行的七个数整体对调之后，与它们有关的等式都成立，而按原样则不成立。同属办理结果的两行对调不影响任何等式，"
    "无法由本表看出；与上年报告对照时另有提示。",
    doc_en="With the seven figures of two neighbouring rows exchanged all sums they stand in hold, and as printed they "
    "do not. Two result rows can be exchanged without breaking any sum, which this table alone cannot show.",
    basis="年度报告格式第三部分的合计关系",
)


@rule(
    ENTRY,
    fires=(
        Case(
            "total of the results and carried forward",
            {
                "requests.received.natural_person": 9,
                "requests.received.total": 9,
                "requests.results.granted.natural_person": 9,
                "requests.results.granted.total": 9,
                "requests.carried_forward.natural_person": 9,
                "requests.carried_forward.total": 9,
            },
            expect={"settled": 2},
        ),
        Case(
            "carried over and the first result, older form",
            {
                "requests.received.natural_person": 5,
                "requests.received.total": 5,
                "requests.carried_over.natural_person": 5,
                "requests.carried_over.total": 5,
                "requests.results.total.natural_person": 5,
                "requests.results.total.total": 5,
            },
            edition="trial_2019",
            expect={"settled": 4},
        ),
    ),
    silent=(
        Case("all sums hold"),
        Case("one wrong cell", {"requests.received.natural_person": 7}),
        Case(
            "received and neither concluded nor carried forward",
            {"requests.received.natural_person": 7, "requests.received.total": 7},
        ),
    ),
)
def check_rows_swapped(subject: Subject) -> Iterator[Finding]:
    """The one pair of neighbouring rows whose exchange settles their broken sums."""
    if not all_broken(subject):
        return
    found = []
    faults = {(b.equation.name, b.equation.subject) for b in all_broken(subject)}
    for first, second in pairwise(request_rows(subject.report.edition)):
        if len(faults & (first.equations | second.equations)) < 2:
            continue
        top = [subject.row[cell] for cell in first.cells]
        bottom = [subject.row[cell] for cell in second.cells]
        if top == bottom or None in top or None in bottom:
            continue
        reading = {
            cell: value
            for cell, value in zip((*first.cells, *second.cells), (*bottom, *top), strict=True)
            if isinstance(value, int)
        }
        settled = settles(subject.report.edition, subject.row, reading)
        if settled >= 2:
            found.append((first, second, settled))
    if len(found) == 1:
        first, second, settled = found[0]
        yield ENTRY(
            subject.span(first.paths[0]),
            first.paths[0],
            related=(*subject.related(first.paths, "first"), *subject.related(second.paths, "second")),
            first=first.label,
            second=second.label,
            settled=settled,
        )
