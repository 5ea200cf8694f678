"""How long reading a report takes, as a ratio to the floor.

    python benchmarks/bench_parse.py [--seconds N]

``parse`` is the whole of :func:`gxparse.parse`: layout, form, metadata, checks. ``+ origins`` also makes the
origin of every figure, which otherwise happens when one is asked for.
"""

from __future__ import annotations

import argparse

from measure import floor, least, texts

import gxparse


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=1.0, help="time spent on each report")
    seconds = arguments.parse_args().seconds
    print(f"{'report':32}{'chars':>8}{'floor ms':>10}{'parse ms':>10}{'ratio':>8}{'+ origins':>11}{'ratio':>8}")
    total = [0.0, 0.0, 0.0]
    for name, text in texts().items():
        times = least(
            lambda: floor(text),  # noqa: B023 - called before the next turn
            lambda: gxparse.parse(text),  # noqa: B023
            lambda: with_origins(text),  # noqa: B023
            seconds=seconds,
        )
        total = [a + b for a, b in zip(total, times, strict=True)]
        show(name, len(text), times)
    show("all", None, total)


def with_origins(text: str) -> None:
    report = gxparse.parse(text).report
    if report is not None:
        len(report.origins)


def show(name: str, chars: int | None, times: list[float]) -> None:
    base, parse, origins = times
    print(
        f"{name:32}{'' if chars is None else chars:>8}{base * 1e3:>10.3f}{parse * 1e3:>10.3f}{parse / base:>8.1f}"
        f"{origins * 1e3:>11.3f}{origins / base:>8.1f}"
    )


if __name__ == "__main__":
    main()
