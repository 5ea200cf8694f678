"""The report itself."""

from __future__ import annotations

import datetime
import importlib
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from attrs import evolve, field, frozen

from gxparse.errors import UsageError, meant
from gxparse.model.origin import Origin, Origins, Section
from gxparse.model.ratio import Metrics
from gxparse.model.shape import Figure, shape_of
from gxparse.model.tables import Proactive2019, Proactive2021, Proceedings, Requests2019, Requests2021

Proactive: TypeAlias = Proactive2019 | Proactive2021
Requests: TypeAlias = Requests2019 | Requests2021


@frozen
class Period:
    """The statistical period (统计期限), both days included.

    >>> import datetime, gxparse
    >>> gxparse.Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)).end.isoformat()
    '2023-12-31'
    """

    start: datetime.date
    end: datetime.date


@frozen
class Signature:
    """Who signed the report (落款), and when.

    >>> import gxparse
    >>> gxparse.Signature("霁川市水务局").date is None
    True
    """

    body: str | None = None
    date: datetime.date | None = None


@frozen
class Report:
    """One annual report on government information disclosure (政府信息公开工作年度报告).

    Figures are plain attributes (``report.requests.results.granted.total``), ``None`` where the report gives none.
    Two reports are equal when they say the same; where a figure stood in a source (:meth:`origin`) does not count.

    Legal source: 政府信息公开条例, articles 49 and 50.
    """

    #: key of the edition of the form: ``"trial_2019"`` or ``"revised_2021"``
    edition: str
    proactive: Proactive
    requests: Requests
    proceedings: Proceedings
    #: the title as printed, joined to one line
    title: str | None = None
    #: the reporting body (organisation)
    body: str | None = None
    #: the year reported on
    year: int | None = None
    period: Period | None = None
    #: the day of publication, if the text gives one
    published: datetime.date | None = None
    signature: Signature | None = None
    #: the sections that were found, in the order of the form
    sections: tuple[Section, ...] = ()
    #: provenance by field path and by name of metadata field; not part of equality
    origins: Origins = field(factory=Origins, eq=False, repr=False)

    @classmethod
    def from_values(
        cls,
        edition: str,
        values: Mapping[str, Figure],
        *,
        title: str | None = None,
        body: str | None = None,
        year: int | None = None,
        period: Period | None = None,
        published: datetime.date | None = None,
        signature: Signature | None = None,
        sections: tuple[Section, ...] = (),
        origins: Origins | None = None,
    ) -> Report:
        """Build a report by hand from ``{path: figure}``; paths that are left out are ``None``.

        The inverse of :meth:`values`. Raises :class:`~gxparse.errors.UsageError` for an unknown edition, a path that
        the edition does not have, or a value of the wrong type (counts are ``int``, money is ``Decimal``, a year is ``int``).

        >>> import gxparse
        >>> r = gxparse.Report.from_values("revised_2021", {"requests.received.total": 3})
        >>> r.requests.received.total, r.requests.received.natural_person
        (3, None)
        """
        shape = shape_of(edition)
        unknown = [p for p in values if p not in shape.index]
        if unknown:
            raise _no_field(edition, unknown[0], shape.paths)
        row: list[Figure] = []
        for leaf in shape.leaves:
            value = values.get(leaf.path)
            # bool is an int, and True is no count.
            if value is not None and type(value) is not leaf.type:
                raise UsageError(f"{leaf.path} takes {leaf.type.__name__} or None, got {value!r}")
            row.append(value)
        given = (title, body, year, period, published, signature)
        for name, kind, said in zip(METADATA_FIELDS, _METADATA_TYPES, given, strict=True):
            if said is not None and type(said) is not kind:
                raise UsageError(f"{name} takes {kind.__name__} or None, got {said!r}")
        proactive, requests, proceedings = shape.build(row)
        return cls(
            edition,
            proactive,
            requests,
            proceedings,
            title,
            body,
            year,
            period,
            published,
            signature,
            sections,
            Origins() if origins is None else origins,
        )

    def __repr__(self) -> str:
        # Some 200 figures in a row tell nobody anything; ``report.requests`` and ``report.values()`` show them.
        figures = list(self.values().values())
        given = sum(figure is not None for figure in figures)
        return (
            f"<Report body={self.body!r} year={self.year} edition={self.edition!r}: "
            f"{given} of {len(figures)} figures given>"
        )

    def values(self) -> dict[str, Figure]:
        """Every figure by field path, in form order; ``None`` where the report gives none."""
        shape = shape_of(self.edition)
        return dict(zip(shape.paths, shape.read(self.proactive, self.requests, self.proceedings), strict=True))

    def origin(self, path: str) -> Origin:
        """Where the value of *path* comes from: raw text, span, unit, reason if missing, repairs.

        *path* is a field path or the name of a metadata field (``"title"``, ``"body"``, ``"year"``, ``"period"``,
        ``"published"``, ``"signature"``). A report that was built by hand has origins without raw text. Raises
        :class:`~gxparse.errors.UsageError` for a path that the edition does not have.
        """
        found = self.origins.find(path)
        if found is not None:
            return found
        if path in METADATA_FIELDS or path in shape_of(self.edition).index:
            return Origin(path)
        raise _no_field(self.edition, path, (*shape_of(self.edition).paths, *METADATA_FIELDS))

    def section(self, key: str) -> Section | None:
        """The section with that key, or ``None`` if the report does not have it."""
        for section in self.sections:
            if section.key == key:
                return section
        return None

    def metrics(self) -> Metrics:
        """Counts and shares that researchers make from the figures, by key: ``gxparse.metrics(report)``.

        A ratio keeps numerator and denominator; what takes a missing figure is missing, never 0.

        >>> import gxparse
        >>> report = gxparse.Report.from_values(
        ...     "revised_2021", {"requests.received.natural_person": 3, "requests.received.total": 4})
        >>> report.metrics()["natural_person_share"]
        Ratio(numerator=3, denominator=4)
        """
        # By name, since the model does not know who computes.
        found: Metrics = importlib.import_module("gxparse.checks.metrics").metrics(self)
        return found

    @property
    def overview(self) -> Section | None:
        """一、总体情况."""
        return self.section("overview")

    @property
    def problems(self) -> Section | None:
        """五、存在的主要问题及改进情况."""
        return self.section("problems")

    @property
    def other_matters(self) -> Section | None:
        """六、其他需要报告的事项."""
        return self.section("other_matters")

    def without_origins(self) -> Report:
        """The same report without provenance."""
        return evolve(self, origins=Origins())


#: metadata fields that have an origin
METADATA_FIELDS = ("title", "body", "year", "period", "published", "signature")
#: what each of them is, if it is given
_METADATA_TYPES = (str, str, int, Period, datetime.date, Signature)


def _no_field(edition: str, path: str, known: Iterable[str]) -> UsageError:
    return UsageError(f"the edition {edition!r} has no field {path!r}{meant(path, known)}")


def must_be_report(given: object) -> None:
    """Raise ``TypeError`` for what is no report, and say where the report is if it is a result of reading."""
    if isinstance(given, Report):
        return
    if given is None:
        raise TypeError("expected a Report, got None: no report was read, and the diagnostics of the result say why")
    inside = f"; give its .report (of type {type(given.report).__name__})" if hasattr(given, "report") else ""
    raise TypeError(f"expected a Report, got {type(given).__name__}{inside}")
