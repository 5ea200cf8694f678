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
        doc_zh="提取工具丢失表格结构后，同一段文字可以有几种读法。各读法得出的数字不同而又没有一种明显占优时，这些数字不"
        "采用，并列出所试的读法。",
        doc_en="Once a tool has lost the structure of a table, a text can be read in several ways. Where readings "
        "give different figures and none is clearly best, these figures are not used and the readings are "
        "named.",
        reproducer="第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t402 7.\n"
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n",
        near_miss="第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t402.7\n"
        "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n",
    )
)
