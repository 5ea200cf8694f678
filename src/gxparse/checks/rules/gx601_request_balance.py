"""GX601: the balance that the form prints above the requests table, column by column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gxparse.checks.arithmetic import check_equations
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.forms.spec import Equation

ENTRY = Entry(
    "GX601",
    "request-balance",
    Severity.INCONSISTENCY,
    zh="“{column}”列不平衡：一（新收 {received}）＋二（上年结转 {carried_over}）＝{left}，"
    "三（七）（办结 {concluded}）＋四（结转下年 {carried_forward}）＝{right}，相差 {difference}",
    en="column {column} does not balance: 一 (received {received}) + 二 (carried over {carried_over}) = {left}, but "
    "三（七） (concluded {concluded}) + 四 (carried forward {carried_forward}) = {right}; difference {difference}",
    hint_zh="请核对该列的四个数：新收、上年结转、办理结果总计、结转下年度。",
    hint_en="Compare the four figures of the column: received, carried over, concluded, carried forward.",
    doc_zh="年报格式第三张表表头注明：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”。"
    "“本列”指七列中的每一列，包括总计列。四个数中有任何一个空缺时，该列无法检查，不会报告。",
    doc_en="The form prints above its third table that in each column items one and two add up to items three and "
    "four. Each of the seven columns must balance, the total included. A column with a missing figure among the "
    "four is not checkable and is not reported.",
    basis="年度报告格式第三部分表头所印勾稽关系；《政府信息公开条例》第五十条第一款第（二）项",
)


def _details(subject: Subject, equation: Equation) -> dict[str, Any]:
    path = equation.right[0]
    numbers = subject.counts((*equation.left, *equation.right))
    names = ("received", "carried_over", "concluded", "carried_forward")
    shown: dict[str, Any] = {n: printable(v) for n, v in zip(names, numbers or (), strict=True)}
    return shown | {"column": subject.edition.fields[path][2].label}


@rule(
    ENTRY,
    fires=(
        Case(
            "a request that was received and never concluded",
            {"requests.received.natural_person": 1},
            expect={"left": 1, "right": 0, "difference": 1, "column": "自然人"},
        ),
        Case(
            "the total column, older form",
            {"requests.results.total.total": 2, "requests.received.total": 5},
            edition="trial_2019",
            expect={"left": 5, "right": 2, "difference": 3},
        ),
    ),
    silent=(
        Case("all zero"),
        Case(
            "received and carried forward",
            {"requests.received.natural_person": 1, "requests.carried_forward.natural_person": 1},
        ),
        Case("a blank figure is not zero", {"requests.received.total": 1, "requests.carried_over.total": None}),
    ),
)
def check_request_balance(subject: Subject) -> Iterable[Finding]:
    """一 + 二 = 三（七） + 四, in each column."""
    return check_equations(subject, ENTRY, "request_balance", _details)
