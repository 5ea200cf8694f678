"""GX704: section three gives totals and nothing about the applicants."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.requests_table import request_rows
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX704",
    "totals-only",
    Severity.WARNING,
    zh="第三张表有 {rows} 行只填了总计，各类申请人一律为空或 0",
    en="section three gives a total in {rows} rows, and nothing or 0 for every kind of applicant",
    hint_zh="请按自然人和五类法人或其他组织分别填写。",
    hint_en="Break the totals down by natural persons and the five kinds of organisations.",
    doc_zh="第三张表总计列有大于 0 的数，而其余六列没有一个大于 0 的数。申请人情况没有填报，行合计也就无从检查。",
    doc_en="The total column holds figures above 0 and none of the other six does. Who applied is not reported, and the "
    "row totals cannot be checked.",
    basis="年度报告格式第三部分“申请人情况”；《政府信息公开条例》第五十条第一款第（二）项",
)


@rule(
    ENTRY,
    fires=(
        Case("totals beside blanks", {"requests.received.total": 3, "requests.results.total.total": 3}, blank=True),
        Case(
            "totals beside zeros, older form",
            {"requests.received.total": 3},
            edition="trial_2019",
            expect={"rows": 1},
        ),
    ),
    silent=(
        Case("all zero"),
        Case("one applicant is named", {"requests.received.natural_person": 1, "requests.received.total": 3}),
        Case("totals of zero", {"requests.received.total": 0}, blank=True),
    ),
)
def check_totals_only(subject: Subject) -> Iterator[Finding]:
    """Some total is above zero, no part is."""
    row = subject.row
    totals = []
    for printed in request_rows(subject.report.edition):
        cells = [row[cell] for cell in printed.cells]
        if any(cells[:6]):
            return
        total = cells[6]
        if total is not None and total > 0:
            totals.append(printed.paths[6])
    if totals:
        yield ENTRY(subject.span(totals[0]), totals[0], related=subject.related(totals, "total"), rows=len(totals))
