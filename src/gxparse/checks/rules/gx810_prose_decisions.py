"""GX810: the prose gives another number of decisions than section two."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX810",
    "prose-decisions",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="请核对是“处理决定数量”还是“事项数量”“公开数量”。",
    hint_en="See whether decisions, items or publications were counted.",
    doc_zh="正文所说作出的行政许可、行政处罚、行政强制决定件数与第二张表“处理决定数量”不同。权力清单的项数和公开、公示的条数不比较。",
    doc_en="The number of licensing, penalty or coercive decisions is not that of section two. Items of a power list and published decisions are another matter and not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("decisions.licenses", "decisions.penalties", "decisions.coercion")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "penalties",
            {"proactive.enforcement.penalties.decisions": 30},
            texts={"overview": "全年作出行政处罚决定31件，全部公开。"},
            expect={"difference": "+1"},
        ),
        Case(
            "licences, older form",
            {"proactive.licensing.licenses.decisions": 30},
            edition="trial_2019",
            texts={"overview": "办理行政许可29件，依法公开。"},
        ),
    ),
    silent=(
        Case(
            "equal",
            {"proactive.enforcement.penalties.decisions": 31},
            texts={"overview": "全年作出行政处罚决定31件，全部公开。"},
        ),
        Case("a power list", texts={"overview": "权力清单中行政处罚540项、行政许可12项，均已公开。"}),
        Case("published", texts={"overview": "公开行政处罚信息310条，公示行政许可决定25件。"}),
    ),
)
def check_prose_decisions(subject: Subject) -> Iterator[Finding]:
    """Decisions in the prose are those of section two."""
    yield from compare(subject, ENTRY, _TOPICS)
