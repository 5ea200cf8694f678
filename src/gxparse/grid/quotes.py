"""Strings as programs write them: in quotes, with escapes for white space at their ends."""

from __future__ import annotations

import re

__all__ = ["unquoted"]

_ESCAPE = r"(?:\\xa0|\\_|\\u3000|\\u200[bcd]|\\[nrt]|\s)+"
_FRONT = re.compile(_ESCAPE)
_BEHIND = re.compile(_ESCAPE + r"\Z")
#: white space of more characters than this is no padding
_PADDING = 60


def unquoted(text: str, at: int) -> tuple[str, int]:
    r"""What a string holds that begins at *at*, without white space at its ends, and where that begins.

    A string that is not closed lacks its opening quote alone; what is no string stays as it is.

    >>> unquoted("'\\xa07'", 0), unquoted('"7', 5), unquoted("7", 5)
    (('7', 5), ('7', 6), ('7', 5))
    """
    if text[:1] not in ("'", '"'):
        return text, at
    text = text[1:-1] if len(text) > 1 and text[-1] == text[0] else text[1:]
    at += 1
    if "\\" in text:
        if front := _FRONT.match(text):
            text = text[front.end() :]
            at += front.end()
        # The pattern begins anew at each backslash, and a string can be long.
        if behind := _BEHIND.search(text, max(0, len(text) - _PADDING)):
            text = text[: behind.start()]
    return text, at
