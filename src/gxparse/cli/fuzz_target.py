"""What ``gxparse fuzz`` reads with: gxparse itself, or a function of the user's own."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import click

from gxparse.cli.options import said
from gxparse.diagnostics.language import Language

if TYPE_CHECKING:
    from gxparse.model.shape import Figure

__all__ = ["TextReader", "load_reader", "read_here"]

#: from the text of a report to the figures read from it, by field path
TextReader: TypeAlias = "Callable[[str], Mapping[str, Figure]]"


def read_here(text: str) -> Mapping[str, Figure]:
    """What gxparse itself reads."""
    from gxparse.pipeline import parse

    report = parse(text).report
    return {} if report is None else report.values()


def load_reader(name: str, lang: Language) -> TextReader:
    """The function that ``module:function`` names; modules of the current folder are found as well.

    Raises :class:`click.UsageError` if there is no such function, or if its module cannot be imported.
    """
    module, colon, function = name.partition(":")
    if not (module and colon and function):
        words = (f"--parser 的写法是 模块:函数，不是 {name}", f"--parser is MODULE:FUNCTION, got {name}")
        raise click.UsageError(said(*words, lang))
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.insert(0, here)
    try:
        found: Any = importlib.import_module(module)
    except Exception as error:
        # Whatever the module does when it is imported: none of it is a finding.
        words = (f"不能导入 {module}：{error!r}", f"cannot import {module}: {error!r}")
        raise click.UsageError(said(*words, lang)) from error
    for part in function.split("."):
        found = getattr(found, part, None)
    if not callable(found):
        raise click.UsageError(said(f"{module} 里没有函数 {function}", f"{module} has no function {function}", lang))
    return cast("TextReader", found)
