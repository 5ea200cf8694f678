"""The extent of a number: what its own words say, or other words of the sentence and of the paragraph."""

from __future__ import annotations

from gxparse.model.statement import Extent
from gxparse.narrative.extents import extent_of
from gxparse.narrative.memory import Memory
from gxparse.narrative.other_bodies import names_another_body
from gxparse.narrative.phrases import NOW, OWN

__all__ = ["extent_in_context"]


#: what one body has and another not
_OF_BODIES = ("requests.", "cases.")


def extent_in_context(memory: Memory, topic: str | None, lead: str) -> Extent:
    """What the words before a number, or before another number of the sentence, say about its extent."""
    if memory.is_office:
        lead = lead.replace("办公室", "").replace("办公厅", "")
    found = extent_of(lead)
    if memory.past and NOW.search(lead):
        memory.past = False
    memory.past |= "同期" in lead and found is Extent.OTHER_YEAR
    carried = not memory.past and topic in ("requests.carried_over", "requests.carried_forward")
    if carried and found is Extent.OTHER_YEAR:
        found = Extent.OWN  # 上年 in 上年结转 is what is counted, not when
    elif (
        found is not Extent.COMPARED
        and not carried
        and memory.named is not None
        and memory.year is not None
        and memory.named != memory.year
    ):
        return Extent.OTHER_YEAR
    if (
        found is Extent.OWN
        and topic is not None
        and topic.startswith(_OF_BODIES)
        and names_another_body(lead, memory.body)
    ):
        found = Extent.WIDER
    if found is Extent.OWN:
        if memory.scope is not Extent.OWN and (OWN if memory.scope is Extent.WIDER else NOW).search(lead):
            memory.scope = Extent.OWN
        return Extent.OWN if carried and memory.scope is Extent.OTHER_YEAR else memory.scope
    if found is not Extent.COMPARED:
        memory.scope = found
    return found
