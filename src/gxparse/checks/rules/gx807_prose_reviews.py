"""GX807: the prose gives another number of administrative reviews than section four."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX807",
    "prose-reviews",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="请核对是否把不属于政府信息公开的复议案件算在内。",
    hint_en="See whether reviews about other matters were counted.",
    doc_zh="正文所说的行政复议件数（或其结果）与第四张表不同。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of administrative reviews, or of one of their outcomes, is not that of section four. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("cases.review", "case.upheld", "case.corrected", "case.other", "case.pending")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "one more",
            {"proceedings.review.total": 2},
            texts={"overview": "因政府信息公开被申请行政复议3件。"},
            expect={"said": 3, "printed": 2},
        ),
        Case(
            "an outcome, older form",
            {"proceedings.review.total": 3, "proceedings.review.upheld": 1},
            edition="trial_2019",
            texts={"overview": "行政复议3件，其中结果维持2件。"},
            expect={"said": 2, "printed": 1},
        ),
    ),
    silent=(
        Case(
            "each number has its name",
            {
                "proceedings.review.total": 9,
                "proceedings.litigation.direct.total": 7,
                "proceedings.litigation.after_review.total": 0,
            },
            texts={"overview": "行政复议、行政诉讼分别为9件、7件。"},
        ),
        Case(
            "equal",
            {"proceedings.review.total": 3, "proceedings.review.upheld": 2},
            texts={"overview": "行政复议3件，其中结果维持2件。"},
        ),
        Case(
            "lawsuits after review",
            {"proceedings.litigation.after_review.total": 4},
            texts={"overview": "复议后起诉4件。"},
        ),
        Case(
            "the office that decides reviews",
            {"proceedings.review.total": 1},
            texts={"overview": "全年审理行政复议案件320件。"},
        ),
        Case("upheld elsewhere", {"proceedings.review.upheld": 1}, texts={"overview": "维持网站栏目30个。"}),
    ),
)
def check_prose_reviews(subject: Subject) -> Iterator[Finding]:
    """Reviews in the prose are those of section four."""
    yield from compare(subject, ENTRY, _TOPICS)
