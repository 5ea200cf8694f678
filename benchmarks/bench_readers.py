"""How long it takes to read a file into text, beside the libraries people would use instead.

    python benchmarks/bench_readers.py [--seconds N]

One report in each format; milliseconds, and the ratio to the other library for the same cells in the same run:

* Word: python-docx, the texts of ``row.cells`` and of all paragraphs; aim a third, 10 ms
* web page: ``pandas.read_html``; aim half, 3 ms
* spreadsheet: openpyxl, the values of all cells; no aim

``whole`` is the time from the bytes to the checked report. Files of ``../shared/matrix_files`` are read too where
they are.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pandas
from measure import least

import gxparse
from gxparse.source import read_source

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests"))

from source import documents  # noqa: E402  the makers of test files


def with_docx(data: bytes) -> object:
    """All cells and paragraphs by python-docx."""
    document = docx.Document(io.BytesIO(data))
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    return cells, [paragraph.text for paragraph in document.paragraphs]


def with_pandas(data: bytes) -> object:
    """All tables by pandas."""
    return pandas.read_html(io.BytesIO(data))


def with_openpyxl(data: bytes) -> object:
    """All values by openpyxl."""
    return [[cell.value for cell in row] for sheet in openpyxl.load_workbook(io.BytesIO(data)) for row in sheet]


OTHERS: dict[str, tuple[Callable[[bytes], object], float | None]] = {
    ".docx": (with_docx, 1 / 3),
    ".html": (with_pandas, 1 / 2),
    ".xlsx": (with_openpyxl, None),
}


def files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file that is measured."""
    on_paper, _ = documents.paper("revised_2021", 2)
    yield "made.docx", documents.word(on_paper)
    yield "made.html", documents.html(on_paper).encode()
    yield "made.xlsx", documents.xlsx(documents.workbook(on_paper))
    for path in sorted((PROJECT.parent / "shared" / "matrix_files").glob("e20*_0[14]_*/source.*")):
        if path.suffix in OTHERS:
            yield f"{path.parent.name}{path.suffix}", path.read_bytes()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--seconds", type=float, default=0.5, help="time spent on each measurement")
    seconds = arguments.parse_args().seconds
    print(f"{'file':28}{'bytes':>9}{'read ms':>10}{'other ms':>10}{'ratio':>8}{'aim':>7}{'whole ms':>10}")
    missed = []
    for name, data in files():
        other, aim = OTHERS[Path(name).suffix]
        took, theirs, whole = least(
            lambda data=data: read_source(data),
            lambda data=data, other=other: other(data),
            lambda data=data: gxparse.read(data),
            seconds=seconds,
        )
        wanted = "" if aim is None else f"{aim:.2f}"
        print(
            f"{name:28}{len(data):>9}{took * 1e3:>10.2f}{theirs * 1e3:>10.2f}{took / theirs:>8.2f}{wanted:>7}"
            f"{whole * 1e3:>10.2f}"
        )
        if aim is not None and took > aim * theirs:
            missed.append(name)
    if missed:
        sys.exit(f"slower than the aim: {', '.join(missed)}")


if __name__ == "__main__":
    main()
