"""GX745: the text says that another body drew up the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, not_checkable, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX745",
    "another-body",
    Severity.WARNING,
    zh="“{body}”的报告写明由“{named}”编制，疑是沿用其他单位的文稿",
    en="the report of {body} says that {named} drew it up; another body's text may have been copied",
    hint_zh="请核对机关名称。",
    hint_en="Check the name of the body.",
    doc_zh="正文“本报告由……编制”一句中的机关名称，与标题中的机关名称除“人民政府”“办公室”等通用词外没有共同的字词。"
    "由本级政府办公室代为编制的不报告；落款也是该机关的，读取时已由 GX518 报告。",
    doc_en="The body named in the sentence “本报告由…编制” shares nothing with the one in the title, apart from generic words. "
    "An office that draws up the report for its own government is not reported. "
    "Where that body also signed the text, reading has said so (GX518).",
    basis="《政府信息公开条例》第四十九条",
)

_DRAWN_UP: Final = re.compile(
    r"本(?:年度)?报告由\s?([^，。；、\n\s]{3,30}?)\s?(?:负责)?(?:编制|编写|撰写|按照|根据|依据)"
)
_GENERIC: Final = re.compile(
    r"人民政府|政府|办公[室厅]|办事处|街道|委员会|管理|信息公开|政务公开|工作|领导小组|[我本省市县区镇乡州盟旗局厅委办室处科]"
)


def _pairs(name: str) -> set[str]:
    words = _GENERIC.sub(" ", name)
    return {words[n : n + 2] for n in range(len(words) - 1) if " " not in words[n : n + 2]}


def _said_of_signature(subject: Subject, named: set[str]) -> bool:
    """Whether the same other body signed: reading the text has said so then (GX518)."""
    signature = subject.report.signature
    return (
        signature is not None
        and signature.body is not None
        and "signature" in subject.report.origins
        and bool(named & _pairs(signature.body))
    )


@rule(
    ENTRY,
    fires=(
        Case(
            "another county's bureau",
            body="白沙县水利局",
            texts={"overview": "本报告由青石县林业局编制。"},
            expect={"named": "青石县林业局"},
        ),
        Case(
            "older form",
            edition="trial_2019",
            body="临河市人民政府",
            texts={"overview": "本年度报告由东岭区教育局根据条例编制。"},
        ),
    ),
    silent=(
        Case("its own office", body="临河市人民政府", texts={"overview": "本报告由临河市人民政府办公室编制。"}),
        Case("a short form", body="白沙县水利局", texts={"overview": "本报告由县水利局编制。"}),
        Case("our office", body="白沙县水利局", texts={"overview": "本报告由本局办公室编制。"}),
        Case("the body is not known", texts={"overview": "本报告由青石县林业局编制。"}),
    ),
)
def check_another_body(subject: Subject) -> Iterator[Finding]:
    """Whoever drew up the report shares a word with the body."""
    body = subject.report.body
    if not body:
        yield not_checkable("body")
        return
    for section in subject.prose():
        match = _DRAWN_UP.search(section.text)
        if match is None:
            continue
        named, own = _pairs(match[1]), _pairs(body)
        # Two generic names have nothing to compare.
        if named and own and not named & own and not _said_of_signature(subject, named):
            yield ENTRY(subject.place(section, *match.span(1)), body=body, named=match[1])
            return
