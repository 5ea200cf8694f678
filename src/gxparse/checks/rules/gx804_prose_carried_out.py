"""GX804: the prose gives another number of requests carried out than section three."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX804",
    "prose-carried-out",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="请核对第三张表“四、结转下年度继续办理”。",
    hint_en="Check row 四 of section three.",
    doc_zh="正文所说的结转下年度数与第三张表“结转下年度继续办理”总计不同。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of requests carried over to the next year in the prose is not that of row 四 of section three. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("requests.carried_forward", "requests.carried")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "one more",
            {"requests.carried_forward.total": 1},
            texts={"overview": "办结申请0件，结转下年度2件。"},
            expect={"said": 2, "printed": 1},
        ),
        Case(
            "by number, older form",
            {"requests.carried_forward.total": 7},
            edition="trial_2019",
            year=2019,
            texts={"overview": "尚有8件申请结转2020年办理，结转至下年度继续办理8件。"},
        ),
    ),
    silent=(
        Case("equal", {"requests.carried_forward.total": 2}, texts={"overview": "结转下年度继续办理2件。"}),
        Case(
            "carried in, not out",
            {"requests.carried_over.total": 3, "requests.carried_forward.total": 2},
            texts={"overview": "上年结转3件。"},
        ),
        Case("a project", {"requests.carried_forward.total": 2}, texts={"overview": "转下年度建设的项目9个。"}),
    ),
)
def check_prose_carried_out(subject: Subject) -> Iterator[Finding]:
    """Requests carried out in the prose are those of section three."""
    yield from compare(subject, ENTRY, _TOPICS)
