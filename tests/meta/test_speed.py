"""Speed, held loosely enough for a busy machine; ``benchmarks/`` prints the figures worth quoting."""

from __future__ import annotations

import importlib.util
import sys

import pytest

import gxparse

pytestmark = pytest.mark.timing


def benchmark(project, name):
    """A script of benchmarks/ as a module."""
    folder = str(project / "benchmarks")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    spec = importlib.util.spec_from_file_location(name, project / "benchmarks" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def measure(project):
    return benchmark(project, "measure")


def test_reading_costs_few_passes_over_the_text(measure):
    """The aim is 8 times the floor; a machine that does other things too may take it for 12."""
    total = [0.0, 0.0]
    for text in measure.texts().values():
        times = measure.least(lambda t=text: measure.floor(t), lambda t=text: gxparse.parse(t), seconds=0.4)
        total = [a + b for a, b in zip(total, times, strict=True)]
    base, parse = total
    assert parse / base <= 12


def test_importing_is_quick(project):
    """The aim is 90 ms over a bare interpreter for the import, and little more to have the parser at hand."""
    bench = benchmark(project, "bench_import")
    bare = bench.milliseconds("-c", "pass")
    assert bench.milliseconds("-c", "import gxparse") - bare <= 90
    assert bench.milliseconds("-c", "import gxparse; gxparse.parse") - bare <= 250


def names(project):
    return list(benchmark(project, "bench_scaling").inputs())


def pytest_generate_tests(metafunc):
    if "hostile" in metafunc.fixturenames:
        from pathlib import Path

        metafunc.parametrize("hostile", names(Path(__file__).resolve().parents[2]))


def test_time_grows_with_the_text_and_no_faster(project, hostile):
    """16 times the text takes at most 2.2 to the 4th as long: every doubling at most 2.2, small noise evened out."""
    bench = benchmark(project, "bench_scaling")
    short, *_, long = bench.growth(bench.inputs()[hostile], base=12_000, doublings=4)
    assert long / short <= 2.2**4
