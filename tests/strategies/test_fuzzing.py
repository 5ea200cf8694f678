from __future__ import annotations

import pytest
from hypothesis.errors import InvalidArgument

from gxparse.errors import UsageError
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


def test_what_the_reader_raises_is_a_finding():
    def fragile(printed):
        raise LookupError("no table here")

    finding = fuzz(fragile, printed=PLAIN, examples=10)
    assert finding.kind == "raised"
    assert finding.describe().startswith("raised: LookupError: no table here, after ")
    with pytest.raises(LookupError, match="no table here") as caught:
        raise finding.error
    assert any("while reading <Printed by layouts.printer('tab-cell')" in note for note in caught.value.__notes__)


def test_a_raised_exception_is_made_small():
    def fragile(printed):
        assert printed.report.requests.received.total < 5
        return {}

    finding = fuzz(fragile, printed=PLAIN, examples=300, complete=False, random_seed=3)
    assert finding.kind == "raised"
    assert finding.printed.report.requests.received.total == 5


def test_a_reader_that_changes_its_mind_is_found():
    answers = iter([{}, {"requests.received.total": -1}, *[{}] * 1000])
    finding = fuzz(lambda printed: next(answers), printed=PLAIN, examples=30, complete=False)
    assert finding.kind == "unsteady"
    assert "not the same figures" in finding.describe()


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ({"requests.recieved.total": 3}, "did you mean 'requests.received.total'?"),
        ({"x": None}, "'x', which is no field path of any edition"),
        ([], "this one gave list"),
        (None, "this one gave NoneType"),
    ],
)
def test_a_reader_that_gives_no_figures_is_misuse(read, words):
    with pytest.raises(UsageError) as caught:
        fuzz(lambda printed: read, printed=PLAIN, examples=3)
    assert words in str(caught.value)


def test_a_figure_of_another_edition_is_wrong():
    only = printed_reports(reports=reports(edition="trial_2019"))
    finding = fuzz(lambda printed: {"proactive.documents.government_rules.issued": 0}, printed=only, examples=5)
    assert finding.figures == {"proactive.documents.government_rules.issued": (None, 0)}


def test_progress_is_told():
    seen = []
    fuzz(lambda printed: printed.values, printed=PLAIN, examples=25, progress=lambda *told: seen.append(told))
    assert seen == [(number, False) for number in range(1, len(seen) + 1)]
    assert len(seen) >= 20


def test_progress_tells_that_something_is_made_smaller():
    seen = []
    finding = fuzz(
        lambda printed: {"requests.received.total": 1},
        printed=PLAIN,
        examples=25,
        progress=lambda *told: seen.append(told),
    )
    assert [number for number, _ in seen] == list(range(1, finding.examples + 1))
    assert seen[0] == (1, True)
    assert all(found for _, found in seen)


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
