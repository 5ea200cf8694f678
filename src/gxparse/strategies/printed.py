"""Strategies for printed reports: a report, a layout, some damage, and what can be read from the text after all that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from gxparse.forms.editions import EDITIONS
from gxparse.layouts import options
from gxparse.model.report import Report
from gxparse.model.shape import Figure
from gxparse.printers import PRINTERS
from gxparse.printers.form import paper_of
from gxparse.printers.paper import Paper
from gxparse.printers.printer import Printer, Survival
from gxparse.printers.style import Style, choices_of
from gxparse.strategies.arguments import check_subset
from gxparse.strategies.damages import DAMAGES, Damage
from gxparse.strategies.damages.model import drawn_fields
from gxparse.strategies.reports import reports as _all_reports

__all__ = ["Printed", "damage", "layouts", "print_report", "printed_reports"]


@frozen(repr=False)
class Printed:
    """A text, and all that is known of how it came about.

    Its ``repr`` is short: options that are not the default, damages, and the figures that are not zero.
    """

    text: str
    #: what the text says by field path: ``None`` where it says nothing
    values: Mapping[str, Figure]
    report: Report
    #: the layout, with its options
    printer: Printer
    damages: tuple[Damage, ...]
    #: how much a reader can get back at best
    survival: Survival

    def __repr__(self) -> str:
        filled = {path: value for path, value in self.values.items() if value}
        blank = [path for path, value in self.values.items() if value is None]
        return (
            f"<Printed by {self.printer.call()}; damages={list(self.damages)}; edition={self.report.edition!r}; "
            f"other than 0: {filled}; blank: {blank}>"
        )

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - Hypothesis' and IPython's signature
        printer.text(repr(self))

    @property
    def layout(self) -> str:
        """Name of the layout."""
        return self.printer.name

    @property
    def must_read(self) -> bool:
        """Whether a good reader gives every figure: nothing is lost, or nothing that was lost was needed."""
        if self.survival is Survival.ALL:
            tables = EDITIONS[self.report.edition].tables
            return self.printer.tells(
                [self.values[path] for path in table.paths[n : n + len(table.columns)]]
                for table in tables
                for n in range(0, len(table.paths), len(table.columns))
            )
        return self.survival is Survival.FILLED and None not in self.values.values()


_RANK = {Survival.ALL: 0, Survival.FILLED: 1, Survival.NONE: 2}


def print_report(report: Report, printer: Printer, damages: tuple[Damage, ...] = ()) -> Printed:
    """Print a report with some damage done, first to the paper, then to the text."""
    paper = paper_of(report, printer)
    for damage in damages:
        paper = damage.to_paper(paper)
    text = printer.print(paper)
    if not printer.exact:
        for damage in damages:
            text = damage.to_text(text)
    survival = (
        max(printer.survival, *(d.survival for d in damages), key=_RANK.__getitem__) if damages else (printer.survival)
    )
    return Printed(text, _given(paper, report), report, printer, damages, survival)


def _given(paper: Paper, report: Report) -> dict[str, Figure]:
    """The figures that are still on the paper."""
    there = {cell.path for sheet in paper.sheets() for cell in sheet.cells() if cell.path is not None and cell.text}
    return {path: value if path in there else None for path, value in report.values().items()}


@lru_cache
def _styles() -> tuple[str, ...]:
    return tuple(choices_of(Style))


@st.composite
def _printer(draw: st.DrawFn, layouts: tuple[str, ...], plain: bool) -> Printer:
    name = draw(st.sampled_from(layouts))
    cls = PRINTERS[name]
    chosen: dict[str, Any] = {}
    for option, choices in options(name).items():
        if not (plain and option in _styles()):
            chosen[option] = draw(st.sampled_from(choices))
    return cls(**chosen)


def layouts(*, names: Collection[str] | None = None, plain: bool = False) -> st.SearchStrategy[Printer]:
    """Generate printers: a layout with its options.

    ``names`` chooses among :func:`gxparse.layouts.names`; with ``plain=True`` only the options of the layout itself
    are drawn, and labels, digits and blanks are spelled as on the form.
    """
    return _printer(check_subset(names, tuple(PRINTERS), "names"), plain)


def damage(*, kinds: Collection[str] | None = None) -> st.SearchStrategy[Damage]:
    """Generate one damage: a named, repeatable change to a paper or a text.

    ``kinds`` chooses among the names in :data:`gxparse.strategies.DAMAGES`.
    """
    chosen = check_subset(kinds, tuple(DAMAGES), "kinds")
    return st.one_of([_damage(name) for name in chosen])


# The names of the public functions are also names of arguments below.
_all_layouts, _all_damage = layouts, damage


@lru_cache
def _damage(name: str) -> st.SearchStrategy[Damage]:
    return st.builds(DAMAGES[name], **drawn_fields(DAMAGES[name]))


@st.composite
def _printed(
    draw: st.DrawFn,
    reports: st.SearchStrategy[Report],
    layouts: st.SearchStrategy[Printer],
    damages: st.SearchStrategy[list[Damage]],
) -> Printed:
    # The report comes last: Hypothesis fills the end of many examples with the simplest values, and a plain report in
    # an odd layout finds more than an odd report in the first layout of the list.
    printer = draw(layouts)
    done = tuple(draw(damages))
    return print_report(draw(reports), printer, done)


def printed_reports(
    *,
    reports: st.SearchStrategy[Report] | None = None,
    layouts: st.SearchStrategy[Printer] | None = None,
    damage: st.SearchStrategy[Damage] | None = None,
    max_damage: int = 2,
) -> st.SearchStrategy[Printed]:
    """Generate texts of reports with what can be read from them.

    Without arguments, balanced reports in any layout with up to two damages; ``max_damage=0`` leaves the texts whole.
    A reader is *right* when it gives, for each path of :attr:`Printed.values`, that value or nothing, and nothing
    where the value is ``None``; and *complete* when it gives every value of a text with :attr:`Printed.must_read`.
    """
    if type(max_damage) is not int or max_damage < 0:
        raise InvalidArgument(f"Expected max_damage to be an int, at least 0, got max_damage={max_damage!r}")
    for name, strategy in (("reports", reports), ("layouts", layouts), ("damage", damage)):
        if strategy is not None and not isinstance(strategy, st.SearchStrategy):
            raise InvalidArgument(f"Expected {name} to be a strategy or None, got {name}={strategy!r}")
    return _printed(
        _all_reports() if reports is None else reports,
        _all_layouts() if layouts is None else layouts,
        st.lists(_all_damage() if damage is None else damage, max_size=max_damage),
    )
