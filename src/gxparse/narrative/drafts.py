"""Statements in the making, and which of them can be parts of which."""

from __future__ import annotations

from decimal import Decimal

from attrs import define, field

from gxparse.model.statement import Extent

__all__ = ["BRACKETED", "Draft", "belongs"]

#: units that one list may mix
_ALIKE = frozenset("件条份宗起项个例") | {"件次", "件/次"}
#: what a topic may be a part of
_PART_OF = {
    "applicant": ("requests",),
    "channel": ("requests", "published", "none", "channel"),
    "outcome": ("requests",),
    "case": ("cases",),
}
#: families that are parts also without a word that says so, in brackets behind their whole
BRACKETED = frozenset({"applicant", "channel", "outcome", "case"})
#: topics of wholes: they end a list of parts unless the words say otherwise
_WHOLES = frozenset({"requests", "cases", "documents", "decisions", "fees", "procurement", "published"})


@define
class Draft:
    """A statement in the making."""

    topic: str | None
    quantity: int | Decimal
    unit: str | None
    subject: str
    start: int
    stop: int
    extent: Extent = Extent.OWN
    year: int | None = None
    negated: bool = False
    inexact: bool = False
    complete: bool = False
    parts: list[Draft] = field(factory=list)
    #: where the number begins; 0 if there is none
    number: int = 0
    #: a list of parts with lists inside cannot be added up
    nested: bool = False

    @property
    def family(self) -> str:
        """The first word of the topic; ``"none"`` without a topic."""
        return "none" if self.topic is None else self.topic.split(".", 1)[0]


def belongs(part: Draft, whole: Draft, *, said: bool) -> bool:
    """Whether a quantity in a list is a part of *whole*; *said* if its own words begin with 其中 or the like."""
    if part.unit != whole.unit and not (part.unit in _ALIKE and whole.unit in _ALIKE):
        return False
    if part.family in _PART_OF:
        return whole.family in _PART_OF[part.family]
    if part.topic in ("cases.direct", "cases.after_review"):
        return whole.topic in ("cases.litigation", "cases.all")
    if part.topic in ("cases.review", "cases.litigation"):
        return whole.topic == "cases.all"
    if part.topic == "requests.carried_over":
        return said and whole.family == "requests"
    if part.topic == "published":
        return whole.family in ("published", "none")
    return part.family not in _WHOLES
