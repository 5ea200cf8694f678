"""Write the pages of the documentation that are made from the code.

    python docs/generate.py

A test holds the files against what is made here, so that they cannot grow old.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from gxparse.forms.editions import EDITIONS
from gxparse.forms.spec import Edition

DOCS = Path(__file__).resolve().parent

_INTRODUCTION = """\
# Field paths

Every figure of a report has a path: attribute access (`report.requests.received.total`), `report.values()`, JSON, CSV,
frames, diagnostics and provenance all use the same. The paths of an edition never change; a new edition of the form
brings a new list. Whole numbers are `int`; money is `Decimal` in yuan (元) whatever unit the report prints; `None` is "the
report gives no figure" and never 0.

This page is made by `python docs/generate.py`.
"""


def fields_page() -> str:
    """The table of every field path with the words of the form."""
    parts = [_INTRODUCTION]
    for edition in EDITIONS.values():
        parts.append("\n".join(_edition(edition)))
    return "\n".join(parts)


def _edition(edition: Edition) -> list[str]:
    years = f"{edition.first_year} to {edition.last_year}" if edition.last_year else f"{edition.first_year} and later"
    lines = [f"## `{edition.key}`: reports on {years}", "", edition.title, "", f"{len(edition.paths)} figures.", ""]
    lines += ["| path | in the form | unit |", "|---|---|---|"]
    for leaf in edition.shape.leaves:
        unit = "元" if leaf.type is Decimal else edition.fields[leaf.path][2].unit
        lines.append(f"| `{leaf.path}` | {edition.describe(leaf.path)} | {unit} |")
    lines += ["", f"The form demands {len(edition.equations)} sums of these figures:", ""]
    counts: dict[str, int] = {}
    for equation in edition.equations:
        counts[equation.name] = counts.get(equation.name, 0) + 1
    lines += [f"- `{name}`: {count}" for name, count in counts.items()]
    return [*lines, ""]


PAGES = {"fields.md": fields_page}


def main() -> None:
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), "utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
