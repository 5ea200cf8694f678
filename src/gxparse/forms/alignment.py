"""Whether a text is laid out in columns, and how its characters are counted.

Behind labels of different length the outer figures of the rows stand under each other only where a tool padded with
spaces, so that only then does the place of a figure say something of its column. A Han character takes one place or
two, and of the two ways to count only the right one shows the figures under each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from gxparse.forms.entries import Entry
from gxparse.forms.geometry import Extent, Ruler
from gxparse.forms.words import Word


def ways_to_count(ruler: Ruler, entries: Mapping[str, Sequence[Entry]]) -> tuple[bool, ...]:
    """The ways to count by which the rows of all tables are in columns: ``True`` for Han characters of two places.

    Empty if the text is not in columns.
    """
    rows = [found for table in entries.values() if (found := [e for e in table if _on_line(ruler.text, e)])]
    return tuple(way for way in (False, True) if _in_columns(ruler, rows, way))


def _on_line(text: str, entry: Entry) -> bool:
    """Whether a label and the figures behind it stand on one line."""
    label = entry.label
    return entry.term is not None and entry.on_one_line and "\n" not in text[label.start : label.stop]


def _in_columns(ruler: Ruler, tables: Iterable[Sequence[Entry]], wide: bool) -> bool:
    """Whether outer figures begin, end or have their middle in far fewer places than their labels end in."""
    ends = places = 0
    for table in tables:
        ends += _places([ruler.extent(e.label.start, e.label.stop, wide)[1] for e in table], 1) - 1
        # A blank may stand at either end of a row, more seldom at both.
        first, last = ([ruler.extent(w.start, w.stop, wide) for w in words] for words in _outer(table))
        places += min(_least(first), _least(last)) - 1
    return ends > 0 and 2 * places <= ends


def _outer(table: Sequence[Entry]) -> tuple[list[Word], list[Word]]:
    """The first and the last figures of rows."""
    return [e.figures[0] for e in table], [e.figures[-1] for e in table]


def _least(extents: Sequence[Extent]) -> int:
    """Places in which extents begin, end or have their middle, whichever are the fewest."""
    return min(
        _places([a for a, _ in extents], 1),
        _places([b for _, b in extents], 1),
        _places([a + b for a, b in extents], 2),
    )


def _places(values: Iterable[int], slack: int) -> int:
    """How many values there are, those within *slack* of the least of them counted as one, and so on."""
    count = 0
    least: int | None = None
    for value in sorted(values):
        if least is None or value - least > slack:
            count += 1
            least = value
    return count


__all__ = ["ways_to_count"]
