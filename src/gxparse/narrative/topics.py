"""What a quantity counts, told from the words around it.

The words of a clause are reduced to a key: the text before the number, ``@`` for the number, the text behind it,
without white space. Patterns are tried in order and the first that fits decides; every pattern names a topic that
the tables count, or ``None`` for a decoy: things that sound like a figure of the tables and are none, such as the
items of a power list, published decisions, letters to the mayor, or another office's cases.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from gxparse.narrative.request_words import qualifies
from gxparse.narrative.topic_words import LITERALS, PATTERNS

__all__ = ["TOPICS", "topics_of"]


def _literals(topic: str | None) -> tuple[str, ...]:
    if topic is None:
        return ()
    return LITERALS.get(topic) or LITERALS.get(topic.partition(".")[0], ())


@functools.cache
def _compiled() -> tuple[tuple[str | None, tuple[str, ...], re.Pattern[str]], ...]:
    # Compiled when the first sentence is read: many reports have none that needs it.
    return tuple((key, _literals(key), re.compile(pattern)) for key, pattern in PATTERNS)


#: every topic that a statement can have
TOPICS: Final = tuple(sorted({key for key, _ in PATTERNS if key is not None}))


@functools.lru_cache(maxsize=8192)
def topics_of(key: str) -> tuple[str | None, bool]:
    """The topic of a key and whether any pattern knew it (a decoy is known and has no topic).

    >>> topics_of("全年新收申请@"), topics_of("接听热线来电@"), topics_of("种植树木@")
    (('requests.new', True), (None, True), (None, False))
    """
    for topic, literals, pattern in _compiled():
        if literals:
            for literal in literals:
                if literal in key:
                    break
            else:
                continue
        if pattern.search(key):
            if topic is not None and topic.startswith("requests.") and not qualifies(key):
                return None, True  # an application of another kind
            return topic, True
    return None, False
