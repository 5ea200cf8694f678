"""From what is named on the command line to files: a folder stands for the reports in it and below."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import Final

from gxparse.cli.options import said
from gxparse.cli.output import complain
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.render import visible
from gxparse.source.detect import KNOWN_SUFFIXES

__all__ = ["files_of"]

#: Suffixes of files that are read when they are named, but seldom are reports where a folder is: tables that programs
#: write (``gxparse parse --format csv`` too), settings, logs, letters, slides.
_SELDOM: Final = frozenset((".csv", ".tsv", ".xml", ".log", ".eml", ".pptx"))
#: what the names of files begin with that programs keep for themselves, such as ``~$draft.docx`` beside an open one
_OWN: Final = (".", "~$")


def files_of(names: Iterable[str], lang: Language) -> tuple[str, ...]:
    """The files that are named, and those of folders that are, by name; how many were left out there is said.

    A folder with nothing to read stays in the list, so that reading it says so. Nothing is followed out of a folder.
    """
    found: list[str] = []
    for name in names:
        if not os.path.isdir(name):  # noqa: PTH112 - a name may hold what no path can
            found.append(name)
            continue
        inside = sorted(_inside(name))
        files = [file for file in inside if _suffix(file) in KNOWN_SUFFIXES - _SELDOM]
        found += files or [name]
        if left_out := len(inside) - len(files):
            words = f"其他类型的文件未读：{left_out} 个", f"files of other kinds that were not read: {left_out}"
            complain(f"{visible(name)}: {said(*words, lang)}")
    return tuple(found)


def _suffix(file: str) -> str:
    return os.path.splitext(file)[1].lower()  # noqa: PTH122 - see above


def _inside(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(_OWN)]
        yield from (os.path.join(place, file) for file in files if not file.startswith(_OWN))  # noqa: PTH118
