"""The few exceptions gxparse raises.

Data never raises: any text parses and a bad report yields diagnostics. These classes are for what cannot become a
diagnostic: input that is no document at all, JSON that is not ours, and misuse of the API. Each also derives from
the builtin that a caller would expect.
"""

from __future__ import annotations

__all__ = ["GxparseError", "MissingExtra", "SchemaError", "UnreadableSource", "UsageError"]


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


class SchemaError(GxparseError, ValueError):
    """A JSON text is not a gxparse document, or of a schema that this version does not know.

    ``problems`` lists every fault found as ``"what @ $.where"``.
    """

    def __init__(self, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__("\n".join((message, *problems)))
        self.problems = problems


class UsageError(GxparseError, ValueError):
    """The caller asked for something that does not exist: an unknown edition, path, code or layout."""


class MissingExtra(GxparseError, ImportError):
    """An optional dependency is not installed; the message says which command installs it."""
