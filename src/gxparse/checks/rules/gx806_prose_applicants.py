"""GX806: the prose gives another number of requests by some applicants than section three."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX806",
    "prose-applicants",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="表中“法人或其他组织”分五列，正文所说应为五列之和。",
    hint_en="Organisations take five columns of the table; the prose gives their sum.",
    doc_zh="正文所说的某一类申请人的申请数与第三张表相应列不同（新收、新收加结转、办结三种口径都不符）。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of requests by some kind of applicant in the prose is not that of its columns, be it for requests received, with those carried in, or concluded. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = (
    "applicant.natural",
    "applicant.organizations",
    "applicant.commercial",
    "applicant.research",
    "applicant.public_interest",
    "applicant.legal",
)


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "natural persons",
            {"requests.received.natural_person": 3, "requests.received.total": 3},
            texts={"overview": "新收申请3件，其中自然人2件。"},
            expect={"said": 2, "printed": 3},
        ),
        Case(
            "organisations, older form",
            {"requests.received.commercial_enterprise": 1, "requests.received.legal_services": 1},
            edition="trial_2019",
            texts={"overview": "收到申请2件，其中法人或其他组织3件。"},
            expect={"printed": 2},
        ),
    ),
    silent=(
        Case(
            "organisations",
            {"requests.received.commercial_enterprise": 1, "requests.received.legal_services": 1},
            texts={"overview": "收到申请2件，其中法人或其他组织2件。"},
        ),
        Case(
            "all kinds together",
            {"requests.received.natural_person": 3, "requests.received.total": 5},
            texts={"overview": "收到公民、法人和其他组织提出申请5件。"},
        ),
        Case("enterprises served", texts={"overview": "走访企业32家，服务企业公开事项12件。"}),
    ),
)
def check_prose_applicants(subject: Subject) -> Iterator[Finding]:
    """Applicants in the prose are the columns of section three."""
    yield from compare(subject, ENTRY, _TOPICS)
