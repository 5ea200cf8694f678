"""GX612: how many sums of the form could not be checked because figures are missing."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.arithmetic import compiled
from gxparse.checks.linear import code_of
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX612",
    "sums-not-checkable",
    Severity.NOTE,
    zh="{count} 个等式因有 {blanks} 个空缺的数而无法检查（共 {total} 个等式）；空缺不当作 0",
    en="{count} of {total} sums not checkable, figures missing: {blanks}; what is missing is never taken for 0",
    hint_zh="没有的请填 0，不要留空；能够由等式推出的空格另行列出。",
    hint_en="Fill in 0 where there is nothing; blanks that the sums determine are listed separately.",
    doc_zh="年报表格共有 40（试行格式）或 42（现行格式）个合计等式。等式中有任何一格空缺，就既不能说它成立，也不能说它不成立。"
    "整张表缺失时不作此提示。",
    doc_en="The form has 40 (trial form) or 42 (revised form) sums. A sum with a missing figure neither holds nor "
    "fails. Not reported for a table that is missing altogether.",
    basis="年度报告格式第三、四部分的合计关系",
)


@rule(
    ENTRY,
    fires=(
        Case(
            "one blank in section three stops two sums",
            {"requests.carried_over.natural_person": None},
            expect={"count": 2, "blanks": 1, "total": 42},
        ),
        Case(
            "only totals are given, older form",
            {"proceedings.review.total": 1},
            edition="trial_2019",
            blank=True,
            expect={"count": 3, "blanks": 14, "total": 40},
        ),
    ),
    silent=(
        Case("nothing is missing"),
        Case("a missing table is another matter", blank=True),
        Case("figures of section two stand in no sum", {"proactive.documents.government_rules.issued": None}),
    ),
)
def check_sums_not_checkable(subject: Subject) -> Iterator[Finding]:
    """Count the sums with a missing figure, leaving out tables that give no figure at all."""
    row = subject.row
    if None not in row:
        return
    count = total = 0
    blanks: dict[str, None] = {}
    for items in compiled(subject.report.edition).values():
        table = items[0].equation.right[0].partition(".")[0]
        given = any(row[cell] is not None for cell in code_of(subject.report.edition, table).cells)
        for item in items:
            total += 1
            cells = item.cells(row)
            if given and None in cells:
                count += 1
                paths = (*item.equation.left, *item.equation.right)
                blanks.update(dict.fromkeys(p for p, v in zip(paths, cells, strict=True) if v is None))
    if count:
        yield ENTRY(count=count, blanks=len(blanks), total=total)
