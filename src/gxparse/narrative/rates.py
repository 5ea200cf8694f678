"""Percentages, with the quantities that they relate."""

from __future__ import annotations

from gxparse.model.statement import Extent
from gxparse.narrative.drafts import Draft
from gxparse.narrative.extents import extent_of, is_rough
from gxparse.narrative.memory import Memory
from gxparse.narrative.numerals import read_number
from gxparse.narrative.phrases import LAST_YEAR_BEHIND, MORE, PLAIN_CHANGE, RATES, SHARE_OF_ALL, THAN
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
    if not words and last is not None and last.stop == memory.sentence.start + since - 1 and text[since - 1] == "(":
        words = "占"  # 予以公开121件(45.0%)
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
            parts = _share(memory, last, words)
        elif PLAIN_CHANGE.fullmatch(words):
            parts = _change(memory, topic, text, piece.stop)
        if not parts and topic != "rate.concluded":
            return
        start = memory.sentence.start + since
        stop = memory.sentence.start + piece.stop
        extent = Extent.WIDER if extent_of(context + words) is Extent.WIDER else Extent.OWN
        draft = Draft(topic, number, "%", printed.strip(), start, stop, extent, memory.named)
        draft.inexact = is_rough(words, "")
        draft.parts = parts
        memory.drafts.append(draft)
        return


def _share(memory: Memory, last: Draft, words: str) -> list[Draft]:
    """A part and what it may be a share of; the tables hold more of that."""
    if "比重" in words:
        return []
    if memory.listing is not None and last in memory.listing.parts:
        return [last, memory.listing]
    if last.family not in ("outcome", "applicant") or not SHARE_OF_ALL.fullmatch(words):
        return []
    return [last, *(d for d in memory.said_here() if d.family in ("requests", "outcome") and d is not last)]


def _change(memory: Memory, topic: str, text: str, stop: int) -> list[Draft]:
    """Last year's number, what may be this year's, and the difference, as far as the sentence gives them."""
    said = memory.said_here()
    now = [d for d in said if d.extent is Extent.OWN]
    differences = [d for d in said if d.extent is Extent.COMPARED]
    differences = [d for d in differences if (MORE.search(d.subject) is not None) == (topic == "rate.growth")]
    if not now or len(differences) > 1:
        return []
    of_requests = [d for d in now if d.family == "requests"]
    earlier = [d for d in said if d.extent is Extent.OTHER_YEAR]
    told = LAST_YEAR_BEHIND.match(text, stop)
    if told is not None and not earlier and now[-1].family == "requests":
        start = memory.sentence.start
        number = read_number(told[1])
        if number is None:
            return []
        last = Draft(None, number, "件", told[0][1:], start + stop + 1, start + told.end(1) + 1, Extent.OTHER_YEAR)
        return [last, *of_requests, *differences]
    if len(earlier) == 1:
        last = earlier[0]
        if last.topic is None:
            return [last, *of_requests, *differences] if THAN.search(last.subject) and of_requests else []
        same = [d for d in now if d.topic == last.topic]
        return [last, *same, *differences] if now[-1].topic == last.topic else []
    if differences and not earlier and now[-1].family == "requests":
        return [*differences, *of_requests]
    return []
