"""GX701: figures below zero where only counts and amounts can stand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from gxparse.checks.examples import money
from gxparse.checks.magnitudes import magnitudes, odd_figures
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX701",
    "negative-figure",
    Severity.INCONSISTENCY,
    zh="“{label}”为 {value}，件数和金额不能是负数",
    en="{label} is {value}; a count or an amount cannot be negative",
    hint_zh="若是“本年增/减”的数填错了列，请移回；若是连字符表示“无”，请填 0。",
    hint_en="It may be a change filled in under another column, or a dash that stands for none.",
    doc_zh="除试行格式的“本年增/减”以外，各格都是件数、项数或金额，不能为负。",
    doc_en="Apart from the yearly change (本年增/减) of the trial form, every cell is a count or an amount and cannot be "
    "negative.",
    basis="年度报告格式各表；《政府信息公开条例》第五十条",
)


@rule(
    ENTRY,
    fires=(
        Case("a negative count", {"requests.received.total": -1}, expect={"value": -1}),
        Case("negative money", {"proactive.fees.administrative_fees.amount_cny": money("-3.5")}),
        Case("older form", {"proactive.documents.government_rules.newly_made": -2}, edition="trial_2019"),
    ),
    silent=(
        Case("zero"),
        Case("a change may be negative", {"proactive.licensing.licenses.items_change": -3}, edition="trial_2019"),
        Case("blank", blank=True),
    ),
)
def check_negative_figure(subject: Subject) -> Iterator[Finding]:
    """No figure but a change is below zero."""
    for position in odd_figures(subject):
        value = subject.row[position]
        if position in magnitudes(subject.report.edition).signed or value is None:
            continue
        # A quiet NaN compares with nothing; it is the business of another rule.
        if isinstance(value, Decimal) and value.is_nan():
            continue
        if value < 0:
            path = subject.edition.paths[position]
            yield ENTRY(
                subject.span(path),
                path,
                related=subject.related((path,), "cell"),
                label=subject.describe(path),
                value=printable(value) if isinstance(value, int) else str(value),
            )
