"""GX830: the parts that a sentence lists are more than the whole it gives."""

from __future__ import annotations

from collections.abc import Iterator

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.prose_figures import part_groups, place_of, shown
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX830",
    "parts-exceed-whole",
    Severity.WARNING,
    zh="正文列出的各部分 {sum} 合计 {total}，超过总数“{quote}”，多 {difference}",
    en="the parts listed in the prose, {sum}, make {total}, which is {difference} more than “{quote}”",
    hint_zh="可能一条信息通过多个渠道公开，也可能漏写了数字。",
    hint_en="One item may have been counted in two channels, or a digit was lost.",
    doc_zh="一句话里“其中”“包括”之后列出的数字，同一类相加大于前面的总数。只看准确的数字，不看“近”“余”。",
    doc_en="The numbers that follow 其中 or 包括 in a sentence, those of one kind added up, exceed the whole in front of them. "
    "Rough numbers are left out.",
    basis="《政府信息公开条例》第五十条",
)


@rule(
    ENTRY,
    needs=("statements",),
    fires=(
        Case(
            "two channels",
            texts={"overview": "主动公开政府信息190条，其中，通过网站公开30条，通过公众号公开210条。"},
            expect={"total": 240, "difference": 50},
        ),
        Case(
            "in brackets, older form",
            edition="trial_2019",
            texts={"overview": "公开信息9条（其中网站5条，公众号5条，其他方式0条）。"},
            expect={"difference": 1},
        ),
        Case("one part alone", texts={"overview": "收到申请5件，其中自然人6件。"}, expect={"difference": 1}),
        Case(
            "in the next sentence",
            texts={"overview": "全年发布信息100条。其中概况类60条，动态类50条。"},
            expect={"difference": 10},
        ),
    ),
    silent=(
        Case("they add up", texts={"overview": "公开信息363条，（其中包含网站175条，公众号188条，其他方式0条）。"}),
        Case("fewer", texts={"overview": "公开信息363条，其中网站175条。"}),
        Case(
            "two ways of parting", texts={"overview": "收到申请14件，其中网上7件，当面7件；予以公开12件，部分公开2件。"}
        ),
        Case("another matter follows", texts={"overview": "收到申请2件，其中自然人2件，办结3件，公开信息90条。"}),
        Case("roughly", texts={"overview": "公开信息100余条，其中网站60条，公众号50条。"}),
        Case("other units", texts={"overview": "开展培训2期，其中参训60人次。"}),
    ),
)
def check_parts_exceed_whole(subject: Subject) -> Iterator[Finding]:
    """Parts listed in the prose do not exceed their whole."""
    for whole, group in part_groups(subject):
        total = sum(part.quantity for part in group)
        if total > whole.quantity:
            yield ENTRY(
                place_of(subject, whole, *group),
                sum="＋".join(str(shown(part.quantity)) for part in group),
                total=shown(total),
                difference=shown(total - whole.quantity),
                quote=whole.text,
            )
