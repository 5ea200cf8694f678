"""GX604: the three totals of the table of administrative review and litigation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gxparse.checks.arithmetic import check_equations
from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject, printable
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.forms.spec import Equation

ENTRY = Entry(
    "GX604",
    "proceedings-total",
    Severity.INCONSISTENCY,
    zh="“{block}”总计填为 {right}，而维持 {upheld}＋纠正 {corrected}＋其他 {other}＋尚未审结 {pending}＝{left}，"
    "相差 {difference}",
    en="{block}: the total is {right}, but upheld {upheld} + corrected {corrected} + other {other} + pending "
    "{pending} = {left}; difference {difference}",
    hint_zh="请核对这五个数。该组只有一个等式，表内无法判断是哪一个数有误，可与正文中的件数对照。",
    hint_en="Compare the five figures. One equation over five cells cannot tell which one is wrong; the prose may.",
    doc_zh="第四部分的行政复议、未经复议直接起诉、复议后起诉三组，每组的总计应等于结果维持、结果纠正、其他结果与尚未"
    "审结之和。五格中有空缺时该组无法检查。",
    doc_en="In each of the three blocks of section four (review, litigation without review, litigation after review) "
    "the total is the sum of upheld, corrected, other and pending. A block with a missing figure is not checkable.",
    basis="年度报告格式第四部分；《政府信息公开条例》第五十条第一款第（三）项",
)


def _details(subject: Subject, equation: Equation) -> dict[str, Any]:
    names = ("upheld", "corrected", "other", "pending")
    shown: dict[str, Any] = {n: printable(v) for n, v in zip(names, subject.counts(equation.left) or (), strict=True)}
    return shown | {"block": "›".join(subject.edition.fields[equation.right[0]][2].header_path)}


@rule(
    ENTRY,
    fires=(
        Case(
            "a review that the total leaves out",
            {"proceedings.review.other": 1},
            expect={"left": 1, "right": 0, "difference": 1, "block": "行政复议"},
        ),
        Case(
            "litigation, older form",
            {"proceedings.litigation.after_review.total": 2},
            edition="trial_2019",
            expect={"left": 0, "right": 2, "block": "行政诉讼›复议后起诉"},
        ),
    ),
    silent=(
        Case("all zero"),
        Case("it adds up", {"proceedings.review.pending": 2, "proceedings.review.total": 2}),
        Case("only the total is given", {"proceedings.review.total": 2}, blank=True),
    ),
)
def check_proceedings_total(subject: Subject) -> Iterable[Finding]:
    """维持 + 纠正 + 其他 + 尚未审结 = 总计, in each of the three blocks."""
    return check_equations(subject, ENTRY, "proceedings_total", _details)
