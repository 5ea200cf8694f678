r"""Reports written down in the layouts that extraction tools leave behind.

The way back of :func:`gxparse.parse`: what a parser must understand, it can be tested with.

>>> from gxparse import layouts
>>> from gxparse.model.report import Report
>>> report = Report.from_values("revised_2021", {"requests.received.total": 3})
>>> text = layouts.render(report, "tab-row")
>>> "一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t\t\t3" in text
True
"""

from __future__ import annotations

from typing import Any

from gxparse.errors import UsageError
from gxparse.model.report import Report, must_be_report
from gxparse.printers import PRINTERS, printer_of
from gxparse.printers.printer import Printer
from gxparse.printers.style import choices_of

__all__ = ["names", "options", "printer", "render"]


def names() -> tuple[str, ...]:
    """The names of all layouts, in alphabetical order.

    >>> "tab-cell" in names()
    True
    """
    return tuple(PRINTERS)


def options(layout: str) -> dict[str, tuple[Any, ...]]:
    """The options of a layout, each with its choices, default first.

    Raises :class:`~gxparse.errors.UsageError` for an unknown layout.

    >>> options("tab-row")["spans"][0]
    'grid'
    """
    return choices_of(printer_of(layout))


def printer(layout: str, **options: Any) -> Printer:
    """The printer of a layout with some options.

    Raises :class:`~gxparse.errors.UsageError` for an unknown layout, option or choice.
    """
    cls = printer_of(layout)
    known = choices_of(cls)
    for name, value in options.items():
        if name not in known:
            raise UsageError(f"the layout {layout!r} has no option {name!r}; it has: {', '.join(known)}")
        if value not in known[name]:
            allowed = ", ".join(map(repr, known[name]))
            raise UsageError(f"the option {name} of the layout {layout!r} is one of {allowed}; got {value!r}")
    return cls(**options)


def render(report: Report, layout: str, **options: Any) -> str:
    """The text of a report in a layout, as a tool that leaves this layout would have printed it.

    Options are keyword arguments (see :func:`options`): the spelling of the form (``punctuation``, ``numbering``,
    ``quotes``, ``wraps``, ``note``, ``blank``, ``padding``, ``money``, ``plus``) and those of the layout itself.
    Raises :class:`~gxparse.errors.UsageError` for an unknown layout, option or choice.
    """
    must_be_report(report)
    return printer(layout, **options).render(report)
