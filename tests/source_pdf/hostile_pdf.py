"""PDF files made to do harm, and what each must come to. Run as a program it reads one after the other and measures.

Each case is bytes and the codes one of which must be said: by a diagnostic or by the exception that refuses the file.
"""

from __future__ import annotations

import json
import random
import sys
import time
import zlib
from collections.abc import Callable, Iterator

from gxparse.errors import UnreadableSource
from gxparse.limits import DEFAULT_LIMITS
from gxparse.source.isolate import read_isolated
from gxparse.source.registry import read_source
from source_pdf.making import NAMED_FONT, Canvas, pdf, steps, write

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
LEAF = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
FLATE = "/Filter/FlateDecode"
#: a case that is read whole
FINE = ("",)
#: stopped by one of the limits of the child process
STOPPED = ("GX190", "GX191", "GX192")
#: nothing on it is text
NO_TEXT = ("GX171",)


def drawn(pages: int = 1) -> bytes:
    """A proper file."""
    found = []
    for number in range(pages):
        page = Canvas()
        page.text(60, 60, "二、主动公开政府信息情况")
        page.table(steps(60, 140, 60, 60), steps(100, 30, 30), [["信息内容", "甲", "乙"], ["规章", str(number), "2"]])
        found.append(page)
    return pdf(*found)


def page_with(content: bytes, dictionary: str = "", *, box: str = "0 0 595 842", resources: str = "", more=()) -> bytes:
    """One page with this content."""
    return write(
        [
            CATALOGUE,
            b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
            NAMED_FONT.encode(),
            f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]/Resources<</Font<</F1 3 0 R>>{resources}>>/Contents 5 0 R>>".encode(),
            f"<<{dictionary}/Length {len(content)}>>stream\n".encode() + content + b"\nendstream",
            *more,
        ]
    )


def packed(unit: bytes, size: int) -> bytes:
    """*unit* again and again up to a size, compressed."""
    packer = zlib.compressobj(9)
    block = unit * (10**6 // len(unit))
    return b"".join([packer.compress(block) for _ in range(size // len(block))]) + packer.flush()


def operators() -> bytes:
    page = Canvas()
    page.table(steps(60, 140, 60, 60), steps(100, 30, 30), [["信息内容", "甲", "乙"], ["规章", "1", "2"]])
    return "\n".join(page.parts).encode()


def form(content: str, name: str, number: int) -> bytes:
    return (
        f"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</{name} {number} 0 R>>>>"
        f"/Length {len(content)}>>stream\n{content}\nendstream"
    ).encode()


def deep_tree(depth: int) -> bytes:
    objects = [CATALOGUE]
    objects += [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 3, n + 1) for n in range(depth)]
    return write([*objects, b"<</Type/Page/MediaBox[0 0 10 10]/Parent %d 0 R>>" % (depth + 1)])


def many_pages(count: int) -> bytes:
    content = operators()
    kids = b" ".join(b"%d 0 R" % (n + 5) for n in range(count))
    objects = [CATALOGUE, b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count, NAMED_FONT.encode()]
    objects.append(b"<</Length %d>>stream\n" % len(content) + content + b"\nendstream")
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents 4 0 R>>"
    return write(objects + [page] * count)


def previous_loop() -> bytes:
    data = drawn()
    return data.replace(b"/Root 1 0 R>>", b"/Root 1 0 R/Prev %d>>" % data.rfind(b"xref\n0"))


def lines(count: int) -> bytes:
    return zlib.compress(
        b"\n".join(b"%.2f 0 m %.2f 800 l S 0 %.2f m 800 %.2f l S" % ((n * 800 / count,) * 4) for n in range(count))
    )


def encrypted() -> bytes:
    """A file that asks for a password: the standard handler, with keys that fit no password anyone tries."""
    data = drawn()
    keys = "00" * 32
    lock = f"/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O<{keys}>/U<{keys}>>>/ID[<{'11' * 16}><{'11' * 16}>]"
    return data.replace(b"/Root 1 0 R>>", b"/Root 1 0 R" + lock.encode() + b">>")


CASES: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "proper": (lambda: drawn(3), FINE),
    "encrypted": (encrypted, ("GX102",)),
    "nothing but a header": (lambda: b"%PDF-1.7\n", ("GX103",)),
    "noise": (lambda: b"%PDF-1.7\n" + random.Random(1).randbytes(100_000), ("GX103",)),
    "no pages": (lambda: write([CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"]), ("GX170",)),
    "page tree in a circle": (lambda: write([CATALOGUE, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100>>"]), NO_TEXT),
    "one page a million times": (
        lambda: write([CATALOGUE, b"<</Type/Pages/Kids[" + b"3 0 R " * 10**6 + b"]/Count 1000000>>", LEAF]),
        NO_TEXT,
    ),
    "two thousand million pages": (
        lambda: write([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", LEAF]),
        NO_TEXT,
    ),
    "a negative number of pages": (
        lambda: write([CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count -5>>", LEAF]),
        ("GX170", "GX171"),
    ),
    "twenty thousand pages": (lambda: many_pages(20_000), ("GX175",)),
    "page tree 100,000 deep": (lambda: deep_tree(100_000), NO_TEXT),
    "form that draws itself": (
        lambda: page_with(b"/X Do", resources="/XObject<</X 6 0 R>>", more=[form("/X Do " * 5, "X", 6)]),
        (*NO_TEXT, *STOPPED),
    ),
    "forms that draw eight others": (
        lambda: page_with(
            b"/X0 Do",
            resources="/XObject<</X0 6 0 R>>",
            more=[form(f"/X{n + 1} Do " * 8, f"X{n + 1}", n + 7) for n in range(12)],
        ),
        (*NO_TEXT, *STOPPED),
    ),
    "length that is its own": (
        lambda: write(
            [
                CATALOGUE,
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
                b"<</Length 4 0 R>>stream\nxxxx\nendstream",
            ]
        ),
        NO_TEXT,
    ),
    "contents in a circle": (
        lambda: write(
            [
                CATALOGUE,
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
                b"[4 0 R 4 0 R 4 0 R]",
            ]
        ),
        NO_TEXT,
    ),
    "cross references in a circle": (previous_loop, FINE),
    "media box of 1e30": (lambda: page_with(operators(), box="0 0 1e30 1e30"), FINE),
    "media box of 2e38": (lambda: page_with(operators(), box="-1e38 -1e38 1e38 1e38"), FINE),
    "media box of nothing": (lambda: page_with(operators(), box="0 0 0 0"), FINE),
    "media box of no numbers": (lambda: page_with(operators(), box="nan nan nan nan"), FINE),
    "300 MB of zeros": (lambda: page_with(packed(b"\0", 3 * 10**8), FLATE), (*NO_TEXT, *STOPPED)),
    "300 MB packed twice": (
        lambda: page_with(zlib.compress(packed(b"\0", 3 * 10**8)), "/Filter[/FlateDecode/FlateDecode]"),
        (*NO_TEXT, *STOPPED),
    ),
    "ten million strokes": (lambda: page_with(packed(b"0 0 m 9 9 l S\n", 14 * 10**7), FLATE), (*NO_TEXT, *STOPPED)),
    "a million texts": (
        lambda: page_with(packed(b"BT /F1 9 Tf 1 0 0 1 9 9 Tm <0031> Tj ET\n", 4 * 10**7), FLATE),
        ("GX121", "GX177", *STOPPED),
    ),
    "a text of ten million characters": (
        lambda: page_with(zlib.compress(b"BT /F1 9 Tf <" + b"0031" * 10**7 + b"> Tj ET"), FLATE),
        # Nearly all of it runs off the page.
        ("GX121", "GX187", *STOPPED),
    ),
    "40,000 lines": (lambda: page_with(lines(20_000), FLATE), NO_TEXT),
    "40,000 lines and a text": (
        lambda: page_with(zlib.compress(zlib.decompress(lines(20_000)) + b"\n" + operators()), FLATE),
        ("GX177", "GX183"),
    ),
    "a path of a million points": (
        lambda: page_with(zlib.compress(b"0 0 m " + b"9 9 l 0 9 l " * 500_000 + b"S " + operators()), FLATE),
        ("GX177", *STOPPED),
    ),
    "20,000 boxes": (
        lambda: page_with(
            zlib.compress(
                b"\n".join(b"%d %d 5 5 re S" % (n % 140 * 6, n // 140 * 6) for n in range(19_600)) + operators()
            ),
            FLATE,
        ),
        ("", "GX177"),
    ),
    "50,000 dots": (
        lambda: page_with(
            zlib.compress(
                b"\n".join(b"%d %d 1 1 re f" % (n % 250 * 2, n // 250 * 2) for n in range(50_000)) + operators()
            ),
            FLATE,
        ),
        ("", "GX177"),
    ),
    "200,000 open brackets": (lambda: page_with(b"[" * 200_000), NO_TEXT),
    "a million saved states": (lambda: page_with(b"q " * 10**6), (*NO_TEXT, *STOPPED)),
    "dictionaries 50,000 deep": (
        lambda: write([b"<</Type/Catalog/Pages 2 0 R/X " + b"<</X " * 50_000 + b">>" * 50_000 + b">>", LEAF]),
        ("GX103", "GX170", "GX171"),
    ),
}


def said(work: Callable[[], tuple]) -> list[str]:
    """The codes that reading comes to; an empty one for text that was read."""
    try:
        source, diagnostics = work()
    except UnreadableSource as error:
        return [error.code]
    return [d.code for d in diagnostics] + ([""] if source.text else [])


def measured() -> Iterator[dict[str, object]]:
    """Each case in a child process: codes, CPU seconds, and the most memory of any child so far over the first one."""
    import resource

    def most() -> int:
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    first = 0
    for name, (make, _) in CASES.items():
        data = make()
        start = spent()
        codes = said(lambda d=data: read_isolated(d, None, "PDF", DEFAULT_LIMITS))
        seconds = spent() - start
        first = first or most()
        yield {"name": name, "codes": codes, "seconds": seconds, "bytes": most() - first}
    whole = drawn(30)
    for stop in range(1000, len(whole), 1000):
        start = time.process_time()
        codes = said(lambda d=whole[:stop]: read_source(d))
        yield {"name": f"cut at {stop}", "codes": codes, "seconds": time.process_time() - start, "bytes": 0}


if __name__ == "__main__":
    for found in measured():
        print(json.dumps(found), flush=True)  # noqa: T201
    sys.exit(0)
