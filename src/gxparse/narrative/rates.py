"""Percentages, with the quantities that they relate."""

from __future__ import annotations

from gxparse.model.statement import Extent
from gxparse.narrative.drafts import Draft
from gxparse.narrative.extents import extent_of, is_rough
from gxparse.narrative.memory import Memory
from gxparse.narrative.numerals import read_number
from gxparse.narrative.phrases import RATES
from gxparse.narrative.sentences import Piece

__all__ = ["note_rate"]


def note_rate(memory: Memory, piece: Piece, since: int, context: str) -> None:
    """Note a percentage together with the quantities that it relates."""
    text = memory.sentence.text
    printed = text[since : piece.start]
    words = printed.replace(" ", "")
    number = read_number(text[piece.start : piece.stop].removeprefix("百分之").rstrip("%‰"))
    if number is None or text[piece.stop - 1] == "‰":
        return
    last = memory.drafts[-1] if memory.drafts else None
    for topic, pattern in RATES:
        if pattern.search(words) is None:
            continue
        parts: list[Draft] = []
        if topic == "rate.concluded":
            if memory.family != "requests":
                return
        elif last is None or last.stop < memory.sentence.start:
            return
        elif topic == "rate.share":
            if memory.listing is None or last not in memory.listing.parts or "比重" in words:
                return
            parts = [last, memory.listing]
        else:
            said = memory.said_here()
            earlier = [d for d in said if d.extent is Extent.OTHER_YEAR]
            now = [d for d in said if d.extent is Extent.OWN]
            if len(earlier) != 1 or not now or earlier[0].topic != now[-1].topic:
                return
            parts = [now[-1], earlier[0]]
        start = memory.sentence.start + since
        stop = memory.sentence.start + piece.stop
        extent = Extent.WIDER if extent_of(context + words) is Extent.WIDER else Extent.OWN
        draft = Draft(topic, number, "%", printed.strip(), start, stop, extent, memory.named)
        draft.inexact = is_rough(words, "")
        draft.parts = parts
        memory.drafts.append(draft)
        return
