"""How long checking takes, beside its aims.

    python benchmarks/bench_checks.py [--seconds N]

``sums`` are the four rules over the sums of the form (aim 0.05 ms), ``all`` every rule that needs one report (aim
0.5 ms without findings), ``explain`` the search for the least change (aim 5 ms), worst over drawn reports with one to
four wrong cells and with blanks, ``metrics`` all metrics.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator

from measure import least, repeat, texts

import gxparse
from gxparse.checks import check, least_changes
from gxparse.checks.metrics import metrics
from gxparse.forms.editions import EDITIONS
from gxparse.model.report import Report

_TIMES = 20
_SUMS = ("GX601", "GX602", "GX603", "GX604")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=0.5, help="time spent on each report")
    seconds = arguments.parse_args().seconds
    print(f"{'report':32}{'findings':>10}{'sums ms':>10}{'all ms':>10}{'explain ms':>12}{'metrics ms':>12}")
    for name, text in texts().items():
        report = gxparse.parse(text).report
        if report is not None:
            show(name, len(check(report)), measured(report, seconds))
    for name, found in worst().items():
        print(f"{name:62}{found * 1e3:>12.3f}")


def measured(report: Report, seconds: float) -> list[float]:
    works = (
        lambda: check(report, select=_SUMS),
        lambda: check(report),
        lambda: least_changes(report),
        lambda: metrics(report),
    )
    return [t / _TIMES for t in least(*(repeat(work, _TIMES) for work in works), seconds=seconds)]


def show(name: str, findings: int, times: list[float]) -> None:
    print(
        f"{name:32}{findings:>10}" + "".join(f"{t * 1e3:>{w}.3f}" for t, w in zip(times, (10, 10, 12, 12), strict=True))
    )


def worst() -> dict[str, float]:
    """The slowest explanation among many drawn reports, by number of wrong cells."""
    found: dict[str, float] = {}
    for wrong in range(1, 7):
        for blanks in (0, 10):
            reports = list(drawn(wrong, blanks, 60))
            times = [least(lambda r=r: least_changes(r), seconds=0, rounds=3)[0] for r in reports]
            found[f"{wrong} wrong cells, {blanks} blanks: worst explanation"] = max(times)
    return found


def drawn(wrong: int, blanks: int, count: int) -> Iterator[Report]:
    """Reports with arbitrary results, of which *wrong* cells are off and *blanks* cells are missing."""
    rng = random.Random(wrong * 100 + blanks)
    for _ in range(count):
        edition = rng.choice(list(EDITIONS.values()))
        values = {path: 0 for path in edition.paths if path.startswith(("requests.", "proceedings."))}
        ends = [e for e in edition.equations if e.name == "results_total"]
        for equation in ends[:-1]:
            column = equation.subject
            for path in rng.sample(equation.left, 5):
                size = rng.randrange(200)
                row = path.split(".", 1)[1].rsplit(".", 1)[0]
                for cell in (row, "results.total", "received"):
                    values[f"requests.{cell}.{column}"] += size
                    values[f"requests.{cell}.total"] += size
        cells = [path for path in values if path.startswith("requests.")]
        for path in rng.sample(cells, wrong):
            values[path] += rng.randrange(1, 90)
        yield Report.from_values(edition.key, values | dict.fromkeys(rng.sample(cells, blanks)))


if __name__ == "__main__":
    main()
