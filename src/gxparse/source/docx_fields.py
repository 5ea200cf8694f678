"""Fields of a Word file: where they begin and end, and what those show that have no result.

ECMA-376 part 1, 17.16.
"""

from __future__ import annotations

from gxparse.source.docx_numbering import number_of
from gxparse.source.xml_part import XmlElement

__all__ = ["chosen", "match_fields", "shown"]

#: Fields that show nothing, or nothing that could be part of a figure.
_NOTHING = frozenset("XE TC TA RD SET ASK PRIVATE TOC INDEX HYPERLINK NEXT NEXTIF SKIPIF FORMCHECKBOX FORMTEXT".split())  # noqa: SIM905
#: Fields that Word shows without a result: characters one over the other, signs by their number.
_SHOWN = frozenset(("EQ", "SYMBOL", "ADVANCE"))


def match_fields(root: XmlElement, ns: str) -> None:
    """Take the mark off fields that never end or never began: they must not swallow the text behind them."""
    kind = ns + "fldCharType"
    open_: list[XmlElement] = []
    for mark in root.iter(ns + "fldChar"):
        type_ = mark.get(kind)
        if type_ == "begin":
            open_.append(mark)
        elif not open_:
            mark.set(kind, "")
        elif type_ == "end":
            open_.pop()
    for mark in open_:
        mark.set(kind, "")


def chosen(begin: XmlElement, ns: str) -> str:
    """What is chosen in the list of a field, which its beginning holds."""
    choices = begin.find(f"{ns}ffData/{ns}ddList")
    if choices is None:
        return ""
    texts = [entry.get(ns + "val", "") for entry in choices.iterfind(ns + "listEntry")]
    given = choices.find(ns + "result")
    if given is None:
        given = choices.find(ns + "default")
    number = None if given is None else number_of(given.get(ns + "val"))
    if number is None:
        # Where nothing says what is chosen, the first choice is shown.
        return texts[0] if texts else ""
    return texts[number] if 0 <= number < len(texts) else ""


def shown(instruction: str, choice: str, *, in_cell: bool) -> str:
    """What stands in place of a field without a result: what is chosen, or a character that nobody can read.

    Outside of tables numbers that Word counts are left out.

    >>> shown(" XE a", "", in_cell=True), shown("EQ \\\\o(1,2)", "", in_cell=False)
    ('', '\ufffd')
    """
    name, *_ = instruction.split() or [""]
    name = name.upper()
    if name == "FORMDROPDOWN":
        return choice
    return "\ufffd" if name in _SHOWN or (in_cell and name not in _NOTHING) else ""
