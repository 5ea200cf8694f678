"""The strict converter between plain JSON data and attrs classes.

cattrs makes the functions from the classes; the hooks here take away what it would silently convert: 3.7 is no
count, ``true`` is no count, ``"12"`` is no count, an object is no list, and no member may be unknown.
"""

from __future__ import annotations

import datetime
import enum
import functools
import re
import reprlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

import attrs

from gxparse.diagnostics.model import Param
from gxparse.errors import UsageError
from gxparse.span import Span

if TYPE_CHECKING:
    from cattrs import Converter

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")

#: What a parameter of a diagnostic is made of.
_PARAM_TYPES = (str, int, type(None))

#: What values are called in messages.
_NAMES = {dict: "an object", list: "a list", str: "a text", int: "a whole number", float: "a fraction", bool: "a truth"}


class _Refused(ValueError):
    """A value that the schema does not allow; the text is the message."""


def expected(what: str, got: object) -> ValueError:
    """The fault that *got* stands where *what* is expected."""
    name = "null" if got is None else _NAMES.get(type(got), type(got).__name__)
    shown = "" if got is None else f" {reprlib.repr(got)}"
    return _Refused(f"expected {what}, got {name}{shown}")


def _exactly(kind: type, what: str) -> Callable[[Any, Any], Any]:
    def structure(value: Any, _type: Any) -> Any:
        # bool is an int, so isinstance would let True through.
        if type(value) is not kind:
            raise expected(what, value)
        return value

    return structure


def _structure_date(value: Any, _type: Any) -> datetime.date:
    if type(value) is not str or not _DATE.match(value):
        raise expected("a date such as 2023-12-31", value)
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise expected("a day of the calendar", value) from error


def _unstructure_date(value: datetime.date) -> str:
    # datetime is a date, but its time of day would be lost or misread.
    if type(value) is not datetime.date:
        raise UsageError(f"a report holds dates without a time of day, got {value!r}")
    return value.isoformat()


def _structure_pair(value: Any, _type: Any) -> tuple[int, int]:
    if type(value) is not list or [type(v) for v in value] != [int, int]:
        raise expected("a pair of whole numbers", value)
    return value[0], value[1]


def _structure_span(value: Any, _type: Any) -> Span:
    if type(value) is not list or [type(v) for v in value] != [int, int] or not 0 <= value[0] <= value[1]:
        raise expected("a span [start, stop]", value)
    return Span(*value)


def _structure_enum(value: Any, kind: Any) -> Any:
    known = [member.value for member in kind]
    if type(value) is not str or value not in known:
        raise expected("one of " + ", ".join(known), value)
    return kind(value)


def _structure_params(value: Any, _type: Any) -> dict[str, Param]:
    if type(value) is not dict:
        raise expected("an object", value)
    return {name: _structure_param(param) for name, param in value.items()}


def _structure_param(value: Any) -> Param:
    if type(value) is list and all(type(v) in _PARAM_TYPES for v in value):
        return tuple(value)
    if type(value) in _PARAM_TYPES:
        return cast("Param", value)
    raise expected("a text, a whole number, null or a list of these", value)


def _unstructure_params(value: Mapping[str, Param]) -> dict[str, Any]:
    return {name: list(param) if isinstance(param, tuple) else param for name, param in value.items()}


def _say(error: BaseException, _type: type | None) -> str:
    from cattrs.errors import ForbiddenExtraKeysError

    if isinstance(error, KeyError):
        return "missing"
    if isinstance(error, ForbiddenExtraKeysError):
        return "unknown member " + ", ".join(reprlib.repr(name) for name in sorted(error.extra_fields))
    if isinstance(error, _Refused):
        return str(error)
    raise error


def problems_of(error: Exception, where: str = "$") -> tuple[str, ...]:
    """Every fault that cattrs found, as ``"what @ $.where"``."""
    from cattrs import transform_error

    return tuple(transform_error(error, where, _say))


@functools.cache
def converter() -> Converter:
    """The one converter; made when first needed, because cattrs need not be imported before."""
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

    made = Converter(forbid_extra_keys=True, detailed_validation=True)

    def is_tuple(kind: Any) -> bool:
        return get_origin(kind) is tuple

    def tuples(kind: Any) -> Callable[[Any, Any], Any]:
        elements = get_args(kind)
        element = elements[0]
        if elements == (int, int):
            return _structure_pair
        if elements != (element, ...):
            raise UsageError(f"no JSON is known for {kind}")
        lists = made.get_structure_hook(list[element])  # type: ignore[valid-type]

        def structure(value: Any, _type: Any) -> tuple[Any, ...]:
            if type(value) is not list:
                raise expected("a list", value)
            return tuple(lists(value, list[element]))  # type: ignore[valid-type]

        return structure

    def objects(kind: Any) -> Callable[[Any, Any], Any]:
        members = make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

        def structure(value: Any, type_: Any) -> Any:
            if type(value) is not dict:
                raise expected("an object", value)
            return members(value, type_)

        return structure

    def sparse(kind: Any) -> Callable[[Any], dict[str, Any]]:
        return make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True)

    made.register_structure_hook_factory(attrs.has, objects)
    made.register_structure_hook_factory(is_tuple, tuples)
    made.register_structure_hook(int, _exactly(int, "a whole number"))
    made.register_structure_hook(str, _exactly(str, "a text"))
    made.register_structure_hook(datetime.date, _structure_date)
    made.register_structure_hook(Span, _structure_span)
    # For StrEnum, not Enum: the hook for str stands nearer in the order of its bases, and would take any text.
    made.register_structure_hook(enum.StrEnum, _structure_enum)
    made.register_structure_hook_func(lambda kind: kind == Mapping[str, Param], _structure_params)
    made.register_unstructure_hook_factory(attrs.has, sparse)
    made.register_unstructure_hook_func(lambda kind: kind == Mapping[str, Param], _unstructure_params)
    made.register_unstructure_hook(datetime.date, _unstructure_date)
    made.register_unstructure_hook_func(lambda kind: kind == tuple[int, int], list)
    made.register_unstructure_hook(enum.StrEnum, lambda member: member.value)
    made.register_unstructure_hook(Span, lambda span: [span.start, span.stop])
    return made
