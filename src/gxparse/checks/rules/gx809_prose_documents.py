"""GX809: the prose gives another number of documents than section two."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX809",
    "prose-documents",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="请核对制发、公开、备案是否混用。",
    hint_en="See whether documents issued, published and filed were mixed up.",
    doc_zh="正文所说的规章或行政规范性文件制发、废止、现行有效件数与第二张表不同。公开、备案、清理的件数不比较。",
    doc_en="The number of rules or normative documents issued, repealed or in force is not that of section two. Documents published, filed or reviewed are another matter and not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = (
    "documents.normative.issued",
    "documents.normative.repealed",
    "documents.normative.in_force",
    "documents.rules.issued",
    "documents.rules.repealed",
    "documents.rules.in_force",
)


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "issued",
            {"proactive.documents.normative_documents.issued": 7},
            texts={"overview": "全年印发行政规范性文件8件。"},
            expect={"said": 8, "printed": 7},
        ),
        Case(
            "made, older form",
            {
                "proactive.documents.normative_documents.newly_made": 2,
                "proactive.documents.normative_documents.newly_disclosed": 2,
            },
            edition="trial_2019",
            texts={"overview": "制定规范性文件3件。"},
        ),
        Case(
            "repealed and in force",
            {
                "proactive.documents.normative_documents.issued": 2,
                "proactive.documents.normative_documents.repealed": 1,
                "proactive.documents.normative_documents.in_force": 9,
            },
            texts={"overview": "制定行政规范性文件2件、废止1件、现行有效8件，全部公开。"},
            expect={"said": 8, "printed": 9},
        ),
    ),
    silent=(
        Case(
            "equal",
            {"proactive.documents.normative_documents.issued": 7},
            texts={"overview": "全年印发行政规范性文件7件。"},
        ),
        Case(
            "published",
            {"proactive.documents.normative_documents.issued": 1},
            texts={"overview": "公开规范性文件26件，备案规范性文件3件，清理规范性文件40件。"},
        ),
        Case(
            "readings published",
            {"proactive.documents.normative_documents.issued": 1},
            texts={"overview": "发布规范性文件解读材料5篇。"},
        ),
        Case(
            "published, older form",
            {
                "proactive.documents.normative_documents.newly_made": 4,
                "proactive.documents.normative_documents.newly_disclosed": 3,
            },
            edition="trial_2019",
            texts={"overview": "制作规范性文件3件。"},
        ),
    ),
)
def check_prose_documents(subject: Subject) -> Iterator[Finding]:
    """Documents in the prose are those of section two."""
    yield from compare(subject, ENTRY, _TOPICS)
