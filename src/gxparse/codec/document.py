"""The members of a report in JSON.

======================  ============================================================================================
member                  holds
======================  ============================================================================================
``gxparse``             ``"report"``: what this document is
``schema``              number of the schema, see :mod:`gxparse.codec.upgrade`
``edition``             key of the edition of the form, which says which paths ``values`` has
``title``, ``body``     text or ``null``
``year``                whole number or ``null``
``period``              ``{"start": "2023-01-01", "end": "2023-12-31"}``, both days included, or ``null``
``published``           ``"2024-01-19"`` or ``null``
``signature``           ``{"body": …, "date": …}`` or ``null``
``values``              ``{path: figure}`` for **every** path of the edition, in form order: counts are whole numbers,
                        money is a decimal string in yuan, ``null`` is "the report gives none" and never zero
``sections``            the sections that were found, with prose and headings
``origins``             ``{path: origin}``: where each value was read; absent without provenance
======================  ============================================================================================

A span is ``[start, stop]``, half-open, in Unicode code points of the source text. The members above are always there,
but ``origins``; of the smaller objects only what differs from its default is written. Without provenance nothing
points into a source: no ``origins``, no spans. Any change of this is a new number of the schema.
"""

from __future__ import annotations

import datetime

from attrs import evolve, frozen

from gxparse.model.origin import Missing, Origin, Repair, Section
from gxparse.model.report import Period, Report, Signature
from gxparse.span import Span

#: What the member ``gxparse`` says of a report.
KIND = "report"


@frozen
class Header:
    """Everything that stands in a report but its figures and their origins."""

    edition: str
    #: the title as printed, joined to one line
    title: str | None
    #: the reporting body (organisation)
    body: str | None
    #: the year reported on
    year: int | None
    #: the statistical period (统计期限)
    period: Period | None
    #: the day of publication
    published: datetime.date | None
    #: who signed the report (落款), and when
    signature: Signature | None
    #: the sections that were found, in the order of the form
    sections: tuple[Section, ...]

    @classmethod
    def of(cls, report: Report, *, provenance: bool) -> Header:
        """The header of a report; without *provenance* nothing in it points into a source."""
        sections = report.sections if provenance else tuple(map(_without_places, report.sections))
        return cls(
            report.edition,
            report.title,
            report.body,
            report.year,
            report.period,
            report.published,
            report.signature,
            sections,
        )


def _without_places(section: Section) -> Section:
    headings = tuple(evolve(heading, span=None) for heading in section.headings)
    return evolve(section, headings=headings, span=None, places=())


@frozen
class OriginDocument:
    """An origin without its path, which is the key it stands under."""

    #: characters of the cell as they stand in the source
    raw: str | None = None
    #: where ``raw`` stands
    span: Span | None = None
    #: where the label of the row stands
    label: Span | None = None
    #: unit printed in the cell or the header
    unit: str | None = None
    #: why the value is null
    missing: Missing | None = None
    #: what was mended to get here
    repairs: tuple[Repair, ...] = ()
    #: where the cell stands in the file, in words of the format
    address: str | None = None

    @classmethod
    def of(cls, origin: Origin) -> OriginDocument:
        """The origin without its path."""
        return cls(
            origin.raw,
            origin.span,
            origin.label,
            origin.unit,
            origin.missing,
            origin.repairs,
            origin.address,
        )

    def at(self, path: str) -> Origin:
        """The origin of the value of *path*."""
        return Origin(path, self.raw, self.span, self.label, self.unit, self.missing, self.repairs, self.address)
