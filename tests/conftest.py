"""What all tests share: Hypothesis profiles, where things are, golden files.

``GXPARSE_HYPOTHESIS_PROFILE`` chooses how hard Hypothesis looks: ``default`` (a few examples, other ones each time, for
working), ``ci`` (the same ones on every run, few enough for a slow machine) or ``thorough`` (many, for a night).
"""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

PROJECT = Path(__file__).resolve().parent.parent

#: Read by type checkers, not run.
collect_ignore = ["typing"]

_SLOW_MACHINE = (hypothesis.HealthCheck.too_slow,)
hypothesis.settings.register_profile("default", max_examples=30, deadline=None, suppress_health_check=_SLOW_MACHINE)
hypothesis.settings.register_profile(
    "ci", max_examples=15, deadline=None, derandomize=True, suppress_health_check=_SLOW_MACHINE
)
hypothesis.settings.register_profile("thorough", max_examples=5_000, deadline=None, suppress_health_check=_SLOW_MACHINE)
hypothesis.settings.load_profile(os.environ.get("GXPARSE_HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="write golden files anew instead of comparing; read the diff"
    )


def pytest_configure(config):
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("golden files are never updated by CI")


@pytest.fixture(scope="session")
def project():
    """The root folder of the project."""
    return PROJECT


@pytest.fixture(scope="session")
def shared():
    """The folder with sample reports beside the project; tests that need it are skipped without it."""
    folder = PROJECT.parent / "shared"
    if not (folder / "seeds").is_dir():
        pytest.skip("the sample reports in ../shared are not there")
    return folder


@pytest.fixture(scope="session")
def seeds(shared):
    """The sample reports, by name."""
    found = sorted((shared / "seeds").glob("*.txt"))
    assert found, "../shared/seeds is there but holds no report"
    return found


@pytest.fixture
def golden(request):
    """Compare a text with the file of that name in tests/golden; ``--update-golden`` writes it."""

    def compare(name: str, text: str) -> None:
        file = PROJECT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        assert file.is_file(), f"no golden file {name}; make it with --update-golden and read it"
        assert text == file.read_text("utf-8")

    return compare
