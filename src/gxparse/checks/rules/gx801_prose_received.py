"""GX801: the prose gives another number of requests received than section three."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, Verdict, rule
from gxparse.checks.prose_figures import compare
from gxparse.checks.requests_table import is_all_zero
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX801",
    "prose-received",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}为 {printed}，相差 {difference}",
    en="the prose says “{quote}”, the table gives {printed} for {name_en}; difference {difference}",
    hint_zh="请核对两处口径：是否含上年结转，是否含下属单位。",
    hint_en="See whether one of the two counts requests carried in, or those of other bodies.",
    doc_zh="正文所说的收到申请数与第三张表“本年新收”总计不同，与“本年新收”加“上年结转”也不同。涉及全市、往年、累计或“近”“余”的说法不比较。",
    doc_en="The number of requests received in the prose is neither row 一 of section three nor rows 一 and 二 together. What is said about a wider circle, other years, running totals, or roughly, is not compared.",
    basis="《政府信息公开条例》第五十条",
)

_TOPICS = ("requests.new", "requests.received", "requests.handled")


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "one more",
            {"requests.received.total": 4},
            texts={"overview": "全年共收到政府信息公开申请5件，均已答复。"},
            expect={"said": 5, "printed": 4, "difference": "+1"},
        ),
        Case(
            "a lost digit, older form",
            {"requests.received.total": 31},
            edition="trial_2019",
            texts={"overview": "本年新收政府信息公开申请3件。"},
            expect={"difference": "-28"},
        ),
        Case(
            "number in front", {"requests.received.total": 4}, texts={"requests": "本机关共受理 7 件政府信息公开申请。"}
        ),
    ),
    silent=(
        Case(
            "the figure of another body",
            {"requests.received.total": 4},
            texts={"overview": "县教育局收到申请2件，县民政局收到申请1件。"},
        ),
        Case("an application in quotes", {"requests.received.total": 4}, texts={"overview": "受理“一事一议”申请9件。"}),
        Case("the whole table is zero, which is GX705", texts={"overview": "全年共收到政府信息公开申请5件。"}),
        Case("equal", {"requests.received.total": 5}, texts={"overview": "全年共收到政府信息公开申请5件。"}),
        Case(
            "with those carried in",
            {"requests.received.total": 33, "requests.carried_over.total": 4},
            texts={"overview": "共收到申请37件（含上年结转4件）。"},
        ),
        Case(
            "letters to the mayor",
            {"requests.received.total": 5},
            texts={"overview": "全年接收办理市长信箱信件255件，受理行政许可申请12件。"},
        ),
        Case(
            "a wider circle",
            {"requests.received.total": 3},
            texts={"overview": "全市各级机关共收到政府信息公开申请8件。"},
        ),
        Case(
            "another year",
            {"requests.received.total": 3},
            year=2031,
            texts={"overview": "2030年共收到政府信息公开申请8件。"},
        ),
        Case("roughly", {"requests.received.total": 305}, texts={"overview": "全年收到政府信息公开申请近300件。"}),
        Case(
            "not in the table", {"requests.received.total": None}, texts={"overview": "全年收到政府信息公开申请8件。"}
        ),
    ),
)
def check_prose_received(subject: Subject) -> Iterator[Finding]:
    """Requests received in the prose are those of section three."""
    for found in compare(subject, ENTRY, _TOPICS):
        # Where the whole table is zero, GX705 says that it may have been left unfilled.
        if isinstance(found, Verdict) or not is_all_zero(subject):
            yield found
