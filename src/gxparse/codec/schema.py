"""The JSON Schema (draft 2020-12) of what is written, made from the classes and the editions themselves.

Two copies are shipped beside this module, ``report.schema.json`` and ``result.schema.json``, for those who do not run
Python; a test holds them against what is made here. Two things a schema cannot say: that a span does not end before
it starts, and that ``3.0`` is no whole number.
"""

from __future__ import annotations

import datetime
import enum
import types
import typing
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal, TypeAlias

import attrs

from gxparse.codec.document import KIND as REPORT
from gxparse.codec.document import Header, OriginDocument
from gxparse.codec.figures import DECIMAL_PATTERN
from gxparse.codec.result import KIND as RESULT
from gxparse.codec.result import ResultDocument
from gxparse.codec.upgrade import SCHEMA
from gxparse.diagnostics.model import Param
from gxparse.errors import UsageError
from gxparse.forms.editions import EDITIONS
from gxparse.forms.spec import Edition
from gxparse.model.report import METADATA_FIELDS
from gxparse.span import Span

Schema: TypeAlias = dict[str, Any]

#: What there are schemas of.
Kind: TypeAlias = Literal["report", "result"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SPAN: Schema = {
    "description": "half-open interval [start, stop) of Unicode code points in the source text",
    "type": "array",
    "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}],
    "items": False,
    "minItems": 2,
}

_PARAM_VALUE = ["string", "integer", "null"]

#: Types that are written in a way of their own.
_LEAVES: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    types.NoneType: {"type": "null"},
    datetime.date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    Decimal: {"type": "string", "pattern": DECIMAL_PATTERN},
    Span: {"$ref": "#/$defs/Span"},
    tuple[int, int]: {
        "type": "array",
        "prefixItems": [{"type": "integer"}, {"type": "integer"}],
        "items": False,
        "minItems": 2,
    },
    Mapping[str, Param]: {
        "type": "object",
        "additionalProperties": {"type": [*_PARAM_VALUE, "array"], "items": {"type": _PARAM_VALUE}},
    },
}


def json_schema(kind: Kind = "report") -> Schema:
    """The JSON Schema (draft 2020-12) of a document as a new dictionary.

    *kind* is ``"report"``, what :func:`gxparse.dumps` writes, or ``"result"``, a report with its diagnostics as
    ``gxparse parse --format json`` writes it. Every figure has the words of the form as its description.

    Raises :class:`~gxparse.errors.UsageError` for any other kind.

    >>> import gxparse
    >>> schema = gxparse.json_schema()
    >>> schema["$defs"]["values_revised_2021"]["properties"]["requests.received.total"]["description"]
    '一、本年新收政府信息公开申请数量›总计 (件)'
    """
    definitions: dict[str, Schema] = {"Span": _SPAN}
    if kind == "report":
        root = _report(definitions)
    elif kind == "result":
        definitions["Report"] = _report(definitions)
        root = _object(
            ResultDocument,
            definitions,
            kind=RESULT,
            more={"report": {"anyOf": [{"$ref": "#/$defs/Report"}, {"type": "null"}]}},
        )
    else:
        raise UsageError(f"there are schemas of 'report' and 'result', not of {kind!r}")
    head = {"$schema": _DIALECT, "$id": f"urn:gxparse:{kind}:{SCHEMA}", "title": f"gxparse {kind}, schema {SCHEMA}"}
    return {**head, **root, "$defs": dict(sorted(definitions.items()))}


def _report(definitions: dict[str, Schema]) -> Schema:
    _define(OriginDocument, definitions)
    root = _object(Header, definitions, kind=REPORT, more={"values": {"type": "object"}})
    root["properties"]["edition"] = {"enum": list(EDITIONS)}
    root["properties"]["origins"] = {
        "type": "object",
        "additionalProperties": {"$ref": f"#/$defs/{_name(OriginDocument)}"},
    }
    root["allOf"] = [_for_edition(edition, definitions) for edition in EDITIONS.values()]
    return root


def _for_edition(edition: Edition, definitions: dict[str, Schema]) -> Schema:
    """The rule that a report of this edition has its figures and no other ones."""
    values = f"values_{edition.key}"
    origins = f"origins_{edition.key}"
    definitions[values] = {
        "description": f"the figures of {edition.title}: whole numbers; money in yuan as a decimal string; null is not 0",
        "type": "object",
        "properties": {
            leaf.path: {"description": _describe(edition, leaf.path), **_nullable(_LEAVES[leaf.type])}
            for leaf in edition.shape.leaves
        },
        "required": list(edition.paths),
        "additionalProperties": False,
    }
    definitions[origins] = {"propertyNames": {"enum": [*METADATA_FIELDS, *edition.paths]}}
    return {
        "if": {"properties": {"edition": {"const": edition.key}}, "required": ["edition"]},
        "then": {
            "properties": {"values": {"$ref": f"#/$defs/{values}"}, "origins": {"$ref": f"#/$defs/{origins}"}},
        },
    }


def _describe(edition: Edition, path: str) -> str:
    unit = "元" if edition.shape.leaves[edition.shape.index[path]].type is Decimal else edition.fields[path][2].unit
    return edition.describe(path) + (f" ({unit})" if unit else "")


def _nullable(schema: Schema) -> Schema:
    return {**schema, "type": [schema["type"], "null"]}


def _name(cls: type) -> str:
    return cls.__name__.removesuffix("Document")


def _summary(cls: type) -> str:
    return (cls.__doc__ or "").partition("\n")[0].rstrip(".")


def _define(cls: type, definitions: dict[str, Schema]) -> Schema:
    """A reference to the schema of an attrs class, which is made on first use."""
    name = _name(cls)
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(cls, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _object(
    cls: type, definitions: dict[str, Schema], *, kind: str | None = None, more: Mapping[str, Schema] | None = None
) -> Schema:
    """The schema of an attrs class: a member that has a default may be absent."""
    hints = typing.get_type_hints(cls)
    head: dict[str, Schema] = {} if kind is None else {"gxparse": {"const": kind}, "schema": {"const": SCHEMA}}
    attributes = attrs.fields(cls)
    properties = {**head, **{a.name: _of(hints[a.name], definitions) for a in attributes}, **(more or {})}
    return {
        "description": _summary(cls),
        "type": "object",
        "properties": properties,
        "required": [*head, *(a.name for a in attributes if a.default is attrs.NOTHING), *(more or {})],
        "additionalProperties": False,
    }


def _of(annotation: Any, definitions: dict[str, Schema]) -> Schema:
    if annotation in _LEAVES:
        return dict(_LEAVES[annotation])
    make = _MAKERS.get(typing.get_origin(annotation))
    if make is not None:
        return make([_of(argument, definitions) for argument in typing.get_args(annotation) if argument is not ...])
    if isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        return {"description": _summary(annotation), "enum": [member.value for member in annotation]}
    return _define(annotation, definitions)


def _any_of(schemas: list[Schema]) -> Schema:
    if all(schema.keys() == {"type"} for schema in schemas):
        return {"type": [schema["type"] for schema in schemas]}
    return {"anyOf": schemas}


def _array(schemas: list[Schema]) -> Schema:
    (items,) = schemas
    return {"type": "array", "items": items}


_MAKERS: dict[Any, Callable[[list[Schema]], Schema]] = {
    types.UnionType: _any_of,
    typing.Union: _any_of,
    tuple: _array,
}
