"""GX751: text of a template that was never filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX751",
    "placeholder",
    Severity.WARNING,
    zh="留有未填写的模板文字“{quote}”（共 {count} 处）",
    en="template text was left in: “{quote}” ({count} in all)",
    hint_zh="请填写或删除。",
    hint_en="Fill it in or delete it.",
    doc_zh="正文或标题中有“XX”“××”“____”“（此处填写……）”“单击此处输入文字”“错误！未找到引用源”、“{{ … }}”之类的模板或排版残留。",
    doc_en="Title or prose holds what a template or a word processor left behind: XX, ××, ____, a request to fill in, a lost "
    "reference, an unexpanded variable.",
    basis="《政府信息公开条例》第六条（及时、准确地公开政府信息）",
)

# Every gap is bounded, so the time is linear in the text.
_LEFT_OVER: Final = re.compile(
    r"(?<![A-Za-z0-9./_-])[Xx]{2,}(?![A-Za-z0-9./_-])"
    r"|[×╳]{2,}|[＿_]{3,}|20[×xX]{1,2}年"
    r"|[（(](?:此处|请)?(?:填写|填入|注明)[^（()）\n]{0,30}[）)]"
    r"|(?:单击|点击)此处(?:输入|键入)[^\n]{0,8}|错误[！!]\s?(?:未找到引用源|未定义书签)"
    r"|\{\{[^{}\n]{0,40}\}\}|\$\{[^{}\n]{0,40}\}|\[(?:bookmark|image)\s?:[^\]\n]{0,40}\]"
)


#: Without one of these there is nothing to find; looking for them costs a tenth of the search. Single characters
#: first, which are found fastest.
_SIGNS: Final = ("X", "x", "×", "╳", "_", "＿", "{", "[", "填", "注明", "此处", "错误")


def _left_over(text: str) -> list[re.Match[str]]:
    return list(_LEFT_OVER.finditer(text)) if any(sign in text for sign in _SIGNS) else []


@rule(
    ENTRY,
    fires=(
        Case("XX", texts={"overview": "XX局认真贯彻条例，共公开信息××条。"}, expect={"quote": "XX", "count": 2}),
        Case("an empty line to fill in", texts={"problems": "存在问题：＿＿＿＿。改进措施见后。"}),
        Case("in the title, older form", edition="trial_2019", title="XX县2020年政府信息公开工作年度报告"),
        Case("a variable", texts={"overview": "{{ year }}年，我局开展了各项工作。"}),
    ),
    silent=(
        Case("ordinary prose", texts={"overview": "我局公开信息20条，网址为www.example.gov.cn/XX/。"}),
        Case("a multiplication", texts={"overview": "培训3×2次。"}),
        Case("Roman numerals in a name", texts={"overview": "采用XXII型设备。"}),
    ),
)
def check_placeholder(subject: Subject) -> Iterator[Finding]:
    """No template text in the title, then one finding for each section."""
    title = subject.report.title
    if title:
        found = _left_over(title)
        if found:
            yield ENTRY(subject.report.origin("title").span, quote=found[0][0], count=len(found))
    for section in subject.prose():
        found = _left_over(section.text)
        if found:
            first = found[0]
            yield ENTRY(
                subject.place(section, *first.span()), quote=first[0][:40], count=len(found), section=section.key
            )
