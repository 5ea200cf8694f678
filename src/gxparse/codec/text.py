"""JSON text to plain data and back, without the liberties that :mod:`json` takes."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from gxparse.errors import SchemaError, UsageError

_SURROGATE = re.compile("[\ud800-\udfff]")


def _refuse_constant(name: str) -> NoReturn:
    raise SchemaError(f"not JSON: {name} is no JSON number")


def _integer(digits: str) -> int:
    try:
        return int(digits)
    except ValueError as error:
        # Python refuses to convert very long digit strings, and rightly so.
        raise SchemaError(f"a number of {len(digits)} digits is no figure") from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        seen: set[str] = set()
        for name, _value in pairs:
            if name in seen:
                raise SchemaError(f"the member {name!r:.80} stands twice in one object")
            seen.add(name)
    return members


def read_json(text: str | bytes) -> Any:
    """Plain data from a JSON text; a byte order mark is ignored.

    Raises :class:`~gxparse.errors.SchemaError` for what is no JSON, for a member that stands twice, for ``NaN`` and
    for nesting or numbers without measure.
    """
    if not isinstance(text, str | bytes):
        raise UsageError(f"JSON text is str or bytes, got {type(text).__name__}")
    try:
        if isinstance(text, bytes):
            text = text.decode(json.detect_encoding(text))
        return json.loads(
            text.removeprefix("\ufeff"),
            parse_constant=_refuse_constant,
            parse_int=_integer,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        raise SchemaError(f"not JSON: {error}") from error
    except UnicodeDecodeError as error:
        raise SchemaError(f"not JSON: the bytes are no {error.encoding} text") from error
    except RecursionError as error:
        raise SchemaError("not a gxparse document: nested without measure") from error


def write_json(data: Any, *, indent: int | None, ensure_ascii: bool) -> str:
    """JSON text of plain data; lone surrogates are escaped even where other characters are not."""
    separators = (",", ":") if indent is None else (",", ": ")
    try:
        text = json.dumps(data, indent=indent, separators=separators, ensure_ascii=ensure_ascii, allow_nan=False)
    except ValueError as error:
        raise UsageError(f"not to be written as JSON: {error}") from error
    if ensure_ascii:
        return text
    # They can only stand inside strings, where an escape means the same.
    return _SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
