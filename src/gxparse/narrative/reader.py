"""Reads the sentences of a section: quantities, what they count, whom they cover, and what they are parts of.

The reader goes through a sentence once and remembers what was spoken of: a sentence about requests makes 予以公开3件
an outcome of requests, a sentence about reviews makes 其中维持1件 an outcome of reviews, and 其中 refers to the last
whole, in the sentence before if need be.
"""

from __future__ import annotations

from decimal import Decimal

from gxparse.model.statement import Extent
from gxparse.narrative.denials import denied_topics
from gxparse.narrative.drafts import BRACKETED, Draft, belongs
from gxparse.narrative.extents import extent_of, is_rough
from gxparse.narrative.numerals import read_number
from gxparse.narrative.phrases import (
    ALL_CONCLUDED,
    ALL_OF_THEM,
    AROUND,
    BARE_GRANTED,
    BREAKS,
    CARRIED_AFTER,
    CARRIED_BEFORE,
    COUNTS,
    DECISION_KIND,
    DECISIONS,
    DENIED_NUMBER,
    DENIES,
    DOCUMENT_KIND,
    DOCUMENT_STATE,
    LABEL,
    LONGEST_LEAD,
    MONEY,
    NOW,
    OF_WHICH,
    OF_WHICH_SIGN,
    OTHER_CASES,
    OTHER_OUTCOME,
    OUTCOME_WORDS,
    OWN,
    PUBLISHED,
    RATES,
    RECEIVED,
    RESPECTIVELY,
    SERVICES,
    SORTS_DOCUMENTS,
    YEAR,
)
from gxparse.narrative.request_words import names_requests
from gxparse.narrative.sentences import Piece, Sentence, cut_sentence
from gxparse.narrative.topics import topics_of

__all__ = ["Reader"]


class Reader:
    """Reads the sentences of one section in their order."""

    def __init__(self, year: int | None, body: str | None) -> None:
        #: the year reported on
        self.year = year
        #: whether the body that reports is an office itself
        self.is_office = body is not None and "办公" in body
        self.drafts: list[Draft] = []
        #: what the last statements were about: requests, cases, or something else
        self.family = "none"
        #: the quantity that a following 其中 refers to
        self.whole: Draft | None = None
        #: the quantity whose parts are being listed
        self.listing: Draft | None = None
        #: whether a bracket alone, without 其中, opened the list
        self.bare = False
        #: the year that the words named last
        self.named: int | None = None
        #: the extent that the sentence has given to what it counts
        self.scope = Extent.OWN
        #: the topic of the documents that the sentence counted last
        self.documents: str | None = None
        #: whether the sentence has counted decisions, so that a bare 行政处罚 counts them too
        self.decided = False
        #: whether the sentence has counted other cases than those against the body about information
        self.others = False
        self.sentence = Sentence(0, "", opens=True)

    def read(self, sentence: Sentence) -> None:
        """Read one sentence."""
        text = sentence.text
        self.sentence = sentence
        pieces = cut_sentence(text)
        if sentence.opens:
            self.family = "none"
        if self.family not in ("requests", "cases") and names_requests(text):
            self.family = "requests"
        if not text.lstrip(" ,、(").startswith("其中"):
            self.whole = None
        elif self.whole is not None and len(self.whole.parts) == 1:
            self.whole = self.whole.parts[0]
        self.listing, self.bare = None, False
        self.named = None
        # 全市收到申请9件。其中自然人5件: a paragraph about a wider circle goes on about it until it says otherwise.
        if sentence.opens or self.scope is not Extent.WIDER:
            self.scope = Extent.OWN
        self.documents, self.decided, self.others = None, False, False
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
                since = piece.stop
            elif kind == "RATE":
                self._rate(piece, since, context)
                since = piece.stop
            elif kind == "DAY":
                match = YEAR.match(text, piece.start, piece.stop)
                # The year in 2030年结转 or 转2032年办理 is what is counted, not when.
                if match is not None and not (
                    CARRIED_AFTER.match(text, piece.stop) or CARRIED_BEFORE.search(text, since, piece.start)
                ):
                    self.named = int(match[1])
            elif kind in BREAKS:
                self._deny(since, piece.start, context)
                context = (
                    "" if counted or kind == "SEMICOLON" else (context + text[since : piece.start])[-LONGEST_LEAD:]
                )
                if kind == "COLON" and counted and self.drafts and not self.drafts[-1].parts:
                    self.listing = self.whole  # 公开信息171条:政策文件2条, …
                since, counted = piece.stop, False
                if kind == "OPEN":
                    outside = self.listing
                    if self.listing is None and i and pieces[i - 1].kind == "NUMBER":
                        self.listing, self.bare = self.whole, True  # 复议2件(维持1件,纠正1件)
                elif kind == "CLOSE":
                    self.listing, self.bare = outside, False
                elif kind == "SEMICOLON":
                    if self.listing is not None and len(self.listing.parts) > 1:
                        self.listing = None
                    if self.scope is Extent.OTHER_YEAR:
                        self.scope = Extent.OWN
            elif kind == "PAUSE" and counted:
                since, context, counted = piece.stop, "", False
        self._deny(since, len(text), context)

    def _measure(self, pieces: tuple[Piece, ...], i: int, since: int, context: str) -> bool:
        """Note a number; ``False`` if it counts nothing."""
        piece, text = pieces[i], self.sentence.text
        quantity = read_number(piece.digits)
        if quantity is None:
            return False
        printed = text[since : piece.start]
        words = printed.replace(" ", "")[-LONGEST_LEAD:]
        tail = ""
        if i + 1 < len(pieces) and pieces[i + 1].kind in ("WORDS", "OTHER"):
            tail = text[piece.stop : min(pieces[i + 1].stop, piece.stop + 24)].replace(" ", "")[:16]
        if piece.unit is None and (tail or not words or LABEL.search(words)):
            return False  # a number inside words, such as 12345热线, or what is left of a table
        if piece.unit == "个" and tail and not tail.startswith(("申请", "案")):
            return False  # 20个工作日
        lead = (context.replace(" ", "") + words)[-LONGEST_LEAD:] if context else words
        topic, known = topics_of(f"{words}@{tail}")
        if not known and context:
            topic, known = topics_of(f"{lead}@{tail}")
        topic = self._in_context(topic, words, known=known)
        if topic is not None and self._is_foreign(topic, lead + tail):
            topic, known = None, True
        if topic is None and known:
            self.others |= OTHER_CASES.search(lead) is not None
            self.family = "other"  # what follows is about hotlines, letters, power lists
        topic = self._settle(topic, piece.unit)
        if topic is None and piece.unit is None:
            return False
        start = since + len(printed) - len(printed.lstrip(AROUND))
        draft = Draft(
            topic,
            Decimal(quantity) if piece.unit == "元" else quantity,
            piece.unit,
            printed.strip(AROUND),
            self.sentence.start + start,
            self.sentence.start + piece.stop,
            self._extent(topic, lead),
            self.named,
            inexact=piece.more or is_rough(words, tail),
            number=self.sentence.start + piece.start,
        )
        self._place(draft, words, lead)
        return True

    def _is_foreign(self, topic: str, lead: str) -> bool:
        """Whether the rest of the sentence shows that words of requests are about something else."""
        if topic.startswith("outcome.") or (topic == "requests.received" and "依申请公开" in lead):
            return RECEIVED.search(lead) is None and SORTS_DOCUMENTS.search(self.sentence.text) is not None
        if topic.startswith("requests.") and "申请" in lead and "公开" not in lead:
            return SERVICES.search(self.sentence.text) is not None
        return False

    def _in_context(self, topic: str | None, words: str, *, known: bool) -> str | None:
        """The topic of words that only say something after what the sentence has counted before."""
        if topic == "published" and self.family == "requests" and BARE_GRANTED.fullmatch(words):
            return "outcome.granted"
        if not known and self.decided:
            match = DECISION_KIND.fullmatch(words)
            if match is not None:
                return DECISIONS[match["kind"]]
        if not known and self.drafts and OTHER_OUTCOME.fullmatch(words):
            last = self.drafts[-1].topic or ""
            if last == "outcome.not_processed" or (last.startswith("case.") and self.family == "cases"):
                return "outcome.other" if last.startswith("outcome.") else "case.other"
        if not known and self.documents is not None:
            kind, _, state = self.documents.rpartition(".")
            match = DOCUMENT_STATE.match(words)
            if match is not None:
                return f"{kind}.{'repealed' if match['repealed'] else 'in_force'}"
            if DOCUMENT_KIND.fullmatch(words):
                return f"documents.normative.{state}"
        return topic

    def _extent(self, topic: str | None, lead: str) -> Extent:
        """What the words before a number, or before another number of the sentence, say about its extent."""
        if self.is_office:
            lead = lead.replace("办公室", "").replace("办公厅", "")
        found = extent_of(lead)
        carried = topic in ("requests.carried_over", "requests.carried_forward")
        if carried and found is Extent.OTHER_YEAR:
            found = Extent.OWN  # 上年 in 上年结转 is what is counted, not when
        elif not carried and self.named is not None and self.year is not None and self.named != self.year:
            return Extent.OTHER_YEAR
        if found is Extent.OWN:
            if self.scope is not Extent.OWN and (OWN if self.scope is Extent.WIDER else NOW).search(lead):
                self.scope = Extent.OWN
            return Extent.OWN if carried and self.scope is Extent.OTHER_YEAR else self.scope
        if found is not Extent.COMPARED:
            self.scope = found
        return found

    def _settle(self, topic: str | None, unit: str | None) -> str | None:
        """The topic, or ``None`` where unit or context speak against it."""
        if topic is None:
            return None
        family = topic.split(".", 1)[0]
        if topic in MONEY:
            return topic if unit == "元" else None
        if unit is not None and unit not in (PUBLISHED if topic == "published" else COUNTS):
            return None
        if family == "requests":
            if topic in ("requests.concluded", "requests.new") and self.family != "requests":
                return None
            self.family = "requests"
        elif family == "cases" and self.others:
            return None
        elif family == "cases" or (family == "published" and self.family != "requests"):
            self.family = family
        elif family == "documents":
            self.documents = topic
        elif family == "decisions":
            self.decided = True
        elif family in ("outcome", "applicant"):
            return topic if self.family == "requests" else None
        elif family == "case":
            return topic if self.family == "cases" else None
        return topic

    def _place(self, draft: Draft, words: str, lead: str) -> None:
        """Put a statement among the parts of another, or on its own."""
        self.drafts.append(draft)
        whole = self.listing
        said = OF_WHICH_SIGN.search(lead) is not None and OF_WHICH.search(lead) is not None
        if said:
            self.bare = False
            if whole is None or not whole.parts:
                whole = self.whole
            elif OF_WHICH.search(words):
                whole.nested = True
                whole = whole.parts[-1]
        if self.bare and draft.family not in BRACKETED:
            whole = None
        if (
            draft.family == "case"
            and whole is None
            and self.whole is not None
            and self.whole.start >= self.sentence.start
        ):
            whole = self.whole  # 复议6件，维持3件
        if whole is not None and whole is not draft and belongs(draft, whole, said=said):
            whole.parts.append(draft)
            whole.complete |= RESPECTIVELY.search(lead) is not None
            self.listing = whole
        else:
            self.listing, self.bare = None, False
            before = self.whole
            # 新收37件，结转4件，其中自然人28件: of the one or of both, nobody can say.
            unclear = (
                draft.topic == "requests.carried_over"
                and before is not None
                and before.family == "requests"
                and before.start >= self.sentence.start
            )
            self.whole = None if unclear else draft

    def _rate(self, piece: Piece, since: int, context: str) -> None:
        """Note a percentage together with the quantities that it relates."""
        text = self.sentence.text
        printed = text[since : piece.start]
        words = printed.replace(" ", "")
        number = read_number(text[piece.start : piece.stop].removeprefix("百分之").rstrip("%‰"))
        if number is None or text[piece.stop - 1] == "‰":
            return
        last = self.drafts[-1] if self.drafts else None
        for topic, pattern in RATES:
            if pattern.search(words) is None:
                continue
            parts: list[Draft] = []
            if topic == "rate.concluded":
                if self.family != "requests":
                    return
            elif last is None or last.stop < self.sentence.start:
                return
            elif topic == "rate.share":
                if self.listing is None or last not in self.listing.parts or "比重" in words:
                    return
                parts = [last, self.listing]
            else:
                earlier = [d for d in self.drafts if d.start >= self.sentence.start and d.extent is Extent.OTHER_YEAR]
                now = [d for d in self.drafts if d.start >= self.sentence.start and d.extent is Extent.OWN]
                if len(earlier) != 1 or not now or earlier[0].topic != now[-1].topic:
                    return
                parts = [now[-1], earlier[0]]
            start = self.sentence.start + since
            stop = self.sentence.start + piece.stop
            extent = Extent.WIDER if extent_of(context + words) is Extent.WIDER else Extent.OWN
            draft = Draft(topic, number, "%", printed.strip(), start, stop, extent, self.named)
            draft.inexact = is_rough(words, "")
            draft.parts = parts
            self.drafts.append(draft)
            return

    def _imply(self, clause: str, since: int, stop: int) -> None:
        """Note an outcome that a clause gives to all cases counted just before: ``复议2件，均维持``."""
        whole = self.whole
        match = ALL_OF_THEM.match(clause)
        if match is None or whole is None or whole.family != "cases" or whole.stop < self.sentence.start or whole.parts:
            return
        if not (match["all"] or match["result"] or whole.quantity == 1):
            return
        topic = next(topic for words, topic in OUTCOME_WORDS if words in match["outcome"])
        start = self.sentence.start + since
        part = Draft(
            topic,
            whole.quantity,
            whole.unit,
            clause,
            start,
            self.sentence.start + stop,
            whole.extent,
            whole.year,
            inexact=whole.inexact,
        )
        whole.parts.append(part)
        self.drafts.append(part)

    def _deny(self, since: int, stop: int, context: str) -> None:
        """Note what a clause without a number denies."""
        if stop - since < 2:
            return
        printed = self.sentence.text[since:stop]
        clause = printed.replace(" ", "")[:120]
        if self.family == "cases":
            self._imply(clause, since, stop)
        topics = denied_topics(clause) if DENIES.search(clause) else ()
        if not topics and self.family == "requests" and ALL_CONCLUDED.search(clause):
            topics = ("requests.all_concluded",)
        for topic in topics:
            start = self.sentence.start + since
            draft = Draft(
                topic,
                Decimal(0) if topic in MONEY else 0,
                None,
                printed.strip(),
                start + len(printed) - len(printed.lstrip()),
                start + len(printed.rstrip()),
                self._extent(topic, (context.replace(" ", "") + clause)[-LONGEST_LEAD:]),
                self.named,
                negated=True,
            )
            self.drafts.append(draft)
