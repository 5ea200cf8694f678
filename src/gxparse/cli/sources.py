"""From the files named on the command line to results, one by one; what cannot be read is said and counted."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial

from attrs import frozen

from gxparse.cli.options import said
from gxparse.cli.output import complain
from gxparse.cli.parallel import in_order
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity
from gxparse.diagnostics.render import hint, message, visible
from gxparse.errors import MissingExtra, UnreadableSource
from gxparse.limits import Limits
from gxparse.model.report import Report
from gxparse.pipeline import read
from gxparse.source.model import SourceText

__all__ = ["Reading", "read_files"]

#: how standard input is called on the command line
STDIN = "-"
#: a file named here may come from anywhere: a PDF is read in a child process
_LIMITS = Limits(isolate=True)


@frozen
class Reading:
    """What came of one file: no more than is shown, since a run may hold many thousands of them."""

    #: the file as it was named
    name: str
    #: ``None`` if the file could not be read, or holds no form that gxparse reads
    report: Report | None = None
    #: ``None`` if the file could not be read at all
    source: SourceText | None = None
    #: what there is to say about it; for an unreadable file why it is that, where there is a code for it
    diagnostics: tuple[Diagnostic, ...] = ()
    #: what people are told on standard error
    complaints: tuple[str, ...] = ()


def _system_words(error: OSError, lang: Language) -> str:
    if isinstance(error, FileNotFoundError):
        return said("没有这个文件", "there is no such file", lang)
    if isinstance(error, IsADirectoryError):
        return said("文件夹中没有可以读取的文件", "there is no file in this folder that could be a report", lang)
    if isinstance(error, PermissionError):
        return said("没有读取权限", "not allowed to read it", lang)
    return error.strerror or type(error).__name__


def _read(name: str, lang: Language) -> Reading:
    try:
        result = read(sys.stdin.buffer, name=STDIN, limits=_LIMITS) if name == STDIN else read(name, limits=_LIMITS)
    except UnreadableSource as error:
        params = {k: v if isinstance(v, str | int | None) else str(v) for k, v in error.params.items()}
        failure = Diagnostic(error.code, Severity.ERROR, params)
        complaints = [f"{visible(name)}: {message(failure, lang)}"]
        if (advice := hint(failure, lang)) is not None:
            complaints.append(f"  {advice}")
        return Reading(name, diagnostics=(failure,), complaints=tuple(complaints))
    except MissingExtra as error:
        why = str(error)
    except OSError as error:
        why = _system_words(error, lang)
    except ValueError as error:
        # A file name with a NUL is refused by the system calls this way.
        why = visible(str(error))
    else:
        return Reading(name, result.report, result.source, result.diagnostics)
    return Reading(name, complaints=(f"{visible(name)}: {why}",))


def read_files(names: Sequence[str], lang: Language, jobs: int = 1) -> Iterator[Reading]:
    """Read files in the order given; ``-`` is standard input. A file that cannot be read does not stop the others."""
    for reading in in_order(partial(_read, lang=lang), names, jobs, here=STDIN):
        for line in reading.complaints:
            complain(line)
        yield reading
