"""GX911: a series in which the name of the body changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from gxparse.checks.across import Pair
from gxparse.checks.model import Case, Finding, Scope, rule
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.model import Severity

ENTRY = Entry(
    "GX911",
    "body-changed",
    Severity.NOTE,
    zh="机关名称由“{previous}”变为“{current}”，前后数字可能不可比",
    en="the body changes from {previous} to {current}; the figures may not be comparable",
    hint_zh="更名、合并、拆分后请作为两个序列处理，或者说明衔接办法。",
    hint_en="After a renaming, merger or split treat the years as two series, or say how they are joined.",
    doc_zh="两年报告的机关名称不同，去掉“人民政府”“办公室”等通用词之后也互不包含。机构改革后的数字与之前的通常不可比，"
    "gxparse 只提示，不自行衔接。",
    doc_en="The names differ, and neither contains the other once generic words are left out. Figures before and after a "
    "reorganisation are as a rule not comparable; the break is flagged, never bridged.",
    basis="《政府信息公开条例》第四十九条",
)

_GENERIC: Final = re.compile(r"人民政府|政府|办公[室厅]|办事处|[（(][^（()）]{0,20}[）)]|\s")


@rule(
    ENTRY,
    scope=Scope.YEARS,
    fires=(
        Case(
            "renamed",
            year=2023,
            body="白沙县自然资源局",
            others=(Case("earlier", year=2022, body="白沙县国土资源局"),),
        ),
        Case(
            "across the forms",
            year=2021,
            body="临河市文化和旅游局",
            others=(Case("earlier", year=2020, edition="trial_2019", body="临河市旅游发展委员会"),),
        ),
    ),
    silent=(
        Case("the same", year=2023, body="白沙县水利局", others=(Case("earlier", year=2022, body="白沙县水利局"),)),
        Case(
            "a longer form", year=2023, body="青石镇人民政府", others=(Case("earlier", year=2022, body="白沙县青石镇"),)
        ),
        Case("not known", year=2023, others=(Case("earlier", year=2022, body="白沙县水利局"),)),
    ),
)
def check_body_changed(pair: Pair) -> Iterator[Finding]:
    """The two reports name the same body."""
    current, previous = pair.current.report.body, pair.previous.report.body
    if not current or not previous:
        return
    now, before = _GENERIC.sub("", current), _GENERIC.sub("", previous)
    if now not in before and before not in now:
        yield ENTRY(pair.current.report.origin("body").span, current=current, previous=previous)
