"""Columns of a fixed width."""

from __future__ import annotations

from gxparse.forms.geometry import Ruler, columns_of, ends_row, in_line, place, stands_apart


def test_han_characters_count_as_one_or_two() -> None:
    ruler = Ruler("\n总计  12\n其\n他")
    assert ruler.extent(5, 7, wide=False) == (4, 6)
    assert ruler.extent(5, 7, wide=True) == (6, 8)
    # What goes on over a line end is measured as if it stood on one line.
    assert ruler.extent(8, 11, wide=True) == (0, 5)


def test_rows_that_overlap_are_no_columns() -> None:
    assert columns_of([[(0, 1), (4, 5)], [(0, 2), (5, 6)]]) == [(0, 2), (4, 6)]
    assert columns_of([[(0, 4), (5, 6)], [(3, 4), (8, 9)], [(6, 7), (9, 10)]]) is None
    assert columns_of([]) is None


def test_a_figure_between_two_columns_is_not_placed() -> None:
    columns = [(0, 2), (10, 12), (20, 22)]
    assert place([(10, 11)], columns) == [1]
    assert place([(0, 1), (20, 21)], columns) == [0, 2]
    assert place([(6, 7)], columns) is None
    assert place([(20, 21), (0, 1)], columns) is None


def test_figures_in_line_share_an_edge_or_their_middle() -> None:
    columns = [(0, 6), (10, 16)]
    assert in_line([[(0, 1)], [(0, 3), (13, 14)]], columns)
    assert in_line([[(5, 6)], [(3, 6)]], columns)
    assert not in_line([[(0, 1)], [(5, 6)]], columns)
    assert not in_line([[(7, 8)]], columns)


def test_figures_between_two_columns_are_counted_from_their_neighbours() -> None:
    columns = [(0, 2), (10, 12), (20, 22)]
    assert place([(0, 1), (6, 7), (20, 21)], columns) == [0, 1, 2]
    assert place([(6, 7), (10, 11)], columns) == [0, 1]
    assert place([(10, 11), (16, 17)], columns) == [1, 2]
    assert place([(6, 7), (20, 21)], columns) is None
    assert place([(0, 1), (16, 17)], columns) is None


def test_a_figure_that_reaches_into_two_columns_is_in_neither() -> None:
    assert place([(0, 9), (20, 21)], [(0, 5), (8, 12), (20, 22)]) is None
    assert place([(0, 7), (20, 21)], [(0, 5), (8, 12), (20, 22)]) == [0, 2]


def test_words_stand_apart_at_the_beginning_of_a_line_or_behind_two_spaces() -> None:
    text = "结果 结果  其他\n 尚未 审结"
    assert [stands_apart(text, text.index(word)) for word in ("结果", "其他", "尚未", "审结")] == [
        True,
        True,
        True,
        False,
    ]
    assert not stands_apart(text, 3)


def test_a_row_ends_with_a_figure_where_a_line_of_spaces_is_just_as_wide() -> None:
    assert ends_row("1  2\n    \n", 3, 4)
    assert not ends_row("1  2\n     \n", 3, 4)
    assert not ends_row("1  2  \n      \n", 3, 4)
    assert not ends_row("1  2", 3, 4)


def test_figures_beyond_the_last_column_are_of_other_columns() -> None:
    columns = [(31, 33), (35, 37), (39, 40), (42, 43), (45, 46), (49, 50), (52, 54)]
    assert place([(35, 36), (44, 45), (47, 48), (51, 52), (56, 57), (59, 60)], columns) is None
    assert place([(27, 28), (39, 40)], columns) is None
    assert place([(35, 36), (55, 56)], columns) == [1, 6]
