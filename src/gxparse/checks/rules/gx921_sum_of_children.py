"""GX921: a body's figures that are not the sums of the figures of those below it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext
from typing import Final

from gxparse.checks.across import Family
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.checks.subject import printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Related, Severity
from gxparse.model.shape import Figure

_SPELLED: Final = 6

ENTRY = Entry(
    "GX921",
    "sum-of-children",
    Severity.WARNING,
    zh="{section_zh}有 {cells} 格与 {children} 个下级之和不符{missing_zh}：{differences}",
    en="{section_en}: cells that are not the sums of the {children} bodies below{missing_en}: {cells}, {differences}",
    hint_zh="请核对是否漏汇总了某个下级，或者本级的数没有单独成报告。",
    hint_en="A body may have been left out of the sums, or the body's own office has no report of its own.",
    doc_zh="汇总报告的每一格应等于各下级（含本级机关）同一格之和。有下级的报告不在其中时，小于上级的格只作说明；"
    "大于上级的格，缺多少份都解释不了，仍是警告。下级有空格的格不比较。",
    doc_en="Each cell of an aggregate report is the sum of that cell over the bodies below, the body's own office included. Where "
    "reports are missing, sums that stay below are a note; sums that exceed the aggregate are a warning, since further "
    "reports can only add to them. Cells that a body below leaves blank are not compared.",
    basis="《政府信息公开条例》第四十九条（县级以上地方人民政府的报告汇总本级各机关情况）",
)

_SECTIONS: Final = (
    ("proactive", "第二部分", "section two"),
    ("requests", "第三部分", "section three"),
    ("proceedings", "第四部分", "section four"),
)
_TOTAL: Final = "requests.received.total"


def _sum(values: list[Figure]) -> int | Decimal | None:
    """The sum of the figures of one cell; ``None`` if one is missing or beyond arithmetic."""
    if all(isinstance(value, int) for value in values):
        return sum(value for value in values if isinstance(value, int))
    amounts = [value for value in values if isinstance(value, Decimal) and value.is_finite()]
    if len(amounts) < len(values) or any(abs(value.adjusted()) > 30 for value in amounts):
        return None
    with localcontext() as context:
        context.prec = 100
        return sum(amounts, Decimal(0))


def _shown(value: int | Decimal) -> str:
    return str(printable(value)) if isinstance(value, int) else f"{value:f}"


@rule(
    ENTRY,
    scope=Scope.FAMILY,
    fires=(
        Case(
            "seven, but three and three",
            {_TOTAL: 7},
            others=(Case("one", {_TOTAL: 3}), Case("two", {_TOTAL: 3})),
            expect={"cells": 1, "children": 2},
        ),
        Case(
            "more than the parent, older form",
            {_TOTAL: 5},
            edition="trial_2019",
            others=(Case("one", {_TOTAL: 3}, edition="trial_2019"), Case("two", {_TOTAL: 3}, edition="trial_2019")),
        ),
    ),
    silent=(
        Case("it adds up", {_TOTAL: 6}, others=(Case("one", {_TOTAL: 3}), Case("two", {_TOTAL: 3}))),
        Case("a child leaves it blank", {_TOTAL: 7}, others=(Case("one", {_TOTAL: 3}), Case("two", {_TOTAL: None}))),
        Case("no children", {_TOTAL: 7}),
    ),
)
def check_sum_of_children(family: Family) -> Iterator[Finding]:
    """Parent = sum of children, cell by cell; one finding for each section."""
    parent = family.parent
    children = [child for child in family.children if child.report.edition == parent.report.edition]
    if not children or len(children) < len(family.children):
        return
    for key, section_zh, section_en in _SECTIONS:
        differing: list[tuple[str, int | Decimal, int | Decimal]] = []
        for position, path in enumerate(parent.edition.paths):
            if not path.startswith(key):
                continue
            whole, parts = _sum([parent.row[position]]), _sum([child.row[position] for child in children])
            if whole is not None and parts is not None and whole != parts:
                differing.append((path, whole, parts))
        if differing:
            too_many = any(parts > whole for _, whole, parts in differing)
            first = differing[0][0]
            names = "、".join(family.missing)
            spelled = [f"“{parent.describe(p)}”{_shown(w)}≠{_shown(s)}" for p, w, s in differing[:_SPELLED]]
            yield ENTRY(
                parent.span(first),
                first,
                related=(
                    *parent.related((d[0] for d in differing), "parent"),
                    *(Related(None, d[0], "child") for d in differing),
                ),
                severity=Severity.NOTE if family.missing and not too_many else None,
                section_zh=section_zh,
                section_en=section_en,
                cells=len(differing),
                children=len(children),
                missing=family.missing,
                missing_zh=f"（缺 {names}）" if names else "",
                missing_en=f" (missing: {names})" if names else "",
                differences="，".join(spelled) + ("……" if len(differing) > _SPELLED else ""),
            )
