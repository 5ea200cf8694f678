"""A figure that something tears in two is read as it was, or not at all, and no other figure suffers."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import gxparse
from gxparse.strategies import layouts as printers
from gxparse.strategies import print_report, reports
from properties.test_round_trip import READABLE, figures, read

#: what tools put into a figure: a line end, spaces, characters that nobody sees, separators of thousands
SEAMS = ("\n", " ", "\u3000", "\u2009", "\u200b", ",\n", " ,", ".\n", " .", "\n - 3 -\n")


@pytest.mark.parametrize("layout", READABLE)
@given(data=st.data())
def test_a_torn_figure_is_never_another(layout, data):
    report = data.draw(reports(blanks=False))
    printed = print_report(report, data.draw(printers(names=[layout], plain=True)))
    known = read(printed).report
    assume(known is not None)
    origins = [known.origin(path) for path in printed.values]
    spans = sorted({o.span for o in origins if o.span is not None and len(o.span) > 1})
    assume(spans)
    span = data.draw(st.sampled_from(spans), label="figure")
    at = data.draw(st.integers(span.start + 1, span.stop - 1), label="at")
    assume(printed.text[at - 1 : at + 1].isdigit())
    # In the text of a file reader nothing but the end of a row is a line end.
    seams = [seam for seam in SEAMS if layout != "sheet" or "\n" not in seam]
    text = printed.text[:at] + data.draw(st.sampled_from(seams), label="seam") + printed.text[at:]
    result = gxparse.parse(text, layout="sheet" if layout == "sheet" else None)
    assert {p: v for p, v in figures(result).items() if v != printed.values[p]} == {}
