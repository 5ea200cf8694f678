"""GX602: the total of the results of the year, column by column."""

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
    "GX602",
    "results-total",
    Severity.INCONSISTENCY,
    zh="“{column}”列的（七）总计填为 {right}，而（一）至（六）各行之和为 {left}，相差 {difference}",
    en="column {column}: （七） gives a total of {right}, but the rows （一） to （六） add up to {left}; "
    "difference {difference}",
    hint_zh="请核对该列各办理结果以及（七）总计。",
    hint_en="Compare the results of the column with the total in row （七）.",
    doc_zh="“本年度办理结果”的（七）总计应等于（一）予以公开至（六）其他处理各行之和。每件申请只计入一种办理结果"
    "（见（二）行括注），所以各行相加既不重复也不遗漏。某一行空缺时该列无法检查。",
    doc_en="Row （七） is the sum of the rows （一） to （六） of the results of the year. A request is counted under "
    "exactly one result (the note printed in row （二）), so the rows neither overlap nor leave gaps. A column with a "
    "missing figure is not checkable.",
    basis="年度报告格式第三部分“三、本年度办理结果”（七）总计；《政府信息公开条例》第五十条第一款第（二）项",
)


def _details(subject: Subject, equation: Equation) -> dict[str, Any]:
    return {"column": subject.edition.fields[equation.right[0]][2].label}


@rule(
    ENTRY,
    fires=(
        Case(
            "results without a total",
            {"requests.results.granted.natural_person": 14},
            expect={"left": 14, "right": 0, "difference": 14, "column": "自然人"},
        ),
        Case(
            "total without results, older form",
            {"requests.results.total.legal_services": 2},
            edition="trial_2019",
            expect={"left": 0, "right": 2, "difference": -2},
        ),
    ),
    silent=(
        Case("all zero"),
        Case(
            "one result and its total",
            {"requests.results.unable.not_held.total": 3, "requests.results.total.total": 3},
        ),
        Case(
            "a blank result is not zero",
            {"requests.results.granted.total": None, "requests.results.total.total": 3},
        ),
    ),
)
def check_results_total(subject: Subject) -> Iterable[Finding]:
    """（一） + … + （六） = （七）, in each column."""
    return check_equations(subject, ENTRY, "results_total", _details)
