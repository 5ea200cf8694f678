"""GX802: the prose gives another number of requests carried in than section three."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX802",
    "prose-carried-in",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="请核对上年报告的“结转下年度继续办理”。",
    hint_en="Compare with what last year’s report carried out.",
    doc_zh="正文所说的上年结转数与第三张表“上年结转”总计不同。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of requests carried in from last year in the prose is not that of row 二 of section three. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("requests.carried_over",)


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "two instead of one",
            {"requests.carried_over.total": 1},
            texts={"overview": "全年新收申请0件，上年结转2件。"},
            expect={"said": 2, "printed": 1},
        ),
        Case(
            "last year by number, older form",
            {"requests.carried_over.total": 3},
            edition="trial_2019",
            texts={"overview": "办理2018年结转申请4件。"},
        ),
    ),
    silent=(
        Case("equal", {"requests.carried_over.total": 2}, texts={"overview": "上年度结转申请2件。"}),
        Case("carried out, not in", {"requests.carried_over.total": 2}, texts={"overview": "结转下年度5件。"}),
        Case(
            "as a part",
            {"requests.received.total": 5, "requests.carried_over.total": 2},
            texts={"overview": "收到申请7件（含上年结转2件）。"},
        ),
    ),
)
def check_prose_carried_in(subject: Subject) -> Iterator[Finding]:
    """Requests carried in in the prose are those of section three."""
    yield from compare(subject, ENTRY, _TOPICS)
