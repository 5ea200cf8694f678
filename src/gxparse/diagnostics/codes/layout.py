"""Codes of layouts and of choosing between readings: GX2xx."""

from __future__ import annotations

from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Severity

READINGS_DIFFER = register(
    Entry(
        "GX201",
        "readings-differ",
        Severity.ERROR,
        "{table}有 {count} 个数字在不同读法下不一致，未采用（读法：{layouts}）",
        "{count} figures of {table} differ between readings of the text; not used (readings: {layouts})",
        "提取文字时丢失了表格结构；请换一种方式提取，或直接读取原文件。",
        "The structure of the table was lost in extraction; extract it another way or read the file itself.",
    )
)
