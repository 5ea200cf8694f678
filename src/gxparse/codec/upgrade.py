"""The number of the schema, and how documents of older ones become documents of this one.

Every schema that was ever released can be read: an upgrade takes a document of one schema to the next, and
:func:`upgraded` goes as many steps as it needs. A document of a newer schema is refused, because nobody can know
what its members mean.

To change the format: raise :data:`SCHEMA`, decorate a function with ``@upgrade(old number)`` that turns an old document
into one of the next schema without guessing, keep a document of the old schema under ``tests/codec``, and say so in
the changelog.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from gxparse.errors import SchemaError, UsageError

#: Number of the schema that this version writes.
SCHEMA = 1

#: A step from one schema to the next; gets a copy of the document that it may change.
Upgrade: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]

_UPGRADES: dict[tuple[str, int], Upgrade] = {}


def upgrade(kind: str, schema: int) -> Callable[[Upgrade], Upgrade]:
    """Register the decorated function as the step that takes documents of *kind* from *schema* to the next one."""

    def register(step: Upgrade) -> Upgrade:
        if (kind, schema) in _UPGRADES:
            raise UsageError(f"schema {schema} of {kind!r} already has an upgrade")
        _UPGRADES[kind, schema] = step
        return step

    return register


def upgraded(document: object, kind: str, where: str = "$") -> dict[str, Any]:
    """The members of a document of *kind* in the schema of this version, without ``gxparse`` and ``schema``.

    Raises :class:`~gxparse.errors.SchemaError` if it is no such document, or of a schema this version cannot read.
    """
    if type(document) is not dict:
        raise SchemaError(f"not a gxparse {kind}", (f"expected an object @ {where}",))
    if document.get("gxparse") != kind:
        raise SchemaError(
            f"not a gxparse {kind}", (f"expected {kind!r}, got {document.get('gxparse')!r:.60} @ {where}.gxparse",)
        )
    schema = document.get("schema")
    if type(schema) is not int:
        raise SchemaError(f"not a gxparse {kind}", (f"expected a whole number, got {schema!r:.60} @ {where}.schema",))
    if schema > SCHEMA:
        raise SchemaError(
            f"this {kind} was written by a newer gxparse: it has schema {schema}, this version reads up to {SCHEMA};"
            " a newer gxparse can read it"
        )
    members = dict(document)
    while schema < SCHEMA:
        step = _UPGRADES.get((kind, schema))
        if step is None:
            raise SchemaError(f"no {kind} of schema {schema} was ever written", (f"unknown schema @ {where}.schema",))
        members = step(members)
        schema += 1
    return {name: value for name, value in members.items() if name not in {"gxparse", "schema"}}
