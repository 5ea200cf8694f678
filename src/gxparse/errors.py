"""The few exceptions gxparse raises.

Data never raises: any text parses and a bad report yields diagnostics. These classes are for what cannot become a
diagnostic: input that is no document at all, JSON that is not ours, and misuse of the API. Each also derives from
the builtin that a caller would expect.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["GxparseError", "MissingExtra", "SchemaError", "UnreadableSource", "UsageError", "meant"]


class GxparseError(Exception):
    """Base class of everything that gxparse raises on purpose."""


class UnreadableSource(GxparseError, ValueError):
    """The bytes are no document that gxparse can read (encrypted, truncated, an unknown format).

    ``code`` is the code of the diagnostic that says the same, so that batch jobs can treat both alike; ``params``
    are the values its message is made from.
    """

    def __init__(self, code: str, message: str, **params: object) -> None:
        super().__init__(message)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, ...]:
        # An exception is unpickled from its message alone, which is not enough here; a pool of processes that reads
        # many files would wait for ever for the one that is no document.
        return _unreadable_source, (self.code, str(self), self.params)


def _unreadable_source(code: str, message: str, params: dict[str, object]) -> UnreadableSource:
    return UnreadableSource(code, message, **params)


class SchemaError(GxparseError, ValueError):
    """A JSON text is not a gxparse document, or of a schema that this version does not know.

    ``problems`` lists every fault found as ``"what @ $.where"``.
    """

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__("\n".join((message, *problems)))
        self.problems = problems


class UsageError(GxparseError, ValueError):
    """The caller asked for something that does not exist: an unknown edition, path, code or layout."""


def meant(name: object, known: Iterable[str]) -> str:
    """What to add to a message about an unknown name: the one that was probably meant, or nothing.

    >>> meant("recieved", ["received", "results"])
    "; did you mean 'received'?"
    >>> meant("x", ["received"])
    ''
    """
    import difflib  # only a slip needs it

    near = difflib.get_close_matches(str(name), list(known), 1, 0.8)
    return f"; did you mean {near[0]!r}?" if near else ""


class MissingExtra(GxparseError, ImportError):
    """An optional dependency is not installed; the message says which command installs it."""
