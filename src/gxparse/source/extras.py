"""What to say when the library behind a reader is not installed."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from gxparse.errors import MissingExtra


def require(module: str, extra: str) -> ModuleType:
    """The module of that name, imported when first needed.

    Raises :class:`~gxparse.errors.MissingExtra` with the command that installs it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise MissingExtra(
            f"reading this format needs {module.partition('.')[0]}: pip install 'gxparse[{extra}]'"
        ) from error
