"""What stands in a spreadsheet, construct by construct."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

import gxparse
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source import read_source
from gxparse.source.sheet import ABSENT, CELL, FROM_ABOVE, FROM_LEFT, LINE_BREAK, ROW
from gxparse.source.xlsx_formats import plain_number, read_format, stored_number
from gxparse.source.xlsx_looks import rich_text
from source import documents
from source.documents import repacked, xlsx

DRAWN = str.maketrans({ROW: "", CELL: "|", FROM_LEFT: "<", FROM_ABOVE: "^", ABSENT: "x", LINE_BREAK: "~", "\x1d": "="})


def book(*rows: list[object], merge: tuple[str, ...] = (), **formats: str) -> openpyxl.Workbook:
    """A workbook with one worksheet; *formats* are cell names and their number formats."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for area in merge:
        made.active.merge_cells(area)
    for name, code in formats.items():
        made.active[name].number_format = code
    return made


def shown(made: openpyxl.Workbook | bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    data = made if isinstance(made, bytes) else xlsx(made)
    return read_source(data, "a.xlsx", limits)[0].text.translate(DRAWN)


def codes(made: openpyxl.Workbook | bytes, limits: Limits = DEFAULT_LIMITS) -> dict[str, dict[str, object]]:
    data = made if isinstance(made, bytes) else xlsx(made)
    return {d.code: dict(d.params) for d in read_source(data, "a.xlsx", limits)[1]}


# --- rows and tables -------------------------------------------------------------------------------------------------


def test_lines_and_tables():
    made = book(
        ["某局2031年年报"],
        [],
        ["二、主动公开政府信息情况"],
        ["规章", 1, 2],
        ["行政规范性文件", 3, None],
        [],
        ["甲", "乙"],
        ["丙", "丁"],
        ["五、存在的主要问题"],
        ["一是没有问题。"],
    )
    assert shown(made) == (
        "某局2031年年报\n二、主动公开政府信息情况\n|规章|1|2\n|行政规范性文件|3|\n=\n|甲|乙\n|丙|丁\n"
        "五、存在的主要问题\n一是没有问题。\n"
    )


def test_merged_ranges():
    made = book(
        ["角", None, "自然人", "总计"],
        [None, None, "其他", None],
        ["规章", None, 1, 2],
        merge=("A1:B2", "D1:D2", "A3:B3"),
    )
    assert shown(made) == "|角|<|自然人|总计\n|^|<|其他|^\n|规章|<|1|2\n"


def test_a_caption_as_wide_as_its_table_belongs_to_it():
    made = book(
        ["二、主动公开政府信息情况"],
        ["第二十条第（一）项", None, None],
        ["规章", 1, 2],
        ["第二十条第（五）项", None, None],
        ["行政许可", 3, 4],
        merge=("A2:C2", "A4:C4"),
    )
    caption = "|第二十条第（一）项|<|<\n|规章|1|2\n|第二十条第（五）项|<|<\n|行政许可|3|4\n"
    assert shown(made) == "二、主动公开政府信息情况\n" + caption


def test_a_heading_as_wide_as_its_table_does_not():
    made = book(["甲", 1, 2], ["三、收到和处理情况", None, None], ["乙", 3, 4], merge=("A2:C2",))
    assert shown(made) == "|甲|1|2\n三、收到和处理情况\n|乙|3|4\n"


def test_a_title_as_wide_as_its_table_does_not():
    made = book(["某局2031年政府信息公开工作年度报告", None, None], ["甲", 1, 2], merge=("A1:C1",))
    assert shown(made) == "某局2031年政府信息公开工作年度报告\n|甲|1|2\n"
    made = book(["政府信息公开工作年度报告", None, None], ["甲", 1, 2], merge=("A1:C1",))
    line = Side(style="thin")
    for cell in made.active[2]:
        cell.border = Border(line, line, line, line)
    assert shown(made) == "政府信息公开工作年度报告\n|甲|1|2\n"
    for cell in made.active[1]:
        cell.border = Border(line, line, line, line)
    assert shown(made) == "|政府信息公开工作年度报告|<|<\n|甲|1|2\n"


def test_a_paragraph_as_wide_as_its_table_does_not():
    made = book(["一二三四五六七八九十" * 7, None, None], ["甲", 1, 2], merge=("A1:C1",))
    assert shown(made).startswith("一二三")


def test_a_label_whose_figures_are_blank_stays_in_the_table():
    made = book(
        ["一、本年新收", None, 1, 2],
        ["二、上年结转", None, None, None],
        ["三、办理结果", "（一）予以公开", 3, 4],
        ["四、结转下年度", None, None, None],
        merge=("A1:B1", "A2:B2", "A4:B4"),
    )
    assert (
        shown(made) == "|一、本年新收|<|1|2\n|二、上年结转|<||\n|三、办理结果|（一）予以公开|3|4\n|四、结转下年度|<||\n"
    )


def test_a_cell_merged_over_rows_keeps_them_together():
    made = book(["组", "甲", 1], [None, "乙", None], [None, None, None], [None, "丙", 2], merge=("A1:A4",))
    assert shown(made) == "|组|甲|1\n|^|乙|\n|^||\n|^|丙|2\n"


def test_several_worksheets_bring_their_names():
    made = book(["甲", 1])
    made.active.title = "表一"
    made.create_sheet("表 二").append(["乙", 2])
    assert shown(made) == "表一\n|甲|1\n表 二\n|乙|2\n"
    source, _ = read_source(xlsx(made))
    assert [place.address for place in source.places] == [
        "表一",
        "表一!A1",
        "表一!B1",
        "表 二",
        "'表 二'!A1",
        "'表 二'!B1",
    ]


# --- hidden ----------------------------------------------------------------------------------------------------------


def test_what_is_hidden_is_left_out_and_said():
    made = book(["甲", 1, 9, 2], ["乙", 3, 9, 4], ["丙", 5, 9, 6])
    made.active.column_dimensions["C"].hidden = True
    made.active.row_dimensions[2].hidden = True
    hidden = made.create_sheet("旧")
    hidden.sheet_state = "hidden"
    hidden.append(["丁", 7])
    assert shown(made) == "|甲|1|2\n|丙|5|6\n"
    assert codes(made)["GX131"] == {"text": "旧", "count": 7}


def test_a_merged_range_shrinks_by_what_is_hidden():
    made = book(["角", None, None, "总计"], [None, None, None, 1], [None, None, None, 2], merge=("A1:C3",))
    made.active.column_dimensions["B"].hidden = True
    made.active.row_dimensions[2].hidden = True
    assert shown(made) == "|角|<|总计\n|^|<|2\n"


# --- figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "code", "text", "said"),
    [
        (3, "General", "3", False),
        (88347.1, "General", "88347.1", False),
        (0.1 + 0.2, "General", "0.3", False),
        (1e15, "General", "1000000000000000", False),
        (-14, "0", "-14", False),
        (72.0, "0.00", "72", False),
        (0.9925, "0.00%", "99.25%", False),
        (0.5, "0%", "50%", False),
        (51.2, '#,##0.00"万元"', "51.2万元", False),
        (12, "0件", "12件", False),
        (12, '0" 件"', "12件", False),
        (0, '0;-0;""', "0", False),
        (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', "0", False),
        (1234, "¥#,##0", "1234", False),
        (9.525, "0.00", "9.525", True),
        (1234567, "0.0,", "[1234567]", True),
        (1234567, '0!.0,"万"', "[1234567]", True),
        (date(2031, 1, 31), "yyyy-mm-dd", "2031-01-31", False),
        (datetime(2031, 1, 31, 8, 0), 'yyyy"年"m"月"d"日"', "2031-01-31", False),  # noqa: DTZ001
        (2_958_465, "yyyy-mm-dd", "2958465", False),
        (12, ";;;", "", False),
    ],
)
def test_figures_as_a_reader_sees_them(value, code, text, said):
    made = book(["甲", value], B1=code)
    assert shown(made) == f"|甲|{text}\n"
    assert ("GX138" in codes(made)) is said


def test_texts_booleans_and_errors():
    made = book(["甲\r\n乙", True, "#REF!", "0012", "3\n4"])
    made.active["C1"].data_type = "e"
    assert shown(made) == "|甲~乙|TRUE|#REF!|0012|3~4\n"


def test_a_formula_without_result_is_an_error_and_no_blank():
    made = book(["甲", "=SUM(C1:D1)", 1, 2])
    assert shown(made) == "|甲|=SUM(C1:D1)|1|2\n"
    assert codes(made)["GX139"] == {"address": "Sheet!B1", "count": 1}


def test_a_formula_with_its_result():
    def calculated(name: str, content: bytes) -> bytes:
        return content.replace(b"<f>SUM(C1:D1)</f><v></v>", b"<f>SUM(C1:D1)</f><v>3</v>").replace(
            b"<f>SUM(C1:D1)</f><v />", b"<f>SUM(C1:D1)</f><v>3</v>"
        )

    data = repacked(xlsx(book(["甲", "=SUM(C1:D1)", 1, 2])), calculated)
    assert shown(data) == "|甲|3|1|2\n"
    assert codes(data) == {}


def test_a_raised_figure_is_not_glued_to_the_figure_before_it():
    rich = CellRichText("12", TextBlock(InlineFont(vertAlign="superscript"), "1"))
    assert shown(book(["甲", rich])) == "|甲|12[1]\n"


def test_stored_numbers():
    assert stored_number("1e3") == 1000
    assert stored_number("0.30000000000000004") == Decimal("0.3")
    assert stored_number("123456789012345678") == Decimal(123456789012346000)
    for text in ("", "x", "1_0", "１２", "NaN", "Infinity", "1e999999999", "9" * 5000):
        assert stored_number(text) is None
    assert plain_number(Decimal("1E+3")) == "1000"


def test_formats_by_number():
    assert read_format(10, 1).percent
    assert read_format(14, 1).date
    assert read_format(999, 1) == read_format("General", 1)
    assert read_format('[Red][>=10000]0.0,"万";0', -1) == read_format("0", 1)


# --- files -----------------------------------------------------------------------------------------------------------


def parts(worksheet: str, **others: str) -> bytes:
    """A workbook around the XML of one worksheet."""
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships><Relationship Id="r1" Type="{relation}/worksheet" Target="worksheets/a.xml"/>'
            f'<Relationship Id="r2" Type="{relation}/sharedStrings" Target="strings.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook {main} xmlns:r="{relation}"><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr("xl/worksheets/a.xml", f"<worksheet {main}>{worksheet}</worksheet>")
        archive.writestr("xl/strings.xml", f"<sst {main}>{others.get('strings', '')}</sst>")
    return out.getvalue()


def test_cells_without_reference_stand_in_order():
    sheet = '<sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c></row><row><c><v>2</v></c><c r="C2"><v>3</v></c></row></sheetData>'
    assert shown(parts(sheet)) == "|甲|1|\n|2||3\n"


def test_shared_strings_without_their_phonetic_guide():
    sheet = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>7</v></c></row></sheetData>'
    strings = "<si><r><t>规</t></r><r><t>章</t></r><rPh><t>guī</t></rPh></si>"
    assert shown(parts(sheet, strings=strings)) == "|规章|#REF!\n"


def test_two_cells_at_the_ends_of_the_sheet_cost_nothing():
    cells = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
    cells += '<row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row>'
    text = shown(parts(f"<sheetData>{cells}</sheetData>"))
    assert [row.strip("|") for row in text.split("\n")] == ["1" + "|" * 16383 + "2", "=", "3" + "|" * 16383 + "4", ""]


def test_merged_ranges_without_end_are_refused():
    area = "".join('<mergeCell ref="A1:XFD1048576"/>' for _ in range(50))
    data = parts(f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells>{area}</mergeCells>')
    assert codes(data)["GX125"]["limit"] == DEFAULT_LIMITS.grid_cells


def test_a_worksheet_that_is_missing_is_said():
    def lose(name: str, content: bytes) -> bytes:
        return content.replace(b"worksheets/", b"lost/")

    assert codes(repacked(xlsx(book(["甲", 1])), lose))["GX137"] == {"part": "Sheet", "detail": "missing"}


@pytest.mark.parametrize(
    ("font", "read"),
    [
        ({"strike": True}, "[12]"),
        ({"color": "FFFFFFFF"}, "[12]"),
        ({"color": "FFFF0000"}, "12"),
        ({"vertAlign": "superscript"}, "12"),
        ({"bold": True}, "12"),
    ],
)
def test_what_a_cell_strikes_out_or_shows_white_on_white_is_no_figure(font, read):
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("规章", 3, 4), ("规范性文件", 12, 5)):
        sheet.append(row)
    sheet["B2"].font = Font(**font)
    assert shown(xlsx(book)).splitlines()[1] == f"|规范性文件|{read}|5"
    sheet["B2"].fill = PatternFill("solid", "FF000000")
    dark = "12" if "color" in font else read
    assert shown(xlsx(book)).splitlines()[1] == f"|规范性文件|{dark}|5"


@pytest.mark.parametrize(
    ("pieces", "read"),
    [
        ((("12", ""), ("1", "sup")), "12[1]"),
        ((("1", "sup"), ("12", "")), "[1]12"),
        ((("12", "sup"),), "12"),
        ((("3", "strike"), ("12", "")), "[3]12"),
        ((("3", "strike"),), "[3]"),
    ],
)
def test_pieces_of_a_text_that_are_struck_or_raised_are_set_apart(pieces, read):
    book = openpyxl.Workbook()
    looks = {"": InlineFont(), "sup": InlineFont(vertAlign="superscript"), "strike": InlineFont(strike=True)}
    book.active.append(("规章", CellRichText(*(TextBlock(looks[look], text) for text, look in pieces)), 4))
    book.active.append(("规范性文件", 1, 5))
    assert shown(xlsx(book)).splitlines()[0] == f"|规章|{read}|4"


@pytest.mark.parametrize("format_", ['0"5"', '"1"0', "0\\5"])
def test_a_format_that_shows_further_digits_is_said(format_):
    book = openpyxl.Workbook()
    book.active.append(("规章", 12, 4))
    book.active.append(("规范性文件", 1, 5))
    book.active["B1"].number_format = format_
    assert shown(xlsx(book)).splitlines()[0] == "|规章|[12]|4"


@pytest.mark.parametrize("edition", ["trial_2019", "revised_2021"])
@pytest.mark.parametrize("column", range(1, 16))
def test_a_hidden_column_moves_no_figure(edition, column):
    on_paper, truth = documents.paper(edition, 3)
    book = documents.workbook(on_paper)
    book.active.column_dimensions[get_column_letter(column)].hidden = True
    report = gxparse.read(xlsx(book)).report
    found = dict(report.values()) if report is not None else {}
    assert {path: value for path, value in found.items() if value is not None and value != truth[path]} == {}


@pytest.mark.parametrize(
    ("format_", "value"),
    [
        ('0;-0;"5"', 0),
        ("0;0", -12),
        ("#,##0;[Red]#,##0", -12),
        ('"-"0', 12),
        ('[>10]"99";0', 12),
        ('"无"', 12),
        ("0-0", 12),
        ('0"9"0', 12),
    ],
)
def test_a_format_that_shows_another_figure_is_said(format_, value):
    sign = (value > 0) - (value < 0)
    assert read_format(format_, sign).show(Decimal(value)) == (f"[{value}]", True)


@pytest.mark.parametrize(
    ("format_", "value"),
    [
        ("0;-0", -12),
        ("#,##0 ;(#,##0)", -12),
        ("0_);[Red](0)", -12),
        ('_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', 0),
        ("0;-0;;@", 0),
        ("#,##0;[Red]-#,##0", 12),
        ("General", -12),
        ("[>=10]0;0", 12),
    ],
)
def test_a_format_that_shows_the_figure_is_not(format_, value):
    sign = (value > 0) - (value < 0)
    assert read_format(format_, sign).show(Decimal(value)) == (str(value), False)


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ('<r><t>12</t></r><r><rPr><rFont val="Wingdings"/></rPr><t>3</t></r>', "12[3]"),
        ('<r><t>12</t></r><r><rPr><color rgb="FFFFFFFF"/></rPr><t>3</t></r>', "12[3]"),
        ('<r><rPr><color rgb="FFFFFFFF"/></rPr><t>3</t></r>', "3"),
        ('<r><rPr><sz val="11"/></rPr><t>12</t></r><r><rPr><sz val="6"/></rPr><t>3</t></r>', "12[3]"),
        ('<r><rPr><sz val="11"/></rPr><t>12</t></r><r><rPr><sz val="10.5"/></rPr><t>3</t></r>', "123"),
    ],
)
def test_pieces_of_a_text_that_are_seen_apart(runs, text):
    from lxml import etree

    assert rich_text(etree.fromstring(f"<si>{runs}</si>")) == text
