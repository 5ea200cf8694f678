"""GX808: the prose gives another number of lawsuits than section four."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX808",
    "prose-litigation",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="行政诉讼件数应为“未经复议直接起诉”与“复议后起诉”之和。",
    hint_en="Lawsuits are those filed directly and those after review together.",
    doc_zh="正文所说的行政诉讼件数与第四张表不同：总数应为直接起诉与复议后起诉之和。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of lawsuits in the prose is not that of section four, where lawsuits are those filed directly and those after review. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("cases.litigation", "cases.direct", "cases.after_review", "cases.all")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "both kinds",
            {"proceedings.litigation.direct.total": 3, "proceedings.litigation.after_review.total": 1},
            texts={"overview": "发生行政诉讼5件。"},
            expect={"said": 5, "printed": 4},
        ),
        Case(
            "one kind, older form",
            {"proceedings.litigation.direct.total": 3, "proceedings.litigation.after_review.total": 1},
            edition="trial_2019",
            texts={"overview": "行政诉讼4件，其中未经复议直接起诉2件。"},
            expect={"said": 2, "printed": 3},
        ),
    ),
    silent=(
        Case(
            "both kinds agree",
            {"proceedings.litigation.direct.total": 3, "proceedings.litigation.after_review.total": 1},
            texts={"overview": "发生行政诉讼4件。"},
        ),
        Case(
            "each kind agrees",
            {"proceedings.litigation.direct.total": 3, "proceedings.litigation.after_review.total": 1},
            texts={"overview": "未经复议直接起诉3件，复议后起诉1件。"},
        ),
        Case("reviews", {"proceedings.review.total": 2}, texts={"overview": "行政复议2件。"}),
    ),
)
def check_prose_litigation(subject: Subject) -> Iterator[Finding]:
    """Lawsuits in the prose are those of section four."""
    yield from compare(subject, ENTRY, _TOPICS)
