"""GX703: a table in which "none" is sometimes a zero and sometimes a blank."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from gxparse.checks.linear import code_of
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.model.origin import Missing

ENTRY = Entry(
    "GX703",
    "blanks-and-zeros",
    Severity.NOTE,
    zh="第{number}部分的表中有 {blanks} 格留空、{zeros} 格填 0，读者无从知道空格是否就是 0",
    en="section {number}: cells blank: {blanks}, cells holding 0: {zeros}; a reader cannot tell whether a blank means 0",
    hint_zh="没有的请一律填 0。",
    hint_en="Fill in 0 wherever there is nothing.",
    doc_zh="同一张表里既有留空的格又有填 0 的格。空格可能是 0，也可能是漏填，gxparse 不作假定，"
    "因此与空格有关的等式都无法检查。",
    doc_en="One table holds both blank cells and zeros. A blank may mean zero or may have been forgotten; nothing is "
    "assumed, so the sums that meet a blank are not checkable.",
    basis="年度报告格式第三、四部分",
)


@functools.cache
def _tables(edition: str) -> tuple[tuple[tuple[int, ...], str], ...]:
    """The cells of sections three and four, each with the number of the section."""
    return tuple(
        (code_of(edition, table).cells, number) for table, number in (("requests", "三"), ("proceedings", "四"))
    )


@rule(
    ENTRY,
    fires=(
        Case("one blank among zeros", {"requests.received.natural_person": None}, expect={"blanks": 1, "number": "三"}),
        Case("totals of zero beside blanks", {"proceedings.review.total": 0}, blank=True, expect={"zeros": 1}),
    ),
    silent=(
        Case("zeros everywhere"),
        Case("blanks everywhere", blank=True),
        Case(
            "blanks and figures, no zero", {"proceedings.review.total": 2, "proceedings.review.upheld": 2}, blank=True
        ),
    ),
)
def check_blanks_and_zeros(subject: Subject) -> Iterator[Finding]:
    """Blanks and zeros do not stand in one table."""
    if None not in subject.row:
        return
    paths = subject.edition.paths
    for cells, number in _tables(subject.report.edition):
        values = [subject.row[cell] for cell in cells]
        zeros = values.count(0)
        if not zeros or None not in values:
            continue
        # A cell that could not be read is our blank, not the filer's.
        blanks = [
            paths[cell]
            for cell, value in zip(cells, values, strict=True)
            if value is None and subject.report.origin(paths[cell]).missing in (None, Missing.BLANK)
        ]
        if blanks:
            yield ENTRY(
                subject.span(blanks[0]),
                blanks[0],
                related=subject.related(blanks, "blank"),
                number=number,
                blanks=len(blanks),
                zeros=zeros,
            )
