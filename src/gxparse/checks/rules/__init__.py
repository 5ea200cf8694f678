"""The rules, one module each, found by looking into this folder: a new rule is one module here."""

from __future__ import annotations

import functools
import importlib
import pkgutil

from gxparse.checks.model import Rule
from gxparse.errors import UsageError


@functools.cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. The first call imports the modules and thereby enters their codes into the catalogue."""
    found: dict[str, Rule] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        rules = [value for value in vars(module).values() if isinstance(value, Rule)]
        if len(rules) != 1:
            raise UsageError(f"the module {info.name} holds {len(rules)} rules, expected one")
        found[rules[0].code] = rules[0]
    return tuple(found[code] for code in sorted(found))


__all__ = ["all_rules"]
