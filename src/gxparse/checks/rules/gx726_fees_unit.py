"""GX726: fees so large that they were probably filled in in yuan under a header that says 万元."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gxparse.checks.examples import money
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

#: 50 billion yuan: about what the largest provinces charge in a year.
_MOST: Final = Decimal(5 * 10**10)

ENTRY = Entry(
    "GX726",
    "fees-unit",
    Severity.WARNING,
    zh="行政事业性收费折合 {amount} 元，疑把以元为单位的数填入了以万元为单位的格",
    en="the administrative fees come to {amount} yuan; an amount in yuan may stand under a header that says 万元",
    hint_zh="该格单位是万元，请核对是否少除以 10000。",
    hint_en="The cell is in 万元; check whether the amount should be divided by 10,000.",
    doc_zh="现行格式的“本年收费金额”以万元为单位。折合后超过 500 亿元，即使是省级政府也罕见，多半是以元为单位填写。",
    doc_en="In the revised form the fees are in 万元. More than 50 billion yuan is rare even for a province, so the figure was "
    "probably given in yuan.",
    basis="年度报告格式（现行）第二部分“第二十条第（八）项”；《政府信息公开条例》第二十条第（八）项",
)

_FEES: Final = "proactive.fees.administrative_fees.amount_cny"


@rule(
    ENTRY,
    editions=("revised_2021",),
    fires=(Case("18 million 万元", {_FEES: money("180000000000")}, expect={"amount": "180000000000"}),),
    silent=(
        Case("no fees"),
        Case("a large province", {_FEES: money("30000000000")}),
        Case("blank", {_FEES: None}),
    ),
)
def check_fees_unit(subject: Subject) -> Iterator[Finding]:
    """Fees stay below what a province charges."""
    amount = subject[_FEES]
    if isinstance(amount, Decimal) and amount.is_finite() and amount > _MOST:
        shown = f"{amount:f}" if amount.adjusted() < 30 else str(amount)
        yield ENTRY(subject.span(_FEES), _FEES, related=subject.related((_FEES,), "cell"), amount=shown)
