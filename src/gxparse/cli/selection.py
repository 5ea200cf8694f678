"""``--select`` and ``--ignore``: which findings to show, by code, readable name or family."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import click

from gxparse.checks import all_rules
from gxparse.cli.options import said
from gxparse.diagnostics.catalogue import by_code
from gxparse.diagnostics.model import Diagnostic

__all__ = ["choose_codes"]


def _codes(names: Iterable[str]) -> frozenset[str]:
    """The codes that are meant by codes, names and families; ``GX6,row-total`` may stand in one option."""
    all_rules()  # importing the rules enters their codes into the catalogue
    known = by_code()
    found: set[str] = set()
    for name in (part.strip() for given in names for part in given.split(",")):
        if not name:
            continue
        family = name.upper()
        codes = {c for c, e in known.items() if e.slug == name.lower() or (family[:2] == "GX" and c.startswith(family))}
        if not codes:
            raise click.UsageError(
                said(
                    f"没有代码、名称或类别 {name!r}；gxparse explain 列出全部代码。",
                    f"no code, name or family {name!r}; gxparse explain lists them all.",
                )
            )
        found |= codes
    return frozenset(found)


def _is_chosen(selected: frozenset[str] | None, ignored: frozenset[str], diagnostic: Diagnostic) -> bool:
    # A finding that a later version's baseline or JSON brought along may have a code nobody knows: it is kept.
    return (selected is None or diagnostic.code in selected) and diagnostic.code not in ignored


def choose_codes(select: tuple[str, ...], ignore: tuple[str, ...]) -> Callable[[Diagnostic], bool]:
    """A test whether a finding is wanted. Raises :class:`click.UsageError` for a name that no code has."""
    return partial(_is_chosen, _codes(select) if select else None, _codes(ignore))
