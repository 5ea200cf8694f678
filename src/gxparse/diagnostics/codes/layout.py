"""Codes of layouts, of choosing between readings, and of texts that hold several reports: GX2xx."""

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

ANOTHER_REPORT = register(
    Entry(
        "GX202",
        "another-report",
        Severity.ERROR,
        zh="从“{title}”起是另一份报告，未读取",
        en="another report begins at {title}; it was not read",
        hint_zh="请把各份报告分成单独的文件，再逐份读取。",
        hint_en="Put each report into a file of its own and read them one by one.",
        doc_zh="一个文本里有两份报告（不同年度或不同机关）。两份报告的表格格式相同，混在一起读会把一份的数字当作另一份的，"
        "因此只读取第一份，从第二份的标题起都不读取。判断依据：标题写明的年度或机关不同，并且标题前后都有第一部分的正文或者表格的行。",
        doc_en="The text holds two reports, on two years or by two bodies. Their tables are alike, and read as one they would "
        "give the figures of one for the other's; so the first report is read, and nothing from the title of the second one on. "
        "Another report is recognised by a title with another year or body that has the text of section one, or rows of tables, "
        "on both sides.",
        reproducer="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n我镇全年主动公开政府信息30条。\n"
        "青石镇2032年政府信息公开工作年度报告\n一、总体情况\n我镇全年主动公开政府信息42条。\n",
        near_miss="青石镇2031年政府信息公开工作年度报告\n青石镇2032年政府信息公开工作年度报告\n一、总体情况\n我镇全年主动公开政府信息42条。\n",
    )
)

NO_TEXT = register(
    Entry(
        "GX203",
        "no-text",
        Severity.ERROR,
        zh="文件里没有文字",
        en="there is no text in it",
        hint_zh="请确认选对了文件；内容如果是图片，请改用可复制文字的版本。",
        hint_en="Make sure that it is the right file; if it shows pictures, ask for a version with text.",
        doc_zh="文件能够打开，但里面是空的，或者只有空白和图片。没有可读的内容，因此不再逐项说明缺少表格、机关名称和年度。",
        doc_en="The file can be opened, and is empty or holds nothing but white space and pictures. Since there is nothing "
        "to read, it is not said again that tables, body and year are missing.",
        basis="—",
        reproducer="\n",
        near_miss="一、总体情况\n",
    )
)
