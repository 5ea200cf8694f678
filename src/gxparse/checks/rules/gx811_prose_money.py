"""GX811: the prose gives another amount of money than section two."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.examples import money
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX811",
    "prose-money",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}（金额以元计），相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en} (amounts in yuan); difference {difference}",
    hint_zh="请核对单位是元还是万元。",
    hint_en="See whether the unit is yuan or ten thousand yuan.",
    doc_zh="正文所说的行政事业性收费金额或政府集中采购金额、项目数与第二张表不同。正文里的万元已换算成元。",
    doc_en="The administrative fees, or the amount or number of procurement projects, in the prose is not that of section two. Ten thousands of yuan in the prose were converted.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("fees.administrative", "procurement.amount", "procurement.projects")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "fees",
            {"proactive.fees.administrative_fees.amount_cny": money("4125000")},
            texts={"overview": "依法收取行政事业性收费412万元并公开。"},
            expect={"said": "4120000"},
        ),
        Case(
            "procurement, older form",
            {"proactive.procurement.centralized_procurement.projects": 12},
            edition="trial_2019",
            texts={"overview": "公开政府集中采购13项。"},
        ),
    ),
    silent=(
        Case(
            "fees in ten thousands",
            {"proactive.fees.administrative_fees.amount_cny": money("4125000")},
            texts={"overview": "行政事业性收费412.5万元。"},
        ),
        Case(
            "fees for information",
            {"proactive.fees.administrative_fees.amount_cny": money("4125000")},
            texts={"overview": "收取信息处理费20元。"},
        ),
        Case("an information item", texts={"overview": "公开政府采购信息40条。"}),
    ),
)
def check_prose_money(subject: Subject) -> Iterator[Finding]:
    """Money in the prose is that of section two."""
    yield from compare(subject, ENTRY, _TOPICS)
