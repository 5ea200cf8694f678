"""How many inconsistencies are found in reports that hold none.

    python benchmarks/count_false_findings.py [--reports N]

Draws balanced reports with :mod:`gxparse.strategies` (both forms, with and without blanks, with prose that restates
the tables truly), checks each, and counts the findings by code and severity. Inconsistencies must be 0 in 100,000; a
crashed rule counts as one. Takes about six minutes for that.
"""

from __future__ import annotations

import argparse
from collections import Counter

from hypothesis import HealthCheck, Phase, given, settings

import gxparse
from gxparse.strategies import reports


def count(number: int) -> tuple[int, Counter[tuple[str, str]]]:
    drawn = 0
    found: Counter[tuple[str, str]] = Counter()

    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(reports(blanks=True) | reports(restated=True))
    def look(report: gxparse.Report) -> None:
        nonlocal drawn
        drawn += 1
        found.update((d.code, d.severity.value) for d in gxparse.check(report))

    look()
    return drawn, found


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--reports", type=int, default=100_000, help="how many reports to draw")
    drawn, found = count(arguments.parse_args().reports)
    for (code, severity), times in sorted(found.items()):
        print(f"{code}  {severity:14}{times:>8}")
    wrong = sum(times for (_, severity), times in found.items() if severity in ("inconsistency", "error"))
    print(f"{drawn} reports, {wrong} false inconsistencies")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
