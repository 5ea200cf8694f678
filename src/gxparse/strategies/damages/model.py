"""What a damage is: a named change, as plain data, to a paper or to a text."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

import attrs
from attrs import field, frozen
from hypothesis import strategies as st

from gxparse.printers.paper import Paper, Sheet
from gxparse.printers.printer import Survival

__all__ = ["Damage", "drawn", "drawn_fields", "sheet_at"]

T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T], default: T) -> T:
    """A field of a damage together with the strategy it is drawn from."""
    made: T = field(default=default, kw_only=True, metadata={"strategy": strategy})
    return made


def drawn_fields(cls: type[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """The strategies of the fields of a damage class, by name."""
    return {a.name: a.metadata["strategy"] for a in attrs.fields(cls) if "strategy" in a.metadata}


@frozen(kw_only=True)
class Damage:
    """One thing that clerks or tools do to a report.

    A subclass changes the paper before it is printed (:meth:`to_paper`), the text behind it (:meth:`to_text`), or
    both. It never looks at anything but its argument and its own fields, so that the same damage can be done again.
    """

    #: name of the kind of damage; empty on classes that are none themselves
    name: ClassVar[str] = ""
    #: what can still be read back, at best
    survival: ClassVar[Survival] = Survival.ALL

    def to_paper(self, paper: Paper) -> Paper:
        """The paper after the damage."""
        return paper

    def to_text(self, text: str) -> str:
        """The text after the damage."""
        return text


def sheet_at(paper: Paper, section: str) -> tuple[int, Sheet] | None:
    """Number and sheet of the longest piece of a section's table; ``None`` if the paper has none."""
    found = [
        (number, block)
        for number, block in enumerate(paper.blocks)
        if isinstance(block, Sheet) and block.section == section
    ]
    return max(found, key=lambda item: len(item[1].grid), default=None)
