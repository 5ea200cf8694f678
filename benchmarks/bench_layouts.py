"""How long reading takes in each layout, as a ratio to the floor, and what choosing the layout adds.

    python benchmarks/bench_layouts.py [--seconds N] [--only NAME]

The reports of ``examples/`` are printed in every layout that prints them. ``told`` is reading in the layout that is
named, ``chosen`` reading with the layout to be found; aims 12 times the floor, and at most twice the time of ``told``.
The layout ``sheet`` is that of files, is always told and therefore left out. Both are warm: rows and labels were met
before.
"""

from __future__ import annotations

import argparse

from measure import PROJECT, floor, least

import gxparse
from gxparse import layouts
from gxparse.layout import layout_names

AIM = 12.0
CHOOSING = 2.0


def printed(name: str) -> list[str]:
    """The reports of ``examples/`` in one layout."""
    reports = [gxparse.read(file).report for file in sorted((PROJECT / "examples").glob("*.txt"))]
    return [layouts.render(report, name) for report in reports if report is not None]


def measured(texts: list[str], layout: str | None, seconds: float) -> tuple[float, float, float]:
    """Seconds of the floor, of reading in the layout named, and of reading with the layout to be found."""
    base = told = chosen = 0.0
    for text in texts:
        found = least(
            lambda t=text: floor(t),  # type: ignore[misc]
            lambda t=text: gxparse.parse(t, layout=layout),  # type: ignore[misc]
            lambda t=text: gxparse.parse(t),  # type: ignore[misc]
            seconds=seconds / len(texts),
        )
        base, told, chosen = base + found[0], told + found[1], chosen + found[2]
    return base, told, chosen


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=2.0, help="time spent on each layout")
    arguments.add_argument("--only", default="", help="part of a name")
    given = arguments.parse_args()
    known = set(layout_names())
    print(f"{'printed as':16}{'floor ms':>10}{'told':>8}{'chosen':>8}  choosing / telling")
    for name in layouts.names():
        if given.only not in name or name == "sheet":
            continue
        texts = printed(name)
        # A printer may be one of several ways to write a layout.
        layout = name if name in known else gxparse.parse(texts[0]).document.dialect
        base, told, chosen = measured(texts, layout, given.seconds)
        over = " over the aim" if chosen > AIM * base or chosen > CHOOSING * told else ""
        print(f"{name:16}{base * 1e3:>10.3f}{told / base:>8.1f}{chosen / base:>8.1f}  {chosen / told:.2f}{over}")


if __name__ == "__main__":
    main()
