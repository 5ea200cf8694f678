"""GX909: fewer cases in all than were pending a year before."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX909",
    "pending-cases",
    Severity.NOTE,
    zh="“{block}”上年尚未审结 {pending} 件，本年总计只有 {total} 件",
    en="{block}: {pending} cases were pending last year, but this year counts only {total} in all",
    hint_zh="上年未审结的案件本年审结的，是否计入本年总计，请与往年口径保持一致。",
    hint_en="Whether cases pending last year count again in this year's total should be the same every year.",
    doc_zh="上年尚未审结的案件，本年或者审结，或者仍未审结，都应出现在本年的总计中。有的机关只计本年新发生的案件，"
    "格式没有明确规定，因此只作说明。",
    doc_en="A case that was pending last year was decided this year or is pending still, and would be in this year's total. Some "
    "bodies count only cases that began in the year; the form does not say, so this is a note.",
    basis="年度报告格式第四部分；《政府信息公开条例》第五十条第一款第（三）项",
)

_BLOCKS = ("proceedings.review", "proceedings.litigation.direct", "proceedings.litigation.after_review")


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case(
            "three pending, one in all",
            {"proceedings.review.total": 1},
            year=2023,
            others=(Case("earlier", {"proceedings.review.pending": 3}, year=2022),),
            expect={"pending": 3, "total": 1},
        ),
        Case(
            "across the forms",
            year=2021,
            others=(Case("earlier", {"proceedings.litigation.direct.pending": 1}, edition="trial_2019", year=2020),),
        ),
    ),
    silent=(
        Case(
            "all are counted",
            {"proceedings.review.total": 3},
            year=2023,
            others=(Case("earlier", {"proceedings.review.pending": 3}, year=2022),),
        ),
        Case(
            "blank",
            {"proceedings.review.total": None},
            year=2023,
            others=(Case("earlier", {"proceedings.review.pending": 3}, year=2022),),
        ),
    ),
)
def check_pending_cases(pair: Pair) -> Iterator[Finding]:
    """Total of the year >= pending of last year, in each block."""
    for block in _BLOCKS:
        path = f"{block}.total"
        total, pending = pair.current.count(path), pair.previous.count(f"{block}.pending")
        if total is not None and pending is not None and total < pending:
            yield ENTRY(
                pair.current.span(path),
                path,
                related=pair.related((path,), (f"{block}.pending",)),
                block="›".join(pair.current.edition.fields[path][2].header_path),
                pending=printable(pending),
                total=printable(total),
            )
