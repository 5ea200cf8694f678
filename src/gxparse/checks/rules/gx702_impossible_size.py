"""GX702: figures larger than anything that can have been counted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxparse.checks.examples import money
from gxparse.checks.magnitudes import MOST_MONEY, magnitudes, odd_figures
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX702",
    "impossible-size",
    Severity.WARNING,
    zh="“{label}”为 {value}，大得不可能（上限 {limit}）",
    en="{label} is {value}, larger than it can be (limit {limit})",
    hint_zh="可能是几格数字连在一起，或者填入了电话号码、日期。",
    hint_en="Several cells may have run together, or a telephone number or a date was filled in.",
    doc_zh="申请和案件不超过一千万件，文件和事项不超过一百万，处理决定不超过十亿，金额不超过十万亿元。"
    "全国每年的政府信息公开申请总量不足一百万件，超过这些上限的数不可能是真实数量。非有限的数（NaN、无穷）同样报告。",
    doc_en="Requests and cases stay below ten million, documents and items below one million, decisions below one "
    "billion, money below ten trillion yuan: the whole country receives fewer than one million requests a year. "
    "Amounts that are not finite are reported too.",
    basis="年度报告格式各表",
)


@rule(
    ENTRY,
    fires=(
        Case("cells run together", {"requests.received.total": 120034005}, expect={"value": 120034005, "limit": 10**7}),
        Case("money", {"proactive.fees.administrative_fees.amount_cny": money("1E+14")}),
        Case("not a number", {"proactive.fees.administrative_fees.amount_cny": money("NaN")}),
        Case("older form", {"proactive.licensing.licenses.items_change": -(10**7)}, edition="trial_2019"),
    ),
    silent=(
        Case("the largest count that is believed", {"requests.received.total": 10**7}),
        Case("penalties of a province", {"proactive.enforcement.penalties.decisions": 40_000_000}),
        Case("a small negative figure is another matter", {"requests.received.total": -1}),
    ),
)
def check_impossible_size(subject: Subject) -> Iterator[Finding]:
    """No figure is beyond the limit of its kind."""
    limits = magnitudes(subject.report.edition)
    for position in odd_figures(subject):
        value = subject.row[position]
        limit: int = limits.most[position]
        if isinstance(value, Decimal):
            limit = int(MOST_MONEY)
            if value.is_finite() and abs(value) <= MOST_MONEY:
                continue
        elif value is None or abs(value) <= limit:
            continue
        path = subject.edition.paths[position]
        yield ENTRY(
            subject.span(path),
            path,
            related=subject.related((path,), "cell"),
            label=subject.describe(path),
            value=printable(value) if isinstance(value, int) else str(value),
            limit=limit,
        )
