"""What all printers have in common: from a report to paper, from paper to text, block by block."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from attrs import frozen

from gxparse.model.report import Report
from gxparse.model.shape import Figure
from gxparse.printers.form import paper_of
from gxparse.printers.paper import Paper, Prose, ProseKind, Sheet
from gxparse.printers.style import Style, choices_of

__all__ = ["Printer", "Survival", "tells_lone_row"]


class Survival(enum.StrEnum):
    """How much of a report can be read back from a text, in principle."""

    #: every figure, and every blank as a blank
    ALL = "all"
    #: every figure of a report without blank cells; with blanks, only what sums or counts can place
    FILLED = "filled"
    #: no figure may be read
    NONE = "none"


@frozen(kw_only=True)
class Printer(Style):
    """Writes reports down in one layout. A subclass in a module of this folder is a new layout.

    Options are fields made with :func:`~gxparse.printers.style.option`; the class variables say what the layout is.
    """

    #: name of the layout, as in ``gxparse.layouts.names()``; empty on classes that are no layout themselves
    name: ClassVar[str] = ""
    #: what stands between two paragraphs
    paragraph: ClassVar[str] = "\n"
    #: whether the layout is handed over by programs alone, so that nothing happens to its characters on the way
    exact: ClassVar[bool] = False

    def call(self) -> str:
        """The call that makes this printer, with the options that are not the default."""
        chosen = {
            name: value
            for name, choices in choices_of(type(self)).items()
            if (value := getattr(self, name)) != choices[0]
        }
        options = "".join(f", {name}={value!r}" for name, value in chosen.items())
        return f"layouts.printer({self.name!r}{options})"

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:  # noqa: ARG002 - Hypothesis' and IPython's signature
        printer.text(self.call())

    def render(self, report: Report) -> str:
        """The text of a report in this layout."""
        return self.print(paper_of(report, self))

    def print(self, paper: Paper) -> str:
        """The text of a paper in this layout."""
        return "".join(self.table(block) if isinstance(block, Sheet) else self.prose(block) for block in paper.blocks)

    def prose(self, block: Prose) -> str:
        """One line outside the tables."""
        if block.kind is ProseKind.PAGE:
            return self.paragraph
        return block.text + self.paragraph

    def table(self, sheet: Sheet) -> str:
        """One table."""
        raise NotImplementedError

    @property
    def survival(self) -> Survival:
        """What can be read back from this layout with these options."""
        return Survival.ALL

    def tells(self, rows: Iterable[Sequence[Figure]]) -> bool:  # noqa: ARG002 - for layouts that look at them
        """Whether the blank cells of just these rows of figures can be told, where :attr:`survival` says they can."""
        return True


def tells_lone_row(rows: Iterable[Sequence[Figure]]) -> bool:
    """Whether blank cells that are empty lines can be told in these rows.

    Not if a single row has any, at its end: one empty line behind the only short row may as well be the end of a page, in
    a text that leaves blank cells out.
    """
    short = [row for row in rows if None in row and any(figure is not None for figure in row)]
    return len(short) != 1 or short[0][-1] is not None
