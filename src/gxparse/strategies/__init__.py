"""Hypothesis strategies for annual reports: consistent or not, in any layout, with any damage.

Needs the extra ``gxparse[fuzz]``. See ``docs/fuzzing.md`` for a worked example that fuzzes another parser.
"""

from __future__ import annotations

from gxparse.errors import MissingExtra

try:
    import hypothesis as _hypothesis  # noqa: F401
except ModuleNotFoundError as error:
    raise MissingExtra("gxparse.strategies needs Hypothesis: pip install 'gxparse[fuzz]'") from error

from gxparse.printers.printer import Survival
from gxparse.strategies.damages import DAMAGES, Damage
from gxparse.strategies.fuzzing import Finding, fuzz
from gxparse.strategies.printed import Printed, damage, layouts, print_report, printed_reports
from gxparse.strategies.reports import EQUATION_KINDS, Inconsistent, inconsistent_reports, reports

__all__ = [
    "DAMAGES",
    "EQUATION_KINDS",
    "Damage",
    "Finding",
    "Inconsistent",
    "Printed",
    "Survival",
    "damage",
    "fuzz",
    "inconsistent_reports",
    "layouts",
    "print_report",
    "printed_reports",
    "reports",
]
