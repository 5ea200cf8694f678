"""Frames: every figure once, missing where nothing was given, exact or refused."""

from __future__ import annotations

import datetime
import sys
from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given, settings

import gxparse
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.errors import MissingExtra, UsageError
from gxparse.forms.editions import EDITIONS
from gxparse.model.report import Report
from gxparse.span import Span
from gxparse.strategies import reports
from gxparse.views.frames import figures_frame, findings_frame, reports_frame

FEES = "proactive.fees.administrative_fees.amount_cny"
TOTAL = "requests.received.total"


@given(reports())
@settings(max_examples=10)
def test_a_long_frame_holds_every_figure(report):
    frame = figures_frame(report, money="decimal")
    values = report.values()
    assert frame["path"].tolist() == list(values)
    for count, amount, value in zip(frame["count"], frame["amount_cny"], values.values(), strict=True):
        if value is None:
            assert count is pd.NA
            assert amount is None
        elif isinstance(value, Decimal):
            assert amount == value
            assert count is pd.NA
        else:
            assert count == value
            assert amount is None


def test_a_wide_frame_has_a_row_for_every_report():
    old = Report.from_values("trial_2019", {TOTAL: 3}, body="甲", year=2020)
    new = Report.from_values("revised_2021", {TOTAL: 0, FEES: Decimal("12.5")}, published=datetime.date(2024, 1, 9))
    frame = reports_frame({"a": old, "b": new})
    assert frame["report"].tolist() == ["a", "b"]
    assert frame[TOTAL].tolist() == [3, 0]
    assert frame[FEES][0] is pd.NA
    assert frame[FEES][1] == 12.5
    assert str(frame[TOTAL].dtype) == "Int64"
    assert frame["published"][1] == pd.Timestamp("2024-01-09")
    assert len(frame.columns) == 6 + len({*EDITIONS["trial_2019"].paths, *EDITIONS["revised_2021"].paths})


def test_provenance_stands_beside_a_figure(project):
    result = gxparse.read(project / "examples" / "township_2020.txt")
    frame = figures_frame(result.report).set_index("path")
    row = frame.loc[TOTAL]
    assert result.source.text[row["start"] : row["stop"]] == row["raw"]
    assert row["label"] == "一、本年新收政府信息公开申请数量›总计"
    assert row["section"] == "requests"


def test_a_blank_has_its_reason(project):
    result = gxparse.read(project / "examples" / "county_2021.txt")
    frame = figures_frame(result.report)
    blank = frame[frame["count"].isna() & frame["amount_cny"].isna()]
    assert set(blank["missing"]) == {"blank"}
    assert len(blank) == 5


def test_findings():
    found = [Diagnostic("GX997", Severity.WARNING, {"a": 1}, Span(2, 4), TOTAL), Diagnostic("GX996", Severity.NOTE)]
    frame = findings_frame({"a.txt": found}, lang="en")
    assert frame.astype(object).where(frame.notna(), None).to_dict("list") == {
        "report": ["a.txt"] * 2,
        "code": ["GX997", "GX996"],
        "severity": ["warning", "note"],
        "path": [TOTAL, None],
        "message": ["GX997 (a: 1)", "GX996"],
        "start": [2, None],
        "stop": [4, None],
    }
    assert len(findings_frame([])) == 0


def test_what_a_frame_cannot_hold_is_refused():
    with pytest.raises(UsageError, match="64 bits"):
        reports_frame(Report.from_values("trial_2019", {TOTAL: 2**70}))
    with pytest.raises(UsageError, match="64 bits"):
        figures_frame(Report.from_values("trial_2019", {TOTAL: 2**70}))
    with pytest.raises(UsageError, match="no float"):
        figures_frame(Report.from_values("revised_2021", {FEES: Decimal("1e400")}))
    with pytest.raises(UsageError, match="digits"):
        figures_frame(Report.from_values("revised_2021", {FEES: Decimal("0.00000001")}), money="decimal")
    with pytest.raises(UsageError, match="pandas"):
        figures_frame([], library="arrow")
    with pytest.raises(UsageError, match="float"):
        figures_frame([], money="int")


def test_no_reports_make_an_empty_frame_with_columns():
    assert "count" in figures_frame([]).columns
    assert len(reports_frame([])) == 0


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtra, match=r"gxparse\[frames\]"):
        figures_frame([])
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtra, match="pip install polars"):
        figures_frame([], library="polars")


def test_polars():
    pl = pytest.importorskip("polars", reason="polars is not installed")
    report = Report.from_values(
        "revised_2021", {TOTAL: 7, FEES: Decimal("1200.50")}, published=datetime.date(2024, 1, 9)
    )
    frame = figures_frame(report, library="polars", money="decimal")
    row = frame.filter(pl.col("path") == FEES)
    assert row["amount_cny"].to_list() == [Decimal("1200.50")]
    assert row["count"].to_list() == [None]
    wide = reports_frame(report, library="polars")
    assert wide[TOTAL].to_list() == [7]
    assert wide["published"].to_list() == [datetime.date(2024, 1, 9)]
    assert wide["requests.received.natural_person"].to_list() == [None]
    assert wide.schema[TOTAL] == pl.Int64
