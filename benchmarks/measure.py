"""What the benchmarks share: the floor, the texts, and how time is taken.

Seconds say little on a shared machine. Everything is told as a ratio to one pass of a trivial regular expression over
the same text, taken in turn with the measured work in the same process: the *floor*. Each figure is the least of many
rounds, in CPU time, because noise only ever adds.
"""

from __future__ import annotations

import functools
import gc
import re
import time
from collections.abc import Callable
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
SAMPLES = PROJECT.parent / "shared" / "seeds"

_FLOOR = re.compile(r"\t[^\t\n]*|\n+|[^\t\n]+")


def texts() -> dict[str, str]:
    """The example reports, and the sample reports where they are at hand, by name."""
    files = [*sorted((PROJECT / "examples").glob("*.txt")), *sorted(SAMPLES.glob("*.txt"))]
    found = {f"{file.parent.name}/{file.stem[:12]}": file.read_text("utf-8") for file in files}
    if not found:
        raise SystemExit("no report to measure in examples/")
    return found


def floor(text: str) -> None:
    """Walk over a text with a trivial regular expression: what any reader pays at least."""
    for _ in _FLOOR.finditer(text):
        pass


#: the type of what ``lru_cache`` makes
_MEMORY = type(functools.lru_cache(floor))


def least(
    *works: Callable[[], object], seconds: float = 1.0, rounds: int = 5, before: Callable[[], object] | None = None
) -> list[float]:
    """The least CPU seconds of each work, run in turn for about *seconds* and at least *rounds* times.

    *before* is called before each work, and its time does not count.
    """
    best = [float("inf")] * len(works)
    for work in works:
        work()
    gc.collect()
    gc.disable()
    try:
        stop = time.perf_counter() + seconds
        done = 0
        while done < rounds or time.perf_counter() < stop:
            for number, work in enumerate(works):
                if before is not None:
                    before()
                start = time.process_time()
                work()
                best[number] = min(best[number], time.process_time() - start)
            done += 1
    finally:
        gc.enable()
    return best


def forget() -> None:
    """Empty every bounded memory of gxparse: rows, cells, labels and words that were seen before.

    What is remembered without bound is no memory of texts but the grammars, forms and rules themselves, which a
    program loads once.
    """
    for found in gc.get_objects():
        if (
            isinstance(found, _MEMORY)
            and found.cache_info().maxsize is not None
            and str(getattr(found, "__module__", "")).startswith("gxparse")
        ):
            found.cache_clear()


def repeat(work: Callable[[], object], times: int) -> Callable[[], None]:
    """Run a short work several times, so that the clock's grain does not show."""

    def repeated() -> None:
        for _ in range(times):
            work()

    return repeated
