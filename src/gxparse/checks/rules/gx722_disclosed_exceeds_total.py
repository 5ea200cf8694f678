"""GX722: more documents newly disclosed than are disclosed in total."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX722",
    "disclosed-exceeds-total",
    Severity.WARNING,
    zh="“{row}”本年新公开 {new} 件，多于对外公开总数量 {total} 件",
    en="{row}: {new} newly disclosed in the year, more than the {total} disclosed in total",
    hint_zh="“对外公开总数量”应包括本年新公开的数量；请核对是否只填了往年的数。",
    hint_en="The total includes what was newly disclosed; it may have been filled in for earlier years only.",
    doc_zh="试行格式的“对外公开总数量”是历年累计，包括本年新公开的数量，因此不应小于“本年新公开数量”。",
    doc_en="In the trial form the total counts everything disclosed so far, this year's included, so it cannot be below "
    "what was newly disclosed.",
    basis="年度报告格式（试行）第二部分“第二十条第（一）项”；《政府信息公开条例》第二十条第（一）项",
)

_ROWS = ("proactive.documents.government_rules", "proactive.documents.normative_documents")


@rule(
    ENTRY,
    editions=("trial_2019",),
    fires=(
        Case(
            "five new, three in total",
            {f"{_ROWS[1]}.newly_disclosed": 5, f"{_ROWS[1]}.total_disclosed": 3},
            edition="trial_2019",
            expect={"new": 5, "total": 3},
        ),
    ),
    silent=(
        Case("equal", {f"{_ROWS[1]}.newly_disclosed": 5, f"{_ROWS[1]}.total_disclosed": 5}, edition="trial_2019"),
        Case("made and not disclosed", {f"{_ROWS[1]}.newly_made": 5}, edition="trial_2019"),
        Case(
            "blank",
            {f"{_ROWS[1]}.newly_disclosed": 5, f"{_ROWS[1]}.total_disclosed": None},
            edition="trial_2019",
        ),
    ),
)
def check_disclosed_exceeds_total(subject: Subject) -> Iterator[Finding]:
    """Newly disclosed <= disclosed in total."""
    for prefix in _ROWS:
        paths = (f"{prefix}.newly_disclosed", f"{prefix}.total_disclosed")
        numbers = subject.counts(paths)
        if numbers is not None and numbers[0] > numbers[1]:
            yield ENTRY(
                subject.span(paths[1]),
                paths[1],
                related=(*subject.related(paths[:1], "left"), *subject.related(paths[1:], "right")),
                row=subject.edition.fields[paths[0]][1].label,
                new=printable(numbers[0]),
                total=printable(numbers[1]),
                difference=printable(numbers[0] - numbers[1]),
            )
