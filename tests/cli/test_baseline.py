"""``--baseline``: what was accepted stays accepted, what is new is shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import gxparse
from gxparse.checks.baseline import Baseline

CLEAN, BROKEN = "examples/clean_2023.txt", "examples/township_2020.txt"


def edited(**figures):
    """The example with other figures in some cells of the row of requests received."""
    result = gxparse.read(BROKEN)
    text = result.source.text
    spans = {name: result.report.origin(f"requests.received.{name}").span for name in figures}
    for name, span in sorted(spans.items(), key=lambda item: item[1], reverse=True):
        text = f"{text[: span.start]}{figures[name]}{text[span.stop :]}"
    return text


def serious(path):
    """The findings of a file that are more than a note."""
    found = [d for d in gxparse.read(path).diagnostics if d.severity != "note"]
    assert len(found) >= 2
    return found


@pytest.fixture
def baseline(tmp_path):
    return str(tmp_path / "accepted.json")


@pytest.fixture
def accepted(gxparse_command, baseline):
    done = gxparse_command("check", BROKEN, "--baseline", baseline, "--accept")
    assert (done.exit_code, done.stderr) == (0, f"gxparse: {baseline}: {len(serious(BROKEN))} findings accepted\n")
    return baseline


def test_what_was_accepted_is_not_shown_again(gxparse_command, accepted):
    done = gxparse_command("check", BROKEN, "--baseline", accepted)
    assert done.exit_code == 0
    assert "nothing found" in done.stdout
    assert f"{len(serious(BROKEN))} known from the baseline" in done.stdout
    assert "GX601" not in done.stdout


def test_it_stays_accepted_when_the_text_around_it_changes(gxparse_command, accepted):
    text = Path(BROKEN).read_text("utf-8").replace("一、总体情况", "\n\n一、总体情况\n又加了一段话。", 1)
    assert gxparse_command("check", "-", "--baseline", accepted, stdin=text.encode()).exit_code == 0


def test_another_figure_is_another_finding(gxparse_command, accepted):
    done = gxparse_command("check", "-", "--baseline", accepted, stdin=edited(natural_person=7).encode())
    assert done.exit_code == 1
    assert "GX603" in done.stdout


def test_programs_get_only_what_is_new(gxparse_command, accepted):
    done = gxparse_command("check", BROKEN, "--baseline", accepted, "--format", "sarif")
    assert {r["ruleId"] for r in json.loads(done.stdout)["runs"][0]["results"]} & {"GX601"} == set()
    whole = json.loads(gxparse_command("check", BROKEN, "--format", "sarif").stdout)["runs"][0]["results"]
    prints = [r["partialFingerprints"]["gxparse/v1"] for r in whole if r["level"] != "note"]
    assert sorted(prints) == sorted(i.fingerprint for i in Baseline.loads(Path(accepted).read_text("utf-8")).accepted)


def test_accepting_again_keeps_reasons_and_other_reports(gxparse_command, accepted):
    plain = json.loads(Path(accepted).read_text("utf-8"))
    plain["accepted"][0]["reason"] = "looked up in the records"
    other = plain["accepted"][0] | {"report": "别的机关 2019", "fingerprint": "0" * 16}
    plain["accepted"].append(other)
    Path(accepted).write_text(json.dumps(plain), "utf-8")
    assert gxparse_command("check", BROKEN, "--baseline", accepted, "--accept").exit_code == 0
    after = Baseline.loads(Path(accepted).read_text("utf-8")).accepted
    assert len(after) == len(plain["accepted"])
    assert sum(item.reason == "looked up in the records" for item in after) == 2
    assert [item for item in after if item.report == "别的机关 2019"] != []


def test_accepting_again_forgets_what_was_mended(gxparse_command, accepted, tmp_path):
    mended = tmp_path / "mended.txt"
    mended.write_text(edited(natural_person=8, total=10), "utf-8")
    gxparse_command("check", str(mended), "--baseline", accepted, "--accept")
    codes = [item.code for item in Baseline.loads(Path(accepted).read_text("utf-8")).accepted]
    assert [code for code in codes if code.startswith("GX6")] == []


def test_accepting_does_not_hide_that_a_file_could_not_be_read(gxparse_command, baseline):
    assert gxparse_command("check", BROKEN, "missing.txt", "--baseline", baseline, "--accept").exit_code == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "there is no baseline"), ("[]", "no gxparse baseline"), ("{", "no JSON"), (b"\xff\xfe", "cannot read the baseline")],
)  # fmt: skip
def test_a_baseline_that_is_none_is_refused(gxparse_command, baseline, content, words):
    if content is not None:
        Path(baseline).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = gxparse_command("check", BROKEN, "--baseline", baseline)
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.split())


def test_accepting_needs_a_file(gxparse_command, tmp_path):
    assert gxparse_command("check", BROKEN, "--accept").exit_code == 2
    done = gxparse_command("check", BROKEN, "--accept", "--baseline", str(tmp_path / "no" / "b.json"))
    assert done.exit_code == 2
    assert "cannot write the baseline" in " ".join(done.stderr.split())
