"""GX603: the total column of the requests table, row by row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gxparse.checks.arithmetic import check_equations
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.forms.spec import Equation

ENTRY = Entry(
    "GX603",
    "row-total",
    Severity.INCONSISTENCY,
    zh="“{row}”行总计填为 {right}，而各类申请人之和为 {left}，相差 {difference}",
    en="row {row}: the total is {right}, but the kinds of applicants add up to {left}; difference {difference}",
    hint_zh="请核对该行六类申请人的数字与总计。",
    hint_en="Compare the six kinds of applicants in the row with the total.",
    doc_zh="第三张表每一行的总计列应等于自然人与五类法人或其他组织之和。某一格空缺时该行无法检查；"
    "有的报告只填总计、不填分项，这样的行不会被报告。",
    doc_en="In every row of the third table the total is the sum of natural persons and the five kinds of legal "
    "persons and other organisations. A row with a missing figure is not checkable: a row that gives only its total "
    "is not reported.",
    basis="年度报告格式第三部分“申请人情况”各列；《政府信息公开条例》第五十条第一款第（二）项",
)


def _details(subject: Subject, equation: Equation) -> dict[str, Any]:
    _table, row, _column = subject.edition.fields[equation.right[0]]
    return {"row": "›".join((*row.group_path, row.label))}


@rule(
    ENTRY,
    fires=(
        Case(
            "one applicant too many",
            {"requests.carried_over.natural_person": 2, "requests.carried_over.total": 1},
            expect={"left": 2, "right": 1, "difference": 1},
        ),
        Case(
            "a total alone, the kinds of applicants being zero, older form",
            {"requests.results.other.total": 4},
            edition="trial_2019",
            expect={"left": 0, "right": 4, "difference": -4},
        ),
    ),
    silent=(
        Case("all zero"),
        Case("it adds up", {"requests.received.legal_services": 2, "requests.received.total": 2}),
        Case(
            "only the total is given",
            {"requests.received.total": 2},
            blank=True,
        ),
    ),
)
def check_row_total(subject: Subject) -> Iterable[Finding]:
    """The six kinds of applicants add up to the total, in each row."""
    return check_equations(subject, ENTRY, "row_total", _details)
