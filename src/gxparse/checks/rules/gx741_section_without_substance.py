"""GX741: section one or five has a heading and says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.model import Case, Finding, rule
from gxparse.checks.subject import Subject
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity
from gxparse.span import Span

#: Letters and digits below which a section says nothing.
_LEAST: Final = 10

ENTRY = Entry(
    "GX741",
    "section-without-substance",
    Severity.WARNING,
    zh="“{title}”没有实质内容（{length} 字：“{quote}”）",
    en="section “{title}” has no substance (characters: {length}, “{quote}”)",
    hint_zh="请写明总体情况，或存在的主要问题及改进情况。",
    hint_en="State the general situation, or the main problems and what is done about them.",
    doc_zh="总体情况、存在的主要问题及改进情况是法定内容，只写“无”或不足十个字等于没有报告。标点和空白不计。",
    doc_en="The general situation, and the main problems and their remedies, are required content; “none” or fewer than ten "
    "characters amounts to not reporting. Punctuation and white space do not count.",
    basis="《政府信息公开条例》第五十条第一款第（四）项；年度报告格式第一、五部分",
)

_SPEAKING: Final = re.compile(r"\w")


@rule(
    ENTRY,
    fires=(
        Case("none", texts={"problems": "无。"}, expect={"length": 1, "quote": "无。"}),
        Case("nothing at all", texts={"overview": ""}, expect={"length": 0}),
        Case("older form", edition="trial_2019", texts={"problems": "暂无问题"}, expect={"length": 4}),
    ),
    silent=(
        Case("a sentence", texts={"problems": "公开不够及时，将加强审核。"}),
        Case("section six may say none", texts={"other_matters": "无"}),
        Case("the section is missing, which reading reports", texts={"problems": None}),
        Case("no prose at all"),
    ),
)
def check_section_without_substance(subject: Subject) -> Iterator[Finding]:
    """Sections one and five say something."""
    for section in subject.report.sections:
        if section.key not in ("overview", "problems") or len(section.text) > 20 * _LEAST:
            continue
        length = len(_SPEAKING.findall(section.text))
        # Without a heading it is unclear whether the section ends where it seems to.
        if length < _LEAST and section.title is not None:
            yield ENTRY(
                subject.place(section, 0, len(section.text)) if section.text else _heading(section.span, section.title),
                title=section.title,
                length=length,
                quote=section.text.strip(),
                section=section.key,
            )


def _heading(span: Span | None, title: str) -> Span | None:
    """The heading line of a section."""
    return None if span is None else Span(span.start, min(span.stop, span.start + len(title)))
