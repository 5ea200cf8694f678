"""GX607: the smallest change of section three that would settle its broken sums."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.arithmetic import all_broken
from gxparse.checks.causes import separate
from gxparse.checks.least_change import LeastChange, explain
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

#: Rivals that are spelled out in one message; all are returned by ``least_changes``.
_SPELLED: Final = 24

ENTRY = Entry(
    "GX607",
    "least-change",
    Severity.NOTE,
    zh="最小改动：若{changes}，则 {settled} 个不成立的等式全部成立（同样小的改法共 {rivals} 种；仅供核对，不是证明）",
    en="least change: with {changes}, all broken sums concerned would hold ({settled}); alternatives of this size: "
    "{rivals}; a place to look, not a proof",
    hint_zh="请先核对这些单元格的原始台账。gxparse 不会改动报告中的任何数字。",
    hint_en="Look these cells up in the records first. Nothing in the report was changed.",
    doc_zh="第三张表的每一格都处在两到三个等式之中，因此一格有误时，不成立的等式会指向它，并推出使各等式成立的数。"
    "这里给出改动格数最少的办法；同样少的办法有几种就列出几种，用“｜”隔开。改动最少只说明最值得先核对，"
    "不能证明原数有误，也可能是另外几格同时有误。",
    doc_en="Every cell of the third table stands in two or three sums, so broken sums point at a wrong cell and at the "
    "value under which they would hold. This is the change that touches fewest cells; where several are equally "
    "small all are given, separated by ｜. The least change says where to look first. It does not prove that the "
    "printed figure is wrong: several other cells may be wrong together.",
    basis="年度报告格式第三部分的合计关系及表头所印勾稽关系",
)


def _spell(subject: Subject, change: LeastChange) -> str:
    # The labels are the form's own and the arrow needs no translation, so one text serves both languages.
    by_row: dict[str, list[str]] = {}
    for path, (printed, consistent) in change.items():
        _table, row, column = subject.edition.fields[path]
        by_row.setdefault(row.label, []).append(f"{column.label} {printable(printed)}→{printable(consistent)}")
    return "，".join(f"“{label}”{'、'.join(cells)}" for label, cells in by_row.items())


@rule(
    ENTRY,
    fires=(
        Case(
            "one wrong cell stands in three sums",
            {"requests.results.total.natural_person": 14},
            expect={
                "changes": "“（七）总计”自然人 14→0",
                "settled": 3,
                "rivals": 1,
            },
        ),
        Case(
            "received, and neither concluded nor carried forward: two rivals",
            {"requests.received.natural_person": 1, "requests.received.total": 1},
            edition="trial_2019",
            expect={"rivals": 2, "settled": 2, "cells": 2},
        ),
    ),
    silent=(
        Case("all sums hold"),
        Case(
            "consistent, with a request that was granted",
            {
                f"requests.{row}.{column}": 1
                for row in ("received", "results.granted", "results.total")
                for column in ("natural_person", "total")
            },
        ),
        Case("section four has one sum for five cells, which points nowhere", {"proceedings.review.other": 1}),
        Case("only blanks", blank=True),
    ),
)
def check_least_change(subject: Subject) -> Iterator[Finding]:
    """One finding for each cause: the changes of equal size that would settle it."""
    # Blank cells can hide a contradiction that no single sum shows.
    if None not in subject.row and not all_broken(subject):
        return
    changes = explain(subject)
    if not changes or not changes.complete:
        return
    for rivals in separate(subject.report, changes):
        paths = tuple(dict.fromkeys(path for rival in rivals for path in rival))
        spelled = [_spell(subject, rival) for rival in rivals[:_SPELLED]]
        yield ENTRY(
            subject.span(paths[0]),
            paths[0],
            related=subject.related(paths, "change"),
            changes=" ｜ ".join(spelled) + (" ｜ …" if len(rivals) > _SPELLED else ""),
            settled=len(rivals[0].settles),
            rivals=len(rivals),
            cells=len(rivals[0]),
        )
