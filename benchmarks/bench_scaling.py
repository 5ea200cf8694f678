"""How time grows with the length of the text: each line doubles the input, up to 64 reports long.

    python benchmarks/bench_scaling.py [--only NAME]

A doubling that takes much more than twice as long points to work that is not linear.
"""

from __future__ import annotations

import argparse
import itertools
import random
from collections.abc import Callable

from measure import least, texts

import gxparse
from gxparse import layouts

DOUBLINGS = 6


def _random_unicode(length: int) -> str:
    # Characters are met again and again, as in any text: what is remembered of each must not look like growth.
    draw = random.Random(20260101)
    alphabet = [chr(draw.randrange(0x110000)) for _ in range(5_000)]
    return "".join(draw.choices(alphabet, k=length))


def _repeated(piece: str) -> Callable[[int], str]:
    # Whole pieces: half a report at the end is read in other ways than a whole one.
    return lambda length: piece * max(1, round(length / len(piece)))


def inputs() -> dict[str, Callable[[int], str]]:
    """Functions that make a text of a given length, by name: ordinary reports first, then hostile ones."""
    name, report = next(iter(texts().items()))
    parsed = gxparse.parse(report).report
    assert parsed is not None
    return {
        f"reports ({name})": _repeated(report),
        "prose": _repeated("本年度共收到政府信息公开申请12件，其中自然人10件。\n"),
        "tabs": _repeated("\t"),
        "newlines": _repeated("\n"),
        "tab newline": _repeated("\t\n"),
        "empty cells": _repeated("\t \n\t\n\n"),
        "one wide row": _repeated("总计\t"),
        "pipes": _repeated("|"),
        "pipe rows": _repeated("| 自然人 | 1 |\n"),
        "commas": _repeated("1,"),
        "spaces": _repeated(" "),
        "digits": _repeated("7"),
        "digits and dots": _repeated("1.2.3 "),
        "open brackets": _repeated("（"),
        "ordinals": _repeated("一、"),
        "headings": _repeated("一、总体情况\n"),
        "labels": _repeated("\t一、本年新收政府信息公开申请数量\n\t1\n\n"),
        "broken labels": _repeated("三、本年\n度办\n"),
        "years": _repeated("2023年"),
        "tag starts": _repeated("<td"),
        "box corners": _repeated("┌─┬┐\n│"),
        "surrogates": _repeated("\ud800"),
        "nuls": _repeated("\x00"),
        "sheet marks": _repeated("\x1e\x1f1\x11"),
        "short rows of columns": _repeated(
            "三、收到和处理政府信息公开申请情况\n" + "（一）予以公开     0      2\n" * 20
        ),
        "reports on one line": _repeated(layouts.render(parsed, "one-line").replace("\n", " ") + " "),
        "random unicode": _random_unicode,
        **{f"printed as {way}": _repeated(layouts.render(parsed, way)) for way in layouts.names()},
    }


def growth(make: Callable[[int], str], *, base: int = 3000, doublings: int = DOUBLINGS) -> list[float]:
    """CPU seconds of :func:`gxparse.parse` for ``base``, ``2 * base``, … characters."""
    cases = [make(base * 2**step) for step in range(doublings + 1)]
    return [least(lambda text=text: gxparse.parse(text), seconds=0.0, rounds=5)[0] for text in cases]  # type: ignore[misc]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--only", default="", help="part of a name")
    only = arguments.parse_args().only
    print(f"{'input':36}{'3k ms':>9}{'192k ms':>10}   time for twice the text")
    for name, make in inputs().items():
        if only in name:
            times = growth(make)
            steps = "  ".join(f"{b / a:.1f}" for a, b in itertools.pairwise(times))
            print(f"{name:36}{times[0] * 1e3:>9.2f}{times[-1] * 1e3:>10.1f}   {steps}", flush=True)


if __name__ == "__main__":
    main()
