"""The sheet layout: exact, whatever stands in the cells."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gxparse.diagnostics.codes import source as codes
from gxparse.layout import read_layout
from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source.model import Place, Places, SourceText
from gxparse.source.sheet import FROM_ABOVE, FROM_LEFT, Cell, Grid, Line, Sheet
from gxparse.span import Span

texts = st.text(
    st.one_of(st.characters(codec="utf-8"), st.sampled_from("\n\x1e\x1f\x1d\x11\x12\x13\x0b\x85\u2028\x00\r")),
    max_size=8,
)


@st.composite
def grids(draw):
    """A grid cut into cells by rows, with spans that do not overlap."""
    height, width = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(height):
        for column in range(width):
            if (row, column) in taken:
                continue
            wide = draw(st.integers(1, 3))
            while wide > 1 and (column + wide > width or any((row, column + i) in taken for i in range(wide))):
                wide -= 1
            high = draw(st.integers(1, min(3, height - row)))
            taken |= {(row + j, column + i) for i in range(wide) for j in range(high)}
            number = len(cells)
            cells.append(Cell(row, column, [Line(draw(texts))], high, wide, address=f"cell {number}"))
    return Grid(cells, height, width)


def clean(text: str) -> str:
    """A cell's text as the layout holds it: a line break inside is a vertical tab."""
    reserved = "\x00\x0b\x0c\r\x11\x12\x13\x1c\x1d\x1e\x1f\x85\u2028\u2029"
    return "".join(" " if c in reserved else "\x0b" if c == "\n" else c for c in text)


@given(grids(), texts)
def test_what_is_written_is_read_back(grid, prose):
    sheet = Sheet(DEFAULT_LIMITS)
    sheet.add(Line(prose, "prose"))
    sheet.add(grid)
    source, diagnostics = sheet.finish(None, "test")
    if grid.is_page():
        return
    assert diagnostics == ()
    document = read_layout(source.text, "sheet")
    (table,) = document.tables
    assert len(table.rows) == grid.height
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.height):
            for column in range(cell.column, cell.column + cell.width):
                raw = table.rows[row].raws[column]
                if (row, column) == (cell.row, cell.column):
                    assert raw == clean(cell.text())
                    place = source.place_of(table.rows[row].cell_span(column))
                    assert place is not None
                    assert place.address == cell.address
                    assert place.span.of(source.text) == raw
                else:
                    assert raw == (FROM_LEFT if column > cell.column else FROM_ABOVE)
    lines = [clean(line) for line in prose.split("\n") if line and not line.isspace()]
    assert "\n".join(p.text.rstrip("\n") for p in document.prose) == "\n".join(lines)


def test_places_are_in_order_and_made_on_demand():
    places = Places()
    places.note(0, 3, "a")
    places.note(4, 4, "b", page=2, box=(1.0, 2.0, 3.0, 4.0))
    assert list(places) == [Place(Span(0, 3), "a"), Place(Span(4, 4), "b", 2, (1.0, 2.0, 3.0, 4.0))]
    assert places[-1].page == 2
    assert places[:1] == (Place(Span(0, 3), "a"),)
    for source in (SourceText("abc\n", places=places), SourceText("abc\n", places=tuple(places))):
        assert source.place_of(Span(1, 2)).address == "a"
        assert source.place_of(Span(1, 4)).address == "a"  # begins there
        assert source.place_of(Span(3, 3)).address == "a"
        assert source.place_of(Span(4, 4)).address == "b"
        assert source.place_of(Span(5, 6)) is None
    assert SourceText("").place_of(Span(0, 0)) is None


def test_what_is_counted_is_said_once():
    sheet = Sheet(DEFAULT_LIMITS)
    for text in "甲乙丙":
        sheet.count(codes.HIDDEN_TEXT, text=text)
    _, (diagnostic,) = sheet.finish(None, "test")
    assert dict(diagnostic.params) == {"text": "甲", "count": 3}


def test_nothing_is_written_behind_a_limit():
    sheet = Sheet(Limits(text_chars=12))
    sheet.add(Line("一二三四五"))
    sheet.add(Grid([Cell(0, 0, [Line("甲" * 9)]), Cell(0, 1, [Line("1")])], 1, 2))
    sheet.add(Line("六"))
    source, (diagnostic,) = sheet.finish(None, "test")
    assert source.text == "一二三四五\n"
    assert (diagnostic.code, diagnostic.span) == ("GX121", Span(6, 6))


def test_pages_in_pages_take_no_stack():
    block = Line("底")
    for _ in range(5_000):
        block = Grid([Cell(0, 0, [block])], 1, 1)
    sheet = Sheet(DEFAULT_LIMITS)
    sheet.add(block)
    assert sheet.finish(None, "test")[0].text == "底\n"
