"""GX724: a change that takes away more items than there were."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX724",
    "items-below-zero",
    Severity.INCONSISTENCY,
    zh="“{row}”上一年项目 {previous} 项、本年增减 {change} 项，现有项目数将为 {left} 项",
    en="{row}: {previous} items last year and a change of {change} would leave {left}",
    hint_zh="请核对增减的正负号，以及是否把两列填反。",
    hint_en="Check the sign of the change, and whether the two columns were exchanged.",
    doc_zh="“上一年项目数量”加“本年增/减”是现有项目数，不能小于 0。",
    doc_en="Last year's items plus the change are the items there are now, which cannot be fewer than none.",
    basis="年度报告格式（试行）第二部分“第二十条第（五）、（六）、（八）项”",
)

_ROWS = (
    "proactive.licensing.licenses",
    "proactive.licensing.other_external_services",
    "proactive.enforcement.penalties",
    "proactive.enforcement.coercion",
    "proactive.fees.administrative_fees",
)


@rule(
    ENTRY,
    editions=("trial_2019",),
    fires=(
        Case(
            "three items, seven taken away",
            {f"{_ROWS[0]}.items_previous_year": 3, f"{_ROWS[0]}.items_change": -7},
            edition="trial_2019",
            expect={"left": -4},
        ),
    ),
    silent=(
        Case(
            "all taken away",
            {f"{_ROWS[0]}.items_previous_year": 7, f"{_ROWS[0]}.items_change": -7},
            edition="trial_2019",
        ),
        Case(
            "last year blank",
            {f"{_ROWS[4]}.items_previous_year": None, f"{_ROWS[4]}.items_change": -7},
            edition="trial_2019",
        ),
    ),
)
def check_items_below_zero(subject: Subject) -> Iterator[Finding]:
    """Items of last year + change >= 0."""
    for prefix in _ROWS:
        paths = (f"{prefix}.items_previous_year", f"{prefix}.items_change")
        numbers = subject.counts(paths)
        if numbers is not None and numbers[0] >= 0 and sum(numbers) < 0:
            yield ENTRY(
                subject.span(paths[1]),
                paths[1],
                related=subject.related(paths, "cell"),
                row=subject.edition.fields[paths[0]][1].label,
                previous=printable(numbers[0]),
                change=printable(numbers[1]),
                left=printable(sum(numbers)),
            )
