"""GX725: an amount of procurement that does not go with the number of projects."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gxparse.checks.examples import money
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

#: Below this amount for each project the figure was probably meant in 万元.
_LEAST_FOR_A_PROJECT: Final = Decimal(1000)

ENTRY = Entry(
    "GX725",
    "procurement-amount",
    Severity.WARNING,
    zh="政府集中采购 {projects} 个项目、总金额 {amount} 元：{why_zh}",
    en="{projects} procurement projects for {amount} yuan in total: {why_en}",
    hint_zh="试行格式没有印明金额单位，请在格内写明“元”或“万元”，并核对项目数。",
    hint_en="The trial form prints no unit for the amount; write 元 or 万元 in the cell, and check the number of projects.",
    doc_zh="平均每个项目不足 1000 元时，金额多半以万元填写而没有写明单位；有项目而金额为 0，或有金额而项目为 0，二者必有一误。",
    doc_en="Less than 1,000 yuan for a project suggests an amount in 万元 without its unit. Projects without an amount, or an "
    "amount without projects, cannot both be right.",
    basis="年度报告格式（试行）第二部分“第二十条第（九）项”；《政府信息公开条例》第二十条第（九）项",
)

_PROJECTS: Final = "proactive.procurement.centralized_procurement.projects"
_AMOUNT: Final = "proactive.procurement.centralized_procurement.amount_cny"


@rule(
    ENTRY,
    editions=("trial_2019",),
    fires=(
        Case("331.34 yuan for 20 projects", {_PROJECTS: 20, _AMOUNT: money("331.34")}, edition="trial_2019"),
        Case("no project", {_AMOUNT: money("86000")}, edition="trial_2019"),
        Case("no amount", {_PROJECTS: 2}, edition="trial_2019"),
    ),
    silent=(
        Case("nothing bought", edition="trial_2019"),
        Case("3,313,400 yuan for 20 projects", {_PROJECTS: 20, _AMOUNT: money("3313400")}, edition="trial_2019"),
        Case("amount blank", {_PROJECTS: 20, _AMOUNT: None}, edition="trial_2019"),
    ),
)
def check_procurement_amount(subject: Subject) -> Iterator[Finding]:
    """Amount and number of projects go together."""
    projects, amount = subject.count(_PROJECTS), subject[_AMOUNT]
    if projects is None or not isinstance(amount, Decimal) or not amount.is_finite() or projects < 0 or amount < 0:
        return
    if projects and not amount:
        why = ("有项目而没有金额", "projects without an amount")
    elif amount and not projects:
        why = ("有金额而没有项目", "an amount without projects")
    elif amount and amount < projects * _LEAST_FOR_A_PROJECT:
        why = ("平均每个项目不足 1000 元，金额可能以万元填写", "less than 1,000 yuan each; the amount may be in 万元")
    else:
        return
    yield ENTRY(
        subject.span(_AMOUNT),
        _AMOUNT,
        related=subject.related((_PROJECTS, _AMOUNT), "cell"),
        projects=printable(projects),
        amount=f"{amount:f}" if amount.adjusted() < 30 else str(amount),
        why_zh=why[0],
        why_en=why[1],
    )
