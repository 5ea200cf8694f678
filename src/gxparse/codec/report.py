"""Reports to JSON and back."""

from __future__ import annotations

from typing import Any

from gxparse.codec.document import KIND, Header, OriginDocument
from gxparse.codec.figures import ABSENT, read_figures, write_figures
from gxparse.codec.strict import converter, expected, problems_of
from gxparse.codec.text import read_json, write_json
from gxparse.codec.upgrade import SCHEMA, upgraded
from gxparse.errors import SchemaError, UsageError
from gxparse.forms.editions import EDITIONS, edition_of
from gxparse.model.origin import Origin, Origins
from gxparse.model.report import METADATA_FIELDS, Report, must_be_report
from gxparse.model.shape import Shape


def to_dict(report: Report, *, provenance: bool = True) -> dict[str, Any]:
    """Turn a report into plain data that any JSON library can write.

    The members are described in :mod:`gxparse.codec.document` and by :func:`gxparse.json_schema`. Without *provenance*
    nothing in it points into a source: no origins, no spans.

    Raises :class:`~gxparse.errors.UsageError` for a report that holds what no report may hold, such as ``NaN``.

    >>> from gxparse.codec import to_dict
    >>> import gxparse
    >>> report = gxparse.Report.from_values("revised_2021", {"requests.received.total": 3}, year=2023)
    >>> document = to_dict(report)
    >>> document["gxparse"], document["schema"], document["edition"], document["year"]
    ('report', 1, 'revised_2021', 2023)
    >>> document["values"]["requests.received.total"]
    3
    """
    must_be_report(report)
    edition = edition_of(report.edition)
    convert = converter().unstructure
    document: dict[str, Any] = {"gxparse": KIND, "schema": SCHEMA}
    document.update(convert(Header.of(report, provenance=provenance)))
    document["values"] = write_figures(edition.shape, report.values())
    if provenance and report.origins:
        for path in report.origins:
            if not _has_origin(edition.shape, path):
                raise UsageError(f"the edition {report.edition!r} has no field {path!r}, so that it has no origin")
        document["origins"] = {path: convert(OriginDocument.of(o)) for path, o in report.origins.items()}
    return document


def dumps(report: Report, *, provenance: bool = True, indent: int | None = None, ensure_ascii: bool = True) -> str:
    """Write a report as JSON text.

    :func:`loads` gives back an equal report, with the same origins. Without *provenance* origins and spans are left out.
    *indent* makes it readable, one figure on a line, good for comparing versions. With ``ensure_ascii=False``
    Chinese text stands as it is; the result then has to be stored as UTF-8. One thing JSON cannot hold: a high
    surrogate directly before a low one comes back as the one character that the two spell.

    Raises :class:`~gxparse.errors.UsageError` for a report that holds what no report may hold, such as ``NaN``.

    >>> import gxparse
    >>> report = gxparse.Report.from_values("trial_2019", {"requests.received.total": 3}, year=2020)
    >>> text = gxparse.dumps(report)
    >>> gxparse.loads(text) == report
    True
    """
    return write_json(to_dict(report, provenance=provenance), indent=indent, ensure_ascii=ensure_ascii)


def from_dict(document: object) -> Report:
    """Build a report from the plain data that :func:`to_dict` makes.

    Strict: no member may be missing, unknown or of another type, and nothing is converted. Documents of older schemas
    are upgraded. Raises :class:`~gxparse.errors.SchemaError` with every fault in its ``problems``, each as
    ``"what @ $.where"``.

    >>> from gxparse.codec import from_dict, to_dict
    >>> import gxparse
    >>> report = gxparse.Report.from_values("trial_2019", {"requests.received.total": 3})
    >>> document = to_dict(report)
    >>> from_dict(document) == report
    True
    >>> document["values"]["requests.received.total"] = 3.0
    >>> from_dict(document)
    Traceback (most recent call last):
        ...
    gxparse.errors.SchemaError: not a gxparse report
    expected a whole number or null, got a fraction 3.0 @ $.values['requests.received.total']
    """
    return build_report(document)


def build_report(document: object, where: str = "$") -> Report:
    """The report from plain data that stands at *where* in a document; see :func:`from_dict`."""
    from cattrs.errors import BaseValidationError

    members = upgraded(document, KIND, where)
    problems: list[str] = []
    plain_values = members.pop("values", ABSENT)
    plain_origins = members.pop("origins", {})
    header: Header | None = None
    try:
        header = converter().structure(members, Header)
    except BaseValidationError as error:
        problems.extend(problems_of(error, where))
    key = members.get("edition")
    edition = EDITIONS.get(key) if type(key) is str else None
    if edition is None:
        # Which values and origins there may be is known by the edition alone.
        if type(key) is str:
            problems.append(f"unknown edition {key!r:.60}; known: {', '.join(EDITIONS)} @ {where}.edition")
        raise SchemaError("not a gxparse report", tuple(problems))
    values, found = read_figures(edition.shape, plain_values, f"{where}.values")
    problems.extend(found)
    origins, found = _read_origins(edition.shape, plain_origins, f"{where}.origins")
    problems.extend(found)
    if header is None or problems:
        raise SchemaError("not a gxparse report", tuple(problems))
    return Report.from_values(
        header.edition,
        values,
        title=header.title,
        body=header.body,
        year=header.year,
        period=header.period,
        published=header.published,
        signature=header.signature,
        sections=header.sections,
        origins=Origins(origins),
    )


def loads(text: str | bytes) -> Report:
    """Read a report from JSON text that :func:`dumps` wrote, in this or an older version.

    Strict: see :func:`gxparse.codec.from_dict`. A byte order mark is ignored. Raises
    :class:`~gxparse.errors.SchemaError` for anything else, with every fault in its ``problems``.

    >>> import gxparse
    >>> gxparse.loads('{"gxparse": "report", "schema": 99}')
    Traceback (most recent call last):
        ...
    gxparse.errors.SchemaError: this report was written by a newer gxparse: it has schema 99, ...
    """
    return from_dict(read_json(text))


def _has_origin(shape: Shape, path: str) -> bool:
    return path in shape.index or path in METADATA_FIELDS


def _read_origins(shape: Shape, plain: object, where: str) -> tuple[dict[str, Origin], list[str]]:
    from cattrs.errors import BaseValidationError

    if type(plain) is not dict:
        return {}, [f"{expected('an object', plain)} @ {where}"]
    structure = converter().get_structure_hook(OriginDocument)
    origins: dict[str, Origin] = {}
    problems: list[str] = []
    for path, members in plain.items():
        here = f"{where}[{path!r}]"
        if not _has_origin(shape, path):
            problems.append(f"no field of this edition @ {here}")
            continue
        try:
            origins[path] = structure(members, OriginDocument).at(path)
        except BaseValidationError as error:
            problems.extend(problems_of(error, here))
        except ValueError as error:
            problems.append(f"{error} @ {here}")
    return origins, problems
