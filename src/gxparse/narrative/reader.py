"""Reads the sentences of a section: quantities, what they count, whom they cover, and what they are parts of.

The reader goes through a sentence once and remembers what was spoken of: a sentence about requests makes 予以公开3件
an outcome of requests, a sentence about reviews makes 其中维持1件 an outcome of reviews, and 其中 refers to the last
whole, in the sentence before if need be.
"""

from __future__ import annotations

from decimal import Decimal

from gxparse.model.statement import Extent
from gxparse.narrative.bare_clauses import note_clause
from gxparse.narrative.drafts import Draft
from gxparse.narrative.extents import is_rough
from gxparse.narrative.listing import add_up, place
from gxparse.narrative.memory import Memory
from gxparse.narrative.numerals import read_number
from gxparse.narrative.other_bodies import short_name
from gxparse.narrative.phrases import (
    ADDED_UP,
    AROUND,
    BREAKS,
    CARRIED_AFTER,
    CARRIED_BEFORE,
    DENIED_NUMBER,
    DOCUMENTS_HEAD,
    GROUPS,
    LABEL,
    LONGEST_LEAD,
    ORDINAL,
    OTHER_CASES,
    SEPARATORS,
    YEAR,
)
from gxparse.narrative.rates import note_rate
from gxparse.narrative.respectively import names_in_turn
from gxparse.narrative.scopes import extent_in_context
from gxparse.narrative.sentences import Piece, Sentence, cut_sentence
from gxparse.narrative.settling import is_foreign, settle, topic_in_context, topic_of_bare_words
from gxparse.narrative.topics import topics_of

__all__ = ["Reader"]


class Reader:
    """Reads the sentences of one section in their order."""

    def __init__(self, year: int | None, body: str | None) -> None:
        self.memory = Memory(
            year,
            is_office=body is not None and "办公" in body,
            body=None if body is None else short_name(body),
        )

    @property
    def drafts(self) -> list[Draft]:
        """What the sentences read so far state, in the order of the text."""
        return self.memory.drafts

    def read(self, sentence: Sentence) -> None:
        """Read one sentence."""
        text = sentence.text
        memory = self.memory
        memory.begin(sentence)
        pieces = cut_sentence(text)
        outside: Draft | None = None  # what was listed before a bracket opened
        since, context, counted = 0, "", False
        for i, piece in enumerate(pieces):
            kind = piece.kind
            if kind == "NUMBER":
                if piece.digits == "一" and DENIED_NUMBER.search(text, max(since, piece.start - 12), piece.start):
                    continue
                if self._measure(pieces, i, since, context):
                    counted = True
                    context = ""
                else:
                    context = (context + text[since : piece.stop])[-LONGEST_LEAD:]
                since = piece.stop
            elif kind == "RATE":
                note_rate(memory, piece, since, context)
                since = piece.stop
            elif kind == "DAY":
                match = YEAR.match(text, piece.start, piece.stop)
                # The year in 2030年结转 or 转2032年办理 is what is counted, not when.
                if match is not None and not (
                    CARRIED_AFTER.match(text, piece.stop) or CARRIED_BEFORE.search(text, since, piece.start)
                ):
                    memory.named = int(match[1])
            elif kind in BREAKS:
                note_clause(memory, since, piece.start, context)
                context = "" if counted or kind == "SEMICOLON" else (context + text[since : piece.stop])[-LONGEST_LEAD:]
                if kind == "CLOSE" and ORDINAL.match(text, 0, piece.stop) is not None:
                    context = ""
                elif kind == "COLON":
                    self._head(text[since : piece.start])
                if kind == "COLON" and counted and memory.drafts and not memory.drafts[-1].parts:
                    memory.listing = memory.whole  # 公开信息171条:政策文件2条, …
                since, counted = piece.stop, False
                if kind == "OPEN":
                    outside = memory.listing
                    if memory.listing is None and i and pieces[i - 1].kind == "NUMBER":
                        memory.listing, memory.bare = memory.whole, True  # 复议2件(维持1件,纠正1件)
                elif kind == "CLOSE":
                    memory.listing, memory.bare = outside, False
                elif kind == "SEMICOLON":
                    if memory.listing is not None and len(memory.listing.parts) > 1:
                        memory.listing = None
                    if memory.scope is Extent.OTHER_YEAR:
                        memory.scope = Extent.OWN
            elif kind == "PAUSE" and counted:
                since, context, counted = piece.stop, "", False
        note_clause(memory, since, len(text), context)

    def _head(self, clause: str) -> None:
        """Remember the documents that a list is headed by."""
        head = DOCUMENTS_HEAD.fullmatch(clause.replace(" ", ""))
        if head is not None:
            self.memory.documents = f"documents.{'rules' if head['rules'] else 'normative'}.issued"

    def _measure(self, pieces: tuple[Piece, ...], i: int, since: int, context: str) -> bool:
        """Note a number; ``False`` if it counts nothing."""
        memory = self.memory
        piece, text = pieces[i], memory.sentence.text
        quantity = read_number(piece.digits)
        if quantity is None:
            return False
        printed = text[since : piece.start]
        words = printed.replace(" ", "")[-LONGEST_LEAD:]
        tail = ""
        if i + 1 < len(pieces) and pieces[i + 1].kind in ("WORDS", "OTHER"):
            # 余2件结转2032年: the year belongs to what was done
            last = i + 2 if i + 2 < len(pieces) and pieces[i + 2].kind == "DAY" else i + 1
            tail = text[piece.stop : min(pieces[last].stop, piece.stop + 24)].replace(" ", "")[:16]
        if piece.unit is None and (tail or not words or LABEL.search(words)):
            return False  # a number inside words, such as 12345热线, or what is left of a table
        if piece.unit == "个" and tail and not tail.startswith(("申请", "案")):
            return False  # 20个工作日
        if piece.unit == "项" and tail.startswith(("合计", "共计", "总计", "相加")):
            return False  # 两项合计
        said = (context.replace(" ", "") + words)[-LONGEST_LEAD:] if context else words
        lead = SEPARATORS.sub("", said)
        named = names_in_turn(text, pieces, i, printed)
        if named is not None:
            memory.in_turn = named[1:]
            words = lead = named[0] if named else ""
        elif memory.in_turn and words.strip(",、和及与") == "":
            words = lead = memory.in_turn.pop(0)
        topic, known = topics_of(f"{words}@{tail}")
        if not known:
            topic = topic_of_bare_words(memory, words, piece.unit)
            known = topic is not None
        if not known and context:
            topic, known = topics_of(f"{lead}@{tail}")
        elif context and topic in GROUPS:
            ground, _ = topics_of(f"{lead}@{tail}")
            if ground is not None and ground.startswith("outcome."):
                topic = ground  # 因属于内部事务信息,不予公开2件
        topic = topic_in_context(memory, topic, words, known=known)
        if topic is not None and is_foreign(memory, topic, lead + tail):
            topic, known = None, True
        if topic is None and known:
            memory.others |= OTHER_CASES.search(lead) is not None
            memory.family = "other"  # what follows is about hotlines, letters, power lists
        topic = settle(memory, topic, piece.unit)
        if topic is None and piece.unit is None:
            return False
        start = since + len(printed) - len(printed.lstrip(AROUND))
        draft = Draft(
            topic,
            Decimal(quantity) if piece.unit == "元" else quantity,
            piece.unit,
            printed.strip(AROUND),
            memory.sentence.start + start,
            memory.sentence.start + piece.stop,
            extent_in_context(memory, topic, said),
            memory.named,
            inexact=piece.more or is_rough(words, tail),
            number=memory.sentence.start + piece.start,
        )
        if topic is None and ADDED_UP.fullmatch(words):
            add_up(memory, draft)
        else:
            place(memory, draft, words, lead)
        return True
