"""GX820: the prose says that there was none, and the table counts some."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, Verdict, rule
from gxparse.checks.prose_figures import contradicted, finding
from gxparse.checks.prose_readings import NAMES
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX820",
    "denied-but-counted",
    Severity.WARNING,
    zh="正文写“{quote}”，表中{name}却为 {printed}",
    en="the prose says “{quote}”, but the table gives {printed} for {name_en}",
    hint_zh="正文说没有，表中却有；请核对两处，常见原因是沿用上一年的文稿。",
    hint_en="One of the two is wrong; often the text was carried over from last year.",
    doc_zh="正文否认发生过（“未收到”“无”“零”“0件”），而表中相应的数字大于 0。涉及往年、其他范围或特定原因的否定不比较。",
    doc_en="The prose denies that there was any (未收到, 无, 零, 0件), while the figure in the table is above 0. Denials about other "
    "years, other bodies or special causes are not compared.",
    basis="《政府信息公开条例》第五十条",
)

_RECEIVED = {"requests.received.natural_person": 1, "requests.received.total": 1}


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "no requests against one",
            _RECEIVED,
            texts={"overview": "2031年，我镇未收到政府信息公开申请。"},
            expect={"printed": 1, "name": "本年新收"},
        ),
        Case("zero requests against one", _RECEIVED, texts={"overview": "全年共受理政府信息公开申请0件，办结0件。"}),
        Case(
            "no reviews, older form",
            {"proceedings.review.total": 2},
            edition="trial_2019",
            texts={"overview": "未发生因政府信息公开引发的行政复议、行政诉讼案件。"},
            expect={"name": "行政复议"},
        ),
        Case(
            "nothing carried out",
            {"requests.carried_forward.total": 3},
            texts={"overview": "收到申请0件，无结转下年度办理的申请。"},
            expect={"name": "结转下年度"},
        ),
        Case("said with the number behind", _RECEIVED, texts={"overview": "本年度依申请公开为零。"}),
    ),
    silent=(
        Case("none and none", texts={"overview": "我镇未收到政府信息公开申请，未发生行政复议和行政诉讼。"}),
        Case("no fees", _RECEIVED, texts={"other_matters": "未收取任何信息处理费。"}),
        Case("no complaints", _RECEIVED, texts={"overview": "没有发生对申请答复不满的投诉。"}),
        Case("no request left undone", _RECEIVED, texts={"overview": "没有未办结的申请，无超期答复的申请。"}),
        Case("last year", _RECEIVED, texts={"overview": "上年未收到申请。"}),
        Case("words with 无", _RECEIVED, texts={"overview": "申请人无正当理由逾期不补正的，不再处理其申请。"}),
        Case(
            "requests carried in only",
            {"requests.carried_over.total": 1},
            texts={"overview": "本年未收到政府信息公开申请。"},
        ),
    ),
)
def check_denied_but_counted(subject: Subject) -> Iterator[Finding]:
    """What the prose denies is not counted in the tables."""
    for item in contradicted(subject, NAMES):
        if not isinstance(item, Verdict) and item.statement.quantity == 0:
            yield finding(subject, ENTRY, item)
