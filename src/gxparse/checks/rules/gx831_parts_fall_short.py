"""GX831: the parts that a sentence lists as all there is are fewer than the whole it gives."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import part_groups, place_of, shown
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.model.statement import Statement

ENTRY = Entry(
    "GX831",
    "parts-fall-short",
    Severity.WARNING,
    zh="正文列出的各部分 {sum} 合计 {total}，比总数“{quote}”少 {difference}",
    en="the parts listed in the prose, {sum}, make {total}, which is {difference} less than “{quote}”",
    hint_zh="请核对是否漏列了一项，或漏写了数字。",
    hint_en="A part may be missing, or a digit was lost.",
    doc_zh="一句话把总数分成若干部分，并且看来已经列全（“分别为”“其他”，自然人与法人或其他组织，两种以上申请渠道，两种起诉方式），"
    "相加却小于总数。",
    doc_en="A sentence divides a whole into parts that seem to be all there are (分别为, 其他, natural persons and organisations, "
    "two or more channels, both ways to sue), and they add up to less.",
    basis="《政府信息公开条例》第五十条",
)

_COMPLETE = ({"applicant.natural", "applicant.organizations"}, {"cases.direct", "cases.after_review"})


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "channels of requests",
            texts={"overview": "收到申请9件，其中网上申请3件，当面申请4件。"},
            expect={"total": 7, "difference": 2},
        ),
        Case(
            "with the others named, older form",
            edition="trial_2019",
            texts={"overview": "公开信息76条，其中网站20条，公众号50条，其他渠道4条。"},
            expect={"difference": 2},
        ),
        Case("persons and organisations", texts={"overview": "收到申请9件，其中自然人5件，法人或其他组织3件。"}),
    ),
    silent=(
        Case("they add up", texts={"overview": "收到申请9件，其中网上申请5件，当面申请4件。"}),
        Case("an open list", texts={"overview": "公开信息76条，其中政策文件20条，工作动态50条。"}),
        Case("some kinds of applicants", texts={"overview": "收到申请9件，其中自然人5件，商业企业2件。"}),
        Case("a list inside the list", texts={"overview": "公开信息9条，其中网站5条，包括动态1条，其他4条。"}),
    ),
)
def check_parts_fall_short(subject: Subject) -> Iterator[Finding]:
    """Parts that claim to be complete make up their whole."""
    for whole, group in part_groups(subject):
        total = sum(part.quantity for part in group)
        if len(group) > 1 and total < whole.quantity and not whole.nested and _is_complete(whole, group):
            yield ENTRY(
                place_of(subject, whole, *group),
                sum="＋".join(str(shown(part.quantity)) for part in group),
                total=shown(total),
                difference=shown(whole.quantity - total),
                quote=whole.text,
            )


def _is_complete(whole: Statement, group: tuple[Statement, ...]) -> bool:
    topics = {part.topic for part in group}
    if topics == {"channel"} and whole.topic is not None and whole.topic.startswith("requests."):
        return True
    return any(kinds <= topics for kinds in _COMPLETE) or (whole.complete and len(group) == len(whole.parts))
