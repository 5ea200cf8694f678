"""Which rules to run: select and ignore by code, slug or family."""

from __future__ import annotations

import functools
from collections.abc import Collection

from gxparse.checks.model import Rule, Scope
from gxparse.checks.rules import all_rules
from gxparse.errors import UsageError, meant


def _matches(name: str, rule: Rule) -> bool:
    # A family is the beginning of codes: GX6, GX60.
    return rule.slug == name.lower() or (name.upper().startswith("GX") and rule.code.startswith(name.upper()))


def _named(names: Collection[str], rules: tuple[Rule, ...]) -> set[str]:
    found: set[str] = set()
    for name in names:
        codes = {rule.code for rule in rules if _matches(name, rule)}
        if not codes:
            near = meant(name, [rule.slug for rule in rules])
            raise UsageError(f"no rule has the code, name or family {name!r}{near}")
        found |= codes
    return found


def _names(given: Collection[str]) -> frozenset[str]:
    # A text is a collection too, of letters that no rule is called by.
    return frozenset((given,)) if isinstance(given, str) else frozenset(given)


@functools.lru_cache(maxsize=256)
def _chosen(
    scope: Scope, edition: str | None, select: frozenset[str] | None, ignore: frozenset[str]
) -> tuple[Rule, ...]:
    rules = all_rules()
    wanted = {rule.code for rule in rules} if select is None else _named(select, rules)
    wanted -= _named(ignore, rules)
    return tuple(
        rule
        for rule in rules
        if rule.code in wanted and rule.scope is scope and (edition is None or rule.holds_for(edition))
    )


def rules_for(
    scope: Scope,
    edition: str | None = None,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
) -> tuple[Rule, ...]:
    """The rules of a scope that hold for an edition, by code.

    *select* and *ignore* are codes (``"GX601"``), slugs (``"request-balance"``) or families (``"GX6"``), or one of
    them; ``None`` selects all, and what is ignored is left out of what is selected. Raises
    :class:`~gxparse.errors.UsageError` for a name that no rule has.
    """
    return _chosen(scope, edition, None if select is None else _names(select), _names(ignore))
