"""Printers: a report in each layout that extraction tools leave behind, found by looking into this folder.

A new layout is one module here with one subclass of :class:`~gxparse.printers.printer.Printer`.
"""

from __future__ import annotations

import importlib
import pkgutil

from gxparse.errors import UsageError
from gxparse.printers.printer import Printer

__all__ = ["PRINTERS", "printer_of"]


def _load() -> dict[str, type[Printer]]:
    found: dict[str, type[Printer]] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda i: i.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Printer) and value.name:
                if value.__module__ != module.__name__:
                    continue
                if value.name in found:
                    raise UsageError(f"two printers are called {value.name!r}")
                found[value.name] = value
    return dict(sorted(found.items()))


#: every printer class by the name of its layout
PRINTERS: dict[str, type[Printer]] = _load()


def printer_of(layout: str) -> type[Printer]:
    """The printer class of a layout. Raises :class:`~gxparse.errors.UsageError` if there is none."""
    try:
        return PRINTERS[layout]
    except KeyError:
        raise UsageError(f"unknown layout {layout!r}; known: {', '.join(PRINTERS)}") from None
