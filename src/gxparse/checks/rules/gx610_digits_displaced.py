"""GX610: figures that look split, run together, or written with a digit too many, too few or out of place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gxparse.checks.arithmetic import all_broken
from gxparse.checks.least_change import explain
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.row_readings import row_readings
from gxparse.checks.slips import SLIPS, slip_between
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX610",
    "digits-displaced",
    Severity.NOTE,
    zh="“{where}”可能有数位差错（{slip_zh}）：印作 {printed}，若为 {meant}，则有关等式成立",
    en="{where}: the digits may be displaced ({slip_en}); printed {printed}, the sums would hold with {meant}",
    hint_zh="请核对原件该处的数字。",
    hint_en="Look at the figure in the original.",
    doc_zh="使等式成立的数与印出的数只差一位：漏一位、多一位、相邻两位颠倒、有一位不同，或者一个数被拆成两格、"
    "两个数并成一格。这类差错多出自誊写、扫描或文本提取。只有在有关等式因此全部成立、且没有别的同样小的改法时才提示。",
    doc_en="The figure under which the sums hold differs from the printed one by one digit: one missing, one too "
    "many, two neighbours exchanged, one different; or one figure stands in two cells, or two in one. Such slips come "
    "from copying, scanning or extraction. Reported only where all sums concerned would hold and no other change is "
    "as small.",
    basis="年度报告格式第三部分的合计关系",
)


def _words(slip: str) -> dict[str, Any]:
    return {"slip": slip, "slip_zh": SLIPS[slip][0], "slip_en": SLIPS[slip][1]}


@rule(
    ENTRY,
    fires=(
        Case(
            "120 for 12",
            {
                "requests.received.natural_person": 120,
                "requests.received.total": 12,
                "requests.results.granted.natural_person": 12,
                "requests.results.granted.total": 12,
                "requests.results.total.natural_person": 12,
                "requests.results.total.total": 12,
            },
            expect={"slip": "extra", "printed": "120", "meant": "12"},
        ),
        Case(
            "12 in two cells",
            {
                "requests.received.natural_person": 1,
                "requests.received.commercial_enterprise": 2,
                "requests.received.total": 0,
                "requests.received.other_organization": 0,
                "requests.results.granted.natural_person": 12,
                "requests.results.granted.total": 12,
                "requests.results.total.natural_person": 12,
                "requests.results.total.total": 12,
            },
            edition="trial_2019",
            expect={"slip": "joined", "printed": "1 2 0 0 0 0 0", "meant": "12 0 0 0 0 0 12"},
        ),
    ),
    silent=(
        Case("all sums hold"),
        Case("0 for 5 is no slip of one digit", {"requests.results.total.natural_person": 5}),
        Case(
            "two rival explanations",
            {"requests.received.natural_person": 12, "requests.received.total": 12},
        ),
    ),
)
def check_digits_displaced(subject: Subject) -> Iterator[Finding]:
    """A slip in one cell of the only least change, or a row read with cells joined or split."""
    if not all_broken(subject):
        return
    changes = explain(subject)
    if len(changes) == 1 and changes.complete:
        for path, (printed, meant) in changes[0].items():
            slip = slip_between(printed, meant)
            if slip:
                yield ENTRY(
                    subject.span(path),
                    path,
                    related=subject.related((path,), "change"),
                    where=subject.describe(path),
                    **_words(slip),
                    printed=str(printed),
                    meant=str(meant),
                )
    for reading in subject.memo("row readings", row_readings):
        if reading.kind in ("joined", "split"):
            yield ENTRY(
                subject.span(reading.row.paths[0]),
                reading.row.paths[0],
                related=subject.related(reading.row.paths, "row"),
                where=reading.row.label,
                **_words(reading.kind),
                printed=" ".join("—" if v is None else str(v) for v in reading.printed),
                meant=" ".join(map(str, reading.meant)),
            )
