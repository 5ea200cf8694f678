"""Diagnostics as plain data and back.

A diagnostic is stored as what it is, a code and the values its message is made from, so that a later version, or the
other language, can word it. For readers without gxparse its name and its message are written along; they are derived
from the code and the values and are not read back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from gxparse.codec.strict import converter
from gxparse.diagnostics.catalogue import find_entry
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Param, Related, Severity
from gxparse.diagnostics.render import message
from gxparse.span import Span


@frozen
class DiagnosticDocument:
    """The members of a diagnostic in JSON."""

    #: code in the catalogue, such as GX401
    code: str
    #: whose problem it is
    severity: Severity
    #: values the message is made from
    params: Mapping[str, Param]
    #: primary place in the source
    span: Span | None
    #: field path of the cell it is about
    path: str | None
    #: other places that belong to it
    related: tuple[Related, ...]
    #: a change that is proposed, never made
    hint: str | None
    #: the name of the code, for readers
    slug: str | None = None
    #: the headline in one language, for readers
    message: str | None = None


def write_diagnostic(diagnostic: Diagnostic, *, lang: Language | None = None) -> dict[str, Any]:
    """Turn a diagnostic into plain data; with *lang*, its name and its message are written along.

    >>> from gxparse.diagnostics.model import Diagnostic, Severity
    >>> write_diagnostic(Diagnostic("GX999", Severity.NOTE, {"count": 3}))["params"]
    {'count': 3}
    """
    entry = None if lang is None else find_entry(diagnostic.code)
    plain: dict[str, Any] = converter().unstructure(
        DiagnosticDocument(
            diagnostic.code,
            diagnostic.severity,
            diagnostic.params,
            diagnostic.span,
            diagnostic.path,
            diagnostic.related,
            diagnostic.hint,
            None if entry is None else entry.slug,
            None if lang is None else message(diagnostic, lang),
        )
    )
    return plain


def read_diagnostic(plain: DiagnosticDocument) -> Diagnostic:
    """The diagnostic that was written; its message is made anew when it is shown."""
    return Diagnostic(plain.code, plain.severity, plain.params, plain.span, plain.path, plain.related, plain.hint)
