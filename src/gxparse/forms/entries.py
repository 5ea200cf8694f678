"""A row label in a stream of words with what stands behind it up to the next label: what may be a row of a table."""

from __future__ import annotations

from attrs import define, field

from gxparse.forms.lexicon import Term
from gxparse.forms.spec import Table
from gxparse.forms.words import Event, Word

__all__ = ["Entry"]

# The members of an enumeration are looked up slowly, and this one for every word.
_FIGURE = Event.FIGURE


# Not frozen, as words are not; what the headers of a later page name is known when all words were seen.
@define(eq=False)
class Entry:
    """A row label with the words behind it, up to the next label."""

    table: Table
    term: Term | None
    key: str
    label: Word
    #: FIGURE and BLANK words, in order
    cells: tuple[Word, ...]
    #: whether something else than cells and pieces of labels stood between
    broken: bool
    #: whether a word that may be part of a figure ends the row
    dangling: bool = False
    #: figures before the label that no row accounts for
    strays: tuple[Word, ...] = ()
    #: number of the part (page) it stands in, and the header words of that part
    part: int = 0
    header: tuple[Word, ...] = ()
    #: texts of the header cells over the columns, as far as they are known
    headers: tuple[str, ...] = ()
    #: whether a label or a column of the header stands twice running, so that cells may be repeated
    repeats: bool = False
    #: then the columns as often as one line of the header names each; empty if a label stands twice, or several lines
    named: tuple[str, ...] = ()
    #: whether a header of the table names a column that the form does not have
    beside_own: bool = False
    figures: tuple[Word, ...] = field(init=False)
    #: number of columns
    width: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.width = len(self.table.columns)
        self.figures = tuple([w for w in self.cells if w.event is _FIGURE])

    @property
    def on_one_line(self) -> bool:
        """Whether the label and all its figures stand on one line."""
        return bool(self.figures) and self.figures[-1].line == self.label.line

    @property
    def stop(self) -> int:
        """Where the row ends in the text."""
        return (self.cells[-1] if self.cells else self.label).stop

    @property
    def regular(self) -> bool:
        """Whether the figures stand all on one line, or each on a line of its own."""
        lines = [w.line for w in self.figures]
        return len(set(lines)) in (1, len(lines))
