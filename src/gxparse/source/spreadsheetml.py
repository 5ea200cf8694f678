"""Spreadsheets that are one XML file (Excel 2003): what many office programs export under the name ``.xls``.

Rows and cells say where they stand only where something is left out before them; merged cells say how far they reach
across and down. Figures and their formats are those of ``.xlsx``.
"""

from __future__ import annotations

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach
from gxparse.source.docx_numbering import number_of
from gxparse.source.model import SourceText
from gxparse.source.sheet import Line, Sheet
from gxparse.source.xlsx_formats import read_format, stored_number
from gxparse.source.xlsx_layout import SheetCell, SheetRow, close_up, lay_out
from gxparse.source.xml_part import XmlElement, parse_xml

__all__ = ["FORMATS", "read"]

FORMATS = ("spreadsheetml",)

_NS = "{urn:schemas-microsoft-com:office:spreadsheet}"
#: Formats that go by a name.
_NAMED = {
    "Percent": "0.00%",
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Short Date": "yyyy-mm-dd",
    "Long Date": "yyyy-mm-dd",
}
_ROWS, _COLUMNS = 1_048_576, 16_384


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a spreadsheet that is one XML file: every worksheet that is shown, one after the other.

    Diagnostics and exceptions are those of :func:`gxparse.source.xlsx.read`. Addresses are ``Sheet1!R5C3``.
    """
    root = parse_xml(data, limits, "spreadsheetml", "workbook")
    reader = _Workbook(Sheet(limits), limits)
    reader.read(root)
    return reader.sheet.finish(name, "spreadsheetml")


@define
class _Workbook:
    sheet: Sheet
    limits: Limits
    #: format and whether a line is drawn around the cell, by style
    _styles: dict[str | None, tuple[str, bool]] = field(factory=dict)

    def read(self, root: XmlElement) -> None:
        for style in root.iterfind(f"{_NS}Styles/{_NS}Style"):
            format_ = style.find(_NS + "NumberFormat")
            code = "General" if format_ is None else format_.get(_NS + "Format", "General")
            bordered = style.find(f"{_NS}Borders/{_NS}Border") is not None
            self._styles[style.get(_NS + "ID")] = (_NAMED.get(code, code), bordered)
        worksheets = []
        for worksheet in root.iterfind(_NS + "Worksheet"):
            title = worksheet.get(_NS + "Name", "")
            if any(element.text != "SheetVisible" for element in worksheet.iterfind("{*}WorksheetOptions/{*}Visible")):
                self.sheet.count(codes.HIDDEN_TEXT, text=title[:20])
            else:
                worksheets.append((title, worksheet))
        for title, worksheet in worksheets:
            if len(worksheets) > 1:
                self.sheet.add(Line(title, title or "worksheet"))
            for block in lay_out(self._rows(title, worksheet)):
                self.sheet.add(block)

    def _rows(self, title: str, worksheet: XmlElement) -> list[SheetRow]:
        rows: dict[int, SheetRow] = {}
        hidden: list[int] = []
        number = 0
        room = self.limits.grid_cells
        #: rows and columns that cells from above cover: (last row, first column, column behind the last)
        hanging: list[tuple[int, int, int]] = []
        for element in worksheet.iterfind(f"{_NS}Table/{_NS}Row"):
            number = _index(element, number + 1)
            if not 1 <= number <= _ROWS or number in rows:
                continue
            row = SheetRow(number)
            hanging = [reach for reach in hanging if reach[0] >= number]
            room -= len(hanging)
            for _, first, stop in hanging:
                row.cover(first, stop)
            self._cells(title, element, row)
            for cell in row.cells:
                room -= cell.width
                if cell.height > 1:
                    hanging.append((number + cell.height - 1, cell.column, cell.column + cell.width))
            if room < 0:
                raise Breach(codes.TABLE_TOO_LARGE(table=self.sheet.tables + 1, limit=self.limits.grid_cells))
            if element.get(_NS + "Hidden") == "1":
                for cell in row.cells:
                    if cell.text.strip():
                        self.sheet.count(codes.HIDDEN_TEXT, text=cell.text[:20])
                hidden.append(number)
                continue
            rows[number] = row
        close_up(rows, [], sorted(hidden))
        return [rows[n] for n in sorted(rows)]

    def _cells(self, title: str, element: XmlElement, row: SheetRow) -> None:
        column = 0
        for child in element.iterchildren(_NS + "Cell"):
            column = _index(child, column + 1)
            if not 1 <= column <= _COLUMNS or (row.cells and column < row.cells[-1].column + row.cells[-1].width):
                continue
            code, bordered = self._styles.get(child.get(_NS + "StyleID"), ("General", False))
            address = f"{title}!R{row.number}C{column}"
            across, down = number_of(child.get(_NS + "MergeAcross")), number_of(child.get(_NS + "MergeDown"))
            cell = SheetCell(column, self._text(child, code, address), address, bordered=bordered)
            cell.width = 1 + min(max(across if across is not None else 0, 0), _COLUMNS - column)
            cell.height = 1 + min(max(down if down is not None else 0, 0), _ROWS - row.number)
            row.cells.append(cell)
            column += cell.width - 1

    def _text(self, cell: XmlElement, code: str, address: str) -> str:
        content = cell.find(_NS + "Data")
        if content is None:
            if cell.get(_NS + "Formula") is None:
                return ""
            self.sheet.count(codes.FORMULA_WITHOUT_VALUE, address=address)
            formula: str = cell.get(_NS + "Formula", "")
            return formula[:40]
        parts: list[str] = []
        for element in content.iter():
            text = element.text
            if text:
                # A raised figure refers to a note.
                apart = element.tag.rpartition("}")[2] in ("Sup", "S") and parts
                parts.append(f"[{text}]" if apart else text)
            if element is not content and element.tail:
                parts.append(element.tail)
        text = "".join(parts)
        kind = content.get(_NS + "Type", "String")
        if kind == "DateTime":
            return text.partition("T")[0]
        number = stored_number(text) if kind == "Number" else None
        if number is None:
            return text
        format_ = read_format(code, (number > 0) - (number < 0))
        shown, differs = format_.show(number)
        if format_.empty:
            self.sheet.count(codes.HIDDEN_TEXT, text=shown[:20])
            return ""
        if differs:
            self.sheet.count(codes.NUMBER_FORMAT, format=code[:40], text=shown, address=address)
        return shown


def _index(element: XmlElement, otherwise: int) -> int:
    given = number_of(element.get(_NS + "Index"))
    return otherwise if given is None else given
