"""GX705: section three is all zero, and the prose speaks of requests that were received."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import is_comparable, place_of, statements_about
from gxparse.checks.requests_table import is_all_zero
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX705",
    "zero-but-mentioned",
    Severity.WARNING,
    zh="第三张表全部为 0，正文却写“{quote}”",
    en="section three is all 0, but the prose says “{quote}”",
    hint_zh="请核对是否漏填了第三张表。",
    hint_en="The table may have been left unfilled.",
    doc_zh="第三张表没有一格大于 0，而总体情况或第三部分的正文写明收到过申请。可能漏填表格，也可能正文说的是往年。",
    doc_en="No cell of section three is above 0, yet the prose of section one or three says that requests were received. "
    "The table may have been left unfilled, or the sentence may be about another year.",
    basis="《政府信息公开条例》第五十条第一款第（二）项",
)

_TOPICS = ("requests.new", "requests.received", "requests.handled")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "five requests in the prose",
            texts={"overview": "本年度收到政府信息公开申请5件，均已按期答复。"},
            expect={"quote": "本年度收到政府信息公开申请5件"},
        ),
        Case(
            "last year's and this year's",
            year=2031,
            texts={"overview": "2030年收到申请7件，2031年收到政府信息公开申请5件。"},
        ),
        Case("older form", edition="trial_2019", texts={"requests": "全年共受理依申请公开申请 12 件。"}),
    ),
    silent=(
        Case("none in the prose", texts={"overview": "本年度未收到政府信息公开申请。"}),
        Case("zero in the prose", texts={"overview": "本年度收到政府信息公开申请0件。"}),
        Case("requests for something else", texts={"overview": "全年受理不动产登记申请5件，收到救助申请8件。"}),
        Case("another year", texts={"overview": "上年收到政府信息公开申请5件，本年没有。"}),
        Case(
            "the table holds figures",
            {"requests.received.natural_person": 5},
            texts={"overview": "本年度收到政府信息公开申请5件。"},
        ),
    ),
)
def check_zero_but_mentioned(subject: Subject) -> Iterator[Finding]:
    """No cell of section three is above zero, and a sentence counts requests."""
    if subject["requests.received.total"] is None or not is_all_zero(subject):
        return
    for statement, _whole in statements_about(subject, _TOPICS):
        if is_comparable(statement) and statement.quantity > 0 and statement.section in ("overview", "requests"):
            yield ENTRY(
                place_of(subject, statement),
                "requests.received.total",
                related=subject.related(("requests.received.total",), "cell"),
                quote=statement.text,
            )
            return
