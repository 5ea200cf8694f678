"""Labels in pieces, cut short, or with a slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxparse.forms.lexicon import ROW, TERMS, look_at
from gxparse.forms.mend import find_cut, find_moved, find_slip, mend_rows
from gxparse.forms.rows import Role, read_row

LABELS = sorted(key for key, terms in TERMS.items() if any(t.role == ROW for t in terms))
KEYS = {key: {t.key for t in TERMS[key] if t.role == ROW} for key in LABELS}
SEVEN = ("3", "0", "0", "0", "0", "0", "3")


def test_halves_with_the_figures_on_the_first() -> None:
    rows = [
        read_row(("", "5.要求行政机关确认或重新", *SEVEN)),
        read_row(("", "自然人", "法人或其他组织")),
        read_row(("", "出具已获取信息", "", "", "", "", "", "", "")),
    ]
    mended, what = mend_rows(rows)
    assert [m.how for m in what.values()] == ["joined"]
    assert mended[0].term is not None
    assert mended[0].term.key == "results.not_processed.reconfirmation"
    assert mended[2].role is Role.EMPTY


def test_halves_with_the_figures_on_the_second() -> None:
    rows = [read_row(("5.要求行政机关确认或重新",)), read_row(("出具已获取信息", *SEVEN))]
    mended, _ = mend_rows(rows)
    assert mended[1].term is not None
    assert mended[1].filled == (1, 2, 3, 4, 5, 6, 7)


def test_a_number_above_a_page_end_and_its_repeated_words_below() -> None:
    words = "上年结转政府信息公开申请数量"
    rows = [read_row(("二、", "二、", "二、", *SEVEN)), read_row((words, words, words, *[""] * 7))]
    mended, _ = mend_rows(rows)
    assert mended[0].term is not None
    assert mended[0].term.key == "carried_over"


@pytest.mark.parametrize(
    ("number", "words", "key"),
    [
        ("（一）", "予以公开", "results.granted"),
        ("（七", "）总计", "results.total"),
        ("1.", "属于国家秘密", "results.refused.state_secret"),
    ],
)
def test_a_label_cut_behind_its_number(number: str, words: str, key: str) -> None:
    rows = [read_row(("", number, *SEVEN)), read_row(("", "自然人", "总计")), read_row(("", words, *[""] * 7))]
    mended, _ = mend_rows(rows)
    assert mended[0].term is not None
    assert mended[0].term.key == key
    assert mended[2].role is Role.EMPTY


def test_a_label_whose_beginning_is_a_label_too() -> None:
    rest = "（区分处理的，只计这一情形，不计其他情形）"
    rows = [read_row(("（二）部分公开", *[""] * 7)), read_row(("自然人", "总计")), read_row((rest, *SEVEN))]
    mended, _ = mend_rows(rows)
    assert mended[0].role is Role.EMPTY
    assert mended[2].term is not None
    assert mended[2].term.key == "results.partly_granted"


def test_a_number_is_not_joined_to_words_of_another_number() -> None:
    rows = [read_row(("", "（二）", *SEVEN)), read_row(("", "予以公开", *[""] * 7))]
    assert mend_rows(rows)[0][0].term is None


def test_a_numbered_label_is_no_column() -> None:
    assert read_row(("", "（六）其他", *[""] * 7)).role is Role.PIECE
    assert read_row(("", "其他", "总计")).role is Role.HEADER


def test_two_halves_that_both_carry_figures_are_not_joined() -> None:
    rows = [read_row(("5.要求行政机关确认或重新", *SEVEN)), read_row(("出具已获取信息", *SEVEN))]
    _, what = mend_rows(rows)
    assert all(m.how != "joined" for m in what.values())


@given(st.lists(st.sampled_from(LABELS), unique=True, max_size=6))
def test_clean_labels_are_left_alone_and_mending_is_idempotent(labels: list[str]) -> None:
    rows = [read_row((label, *SEVEN)) for label in labels]
    mended, what = mend_rows(rows)
    assert mended == rows
    assert not what


@given(st.data())
def test_one_edit_is_recovered_or_left_unknown_never_another_row(data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(LABELS))
    at = data.draw(st.integers(0, len(label) - 1))
    edit = data.draw(st.sampled_from(["drop", "swap", "double", "replace"]))
    if edit == "drop":
        broken = label[:at] + label[at + 1 :]
    elif edit == "double":
        broken = label[:at] + label[at] + label[at:]
    elif edit == "swap":
        broken = label[:at] + label[at : at + 2][::-1] + label[at + 2 :]
    else:
        broken = label[:at] + "某" + label[at + 1 :]
    if broken in TERMS:
        return  # the edit made another label of the form: nothing can tell
    for find in (find_cut, find_slip):
        found = find(broken)
        assert found is None or found.key in KEYS[label]


@given(st.data())
def test_a_beginning_is_never_the_beginning_of_another_row(data: st.DataObject) -> None:
    label = data.draw(st.sampled_from(LABELS))
    start = label[: data.draw(st.integers(1, len(label)))]
    found = find_cut(start)
    assert found is None or found.key in KEYS[label]


def test_a_digit_in_a_label_is_no_slip() -> None:
    # 属于国家秘密5|4: the 5 is the first digit of 54, glued to the label.
    assert find_slip("属于国家秘密5") is None


def test_a_slip_close_to_two_labels_is_left_unknown() -> None:
    assert find_slip("行政处某") is None or find_slip("行政处某").key == "penalties"  # type: ignore[union-attr]
    assert find_slip("行政某某") is None
    assert look_at("行政某某").terms == ()


@given(st.sampled_from([label for label in LABELS if len(label) > 4]), st.data())
def test_letters_moved_within_a_label_leave_it_the_same(label: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(label) - 1))
    found = find_moved(label[:at] + label[at + 1 :] + label[at])
    assert found is not None
    assert found.key in KEYS[label]


def test_a_figure_behind_a_label_is_not_its_number() -> None:
    assert find_moved("属于国家秘密1") is None
    assert find_moved("2属于国家秘密") is None
    assert find_moved("1属于国密秘家") is not None
