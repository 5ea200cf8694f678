"""Clauses without a number that state one: what they deny, and what they say of all that was counted before."""

from __future__ import annotations

from decimal import Decimal

from gxparse.narrative.denials import denied_topics
from gxparse.narrative.drafts import Draft
from gxparse.narrative.memory import Memory
from gxparse.narrative.phrases import (
    ALL_APPLICANTS,
    ALL_CONCLUDED,
    ALL_OF_THEM,
    DENIES,
    LONGEST_LEAD,
    MONEY,
    OUTCOME_WORDS,
)
from gxparse.narrative.scopes import extent_in_context

__all__ = ["note_clause"]

_ALL_OF_THE_YEAR = ("requests.received", "requests.new", "requests.handled", "requests.concluded")


def _imply(memory: Memory, clause: str, since: int, stop: int) -> None:
    """Note an outcome that a clause gives to all cases counted just before: ``复议2件，均维持``."""
    whole = memory.whole
    applicants = ALL_APPLICANTS.fullmatch(clause)
    if applicants is not None and whole is not None and whole.topic in ("requests.received", "requests.new"):
        if applicants["all"] or whole.quantity == 1:
            _note_all(
                memory,
                whole,
                "applicant.natural" if applicants["natural"] else "applicant.commercial",
                clause,
                since,
                stop,
            )
        return
    match = ALL_OF_THEM.match(clause)
    if match is None or whole is None or whole.family != "cases" or whole.stop < memory.sentence.start or whole.parts:
        return
    if not (match["all"] or match["result"] or whole.quantity == 1):
        return
    topic = next(topic for words, topic in OUTCOME_WORDS if words in match["outcome"])
    _note_all(memory, whole, topic, clause, since, stop)


def _note_all(memory: Memory, whole: Draft, topic: str, clause: str, since: int, stop: int) -> None:
    part = Draft(
        topic,
        whole.quantity,
        whole.unit,
        clause,
        memory.sentence.start + since,
        memory.sentence.start + stop,
        whole.extent,
        whole.year,
        inexact=whole.inexact,
    )
    whole.parts.append(part)
    memory.drafts.append(part)


def note_clause(memory: Memory, since: int, stop: int, context: str) -> None:
    """Note what a clause without a number denies."""
    if stop - since < 2:
        return
    printed = memory.sentence.text[since:stop]
    clause = printed.replace(" ", "")[:120]
    if memory.family in ("cases", "requests"):
        _imply(memory, clause, since, stop)
    topics = denied_topics(clause) if DENIES.search(clause) else ()
    if not topics and memory.family == "requests" and ALL_CONCLUDED.search(clause) and not _of_some(memory, since):
        topics = ("requests.all_concluded",)
    for topic in topics:
        start = memory.sentence.start + since
        draft = Draft(
            topic,
            Decimal(0) if topic in MONEY else 0,
            None,
            printed.strip(),
            start + len(printed) - len(printed.lstrip()),
            start + len(printed.rstrip()),
            extent_in_context(memory, topic, (context.replace(" ", "") + clause)[-LONGEST_LEAD:]),
            memory.named,
            negated=True,
        )
        memory.drafts.append(draft)


def _of_some(memory: Memory, since: int) -> bool:
    """Whether the clause goes on behind a number that is not that of all requests: 上年的6件全部办结."""
    last = memory.drafts[-1] if memory.drafts else None
    return last is not None and last.stop == memory.sentence.start + since and last.topic not in _ALL_OF_THE_YEAR
