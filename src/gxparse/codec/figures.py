"""The figures of a report in JSON: counts as whole numbers, money as decimal strings."""

from __future__ import annotations

import decimal
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, TypeAlias

from gxparse.codec.strict import expected
from gxparse.errors import UsageError
from gxparse.model.shape import Figure, Leaf, Shape

#: A figure as it stands in JSON.
PlainFigure: TypeAlias = int | str | None

#: What ``str`` writes of a finite Decimal, and nothing else that ``Decimal`` would take (underscores, other digits).
DECIMAL_PATTERN = r"^-?(0|[1-9][0-9]*)(\.[0-9]+)?(E[+-]?[0-9]+)?$"
#: Stands for a member that is not there, which is something else than null.
ABSENT: Final = object()

_DECIMAL = re.compile(DECIMAL_PATTERN.removesuffix("$") + r"\Z")


def write_figures(shape: Shape, values: Mapping[str, Figure]) -> dict[str, PlainFigure]:
    """The figures as JSON has them, in form order.

    Raises :class:`~gxparse.errors.UsageError` for a value that no report may hold, so that nothing is written that
    could not be read again.
    """
    written: dict[str, PlainFigure] = {}
    for leaf in shape.leaves:
        value = values[leaf.path]
        if value is None:
            written[leaf.path] = None
        elif type(value) is not leaf.type:
            raise UsageError(f"{leaf.path} holds {value!r}, which is no {leaf.type.__name__}")
        elif isinstance(value, Decimal):
            if not value.is_finite():
                raise UsageError(f"{leaf.path} holds {value!r}, which is no amount")
            written[leaf.path] = str(value)
        else:
            written[leaf.path] = value
    return written


def _read_figure(leaf: Leaf, value: object) -> Figure:
    if value is None:
        return None
    if leaf.type is int:
        if type(value) is int:
            return value
        raise expected("a whole number or null", value)
    if type(value) is str and _DECIMAL.match(value):
        try:
            return Decimal(value)
        except decimal.InvalidOperation as error:
            raise expected("an amount that a decimal can hold", value) from error
    raise expected('a decimal string such as "1280.50" or null', value)


def read_figures(shape: Shape, values: object, where: str = "$.values") -> tuple[dict[str, Figure], list[str]]:
    """The figures from JSON, and every fault that was found in it; *values* may be :data:`ABSENT`."""
    if values is ABSENT:
        return {}, [f"missing @ {where}"]
    if type(values) is not dict:
        return {}, [f"{expected('an object', values)} @ {where}"]
    read: dict[str, Figure] = {}
    problems: list[str] = []
    for leaf in shape.leaves:
        here = f"{where}[{leaf.path!r}]"
        if leaf.path not in values:
            problems.append(f"missing; a figure that the report does not give is null @ {here}")
            continue
        try:
            read[leaf.path] = _read_figure(leaf, values[leaf.path])
        except ValueError as error:
            problems.append(f"{error} @ {here}")
    unknown = (path for path in values if path not in shape.index)
    problems.extend(f"no field of this edition @ {where}[{path!r}]" for path in unknown)
    return read, problems
