"""Settles what a number counts where its own words leave that to what was said before."""

from __future__ import annotations

from gxparse.narrative.memory import Memory
from gxparse.narrative.phrases import (
    ADDED,
    ADDED_UP,
    BARE_DECISIONS,
    BARE_GRANTED,
    BARE_HANDLED,
    COUNTS,
    DECISION_KIND,
    DECISIONS,
    DOCUMENT_KIND,
    DOCUMENT_STATE,
    EXAMINED,
    LISTED,
    MONEY,
    OTHER_OUTCOME,
    PUBLISHED,
    RECEIVED,
    SERVICES,
    SORTS_DOCUMENTS,
    TAKEN_IN,
    UNRELATED,
)
from gxparse.narrative.request_words import names_requests

#: units of decisions; 项 and 条 count the items of a list of powers
_DECIDED_IN = frozenset("件宗起") | {"件次"}

#: words that need a sentence about requests
_ONLY_OF_REQUESTS = ("requests.concluded", "requests.new", "requests.handled", "requests.carried")

__all__ = ["is_foreign", "settle", "topic_in_context", "topic_of_bare_words"]


def is_foreign(memory: Memory, topic: str, lead: str) -> bool:
    """Whether the rest of the sentence shows that words of requests are about something else."""
    if topic.startswith("cases."):
        return UNRELATED.search(memory.sentence.text) is not None
    if topic.startswith("outcome.") and EXAMINED.search(lead) is not None and TAKEN_IN.search(lead) is None:
        return True
    if topic == "outcome.petition" and "申请" not in lead and "不予处理" not in memory.sentence.text:
        return True
    if topic.startswith("outcome.") or (topic == "requests.received" and "依申请公开" in lead):
        return RECEIVED.search(lead) is None and SORTS_DOCUMENTS.search(memory.sentence.text) is not None
    if topic.startswith("requests.") and "申请" in lead and "公开" not in lead:
        return SERVICES.search(memory.sentence.text) is not None
    return False


def topic_in_context(memory: Memory, topic: str | None, words: str, *, known: bool) -> str | None:
    """The topic of words that only say something after what the sentence has counted before."""
    if topic == "published" and memory.family == "requests" and BARE_GRANTED.fullmatch(words):
        return "outcome.granted"
    if not known and memory.decided:
        match = DECISION_KIND.fullmatch(words)
        if match is not None:
            return DECISIONS[match["kind"]]
    if not known and memory.drafts and OTHER_OUTCOME.fullmatch(words):
        last = memory.drafts[-1].topic or ""
        if last == "outcome.not_processed" or (last.startswith("case.") and memory.family == "cases"):
            return "outcome.other" if last.startswith("outcome.") else "case.other"
    if not known and memory.documents is not None:
        kind, _, state = memory.documents.rpartition(".")
        match = DOCUMENT_STATE.match(words)
        if match is not None:
            state = "issued" if match["issued"] else "repealed" if match["repealed"] else "in_force"
            return f"{kind}.{state}"
        if DOCUMENT_KIND.fullmatch(words):
            return f"documents.normative.{state}"
    return topic


def topic_of_bare_words(memory: Memory, words: str, unit: str | None) -> str | None:
    """The topic of words that no pattern knows: 办理41件, 新增46件, 共计50件 about requests, 行政许可120件."""
    if unit in _DECIDED_IN and len(memory.drafts) == memory.before:
        match = BARE_DECISIONS.fullmatch(words)
        if match is not None and LISTED.search(memory.sentence.text) is None:
            return DECISIONS[match["kind"]]
    if memory.family == "cases" and ADDED_UP.fullmatch(words):
        told = {d.topic for d in memory.said_here()}
        return "cases.all" if {"cases.review", "cases.litigation"} <= told else None
    if memory.family != "requests":
        return None
    if BARE_HANDLED.fullmatch(words) and names_requests(memory.sentence.text):
        return "requests.handled"
    last = memory.drafts[-1].topic if len(memory.drafts) > memory.before else None
    if last is not None and last.startswith("requests."):
        if ADDED.fullmatch(words):
            return "requests.new"
        if last in ("requests.carried_over", "requests.new") and ADDED_UP.fullmatch(words):
            return "requests.handled"
    return None


def settle(memory: Memory, topic: str | None, unit: str | None) -> str | None:
    """The topic, or ``None`` where unit or context speak against it."""
    if topic is None:
        return None
    family = topic.split(".", 1)[0]
    if topic in MONEY:
        return topic if unit == "元" else None
    if family == "documents" and unit == "部":
        unit = "件"
    if unit is not None and unit not in (PUBLISHED if topic == "published" else COUNTS):
        return None
    if family == "requests":
        if topic in _ONLY_OF_REQUESTS and memory.family != "requests":
            return None
        memory.family = "requests"
    elif family == "cases" and memory.others:
        return None
    elif family == "cases" or (family == "published" and memory.family != "requests"):
        memory.family = family
    elif family == "documents":
        memory.documents = topic
    elif family == "decisions":
        memory.decided = True
    elif family in ("outcome", "applicant"):
        return topic if memory.family == "requests" else None
    elif family == "case":
        return topic if memory.family == "cases" else None
    return topic
