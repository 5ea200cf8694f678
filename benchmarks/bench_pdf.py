"""How long reading a PDF takes, beside pdfplumber on the same pages.

    python benchmarks/bench_pdf.py [FILE.pdf ...] [--seconds N]

Aims: 15 ms a page, and at most a third of the time that pdfplumber's ``extract_tables`` takes alone, while prose,
places and cut rows are read too. Without files a report of four pages is made from drawings as word processors leave
them, and the sample files of ``../shared/matrix_files`` are read where they are. pdfplumber comes with
the extra ``dev``; without it only our own times are shown.
"""

from __future__ import annotations

import argparse
import io
import logging
import sys
from importlib.util import find_spec
from pathlib import Path

from measure import least

from gxparse.source.pdf import read

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "tests"))

from source_pdf.making import Canvas, pdf, steps  # noqa: E402  the maker of test files


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("files", nargs="*", type=Path)
    arguments.add_argument("--seconds", type=float, default=2.0, help="time spent on each file")
    given = arguments.parse_args()
    documents = {str(file): file.read_bytes() for file in given.files} or {"drawn report": drawn(), **samples()}
    with_plumber = find_spec("pdfplumber") is not None
    logging.disable(logging.WARNING)  # pdfminer has much to say about fonts
    print(f"{'file':50}{'pages':>6}{'ms/page':>9}" + f"{'pdfplumber':>12}{'ratio':>8}" * with_plumber)
    missed = []
    for name, data in documents.items():
        works = [lambda d=data: read(d)] + [lambda d=data: plumbed(d)] * with_plumber
        times = least(*works, seconds=given.seconds)
        pages = count_pages(data)
        line = f"{name[-50:]:50}{pages:>6}{times[0] * 1e3 / pages:>9.2f}"
        if with_plumber:
            line += f"{times[1] * 1e3 / pages:>12.2f}{times[0] / times[1]:>8.3f}"
            if times[0] > times[1] / 3:
                missed.append(name)
        print(line)
    if missed:
        sys.exit(f"slower than the aim: {', '.join(missed)}")


def plumbed(data: bytes) -> int:
    """All tables by pdfplumber."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as file:
        return sum(len(page.extract_tables()) for page in file.pages)


def samples() -> dict[str, bytes]:
    """Sample files beside the project."""
    folder = PROJECT.parent / "shared" / "matrix_files"
    return {f"{f.parent.name}/{f.name}": f.read_bytes() for f in sorted(folder.glob("e20*_0[14]_*/*.pdf"))}


def count_pages(data: bytes) -> int:
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))


def drawn() -> bytes:
    """Four pages: prose above, a table of ten columns below."""
    pages = []
    xs = steps(50, 40, 50, 140, 36, 36, 36, 36, 36, 36, 36)
    for number in range(4):
        page = Canvas()
        for line in range(8):
            page.text(50, 60 + 18 * line, "本年度按照要求公开信息并逐月核对目录发现的问题当月整改完毕没有遗留同时")
        ys = steps(220, *[26] * 20)
        rows = [
            ["组", "类", f"{row}.属于行政查询事项"] + [str(row * column) for column in range(7)] for row in range(20)
        ]
        page.table(xs, ys, rows)
        page.text(290, 815, f"- {number + 1} -")
        pages.append(page)
    return pdf(*pages, compressed=True)


if __name__ == "__main__":
    main()
