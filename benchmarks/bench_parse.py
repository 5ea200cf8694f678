"""How long reading a report takes, as a ratio to the floor.

    python benchmarks/bench_parse.py [--seconds N] [--all]

Four works on each report, from its text:

* ``reading``: the figures, the metadata, the sections, and what reading itself has to say
* ``+ sums``: and the sums of the form checked; the origin of any figure is there for the asking
* ``+ origins``: and the origin of every figure asked for; aim 8 times the floor
* ``+ rules``: reading, and every rule that needs one report instead (``result.diagnostics``)

Each is told twice. Most rows, cells and labels of most reports are alike, and gxparse remembers what it made of them:
``warm`` is a report whose rows were met before, as nearly all are among many reports; ``cold`` is the first report of
a program, every memory of texts emptied before it (the grammars and forms stay loaded). The sum over the sample
reports is shown last; ``--all`` adds the reports of ``examples/``.
"""

from __future__ import annotations

import argparse

from measure import floor, forget, least, texts

import gxparse

SUMS = ("GX601", "GX602", "GX603", "GX604")
AIM = 8.0
WORKS = ("reading", "+ sums", "+ origins", "+ rules")


def reading(text: str) -> None:
    """The report and nothing else."""
    gxparse.parse(text)


def with_sums(text: str) -> None:
    """The report and its sums; nobody has asked for an origin."""
    report = gxparse.parse(text).report
    if report is not None:
        gxparse.check(report, select=SUMS)


def with_sums_and_origins(text: str) -> None:
    """What the aim is about: the report, its sums, and where each figure stands."""
    report = gxparse.parse(text).report
    if report is not None:
        gxparse.check(report, select=SUMS)
        for _path, _origin in report.origins.items():
            pass


def with_rules(text: str) -> None:
    """Everything that is to be said about one report."""
    gxparse.parse(text).diagnostics  # noqa: B018 - the rules run when it is looked at


def measured(text: str, seconds: float) -> list[float]:
    """Seconds of the floor, of the four works warm, and of the four works cold."""
    works = (
        lambda: reading(text),
        lambda: with_sums(text),
        lambda: with_sums_and_origins(text),
        lambda: with_rules(text),
    )
    base, *warm = least(lambda: floor(text), *works, seconds=seconds / 2)
    return [base, *warm, *least(*works, seconds=seconds / 2, before=forget)]


def chosen(*, everything: bool = False) -> dict[str, str]:
    """The sample reports where they are at hand, else (or also) those of ``examples/``."""
    found = texts()
    samples = {name: text for name, text in found.items() if not name.startswith("examples/")}
    return found if everything or not samples else samples


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=2.0, help="time spent on each report")
    arguments.add_argument("--all", action="store_true", help="the reports of examples/ too")
    given = arguments.parse_args()
    print(f"{'':24}{'floor':>7}  {'milliseconds, warm':40}{'cold':40}{'times the floor, warm':40}{'cold':40}")
    print(f"{'report':24}{'ms':>7}" + "".join(f"{w:>10}" for w in WORKS * 4))
    total = [0.0] * 9
    for name, text in chosen(everything=given.all).items():
        times = measured(text, given.seconds)
        total = [a + b for a, b in zip(total, times, strict=True)]
        show(name, times)
    show("all", total)
    print(f"reading with sums: {total[2] / total[0]:.1f} times the floor; with every origin made:", end=" ")
    print(f"{total[3] / total[0]:.1f}; aim {AIM:g}")


def show(name: str, times: list[float]) -> None:
    base, *works = times
    print(
        f"{name:24}{base * 1e3:>7.3f}"
        + "".join(f"{t * 1e3:>10.3f}" for t in works)
        + "".join(f"{t / base:>10.1f}" for t in works)
    )


if __name__ == "__main__":
    main()
