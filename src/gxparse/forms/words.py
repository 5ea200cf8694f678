"""What a word of a text without row marks, or several together, came to: a label, a figure, a blank cell, a piece."""

from __future__ import annotations

import enum

from attrs import define

from gxparse.forms.lexicon import Sighting, Term

__all__ = ["Event", "Word"]


class Event(enum.Enum):
    """What a word, or several, came to."""

    ROW = enum.auto()
    COLUMN = enum.auto()
    #: group of rows, corner of a header, balance note
    FRAME = enum.auto()
    CAPTION = enum.auto()
    #: title of a section
    SECTION = enum.auto()
    FIGURE = enum.auto()
    #: a line of white space, which may be a blank cell
    BLANK = enum.auto()
    #: part of some label
    PIECE = enum.auto()
    TEXT = enum.auto()


# Not frozen, since a report has some 500 of these and setting the fields of a frozen class takes twice the time; nothing
# changes a word once it is made.
@define(eq=False)
class Word:
    """One event of the stream."""

    event: Event
    #: offsets in the text
    start: int
    stop: int
    #: the first word
    raw: str
    #: all words of a label
    text: str
    #: number of the line it begins on, counted over lines that are not empty
    line: int
    #: line breaks between the event before and this one
    breaks: int
    sight: Sighting
    terms: tuple[Term, ...] = ()
    #: whether a row label is only the beginning of one
    cut: bool = False
    ordinal: str = ""
    #: key of a section title
    section: str = ""
