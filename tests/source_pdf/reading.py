"""What tests look at: the text of a PDF drawn with visible characters, and the codes that were said."""

from __future__ import annotations

from gxparse.limits import DEFAULT_LIMITS, Limits
from gxparse.source import read_source
from gxparse.source.sheet import ABSENT, CELL, FROM_ABOVE, FROM_LEFT, LINE_BREAK, ROW

_VISIBLE = str.maketrans(
    {ROW: "", CELL: "|", FROM_LEFT: "<", FROM_ABOVE: "^", ABSENT: "x", LINE_BREAK: "~", "\x1d": "="}
)


def shown(data: bytes, limits: Limits = DEFAULT_LIMITS) -> str:
    """The text, with bars before cells, < and ^ for covered ones, ~ for line breaks in cells."""
    return read_source(data, None, limits)[0].text.translate(_VISIBLE)


def codes(data: bytes, limits: Limits = DEFAULT_LIMITS) -> dict[str, dict[str, object]]:
    """Codes that were said, with the parameters of the last of each."""
    return {d.code: dict(d.params) for d in read_source(data, None, limits)[1]}
