"""What is shipped: a wheel made from the source archive, installed alone, reads a report."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(*command, cwd):
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=600, check=False)
    assert done.returncode == 0, f"{command} failed\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def built(project, tmp_path_factory):
    """The source archive and the wheel that is made from it."""
    folder = tmp_path_factory.mktemp("built")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), cwd=project)
    (archive,) = folder.glob("*.tar.gz")
    (wheel,) = folder.glob("*.whl")
    return archive, wheel


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """The Python of an empty environment that holds the wheel; its requirements are lent by this one."""
    home = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(home, with_pip=False)
    python = home / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, str(built[1]), cwd=home)
    # Paths named in a .pth file are searched, but the editable install's own .pth in there is not followed.
    packages = run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    Path(packages, "requirements.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return python


def test_the_wheel_holds_all_it_needs_and_nothing_else(built, project):
    with zipfile.ZipFile(built[1]) as wheel:
        names = wheel.namelist()
    assert {name.split("/")[0] for name in names} == {"gxparse", "gxparse-0.1.0.dist-info"}
    for grammar in (project / "grammars").glob("*.lark"):
        assert f"gxparse/grammars/{grammar.name}" in names
    source = project / "src" / "gxparse"
    files = [f for f in source.rglob("*") if f.is_file() and "__pycache__" not in f.parts]
    for file in files:
        assert f"gxparse/{file.relative_to(source).as_posix()}" in names
    assert "gxparse/py.typed" in names
    assert "gxparse/codec/report.schema.json" in names
    assert "gxparse-0.1.0.dist-info/licenses/LICENSE" in names


def test_the_source_archive_can_be_tested(built):
    with tarfile.open(built[0]) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    for name in (
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "pyproject.toml",
        "tests/conftest.py",
        "grammars/document.lark",
    ):
        assert name in names
    assert not any(part in name for name in names for part in (".venv", "__pycache__", ".git/"))


def test_the_installed_wheel_reads_a_report(installed, project, tmp_path):
    report = min((project / "examples").glob("*.txt"))
    code = (
        "import pathlib, sys, gxparse\n"
        "print(gxparse.__file__)\n"
        "result = gxparse.read(sys.argv[1])\n"
        "print(sum(value is not None for value in result.report.values().values()))\n"
    )
    where, figures = run(str(installed), "-c", code, str(report), cwd=tmp_path).splitlines()
    assert str(installed.parent.parent) in where
    assert int(figures) > 100


def test_the_installed_command_runs(installed, project, tmp_path):
    report = min((project / "examples").glob("*.txt"))
    command = installed.with_name("gxparse")
    assert run(str(command), "--version", cwd=tmp_path).strip().endswith("0.1.0")
    assert '"gxparse"' in run(str(command), "parse", "--format", "json", str(report), cwd=tmp_path)


def test_the_requirements_stay_light(built):
    with zipfile.ZipFile(built[1]) as wheel:
        metadata = wheel.read("gxparse-0.1.0.dist-info/METADATA").decode("utf-8")
    needed = [line for line in metadata.splitlines() if line.startswith("Requires-Dist: ") and "extra ==" not in line]
    names = sorted(line.removeprefix("Requires-Dist: ").partition(">=")[0] for line in needed)
    assert names == ["attrs", "cattrs", "click", "lark", "regex", "rich"]


def test_type_checkers_know_the_type_of_every_public_name(installed, tmp_path):
    """As a user's pyright sees the installed package, without looking into the code."""
    environment = {**os.environ, "PATH": os.pathsep.join([str(installed.parent), os.environ["PATH"]])}
    done = subprocess.run(
        [sys.executable, "-m", "basedpyright", "--verifytypes", "gxparse", "--ignoreexternal", "--outputjson"],
        cwd=tmp_path,
        env={**environment, "VIRTUAL_ENV": str(installed.parent.parent)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    found = json.loads(done.stdout)["typeCompleteness"]
    counts = found["exportedSymbolCounts"]
    assert counts["withKnownType"] > 1000
    assert counts["withUnknownType"] == 0
    assert found["completenessScore"] >= 0.99
