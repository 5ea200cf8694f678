"""Reading a file in a process of its own, with limits on time and memory.

A library written in C can crash, loop or eat memory on a file made to do so. In a process of its own that costs one
file and not the whole run: the process gets the bytes, answers with JSON, and is ended when it takes too long.
Its answer is checked like any other input; nothing in it is ever executed.
"""

from __future__ import annotations

import json
import math
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from typing import IO, Any, TypeAlias

from attrs import asdict, evolve

from gxparse.diagnostics.codes import pdf as codes
from gxparse.diagnostics.model import Diagnostic, Param, Severity
from gxparse.errors import MissingExtra, UnreadableSource
from gxparse.limits import Limits
from gxparse.source.model import Places, SourceText
from gxparse.source.recognise import RecognisedWord, Words
from gxparse.span import Span

__all__ = ["NATIVE_FORMATS", "read_isolated"]

#: Formats whose readers are C or C++ that parses the file itself.
NATIVE_FORMATS = frozenset(("pdf",))

#: Bytes of an answer for each character of text that a reader may return: JSON with places and diagnostics.
_ANSWER_RATIO = 40
_MEBIBYTE = 2**20

# Everything of the environment that could change what Python runs is left out: the process finds the same modules as
# this one and nothing else.
_START = "import sys; sys.path[:] = sys.argv[1:]; from gxparse.source.isolate import serve; serve()"

Result: TypeAlias = tuple[SourceText, tuple[Diagnostic, ...]]


def read_isolated(
    data: bytes,
    name: str | None,
    format: str,  # noqa: A002
    limits: Limits,
    words: Words | None = None,
) -> Result:
    """Read the bytes of a file as ``read_source`` does, in a child process.

    *format* is what messages call the file, *words* what was read from pages that are pictures. ``limits.seconds`` bounds the time, ``limits.memory_bytes`` the memory that
    reading takes beyond the program itself and the file (where the system can bound it; Windows cannot).

    Diagnostics: those of the reader, or one of GX190 (time), GX191 (memory), GX192 (crash) with an empty text. Raises
    what ``read_source`` raises.
    """
    limits = evolve(limits, isolate=False)
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        head = json.dumps(
            {"name": name, "limits": asdict(limits), "size": len(data), "words": _plain_words(words or {})}
        ).encode()
        question.write(len(head).to_bytes(8, "big") + head + data)
        question.seek(0)
        status = _run(question, answer, limits.seconds)
        if status is None:
            return _failed(name, format, codes.OUT_OF_TIME(format=format, seconds=_number(limits.seconds)))
        if status:
            return _failed(name, format, _crash(format, status, limits))
        answer.seek(0)
        return _read_answer(answer.read(_answer_bytes(limits) + 1), name, format, limits)


def _plain_words(words: Words) -> list[tuple[int, list[tuple[str, Sequence[float]]]]]:
    return [(page, [(word.text, word.box) for word in found]) for page, found in words.items()]


def _failed(name: str | None, format: str, diagnostic: Diagnostic) -> Result:  # noqa: A002
    return SourceText("", name, format), (diagnostic,)


def _number(seconds: float | None) -> str:
    return f"{seconds:g}" if seconds is not None else "∞"


def _answer_bytes(limits: Limits) -> int:
    return limits.text_chars * _ANSWER_RATIO + _MEBIBYTE


def _run(question: IO[bytes], answer: IO[bytes], seconds: float | None) -> int | None:
    """Run the child; its exit status, or ``None`` if it was stopped for taking too long."""
    kept = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    environment = {key: os.environ[key] for key in kept if key in os.environ}
    # Not by importing anything from the current folder (-I), not writing byte code.
    command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, *sys.path]
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own program
        command, stdin=question, stdout=answer, stderr=subprocess.DEVNULL, env=environment
    )
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        child.kill()

    timer = threading.Timer(seconds, stop) if seconds is not None else None
    if timer is not None:
        timer.start()
    try:
        status = child.wait()
    except BaseException:
        child.kill()
        child.wait()
        raise
    finally:
        if timer is not None:
            timer.cancel()
    if stopped.is_set() or status == -getattr(signal, "SIGXCPU", 0) != 0:
        return None
    return status


#: Exit status of a child that Python ended for want of memory.
_NO_MEMORY = 71


def _crash(format: str, status: int, limits: Limits) -> Diagnostic:  # noqa: A002
    if status == _NO_MEMORY:
        return codes.OUT_OF_MEMORY(format=format, limit=limits.memory_bytes)
    how = f"exit status {status}"
    if status < 0:
        known = {number.value: number.name for number in signal.Signals}
        how = known.get(-status, f"signal {-status}")
    return codes.READER_CRASHED(format=format, how=how)


# --- the answer, as JSON ------------------------------------------------------------------------------------------


def _read_answer(raw: bytes, name: str | None, format: str, limits: Limits) -> Result:  # noqa: A002
    no_answer = _failed(name, format, codes.READER_CRASHED(format=format, how="no proper answer"))
    if len(raw) > _answer_bytes(limits):
        return no_answer
    try:
        answer = json.loads(raw)
        if "unreadable" in answer:
            code, message, params = answer["unreadable"]
            raise UnreadableSource(str(code), str(message), **_params(params))
        if "missing" in answer:
            raise MissingExtra(str(answer["missing"]))
        source = _source_from(answer["source"], name)
        return source, tuple(_diagnostic_from(item) for item in answer["diagnostics"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        if isinstance(error, UnreadableSource):
            raise
        return no_answer


def _source_from(item: Any, name: str | None) -> SourceText:
    text, layout = item["text"], item["layout"]
    starts, stops, addresses = item["places"]
    good = (
        isinstance(text, str)
        and (layout is None or isinstance(layout, str))
        and len(starts) == len(stops) == len(addresses)
        and all(type(at) is int and 0 <= at <= len(text) for at in (*starts, *stops))
        and all(start <= stop for start, stop in zip(starts, stops, strict=True))
        and all(isinstance(address, str) for address in addresses)
    )
    if not good:
        raise ValueError("not a source")
    pages = item["recognised"]
    if not all(type(page) is int for page in pages):
        raise ValueError("not a page")
    places = Places(starts, stops, addresses, recognised=frozenset(pages))
    for index, (page, box) in item["boxes"].items():
        left, top, right, bottom = (float(side) for side in box) if box is not None else (0.0,) * 4
        if not (page is None or type(page) is int):
            raise ValueError("not a page")
        places.boxes[int(index)] = (page, None if box is None else (left, top, right, bottom))
    return SourceText(text, name, str(item["format"]), layout, places)


def _params(given: Any) -> dict[str, Param]:
    params: dict[str, Param] = {}
    for key, value in given.items():
        whole = tuple(value) if isinstance(value, list) else value
        if not all(
            part is None or isinstance(part, str | int) for part in (whole if isinstance(whole, tuple) else (whole,))
        ):
            raise ValueError("not a parameter")
        params[str(key)] = whole
    return params


def _diagnostic_from(item: Any) -> Diagnostic:
    code, severity, params, span = item
    return Diagnostic(str(code), Severity(severity), _params(params), None if span is None else Span(*map(int, span)))


# --- in the child -------------------------------------------------------------------------------------------------


def serve() -> None:
    """Answer one question from standard input on standard output. Runs in the child only."""
    answer = sys.stdout.buffer
    size = int.from_bytes(sys.stdin.buffer.read(8), "big")
    head = json.loads(sys.stdin.buffer.read(size))
    data = sys.stdin.buffer.read(head["size"])
    limits = Limits(**head["limits"])
    words = {
        page: [RecognisedWord(text, (left, top, right, bottom)) for text, (left, top, right, bottom) in found]
        for page, found in head["words"]
    }
    # Loaded before memory is limited: the limit is for the file, not for the program.
    from gxparse.source.registry import find_reader, read_source

    find_reader("pdf")
    _load_native()
    _limit_resources(limits, len(data))
    try:
        reply = _answer(read_source(data, head["name"], limits, words=words))
    except UnreadableSource as error:
        reply = {"unreadable": [error.code, str(error), _plain(error.params)]}
    except MissingExtra as error:
        reply = {"missing": str(error)}
    except MemoryError:
        # Nothing may be allocated any more, not even for leaving in good order.
        os._exit(_NO_MEMORY)
    answer.write(json.dumps(reply).encode())
    answer.flush()


def _load_native() -> None:
    from gxparse.source.extras import require

    try:
        require("pypdfium2", "pdf")
        require("pypdfium2.raw", "pdf")
    except MissingExtra:
        return  # said again when the file is read


def _limit_resources(limits: Limits, size: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    def limit(what: int, amount: int) -> None:
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            amount = min(amount, hard)
        resource.setrlimit(what, (amount, amount))

    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_FSIZE, _answer_bytes(limits) + 1)
    if limits.seconds is not None:
        limit(resource.RLIMIT_CPU, math.ceil(limits.seconds) + 1)
    in_use = _memory_in_use()
    if limits.memory_bytes is not None and in_use is not None:
        limit(resource.RLIMIT_AS, in_use + size + limits.memory_bytes)


def _memory_in_use() -> int | None:
    """Address space of this process in bytes; ``None`` where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - no object more than needed
            return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


def _answer(result: Result) -> dict[str, object]:
    source, diagnostics = result
    places = source.places
    if not isinstance(places, Places):
        places = Places()
        for place in source.places:
            places.note(place.span.start, place.span.stop, place.address, place.page, place.box)
    return {
        "source": {
            "text": source.text,
            "format": source.format,
            "layout": source.layout,
            "places": [places.starts, places.stops, places.addresses],
            "boxes": places.boxes,
            "recognised": sorted(places.recognised),
        },
        "diagnostics": [
            [d.code, d.severity.value, _plain(d.params), None if d.span is None else [d.span.start, d.span.stop]]
            for d in diagnostics
        ],
    }


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    return {key: value if isinstance(value, str | int | tuple | None) else str(value) for key, value in params.items()}
