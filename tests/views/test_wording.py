"""Figures, places and reasons in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.forms.spec import Kind
from gxparse.model.origin import Missing, Origin
from gxparse.model.report import Report
from gxparse.views.wording import address_words, counted, figure_text, heading, missing_words, worst_first


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        (None, Kind.COUNT, ""),
        (0, Kind.COUNT, "0"),
        (-3, Kind.COUNT, "-3"),
        (0, Kind.CHANGE, "0"),
        (3, Kind.CHANGE, "+3"),
        (-3, Kind.CHANGE, "-3"),
        (Decimal(0), Kind.MONEY, "0"),
        (Decimal("1234567.80"), Kind.MONEY, "1,234,567.80"),
        (Decimal("-12.5"), Kind.MONEY, "-12.5"),
        (Decimal("1E+5"), Kind.MONEY, "100,000"),
        (Decimal("1E+999999"), Kind.MONEY, "1E+999999"),
        (Decimal("NaN"), Kind.MONEY, "NaN"),
        (10**5000, Kind.COUNT, "10^5000"),
        (-(10**5000), Kind.COUNT, "-10^5000"),
    ],
    ids=map(str, range(14)),  # Python refuses to print the last two
)
def test_figures(value, kind, shown):
    assert figure_text(value, kind) == shown


@pytest.mark.parametrize(
    ("address", "zh", "en"),
    [
        ("table 2, row 4, column 10", "表 2，第 4 行，第 10 列", "table 2, row 4, column 10"),
        ("page 2, table 1, row 3, column 1, to page 3", "第 2 页，表 1，第 3 行，第 1 列，至第 3 页", "page 2, table 1, row 3, column 1, to page 3"),
        ("paragraph 7", "第 7 段", "paragraph 7"),
        ("(//table)[2]/descendant::tr[4]/*[8]#char=1,2", "表 2，第 4 行，第 8 格", "table 2, row 4, cell 8"),
        ("年度报告!J31", "年度报告!J31", "年度报告!J31"),
        ("#char=3,4", "第 3—4 个字符", "characters 3 to 4"),
        ("table 2, \x1b", "table 2, ␛", "table 2, ␛"),
        ("", "", ""),
    ],
)  # fmt: skip
def test_places(address, zh, en):
    assert (address_words(address), address_words(address, "en")) == (zh, en)


@pytest.mark.parametrize("missing", Missing)
def test_every_reason_has_words(missing):
    zh, en = (missing_words(Origin("requests.received.total", missing=missing), lang) for lang in ("zh", "en"))
    assert zh
    assert en
    assert zh != en


def test_a_report_without_a_title_is_named_by_its_body():
    assert heading(Report.from_values("trial_2019", {}, body="青石镇", year=2020)) == "青石镇 2020年"
    assert heading(Report.from_values("trial_2019", {}), "en") == "(report without a title)"
    assert heading(Report.from_values("trial_2019", {}, title="某县\n2020年\x1b")) == "某县 2020年␛"


def test_findings_are_counted_worst_first():
    found = [Diagnostic("GX997", Severity(s)) for s in ("note", "warning", "inconsistency", "error", "warning")]
    assert counted(found) == "1 处不一致、1 处错误、2 处警告、1 条说明"
    assert counted(found, "en") == "1 inconsistency, 1 error, 2 warnings, 1 note"
    assert [d.severity.value for d in worst_first(found)] == ["inconsistency", "error", "warning", "warning", "note"]
    assert counted([]) == ""
