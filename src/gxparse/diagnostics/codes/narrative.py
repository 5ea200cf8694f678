"""GX5xx: title, body, year and dates of a report, and its sections."""

from __future__ import annotations

from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Severity

__all__ = [
    "BODY_DIFFERS",
    "BODY_UNUSUAL",
    "DATE_UNREADABLE",
    "NO_BODY",
    "NO_SECTIONS",
    "NO_TITLE",
    "NO_YEAR",
    "PERIOD_NOT_YEAR",
    "PERIOD_UNREADABLE",
    "RADICALS",
    "SECTION_AGAIN",
    "SECTION_MISSING",
    "SECTION_NUMBER",
    "SECTION_ORDER",
    "SECTION_REPEATED",
    "SECTION_TITLE",
    "SECTION_UNTITLED",
    "SIGNED_EARLY",
    "YEAR_CONFLICT",
    "YEAR_FROM_SIGNATURE",
    "YEAR_UNREADABLE",
]

_FORM = "《中华人民共和国政府信息公开工作年度报告格式》"

NO_TITLE = register(
    Entry(
        "GX501",
        "no-title",
        Severity.NOTE,
        zh="没有找到报告标题",
        en="the report has no title",
        hint_zh="标题一般为“机关名称＋年份＋政府信息公开工作年度报告”，请确认正文前是否漏掉标题。",
        hint_en="A title reads body + year + 政府信息公开工作年度报告; see whether it was cut off before the text.",
        doc_zh="正文第一部分之前没有一行可以认作年度报告的标题。年份和机关名称改从正文、统计期限和落款中读取。",
        doc_en=(
            "No line before the first section can be taken for the title of an annual report. Year and body are then read "
            "from the text, the statistical period and the signature."
        ),
        basis=_FORM,
        reproducer="一、总体情况\n2031年，我镇做好公开工作。\n",
        near_miss="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n2031年，我镇做好公开工作。\n",
    )
)

NO_BODY = register(
    Entry(
        "GX502",
        "no-body",
        Severity.WARNING,
        zh="没有找到发布报告的机关名称",
        en="the report does not name its body",
        hint_zh="请在标题或落款中写明机关全称，“我镇”“本机关”不足以识别。",
        hint_en="Name the body in the title or the signature; 我镇 or 本机关 does not identify it.",
        doc_zh="标题、标题前的单行、落款以及“由……编制”等处都没有机关名称，报告的 body 为空。",
        doc_en="Neither title, the line above it, signature nor a phrase such as 由…编制 names the body; it is left empty.",
        basis="《政府信息公开条例》第四十九条",
        reproducer="2031年政府信息公开工作年度报告\n一、总体情况\n我镇做好公开工作。\n",
        near_miss="2031年政府信息公开工作年度报告\n一、总体情况\n我镇做好公开工作。\n六、其他需要报告的事项\n无。\n青石镇人民政府\n2032年1月9日\n",
    )
)

NO_YEAR = register(
    Entry(
        "GX503",
        "no-year",
        Severity.ERROR,
        zh="无法确定报告年度",
        en="the year reported on cannot be determined",
        hint_zh="请在标题中写明年份，或写明“统计期限自某年1月1日至某年12月31日”。",
        hint_en="Put the year into the title, or state the statistical period.",
        doc_zh="依次查找标题、统计期限、“某年，我……”和落款日期，均未得到唯一的年份；宁可为空，不作猜测。",
        doc_en=(
            "Title, statistical period, a paragraph beginning with a year, and the signature were looked at in this order; "
            "none gives one year without doubt, and gxparse does not guess."
        ),
        reproducer="青石镇政府信息公开工作年度报告\n一、总体情况\n我镇做好公开工作。\n",
        near_miss="青石镇政府信息公开工作年度报告\n（2031年度）\n一、总体情况\n我镇做好公开工作。\n",
    )
)

YEAR_FROM_SIGNATURE = register(
    Entry(
        "GX504",
        "year-from-signature",
        Severity.WARNING,
        zh="报告年度{year}是由落款日期{date}推断的",
        en="the year {year} is inferred from the date of the signature, {date}",
        hint_zh="年度报告通常在次年一月发布，但也有迟发的；请核对年份。",
        hint_en="A report is usually signed in the January after its year, but late ones exist; check the year.",
        doc_zh="标题、统计期限和正文都没有给出年份，只能取落款年份的上一年。这是推断，不是报告所写。",
        doc_en="No other place gives the year, so the year before the signature is taken. That is an inference.",
        reproducer="一、总体情况\n我镇做好公开工作。\n六、其他需要报告的事项\n无。\n青石镇人民政府\n2032年1月9日\n",
        near_miss="一、总体情况\n2031年，我镇做好公开工作。\n六、其他需要报告的事项\n无。\n青石镇人民政府\n2032年1月9日\n",
    )
)

YEAR_CONFLICT = register(
    Entry(
        "GX505",
        "year-conflict",
        Severity.INCONSISTENCY,
        zh="年份不一致：{first_place}为{first}年，{second_place}为{second}年",
        en="the years disagree: {first} in {first_place_en}, {second} in {second_place_en}",
        hint_zh="常见原因是沿用上一年的文稿而未改年份。已按标题优先取{first}年。",
        hint_en="A text carried over from last year is the usual cause. The year {first} was taken.",
        doc_zh="标题中的年份与统计期限的年份不同。报告年度按“标题、统计期限、正文、落款”的次序取第一个。",
        doc_en="The year of the title differs from that of the statistical period. The first in the order title, period, text, signature is taken.",
        reproducer="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n统计期限自2030年1月1日起至2030年12月31日止。\n",
        near_miss="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n统计期限自2031年1月1日起至2031年12月31日止。\n",
    )
)

YEAR_UNREADABLE = register(
    Entry(
        "GX506",
        "year-unreadable",
        Severity.ERROR,
        zh="标题中的年份“{printed}”不是一个年份",
        en="the title's year “{printed}” is no year",
        hint_zh="请检查是否多打或漏打了数字。",
        hint_en="See whether a digit was doubled or lost.",
        doc_zh="标题里的数字不是四位年份（2000至2099）。不作更正，年份改从统计期限等处读取。",
        doc_en="The number in the title is no year from 2000 to 2099. It is not mended; the year is read from elsewhere.",
        reproducer="青石镇203131年政府信息公开工作年度报告\n一、总体情况\n我镇做好公开工作。\n",
        near_miss="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n我镇做好公开工作。\n",
    )
)

PERIOD_UNREADABLE = register(
    Entry(
        "GX507",
        "period-unreadable",
        Severity.ERROR,
        zh="统计期限“{printed}”无法读成起止日期",
        en="the statistical period “{printed}” does not give two dates",
        hint_zh="提取文本时常丢失“年”“月”或数字；请对照原文补全。",
        hint_en="Extraction often drops 年, 月 or digits; compare with the original.",
        doc_zh="文中写明了统计期限（统计时限、统计期间），但起止日期残缺。期限为空，不作猜测。",
        doc_en="The text announces a statistical period, but its dates are damaged. The period is left empty, not guessed.",
        reproducer="一、总体情况\n统计期限为203111日起至20311231日止。\n",
        near_miss="一、总体情况\n统计期限为2031年1月1日起至2031年12月31日止。\n",
    )
)

PERIOD_NOT_YEAR = register(
    Entry(
        "GX508",
        "period-not-a-year",
        Severity.WARNING,
        zh="统计期限为{start}至{end}，不是一个完整的自然年",
        en="the statistical period from {start} to {end} is not a calendar year",
        hint_zh="年度报告的数据应为1月1日至12月31日。",
        hint_en="The figures of an annual report are those from 1 January to 31 December.",
        doc_zh="统计期限不是同一年的1月1日至12月31日。可能是笔误，也可能机构在年中成立或撤并。",
        doc_en="The period is not 1 January to 31 December of one year: a slip, or a body founded or merged during the year.",
        basis="《政府信息公开条例》第五十条",
        reproducer="一、总体情况\n统计期限为2031年1月1日起至2031年11月30日止。\n",
        near_miss="一、总体情况\n统计期限为2031年1月1日起至12月31日止。\n",
    )
)

DATE_UNREADABLE = register(
    Entry(
        "GX509",
        "date-unreadable",
        Severity.WARNING,
        zh="落款日期“{printed}”不存在",
        en="the date of the signature, “{printed}”, does not exist",
        hint_zh="请核对月和日。",
        hint_en="Check month and day.",
        doc_zh="落款处写了日期，但历法上没有这一天；日期留空。",
        doc_en="The signature gives a date that is not in the calendar; it is left empty.",
        reproducer="六、其他需要报告的事项\n无。\n青石镇人民政府\n2032年2月30日\n",
        near_miss="六、其他需要报告的事项\n无。\n青石镇人民政府\n2032年2月29日\n",
    )
)

SECTION_MISSING = register(
    Entry(
        "GX510",
        "section-missing",
        Severity.WARNING,
        zh="没有找到第{number}部分“{title}”",
        en="section {number} ({title}) was not found",
        hint_zh="请确认标题是否漏掉，或文本提取时丢失。",
        hint_en="See whether the heading was left out, or lost when the text was extracted.",
        doc_zh="年度报告应有六个部分。这一部分既没有标题，也没有可以认出的表格。",
        doc_en="A report has six sections. This one has neither a heading nor a table that could be recognised.",
        basis=_FORM,
        reproducer="一、总体情况\n做好公开工作。\n",
        near_miss=(
            "一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n四、政府信息公开行政复议、行政诉讼情况\n"
            "五、存在的主要问题及改进情况\n六、其他需要报告的事项\n"
        ),
    )
)

SECTION_NUMBER = register(
    Entry(
        "GX511",
        "section-number",
        Severity.NOTE,
        zh="“{title}”的序号印作“{printed}”，应为“{expected}”",
        en="the heading {title} has the number “{printed}” instead of “{expected}”",
        hint_zh="已按标题文字识别，不影响数据。",
        hint_en="The heading was recognised by its words; no figure is affected.",
        doc_zh="标题文字认得出是哪一部分，但序号与格式规定的次序不符。",
        doc_en="The words of the heading say which section it is, the number says another.",
        basis=_FORM,
        reproducer="一、主动公开政府信息情况\n",
        near_miss="5、存在的主要问题及改进情况\n",
    )
)

SECTION_REPEATED = register(
    Entry(
        "GX512",
        "section-repeated",
        Severity.NOTE,
        zh="标题“{title}”重复出现，且其下没有内容",
        en="the heading {title} is repeated with nothing under it",
        hint_zh="多为排版残留，可以删除。",
        hint_en="A leftover of typesetting; it can be deleted.",
        doc_zh="同一部分的标题出现两次，这一处下面没有内容，已忽略；内容取另一处。",
        doc_en="A section's heading stands twice; nothing follows here, so it is left out, and the other one is used.",
        reproducer="五、存在的主要问题及改进情况\n有不足。\n六、其他需要报告的事项\n无。\n五、存在的主要问题及改进情况\n",
        near_miss="五、存在的主要问题及改进情况\n有不足。\n六、其他需要报告的事项\n无。\n",
    )
)

SECTION_AGAIN = register(
    Entry(
        "GX513",
        "section-twice",
        Severity.WARNING,
        zh="标题“{title}”出现两次，两处都有内容",
        en="the heading {title} stands twice, each time with text",
        hint_zh="请合并两处，或改正其中一处的标题；这一处的内容留在它所在的部分。",
        hint_en="Join the two or correct one heading; the text here stays with the section it stands in.",
        doc_zh="同一部分的标题出现两次且都有内容。取与六个部分次序相符的一处，另一处作为所在部分的正文。",
        doc_en="The one that fits the order of the six sections is taken; the other is text of the section it stands in.",
        reproducer="一、总体情况\n甲。\n五、存在的主要问题及改进情况\n乙。\n六、其他需要报告的事项\n无。\n五、存在的主要问题及改进情况\n丙。\n",
        near_miss="一、总体情况\n甲。\n五、存在的主要问题及改进情况\n乙。\n丙。\n六、其他需要报告的事项\n无。\n",
    )
)

SECTION_ORDER = register(
    Entry(
        "GX514",
        "section-order",
        Severity.WARNING,
        zh="第{number}部分“{title}”不在应有的位置",
        en="section {number} ({title}) is out of order",
        hint_zh="格式规定的次序为总体情况、主动公开、申请、复议诉讼、问题、其他事项。",
        hint_en="The form has a fixed order: overview, proactive disclosure, requests, proceedings, problems, other matters.",
        doc_zh="六个部分没有按格式规定的次序排列。各部分仍按标题读取。",
        doc_en="The sections do not follow the order of the form. Each is still read by its heading.",
        basis=_FORM,
        reproducer="五、存在的主要问题及改进情况\n有不足。\n一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n",
        near_miss="一、总体情况\n甲。\n二、主动公开政府信息情况\n乙。\n五、存在的主要问题及改进情况\n有不足。\n",
    )
)

SECTION_UNTITLED = register(
    Entry(
        "GX515",
        "section-untitled",
        Severity.NOTE,
        zh="第{number}部分“{title}”没有标题，按{place}认出",
        en="section {number} ({title}) has no heading; it was recognised by its {place_en}",
        hint_zh="请补上标题。",
        hint_en="Add the heading.",
        doc_zh="这一部分的标题没有找到，但它的表格在，或者它的正文位于报告标题与下一部分之间。",
        doc_en="The heading was not found, but the section's table is there, or its text stands between the title and the next section.",
        basis=_FORM,
        reproducer="青石镇2031年政府信息公开工作年度报告\n我镇全年按要求做好政府信息公开工作。\n二、主动公开政府信息情况\n",
        near_miss="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n我镇全年按要求做好政府信息公开工作。\n二、主动公开政府信息情况\n",
    )
)

NO_SECTIONS = register(
    Entry(
        "GX516",
        "no-sections",
        Severity.WARNING,
        zh="没有找到六个部分的任何标题",
        en="none of the six section headings was found",
        hint_zh="正文不能分入各部分；请确认文本是否完整。",
        hint_en="The prose cannot be assigned to sections; see whether the text is complete.",
        doc_zh="全文没有一个标题能认作年度报告的六个部分之一。",
        doc_en="No heading of the text is one of the six sections of an annual report.",
        basis=_FORM,
        reproducer="今天天气很好。\n",
        near_miss="一、总体情况\n今天天气很好。\n",
    )
)

SECTION_TITLE = register(
    Entry(
        "GX517",
        "section-title",
        Severity.NOTE,
        zh="标题“{printed}”认作“{title}”",
        en="the heading “{printed}” was taken for {title}",
        hint_zh="序号和关键词相符，但文字与格式不同。",
        hint_en="Number and key words agree, the wording is another than the form's.",
        doc_zh="标题文字不在已知写法之中，按序号和关键词识别。",
        doc_en="The wording is none of the known ones; the section was recognised by number and key words together.",
        basis=_FORM,
        reproducer="一、总体情况\n甲。\n五、工作中的短板不足和下步打算\n乙。\n",
        near_miss="一、总体情况\n甲。\n五、存在的问题及改进措施\n乙。\n",
    )
)

BODY_DIFFERS = register(
    Entry(
        "GX518",
        "body-differs",
        Severity.WARNING,
        zh="标题中的机关“{title}”与落款“{signature}”不同",
        en="the title names {title}, the signature {signature}",
        hint_zh="可能沿用了别的单位的文稿，也可能由下属机构代签。",
        hint_en="A text taken from another unit, or signed by a subordinate office.",
        doc_zh="标题和落款的机关名称没有共同之处。机关名称取标题。",
        doc_en="The names in title and signature have nothing in common. The body is taken from the title.",
        reproducer=(
            "青石镇2031年政府信息公开工作年度报告\n一、总体情况\n甲。\n六、其他需要报告的事项\n无。\n白沙县水利局\n2032年1月9日\n"
        ),
        near_miss=(
            "青石镇2031年政府信息公开工作年度报告\n一、总体情况\n甲。\n六、其他需要报告的事项\n无。\n青石镇人民政府\n2032年1月9日\n"
        ),
    )
)

SIGNED_EARLY = register(
    Entry(
        "GX519",
        "signed-early",
        Severity.NOTE,
        zh="落款日期{date}早于报告年度{year}年结束",
        en="the signature is dated {date}, before the end of the year {year}",
        hint_zh="请核对年份；年底前定稿的报告数据可能不全。",
        hint_en="Check the year; a report closed before the year's end may be incomplete.",
        doc_zh="落款早于报告年度的12月31日：或者年份写错，或者提前定稿。",
        doc_en="The signature is earlier than 31 December of the year reported on: a wrong year, or a report closed early.",
        basis="《政府信息公开条例》第四十九条",
        reproducer=(
            "青石镇2031年政府信息公开工作年度报告\n一、总体情况\n甲。\n六、其他需要报告的事项\n无。\n青石镇人民政府\n2031年1月9日\n"
        ),
        near_miss=(
            "青石镇2031年政府信息公开工作年度报告\n一、总体情况\n甲。\n六、其他需要报告的事项\n无。\n青石镇人民政府\n2032年1月9日\n"
        ),
    )
)

RADICALS = register(
    Entry(
        "GX520",
        "radicals-mended",
        Severity.NOTE,
        zh="“{printed}”中的部首字符已按汉字“{mended}”读取",
        en="radicals in “{printed}” were read as the characters of “{mended}”",
        hint_zh="某些程序生成的PDF用部首代替汉字，复制出来的文本无法检索。",
        hint_en="Some programs put radicals for characters into a PDF; such text cannot be searched.",
        doc_zh="标题或机关名称里用了U+2E80至U+2FDF的部首字符（如“⻘⼈⺠”），外观与汉字相同。原文保留在出处中。",
        doc_en="Title or name use radicals from U+2E80 to U+2FDF that look like characters. The origin keeps them as printed.",
        reproducer="⻘⽯镇2031年政府信息公开⼯作年度报告\n一、总体情况\n甲。\n",
        near_miss="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n甲。\n",
    )
)

BODY_UNUSUAL = register(
    Entry(
        "GX521",
        "body-unusual",
        Severity.WARNING,
        zh="标题中年份前的“{printed}”不像机关名称",
        en="“{printed}”, which stands in the title for the body, does not look like the name of one",
        hint_zh="可能混入了网页导航或其他文字；请核对机关全称。",
        hint_en="Words of a web page's navigation may have got in; check the name.",
        doc_zh="标题里应为机关名称的文字没有机关名称常见的结尾（政府、局、委员会、镇等）。仍按印刷文字读取。",
        doc_en="The words do not end as names of bodies do (政府, 局, 委员会, 镇 …). They are read as printed.",
        reproducer="欢迎访问2031年政府信息公开工作年度报告\n一、总体情况\n甲。\n",
        near_miss="青石镇2031年政府信息公开工作年度报告\n一、总体情况\n甲。\n",
    )
)
