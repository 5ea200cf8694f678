"""GX742: section six has a heading and nothing below it, or the single word "none"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.span import Span

ENTRY = Entry(
    "GX742",
    "no-other-matters",
    Severity.NOTE,
    zh="“{title}”只写了“{quote}”",
    en="section “{title}” says only “{quote}”",
    hint_zh="收取信息处理费的情况应在此写明，没有收取的也应写明未收取。",
    hint_en="State here whether information-processing fees were charged, also if none were.",
    doc_zh="第六部分没有内容或只有“无”。按照信息处理费的规定，行政机关应当在年度报告中写明收取信息处理费的情况，"
    "因此这一部分通常至少有一句话。",
    doc_en="Section six is empty or says only that there is nothing. Bodies are to report on information-processing fees in "
    "the annual report, so there is usually a sentence at least.",
    basis="《政府信息公开条例》第五十条第一款第（五）项；《政府信息公开信息处理费管理办法》",
)

_NOTHING: Final = frozenset(("", "无", "没有", "暂无", "略"))


@rule(
    ENTRY,
    fires=(
        Case("none", texts={"other_matters": "无。"}, expect={"quote": "无。"}),
        Case("nothing, older form", edition="trial_2019", texts={"other_matters": ""}),
    ),
    silent=(
        Case("a sentence", texts={"other_matters": "本年度未收取信息处理费。"}),
        Case("the section is missing", texts={"other_matters": None}),
    ),
)
def check_no_other_matters(subject: Subject) -> Iterator[Finding]:
    """Section six is more than the word none."""
    section = subject.report.section("other_matters")
    if section is None or section.title is None or len(section.text) > 20:
        return
    if section.text.strip().rstrip("。.；;！!").strip() in _NOTHING:
        span = section.span
        if section.text:
            span = subject.place(section, 0, len(section.text))
        elif span is not None:
            span = Span(span.start, min(span.stop, span.start + len(section.title)))
        yield ENTRY(span, title=section.title, quote=section.text.strip())
