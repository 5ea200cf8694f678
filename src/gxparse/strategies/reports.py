"""Strategies for whole reports: consistent, inconsistent in one chosen way, or arbitrary."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gxparse.forms.editions import edition_of
from gxparse.forms.spec import Equation
from gxparse.model.origin import Section
from gxparse.model.report import Report
from gxparse.model.shape import Figure
from gxparse.strategies.arguments import check_bool, check_editions, check_subset
from gxparse.strategies.figures import Values, any_values, balanced_values, blank_paths, with_blanks
from gxparse.strategies.prose import Setting, restatement, settings

__all__ = ["EQUATION_KINDS", "Inconsistent", "inconsistent_reports", "reports"]

#: Kinds of sums that a report can be made to break.
EQUATION_KINDS = ("request_balance", "results_total", "row_total", "proceedings_total")


def _said_again(sections: tuple[Section, ...], values: Values) -> tuple[Section, ...]:
    sentence = restatement(values)
    if not sentence:
        return sections
    return tuple(
        evolve(section, text=f"{section.text}\n{sentence}") if section.key == "overview" else section
        for section in sections
    )


@st.composite
def _report(
    draw: st.DrawFn, editions: tuple[str, ...], year: int | None, balanced: bool, blanks: bool, restated: bool
) -> Report:
    edition = editions[0] if len(editions) == 1 else editions[draw(st.integers(0, len(editions) - 1))]
    values = draw(balanced_values(edition) if balanced else any_values(edition))
    if blanks:
        values = with_blanks(values, draw(blank_paths(edition)))
    setting = draw(settings(edition, year))
    return _assembled(edition, values, setting, restated)


def _assembled(edition: str, values: Values, setting: Setting, restated: bool) -> Report:
    return Report.from_values(
        edition,
        values,
        title=setting.title,
        body=setting.body,
        year=setting.year,
        period=setting.period,
        signature=setting.signature,
        sections=_said_again(setting.sections, values) if restated else setting.sections,
    )


def reports(
    *,
    edition: str | None = None,
    year: int | None = None,
    balanced: bool = True,
    blanks: bool = False,
    restated: bool = False,
) -> st.SearchStrategy[Report]:
    """Generate annual reports with invented bodies.

    ``edition`` is the key of a form, ``None`` draws one; ``year`` fixes the year reported on, which else is one of
    the years that the form was made for. A balanced report satisfies every sum that the form demands
    (:attr:`Edition.equations <gxparse.forms.spec.Edition.equations>`); with ``balanced=False`` the figures are
    arbitrary. With ``blanks=True`` some figures are missing, the way filers leave them out; the others stay
    balanced. With ``restated=True`` the prose of section one repeats some totals, truly.

    Examples shrink towards a report of zeros by the first body of the pool.

    >>> from hypothesis import find
    >>> report = find(reports(edition="revised_2021"), lambda report: report.requests.received.total > 0)
    >>> report.title
    '云汀镇人民政府2021年政府信息公开工作年度报告'
    """
    editions = check_editions(edition)
    check_bool(balanced, "balanced")
    check_bool(blanks, "blanks")
    check_bool(restated, "restated")
    if year is not None and (type(year) is not int or not 2000 <= year <= 2100):
        raise InvalidArgument(f"Expected year to be an int from 2000 to 2100 or None, got year={year!r}")
    return _report(editions, year, balanced, blanks, restated)


@frozen
class Inconsistent:
    """A report with one cell changed so that at least one sum of the form is broken."""

    report: Report
    #: the field that was changed
    path: str
    #: the figure that would satisfy the form
    expected: Figure
    #: the sums of the form that the cell takes part in; they are all broken
    equations: tuple[Equation, ...]


def inconsistent_reports(
    *, edition: str | None = None, kinds: Collection[str] | None = None
) -> st.SearchStrategy[Inconsistent]:
    """Generate reports that break the sums of the form in one known cell.

    ``kinds`` chooses among ``"request_balance"``, ``"results_total"``, ``"row_total"`` and ``"proceedings_total"``:
    the changed cell belongs to at least one sum of these kinds, and every sum that it belongs to is broken.
    """
    editions = check_editions(edition)
    chosen = check_subset(kinds, EQUATION_KINDS, "kinds")
    return _inconsistent(editions, chosen)


@lru_cache
def _covering(edition: str) -> dict[str, tuple[Equation, ...]]:
    """The sums of the form that each field takes part in."""
    covering: dict[str, list[Equation]] = {}
    for equation in edition_of(edition).equations:
        for path in (*equation.left, *equation.right):
            covering.setdefault(path, []).append(equation)
    return {path: tuple(found) for path, found in covering.items()}


@st.composite
def _inconsistent(draw: st.DrawFn, editions: tuple[str, ...], kinds: tuple[str, ...]) -> Inconsistent:
    edition = draw(st.sampled_from(editions))
    values = draw(balanced_values(edition))
    covering = _covering(edition)
    path = draw(st.sampled_from([p for p, found in covering.items() if any(e.name in kinds for e in found)]))
    expected = values[path]
    assert isinstance(expected, int), "balanced tables have no blank counts"
    values[path] = expected + draw(st.integers(1, 500))
    report = _assembled(edition, values, draw(settings(edition, None)), False)
    return Inconsistent(report, path, expected, covering[path])
