"""The editions of the statutory form, found by looking into this folder: a new edition is one module here."""

from __future__ import annotations

import importlib
import pkgutil

from gxparse.errors import UsageError
from gxparse.forms.spec import Edition


def _load() -> dict[str, Edition]:
    found: dict[str, Edition] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, Edition):
                found[value.key] = value
    return dict(sorted(found.items(), key=lambda item: item[1].first_year))


#: every edition by key, oldest first
EDITIONS: dict[str, Edition] = _load()


def edition_of(key: str) -> Edition:
    """The edition with that key. Raises :class:`~gxparse.errors.UsageError` if there is none."""
    try:
        return EDITIONS[key]
    except KeyError:
        raise UsageError(f"unknown edition {key!r}; known: {', '.join(EDITIONS)}") from None
