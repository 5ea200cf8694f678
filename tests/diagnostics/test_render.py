"""Texts of diagnostics: harmless, aligned, complete in both languages."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arbitrary
from gxparse.diagnostics.catalogue import Entry
from gxparse.diagnostics.language import LANGUAGES
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import columns, excerpt, general, hint, message, render, severity_word, visible
from gxparse.span import Span
from gxparse.views.pages import all_entries

ENTRIES = all_entries()

anything = st.text(st.characters(exclude_categories=()), max_size=80)
lines = st.text(
    st.sampled_from("ab12 \t\u3000\xa0总计件（）０１“”é\u0301\u200b\u202e\x1f\x1e\x12\n\r") | st.characters(),
    max_size=200,
)


def is_harmless(text):
    return all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for c in text)


def test_there_are_codes():
    assert len(ENTRIES) > 60


# --- characters -------------------------------------------------------------------------------------------------


@given(anything)
def test_no_text_moves_a_cursor_or_turns_the_direction_of_writing(text):
    assert is_harmless(visible(text))


@given(anything)
def test_making_visible_twice_changes_nothing_more(text):
    assert visible(visible(text)) == visible(text)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\t1\t", "→1→"),
        ("\x1b]0;title\x07", "␛]0;title␇"),
        ("a\u202eb", "a<U+202E>b"),
        ("\ud800", "<U+D800>"),
        ("\ufeff一", "<U+FEFF>一"),
        ("\x1e\x1f甲\x1f\x11\x1f\x12\x0b\x1f\x13", "│甲│◂│▴⏎│▫"),
        ("1\xa02", "1 2"),
    ],
)
def test_what_structures_a_text_has_a_sign(raw, shown):
    assert visible(raw) == shown


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("12", 2), ("总计", 4), ("（七）", 6), ("１２", 4), ("ｱ", 1), ("e\u0301", 1), ("한", 2), ("→", 1)],
)
def test_a_wide_character_takes_two_columns(text, width):
    assert columns(text) == width


# --- excerpts ---------------------------------------------------------------------------------------------------


def test_a_caret_stands_under_its_characters():
    """Two columns for each Han character and each full-width digit before and under the caret."""
    line, carets = excerpt("标题\n一、总计：１２件", Span(8, 10)).lines()
    assert line == "    2 | 一、总计：１２件"
    assert carets == "      |           ^^^^"
    assert columns(line[: line.index("１")]) == columns(carets[: carets.index("^")])


@given(lines, st.integers(0, 200), st.integers(0, 60))
def test_an_excerpt_of_any_text_is_aligned(text, start, length):
    shown = excerpt(text, Span(start, start + length))
    line, carets = shown.lines()
    first, last = carets.index("^"), carets.rindex("^")
    assert carets[:first].strip(" |") == ""
    assert columns(shown.marked) in (last - first + 1, 0)
    assert columns(line[: len(line) - len(shown.marked + shown.after)]) == first
    assert is_harmless(line)


@given(lines, st.integers(0, 200), st.integers(0, 60))
def test_an_excerpt_shows_the_marked_characters(text, start, length):
    shown = excerpt(text, Span(start, start + length))
    content = text[start : start + length]
    # White space is marked only where there is nothing else.
    content = content if content.isspace() else content.strip()
    assert visible(content).strip().startswith(shown.marked.rstrip("…").strip()[:1])
    real = min(start, len(text))
    assert shown.line >= text.count("\n", 0, real) + 1


def test_white_space_around_a_figure_is_not_marked():
    shown = excerpt("\t\xa0 14\u3000", Span(1, 6))
    assert (shown.column, shown.marked) == (4, "14")


def test_a_blank_cell_is_marked_as_it_is():
    assert excerpt("\t\u3000\u3000", Span(1, 3)).marked == "\u3000\u3000"


def test_a_long_line_is_cut_around_the_mark():
    shown = excerpt("甲" * 10_000 + "12" + "乙" * 10_000, Span(10_000, 10_002), width=42)
    assert shown.text == "…" + "甲" * 10 + "12" + "乙" * 10 + "…"
    assert shown.column == 10_001


def test_a_short_side_leaves_its_room_to_the_other():
    assert excerpt("甲" * 100 + "12元", Span(100, 102), width=20).text == "…" + "甲" * 8 + "12元"
    assert excerpt("共12" + "乙" * 100, Span(1, 3), width=20).text == "共12" + "乙" * 8 + "…"


def test_a_long_mark_is_cut():
    shown = excerpt("9" * 50_000, Span(0, 50_000), width=30)
    assert shown.text == "9" * 20 + "…"


@given(lines, st.integers(0, 200), st.integers(0, 60), st.integers(3, 90))
def test_an_excerpt_is_never_wider_than_asked(text, start, length, width):
    shown = excerpt(text, Span(start, start + length), width=width)
    assert columns(shown.text.removeprefix("…").removesuffix("…")) <= width


def test_a_span_over_lines_is_marked_on_its_first():
    assert excerpt("甲乙\n丙", Span(1, 4)).lines() == ("    1 | 甲乙", "      |   ^^")


def test_an_excerpt_behind_the_end_stands_at_the_end():
    assert excerpt("甲\n乙", Span(40, 50)).lines() == ("    2 | 乙", "      |   ^")


# --- messages ---------------------------------------------------------------------------------------------------

_FIELDS = re.compile(r"\{([^{}]*)\}")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.code)
def test_a_template_uses_plain_fields_only(entry):
    """``{name}`` and nothing else, and no field in one language that the other does not have."""
    for texts in ((entry.zh, entry.en), (entry.hint_zh, entry.hint_en)):
        for text in texts:
            assert [f for f in _FIELDS.findall(text) if not re.fullmatch(r"[a-z_][a-z0-9_]*", f)] == [], text
    # A word that differs between the languages comes as two values, ``what_zh`` and ``what_en``.
    said = [{re.sub("_(zh|en)$", "", field) for field in _FIELDS.findall(text)} for text in (entry.zh, entry.en)]
    assert said[0] == said[1]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.code)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_a_message_and_an_explanation(entry, lang):
    headline = entry.zh if lang == "zh" else entry.en
    assert headline
    assert "\n" not in headline
    assert bool(entry.hint_zh) is bool(entry.hint_en)
    assert bool(entry.doc_zh) is bool(entry.doc_en)
    assert bool(re.search("[\u4e00-\u9fff]", entry.zh))


@pytest.mark.parametrize("lang", LANGUAGES)
@given(found=arbitrary.diagnostics)
def test_any_diagnostic_has_a_harmless_text(found, lang):
    text = render(found, "一、总体情况\n\t1", lang=lang, name="报告.txt")
    assert is_harmless(text.replace("\n", ""))
    assert visible(found.code[:100]) in text


def test_values_are_put_into_words():
    entry = Entry("GX998", "test-only", Severity.NOTE, zh="{a}｜{b}｜{c}｜{d}", en="{a}|{b}|{c}|{d}")
    found = entry(a=None, b=("甲", 2, None), c=10**5000, d="x" * 5000)
    # The entry is not registered: an unknown code is shown with its values.
    shown = message(found, "zh")
    assert shown.startswith("GX998 (a: （空）, b: 甲、2、（空）, c: 2^16609, d: xxx")
    assert shown.endswith("x…)")
    assert len(shown) < 300


def test_a_value_that_is_missing_leaves_the_rest_readable():
    found = Diagnostic("GX601", Severity.INCONSISTENCY, {"column": "自然人"})
    assert message(found, "zh").startswith("“自然人”列不平衡：一（新收 {received}）")


def test_the_hint_of_a_diagnostic_goes_before_that_of_the_catalogue():
    assert hint(Diagnostic("GX601", Severity.NOTE, hint="看\x1b第一列"), "en") == "看␛第一列"
    assert hint(Diagnostic("GX601", Severity.NOTE), "en").startswith("Compare the four figures")
    assert hint(Diagnostic("GX997", Severity.NOTE), "en") is None


def test_a_place_is_what_editors_make_a_link_of():
    found = Diagnostic("GX997", Severity.WARNING, span=Span(4, 5))
    assert render(found, "甲乙\n\t1", lang="en", name="a b.txt").splitlines() == [
        "a b.txt:2:2: warning GX997",
        "    2 | →1",
        "      |  ^",
    ]


def test_a_template_can_be_read_without_values():
    assert general("第{n}行：{a}≠{b}") == "第…行：…≠…"


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_words(severity):
    assert severity_word(severity, "en") == severity.value
    assert severity_word(severity, "zh") not in ("", severity.value)
