"""Puts statements among the parts of another: 其中, lists, brackets."""

from __future__ import annotations

from gxparse.narrative.drafts import BRACKETED, Draft, belongs
from gxparse.narrative.memory import Memory
from gxparse.narrative.phrases import OF_WHICH, OF_WHICH_SIGN, RESPECTIVELY

__all__ = ["add_up", "place"]


def place(memory: Memory, draft: Draft, words: str, lead: str) -> None:
    """Put a statement among the parts of another, or on its own."""
    memory.drafts.append(draft)
    whole = memory.listing
    said = OF_WHICH_SIGN.search(lead) is not None and OF_WHICH.search(lead) is not None
    if said:
        memory.bare = False
        if whole is None or not whole.parts:
            whole = memory.whole
        elif OF_WHICH.search(words):
            whole.nested = True
            whole = whole.parts[-1]
    if memory.bare and draft.family not in BRACKETED:
        whole = None
    if (
        draft.family == "case"
        and whole is None
        and memory.whole is not None
        and memory.whole.start >= memory.sentence.start
    ):
        whole = memory.whole  # 复议6件，维持3件
    if whole is not None and whole is not draft and belongs(draft, whole, said=said):
        whole.parts.append(draft)
        whole.complete |= RESPECTIVELY.search(lead) is not None
        memory.listing = whole
    else:
        memory.listing, memory.bare = None, False
        before = memory.whole
        # 新收37件，结转4件，其中自然人28件: of the one or of both, nobody can say.
        unclear = (
            draft.topic == "requests.carried_over"
            and before is not None
            and before.family == "requests"
            and before.start >= memory.sentence.start
        )
        memory.whole = None if unclear else draft


def add_up(memory: Memory, draft: Draft) -> None:
    """Take the items just listed for the parts of *draft*, their sum: ``网络4件,信函2件,合计6件``.

    A number that the sentence has given before for something else may repeat that, and ends the list.
    """
    said = memory.said_here()
    items: list[Draft] = []
    for one in reversed(said):
        if one.family not in BRACKETED or (items and one.family != items[0].family) or one.inexact:
            break
        items.append(one)
    memory.drafts.append(draft)
    memory.listing, memory.bare = None, False
    if len(items) > 1 and all(d.quantity != draft.quantity for d in said[: -len(items)]):
        draft.parts, draft.complete = items[::-1], True
