"""What stands in a Word file, construct by construct."""

from __future__ import annotations

import io
import zipfile

import pytest

from gxparse.errors import UnreadableSource
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source import read_source
from gxparse.source.docx_numbering import format_number
from gxparse.source.sheet import ABSENT, CELL, FROM_ABOVE, FROM_LEFT, LINE_BREAK, ROW
from source.documents import p, repacked, tbl, tc, tr, word_of_xml


def shown(body: str, limits: Limits = DEFAULT_LIMITS, **parts: str) -> str:
    """The text read from a body, drawn with visible characters."""
    source, _ = read_source(word_of_xml(body, **parts), "a.docx", limits)
    table = str.maketrans(
        {ROW: "", CELL: "|", FROM_LEFT: "<", FROM_ABOVE: "^", ABSENT: "x", LINE_BREAK: "~", "\x1d": "="}
    )
    return source.text.translate(table)


def codes(body: str, limits: Limits = DEFAULT_LIMITS, **parts: str) -> dict[str, dict[str, object]]:
    return {d.code: dict(d.params) for d in read_source(word_of_xml(body, **parts), "a.docx", limits)[1]}


def r(text: str, looks: str = "") -> str:
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}<w:t>{text}</w:t></w:r>"


# --- tables ------------------------------------------------------------------------------------------------------


def test_merged_cells_stand_on_the_full_grid():
    body = tbl(
        tr(tc("角", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), "自然人"),
        tr(tc("", '<w:gridSpan w:val="2"/><w:vMerge/>'), "总计"),
        tr("规章", tc("1", '<w:gridSpan w:val="2"/>')),
    )
    assert shown(body) == "|角|<|自然人\n|^|<|总计\n|规章|1|<\n"


def test_columns_left_out_at_the_ends_of_a_row_are_absent():
    body = tbl(
        tr("甲", "乙", "丙", "丁"),
        tr("1", properties='<w:gridBefore w:val="2"/><w:gridAfter w:val="1"/>'),
    )
    assert shown(body) == "|甲|乙|丙|丁\n|x|x|1|x\n"


def test_cells_merged_sideways_the_old_way():
    body = tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "乙"), tr("1", "2", "3"))
    assert shown(body) == "|甲|<|乙\n|1|2|3\n"


def test_a_merge_that_goes_on_from_nothing_is_a_cell_of_its_own():
    assert shown(tbl(tr(tc("1", "<w:vMerge/>"), "2"))) == "|1|2\n"


def test_text_that_word_hides_under_a_merged_cell_is_left_out_and_said():
    body = tbl(tr(tc("甲", '<w:vMerge w:val="restart"/>'), "1"), tr(tc("乙", "<w:vMerge/>"), "2"))
    assert shown(body) == "|甲|1\n|^|2\n"
    assert codes(body)["GX131"]["text"] == "乙"


def test_a_span_no_table_can_have_is_cut_and_said():
    body = tbl(tr(tc("甲", '<w:gridSpan w:val="20000000"/>'), "1"))
    assert shown(body) == "|甲" + "|<" * 62 + "|1\n"
    assert codes(body)["GX124"] == {"span": "20000000", "count": 1}


def test_a_table_in_a_cell_of_a_table_of_figures_becomes_lines_of_it():
    inner = tbl(tr("a", "b"))
    body = tbl(tr("第一列的文字", tc(p("注") + inner + p(""))), tr("第二行", "2"))
    assert shown(body) == "|第一列的文字|注~a~b\n|第二行|2\n"
    assert codes(body)["GX135"] == {"address": "table 1, row 1, column 2", "count": 1}


def test_a_table_that_holds_the_report_is_taken_apart():
    inner = tbl(tr("规章", "1"), tr("行政规范性文件", "2"))
    body = tbl(tr("页眉", tc(p("二、主动公开政府信息情况") + inner + p("三、收到和处理政府信息公开申请情况"))))
    assert shown(body) == (
        "页眉\n二、主动公开政府信息情况\n|规章|1\n|行政规范性文件|2\n三、收到和处理政府信息公开申请情况\n"
    )


def test_tables_that_touch_are_parted():
    table = tbl(tr("甲", "1"))
    assert shown(table + p("") + table) == "|甲|1\n=\n|甲|1\n"
    assert shown(table + p("文") + table) == "|甲|1\n文\n|甲|1\n"


def test_rows_and_cells_inside_content_controls():
    row = tr(f"<w:sdt><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>", "1")
    assert shown(tbl(f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>", tr("乙", "2"))) == "|甲|1\n|乙|2\n"


def test_the_prompt_of_an_empty_content_control_is_no_text():
    control = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处输入数字')}</w:sdtContent></w:sdt>"
    )
    assert shown(tbl(tr("甲", tc(p(control))))) == "|甲|\n"


def test_paragraphs_and_breaks_inside_a_cell_are_line_breaks():
    content = p("<w:r><w:t>商业</w:t><w:br/><w:t>企业</w:t></w:r>") + p("") + p("二")
    assert shown(tbl(tr(tc(content), "1"))) == "|商业~企业~二|1\n"


def test_characters_of_the_layout_are_not_taken_from_the_input():
    assert shown(tbl(tr("甲\u2028乙", "1\u0085"))) == "|甲 乙|1 \n"


# --- tracked changes -----------------------------------------------------------------------------------------------


def test_insertions_are_read_and_deletions_are_not():
    changed = f'<w:ins w:id="1">{r("12")}</w:ins><w:del w:id="2"><w:r><w:delText>34</w:delText></w:r></w:del>'
    moved = f"<w:moveFrom>{r('甲')}</w:moveFrom><w:moveTo>{r('乙')}</w:moveTo>"
    body = tbl(tr("规章", tc(p(changed)))) + p(moved)
    assert shown(body) == "|规章|12\n乙\n"
    assert codes(body)["GX130"] == {"insertions": 2, "deletions": 2}


def test_a_deleted_row_is_left_out():
    body = tbl(tr("甲", "1", properties="<w:del/>"), tr("乙", "2", properties="<w:ins/>"))
    assert shown(body) == "|乙|2\n"
    assert codes(body)["GX130"] == {"insertions": 1, "deletions": 1}


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    assert shown(p("信息", properties="<w:rPr><w:del/></w:rPr>") + p("公开")) == "信息公开\n"
    assert shown(p("信息", properties="<w:rPr><w:del/></w:rPr>")) == "信息\n"


# --- text ----------------------------------------------------------------------------------------------------------


def test_hidden_text_is_left_out_and_said():
    body = tbl(tr("规章", tc(p(r("1"), r("9", "<w:vanish/>"), r("2", '<w:vanish w:val="0"/>')))))
    assert shown(body) == "|规章|12\n"
    assert codes(body)["GX131"] == {"text": "9", "count": 1}


def test_text_hidden_by_its_style():
    styles = (
        '<w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
        '<w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    )
    body = p(r("甲", '<w:rStyle w:val="b"/>'), r("乙", '<w:rStyle w:val="c"/>')) + p(
        "丙", properties='<w:pStyle w:val="a"/>'
    )
    assert shown(body, styles=styles) == "乙\n"


def test_a_hidden_row_is_left_out():
    assert shown(tbl(tr("甲", "1", properties="<w:hidden/>"), tr("乙", "2"))) == "|乙|2\n"


@pytest.mark.parametrize(
    ("look", "read"),
    [
        ('<w:vertAlign w:val="superscript"/>', "12[1]"),
        ('<w:position w:val="6"/>', "12[1]"),
        ('<w:position w:val="-6"/>', "12[1]"),
        ('<w:position w:val="1"/>', "121"),
        ("<w:strike/>", "12[1]"),
        ('<w:strike w:val="0"/>', "121"),
    ],
)
def test_a_style_raises_and_strikes_as_the_run_itself_does(look, read):
    body = p(r("12"), r("1", look))
    assert shown(body) == read + "\n"
    styles = (
        f'<w:style w:styleId="a"><w:rPr>{look}</w:rPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    assert shown(p(r("12"), r("1", '<w:rStyle w:val="b"/>')), styles=styles) == read + "\n"


def test_a_struck_paragraph_is_set_apart():
    styles = '<w:style w:styleId="a"><w:rPr><w:strike/></w:rPr></w:style>'
    body = p(r("12"), properties='<w:pStyle w:val="a"/>')
    assert shown(body, styles=styles) == "[12]\n"
    kept = p(r("12", '<w:strike w:val="0"/>'), properties='<w:pStyle w:val="a"/>')
    assert shown(kept, styles=styles) == "12\n"


@pytest.mark.parametrize(
    ("formula", "read"),
    [
        ("<m:r><m:t>1</m:t></m:r><m:r><m:t>2</m:t></m:r>", "512"),
        ("<m:sSup><m:e><m:r><m:t>1</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "5[12]"),
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "5[12]"),
    ],
)
def test_a_formula_that_is_no_line_of_characters_is_no_figure(formula, read):
    math = f'<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">{formula}</m:oMath>'
    assert shown(p("5", math)) == read + "\n"


def test_a_raised_figure_is_not_glued_to_the_figure_before_it():
    raised = '<w:vertAlign w:val="superscript"/>'
    assert shown(p(r("12"), r("1", raised))) == "12[1]\n"
    assert shown(p(r("1", raised), r("12"))) == "[1]12\n"
    assert shown(p(r("1", raised), r("12", raised))) == "112\n"  # all of the cell may be raised
    assert shown(p(r("34", "<w:strike/>"), r("12"))) == "[34]12\n"


SIZED = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="character" w:styleId="small"><w:rPr><w:sz w:val="12"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="on"><w:basedOn w:val="small"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="fine"><w:rPr><w:sz w:val="13"/></w:rPr></w:style>'
)


@pytest.mark.parametrize(
    ("runs", "read"),
    [
        (r("12", '<w:sz w:val="24"/>') + r("1", '<w:sz w:val="12"/>'), "12[1]"),
        (r("1", '<w:sz w:val="12"/>') + r("12", '<w:sz w:val="24"/>'), "[1]12"),
        (r("12") + r("1", '<w:sz w:val="12"/>'), "12[1]"),
        (r("12") + r("1", '<w:rStyle w:val="on"/>'), "12[1]"),
        (r("12") + r("1", '<w:sz w:val="12"/>') + r("2", '<w:sz w:val="12"/>'), "12[1][2]"),
        # a figure typed in two fonts is one figure; words and letters may have any size
        (r("12", '<w:sz w:val="24"/>') + r("1", '<w:sz w:val="21"/>'), "121"),
        (r("12") + r("件", '<w:sz w:val="12"/>') + r("1"), "12件1"),
        (r("12", '<w:rStyle w:val="small"/>') + r("1", '<w:sz w:val="12"/>'), "121"),
    ],
)
def test_a_much_smaller_digit_is_not_glued_to_the_figure_it_touches(runs, read):
    assert shown(p(runs), styles=SIZED) == read + "\n"


def test_the_size_of_a_paragraph_is_that_of_its_runs():
    small = p(r("12"), r("1", '<w:sz w:val="12"/>'), properties='<w:pStyle w:val="fine"/>')
    assert shown(small, styles=SIZED) == "121\n"
    assert shown(p(r("12"), r("1", '<w:sz w:val="12"/>'))) == "12[1]\n"  # ten points where nobody says anything


def test_fields_show_their_result():
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>"
    nested = mark("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + mark("begin") + instruction
    nested += mark("separate") + r("7") + mark("end") + mark("separate") + r("8") + mark("end")
    assert shown(p(mark("begin"), instruction, mark("separate"), r("12"), mark("end"), r("件"))) == "12件\n"
    assert shown(p(nested)) == "8\n"
    assert shown(p("<w:fldSimple w:instr='PAGE'>" + r("3") + "</w:fldSimple>")) == "3\n"


def test_a_field_without_end_swallows_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert shown(p(begin, r("甲")) + p("乙")) == "甲\n乙\n"
    assert shown(p(end, r("甲")) + p(begin, begin, r("乙"), end)) == "甲\n"


def test_a_table_of_contents_is_left_out_and_said():
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    toc = p(mark("begin"), "<w:r><w:instrText> TOC \\o </w:instrText></w:r>", mark("separate"), r("一、总体情况 1"))
    body = toc + p(r("二、主动 2"), mark("end")) + p("一、总体情况")
    assert shown(body) == "一、总体情况\n"
    assert codes(body)["GX137"]["part"] == "TOC"


def test_symbols_hyphens_tabs_and_formulas():
    run = '<w:r><w:noBreakHyphen/><w:t>5</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>12</m:t></m:r></m:oMath>'
    ruby = f"<w:r><w:ruby><w:rt>{r('guī')}</w:rt><w:rubyBase>{r('规')}</w:rubyBase></w:ruby></w:r>"
    assert shown(p(run)) == "-5\t\uf0fe\n"
    assert shown(p('<w:r><w:sym w:char="D800"/><w:sym w:char="FFFFFF"/><w:sym w:char="x"/><w:t>1</w:t></w:r>')) == "1\n"
    assert shown(p(math)) == "12\n"
    assert shown(p(ruby)) == "规\n"


MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def test_a_text_box_stands_behind_its_paragraph_once():
    box = f"<w:txbxContent>{p('框')}</w:txbxContent>"
    run = (
        f'<w:r><mc:AlternateContent {MC}><mc:Choice Requires="wps"><w:drawing><x>{box}</x></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(p(r("甲"), run) + p("乙")) == "甲\n框\n乙\n"
    assert shown(tbl(tr("规章", tc(p(run))))) == "|规章|框\n"


def test_a_picture_in_place_of_a_figure_is_said():
    body = tbl(tr("规章", tc(p("<w:r><w:drawing/></w:r>"))), tr("甲", "1"))
    assert codes(body)["GX136"] == {"address": "table 1, row 1, column 2", "count": 1}
    assert "GX136" not in codes(tbl(tr("规章", tc(p("<w:r><w:drawing/><w:t>1</w:t></w:r>")))))


def test_notes_stand_behind_the_block_that_refers_to_them():
    notes = f'<w:footnote w:id="2">{p("含转办")}</w:footnote><w:footnote w:id="3">{p("未用")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    assert shown(tbl(tr("甲", tc(p(r("12"), reference)))) + p("乙"), footnotes=notes) == "|甲|12\n含转办\n乙\n"
    assert shown(p(r("12"), reference, r("件")), footnotes=notes) == "12件\n含转办\n"


def test_notes_that_refer_to_notes_come_to_an_end():
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(str(n), f"""<w:r><w:footnoteReference w:id="{n + 1}"/></w:r>""")}</w:footnote>'
        for n in range(3_000)
    )
    body = p("甲", '<w:r><w:footnoteReference w:id="0"/></w:r>')
    assert shown(body, footnotes=notes).startswith("甲\n0\n1\n2\n")
    assert "GX123" in codes(body, footnotes=notes)


def test_another_document_inside_is_said():
    assert "GX137" in codes(p("甲") + "<w:altChunk/>")


# --- automatic numbers -----------------------------------------------------------------------------------------------


def level(number: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、")
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%1.%3", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "●")
    + level(1, "hebrew1", "%2")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    "</w:lvlOverride></w:num>"
)


def numbered(text: str, list_: int = 1, depth: int = 0) -> str:
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_}"/></w:numPr>')


def test_automatic_numbers_are_written_out():
    body = (
        numbered("总体情况")
        + numbered("主动公开", depth=1)
        + numbered("依申请公开", depth=1)
        + numbered("主动公开政府信息情况")
        + numbered("规章", depth=1)
        + numbered("细目", depth=2)
        + p("正文", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    text = shown(body, numbering=LISTS)
    assert (
        text == "一、总体情况\n（一）主动公开\n（二）依申请公开\n二、主动公开政府信息情况\n（一）规章\n2.1细目\n正文\n"
    )
    assert codes(body, numbering=LISTS)["GX132"] == {"text": "一、", "count": 6}


def test_labels_of_rows_may_be_numbered():
    rows = [tr(tc(numbered(text, depth=1)), "1") for text in ("予以公开", "部分公开")]
    assert shown(tbl(*rows), numbering=LISTS) == "|（一）予以公开|1\n|（二）部分公开|1\n"


def test_lists_count_on_and_begin_anew():
    body = numbered("甲") + numbered("乙", 3) + numbered("丙", 3) + numbered("丁", 1)
    assert shown(body, numbering=LISTS) == "一、甲\n五、乙\n六、丙\n七、丁\n"


def test_bullets_are_no_numbers_and_unknown_numbers_are_said():
    assert shown(numbered("甲", 2), numbering=LISTS) == "甲\n"
    assert shown(numbered("甲", 2, 1), numbering=LISTS) == "甲\n"
    assert codes(numbered("甲", 2, 1), numbering=LISTS)["GX133"] == {"format": "hebrew1", "count": 1}
    assert shown(numbered("甲", 99), numbering=LISTS) == "甲\n"


def test_numbers_by_way_of_a_style():
    styles = (
        '<w:style w:styleId="h"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="k"><w:basedOn w:val="h"/></w:style>'
    )
    body = p("甲", properties='<w:pStyle w:val="k"/>') + p("乙", properties='<w:pStyle w:val="h"/>')
    assert shown(body, numbering=LISTS, styles=styles) == "一、甲\n二、乙\n"


@pytest.mark.parametrize(
    ("kind", "number", "text"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 105, "一〇五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("japaneseCounting", 12, "十二"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 21, "贰拾壹"),
        ("ideographTraditional", 3, "丙"),
        ("decimal", 12, "12"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedParen", 3, "⑶"),
        ("decimalEnclosedFullstop", 3, "⒊"),
        ("decimalEnclosedCircle", 21, "21"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 4, "iv"),
        ("upperLetter", 27, "AA"),
        ("lowerLetter", 3, "c"),
        ("hebrew1", 3, None),
    ],
)
def test_number_formats(kind, number, text):
    assert format_number(number, kind) == text


# --- files ---------------------------------------------------------------------------------------------------------


def test_a_strict_file_reads_like_any_other():
    def strict(name: str, content: bytes) -> bytes:
        for end in (b"wordprocessingml", b"officeDocument"):
            content = content.replace(
                b"http://schemas.openxmlformats.org/" + end + b"/2006", b"http://purl.oclc.org/ooxml/" + end
            )
        return content

    data = repacked(word_of_xml(tbl(tr("规章", "1"))), strict)
    assert b"purl" in zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
    assert read_source(data)[0].text == f"{ROW}{CELL}规章{CELL}1\n"


def test_a_document_without_tables_leaves_the_layout_open():
    source, _ = read_source(word_of_xml(p("规章", "<w:r><w:tab/><w:t>1</w:t></w:r>")))
    assert (source.text, source.layout, source.format) == ("规章\t1\n", None, "docx")


def test_not_well_formed_is_refused():
    with pytest.raises(UnreadableSource) as caught:
        read_source(word_of_xml("<w:p>"))
    assert caught.value.code == "GX103"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding):
    def declare(name: str, content: bytes) -> bytes:
        if not name.endswith("document.xml"):
            return content
        return ('<!DOCTYPE a [<!ENTITY b "c">]>' + content.decode()).encode(encoding)

    with pytest.raises(UnreadableSource) as caught:
        read_source(repacked(word_of_xml(p("甲")), declare))
    assert caught.value.code == "GX103"
    assert caught.value.params["detail"] == "word/document.xml: DOCTYPE"


def test_a_part_that_is_missing_or_elsewhere():
    def move(name: str, content: bytes) -> bytes:
        return content.replace(b"word/document.xml", b"/word/document.xml")

    assert read_source(repacked(word_of_xml(p("甲")), move))[0].text == "甲\n"

    def lose(name: str, content: bytes) -> bytes:
        return content.replace(b"word/document.xml", b"word/other.xml")

    assert read_source(repacked(word_of_xml(p("甲")), lose))[0].text == "甲\n"  # where Word would put it


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ('<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', "[7]12"),
        ('<w:rPr><w:color w:val="FFFFFF"/><w:highlight w:val="black"/></w:rPr>', "712"),
        ('<w:rPr><w:color w:val="FF0000"/></w:rPr>', "712"),
    ],
)
def test_white_beside_black_is_set_apart(before, text):
    white = f"<w:r>{before}<w:t>7</w:t></w:r>"
    source, _ = read_source(word_of_xml(tbl(tr("规章", tc(p(white, "12")), tc(p(white))))))
    assert source.text.strip("\n").split(CELL)[2:] == [text, "7"]


def test_a_lowered_figure_is_set_apart():
    low = '<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>1</w:t></w:r>'
    source, _ = read_source(word_of_xml(tbl(tr("规章", tc(p("12", low))))))
    assert source.text.strip("\n").split(CELL)[2] == "12[1]"
