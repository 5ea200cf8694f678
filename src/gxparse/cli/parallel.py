"""Reading in several processes at once, with results in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["in_order"]

_T = TypeVar("_T")

#: files that are handed out ahead for each process: enough to keep it busy, few enough to be held in memory
_AHEAD: Final = 8


def in_order(read: Callable[[str], _T], names: Sequence[str], jobs: int, *, here: str) -> Iterator[_T]:
    """``map(read, names)`` in *jobs* processes, one for each processor if that is 0; *here* is read in this one.

    Whoever takes the results slowly holds the processes up, not memory. Where the system ends a process (it does so
    when memory is short), what is left is read in this one, as it would be without others.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(names) < 2:
        yield from map(read, names)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # Fresh processes on every system: a fork copies threads and locks of whatever has called the command line.
    with ProcessPoolExecutor(min(jobs, len(names)), get_context("spawn")) as pool:
        waiting: deque[tuple[str, Future[_T] | None]] = deque()
        try:
            for name in names:
                waiting.append((name, None if name == here else _handed_out(pool, read, name)))
                if len(waiting) > jobs * _AHEAD:
                    yield _result(*waiting.popleft(), read)
            while waiting:
                yield _result(*waiting.popleft(), read)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _handed_out(pool: ProcessPoolExecutor, read: Callable[[str], _T], name: str) -> Future[_T] | None:
    from concurrent.futures.process import BrokenProcessPool

    try:
        return pool.submit(read, name)
    except BrokenProcessPool:
        return None


def _result(name: str, future: Future[_T] | None, read: Callable[[str], _T]) -> _T:
    from concurrent.futures.process import BrokenProcessPool

    if future is not None:
        try:
            return future.result()
        except BrokenProcessPool:
            pass  # read below
    return read(name)
