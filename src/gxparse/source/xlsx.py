"""Spreadsheets (``.xlsx``): the figures that are stored, as a reader of the spreadsheet sees them.

Read with lxml from the parts themselves. python-calamine lays a worksheet out as one block of memory and ends the
whole process on a file with two cells, the first and the last; openpyxl takes several times as long and does not say
what is hidden when it streams. Addresses are ``Sheet1!C7``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from itertools import islice

from attrs import define, field

from gxparse.diagnostics.codes import source as codes
from gxparse.diagnostics.model import Diagnostic
from gxparse.limits import Limits
from gxparse.source.breach import Breach
from gxparse.source.docx_numbering import number_of
from gxparse.source.model import SourceText
from gxparse.source.package import Package, open_package
from gxparse.source.sheet import Line, Sheet
from gxparse.source.xlsx_formats import read_format, stored_number
from gxparse.source.xlsx_layout import SheetCell, SheetRow, close_up, lay_out
from gxparse.source.xlsx_looks import read_apart, rich_text
from gxparse.source.xml_part import XmlElement

__all__ = ["FORMATS", "read"]

FORMATS = ("xlsx",)

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_RELATION = re.compile(r"\{[^}]*/relationships\}id\Z")
_PLAIN_NAME = re.compile(r"[^\W\d]\w*\Z")
_ROWS, _COLUMNS = 1_048_576, 16_384


def read(data: bytes, name: str | None, limits: Limits) -> tuple[SourceText, tuple[Diagnostic, ...]]:
    """Read a spreadsheet: every worksheet that is shown, one after the other.

    Hidden sheets, rows and columns are left out (GX131). Formulas are never computed: the stored result is read,
    and one without is an error (GX139). A number format that shows another figure is said (GX138).
    """
    package = open_package(data, limits, "xlsx", "xl/workbook.xml")
    sheet = Sheet(limits)
    workbook = package.xml(package.main)
    reader = _Workbook(package, sheet, limits)
    reader.open(workbook)
    shown = reader.shown(workbook)
    for title, path in shown:
        if len(shown) > 1:
            sheet.add(Line(title, title))
        try:
            reader.read(title, package.xml(path))
        except Breach as breach:
            sheet.diagnostics.append(breach.diagnostic)
    return sheet.finish(name, "xlsx")


def _is_on(text: str | None) -> bool:
    return text in ("1", "true", "on")


@define
class _Workbook:
    """What the worksheets of a workbook share."""

    package: Package
    sheet: Sheet
    limits: Limits
    _strings: list[str] = field(factory=list)
    #: format of each cell style: a code, or the number of a built-in one
    _formats: list[str | int] = field(factory=list)
    #: whether text in each cell style is no figure: struck out, or white on white
    _apart: list[bool] = field(factory=list)
    #: whether each cell style draws a line around the cell
    _borders: list[bool] = field(factory=list)
    _date_1904: bool = False

    def open(self, workbook: XmlElement) -> None:
        """Read what is shared: texts and formats."""
        for properties in workbook.iter("{*}workbookPr"):
            self._date_1904 = _is_on(properties.get("date1904"))
        parts = self.package.parts
        if "sharedStrings" in parts:
            self._strings = [rich_text(item) for item in self.package.xml(parts["sharedStrings"]).iterfind("{*}si")]
        if "styles" in parts:
            styles = self.package.xml(parts["styles"])
            codes_ = {e.get("numFmtId"): e.get("formatCode", "") for e in styles.iterfind("{*}numFmts/{*}numFmt")}
            drawn = [
                any(side.get("style", "none") != "none" for side in border)
                for border in styles.iterfind("{*}borders/{*}border")
            ]
            self._apart = read_apart(styles)
            for style in styles.iterfind("{*}cellXfs/{*}xf"):
                id_ = style.get("numFmtId", "0")
                built_in = number_of(id_)
                self._formats.append(codes_.get(id_, 0 if built_in is None else built_in))
                border = number_of(style.get("borderId"))
                self._borders.append(border is not None and 0 <= border < len(drawn) and drawn[border])

    def shown(self, workbook: XmlElement) -> list[tuple[str, str]]:
        """Title and path of every worksheet that is not hidden."""
        found: list[tuple[str, str]] = []
        for element in workbook.iterfind("{*}sheets/{*}sheet"):
            title = element.get("name", "")
            ids = [value for key, value in element.attrib.items() if _RELATION.match(key)]
            path = self.package.by_id.get(ids[0]) if ids else None
            if element.get("state", "visible") != "visible":
                self.sheet.count(codes.HIDDEN_TEXT, text=title[:20])
            elif path is None:
                self.sheet.diagnostics.append(codes.PART_NOT_READ(part=title[:40], detail="missing"))
            else:
                found.append((title, path))
        return found

    def read(self, title: str, root: XmlElement) -> None:
        """Read one worksheet into the sheet."""
        prefix = title if _PLAIN_NAME.match(title) else "'" + title.replace("'", "''") + "'"
        hidden = self._hidden_columns(root)
        hidden_rows: list[int] = []
        rows = self._rows(root, prefix, hidden, hidden_rows)
        self._merge(root, rows, hidden, prefix)
        close_up(rows, hidden, sorted(set(hidden_rows)))
        ordered = [rows[number] for number in sorted(rows)]
        for row in ordered:
            row.cells.sort(key=lambda cell: cell.column)
        for block in lay_out(ordered):
            self.sheet.add(block)

    def _hidden_columns(self, root: XmlElement) -> list[int]:
        found: set[int] = set()
        for element in islice(root.iterfind("{*}cols/{*}col"), _COLUMNS):
            if len(found) == _COLUMNS:
                break
            first, last = number_of(element.get("min")), number_of(element.get("max"))
            if _is_on(element.get("hidden")) and first is not None and last is not None:
                found.update(range(max(1, first), min(last, _COLUMNS) + 1))
        return sorted(found)

    def _rows(self, root: XmlElement, prefix: str, hidden: list[int], hidden_rows: list[int]) -> dict[int, SheetRow]:
        rows: dict[int, SheetRow] = {}
        taken: dict[int, set[int]] = {}
        hidden_columns = set(hidden)
        number = 0
        for row in root.iterfind("{*}sheetData/{*}row"):
            given = number_of(row.get("r"))
            number = number + 1 if given is None else given
            hides = _is_on(row.get("hidden"))
            if not 1 <= number <= _ROWS:
                continue
            made = rows.get(number)
            if hides and made is None:
                hidden_rows.append(number)
            elif made is None:
                made = rows[number] = SheetRow(number)
            # A row may be written in several pieces; the first cell of a reference counts.
            columns = taken.setdefault(number, set())
            column = 0
            for element in row:
                reference = _REFERENCE.match(element.get("r", ""))
                column = _column_number(reference[1]) if reference else column + 1
                if column in columns or not 1 <= column <= _COLUMNS:
                    continue
                address = f"{prefix}!{_column_name(column)}{number}"
                if made is None or column in hidden_columns:
                    if (text := self._text(element, address)).strip():
                        self.sheet.count(codes.HIDDEN_TEXT, text=text[:20])
                    continue
                columns.add(column)
                text = self._text(element, address)
                style = number_of(element.get("s"))
                if text.strip() and style is not None and 0 <= style < len(self._apart) and self._apart[style]:
                    text = f"[{text}]"
                cell = SheetCell(column, text, address)
                cell.bordered = style is not None and 0 <= style < len(self._borders) and self._borders[style]
                made.cells.append(cell)
        return rows

    def _merge(self, root: XmlElement, rows: dict[int, SheetRow], hidden: list[int], prefix: str) -> None:
        """Apply merged ranges: the first cell takes all of it, the others are not shown."""
        numbers = sorted(rows)
        room = self.limits.grid_cells
        by_column = {number: {cell.column: cell for cell in row.cells} for number, row in rows.items()}
        hidden_columns = set(hidden)
        for element in root.iterfind("{*}mergeCells/{*}mergeCell"):
            found = _REFERENCE.findall(element.get("ref", ""))
            if len(found) != 2:
                continue
            (left, top), (right, bottom) = ((_column_number(c), int(r)) for c, r in found)
            if not (left <= right <= _COLUMNS and top <= bottom):
                continue
            columns = [c for c in range(left, right + 1) if c not in hidden_columns]
            covered = numbers[bisect_left(numbers, top) : bisect_left(numbers, bottom + 1)]
            room -= max(1, len(columns)) * max(1, len(covered))
            if room < 0:
                raise Breach(codes.TABLE_TOO_LARGE(table=self.sheet.tables + 1, limit=self.limits.grid_cells))
            if not columns or not covered:
                continue
            anchor = by_column[covered[0]].get(columns[0])
            if anchor is None:
                anchor = SheetCell(columns[0], "", f"{prefix}!{_column_name(columns[0])}{covered[0]}")
                by_column[covered[0]][columns[0]] = anchor
            anchor.width, anchor.height = len(columns), covered[-1] - covered[0] + 1
            for number in covered:
                cells = by_column[number]
                for column in columns:
                    cell = cells.get(column)
                    if cell is not None and cell is not anchor:
                        if cell.text:
                            self.sheet.count(codes.HIDDEN_TEXT, text=cell.text[:20])
                        del cells[column]
                if number != covered[0]:
                    rows[number].cover(columns[0], columns[0] + len(columns))
        for number, row in rows.items():
            row.cells = list(by_column[number].values())

    def _text(self, element: XmlElement, address: str) -> str:
        kind = element.get("t", "n")
        value: str | None = None
        formula: str | None = None
        inline = ""
        for child in element:
            tag = child.tag.rpartition("}")[2]
            if tag == "v":
                value = child.text
            elif tag == "f":
                formula = child.text or ""
            elif tag == "is":
                inline = rich_text(child)
        if kind == "inlineStr":
            return inline
        if value is None:
            if formula is None:
                return ""
            if kind != "str":
                self.sheet.count(codes.FORMULA_WITHOUT_VALUE, address=address)
            return "" if kind == "str" else f"={formula}"[:40]
        if kind == "s":
            index = number_of(value)
            return self._strings[index] if index is not None and 0 <= index < len(self._strings) else "#REF!"
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if kind != "n":
            return value
        number = stored_number(value)
        return value if number is None else self._number(number, element.get("s"), address)

    def _number(self, number: Decimal, style: str | None, address: str) -> str:
        index = number_of(style)
        code = self._formats[index] if index is not None and 0 <= index < len(self._formats) else 0
        format_ = read_format(code, (number > 0) - (number < 0))
        text, differs = format_.show(number, self._date_1904)
        if format_.empty:
            self.sheet.count(codes.HIDDEN_TEXT, text=text[:20])
            return ""
        if differs:
            self.sheet.count(codes.NUMBER_FORMAT, format=str(code)[:40], text=text, address=address)
        return text


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _column_name(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
