"""Properties 5 to 7: clean labels are left alone, a slip is recovered or named, white space changes nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gxparse
from gxparse.diagnostics.model import Severity
from gxparse.strategies import damage, print_report, printed_reports, reports
from gxparse.strategies import layouts as printers
from properties.test_round_trip import figures, missing, read, wrong

#: codes that say that a label was mended
MENDED = {"GX309", "GX310", "GX311"}
#: layouts in which white space inside a cell is nothing but white space
ROOMY = ("tab-cell", "tab-row", "html")


@pytest.mark.parametrize("layout", ["tab-cell", "tab-row", "html", "markdown", "pipe-trail", "sheet"])
@given(data=st.data())
def test_clean_labels_are_left_alone(layout, data):
    """Property 5: full or half width, 1. or 1、, wrapped or not, none of it is a repair."""
    printed = data.draw(printed_reports(reports=reports(), layouts=printers(names=[layout]), max_damage=0))
    result = read(printed)
    assert MENDED & {d.code for d in result.diagnostics} == set()
    assert not any(origin.repairs for origin in result.report.origins.values() if origin.path.startswith("requests."))


@pytest.mark.parametrize("layout", ["tab-cell", "tab-row", "html", "pipe-trail", "paragraphs", "stream", "sheet"])
@given(data=st.data())
def test_a_slip_in_a_label_is_recovered_or_named(layout, data):
    """Property 6: never silently another term, never silently nothing."""
    printed = data.draw(
        printed_reports(
            reports=reports(),
            layouts=printers(names=[layout], plain=True),
            damage=damage(kinds=["typo"]),
            max_damage=1,
        ).filter(lambda printed: printed.damages and printed.survival is not printed.printer.survival)
    )
    result = read(printed)
    assert wrong(printed, result) == {}
    if missing(printed, result):
        assert any(d.severity is Severity.ERROR for d in result.diagnostics)


#: a cell that holds a zero
ZERO = re.compile(r"\t0(?=[\t\n])")


def _wide(text: str) -> str:
    return text.translate(str.maketrans("0123456789", "０１２３４５６７８９"))


CHANGES = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "bom": lambda text: "\ufeff" + text,
    "full-width digits": _wide,
    "no-break spaces": lambda text: ZERO.sub("\t\u00a00", text),
    "ideographic spaces": lambda text: ZERO.sub("\t0\u3000", text),
    "trailing spaces": lambda text: ZERO.sub("\t0 ", text),
    "empty lines at the end": lambda text: text + "\n\n\n",
}


@pytest.mark.parametrize("change", CHANGES)
@given(report=reports(blanks=True), printer=printers(names=["tab-cell", "tab-row"]))
def test_white_space_and_width_change_nothing(change, report, printer):
    """Property 7."""
    text = print_report(report, printer).text
    plain, changed = gxparse.parse(text), gxparse.parse(CHANGES[change](text))
    assert figures(changed) == figures(plain)
    assert changed.report.edition == plain.report.edition
    assert changed.report.year == plain.report.year


@pytest.mark.parametrize("kind", ["padding", "full-width-digits", "line-ends", "byte-order-mark"])
@given(data=st.data())
def test_padding_changes_nothing(kind, data):
    """Property 7, on figures one by one."""
    printed = data.draw(
        printed_reports(
            reports=reports(blanks=True),
            layouts=printers(names=ROOMY, plain=True),
            damage=damage(kinds=[kind]),
            max_damage=1,
        )
    )
    result = read(printed)
    assert wrong(printed, result) == {}
    if printed.must_read:
        assert missing(printed, result) == set()
