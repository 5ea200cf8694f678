"""Files that are not there, not readable, not reports; streams that cannot show Chinese."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

CLEAN, BROKEN = "examples/clean_2023.txt", "examples/township_2020.txt"


@pytest.mark.parametrize("command", ["parse", "check"])
@pytest.mark.parametrize(("lang", "words"), [("zh", "没有这个文件"), ("en", "there is no such file")])
def test_a_missing_file_is_named(gxparse_command, command, lang, words):
    done = gxparse_command(command, "no/such\x1b.txt", "--lang", lang)
    assert done.exit_code == 2
    assert done.stderr == f"gxparse: no/such␛.txt: {words}\n"
    assert "Traceback" not in done.output


@pytest.mark.parametrize(("lang", "words"), [("zh", "没有可以读取的文件"), ("en", "no file in this folder")])
def test_a_folder_with_nothing_to_read(gxparse_command, tmp_path, lang, words):
    done = gxparse_command("check", str(tmp_path), "--lang", lang)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_folder_stands_for_the_reports_in_it(gxparse_command, tmp_path):
    """By name, those below it too; what programs keep for themselves and other kinds of files are left out."""
    named = [tmp_path / name for name in ("b.txt", "a/c.TXT", "a/.git/d.txt", ".e.txt", "~$f.txt", "g.png", "h.csv")]
    for file in named:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(Path(CLEAN).read_bytes())
    done = gxparse_command("check", str(tmp_path), CLEAN, "--format", "json", "--ignore", "GX9")
    read = [json.loads(line)["name"] for line in done.stdout.splitlines()]
    assert read == [str(named[1]), str(named[0]), CLEAN]
    assert done.stderr == f"gxparse: {tmp_path}: files of other kinds that were not read: 2\n"
    assert done.exit_code == 0


def test_the_output_may_stand_in_the_folder_that_is_read(gxparse_command, tmp_path):
    (tmp_path / "a.txt").write_bytes(Path(CLEAN).read_bytes())
    for _ in range(2):
        output = tmp_path / "found.txt"
        output.unlink(missing_ok=True)
        done = gxparse_command("parse", str(tmp_path), "--format", "csv", "-o", str(output))
        assert done.exit_code == 0
        assert {line.split(",")[0] for line in output.read_text("utf-8").splitlines()} == {
            "file",
            str(tmp_path / "a.txt"),
        }


@pytest.mark.slow
@pytest.mark.parametrize("command", [("parse", "--format", "csv"), ("check", "--format", "json")])
def test_processes_change_nothing(tmp_path, command):
    """Serial and parallel are one: the same output in the same order, the same complaints, the same exit code."""
    (tmp_path / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    files = [CLEAN, str(tmp_path / "scan.png"), "-", BROKEN, "no/such.txt", "examples/county_2021.txt"]
    done = [
        subprocess.run(
            [sys.executable, "-m", "gxparse", *command, *files, *jobs],
            input=Path(CLEAN).read_bytes(),
            capture_output=True,
            check=False,
        )
        for jobs in ((), ("--jobs", "2"))
    ]
    one, two = [(run.returncode, run.stdout, run.stderr) for run in done]
    assert one == two
    assert one[0] == 2


def test_a_name_that_no_file_can_have(gxparse_command):
    done = gxparse_command("check", "a\x00b")
    assert done.exit_code == 2
    assert done.stderr.startswith("gxparse: a␀b: ")


@pytest.mark.parametrize(("lang", "words"), [("zh", "无法读取"), ("en", "cannot read this")])
def test_what_is_no_document_is_said_with_a_hint(gxparse_command, tmp_path, lang, words):
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    done = gxparse_command("check", str(picture), "--lang", lang)
    assert done.exit_code == 2
    first, second = done.stderr.splitlines()
    assert first.startswith(f"gxparse: {picture}: {words}")
    assert "docx" in second


def test_an_unreadable_file_is_in_the_output_for_programs(gxparse_command, tmp_path):
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    done = gxparse_command("check", str(picture), CLEAN, "--format", "json")
    bad, good = map(json.loads, done.stdout.splitlines())
    assert (bad["report"], [d["code"] for d in bad["diagnostics"]]) == (None, ["GX101"])
    assert good["report"] is not None
    run = json.loads(gxparse_command("check", str(picture), "--format", "sarif").stdout)["runs"][0]
    assert [r["ruleId"] for r in run["results"]] == ["GX101"]


def test_one_missing_file_does_not_keep_the_others_from_being_read(gxparse_command):
    done = gxparse_command("check", "missing.txt", BROKEN, CLEAN)
    assert done.exit_code == 2
    assert "examples/clean_2023.txt: nothing found" in done.stdout
    assert "examples/township_2020.txt: found 2 inconsistencies" in done.stdout


def test_empty_input_is_no_report(gxparse_command):
    done = gxparse_command("check", "-", stdin=b"")
    assert done.exit_code == 2
    assert "-: error GX203 there is no text in it" in done.stdout
    assert "-: holds no annual report to check (1 error)" in done.stdout


def test_gb18030_is_read(gxparse_command, tmp_path):
    file = tmp_path / "gb.txt"
    file.write_bytes(Path(CLEAN).read_text("utf-8").encode("gb18030"))
    done = gxparse_command("check", str(file))
    assert done.exit_code == 0


@pytest.mark.parametrize("arguments", [(), ("parse",), ("check",), ("check", CLEAN, "--format", "xml"), ("nonsense",)])
def test_a_wrong_command_line_is_no_finding(gxparse_command, arguments):
    done = gxparse_command(*arguments)
    assert done.exit_code == 2
    assert "Usage:" in done.output


def test_an_output_that_cannot_be_written_is_named(gxparse_command, tmp_path):
    done = gxparse_command("parse", CLEAN, "-o", str(tmp_path / "no" / "out.json"))
    assert done.exit_code == 2
    assert "cannot write" in done.stderr


def test_version(gxparse_command):
    assert gxparse_command("--version").stdout == f"gxparse {version('gxparse')}\n"


def run(arguments, stdin=None, **environment):
    import os

    return subprocess.run(
        [sys.executable, "-m", "gxparse", *arguments],
        input=stdin,
        capture_output=True,
        env={k: v for k, v in os.environ.items() if k not in ("LC_ALL", "LANG", "LANGUAGE")} | environment,
        check=False,
    )


@pytest.fixture
def in_project(project, monkeypatch):
    monkeypatch.chdir(project)


def test_a_terminal_that_knows_no_chinese_gets_escapes(in_project):
    done = run(["check", BROKEN, "--lang", "zh"], PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"GX601 \\u201c\\u81ea" in done.stdout


def test_programs_get_utf_8_whatever_the_terminal_is(in_project):
    for form in ("json", "csv"):
        done = run(["parse", BROKEN, "--format", form], PYTHONIOENCODING="gbk", PYTHONUTF8="0")
        assert "自然人" in done.stdout.decode("utf-8") or form == "json"
        assert "苇河镇" in done.stdout.decode("utf-8")


def test_a_closed_pipe_is_no_crash(in_project):
    pipe = subprocess.Popen(
        [sys.executable, "-m", "gxparse", "parse", *[BROKEN] * 40, "--format", "csv"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    pipe.stdout.readline()
    pipe.stdout.close()
    assert b"Traceback" not in pipe.stderr.read()
    pipe.stderr.close()
    assert pipe.wait() == 1


def test_help_speaks_the_language_of_the_locale(in_project):
    assert "退出码：0 没有发现问题" in run(["--help"], LANG="zh_CN.UTF-8", PYTHONUTF8="1").stdout.decode()
    assert "Exit code: 0 nothing found" in run(["--help"], LANG="C").stdout.decode()
