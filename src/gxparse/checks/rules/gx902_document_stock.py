"""GX902: documents in force that are not last year's plus issued minus repealed."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX902",
    "document-stock",
    Severity.NOTE,
    zh="“{row}”现行有效 {in_force} 件，而上年现行有效 {before}＋本年制发 {issued}－本年废止 {repealed}＝{expected}，相差 {difference}",
    en="{row}: {in_force} in force, but {before} in force last year + {issued} issued - {repealed} repealed = {expected}; "
    "difference {difference}",
    hint_zh="失效、清理、修订以及口径变化都会造成不符；多出的文件尤其值得核对。",
    hint_en="Expiry, clean-ups and changes of scope break this; a surplus deserves a look.",
    doc_zh="现行有效件数应等于上年现行有效加本年制发减本年废止。文件到期失效、集中清理会使它变小，属于正常；"
    "没有制发而增多则难以解释，按警告报告，其余只作说明。",
    doc_en="Documents in force are last year's plus those issued minus those repealed. Expiry and clean-ups make them fewer, "
    "which is normal and a note; more than there can be is hard to explain and a warning.",
    basis="年度报告格式（现行）第二部分“第二十条第（一）项”",
)

_ROWS = ("proactive.documents.government_rules", "proactive.documents.normative_documents")
_DOCUMENTS = _ROWS[1]


@rule(
    ENTRY,
    scope=Scope.YEARS,
    editions=("revised_2021",),
    fires=(
        Case(
            "three more than there can be",
            {f"{_DOCUMENTS}.issued": 2, f"{_DOCUMENTS}.repealed": 1, f"{_DOCUMENTS}.in_force": 14},
            year=2023,
            others=(Case("earlier", {f"{_DOCUMENTS}.in_force": 10}, year=2022),),
            expect={"expected": 11, "difference": 3},
        ),
        Case(
            "some expired",
            {f"{_DOCUMENTS}.in_force": 8},
            year=2023,
            others=(Case("earlier", {f"{_DOCUMENTS}.in_force": 10}, year=2022),),
            expect={"difference": -2},
        ),
    ),
    silent=(
        Case(
            "it adds up",
            {f"{_DOCUMENTS}.issued": 2, f"{_DOCUMENTS}.repealed": 1, f"{_DOCUMENTS}.in_force": 11},
            year=2023,
            others=(Case("earlier", {f"{_DOCUMENTS}.in_force": 10}, year=2022),),
        ),
        Case(
            "blank",
            {f"{_DOCUMENTS}.in_force": 8},
            year=2023,
            others=(Case("earlier", {f"{_DOCUMENTS}.in_force": None}, year=2022),),
        ),
    ),
)
def check_document_stock(pair: Pair) -> Iterator[Finding]:
    """In force = in force last year + issued - repealed."""
    for prefix in _ROWS:
        stock = f"{prefix}.in_force"
        paths = (f"{prefix}.issued", f"{prefix}.repealed", stock)
        numbers, before = pair.current.counts(paths), pair.previous.count(stock)
        if numbers is None or before is None:
            continue
        issued, repealed, in_force = numbers
        expected = before + issued - repealed
        if in_force != expected:
            yield ENTRY(
                pair.current.span(stock),
                stock,
                related=pair.related(paths, (stock,)),
                severity=Severity.WARNING if in_force > before + issued else None,
                row=pair.current.edition.fields[stock][1].label,
                in_force=printable(in_force),
                before=printable(before),
                issued=printable(issued),
                repealed=printable(repealed),
                expected=printable(expected),
                difference=printable(in_force - expected),
            )
