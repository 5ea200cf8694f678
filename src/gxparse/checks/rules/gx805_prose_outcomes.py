"""GX805: the prose gives another number of requests with some outcome than section three."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.prose_readings import NAMES
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX805",
    "prose-outcomes",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="不予公开、无法提供、不予处理、其他处理在表中各占几行，正文所说应为各行之和。",
    hint_en="Refusals and the like take several rows of the table; the prose gives their sum.",
    doc_zh="正文所说的某一类办理结果与第三张表相应各行总计之和不同。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of requests with some outcome in the prose is not the sum of the rows of that outcome in section three. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = tuple(topic for topic in NAMES if topic.startswith("outcome."))


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "granted",
            {"requests.results.granted.total": 11},
            texts={"overview": "收到申请0件，予以公开12件。"},
            expect={"said": 12, "printed": 11},
        ),
        Case(
            "a group of rows",
            {"requests.results.refused.state_secret.total": 1, "requests.results.refused.internal_affairs.total": 2},
            texts={"overview": "答复申请时不予公开4件。"},
            expect={"printed": 3},
        ),
        Case(
            "a row by its ground",
            {"requests.results.refused.state_secret.total": 1, "requests.results.refused.internal_affairs.total": 2},
            texts={"overview": "办结申请时，属于内部事务信息不予公开4件。"},
            expect={"said": 4, "printed": 2},
        ),
        Case(
            "two outcomes at once, older form",
            {"requests.results.granted.total": 3, "requests.results.partly_granted.total": 1},
            edition="trial_2019",
            texts={"overview": "申请答复中，予以公开及部分公开的5件。"},
            expect={"printed": 4},
        ),
    ),
    silent=(
        Case(
            "the sum of a group of rows",
            {"requests.results.refused.state_secret.total": 1, "requests.results.refused.internal_affairs.total": 2},
            texts={"overview": "答复申请时不予公开3件。"},
        ),
        Case(
            "one row of a group",
            {"requests.results.unable.not_held.total": 1},
            texts={"overview": "答复申请时，无法提供（本机关不掌握相关政府信息）1件。"},
        ),
        Case(
            "several grounds together",
            {"requests.results.refused.state_secret.total": 1, "requests.results.refused.internal_affairs.total": 2},
            texts={"overview": "办结申请时，因国家秘密、内部事务信息等不予公开2件。"},
        ),
        Case(
            "answers that were examined",
            {"requests.results.refused.internal_affairs.total": 3},
            texts={"overview": "收到申请0件。重点抽查不予公开答复2件、无法提供答复1件。"},
        ),
        Case(
            "information published",
            {"requests.results.granted.total": 3},
            texts={"overview": "全年予以公开各类信息310条。"},
        ),
        Case(
            "channels look alike",
            {"requests.received.total": 14},
            texts={"overview": "收到申请14件，其中网上7件，当面7件。"},
        ),
    ),
)
def check_prose_outcomes(subject: Subject) -> Iterator[Finding]:
    """Outcomes in the prose are the rows of section three."""
    yield from compare(subject, ENTRY, _TOPICS)
