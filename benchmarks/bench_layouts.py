"""How long reading takes in each layout, and what choosing the layout adds.

    python benchmarks/bench_layouts.py [--seconds N] [--only NAME]

The reports of ``examples/`` are printed in every layout that prints them. ``told`` is reading in the layout that is
named, ``chosen`` reading with the layout to be found. All are warm: rows and labels were met before. The layout
``sheet`` is that of files, is always told and therefore left out. Three aims:

* ``/ tab-row``: told takes at most 2 times as long as the same reports as rows between tabs, which are read in turn
  with them. This is the aim that says which layouts are slow.
* ``chosen / told``: choosing takes at most 2 times as long as reading in the layout named.
* ``floors``: told takes at most 12 times the floor (:mod:`measure`). The floor is one step for each cell behind a tab,
  but only one for each line where there is none: a report then costs it 0.02 to 0.05 ms, so that 12 floors are less
  than the fixed cost of any report. What does not depend on the layout (sections, metadata, the report, its origins)
  takes some 0.4 ms. So this aim can be met where cells stand behind tabs or on lines of their own; elsewhere the
  number shows no more than how little the floor has to do, and milliseconds tell more.
"""

from __future__ import annotations

import argparse

from measure import PROJECT, floor, least

import gxparse
from gxparse import layouts
from gxparse.layout import layout_names

#: the layout that others are measured by
REFERENCE = "tab-row"
AIM = 2.0
CHOOSING = 2.0
FLOORS = 12.0


def printed(name: str) -> list[str]:
    """The reports of ``examples/`` in one layout."""
    reports = [gxparse.read(file).report for file in sorted((PROJECT / "examples").glob("*.txt"))]
    return [layouts.render(report, name) for report in reports if report is not None]


def measured(
    texts: list[str], layout: str | None, reference: list[str], seconds: float
) -> tuple[float, float, float, float]:
    """Mean seconds a report: the floor, the reference, reading in the layout named and with the layout to be found."""
    sums = [0.0] * 4
    for text, rows in zip(texts, reference, strict=True):
        found = least(
            lambda t=text: floor(t),  # type: ignore[misc]
            lambda t=rows: gxparse.parse(t, layout=REFERENCE),  # type: ignore[misc]
            lambda t=text: gxparse.parse(t, layout=layout),  # type: ignore[misc]
            lambda t=text: gxparse.parse(t),  # type: ignore[misc]
            seconds=seconds / len(texts),
        )
        sums = [a + b for a, b in zip(sums, found, strict=True)]
    base, rows_told, told, chosen = (total / len(texts) for total in sums)
    return base, rows_told, told, chosen


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--seconds", type=float, default=2.0, help="time spent on each layout")
    arguments.add_argument("--only", default="", help="part of a name")
    given = arguments.parse_args()
    known = set(layout_names())
    reference = printed(REFERENCE)
    print(f"{'':16}{'ms a report':>20}{'floor':>8}{'/ tab-row':>11}{'chosen / told':>15}{'floors':>8}")
    print(
        f"{'printed as':16}{'told':>10}{'chosen':>10}{'ms':>8}{f'<= {AIM:g}':>11}{f'<= {CHOOSING:g}':>15}{f'<= {FLOORS:g}':>8}"
    )
    number = 0
    within = [0, 0, 0]
    for name in layouts.names():
        if given.only not in name or name == "sheet":
            continue
        texts = printed(name)
        # A printer may be one of several ways to write a layout.
        layout = name if name in known else gxparse.parse(texts[0]).document.dialect
        base, rows_told, told, chosen = measured(texts, layout, reference, given.seconds)
        ratios = (told / rows_told, chosen / told, told / base)
        met = [ratio <= aim for ratio, aim in zip(ratios, (AIM, CHOOSING, FLOORS), strict=True)]
        within = [a + b for a, b in zip(within, met, strict=True)]
        number += 1
        marks = ["" if fine else "*" for fine in met]
        print(
            f"{name:16}{told * 1e3:>10.2f}{chosen * 1e3:>10.2f}{base * 1e3:>8.3f}"
            f"{ratios[0]:>10.2f}{marks[0]:1}{ratios[1]:>14.2f}{marks[1]:1}{ratios[2]:>7.1f}{marks[2]:1}",
            flush=True,
        )
    print(
        f"of {number} layouts meet the aim (* over it): / tab-row {within[0]}, chosen / told {within[1]}, floors {within[2]}"
    )


if __name__ == "__main__":
    main()
