"""GX609: a row whose sums hold when its figures are read one column further."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.arithmetic import all_broken
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.row_readings import row_readings
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX609",
    "row-moved",
    Severity.NOTE,
    zh="“{row}”行可能错位一列：印作 {printed}，若读作 {meant}，则 {settled} 个不成立的等式全部成立",
    en="row {row} may be one column off: printed {printed}; read as {meant}, {settled} broken sums would hold",
    hint_zh="请核对该行各数所在的列，特别是行首或行末的空格是否漏填。",
    hint_en="Check in which columns the figures of the row belong, in particular whether a blank at either end is missing.",
    doc_zh="该行各数整体左移或右移一列之后，与它有关的等式都成立，而按原样则不成立。常见原因是行首多一空格或少一空格。"
    "这只是一种读法，报告中的数字没有改动。",
    doc_en="With the figures of the row moved by one column all sums they stand in hold, and as printed they do not. A "
    "blank too many or too few at the beginning of the row is the usual reason. It is a reading; nothing was changed.",
    basis="年度报告格式第三部分的合计关系",
)


@rule(
    ENTRY,
    fires=(
        Case(
            "received from natural persons, filled in under commercial enterprises",
            {
                "requests.received.commercial_enterprise": 7,
                "requests.received.total": 7,
                "requests.results.granted.natural_person": 7,
                "requests.results.granted.total": 7,
                "requests.results.total.natural_person": 7,
                "requests.results.total.total": 7,
            },
            expect={"printed": "0 7 0 0 0 0 7", "meant": "7 0 0 0 0 0 7", "settled": 2},
        ),
        Case(
            "the whole row moved to the left, the total blank",
            {
                "requests.received.natural_person": 0,
                "requests.received.commercial_enterprise": 4,
                "requests.received.total": 4,
                "requests.results.total.natural_person": 4,
                "requests.results.total.other_organization": 4,
                "requests.results.total.total": None,
                "requests.results.granted.commercial_enterprise": 4,
                "requests.results.granted.total": 4,
            },
            edition="trial_2019",
            expect={"printed": "4 0 0 0 0 4 —", "meant": "0 4 0 0 0 0 4"},
        ),
    ),
    silent=(
        Case("all sums hold"),
        Case("one wrong cell is no moved row", {"requests.received.natural_person": 7}),
        Case(
            "moving it would not settle anything",
            {"requests.received.commercial_enterprise": 7, "requests.received.total": 7},
        ),
    ),
)
def check_row_moved(subject: Subject) -> Iterator[Finding]:
    """A row moved by one column under which all its sums hold."""
    if not all_broken(subject):
        return
    for reading in subject.memo("row readings", row_readings):
        if reading.kind in ("moved_left", "moved_right"):
            yield ENTRY(
                subject.span(reading.row.paths[0]),
                reading.row.paths[0],
                related=subject.related(reading.row.paths, "row"),
                row=reading.row.label,
                printed=" ".join("—" if v is None else str(v) for v in reading.printed),
                meant=" ".join(map(str, reading.meant)),
                settled=reading.settled,
            )
