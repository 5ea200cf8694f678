"""GX706: more requests under one result, or carried forward, than there were to handle."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.requests_table import request_rows
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX706",
    "more-than-handled",
    Severity.INCONSISTENCY,
    zh="“{row}›{column}”为 {value}，超过该列在办总数：新收 {received}＋上年结转 {carried_over}＝{handled}",
    en="{row}, {column}: {value}, but only {received} received + {carried_over} carried over = {handled} were there to "
    "handle",
    hint_zh="请核对该格以及该列的新收、上年结转。",
    hint_en="Compare the cell with the requests received and carried over in its column.",
    doc_zh="每件申请只计入一种办理结果，所以任何一种结果以及结转下年的件数，都不能超过新收与上年结转之和。"
    "四个数齐全、平衡关系可以检查时，由平衡关系和总计的检查报告，这里不再重复。",
    doc_en="A request is counted under one result only, so no result, nor what is carried forward, can exceed what was "
    "received and carried over. Where balance and total of the column are checkable they say so themselves and this "
    "is not repeated.",
    basis="年度报告格式第三部分表头所印勾稽关系；《政府信息公开条例》第五十条第一款第（二）项",
)


@rule(
    ENTRY,
    fires=(
        Case(
            "granted more than received, the total blank",
            {
                "requests.received.natural_person": 2,
                "requests.results.granted.natural_person": 5,
                "requests.results.total.natural_person": None,
            },
            expect={"value": 5, "handled": 2},
        ),
        Case(
            "older form, carried forward",
            {"requests.carried_forward.total": 1, "requests.results.total.total": None},
            edition="trial_2019",
            expect={"value": 1, "handled": 0},
        ),
    ),
    silent=(
        Case("all zero"),
        Case("the balance itself is checkable", {"requests.results.granted.natural_person": 5}),
        Case(
            "as many as there were",
            {
                "requests.received.natural_person": 5,
                "requests.results.granted.natural_person": 5,
                "requests.results.total.natural_person": None,
            },
        ),
        Case("received is blank", {"requests.received.total": None, "requests.results.granted.total": 5}),
    ),
)
def check_more_than_handled(subject: Subject) -> Iterator[Finding]:
    """The largest cell of each column that is not otherwise checkable stays within what was there to handle."""
    row = subject.row
    if None not in row:
        return
    received, carried_over, *others = request_rows(subject.report.edition)
    for n in range(7):
        new, old = row[received.cells[n]], row[carried_over.cells[n]]
        column = [(other, row[other.cells[n]]) for other in others]
        if not (isinstance(new, int) and isinstance(old, int)) or all(v is not None for _, v in column):
            continue
        given = [(value, other) for other, value in column if isinstance(value, int)]
        if not given:
            continue
        value, largest = max(given, key=lambda pair: pair[0])
        if value > new + old:
            path = largest.paths[n]
            yield ENTRY(
                subject.span(path),
                path,
                related=subject.related((received.paths[n], carried_over.paths[n]), "handled"),
                row=largest.label,
                column=subject.edition.fields[path][2].label,
                value=printable(value),
                received=printable(new),
                carried_over=printable(old),
                handled=printable(new + old),
            )
