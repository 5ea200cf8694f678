"""Taking time on a machine where others work too: CPU time, the least of several runs, on the scale of an idle machine."""

from __future__ import annotations

import time
from collections.abc import Callable

#: CPU seconds that :func:`_count` takes on the machine that the limits were set on, when it is idle
_IDLE = 0.045
#: no machine that the tests run on is slower than this; a limit that grew without end could not be missed
_SLOWEST = 4.0


def _count() -> None:
    sum(number * number for number in range(1_000_000))


def cpu(work: Callable[[], object]) -> float:
    """The CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def slowness() -> float:
    """How many times as long as on an idle machine plain Python takes here and now: 1 to 4."""
    return min(_SLOWEST, max(1.0, cpu(_count) / _IDLE))


def least(work: Callable[[], object], *, enough: float = 0.0, attempts: int = 4) -> float:
    """The least CPU seconds of some runs; the first that takes no longer than *enough* is the last."""
    best = float("inf")
    for _ in range(attempts):
        best = min(best, cpu(work))
        if best <= enough:
            break
    return best


def idle_seconds(work: Callable[[], object], *, enough: float, attempts: int = 4) -> float:
    """The least CPU seconds of some runs as an idle machine would take them, for a limit in seconds.

    A run that takes too long is put beside plain Python, timed right behind it: neighbours slow down both.
    """
    best = float("inf")
    for _ in range(attempts):
        took = cpu(work)
        best = min(best, took if took <= enough else took / slowness())
        if best <= enough:
            break
    return best
