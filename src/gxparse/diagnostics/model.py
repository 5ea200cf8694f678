"""Diagnostics: everything gxparse has to say about an input, as data.

A diagnostic holds a code and the values its message is made from, never the message itself; texts are made from
the catalogue when they are shown, in Chinese or English.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import field, frozen

from gxparse.diagnostics.language import Language, default_language
from gxparse.span import Span

#: What may stand in a diagnostic's parameters: JSON scalars and flat tuples of them.
Param: TypeAlias = str | int | tuple[str | int | None, ...] | None


class Severity(enum.StrEnum):
    """Whose problem it is.

    >>> import gxparse
    >>> gxparse.Severity("inconsistency").name
    'INCONSISTENCY'
    """

    #: we could not read something; a figure is missing because of it
    ERROR = "error"
    #: we had to guess, or the source leaves something open
    WARNING = "warning"
    #: the filer's figures contradict each other or the form; they were read faithfully
    INCONSISTENCY = "inconsistency"
    #: a safe repair, or a remark
    NOTE = "note"


@frozen(order=True)
class Related:
    """Another place that belongs to a diagnostic, such as a cell of the same equation.

    >>> import gxparse
    >>> gxparse.Related(gxparse.Span(40, 42), "requests.received.total", "left").role
    'left'
    """

    span: Span | None = field(default=None, order=lambda s: (s is None, s or Span(0, 0)))
    path: str | None = field(default=None, order=lambda p: p or "")
    #: what this place is to the diagnostic: ``"left"``, ``"right"``, ``"label"``, ``"first"`` …
    role: str = ""


def _params(given: Mapping[str, Param]) -> Mapping[str, Param]:
    return MappingProxyType(dict(given))


@frozen(eq=False)
class Diagnostic:
    """One finding about a source or a report.

    Ordered by place in the source, then by code. :meth:`message` says it in words, ``str()`` with code and severity
    before them; :func:`gxparse.diagnostics.render.render` adds the place, an excerpt and what to look at.

    >>> import gxparse
    >>> report = gxparse.Report.from_values("revised_2021", {
    ...     "requests.received.total": 9, "requests.carried_over.total": 1,
    ...     "requests.results.total.total": 9, "requests.carried_forward.total": 0})
    >>> found = next(d for d in gxparse.check(report) if d.code == "GX601")
    >>> found.severity.value, found.params["difference"]
    ('inconsistency', 1)
    >>> found.message("en").partition(":")[0]
    'column 总计 does not balance'
    """

    #: code in the catalogue, such as ``"GX401"``
    code: str
    severity: Severity
    #: values the message is made from
    params: Mapping[str, Param] = field(factory=dict, converter=_params)
    #: primary place in the source
    span: Span | None = None
    #: field path of the cell it is about, if it is about one
    path: str | None = None
    related: tuple[Related, ...] = ()
    #: a change that is proposed, never made; made from the catalogue too when ``None``
    hint: str | None = None

    def message(self, lang: Language | None = None) -> str:
        """What was found, in one line of Chinese or English; by default in the language of the locale."""
        # Texts are made from the catalogue, which knows this class.
        from gxparse.diagnostics.render import message

        return message(self, default_language() if lang is None else lang)

    def __str__(self) -> str:
        from gxparse.diagnostics.render import severity_word

        return f"{self.code} {severity_word(self.severity, default_language())}: {self.message()}"

    def _key(self) -> tuple[object, ...]:
        return (
            self.span is None,
            self.span or Span(0, 0),
            self.code,
            self.path or "",
            self.severity.value,
            tuple(sorted((k, repr(v)) for k, v in self.params.items())),
            self.related,
            self.hint or "",
        )

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Diagnostic) else NotImplemented

    def __hash__(self) -> int:
        return hash((self.code, self.span, self.path))

    def __lt__(self, other: Diagnostic) -> bool:
        return self._key() < other._key()

    def __reduce__(self) -> tuple[object, ...]:
        return Diagnostic, (
            self.code,
            self.severity,
            dict(self.params),
            self.span,
            self.path,
            self.related,
            self.hint,
        )
