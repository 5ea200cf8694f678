"""Conservation: no numeral inside a recognised table is passed over in silence."""

from __future__ import annotations

import re

import gxparse
from gxparse.model.origin import Missing

#: a program writes some characters as escapes, whose digits are no numeral
ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})|&#x?[0-9A-Fa-f]{1,6};")
NUMERAL = re.compile(r"[0-9]+")
#: codes that are about a row that is not there, about headers, or about paths of a whole table: what stands there is not cited
ABOUT_OTHERS = {"GX201", "GX304", "GX317"}


def lost(result: gxparse.ParseResult) -> list[tuple[str, tuple[int, int], str]]:
    """The numerals inside tables of which nothing is said, each with its table and what stands around it.

    A numeral is accounted for if a figure was bound from it, if a diagnostic cites it, or if the trace says what else it
    is. A cell that is missing for a reason is cited under its path.
    """
    assert result.report is not None
    text = result.source.text
    origins = [result.report.origin(path) for path in result.report.values()]
    known = [o.span for o in origins if o.span is not None and o.missing is not Missing.BLANK]
    known += [d.span for d in result.reading if d.span is not None and d.code not in ABOUT_OTHERS]
    known += [*result.trace.unrecognised, *result.trace.numbers]
    known += [other.span for other in result.trace.others]
    plain = ESCAPE.sub(lambda match: " " * len(match[0]), text)
    covered = bytearray(len(text))
    for span in known:
        covered[span.start : span.stop] = b"\1" * len(span)
    return [
        (key, match.span(), text[max(match.start() - 20, 0) : match.end() + 10])
        for key, extent in result.trace.extents.items()
        for match in NUMERAL.finditer(plain, extent.start, extent.stop)
        if 0 in covered[match.start() : match.end()]
    ]
