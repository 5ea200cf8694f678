"""``gxparse parse``: tables, JSON and CSV of the same figures."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

import gxparse
from gxparse.codec import load_result

CLEAN, BROKEN = "examples/clean_2023.txt", "examples/township_2020.txt"


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_a_table_for_people(gxparse_command):
    done = gxparse_command("parse", CLEAN)
    assert done.exit_code == 0
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    [received] = [line for line in lines if line.startswith("一、本年新收")]
    values = gxparse.read(CLEAN).report.requests.received
    assert received.split()[1:] == [str(getattr(values, field.name)) for field in attrs.fields(type(values))]


def test_json_is_what_the_library_loads(gxparse_command):
    done = gxparse_command("parse", CLEAN, BROKEN, "--format", "json")
    documents = [load_result(line) for line in done.stdout.splitlines()]
    assert [d.name for d in documents] == [CLEAN, BROKEN]
    for document in documents:
        result = gxparse.read(document.name)
        assert document.report == result.report
        assert document.diagnostics == result.diagnostics


def test_json_can_be_indented(gxparse_command):
    done = gxparse_command("parse", CLEAN, "--format", "json", "--indent", "2")
    assert done.stdout.startswith('{\n  "gxparse": "result"')
    assert load_result(done.stdout).report == gxparse.read(CLEAN).report


def test_csv_has_a_line_for_every_figure(gxparse_command):
    done = gxparse_command("parse", CLEAN, BROKEN, "--format", "csv")
    table = rows(done.stdout)
    for name in (CLEAN, BROKEN):
        report = gxparse.read(name).report
        mine = {row["path"]: row for row in table if row["file"] == name}
        assert list(mine) == list(report.values())
        for path, value in report.values().items():
            assert mine[path]["value"] == ("" if value is None else str(value))
            assert bool(mine[path]["missing"]) is (value is None)
        assert {row["year"] for row in mine.values()} == {str(report.year)}


def test_a_blank_is_blank_in_csv(gxparse_command):
    table = rows(gxparse_command("parse", "examples/county_2021.txt", "--format", "csv").stdout)
    blanks = [row for row in table if row["value"] == ""]
    assert len(blanks) == 5
    assert {row["missing"] for row in blanks} == {"blank"}


def test_a_spreadsheet_takes_no_text_for_a_formula(gxparse_command, tmp_path):
    report = tmp_path / "=1+1.txt"
    report.write_bytes(Path(CLEAN).read_bytes())
    done = gxparse_command("parse", str(report), "--format", "csv")
    assert {row["file"] for row in rows(done.stdout)} == {str(report)}


def test_a_line_for_each_file(gxparse_command):
    """A panel: columns that do not depend on the files, and a line for a file without a report too."""
    table = rows(
        gxparse_command("parse", BROKEN, "examples/county_2021.txt", "-", "--format", "csv", "--wide", stdin=b"").stdout
    )
    assert [row["file"] for row in table] == [BROKEN, "examples/county_2021.txt", "-"]
    for row in table[:2]:
        report = gxparse.read(row["file"]).report
        assert (row["edition"], row["body"], row["year"]) == (report.edition, report.body, str(report.year))
        values = report.values()
        for path in set(row) - {"file", "edition", "body", "year", "published", "codes"}:
            value = values.get(path)
            assert row[path] == (
                "" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)
            )
        assert set(values) < set(row)
    assert table[0]["codes"] == "GX601 GX801"
    assert set(table[2].values()) == {"-", "GX203", ""}


def test_wide_is_for_csv(gxparse_command):
    assert gxparse_command("parse", CLEAN, "--wide").exit_code == 2


def test_no_text_becomes_a_formula_and_every_number_stays_one():
    from gxparse.cli.csv_lines import write_lines

    file = io.StringIO()
    write_lines(file, ["a", "b"], [("=1+1", -3), ("@x", Decimal("-2E+3")), ("镇", None), ("-3", Decimal("0.10"))])
    assert file.getvalue().splitlines() == ["a,b", "'=1+1,-3", "'@x,-2000", "镇,", "'-3,0.10"]


def test_csv_with_a_mark_for_excel(gxparse_command):
    assert gxparse_command("parse", CLEAN, "--format", "csv", "--bom").stdout.startswith("\ufefffile,")
    assert gxparse_command("parse", CLEAN, "--format", "csv").stdout.startswith("file,")


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_output_goes_to_a_file(gxparse_command, tmp_path, form):
    target = tmp_path / "out"
    done = gxparse_command("parse", CLEAN, "--format", form, "-o", str(target))
    assert (done.exit_code, done.stdout) == (0, "")
    assert target.read_text("utf-8") == gxparse_command("parse", CLEAN, "--format", form).stdout


def test_standard_input(gxparse_command):
    done = gxparse_command("parse", "-", "--format", "json", stdin=Path(CLEAN).read_bytes())
    assert load_result(done.stdout).report == gxparse.read(CLEAN).report
    assert json.loads(done.stdout)["name"] == "-"


def test_inconsistent_figures_are_read_without_complaint_of_reading(gxparse_command):
    done = gxparse_command("parse", BROKEN)
    assert done.exit_code == 0
    assert "see gxparse check examples/township_2020.txt" in done.stdout


def test_a_figure_that_was_not_read_is_a_finding(gxparse_command):
    text = Path(CLEAN).read_text("utf-8")
    broken = text.replace("312", "三百十二x", 1)
    assert broken != text
    done = gxparse_command("parse", "-", stdin=broken.encode())
    assert done.exit_code == 1


def test_a_text_that_is_no_report_is_not_read(gxparse_command):
    done = gxparse_command("parse", "-", stdin="今天天气很好。".encode())
    assert done.exit_code == 2
    assert "GX302" in done.stdout
