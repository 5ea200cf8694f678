"""GX705: section three is all zero, and the prose speaks of requests that were received."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.requests_table import request_cells
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

# Bounded gaps: the time is linear in the text.
_MENTION: Final = re.compile(
    r"(?:收到|受理|接收|接到|新收|收办)[^。；;\n0-9０-９]{0,24}申请[^。；;\n0-9０-９]{0,8}"
    r"([1-9１-９][0-9０-９]{0,8})\s?[余多]?\s?[件条宗份起次]"
)
_OTHER_YEAR: Final = re.compile(r"上年|去年|往年|上一年|历年|累计|以来|20\d\d年至20\d\d年")


@rule(
    ENTRY,
    fires=(
        Case(
            "five requests in the prose",
            texts={"overview": "本年度收到政府信息公开申请5件，均已按期答复。"},
            expect={"quote": "收到政府信息公开申请5件"},
        ),
        Case("older form", edition="trial_2019", texts={"requests": "全年共受理依申请公开申请 12 件。"}),
    ),
    silent=(
        Case("none in the prose", texts={"overview": "本年度未收到政府信息公开申请。"}),
        Case("zero in the prose", texts={"overview": "本年度收到政府信息公开申请0件。"}),
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
    row = subject.row
    cells = [row[cell] for cell in request_cells(subject.report.edition)]
    if any(cells) or 0 not in cells:
        return
    for section in subject.prose():
        if section.key not in ("overview", "requests"):
            continue
        for match in _MENTION.finditer(section.text):
            if _OTHER_YEAR.search(section.text, max(0, match.start() - 16), match.end()):
                continue
            yield ENTRY(
                subject.place(section, *match.span()),
                "requests.received.total",
                related=subject.related(("requests.received.total",), "cell"),
                quote=match[0],
            )
            return
