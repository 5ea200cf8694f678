"""What was read from one source, as plain data and back: the report, if there is one, and the diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from gxparse.codec.findings import DiagnosticDocument, read_diagnostic, write_diagnostic
from gxparse.codec.report import build_report, to_dict
from gxparse.codec.strict import converter, problems_of
from gxparse.codec.text import read_json, write_json
from gxparse.codec.upgrade import SCHEMA, upgraded
from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic
from gxparse.errors import SchemaError
from gxparse.model.report import Report

#: What the member ``gxparse`` says of a result.
KIND = "result"


@frozen
class ResultDocument:
    """The members of a result in JSON, without the report."""

    #: name of the source, such as the path of its file
    name: str | None
    #: format it was read from
    format: str | None
    #: what there is to say about it, in the order of the source
    diagnostics: tuple[DiagnosticDocument, ...]


@frozen
class StoredResult:
    """A result that was read back from JSON: all of it but the text."""

    report: Report | None
    diagnostics: tuple[Diagnostic, ...] = ()
    name: str | None = None
    format: str | None = None


def result_to_dict(
    report: Report | None,
    diagnostics: Iterable[Diagnostic] = (),
    *,
    name: str | None = None,
    format: str | None = None,  # noqa: A002 - the word of SourceText
    provenance: bool = True,
    lang: Language | None = None,
) -> dict[str, Any]:
    """Turn a report and its diagnostics into plain data; with *lang*, messages are written along.

    >>> result_to_dict(None, name="a.txt")
    {'gxparse': 'result', 'schema': 1, 'name': 'a.txt', 'format': None, 'report': None, 'diagnostics': []}
    """
    return {
        "gxparse": KIND,
        "schema": SCHEMA,
        "name": name,
        "format": format,
        "report": None if report is None else to_dict(report, provenance=provenance),
        "diagnostics": [write_diagnostic(d, lang=lang) for d in diagnostics],
    }


def result_from_dict(document: object) -> StoredResult:
    """Build a result from the plain data that :func:`result_to_dict` makes.

    Strict, like :func:`gxparse.codec.from_dict`. Raises :class:`~gxparse.errors.SchemaError` with every fault.

    >>> result_from_dict(result_to_dict(None, name="a.txt"))
    StoredResult(report=None, diagnostics=(), name='a.txt', format=None)
    """
    from cattrs.errors import BaseValidationError

    members = upgraded(document, KIND)
    problems: list[str] = []
    if "report" not in members:
        problems.append("missing @ $.report")
    plain_report = members.pop("report", None)
    header: ResultDocument | None = None
    report: Report | None = None
    try:
        header = converter().structure(members, ResultDocument)
    except BaseValidationError as error:
        problems.extend(problems_of(error))
    if plain_report is not None:
        try:
            report = build_report(plain_report, "$.report")
        except SchemaError as error:
            problems.extend(error.problems or (f"{error} @ $.report",))
    if header is None or problems:
        raise SchemaError("not a gxparse result", tuple(problems))
    return StoredResult(report, tuple(map(read_diagnostic, header.diagnostics)), header.name, header.format)


def dump_result(
    report: Report | None,
    diagnostics: Iterable[Diagnostic] = (),
    *,
    name: str | None = None,
    format: str | None = None,  # noqa: A002 - the word of SourceText
    provenance: bool = True,
    lang: Language | None = None,
    indent: int | None = None,
    ensure_ascii: bool = True,
) -> str:
    """Write a report and its diagnostics as JSON text, see :func:`result_to_dict` and :func:`gxparse.dumps`.

    >>> dump_result(None)
    '{"gxparse":"result","schema":1,"name":null,"format":null,"report":null,"diagnostics":[]}'
    """
    document = result_to_dict(report, diagnostics, name=name, format=format, provenance=provenance, lang=lang)
    return write_json(document, indent=indent, ensure_ascii=ensure_ascii)


def load_result(text: str | bytes) -> StoredResult:
    """Read what :func:`dump_result` wrote. Raises :class:`~gxparse.errors.SchemaError` for anything else.

    >>> load_result(dump_result(None, name="a.txt")).name
    'a.txt'
    """
    return result_from_dict(read_json(text))
