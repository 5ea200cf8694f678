"""Loading grammars: the only place that knows Lark.

A grammar file is a layout when its first comment lines carry ``// layout: NAME``. The other ``// key: value`` lines
are its traits; every layout has ``between``, a pattern of what stands between two cells of a line. Each grammar has
three start rules: ``start`` splits a text into prose and tables, ``table`` a table into rows, ``row`` a row into cells.
On every level any order of tokens is a sentence of the grammar, so that the levels are run with the patterns that Lark
compiled from the terminals, in the order in which Lark's lexer tries them; a test holds the outcome against Lark's own
parse.
"""

from __future__ import annotations

import functools
import importlib.resources
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from attrs import field, frozen
from lark import Lark, Token, Tree
from lark.exceptions import LarkError

from gxparse.errors import UsageError

__all__ = [
    "Grammar",
    "Lark",
    "LarkError",
    "Token",
    "Tree",
    "grammar_folder",
    "grammar_names",
    "layout_names",
    "layout_traits",
    "load_grammar",
    "load_parser",
]

_TRAIT = re.compile(r"// ([a-z_]+): (.*)")


def grammar_folder() -> Traversable:
    """The folder of the ``.lark`` files: inside the installed package, or the top level of a checkout."""
    packaged = importlib.resources.files("gxparse") / "grammars"
    if packaged.is_dir():
        return packaged
    return Path(__file__).resolve().parents[3] / "grammars"


@functools.cache
def grammar_names() -> tuple[str, ...]:
    """Every grammar file, without suffix."""
    return tuple(sorted(f.name[:-5] for f in grammar_folder().iterdir() if f.name.endswith(".lark")))


@functools.cache
def _traits(name: str) -> dict[str, str]:
    text = (grammar_folder() / f"{name}.lark").read_text("utf-8")
    head = text.split("\n%", 1)[0]
    return {m[1]: m[2].strip() for m in map(_TRAIT.match, head.splitlines()) if m}


@functools.cache
def _files_by_layout() -> dict[str, str]:
    return {traits["layout"]: name for name in grammar_names() if "layout" in (traits := _traits(name))}


def layout_names() -> tuple[str, ...]:
    """The layouts there are grammars for."""
    return tuple(_files_by_layout())


def _load_import(_paths: object, path: str) -> tuple[str, str]:
    """Lark's import hook: a flat folder, readable inside a zip too."""
    source = grammar_folder() / Path(path).name
    if not source.is_file():
        raise OSError(path)
    return str(source), source.read_text("utf-8")


def load_parser(name: str, start: tuple[str, ...], *, strict: bool = False) -> Lark:
    """The LALR parser of one grammar file.

    ``strict`` makes Lark refuse conflicts and overlapping terminals instead of resolving them in silence; it needs
    a development dependency, so only tests ask for it.
    """
    return Lark(
        (grammar_folder() / f"{name}.lark").read_text("utf-8"),
        parser="lalr",
        lexer="contextual",
        strict=strict,
        start=list(start),
        maybe_placeholders=False,
        keep_all_tokens=True,
        import_paths=[_load_import],
        source_path=None,
    )


def _pattern(parser: Lark, *names: str) -> re.Pattern[str]:
    """One pattern for several terminals, tried in the order in which Lark's lexer tries them."""
    terminals = sorted(
        (parser.get_terminal(name) for name in names),
        key=lambda t: (-t.priority, -t.pattern.max_width, -len(t.pattern.value), t.name),
    )
    if len(terminals) == 1:
        return re.compile(terminals[0].pattern.to_regexp())
    return re.compile("|".join(f"(?P<{t.name}>{t.pattern.to_regexp()})" for t in terminals))


@frozen(eq=False)
class Grammar:
    """The grammar of one layout, ready to run."""

    name: str
    traits: dict[str, str]
    _parser: Lark = field(repr=False)
    #: finds the TABLE, PROSE and GAP tokens of a document; joined they are the text
    block: re.Pattern[str] = field(repr=False)
    #: finds the rows of a table; captures nothing
    row: re.Pattern[str] = field(repr=False)
    #: finds the cells of a row; group 1 is the content without delimiters
    cell: re.Pattern[str] = field(repr=False)
    #: a text -> its pieces, each a row, a stretch of prose or a gap; a piece of nothing parts two tables
    pieces: Callable[[str], Iterable[tuple[str, str, str]]] = field(init=False, repr=False)
    #: a row's text -> contents of its cells and where they begin in it
    split: Callable[[str], tuple[tuple[str, ...], tuple[int, ...]]] = field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if self.row.groups:
            # findall() would give the group.
            raise ValueError(f"ROW of {self.name} must not capture")
        names = sorted(self.block.groupindex, key=self.block.groupindex.__getitem__)
        table, row = "(?P<TABLE>", self.row.pattern
        if names[0] == "TABLE" and names[-1] == "GAP" and self.block.pattern.startswith(f"{table}(?:{row})+)|"):
            # Where a table is rows and tried first, one pass finds them all.
            pattern = self.block.pattern.replace(f"(?:{row})+", row, 1)
            if "PROSE" not in names:
                pattern = pattern.replace("|(?P<GAP>", "|(?P<PROSE>(?!))|(?P<GAP>", 1)
            object.__setattr__(self, "pieces", re.compile(pattern).findall)
        else:
            object.__setattr__(self, "pieces", self._pieces)
        # Most rows of most reports are alike, so their splitting is remembered.
        object.__setattr__(self, "split", functools.lru_cache(maxsize=8192)(self.split_anew))

    def _pieces(self, text: str) -> Iterator[tuple[str, str, str]]:
        for block in self.block.finditer(text):
            if block.lastgroup == "TABLE":
                for row in self.row.findall(block.group()):
                    yield row, "", ""
                yield "", "", ""
            elif block.lastgroup == "PROSE":
                yield "", block.group(), ""
            else:
                yield "", "", block.group()

    def split_anew(self, text: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
        """What :attr:`split` gives, without remembering it: long rows are not worth the memory."""
        found = [
            (m.group(1), m.start(1)) if m.group(1) is not None else (m.group(), m.start())
            for m in self.cell.finditer(text)
        ]
        return tuple([content for content, _ in found]), tuple([start for _, start in found])

    def tokens(self, text: str, start: str) -> list[Token]:
        """The tokens of a document (``start``), a ``table`` or a ``row`` as Lark finds them."""
        return self._parser.parse(text, start=start).children  # type: ignore[return-value]


@functools.cache
def load_grammar(layout: str) -> Grammar:
    """The grammar of a layout. Raises :class:`~gxparse.errors.UsageError` if there is none."""
    files = _files_by_layout()
    if layout not in files:
        raise UsageError(f"unknown layout {layout!r}; known: {', '.join(files)}")
    parser = load_parser(files[layout], ("start", "table", "row"))
    # A layout in which every line may be a row has no prose.
    known = {terminal.name for terminal in parser.terminals}
    block = _pattern(parser, *(name for name in ("TABLE", "PROSE", "GAP") if name in known))
    return Grammar(layout, _traits(files[layout]), parser, block, _pattern(parser, "ROW"), _pattern(parser, "CELL"))


def layout_traits(layout: str) -> dict[str, str]:
    """What the head of a layout's grammar file says of it; the grammar itself is not built."""
    return _traits(_files_by_layout()[layout])
