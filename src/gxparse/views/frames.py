"""Reports as data frames, for pandas and polars.

Three shapes: :func:`figures_frame` has a row for every figure (long, with provenance), :func:`reports_frame` a row for
every report (wide, a column for every path), :func:`findings_frame` a row for every finding. Counts are nullable whole
numbers and a figure that a report does not give is missing (``pd.NA``, ``null``), never 0.

Money is in yuan. It is a float by default, which holds any amount below a hundred trillion yuan to the fen and is what
plots and models take; ``money="decimal"`` keeps the exact :class:`~decimal.Decimal`.

pandas comes with the extra ``gxparse[frames]``; polars is used if it is installed and asked for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final, Literal, TypeAlias

from gxparse.diagnostics.language import Language, default_language
from gxparse.diagnostics.model import Diagnostic
from gxparse.diagnostics.render import message
from gxparse.errors import MissingExtra, UsageError
from gxparse.forms.editions import EDITIONS, edition_of
from gxparse.forms.spec import Kind
from gxparse.model.report import Report, must_be_report
from gxparse.model.shape import Figure

__all__ = ["Library", "Money", "figures_frame", "findings_frame", "reports_frame"]

#: which library the frame is of
Library: TypeAlias = Literal["pandas", "polars"]
#: how amounts of money are held
Money: TypeAlias = Literal["float", "decimal"]
#: reports, numbered as they come or named by the caller
Reports: TypeAlias = Report | Iterable[Report] | Mapping[str, Report]

_Kind: TypeAlias = Literal["text", "count", "money", "date"]

#: what the columns of a frame can hold
_LARGEST_COUNT: Final = 2**63 - 1
#: digits of an exact amount in yuan, and how many of them behind the point
_DIGITS: Final = 38
_SCALE: Final = 6


def _named(reports: Reports) -> list[tuple[str, Report]]:
    if isinstance(reports, Report):
        return [("0", reports)]
    named = reports.items() if isinstance(reports, Mapping) else enumerate(reports)
    found = [(str(name), report) for name, report in named]
    for _, report in found:
        must_be_report(report)
    return found


def _count(value: Figure, path: str) -> int | None:
    if value is not None and not -_LARGEST_COUNT <= value <= _LARGEST_COUNT:
        raise UsageError(f"{path}: a frame holds whole numbers of 64 bits, and this report gives a larger one")
    return None if value is None else int(value)


def _yuan(values: Sequence[object], name: str, money: Money) -> list[object]:
    """Amounts as the frame holds them; what it cannot hold is refused, never rounded."""
    made: list[object] = []
    for value in values:
        if not isinstance(value, Decimal):
            made.append(None)
        elif money == "float":
            if not math.isfinite(amount := float(value)):
                raise UsageError(f"{name}: no float holds an amount of this size")
            made.append(amount)
        else:
            exponent = value.as_tuple().exponent
            if not isinstance(exponent, int) or exponent < -_SCALE or value.adjusted() >= _DIGITS - _SCALE:
                raise UsageError(f"{name}: a frame holds amounts of {_DIGITS} digits, {_SCALE} of them decimals")
            made.append(value)
    return made


def _pandas(columns: Mapping[str, Sequence[object]], kinds: Mapping[str, _Kind], money: Money) -> Any:
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra("frames need pandas: pip install 'gxparse[frames]'") from error
    dtypes = {"text": "string", "count": "Int64", "date": "datetime64[s]"}
    made: dict[str, Any] = {}
    for name, values in columns.items():
        kind = kinds[name]
        if kind == "money":
            held = _yuan(values, name, money)
            made[name] = pd.Series(held, dtype="object") if money == "decimal" else pd.array(held, dtype="Float64")
        elif kind == "date":
            made[name] = pd.to_datetime(pd.Series(list(values), dtype="object")).astype(dtypes[kind])
        else:
            made[name] = pd.array(list(values), dtype=dtypes[kind])
    return pd.DataFrame(made)


def _polars(columns: Mapping[str, Sequence[object]], kinds: Mapping[str, _Kind], money: Money) -> Any:
    try:
        import polars as pl
    except ImportError as error:
        raise MissingExtra("polars is not installed: pip install polars") from error
    exact = pl.Decimal(_DIGITS, _SCALE) if money == "decimal" else pl.Float64
    dtypes = {"text": pl.String, "count": pl.Int64, "money": exact, "date": pl.Date}
    made = []
    for name, values in columns.items():
        kind = kinds[name]
        held = _yuan(values, name, money) if kind == "money" else list(values)
        made.append(pl.Series(name, held, dtype=dtypes[kind]))
    return pl.DataFrame(made)


def _frame(columns: Mapping[str, Sequence[object]], kinds: Mapping[str, _Kind], library: Library, money: Money) -> Any:
    if money not in ("float", "decimal"):
        raise UsageError(f"money is held as 'float' or 'decimal', not as {money!r}")
    if library == "pandas":
        return _pandas(columns, kinds, money)
    if library == "polars":
        return _polars(columns, kinds, money)
    raise UsageError(f"frames are made for 'pandas' and 'polars', not for {library!r}")


_ABOUT: Final[dict[str, _Kind]] = {
    "report": "text",
    "title": "text",
    "body": "text",
    "year": "count",
    "edition": "text",
    "published": "date",
}


def _about(name: str, report: Report) -> dict[str, object]:
    return {
        "report": name,
        "title": report.title,
        "body": report.body,
        "year": report.year,
        "edition": report.edition,
        "published": report.published,
    }


def figures_frame(reports: Reports, *, library: Library = "pandas", money: Money = "float") -> Any:
    """A frame with a row for every figure of the reports, in form order, those not given included.

    Columns: what is known of the report; ``section``, ``path``, ``label`` (groups, row and column in the words of the
    form); ``count`` or ``amount_cny``, whichever the figure is; ``missing`` (why there is none), ``raw``, ``unit``,
    ``start`` and ``stop`` (where it was read). *reports* is one report, several (they are numbered), or a mapping by
    name. Raises :class:`~gxparse.errors.MissingExtra` if the library is not installed and
    :class:`~gxparse.errors.UsageError` for a count beyond 64 bits.

    >>> frame = figures_frame(Report.from_values("revised_2021", {"requests.received.total": 3}))
    >>> frame.loc[frame["path"] == "requests.received.total", "count"].tolist(), int(frame["count"].count())
    ([3], 1)
    """
    kinds: dict[str, _Kind] = {
        **_ABOUT,
        "section": "text",
        "path": "text",
        "label": "text",
        "count": "count",
        "amount_cny": "money",
        "missing": "text",
        "raw": "text",
        "unit": "text",
        "start": "count",
        "stop": "count",
    }
    columns: dict[str, list[object]] = {name: [] for name in kinds}
    for name, report in _named(reports):
        edition = edition_of(report.edition)
        about = _about(name, report)
        for path, value in report.values().items():
            table, _row, column = edition.fields[path]
            origin = report.origin(path)
            is_money = column.kind is Kind.MONEY
            row = about | {
                "section": table.section,
                "path": path,
                "label": edition.describe(path),
                "count": None if is_money else _count(value, path),
                "amount_cny": value if is_money else None,
                "missing": None if origin.missing is None else origin.missing.value,
                "raw": origin.raw,
                "unit": origin.unit,
                "start": None if origin.span is None else origin.span.start,
                "stop": None if origin.span is None else origin.span.stop,
            }
            for key, held in columns.items():
                held.append(row[key])
    return _frame(columns, kinds, library, money)


def reports_frame(reports: Reports, *, library: Library = "pandas", money: Money = "float") -> Any:
    """A frame with a row for every report and a column for every field path: the panel of a researcher.

    Reports of several editions share a frame: the columns are the paths of all editions that occur, oldest first,
    and a path that an edition does not have is missing. Arguments and errors are those of :func:`figures_frame`.

    >>> frame = reports_frame([Report.from_values("trial_2019", {}), Report.from_values("revised_2021", {})])
    >>> len(frame), "proactive.fees.administrative_fees.amount_cny" in frame.columns
    (2, True)
    """
    given = _named(reports)
    present = {report.edition for _name, report in given}
    kinds: dict[str, _Kind] = dict(_ABOUT)
    for key, edition in EDITIONS.items():
        if key in present:
            for path, (_table, _row, column) in edition.fields.items():
                kinds[path] = "money" if column.kind is Kind.MONEY else "count"
    columns: dict[str, list[object]] = {name: [] for name in kinds}
    for name, report in given:
        row = _about(name, report)
        for path, value in report.values().items():
            row[path] = value if value is None or isinstance(value, Decimal) else _count(value, path)
        for key, held in columns.items():
            held.append(row.get(key))
    return _frame(columns, kinds, library, money)


def findings_frame(
    findings: Iterable[Diagnostic] | Mapping[str, Iterable[Diagnostic]],
    *,
    library: Library = "pandas",
    lang: Language | None = None,
) -> Any:
    """A frame with a row for every finding: ``report``, ``code``, ``severity``, ``path``, ``message``, place.

    *findings* are the diagnostics of one report, or a mapping from the name of a report to its diagnostics.

    >>> from gxparse.diagnostics.model import Severity
    >>> frame = findings_frame([Diagnostic("GX999", Severity.NOTE)], lang="en")
    >>> frame["code"].tolist(), frame["severity"].tolist()
    (['GX999'], ['note'])
    """
    chosen = default_language() if lang is None else lang
    given = findings if isinstance(findings, Mapping) else {"0": findings}
    kinds: dict[str, _Kind] = {
        "report": "text",
        "code": "text",
        "severity": "text",
        "path": "text",
        "message": "text",
        "start": "count",
        "stop": "count",
    }
    columns: dict[str, list[object]] = {name: [] for name in kinds}
    for name, diagnostics in given.items():
        for d in diagnostics:
            place = (None, None) if d.span is None else (d.span.start, d.span.stop)
            row = (str(name), d.code, d.severity.value, d.path, message(d, chosen), *place)
            for held, value in zip(columns.values(), row, strict=True):
                held.append(value)
    return _frame(columns, kinds, library, "float")
