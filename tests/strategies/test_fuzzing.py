from __future__ import annotations

import pytest
from hypothesis.errors import InvalidArgument

from gxparse.strategies import fuzz, layouts, printed_reports, reports

PLAIN = printed_reports(layouts=layouts(names=["tab-cell"], plain=True), max_damage=0)


def test_a_perfect_reader_has_no_finding():
    assert fuzz(lambda printed: printed.values, examples=30) is None


def test_a_reader_that_reads_nothing_is_right_but_not_complete():
    assert fuzz(lambda printed: {}, printed=PLAIN, examples=30, complete=False) is None
    finding = fuzz(lambda printed: {}, printed=PLAIN, examples=30)
    assert finding.kind == "missing"
    assert set(finding.figures.values()) == {(0, None)} | {
        pair for pair in finding.figures.values() if pair[0] is not None and pair[1] is None
    }


def test_a_wrong_figure_is_found_and_made_small():
    def doubled(printed):
        return {path: value and value * 2 for path, value in printed.values.items()}

    finding = fuzz(doubled, printed=PLAIN, examples=100, random_seed=3)
    assert finding.kind == "wrong"
    given = [value for value in finding.printed.values.values() if value]
    assert len(given) <= 6, "one batch touches six cells at most"
    assert set(given) == {1}
    assert finding.describe().startswith(f"wrong: {len(given)} figures, after {finding.examples} examples\nlayout: ")


def test_invented_figures_are_wrong():
    gaps = printed_reports(reports=reports(blanks=True), layouts=layouts(names=["tab-cell"], plain=True), max_damage=0)

    def zeros_for_blanks(printed):
        return {path: 0 if value is None else value for path, value in printed.values.items()}

    finding = fuzz(zeros_for_blanks, printed=gaps, examples=300, random_seed=3)
    assert finding.kind == "wrong"
    assert set(finding.figures.values()) == {(None, 0)}


def test_a_seed_makes_it_repeatable():
    def broken(printed):
        return {path: 3 for path in printed.values if printed.report.year == 2020}

    first, second = (fuzz(broken, examples=60, random_seed=11) for _ in range(2))
    assert first == second


def test_what_the_reader_raises_is_raised_with_the_report():
    def fragile(printed):
        raise LookupError("no table here")

    with pytest.raises(LookupError, match="no table here") as caught:
        fuzz(fragile, printed=PLAIN, examples=10)
    assert any("while reading <Printed by layouts.printer('tab-cell')" in note for note in caught.value.__notes__)


def test_progress_is_told():
    seen = []
    fuzz(lambda printed: printed.values, printed=PLAIN, examples=25, progress=seen.append)
    assert seen == list(range(1, len(seen) + 1))
    assert len(seen) >= 20


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"read": 3}, "Expected read to be callable, got read=3"),
        ({"read": dict, "examples": 0}, "examples=0"),
        ({"read": dict, "examples": 2.5}, "examples=2.5"),
    ],
)
def test_misuse_is_named(arguments, message):
    with pytest.raises(InvalidArgument) as caught:
        fuzz(**arguments)
    assert message in str(caught.value)
