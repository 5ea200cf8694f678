"""``gxparse check``: what people read, what programs read, what is chosen."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

import gxparse
from gxparse import layouts
from gxparse.codec import load_result
from views.reading_html import read_html

CLEAN, BROKEN = "examples/clean_2023.txt", "examples/township_2020.txt"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_looks_as_it_did(gxparse_command, golden, lang):
    done = gxparse_command("check", BROKEN, CLEAN, "--lang", lang)
    golden(f"check/text.{lang}.txt", "\n".join(line.rstrip() for line in done.stdout.splitlines()) + "\n")
    assert done.exit_code == 1


def test_the_place_of_a_finding_is_a_link(gxparse_command):
    """``file:line:column`` leads to the very figure."""
    done = gxparse_command("check", BROKEN)
    places = [line.split(": ")[0] for line in done.stdout.splitlines() if ": inconsistency GX" in line]
    assert places
    for place in places:
        name, line, column = place.rsplit(":", 2)
        text = Path(name).read_bytes().decode().split("\n")[int(line) - 1]
        assert text[int(column) - 1].isdigit()
        assert not text[int(column) - 2].isdigit()


def test_a_caret_stands_under_the_figure(gxparse_command):
    from gxparse.diagnostics.render import columns

    lines = gxparse_command("check", BROKEN, "--lang", "zh").stdout.splitlines()
    # Lines that hold a figure and nothing else; a finding about prose marks its words.
    carets = [n for n, line in enumerate(lines) if line.strip(" |").startswith("^ ") and "→" in lines[n - 1]]
    assert carets
    for n in carets:
        at = lines[n].index("^")
        before = next(i for i in range(len(lines[n - 1])) if columns(lines[n - 1][:i]) >= at)
        assert lines[n - 1][before].isdigit()


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "不一致"),
        ({"LANG": "de_DE.UTF-8"}, "inconsistency"),
        ({"GXPARSE_LANG": "zh"}, "不一致"),
    ],
)
def test_the_language_is_that_of_the_locale(gxparse_command, environment, word):
    assert word in gxparse_command("check", BROKEN, env=environment).stdout
    assert "inconsistency" in gxparse_command("check", BROKEN, "--lang", "en", env=environment).stdout


def test_nothing_found(gxparse_command):
    done = gxparse_command("check", CLEAN)
    assert done.exit_code == 0
    assert done.stdout.startswith("examples/clean_2023.txt: nothing found")


def test_json(gxparse_command):
    done = gxparse_command("check", CLEAN, BROKEN, "--format", "json", "--lang", "zh")
    assert done.exit_code == 1
    documents = [load_result(line) for line in done.stdout.splitlines()]
    assert [d.diagnostics for d in documents] == [gxparse.read(f).diagnostics for f in (CLEAN, BROKEN)]
    said = [d["message"] for d in json.loads(done.stdout.splitlines()[1])["diagnostics"]]
    assert any("列不平衡" in text for text in said)


def test_sarif(gxparse_command):
    done = gxparse_command("check", CLEAN, BROKEN, "--format", "sarif")
    [run] = json.loads(done.stdout)["runs"]
    assert [a["location"]["uri"] for a in run["artifacts"]] == [CLEAN, BROKEN]
    assert {r["ruleId"] for r in run["results"]} >= {"GX601", "GX607"}


def test_github(gxparse_command):
    done = gxparse_command("check", BROKEN, "--format", "github", "--lang", "zh")
    lines = done.stdout.splitlines()
    assert len([line for line in lines if line.startswith("::error file=examples/township_2020.txt,line=")]) == 2
    assert [line for line in lines if line.startswith("::notice")] == []
    more = gxparse_command("check", BROKEN, "--format", "github", "--notes").stdout
    assert "::notice" in more


def test_html(gxparse_command, tmp_path):
    target = tmp_path / "out.html"
    done = gxparse_command("check", BROKEN, CLEAN, "--format", "html", "-o", str(target), "--lang", "zh")
    assert done.exit_code == 1
    root = read_html(target.read_text("utf-8").removeprefix("<!DOCTYPE html>"))
    assert len(root.with_class("gxparse")) == 2
    assert "GX601" in root.text


def test_select_and_ignore(gxparse_command):
    def codes(*options):
        text = gxparse_command("check", BROKEN, "--format", "json", *options).stdout
        return {d.code for d in load_result(text).diagnostics}

    every = codes()
    assert {"GX601", "GX607"} <= every
    assert codes("--select", "GX601") == {"GX601"}
    assert codes("--select", "request-balance") == {"GX601"}
    assert codes("--select", "gx6") == {c for c in every if c.startswith("GX6")}
    assert codes("--select", "GX4,GX607") == {c for c in every if c.startswith("GX4") or c == "GX607"}
    assert codes("--ignore", "GX6") == {c for c in every if not c.startswith("GX6")}
    assert codes("--select", "GX6", "--ignore", "least-change") == {c for c in every if c.startswith("GX6")} - {"GX607"}


def test_ignoring_all_findings_leaves_none(gxparse_command):
    done = gxparse_command("check", BROKEN, "--ignore", "GX6", "--ignore", "GX8")
    assert done.exit_code == 0
    assert "nothing found" in done.stdout


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_does_not_exist_is_refused(gxparse_command, option):
    done = gxparse_command("check", BROKEN, option, "GX199")
    assert done.exit_code == 2
    assert "no code, name or family 'GX199'" in done.stderr


def test_notes_are_counted_and_listed_when_asked_for(gxparse_command):
    short = gxparse_command("check", BROKEN)
    assert " notes." in short.stdout
    assert "GX405" not in short.stdout
    long = gxparse_command("check", BROKEN, "--notes")
    assert "note GX405" in long.stdout
    only = gxparse_command("check", BROKEN, "--select", "GX405")
    assert only.exit_code == 0
    assert "note GX405" in only.stdout


def test_the_verdict_counts_what_holds_and_what_cannot_be_checked(gxparse_command):
    last = gxparse_command("check", "examples/county_2021.txt").stdout.splitlines()[-1]
    assert last.startswith("examples/county_2021.txt: nothing found")
    assert "1 not checkable for want of a figure" in last


def test_colour_only_for_terminals(gxparse_command):
    assert "\x1b[" not in gxparse_command("check", BROKEN).stdout
    assert "\x1b[" in gxparse_command("check", BROKEN, "--color", "always").stdout
    assert "\x1b[31m" not in gxparse_command("check", BROKEN, "--color", "never").stdout


def test_a_report_cannot_paint_the_terminal(gxparse_command):
    text = Path(BROKEN).read_text("utf-8").replace("186.25万元", "186\x1b[2J\u202e万元")
    out = gxparse_command("check", "-", "--notes", stdin=text.encode()).stdout
    assert not set(out) & set("\x1b\u202e")


# --- several years of one body ----------------------------------------------------------------------------------


@pytest.fixture
def years(tmp_path, project):
    """Three reports of one body with equal tables, but that the last says 5 were carried over instead of 2."""
    clean = gxparse.read(project / CLEAN).report
    names = []
    for year in (2022, 2023, 2024):
        values = clean.values()
        if year == 2024:
            assert values["requests.carried_forward.total"] == 2
            values["requests.carried_over.total"] = 5
        title = f"{clean.body}{year}年政府信息公开工作年度报告"
        report = gxparse.Report.from_values(clean.edition, values, title=title, sections=clean.sections)
        file = tmp_path / f"{year}.txt"
        file.write_text(layouts.render(report, "tab-row"), "utf-8")
        names.append(str(file))
    return names


def test_the_years_of_a_body_are_compared(gxparse_command, years):
    done = gxparse_command("check", *reversed(years))
    lines = done.stdout.splitlines()
    found = [line for line in lines if ": warning GX901 " in line]
    assert len(found) == 1
    assert found[0].startswith(f"{years[2]}:")
    assert any(line.startswith(f"{years[2]}: beside other years: ") for line in lines)
    assert done.exit_code == 1


def test_programs_get_what_the_years_say_about_each_other(gxparse_command, years):
    done = gxparse_command("check", *years, "--format", "json", "--select", "GX9")
    codes = [{d.code for d in load_result(line).diagnostics} for line in done.stdout.splitlines()]
    assert codes[0] == set()
    assert "GX905" in codes[1]
    assert "GX901" in codes[2]
    assert gxparse_command("check", *years, "--ignore", "GX9").stdout.count("beside other years") == 0


def test_reports_of_different_bodies_are_not_compared(gxparse_command):
    out = gxparse_command("check", CLEAN, BROKEN, "--format", "json").stdout
    assert {d.code for line in out.splitlines() for d in load_result(line).diagnostics if d.code[2] == "9"} == set()


def test_a_cell_of_the_other_year_is_not_shown_as_one_of_this(gxparse_command, years):
    out = gxparse_command("check", *years, "--select", "GX901", "--lang", "zh").stdout
    assert "二、上年结转政府信息公开申请数量" in out
    assert "      四、结转下年度继续办理" not in out


def test_a_line_for_each_finding(gxparse_command):
    done = gxparse_command("check", BROKEN, CLEAN, "--format", "csv")
    lines = list(csv.DictReader(done.stdout.splitlines()))
    assert [line["code"] for line in lines] == ["GX801", "GX601", "GX601"]
    last = lines[-1]
    assert (last["file"], last["year"], last["name"], last["severity"]) == (
        BROKEN,
        "2020",
        "request-balance",
        "inconsistency",
    )
    assert (last["path"], last["label"]) == ("requests.results.total.total", "三、本年度办理结果›（七）总计›总计")
    assert (last["line"], last["column"], last["address"]) == ("338", "2", "")
    assert last["message"].startswith("column 总计 does not balance")
    assert done.exit_code == 1


@pytest.mark.parametrize(
    ("lang", "last"), [("en", "2 files: 1 with nothing found, 1 with findings"), ("zh", "2 个文件：1 个没有发现问题")]
)
def test_how_often_each_code_came_up(gxparse_command, lang, last):
    done = gxparse_command("check", BROKEN, CLEAN, "--statistics", "--lang", lang)
    lines = [line.split() for line in done.stdout.splitlines()]
    counts = {line[0]: line[-2:] for line in lines if line and line[0].startswith("GX")}
    assert counts == {"GX601": ["2", "1"], "GX801": ["1", "1"]}
    assert done.stdout.splitlines()[-1].startswith(last)
    assert done.exit_code == 1


def test_counting_is_for_people(gxparse_command):
    assert gxparse_command("check", CLEAN, "--statistics", "--format", "json").exit_code == 2
