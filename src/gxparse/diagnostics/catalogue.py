"""The catalogue of diagnostic codes.

A code is never reused and never changes its meaning. Parsing codes live in :mod:`gxparse.diagnostics.codes`; each
check brings its own entry in its own module. Both register here, so that one table serves rendering, ``gxparse
explain`` and the documentation.

Families by the first digit: 1 source, 2 layout and readings, 3 tables and labels, 4 figures, 5 metadata and
sections, 6 arithmetic of the form, 7 plausibility within a report, 8 prose against tables, 9 across reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from gxparse.diagnostics.model import Diagnostic, Param, Related, Severity
from gxparse.errors import UsageError, meant
from gxparse.span import Span

_CODE = re.compile(r"GX[1-9][0-9]{2}\Z")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")


@frozen
class Entry:
    """What the catalogue knows of one code.

    ``zh`` and ``en`` are headline templates in :meth:`str.format` style over the parameters; ``hint_zh`` and
    ``hint_en`` say what to look at next; ``doc_zh`` and ``doc_en`` are the longer text of ``gxparse explain``.
    ``reproducer`` is the smallest text (tabs as real tabs) that brings the code up, ``near_miss`` one that must not.
    """

    code: str = field()
    slug: str = field()
    severity: Severity
    zh: str
    en: str
    hint_zh: str = ""
    hint_en: str = ""
    doc_zh: str = ""
    doc_en: str = ""
    #: legal source, such as ``"条例第五十条"``
    basis: str = ""
    #: smallest text that brings the code up; empty where no text can
    reproducer: str = ""
    #: a text close to it that must stay silent
    near_miss: str = ""
    #: version that brought the code
    since: str = "0.1.0"

    @code.validator
    def _check_code(self, _attribute: object, value: str) -> None:
        if not _CODE.match(value):
            raise ValueError(f"a code looks like GX123, got {value!r}")

    @slug.validator
    def _check_slug(self, _attribute: object, value: str) -> None:
        if not _SLUG.match(value):
            raise ValueError(f"a slug looks like request-balance, got {value!r}")

    def __call__(
        self,
        span: Span | None = None,
        path: str | None = None,
        *,
        related: tuple[Related, ...] = (),
        hint: str | None = None,
        severity: Severity | None = None,
        **params: Param,
    ) -> Diagnostic:
        """A diagnostic with this code."""
        return Diagnostic(self.code, self.severity if severity is None else severity, params, span, path, related, hint)


_ENTRIES: dict[str, Entry] = {}
_BY_SLUG: dict[str, Entry] = {}


def register(entry: Entry) -> Entry:
    """Add an entry; a code or slug that is already taken is refused."""
    if entry.code in _ENTRIES or entry.slug in _BY_SLUG:
        raise UsageError(f"the code {entry.code} or the slug {entry.slug!r} is already taken")
    _ENTRIES[entry.code] = entry
    _BY_SLUG[entry.slug] = entry
    return entry


def find_entry(name: str) -> Entry | None:
    """The entry with that code or slug, in any case; ``None`` if there is none."""
    return _ENTRIES.get(name.upper()) or _BY_SLUG.get(name.lower())


def entry_of(name: str) -> Entry:
    """The entry with that code or slug. Raises :class:`~gxparse.errors.UsageError` if there is none."""
    found = find_entry(name)
    if found is None:
        raise UsageError(f"no diagnostic has the code or name {name!r}{meant(name, _BY_SLUG)}")
    return found


def entries() -> Iterator[Entry]:
    """All entries, by code."""
    yield from (_ENTRIES[code] for code in sorted(_ENTRIES))


def by_code() -> Mapping[str, Entry]:
    """All entries in a mapping from code to entry."""
    return dict(_ENTRIES)
