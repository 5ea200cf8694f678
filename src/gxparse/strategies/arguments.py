"""Argument checks: each message shows name and value and says what would have been right."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from hypothesis.errors import InvalidArgument

from gxparse.forms.editions import EDITIONS


def check_choice(value: object, known: Collection[object], name: str) -> None:
    """Raise unless *value* is one of *known*."""
    if value not in known:
        raise InvalidArgument(f"{name}={value!r} is none of {', '.join(map(repr, known))}")


def check_bool(value: object, name: str) -> None:
    """Raise unless *value* is a bool."""
    if type(value) is not bool:
        raise InvalidArgument(f"Expected {name} to be a bool, got {name}={value!r} (type={type(value).__name__})")


def check_editions(edition: object) -> tuple[str, ...]:
    """The keys of the editions that an ``edition`` argument names: one, or all for ``None``."""
    if edition is None:
        return tuple(EDITIONS)
    check_choice(edition, EDITIONS, "edition")
    return (str(edition),)


def check_subset(values: object, known: Collection[str], name: str) -> tuple[str, ...]:
    """The members of an argument that takes several names; ``None`` is all of them."""
    if values is None:
        return tuple(known)
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise InvalidArgument(f"Expected {name} to be a collection of names, got {name}={values!r}")
    chosen = tuple(values)
    if not chosen:
        raise InvalidArgument(f"{name}={values!r} is empty, so there is nothing to draw")
    for value in chosen:
        check_choice(value, known, f"{name} member")
    return chosen
