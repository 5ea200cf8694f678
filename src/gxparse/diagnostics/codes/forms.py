"""Codes of tables, labels and figures: GX3xx and GX4xx."""

from __future__ import annotations

from gxparse.diagnostics.catalogue import Entry, register
from gxparse.diagnostics.model import Severity

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE

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
    )
)
ROW_REPEATED = register(
    Entry(
        "GX308",
        "row-repeated",
        N,
        "“{label}”出现两次，数字相同，只计一次",
        "the row {label} stands twice with the same figures; it was read once",
    )
)
LABEL_JOINED = register(
    Entry(
        "GX309",
        "label-joined",
        N,
        "行名被分成 {pieces} 段，已合并为“{label}”",
        "a label in {pieces} pieces was joined to {label}",
    )
)
LABEL_CUT = register(
    Entry(
        "GX310",
        "label-cut",
        N,
        "行名“{printed}”不完整，读作“{label}”",
        "the label {printed} is not complete; read as {label}",
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
    )
)
COLUMNS_SWAPPED = register(
    Entry(
        "GX315",
        "columns-out-of-order",
        E,
        "{table}的表头顺序与法定格式不同，未读取",
        "the header of {table} is not in the order of the form; it was not read",
    )
)
EDITION_UNSURE = register(
    Entry(
        "GX316",
        "edition-unsure",
        W,
        "无法从表格判断格式版本，按年份采用“{edition}”",
        "the tables do not tell which edition of the form they follow; {edition} was taken by the year",
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
    )
)
NOT_WHOLE = register(
    Entry(
        "GX402",
        "count-not-whole",
        E,
        "件数应为整数，实为“{raw}”",
        "a count should be a whole number, found {raw}",
    )
)
WRONG_UNIT = register(
    Entry(
        "GX403",
        "unit-does-not-fit",
        E,
        "“{raw}”的单位与该列（{unit}）不符，未采用",
        "the unit of {raw} does not fit the column ({unit}); not used",
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
    )
)
UNIT_IN_CELL = register(
    Entry(
        "GX405",
        "unit-in-cell",
        N,
        "单元格“{raw}”自带单位，按{unit}读取",
        "the cell {raw} carries its own unit; read in {unit}",
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
    )
)
NUMBER_MENDED = register(
    Entry(
        "GX407",
        "number-respelled",
        N,
        "数字“{raw}”读作{value}",
        "the number {raw} was read as {value}",
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
    )
)
