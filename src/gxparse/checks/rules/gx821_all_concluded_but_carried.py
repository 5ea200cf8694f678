"""GX821: the prose says that every request was concluded, and the table carries some to the next year."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, Status, Verdict, rule
from gxparse.checks.prose_figures import is_comparable, place_of, statements_about
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX821",
    "all-concluded-but-carried",
    Severity.WARNING,
    zh="正文写“{quote}”，表中结转下年度继续办理却为 {printed} 件",
    en="the prose says “{quote}”, but the table carries {printed} requests to the next year",
    hint_zh="如指到期的申请均已办结，建议写明“到期申请均已办结”。",
    hint_en="If only the requests that were due are meant, say so.",
    doc_zh="正文说申请全部办结，而第三张表“结转下年度继续办理”总计大于 0。",
    doc_en="The prose says that all requests were concluded, while row 四 of section three is above 0.",
    basis="《政府信息公开条例》第五十条第一款第（二）项",
)

_CARRIED = "requests.carried_forward.total"


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "all concluded",
            {_CARRIED: 2},
            texts={"overview": "全年收到申请0件，均已按期办结。"},
            expect={"printed": 2},
        ),
        Case("older form", {_CARRIED: 1}, edition="trial_2019", texts={"requests": "受理的申请全部办结。"}),
    ),
    silent=(
        Case("nothing carried", texts={"overview": "全年收到申请0件，均已按期办结。"}),
        Case("proposals of deputies", {_CARRIED: 2}, texts={"overview": "代表建议和委员提案全部办结。"}),
        Case("not in the table", {_CARRIED: None}, texts={"overview": "全年收到申请0件，均已按期办结。"}),
        Case("another year", {_CARRIED: 2}, texts={"overview": "上年收到的申请均已办结。"}),
    ),
)
def check_all_concluded_but_carried(subject: Subject) -> Iterator[Finding]:
    """A report that says all requests were concluded carries none over."""
    for statement, _whole in statements_about(subject, ("requests.all_concluded",)):
        printed = subject.count(_CARRIED)
        if printed is None:
            yield Verdict(Status.NOT_CHECKABLE, (_CARRIED,), (_CARRIED,))
        elif printed > 0 and is_comparable(statement):
            yield ENTRY(
                place_of(subject, statement),
                _CARRIED,
                related=subject.related((_CARRIED,), "cell"),
                quote=statement.text,
                printed=printed,
            )
            return
