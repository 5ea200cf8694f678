"""Write the pages of the documentation that are made from the code.

    python docs/generate.py

A test holds the files against what is made here, so that they cannot grow old.
"""

from __future__ import annotations

import enum
import inspect
import textwrap
from decimal import Decimal
from pathlib import Path

import gxparse
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


_NAMES = """\
# Public names

What `import gxparse` promises, in a few words each; `help(gxparse.read)` has the rest, with an example that runs. `gxparse.layouts` and
`gxparse.strategies` are modules, see [Fuzzing](fuzzing.md); frames, HTML and terminal text are in `gxparse.views`, see [Views](views.md).

This page is made by `python docs/generate.py`.
"""


def names_page() -> str:
    """Every public name: its signature or its members, and the first paragraph of its docstring."""
    named = {name: getattr(gxparse, name) for name in gxparse.__all__}
    errors = {n: v for n, v in named.items() if inspect.isclass(v) and issubclass(v, Exception)}
    classes = {n: v for n, v in named.items() if inspect.isclass(v) and n not in errors}
    functions = {n: v for n, v in named.items() if inspect.isfunction(v)}
    rest = {n: v for n, v in named.items() if n not in errors | classes | functions}
    parts = [_NAMES]
    parts += ["## Functions", "", *(line for item in functions.items() for line in _function(*item))]
    parts += ["## Classes", "", *(line for item in classes.items() for line in _class(*item))]
    parts += ["## Exceptions", "", *(f"- `{name}`: {_first(value)}" for name, value in errors.items()), ""]
    parts += ["## Values", "", *(f"- `{name}`: a `{type(value).__name__}`" for name, value in rest.items())]
    return "\n".join(parts) + "\n"


def _first(value: object) -> str:
    """The first paragraph of a docstring, on one line, without the marks of another mark-up language."""
    paragraph = " ".join((inspect.getdoc(value) or "").split("\n\n")[0].split())
    for mark in (":class:", ":meth:", ":func:", ":mod:", "~gxparse.errors."):
        paragraph = paragraph.replace(mark, "")
    return paragraph.replace("``", "`")


def _function(name: str, value: object) -> list[str]:
    signature = inspect.signature(value)  # type: ignore[arg-type]
    # Annotations are texts, and the default of limits would hide the rest with all its fields.
    parameters = [
        p.replace(
            annotation=_Shown(p.annotation), default=_Shown("DEFAULT_LIMITS") if p.name == "limits" else p.default
        )
        for p in signature.parameters.values()
    ]
    plain = signature.replace(parameters=parameters, return_annotation=_Shown(signature.return_annotation))
    shown = textwrap.wrap(f"{name}{plain}", 110, subsequent_indent="    ", break_long_words=False)
    return ["```py", *shown, "```", "", _first(value), ""]


class _Shown(str):
    """A text that shows without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _class(name: str, value: type) -> list[str]:
    annotated = [member for member in getattr(value, "__annotations__", {}) if not member.startswith("_")]
    methods = [
        m
        for m, v in vars(value).items()
        if not m.startswith("_") and callable(getattr(value, m)) and inspect.isroutine(v)
    ]
    properties = [m for m, v in vars(value).items() if not m.startswith("_") and isinstance(v, property)]
    if issubclass(value, enum.Enum):
        return [f"**`{name}`**: {_first(value)}", "", ", ".join(f"`{member.name}`" for member in value), ""]
    members = [*annotated, *properties, *(f"{m}()" for m in methods)]
    lines = [f"**`{name}`**: {_first(value)}"]
    if members:
        lines += ["", ", ".join(f"`{member}`" for member in dict.fromkeys(members))]
    return [*lines, ""]


PAGES = {"fields.md": fields_page, "names.md": names_page}


def main() -> None:
    for name, make in PAGES.items():
        (DOCS / name).write_text(make(), "utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
