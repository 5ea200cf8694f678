"""Kinds of damage, found by looking into this folder: a new one is a subclass of Damage in any module here."""

from __future__ import annotations

import importlib
import pkgutil

from gxparse.errors import UsageError
from gxparse.strategies.damages.model import Damage

__all__ = ["DAMAGES", "Damage"]


def _load() -> dict[str, type[Damage]]:
    found: dict[str, type[Damage]] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for value in vars(module).values():
            if not (isinstance(value, type) and issubclass(value, Damage) and value.name):
                continue
            if value.__module__ != module.__name__:
                continue
            if value.name in found:
                raise UsageError(f"two kinds of damage are called {value.name!r}")
            found[value.name] = value
    return dict(sorted(found.items()))


#: every kind of damage by name
DAMAGES: dict[str, type[Damage]] = _load()
