"""Digits that a narrow column wrapped."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from gxparse.forms.editions import EDITIONS
from gxparse.forms.rejoin import rejoin_lines, sums_hold
from timing import idle_seconds

REQUESTS = next(t for t in EDITIONS["revised_2021"].tables if t.key == "requests")
DOCUMENTS = EDITIONS["revised_2021"].tables[0]


def numbers(lines: list[list[int]], way: tuple[tuple[int, ...], ...]) -> list[int]:
    flat = [n for line in lines for n in line]
    return [int("".join(str(flat[at]) for at in group)) for group in way]


def digits(lines: list[list[int]]) -> list[list[str]]:
    return [[str(n) for n in line] for line in lines]


def test_a_lower_piece_may_begin_with_a_zero() -> None:
    way = rejoin_lines(REQUESTS, [["10", "4", "2", "1", "0", "3", "10"], ["05", "15"]])
    # 1005 4 2 1 0 3 | 1015
    assert way == ((0, 7), (1,), (2,), (3,), (4,), (5,), (6, 8))


def test_pieces_one_behind_another() -> None:
    lines = [[n] for n in (35, 46, 358, 36, 83, 136, 39, 4198)]
    way = rejoin_lines(REQUESTS, digits(lines))
    assert way is not None
    assert numbers(lines, way) == [3546, 358, 36, 83, 136, 39, 4198]


def test_a_row_that_holds_is_not_joined_with_the_row_below() -> None:
    # 525 427 114 10 26 46 | 1148 and 0 2 0 0 2 0 | 4: digit beside digit, two sums make a third one.
    upper, lower = [525, 427, 114, 10, 26, 46, 1148], [0, 2, 0, 0, 2, 0, 4]
    assert rejoin_lines(REQUESTS, digits([upper, lower])) is None


def test_figures_that_stand_twice_are_not_joined() -> None:
    lines = [[n] for n in (2, 2, 17, 17, 3, 3, 6, 6, 1, 1, 25, 25, 54, 54)]
    assert rejoin_lines(REQUESTS, digits(lines)) is None


def test_pieces_above_and_below_may_belong_to_several_columns() -> None:
    # 3267 372 34 76 109 28 | 3886, but the sum does not mind in which columns the figures of one line stand.
    assert rejoin_lines(REQUESTS, digits([[32, 37, 10, 38], [34, 76, 28], [67, 2, 9, 86]])) is None


def test_a_row_that_a_page_cut() -> None:
    lines = [[10, 21, 0, 1, 3, 1, 13], [6, 2]]
    way = rejoin_lines(REQUESTS, digits(lines))
    assert way == ((0, 7), (1,), (2,), (3,), (4,), (5,), (6, 8))


def test_nothing_is_joined_without_a_total() -> None:
    assert rejoin_lines(DOCUMENTS, digits([[1], [2], [3], [4]])) is None


def test_a_zero_is_never_the_first_piece() -> None:
    assert rejoin_lines(REQUESTS, digits([[0]] * 8)) is None


@given(st.lists(st.integers(0, 9999), min_size=6, max_size=6), st.data())
def test_what_comes_out_is_a_balanced_row_of_the_same_digits(parts: list[int], data: st.DataObject) -> None:
    row = [*parts, sum(parts)]
    wide = [n for n in range(7) if len(str(row[n])) > 2]
    assume(wide)
    pieces: list[list[int]] = []
    for number in row:
        text = str(number)
        cut = data.draw(st.integers(1, len(text))) if len(text) > 2 else len(text)
        if text[cut:].startswith("0"):
            cut = len(text)
        pieces += [[int(text[:cut])], *([[int(text[cut:])]] if text[cut:] else [])]
    way = rejoin_lines(REQUESTS, digits(pieces))
    if way is not None:
        assert sums_hold(REQUESTS, numbers(pieces, way))
        assert "".join(str(n) for n in numbers(pieces, way)) == "".join(str(p[0]) for p in pieces)


def test_many_pieces_are_tried_in_no_time() -> None:
    # Zeros are never first pieces, so that every way to cut must be looked at.
    def tried() -> None:
        for size in range(8, 22):
            assert rejoin_lines(REQUESTS, [["0"] * size]) is None
            assert rejoin_lines(REQUESTS, [["7"] * size]) is None

    assert idle_seconds(tried, enough=1) <= 1


def test_two_rows_column_by_column_are_no_wrapped_row() -> None:
    upper, lower = ["1", "2", "4", "2", "6", "3", "18"], ["0"] * 7
    flat = [digits for pair in zip(upper, lower, strict=True) for digits in pair]
    assert rejoin_lines(REQUESTS, [[digits] for digits in flat]) is None
