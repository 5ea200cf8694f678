"""From classes to field paths and back.

A :class:`Shape` knows the classes that hold the figures of one edition. It derives the list of field paths by
walking their attributes, so that there is a single truth about which figures exist and in which order; and it
builds the nested objects from a flat row of values in one pass.
"""

from __future__ import annotations

import functools
import importlib
import itertools
import operator
import types
import typing
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, TypeAlias

import attrs
from attrs import field, frozen

from gxparse.errors import UsageError

#: What a field path leads to.
Figure: TypeAlias = int | Decimal | None


def _leaf_type(annotation: Any) -> type[int | Decimal] | None:
    """``int`` or ``Decimal`` for a leaf annotation such as ``int | None``, ``None`` for a nested class."""
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        members = [a for a in typing.get_args(annotation) if a is not type(None)]
        if members == [int]:
            return int
        if members == [Decimal]:
            return Decimal
    return None


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    """The resolved annotations of a class; resolving them is what deriving a shape costs."""
    return typing.get_type_hints(cls)


@frozen
class Leaf:
    """One figure of the form: its path and the type of its value."""

    path: str
    #: ``int`` for counts, ``Decimal`` for money in yuan
    type: type[int | Decimal]


def _walk(cls: type, prefix: str) -> Iterator[Leaf]:
    hints = _hints(cls)
    for attribute in attrs.fields(cls):
        path = f"{prefix}.{attribute.name}"
        leaf = _leaf_type(hints[attribute.name])
        if leaf is not None:
            yield Leaf(path, leaf)
        else:
            yield from _walk(hints[attribute.name], path)


_Builder: TypeAlias = Callable[[Sequence[Figure]], Any]


def _builder(cls: type, start: int) -> tuple[_Builder, int]:
    """A function that makes a *cls* from a flat row of values, and the position behind the last value it takes."""
    hints = _hints(cls)
    nested = [hints[a.name] for a in attrs.fields(cls) if _leaf_type(hints[a.name]) is None]
    if not nested:
        stop = start + len(attrs.fields(cls))
        return (lambda values: cls(*values[start:stop])), stop
    parts: list[_Builder] = []
    position = start
    for attribute in attrs.fields(cls):
        annotation = hints[attribute.name]
        if _leaf_type(annotation) is not None:
            parts.append(lambda values, at=position: values[at])  # type: ignore[misc]
            position += 1
        else:
            part, position = _builder(annotation, position)
            parts.append(part)
    return (lambda values: cls(*[part(values) for part in parts])), position


def _holders(cls: type, prefix: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Where figures stand in an instance of *cls*, in form order: dotted name of what holds them, and their names."""
    hints = _hints(cls)
    for nested, group in itertools.groupby(attrs.fields(cls), lambda a: _leaf_type(hints[a.name]) is None):
        names = tuple(attribute.name for attribute in group)
        if nested:
            for name in names:
                yield from _holders(hints[name], f"{prefix}{name}.")
        else:
            yield prefix, names


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Takes several attributes at once; always a tuple."""
    get = operator.attrgetter(*names)
    return get if len(names) > 1 else lambda instance: (get(instance),)


def _reader(cls: type) -> Callable[[Any, list[Figure]], None]:
    """A function that appends the figures of an instance of *cls* to a list, in form order."""
    holders = list(_holders(cls, ""))
    if not all(prefix for prefix, _ in holders):
        figures_of = _getter([f"{prefix}{name}" for prefix, names in holders for name in names])
        return lambda instance, out: out.extend(figures_of(instance))
    # Figures stand in classes of figures alone, some levels down: first all of those are taken, then theirs.
    parts_of = _getter([prefix[:-1] for prefix, _ in holders])
    getters = [_getter(names) for _, names in holders]

    def read(instance: Any, out: list[Figure]) -> None:
        for part, figures in zip(parts_of(instance), getters, strict=True):
            out += figures(part)

    return read


@frozen(eq=False)
class Shape:
    """The classes that hold the figures of one edition, table by table.

    ``proactive``, ``requests`` and ``proceedings`` are attrs classes of :mod:`gxparse.model.tables` (or a user's
    own); everything else is derived from them.
    """

    proactive: type
    requests: type
    proceedings: type
    #: every figure, in form order
    leaves: tuple[Leaf, ...] = field(init=False)
    #: the path of every figure, in form order
    paths: tuple[str, ...] = field(init=False)
    #: position of a path in :attr:`paths`
    index: dict[str, int] = field(init=False, repr=False)
    _builders: tuple[_Builder, ...] = field(init=False, repr=False)
    _readers: tuple[Callable[[Any, list[Figure]], None], ...] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        parts = {"proactive": self.proactive, "requests": self.requests, "proceedings": self.proceedings}
        leaves = tuple(leaf for name, cls in parts.items() for leaf in _walk(cls, name))
        builders: list[_Builder] = []
        position = 0
        for cls in parts.values():
            build, position = _builder(cls, position)
            builders.append(build)
        write = object.__setattr__
        write(self, "leaves", leaves)
        write(self, "paths", tuple(leaf.path for leaf in leaves))
        write(self, "index", {leaf.path: n for n, leaf in enumerate(leaves)})
        write(self, "_builders", tuple(builders))
        write(self, "_readers", tuple(_reader(cls) for cls in parts.values()))

    def build(self, values: Sequence[Figure]) -> tuple[Any, Any, Any]:
        """The three table objects from one value for each path, in form order."""
        if len(values) != len(self.paths):
            raise UsageError(f"expected {len(self.paths)} values, got {len(values)}")
        proactive, requests, proceedings = self._builders
        return proactive(values), requests(values), proceedings(values)

    def read(self, proactive: Any, requests: Any, proceedings: Any) -> list[Figure]:
        """The values of three table objects, in form order."""
        out: list[Figure] = []
        for read, instance in zip(self._readers, (proactive, requests, proceedings), strict=True):
            read(instance, out)
        return out


_SHAPES: dict[str, Shape] = {}


def register_shape(edition: str, shape: Shape) -> None:
    """Tell the model which classes hold the figures of an edition; called once by each edition module."""
    if edition in _SHAPES and _SHAPES[edition] is not shape:
        raise UsageError(f"the edition {edition!r} already has a shape")
    _SHAPES[edition] = shape


def shape_of(edition: str) -> Shape:
    """The shape of an edition, by key.

    Raises :class:`~gxparse.errors.UsageError` if no such edition is known.
    """
    if edition not in _SHAPES:
        # Editions register themselves when they are imported, and a report can be built or unpickled before anybody
        # has done so. By name, since the model does not know the forms.
        importlib.import_module("gxparse.forms.editions")
    try:
        return _SHAPES[edition]
    except KeyError:
        known = ", ".join(sorted(_SHAPES)) or "none"
        raise UsageError(f"unknown edition {edition!r}; known: {known}") from None
