"""GX803: the prose gives another number of requests concluded than section three."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX803",
    "prose-concluded",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="请核对是否把结转件或不予处理件算在内。",
    hint_en="See whether requests carried over or not processed were counted.",
    doc_zh="正文所说的办结（答复）数与第三张表（七）总计不同。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of requests concluded in the prose is not that of row （七） of section three. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("requests.concluded",)


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "one more",
            {"requests.results.total.total": 4},
            texts={"overview": "收到申请0件，办结5件。"},
            expect={"said": 5, "printed": 4},
        ),
        Case(
            "answered, older form",
            {"requests.results.total.total": 4},
            edition="trial_2019",
            texts={"overview": "全年答复政府信息公开申请 6 件。"},
        ),
    ),
    silent=(
        Case(
            "equal",
            {"requests.received.total": 5, "requests.results.total.total": 4},
            texts={"overview": "收到政府信息公开申请5件，办结4件。"},
        ),
        Case(
            "proposals of deputies",
            {"requests.results.total.total": 4},
            texts={"overview": "全年办结建议提案26件，答复热线来电120件。"},
        ),
        Case(
            "answers published", {"requests.results.total.total": 4}, texts={"overview": "网站公开办理答复情况26件。"}
        ),
        Case(
            "several readings are missing",
            {"requests.results.total.total": None},
            texts={"overview": "收到申请0件，办结5件。"},
        ),
    ),
)
def check_prose_concluded(subject: Subject) -> Iterator[Finding]:
    """Requests concluded in the prose are those of section three."""
    yield from compare(subject, ENTRY, _TOPICS)
