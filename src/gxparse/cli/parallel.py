"""Reading in several processes at once, with results in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar

import click

from gxparse.cli.options import said

if TYPE_CHECKING:
    from concurrent.futures import Future

__all__ = ["in_order"]

_T = TypeVar("_T")

#: files that are handed out ahead for each process: enough to keep it busy, few enough to be held in memory
_AHEAD: Final = 8


class _Ended(click.ClickException):
    exit_code = 2


def in_order(read: Callable[[str], _T], names: Sequence[str], jobs: int, *, here: str) -> Iterator[_T]:
    """``map(read, names)`` in *jobs* processes, one for each processor if that is 0; *here* is read in this one.

    Whoever takes the results slowly holds the processes up, not memory. Raises :class:`click.ClickException` if a
    process was ended from outside.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(names) < 2:
        yield from map(read, names)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    # Fresh processes on every system: a fork copies threads and locks of whatever has called the command line.
    with ProcessPoolExecutor(min(jobs, len(names)), get_context("spawn")) as pool:
        waiting: deque[Future[_T] | str] = deque()
        try:
            for name in names:
                waiting.append(name if name == here else pool.submit(read, name))
                if len(waiting) > jobs * _AHEAD:
                    yield _result(waiting.popleft(), read)
            while waiting:
                yield _result(waiting.popleft(), read)
        except BrokenProcessPool as error:
            words = (
                "读取文件的进程被中止；请减少 --jobs 后再试。",
                "a process that reads files was ended; try fewer --jobs.",
            )
            raise _Ended(said(*words)) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(waiting: Future[_T] | str, read: Callable[[str], _T]) -> _T:
    return read(waiting) if isinstance(waiting, str) else waiting.result()
