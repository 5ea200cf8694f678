"""Files with the findings that are wanted, those across the years of one body included."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from gxparse.diagnostics.language import Language
from gxparse.diagnostics.model import Diagnostic, Severity

if TYPE_CHECKING:
    from gxparse.cli.sources import Reading
    from gxparse.model.report import Report
    from gxparse.source.model import SourceText

__all__ = ["Checked", "Wishes", "across", "checked_of", "with_across"]


@frozen
class Checked:
    """One file with the findings that are to be shown."""

    reading: Reading
    #: findings to be shown, in the order of the source
    shown: tuple[Diagnostic, ...]
    #: how many were left out because a baseline knows them
    known: int = 0

    @property
    def name(self) -> str:
        """The file as it was named."""
        return self.reading.name

    @property
    def source(self) -> SourceText | None:
        """The text of the file, if it could be read."""
        return None if self.reading.result is None else self.reading.result.source

    @property
    def report(self) -> Report | None:
        """The report, if there is one."""
        return None if self.reading.result is None else self.reading.result.report

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


def checked_of(reading: Reading, wishes: Wishes) -> Checked:
    """The findings of one file that are wanted."""
    if reading.result is None:
        return Checked(reading, () if reading.failure is None else (reading.failure,))
    return Checked(reading, tuple(filter(wishes.codes, reading.result.diagnostics)))


def across(files: Sequence[Checked], wishes: Wishes) -> dict[int, tuple[Diagnostic, ...]]:
    """What the reports of one body say about each other, by position of the file they are about."""
    from gxparse.checks.across import check_years
    from gxparse.text import skeleton

    bodies: dict[str, list[int]] = {}
    for position, checked in enumerate(files):
        report = checked.report
        if report is not None and report.body:
            bodies.setdefault(skeleton(report.body), []).append(position)
    found: dict[int, tuple[Diagnostic, ...]] = {}
    for positions in bodies.values():
        if len(positions) > 1:
            reports = [report for position in positions if (report := files[position].report) is not None]
            for position, diagnostics in zip(positions, check_years(reports), strict=True):
                if chosen := tuple(filter(wishes.codes, diagnostics)):
                    found[position] = chosen
    return found


def with_across(files: Sequence[Checked], wishes: Wishes) -> list[Checked]:
    """The files, each with what the others say about it as well."""
    found = across(files, wishes)
    return [evolve(checked, shown=(*checked.shown, *found.get(n, ()))) for n, checked in enumerate(files)]
