"""Reading corpus cases; the format is explained in the README beside this file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from attrs import field, frozen

from gxparse.forms.editions import EDITIONS

FOLDER = Path(__file__).parent
SIGNS = {"→": "\t", "⍽": "\u00a0", "□": "\u3000", "␣": " ", "␍": "\r", "␌": "\f"}
_CODE_POINT = re.compile("⟨([0-9A-F]{1,6})⟩")
KEYS = {
    "phenomenon",
    "layout",
    "read as",
    "edition",
    "codes",
    "never",
    "values",
    "values at most",
    "sections",
    "title",
    "body",
    "year",
    "signature",
    "pending",
}


class BadCase(ValueError):
    """A corpus file that does not follow the format."""


@frozen
class Case:
    """One text with what must be read from it."""

    name: str
    about: str
    text: str = field(repr=False)
    head: dict[str, str]
    #: ``None`` where figures are not looked at
    values: dict[str, int | Decimal] | None
    #: whether listed values may be missing
    at_most: bool

    def listed(self, key: str) -> set[str]:
        """A head line that lists names."""
        return {name.strip() for name in self.head.get(key, "").split(",") if name.strip()}


def decode(text: str) -> str:
    """The text that is meant by a drawn one."""
    text = _CODE_POINT.sub(lambda match: chr(int(match[1], 16)), text)
    return text.translate(str.maketrans(SIGNS))


def encode(text: str) -> str:
    """Draw a text so that its white space and its control characters can be seen.

    Raises :class:`BadCase` if the text holds one of the drawing signs itself.
    """
    found = [sign for sign in (*SIGNS, "⟨") if sign in text]
    if found:
        raise BadCase(f"the text holds {found[0]!r}, which is a sign of the format")
    drawn = text.translate(str.maketrans({real: sign for sign, real in SIGNS.items() if sign != "␣"}))
    drawn = "".join(c if c == "\n" or c.isprintable() or c == " " else f"⟨{ord(c):04X}⟩" for c in drawn)
    return re.sub(r" +(?=[\n␍]|\Z)", lambda match: "␣" * len(match[0]), drawn)


def _figure(path: str, written: str) -> int | Decimal:
    return Decimal(written) if path.endswith("_cny") else int(written)


def _paths(edition: str, prefix: str) -> list[str]:
    known = EDITIONS[edition].paths if edition in EDITIONS else ()
    return [path for path in known if path == prefix or path.startswith(prefix + ".")]


def _spread(edition: str, prefix: str, written: str) -> dict[str, int | Decimal | None]:
    """The figures of one line: one for each path below the prefix, or one for all of them behind ``.*``."""
    paths = _paths(edition, prefix.removesuffix(".*"))
    figures = written.split()
    if prefix.endswith(".*"):
        figures *= len(paths)
    if not paths or len(figures) != len(paths):
        raise BadCase(f"{prefix!r} has {len(paths)} paths in {edition!r}, but {written!r} has {len(figures)} figures")
    return {p: None if figure == "-" else _figure(p, figure) for p, figure in zip(paths, figures, strict=True)}


def _folded(edition: str, values: Mapping[str, object]) -> Iterator[str]:
    """Lines of values, a table of mostly zeros in one line and then a line for each row with anything else."""
    if edition not in EDITIONS:
        return
    for table in EDITIONS[edition].tables:
        zeros = sum(values.get(path) == 0 for path in table.paths)
        filled = zeros * 2 > len(table.paths)
        if filled:
            yield f"{table.key}.* = 0"
        for row in table.rows:
            prefix = f"{table.key}.{row.key}" if row.label else table.key
            blocks = [prefix] if row.label else list(dict.fromkeys(p.rpartition(".")[0] for p in table.paths))
            for block in blocks:
                figures = [values.get(path) for path in _paths(edition, block)]
                if (filled and figures != [0] * len(figures)) or (not filled and any(f is not None for f in figures)):
                    yield f"{block} = {' '.join('-' if figure is None else str(figure) for figure in figures)}"


def read_case(file: Path) -> Case:
    """One case from its file. Raises :class:`BadCase` if the file does not follow the format."""
    whole = file.read_text("utf-8")
    # A newline translation would lose the difference that some cases are about.
    head, line, text = whole.partition("\n---\n")
    if not line:
        raise BadCase(f"{file}: no line ---")
    about, *lines = head.split("\n")
    fields: dict[str, str] = {}
    values: dict[str, int | Decimal | None] | None = None
    given: set[str] = set()
    for written in lines:
        if written.startswith("  "):
            prefix, equals, figures = written.strip().partition(" = ")
            if values is None or not equals or prefix in given:
                raise BadCase(f"{file}: {written!r} is no value under a line values:, or stands twice")
            given.add(prefix)
            values |= _spread(fields.get("edition", ""), prefix, figures)
            continue
        key, colon, rest = written.partition(":")
        if not colon or key not in KEYS or key in fields:
            raise BadCase(f"{file}: {written!r} is no known head line, or stands twice")
        fields[key] = rest.strip()
        if key in ("values", "values at most"):
            values = {}
    if not about.strip() or "phenomenon" not in fields:
        raise BadCase(f"{file}: a case says what it shows and names its phenomenon")
    return Case(
        str(file.relative_to(FOLDER).with_suffix("")),
        about,
        decode(text.removesuffix("\n")),
        fields,
        None if values is None else {path: value for path, value in values.items() if value is not None},
        "values at most" in fields,
    )


def write_case(file: Path, about: str, head: dict[str, str], values: dict[str, object] | None, text: str) -> None:
    """Write a case so that :func:`read_case` gives it back."""
    lines = [about]
    for key, value in head.items():
        lines.append(f"{key}: {value}".rstrip())
        if key in ("values", "values at most"):
            lines += [f"  {line}" for line in _folded(head.get("edition", ""), values or {})]
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n---\n" + encode(text) + "\n", "utf-8", newline="")


def corpus() -> list[Path]:
    """Every case file. Raises :class:`BadCase` if there is none."""
    found = sorted(FOLDER.glob("*/*.txt"))
    if not found:
        raise BadCase(f"no case under {FOLDER}")
    return found


def phenomena() -> dict[str, list[str]]:
    """The catalogue: every phenomenon with the name patterns of its cases."""
    found: dict[str, list[str]] = {}
    lines = (FOLDER / "phenomena.txt").read_text("utf-8").splitlines()
    for said, patterns in zip(lines[::2], lines[1::2], strict=True):
        name, colon, _about = said.partition(": ")
        if not colon or name in found or not patterns.startswith("    "):
            raise BadCase(f"phenomena.txt: {said!r} and {patterns!r} are no phenomenon with its cases")
        found[name] = patterns.split()
    return found
