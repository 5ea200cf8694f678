"""GX907: an amount of money that changed by ten thousand: yuan in one year, 万元 in the other."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gxparse.checks.across import Pair
from gxparse.checks.examples import money
from gxparse.checks.magnitudes import magnitudes
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX907",
    "money-unit-jump",
    Severity.WARNING,
    zh="“{label}”由 {previous} 元变为 {current} 元，约差一万倍，疑有一年把元与万元混淆",
    en="{label} went from {previous} to {current} yuan, about ten thousand times; yuan and 万元 may have been confused in one "
    "of the years",
    hint_zh="请核对两年的金额单位。",
    hint_en="Check the unit of the amount in both years.",
    doc_zh="两年金额都大于 0，且相差五千至两万倍。正常变动很少恰在这个范围，多半是某一年的单位填错。",
    doc_en="Both amounts are above 0 and one is 5,000 to 20,000 times the other. Real changes seldom fall into that range; the "
    "unit is probably wrong in one year.",
    basis="年度报告格式第二部分“第二十条第（八）、（九）项”",
)

_FEES: Final = "proactive.fees.administrative_fees.amount_cny"


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case(
            "36 万元, then 36 yuan",
            {_FEES: money("36.5")},
            year=2023,
            others=(Case("earlier", {_FEES: money("360000")}, year=2022),),
        ),
        Case(
            "older form",
            {"proactive.procurement.centralized_procurement.amount_cny": money("5120000")},
            edition="trial_2019",
            year=2020,
            others=(
                Case(
                    "earlier",
                    {"proactive.procurement.centralized_procurement.amount_cny": money("512")},
                    edition="trial_2019",
                    year=2019,
                ),
            ),
        ),
    ),
    silent=(
        Case(
            "a tenth",
            {_FEES: money("36000")},
            year=2023,
            others=(Case("earlier", {_FEES: money("360000")}, year=2022),),
        ),
        Case("none", year=2023, others=(Case("earlier", {_FEES: money("360000")}, year=2022),)),
        Case(
            "no number",
            {_FEES: money("NaN")},
            year=2023,
            others=(Case("earlier", {_FEES: money("360000")}, year=2022),),
        ),
    ),
)
def check_money_unit_jump(pair: Pair) -> Iterator[Finding]:
    """No amount changes by about ten thousand times."""
    if not pair.same_form:
        return
    for position in magnitudes(pair.current.report.edition).money:
        current, previous = pair.current.row[position], pair.previous.row[position]
        if not (isinstance(current, Decimal) and isinstance(previous, Decimal)):
            continue
        if not (current.is_finite() and previous.is_finite() and current > 0 and previous > 0):
            continue
        # Amounts beyond all reason are the business of another rule, and of no use in arithmetic.
        if max(current, previous).adjusted() > 30 or min(current, previous).adjusted() < -30:
            continue
        low, high = sorted((current, previous))
        if 5000 * low <= high <= 20000 * low:
            path = pair.current.edition.paths[position]
            yield ENTRY(
                pair.current.span(path),
                path,
                related=pair.related((path,), (path,)),
                label=pair.current.describe(path),
                previous=f"{previous:f}",
                current=f"{current:f}",
            )
