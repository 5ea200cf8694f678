"""Files with the findings that are wanted, those across the years of one body included."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from gxparse.checks.baseline import Baseline
    from gxparse.cli.sources import Reading
    from gxparse.model.report import Report
    from gxparse.source.model import SourceText

__all__ = ["Checked", "Wishes", "across", "checked_of", "joined", "name_of", "with_across"]


@frozen
class Checked:
    """One file with the findings that are to be shown."""

    reading: Reading
    #: findings to be shown, in the order of the source
    shown: tuple[Diagnostic, ...]
    #: findings that are not shown because the baseline knows them
    known: tuple[Diagnostic, ...] = ()

    @property
    def name(self) -> str:
        """The file as it was named."""
        return self.reading.name

    @property
    def source(self) -> SourceText | None:
        """The text of the file, if it could be read."""
        return self.reading.source

    @property
    def report(self) -> Report | None:
        """The report, if there is one."""
        return self.reading.report

    @property
    def serious(self) -> tuple[Diagnostic, ...]:
        """The findings that are more than a note."""
        return tuple(d for d in self.shown if d.severity is not Severity.NOTE)


@frozen
class Wishes:
    """How findings are to be shown."""

    lang: Language
    color: str
    notes: bool
    codes: Callable[[Diagnostic], bool] = field(repr=False)
    #: findings that were accepted before and are not to be shown again
    baseline: Baseline | None = None


def name_of(reading: Reading) -> str:
    """How a baseline names what is in a file: the report by body and year, else the file."""
    from gxparse.checks.baseline import report_name

    return ("" if reading.report is None else report_name(reading.report)) or reading.name


def _wanted(
    reading: Reading, diagnostics: Iterable[Diagnostic], wishes: Wishes
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """The findings that are wanted, new ones and those that the baseline knows."""
    chosen = tuple(filter(wishes.codes, diagnostics))
    return (chosen, ()) if wishes.baseline is None else wishes.baseline.split(name_of(reading), chosen)


def checked_of(reading: Reading, wishes: Wishes) -> Checked:
    """The findings of one file that are wanted."""
    if reading.source is None:
        return Checked(reading, reading.diagnostics)
    return Checked(reading, *_wanted(reading, reading.diagnostics, wishes))


def _with(checked: Checked, more: Iterable[Diagnostic], wishes: Wishes) -> Checked:
    new, known = _wanted(checked.reading, more, wishes)
    return evolve(checked, shown=(*checked.shown, *new), known=(*checked.known, *known))


def across(files: Sequence[Checked], wishes: Wishes) -> dict[int, Checked]:
    """What the reports of one body say about each other: the files it is about, by position, with that alone."""
    from gxparse.checks.across import check_years
    from gxparse.text import skeleton

    bodies: dict[str, list[int]] = {}
    for position, checked in enumerate(files):
        report = checked.report
        if report is not None and report.body:
            bodies.setdefault(skeleton(report.body), []).append(position)
    found: dict[int, Checked] = {}
    for positions in bodies.values():
        if len(positions) > 1:
            reports = [report for position in positions if (report := files[position].report) is not None]
            for position, diagnostics in zip(positions, check_years(reports), strict=True):
                checked = _with(evolve(files[position], shown=(), known=()), diagnostics, wishes)
                if checked.shown or checked.known:
                    found[position] = checked
    return found


def with_across(files: Sequence[Checked], wishes: Wishes) -> list[Checked]:
    """The files, each with what the others say about it as well."""
    found = across(files, wishes)
    return [joined(checked, found[n]) if n in found else checked for n, checked in enumerate(files)]


def joined(checked: Checked, more: Checked) -> Checked:
    """One file with the findings of both."""
    return evolve(checked, shown=(*checked.shown, *more.shown), known=(*checked.known, *more.known))
