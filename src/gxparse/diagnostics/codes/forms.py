"""Codes of tables, labels and figures: GX3xx and GX4xx."""

from __future__ import annotations

from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Severity

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

# Small tables of the form for reproducers; the braces take the figures of one row.
_DOCUMENTS = (
    "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t{}\n"
)
_FEES = "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t{}\n"
_PROCUREMENT = "第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购\t3\t{}\n"
_TWICE = (
    _DOCUMENTS.format("3\t1\t9") + "三、收到和处理政府信息公开申请情况\n"
    "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n"
    "四、结转下年度继续办理\t\t\t\t\t\t\t\n"
    "一、本年新收政府信息公开申请数量\t5\t0\t0\t0\t0\t0\t5\n二、上年结转政府信息公开申请数量\t{0}\t0\t0\t0\t0\t0\t{0}\n"
    "四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1\n"
)

# --- tables and labels --------------------------------------------------------------------------------------------

OLD_STATISTICS_TABLE = register(
    Entry(
        "GX301",
        "old-statistics-table",
        E,
        "这是2014至2018年的“政府信息公开情况统计表”，不是现行年度报告格式，未读取",
        "this is the statistics table of 2014 to 2018, not a form of the annual report; it was not read",
        "该表的指标与现行三张表不对应。",
        "Its indicators do not correspond to the three tables of the current form.",
        doc_zh="2014至2018年各机关填报的是“政府信息公开情况统计表”，指标有一百余项，与现行格式的三张表没有对应关系。认出这样的表后整份拒绝读取，不从中摘取看似相同的数字。",
        doc_en="From 2014 to 2018 bodies filled in a statistics table of more than a hundred indicators, which do "
        "not correspond to the three tables of the current form. Such a report is recognised and refused as a"
        " whole; no figure that merely looks alike is taken from it.",
    )
)
NO_FORM = register(
    Entry(
        "GX302",
        "no-statutory-table",
        E,
        "没有找到年度报告的法定表格",
        "no statutory table of the annual report was found",
        "表格可能是图片，或在提取文字时丢失；请换一种方式提取，或检查原文件。",
        "The tables may be pictures or were lost when the text was extracted; extract the text another way.",
        doc_zh="全文中没有可识别的法定表格，因此没有读到任何数字。数字缺失不等于没有发生，更不等于 0。",
        doc_en="No statutory table was recognised anywhere in the text, so no figure was read. That figures are "
        "missing says nothing about what happened, least of all that it was 0.",
        reproducer="一、总体情况\n本机关依法公开信息。\n",
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
TABLE_MISSING = register(
    Entry(
        "GX303",
        "table-missing",
        E,
        "缺少表格：{table}",
        "table missing: {table}",
        "请检查原文件中是否有这张表。",
        "Check whether the source file has this table.",
        doc_zh="报告使用的格式应有这张表，但文中没有认出。该表各项数字均为缺失，原因记为“没有这张表”。",
        doc_en="The form that the report uses has this table, and it was not recognised in the text. All its figures"
        " are missing, with the reason that the table is absent.",
        reproducer=_DOCUMENTS.format("3\t1\t9"),
    )
)
ROW_MISSING = register(
    Entry(
        "GX304",
        "row-missing",
        E,
        "缺少一行：{label}",
        "row missing: {label}",
        "该行可能被删除，或其名称无法识别。",
        "The row may have been deleted, or its label could not be recognised.",
        doc_zh="表格已认出，但其中缺少这一行。该行各项数字均为缺失，原因记为“没有这一行”；不会用相邻的行顶替。",
        doc_en="The table was recognised but does not have this row. Its figures are missing, with the reason that "
        "the row is absent; no neighbouring row takes its place.",
        reproducer=_DOCUMENTS.format("3\t1\t9").replace("规章\t0\t0\t0\n", ""),
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
UNANCHORED = register(
    Entry(
        "GX305",
        "unanchored-figures",
        E,
        "表中有 {count} 个数字没有可识别的行名，未采用：{excerpt}",
        "{count} figures in the table have no label that is recognised; not used: {excerpt}",
        "请核对这一行的名称。",
        "Check the label of this row.",
        doc_zh="每个数字须由行名和表头共同确定位置。这些数字所在的行没有可识别的行名，因此不放入任何单元格，只在此列出。",
        doc_en="A figure is placed by the label of its row and the header of its column. The row of these figures "
        "has no label that is recognised, so they are put into no cell and listed here instead.",
    )
)
NOT_PLACED = register(
    Entry(
        "GX306",
        "row-not-placed",
        E,
        "“{label}”一行的数字无法确定属于哪一列，未采用：{excerpt}",
        "the figures of the row {label} cannot be assigned to columns; not used: {excerpt}",
        "空白单元格可能在提取时丢失，或该行多出、缺少单元格。",
        "Blank cells may have been lost in extraction, or the row has too many or too few cells.",
        doc_zh="行名已认出，但单元格的个数与表头不符，而且没有办法证明哪一个数属于哪一列。此时不按顺序猜测，整行缺失。",
        doc_en="The label is recognised, but the number of cells does not fit the header and nothing proves which "
        "figure belongs to which column. Nothing is placed by counting; the whole row is missing.",
        reproducer=_DOCUMENTS.format("3\t1\t9\t7"),
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
ROW_TWICE = register(
    Entry(
        "GX307",
        "row-twice",
        E,
        "“{label}”出现两次且数字不同，均未采用",
        "the row {label} stands twice with different figures; neither was used",
        "请核对哪一行是正确的。",
        "Check which of the two is right.",
        doc_zh="同一行出现两次，数字互不相同，无法判断以哪一行为准，因此两行都不采用。",
        doc_en="One row stands twice with different figures. Nothing tells which of them holds, so neither is used.",
        reproducer=_DOCUMENTS.format("3\t1\t9") + "规章\t1\t0\t0\n",
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
ROW_REPEATED = register(
    Entry(
        "GX308",
        "row-repeated",
        N,
        "“{label}”出现两次，数字相同，只计一次",
        "the row {label} stands twice with the same figures; it was read once",
        doc_zh="同一行重复出现且数字相同，多为分页时重复打印，读取结果不受影响。",
        doc_en="One row stands twice with the same figures, as page breaks leave it; what was read is not affected.",
        reproducer=_DOCUMENTS.format("3\t1\t9") + "规章\t0\t0\t0\n",
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
LABEL_JOINED = register(
    Entry(
        "GX309",
        "label-joined",
        N,
        "行名被分成 {pieces} 段，已合并为“{label}”",
        "a label in {pieces} pieces was joined to {label}",
        doc_zh="分页或窄单元格把行名切成几段，各段相接正好是法定名称，已合并。数字未作任何改动。",
        doc_en="A page break or a narrow cell cut the label into pieces which together are the label of the form; "
        "they were joined. No figure was changed.",
    )
)
LABEL_CUT = register(
    Entry(
        "GX310",
        "label-cut",
        N,
        "行名“{printed}”不完整，读作“{label}”",
        "the label {printed} is not complete; read as {label}",
        doc_zh="行名只印出一部分，但足以与其他各行区别，按完整名称读取。数字未作任何改动。",
        doc_en="Only a part of the label is printed, enough to tell it from all others; it was read as the whole. No"
        " figure was changed.",
    )
)
LABEL_SLIP = register(
    Entry(
        "GX311",
        "label-slip",
        W,
        "行名“{printed}”与法定名称不同，读作“{label}”",
        "the label {printed} differs from the form; read as {label}",
        "请核对行名。",
        "Check the label.",
        doc_zh="行名有错字、漏字或多字，但只与一个法定名称相近。按该名称读取并提示核对；与两个名称都相近时不采用。",
        doc_en="The label has a wrong, missing or additional character and is close to exactly one label of the "
        "form. It is read as that one, with this warning; a label that is close to two is not used.",
        reproducer=_DOCUMENTS.format("3\t1\t9").replace("规范", "规苑"),
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
WRONG_FORM = register(
    Entry(
        "GX312",
        "form-of-another-year",
        Severity.INCONSISTENCY,
        "{year}年的报告使用了“{edition}”（适用于{years}年）",
        "the report on {year} uses the form {edition}, which is for {years}",
        "数字按所用表格读取；请核对应使用的格式。",
        "Figures were read by the form that was used.",
        basis="国办公开办函〔2021〕30号",
        doc_zh="2019、2020年度使用试行格式，2021年度起使用修订格式。报告用了另一年度的格式时，按表格本身所用的格式读取，并提示年度与格式不符。",
        doc_en="The trial form is for reports on 2019 and 2020, the revised form for those on 2021 and later. A "
        "report that uses the other form is read by the form it uses, and the mismatch is reported.",
        reproducer="青石县2023年政府信息公开工作年度报告\n" + _PROCUREMENT.format("186.2万元"),
        near_miss="青石县2020年政府信息公开工作年度报告\n" + _PROCUREMENT.format("186.2万元"),
    )
)
MIXED_FORMS = register(
    Entry(
        "GX313",
        "mixed-forms",
        W,
        "表格混用了两个版本的格式，按“{edition}”读取",
        "the tables mix two editions of the form; read as {edition}",
        "另一版本独有的行列未采用。",
        "Rows and columns that only the other edition has were not used.",
        doc_zh="部分表格是试行格式，部分是修订格式。按多数行列所属的格式读取，另一格式独有的行列不采用。",
        doc_en="Some tables follow the trial form and some the revised form. The report is read by the form that "
        "most rows and columns belong to; what only the other form has is not used.",
        reproducer=_DOCUMENTS.format("3\t1\t9") + _PROCUREMENT.format("186.2万元"),
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
HEADER_LOST = register(
    Entry(
        "GX314",
        "columns-not-named",
        E,
        "“{label}”一行的上方没有可识别的表头，未采用：{excerpt}",
        "no header that is recognised stands over the row {label}; not used: {excerpt}",
        "请核对表头文字。",
        "Check the header of this table.",
        doc_zh="行名已认出，但上方没有可识别的表头，列的含义没有依据，因此数字不采用。",
        doc_en="The label is recognised, but no recognised header stands above it, so nothing says what its columns "
        "mean and the figures are not used.",
    )
)
COLUMNS_SWAPPED = register(
    Entry(
        "GX315",
        "columns-out-of-order",
        E,
        "{table}的表头顺序与法定格式不同，未读取",
        "the header of {table} is not in the order of the form; it was not read",
        doc_zh="表头各列名称都能识别，但次序与法定格式不同。各列究竟是改了名称还是换了位置无从判断，因此该表不读取。",
        doc_en="All headings are recognised but stand in another order than on the form. Nothing tells whether "
        "headings or columns were exchanged, so the table is not read.",
    )
)
EDITION_UNSURE = register(
    Entry(
        "GX316",
        "edition-unsure",
        W,
        "无法从表格判断格式版本，按年份采用“{edition}”",
        "the tables do not tell which edition of the form they follow; {edition} was taken by the year",
        doc_zh="读到的行列在两个版本中都有，表格本身不能说明所用版本，因此按报告年度推定。",
        doc_en="The rows and columns that were read occur in both editions, so the tables do not tell which form is "
        "used; the year of the report decides.",
    )
)

HEADER_REPEATED = register(
    Entry(
        "GX317",
        "header-repeated",
        N,
        "{table}的表头在续页重复出现，已略去，各部分合为一张表",
        "the header of {table} stands once more where the table goes on; it was dropped and the parts were joined",
        doc_zh="一张表跨页时，续页常把表头重印一遍。重印的表头略去，各页的行合为一张表，数字未作任何改动。",
        doc_en="A table that runs over pages often has its header printed again on each. Repeated headers are "
        "dropped and the rows are joined to one table; no figure was changed.",
    )
)

TABLE_TWICE = register(
    Entry(
        "GX318",
        "table-twice",
        E,
        "{table}有几行出现两次且数字不同，“{label}”一行不知属于哪一份，未采用：{excerpt}",
        "several rows of {table} stand twice with different figures; nothing tells which of the two the row {label} belongs to; not used: {excerpt}",
        "请把两份报告（或两个年度）分成单独的文件，再逐份读取。",
        "Put the two reports, or the two years, into files of their own and read them one by one.",
        doc_zh="同一张表有两行以上重复出现且数字不同，说明文中有两份表（两个年度或两个机关）。只在其中一份有数字的行可能属于任何一份，"
        "因此也不采用；重复开始之后的行同样不采用，两份中完全相同的行照常读取。",
        doc_en="Two or more rows of one table stand twice with different figures: the text holds the table twice, of two years or "
        "of two bodies. A row that has figures in only one of them may be of either, so it is not used, nor is one behind the place where "
        "rows begin to stand again; rows that say the same in both are read.",
        reproducer=_TWICE.format(2),
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)

# --- figures ------------------------------------------------------------------------------------------------------

UNREADABLE_FIGURE = register(
    Entry(
        "GX401",
        "unreadable-figure",
        E,
        "“{raw}”不是数字",
        "{raw} is no figure",
        "请在单元格中只填数字；没有发生的填0。",
        "Put only a number into the cell; where there is none, 0.",
        doc_zh="单元格中的内容不能读成数字，该格缺失，原文保留在来源信息中。“无”“详见附件”之类也不读成 0。",
        doc_en="What stands in the cell is no number. The figure is missing and the printed text is kept in its "
        "origin; words such as 无 or “see annex” are not read as 0 either.",
        reproducer=_DOCUMENTS.format("3\t1\t若干"),
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
NOT_WHOLE = register(
    Entry(
        "GX402",
        "count-not-whole",
        E,
        "件数应为整数，实为“{raw}”",
        "a count should be a whole number, found {raw}",
        doc_zh="该列统计件数或项数，只能是整数。带小数的数不取整，该格缺失。",
        doc_en="The column counts cases or items, so a figure is a whole number. A fraction is not rounded; the "
        "figure is missing.",
        reproducer=_DOCUMENTS.format("3\t1\t9.5"),
        near_miss=_DOCUMENTS.format("3\t1\t9"),
    )
)
WRONG_UNIT = register(
    Entry(
        "GX403",
        "unit-does-not-fit",
        E,
        "“{raw}”的单位与该列（{unit}）不符，未采用",
        "the unit of {raw} does not fit the column ({unit}); not used",
        doc_zh="单元格自带的单位与该列统计的内容不符，例如在件数列填写金额，因此不采用。",
        doc_en="The cell carries a unit that does not fit what the column counts, such as money in a column of "
        "documents; it is not used.",
        reproducer=_DOCUMENTS.format("3\t1\t9元"),
        near_miss=_DOCUMENTS.format("3\t1\t9件"),
    )
)
UNIT_ASSUMED = register(
    Entry(
        "GX404",
        "unit-not-printed",
        W,
        "金额“{raw}”没有单位，按元读取",
        "the amount {raw} has no unit; read as yuan",
        "请注明单位（元或万元）。",
        "State the unit, 元 or 万元.",
        doc_zh="试行格式的采购金额一栏没有印明单位，单元格中也没有填写单位。按元读取；实为万元时相差一万倍，所以提示核对"
        "。",
        doc_en="The trial form prints no unit for the amount of procurement, and neither does the cell. It is read "
        "as yuan; if 万元 were meant it would be ten thousand times as much, hence this warning.",
        reproducer=_PROCUREMENT.format("186.2"),
        near_miss=_PROCUREMENT.format("186.2元"),
    )
)
UNIT_IN_CELL = register(
    Entry(
        "GX405",
        "unit-in-cell",
        N,
        "单元格“{raw}”自带单位，按{unit}读取",
        "the cell {raw} carries its own unit; read in {unit}",
        doc_zh="单元格自带单位，按单元格的单位换算为元；表头另有单位时也以单元格为准。",
        doc_en="The cell carries its own unit, which decides even where the header names another; the amount is "
        "converted to yuan.",
        reproducer=_PROCUREMENT.format("186.2万元"),
        near_miss=_PROCUREMENT.format("186.2"),
    )
)
DASH_FOR_NONE = register(
    Entry(
        "GX406",
        "mark-for-none",
        N,
        "单元格填“{raw}”，没有数字",
        "the cell holds {raw}, no figure",
        "没有发生的应填0。",
        "Where there is none, the form asks for 0.",
        doc_zh="单元格填“/”“—”“无”等标记。格式要求没有的填 0，但标记也可能表示不适用，因此记为缺失，不读作 0。",
        doc_en="The cell holds a mark such as /, — or 无. The form asks for 0 where there is nothing, but a mark may "
        "also mean not applicable, so the figure is missing and is not read as 0.",
        reproducer=_DOCUMENTS.format("3\t1\t/"),
        near_miss=_DOCUMENTS.format("3\t1\t0"),
    )
)
NUMBER_MENDED = register(
    Entry(
        "GX407",
        "number-respelled",
        N,
        "数字“{raw}”读作{value}",
        "the number {raw} was read as {value}",
        doc_zh="数字的写法与通常不同（如字母 O、l 混入，或分节号异常），但只有一种读法，已按该读法读取，原文保留在来"
        "源信息中。",
        doc_en="The number is written in an unusual way (a letter O or l among the digits, odd separators) but can "
        "be read in one way only; it was, and the printed text is kept in its origin.",
    )
)

DIGITS_JOINED = register(
    Entry(
        "GX408",
        "digits-joined",
        W,
        "数字“{value}”在原文中分成 {pieces} 段，按该行合计拼合",
        "the digits of {value} stand in {pieces} pieces in the source; they were joined as the total of the row demands",
        "窄列换行或分页把数字拆开了；请与原件核对。",
        "A narrow column or a page end cut the number; compare with the original.",
        doc_zh="窄列换行或分页把一个数字拆成几段。只有当该行合计只允许一种拼法时才拼合；否则不采用。",
        doc_en="A narrow column or a page end cut one number into pieces. They are joined only where the total of "
        "the row allows one way of joining; otherwise the figure is not used.",
    )
)
UNIT_LOST = register(
    Entry(
        "GX409",
        "unit-lost",
        E,
        "金额“{raw}”的表头应注明单位（{unit}），实际没有，未采用",
        "the header over the amount {raw} should name the unit ({unit}) and does not; not used",
        "请在表头或单元格中注明单位。",
        "State the unit in the header or in the cell.",
        doc_zh="修订格式在表头印有“单位：万元”。表头缺少单位、单元格也没有单位时，元与万元无从分辨，因此不采用。",
        doc_en="The revised form prints the unit 万元 in its header. Where the header has lost it and the cell names "
        "none, yuan and 万元 cannot be told apart, so the amount is not used.",
        reproducer=_FEES.replace("（单位：万元）", "").format("18.6"),
        near_miss=_FEES.format("18.6"),
    )
)
TEXT_ENDS = register(
    Entry(
        "GX410",
        "text-ends-in-figure",
        E,
        "文本在数字“{raw}”处中断，后面可能还有数字，未采用",
        "the text ends in the figure {raw}; more digits may have followed; not used",
        "请确认文本完整；数字之后应有换行或其他内容。",
        "Make sure that the text is complete; a line end or more text should follow the figure.",
        doc_zh="文本恰好在一个数字处结束时，无从知道数字是否完整（“433”可能是“4330”的前三位）。只有该行的合计能够证明时才采用。",
        doc_en="Where a text ends right in a figure, nobody can tell whether it is whole: 433 may be the beginning of "
        "4330. It is used only if the total of its row proves it.",
        reproducer=_FEES.format("18.6").rstrip(),
        near_miss=_FEES.format("18.6").rstrip() + "\n",
    )
)
