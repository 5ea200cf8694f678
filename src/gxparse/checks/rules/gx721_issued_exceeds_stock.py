"""GX721: more documents issued in the year than are in force or were repealed."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX721",
    "issued-exceeds-stock",
    Severity.WARNING,
    zh="“{row}”本年制发 {issued} 件，多于现行有效 {in_force} 件与本年废止 {repealed} 件之和",
    en="{row}: {issued} issued in the year, more than the {in_force} in force and the {repealed} repealed together",
    hint_zh="本年制发的文件年末应当仍然有效，或者已在本年废止；请核对“现行有效件数”是否漏计。",
    hint_en="What was issued in the year is either still in force or was repealed; documents in force may be "
    "under-counted.",
    doc_zh="本年制发的每一件，到年末或者现行有效，或者已经废止，所以制发件数不应多于现行有效与废止之和。"
    "有效期届满自行失效的文件是合理的例外。",
    doc_en="Each document issued in the year is in force at its end or was repealed, so no more can have been issued than "
    "both together. Documents that expired by themselves are a legitimate exception.",
    basis="年度报告格式（现行）第二部分“第二十条第（一）项”；《政府信息公开条例》第二十条第（一）项",
)

_ROWS = ("proactive.documents.government_rules", "proactive.documents.normative_documents")


@rule(
    ENTRY,
    editions=("revised_2021",),
    fires=(
        Case(
            "eight issued, three in force",
            {f"{_ROWS[1]}.issued": 8, f"{_ROWS[1]}.in_force": 3},
            expect={"issued": 8, "in_force": 3, "repealed": 0},
        ),
    ),
    silent=(
        Case("all in force", {f"{_ROWS[1]}.issued": 8, f"{_ROWS[1]}.in_force": 8}),
        Case("some repealed", {f"{_ROWS[1]}.issued": 8, f"{_ROWS[1]}.in_force": 3, f"{_ROWS[1]}.repealed": 5}),
        Case("blank", {f"{_ROWS[1]}.issued": 8, f"{_ROWS[1]}.in_force": None}),
    ),
)
def check_issued_exceeds_stock(subject: Subject) -> Iterator[Finding]:
    """Issued <= in force + repealed, for rules and for normative documents."""
    for prefix in _ROWS:
        paths = (f"{prefix}.issued", f"{prefix}.repealed", f"{prefix}.in_force")
        numbers = subject.counts(paths)
        if numbers is None or numbers[0] <= numbers[1] + numbers[2]:
            continue
        yield ENTRY(
            subject.span(paths[0]),
            paths[0],
            related=(*subject.related(paths[:1], "left"), *subject.related(paths[1:], "right")),
            row=subject.edition.fields[paths[0]][1].label,
            issued=printable(numbers[0]),
            repealed=printable(numbers[1]),
            in_force=printable(numbers[2]),
            difference=printable(numbers[0] - numbers[1] - numbers[2]),
        )
