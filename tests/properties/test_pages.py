"""Properties 4 and 13: joining undoes any page split, and a text that ends early says less, never something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse import layouts
from gxparse.diagnostics.model import Severity
from gxparse.strategies import damage, print_report, printed_reports, reports
from gxparse.strategies import layouts as printers
from properties.test_round_trip import figures, missing, read, wrong

SPLITS = ("page-split", "cut-group", "cut-row")
#: layouts in which a page end leaves both parts as tables of the same kind
PAGED = ("tab-row", "tab-cell", "html", "sheet", "markdown")


@pytest.mark.parametrize("split", SPLITS)
@pytest.mark.parametrize("layout", PAGED)
@given(data=st.data())
def test_joining_undoes_a_page_split(layout, split, data):
    """Property 4, with and without a repeated header, page numbers in between."""
    printed = data.draw(
        printed_reports(
            reports=reports(),
            layouts=printers(names=[layout], plain=True),
            damage=damage(kinds=[split]),
            max_damage=1,
        ).filter(lambda printed: printed.damages and printed.must_read)
    )
    result = read(printed)
    assert wrong(printed, result) == {}
    assert missing(printed, result) == set()


@given(
    reports(), printers(names=["tab-row", "html"], plain=True), st.lists(damage(kinds=SPLITS), min_size=2, max_size=4)
)
def test_joining_undoes_several_page_splits(report, printer, damages):
    printed = print_report(report, printer, tuple(damages))
    result = read(printed)
    assert wrong(printed, result) == {}


def _prefixes(data, text):
    """Some early ends: anywhere, and at ends of lines, where a cut looks most like an end."""
    ends = [0, *(at for at, char in enumerate(text) if char == "\n")]
    return data.draw(st.sampled_from(ends) | st.integers(0, len(text)), label="end")


@pytest.mark.parametrize("layout", layouts.names())
@given(data=st.data())
def test_a_prefix_says_less_and_never_something_else(layout, data):
    """Property 13. The last figure may have lost digits, and then it must not have been read."""
    printed = data.draw(printed_reports(reports=reports(), layouts=printers(names=[layout], plain=True), max_damage=0))
    text = printed.text[: _prefixes(data, printed.text)]
    result = gxparse.parse(text, layout="sheet" if layout == "sheet" else None)
    found = figures(result)
    contradictions = {path: value for path, value in found.items() if printed.values.get(path) != value}
    # A cut inside the digits of a figure leaves a shorter number at the very end; no reader can know of that.
    if contradictions and text[-1:].isdigit():
        (path,) = contradictions
        assert str(printed.values[path]).startswith(str(contradictions[path])), contradictions
    else:
        assert contradictions == {}
    if found and len(found) < len(printed.values):
        assert any(d.severity in (Severity.ERROR, Severity.WARNING) for d in result.diagnostics)
