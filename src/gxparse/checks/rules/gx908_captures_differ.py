"""GX908: two captures of one report that give different figures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from gxparse.checks.across import Pair
from gxparse.checks.examples import money
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.model.shape import Figure

_SPELLED: Final = 6

ENTRY = Entry(
    "GX908",
    "captures-differ",
    Severity.WARNING,
    zh="同一报告的两个版本有 {cells} 处数字不同：{changes}",
    en="two captures of this report differ; figures: {cells}, {changes}",
    hint_zh="报告发布后可能有改动；也可能其中一份读取有误，请对照原文。",
    hint_en="The report may have been changed after publication, or one capture was read wrongly.",
    doc_zh="同一机关、同一年度的两份报告，逐格比较有不同的数，或者使用了不同的格式。报告公布后改动数字而不说明，会使引用者无从核对。",
    doc_en="Two reports of one body on one year are compared cell by cell and differ, or use different forms. Figures that change "
    "after publication without a notice cannot be traced by those who quoted them.",
    basis="《政府信息公开条例》第六条、第四十九条",
)


def _shown(value: Figure) -> str:
    if value is None:
        return "—"
    return str(printable(value)) if isinstance(value, int) else str(value)


def _same(one: Figure, other: Figure) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        # A signalling NaN may not be compared, and 1.0 is 1.
        return one.compare_total(other) == 0 or (not one.is_nan() and not other.is_nan() and one == other)
    return one == other


@rule(
    ENTRY,
    scope=Scope.CAPTURES,
    fires=(
        Case(
            "a figure was changed",
            {"requests.received.total": 12},
            year=2022,
            others=(Case("earlier", {"requests.received.total": 11}, year=2022),),
            expect={"cells": 1},
        ),
        Case("another form", year=2021, edition="trial_2019", others=(Case("earlier", year=2021),)),
    ),
    silent=(
        Case("equal", {"requests.received.total": 12}, others=(Case("earlier", {"requests.received.total": 12}),)),
        Case(
            "the same amount in other digits",
            {"proactive.fees.administrative_fees.amount_cny": money("10000.0")},
            others=(Case("earlier", {"proactive.fees.administrative_fees.amount_cny": money("1E+4")}),),
        ),
    ),
)
def check_captures_differ(pair: Pair) -> Iterator[Finding]:
    """Two captures of a report agree in every figure and use one form."""
    if not pair.same_form:
        titles = (pair.previous.edition.title, pair.current.edition.title)
        yield ENTRY(related=(), cells=0, changes=f"{titles[0]} → {titles[1]}")
        return
    paths = pair.current.edition.paths
    changed = [
        (path, before, after)
        for path, before, after in zip(paths, pair.previous.row, pair.current.row, strict=True)
        if not _same(before, after)
    ]
    if changed:
        spelled = [
            f"“{pair.current.describe(p)}”{_shown(before)}→{_shown(after)}" for p, before, after in changed[:_SPELLED]
        ]
        first = changed[0][0]
        yield ENTRY(
            pair.current.span(first),
            first,
            related=pair.related((c[0] for c in changed), (c[0] for c in changed)),
            cells=len(changed),
            changes="，".join(spelled) + ("……" if len(changed) > _SPELLED else ""),
        )
