"""Documents of every kind made from reports whose figures are known.

Each maker takes a :class:`~gxparse.printers.paper.Paper`, so that one truth stands behind all formats. Real libraries
write the files: python-docx and openpyxl with real merged cells, as the official form has them.
"""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from decimal import Decimal
from html import escape

import docx
import openpyxl
from openpyxl.styles import Border, Side
from openpyxl.utils import get_column_letter

from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Kind
from gxparse.model.origin import Section
from gxparse.model.report import Report
from gxparse.printers.form import paper_of
from gxparse.printers.paper import Paper, Prose, ProseKind, Sheet
from gxparse.printers.style import Style

#: Invented bodies from township to city.
BODIES = (
    "柳泉乡人民政府", "石门岭镇人民政府", "榆钱街道办事处", "白鹿原乡人民政府", "青杨镇人民政府", "河湾镇人民政府",
    "云岫县人民政府", "丹枫县人民政府", "望山区人民政府", "临川县财政局", "松涛区教育局", "沙洲县水利局",
    "澜溪市人民政府", "岱北市人民政府", "汐海市交通运输局", "朔川市生态环境局", "南屏市民政局", "东麓市人民政府",
    "雁栖县人民政府", "梧桐区人民政府", "鹤鸣镇人民政府", "金穗乡人民政府", "明湖区人民政府", "长汀市审计局",
)  # fmt: skip


def balanced_values(edition: str, seed: int) -> dict[str, int | Decimal | None]:
    """Figures that satisfy every sum of the form; bodies with a high number have large ones."""
    form = edition_of(edition)
    draw = random.Random(f"{edition} {seed}")
    size = (3, 40, 900)[seed % 3]
    values: dict[str, int | Decimal | None] = {}
    for table in form.tables:
        for row in table.rows:
            prefix = f"{table.key}.{row.key}" if row.label else table.key
            for column in table.columns:
                if column.kind is Kind.MONEY:
                    figure: int | Decimal = Decimal(draw.randrange(10**7)) / 100 * 100
                elif column.kind is Kind.CHANGE:
                    figure = draw.randrange(-size, size)
                else:
                    figure = draw.choice((0, 0, draw.randrange(size)))
                values[f"{prefix}.{column.key}"] = figure
    requests = next(table for table in form.tables if table.key == "requests")
    total = next(row for row in requests.rows if row.total_of)
    kept = [column for column in requests.columns if not column.total_of]
    for column in kept:
        done = sum(values[f"requests.{key}.{column.key}"] for key in total.total_of)
        values[f"requests.{total.key}.{column.key}"] = done
        # received + carried over = done + carried forward
        values[f"requests.carried_over.{column.key}"] = over = min(done, values[f"requests.carried_over.{column.key}"])
        values[f"requests.received.{column.key}"] = done + values[f"requests.carried_forward.{column.key}"] - over
    for table in form.tables:
        for row in table.rows:
            prefix = f"{table.key}.{row.key}" if row.label else table.key
            for column in table.columns:
                if column.total_of:
                    values[f"{prefix}.{column.key}"] = sum(values[f"{prefix}.{key}"] for key in column.total_of)
    return values


def report_of(edition: str, seed: int) -> Report:
    """A whole report of an invented body."""
    form = edition_of(edition)
    year = form.first_year + (1 if form.last_year is None else 0)
    body = BODIES[seed % len(BODIES)]
    texts = {
        "overview": f"{year}年，{body}按照要求公开信息。\n（一）主动公开。全年更新栏目若干。",
        "problems": "一是更新不够及时。\n下一步，将加强检查。",
        "other_matters": "本年度没有收取信息处理费。",
    }
    sections = tuple(
        Section(spec.key, f"{spec.ordinal}、{spec.title}", texts.get(spec.key, "")) for spec in form.sections
    )
    return Report.from_values(
        edition,
        balanced_values(edition, seed),
        title=f"{body}\n{year}年政府信息公开工作年度报告",
        body=body,
        year=year,
        sections=sections,
    )


def paper(edition: str, seed: int, style: Style | None = None) -> tuple[Paper, dict[str, int | Decimal | None]]:
    """A report on paper, and its figures."""
    report = report_of(edition, seed)
    return paper_of(report, Style() if style is None else style), dict(report.values())


# --- Word --------------------------------------------------------------------------------------------------------


def word_document(on_paper: Paper) -> docx.document.Document:
    """A Word document with real merged cells, not yet saved."""
    document = docx.Document()
    for block in on_paper.blocks:
        if isinstance(block, Sheet):
            table = document.add_table(rows=len(block.grid), cols=block.width)
            rows = [list(row.cells) for row in table.rows]
            for cell in list(block.cells()):
                corner = rows[cell.row][cell.column]
                if cell.rows > 1 or cell.columns > 1:
                    corner = corner.merge(rows[cell.row + cell.rows - 1][cell.column + cell.columns - 1])
                corner.text = cell.text
        else:
            document.add_paragraph(block.text)
    return document


def word(on_paper: Paper) -> bytes:
    """The bytes of a Word document."""
    return saved(word_document(on_paper))


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a document of python-docx."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def word_of_xml(body: str, **parts: str) -> bytes:
    """A Word file around the XML of its body; *parts* are other parts such as ``numbering``, without their root."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="r1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        relations = "".join(
            f'<Relationship Id="r{n}" Type="{_RELATION}/{kind}" Target="{kind}.xml"/>' for n, kind in enumerate(parts)
        )
        archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relations}</Relationships>")
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        for kind, content in parts.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{roots[kind]} {_W}>{content}</w:{roots[kind]}>")
    return out.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """An archive with each member changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return out.getvalue()


def p(*runs: str, properties: str = "") -> str:
    """The XML of a paragraph; plain texts become runs."""
    inner = "".join(run if run.startswith("<") else f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def tc(content: str, properties: str = "") -> str:
    """The XML of a cell; a plain text becomes a paragraph."""
    content = content if content.startswith("<") else p(content)
    return f"<w:tc>{f'<w:tcPr>{properties}</w:tcPr>' if properties else ''}{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """The XML of a row."""
    inner = "".join(cell if cell.startswith("<") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inner}</w:tr>"


def tbl(*rows: str) -> str:
    """The XML of a table."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


# --- web pages ---------------------------------------------------------------------------------------------------


def html_table(sheet: Sheet, tag: str = "td") -> str:
    """One table with real spans."""
    rows = []
    for row in range(len(sheet.grid)):
        cells = ""
        for cell in sheet.starts(row):
            spans = f' colspan="{cell.columns}"' if cell.columns > 1 else ""
            spans += f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
            cells += f"<{tag}{spans}>{escape(cell.text).replace(chr(10), '<br>')}</{tag}>"
        rows.append(f"<tr>{cells}</tr>")
    return f"<table border=1>{''.join(rows)}</table>"


def html(on_paper: Paper, charset: str = "utf-8") -> str:
    """A page with a menu above, share buttons below, scripts and styles."""
    body = "".join(
        html_table(block)
        if isinstance(block, Sheet)
        else f"<h2>{escape(block.text)}</h2>"
        if block.kind is ProseKind.TITLE
        else f"<p>&emsp;&emsp;{escape(block.text)}</p>"
        for block in on_paper.blocks
    )
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>年报</title><style>p{{margin:0}}</style>'
        '<script>if (1 < 2) document.write("<table><tr><td>9</td></tr></table>");</script></head><body>'
        '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw">政务公开</a></li></ul></div>'
        '<div style="display: none">打印 <table><tr><td>不显示</td></tr></table></div>'
        f'<div id="zoom">{body}</div><div>分享到：<a href="#">微信</a></div></body></html>'
    )


def in_layout_table(page: str) -> str:
    """The page with its body inside a table that lays it out, as old sites do."""
    return page.replace(
        '<div id="zoom">',
        "<table width=1000><tr><td width=200><ul><li>栏目一</li><li>栏目二</li></ul></td><td><table><tr><td>",
    ).replace("</div><div>分享到", "</td></tr></table></td></tr></table><div>分享到")


# --- spreadsheets ------------------------------------------------------------------------------------------------


def workbook(on_paper: Paper, numbers: bool = True) -> openpyxl.Workbook:
    """A workbook with the whole report on one worksheet, tables with borders."""
    book = openpyxl.Workbook()
    worksheet = book.active
    worksheet.title = "年报"
    line = Side(style="thin")
    top = 1
    for block in on_paper.blocks:
        if isinstance(block, Prose):
            worksheet.cell(top, 1, block.text)
            top += 1
            continue
        for cell in block.cells():
            row, column = top + cell.row, 1 + cell.column
            for r in range(row, row + cell.rows):
                for c in range(column, column + cell.columns):
                    worksheet.cell(r, c).border = Border(line, line, line, line)
            text = cell.text
            value = int(text) if numbers and text.lstrip("-").isdigit() else text
            worksheet.cell(row, column, None if value == "" else value)
            if cell.rows > 1 or cell.columns > 1:
                worksheet.merge_cells(
                    start_row=row,
                    end_row=row + cell.rows - 1,
                    start_column=column,
                    end_column=column + cell.columns - 1,
                )
        top += len(block.grid)
    return book


def xlsx(book: openpyxl.Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cell_name(row: int, column: int) -> str:
    """``C7`` for row 7, column 3."""
    return f"{get_column_letter(column)}{row}"
