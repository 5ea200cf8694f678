"""Reads the sentences of a section: quantities, what they count, whom they cover, and what they are parts of.

The reader goes through a sentence once and remembers what was spoken of: a sentence about requests makes 予以公开3件
an outcome of requests, a sentence about reviews makes 其中维持1件 an outcome of reviews, and 其中 refers to the last
whole, in the sentence before if need be.
"""

from __future__ import annotations

import re
from decimal import Decimal

from gxparse.model.statement import Extent
from gxparse.narrative.denials import denied_topics
from gxparse.narrative.drafts import Draft, belongs
from gxparse.narrative.extents import extent_of, is_rough
from gxparse.narrative.numerals import read_number
from gxparse.narrative.sentences import Piece, Sentence, cut_sentence
from gxparse.narrative.topics import topics_of

__all__ = ["Reader"]

_AROUND = " 、"
_OF_WHICH = re.compile(r"其中|包括|包含|(?:^|[(,，])含|分别(?:为|是|有)?|按[^@]{0,8}(?:分|看)")
_OF_WHICH_SIGN = re.compile("[其包含分按]")
_RESPECTIVELY = re.compile("分别|其他|其它|其余|剩余")
_YEAR = re.compile(r"(20\d\d) ?年")
_COUNTS = frozenset("件条份宗起次项个例篇期则") | {"件次", "件/次", "人次"}
_MONEY = frozenset({"fees.processing", "fees.administrative", "procurement.amount"})
_BREAKS = frozenset({"COMMA", "SEMICOLON", "COLON", "OPEN", "CLOSE", "STOP"})
_PUBLISHED = frozenset("条件份篇则项期") | {"件次", "件/次"}
_ALL_OF_THEM = re.compile(
    r"(?P<all>均|都|全部)?(?:已|被|为|是|获|依法)*(?P<result>结果|判决|裁定)?(?:均|都|为|是|予以)*"
    r"(?P<outcome>维持|纠正|尚未审结|未审结|正在审理)(?:原[^,]{0,8})?\Z"
)
_DENIES = re.compile("[未没无零]")
_OUTCOME_WORDS = (("维持", "case.upheld"), ("纠正", "case.corrected"), ("审", "case.pending"))
_LONGEST_LEAD = 56
_REQUEST_WORDS = re.compile("(?<!许可)(?<!救助)(?<!补贴)(?<!复议)申请(?!书)")
_RATES = (
    ("rate.concluded", re.compile(r"(?<!按时)(?<!按期)(?<!及时)(?<!限时)办结率[^@]{0,8}\Z")),
    ("rate.share", re.compile(r"占(?:比|[^@,，]{0,12})?[^@,，]{0,6}\Z")),
    ("rate.growth", re.compile(r"(?:增长|上升|增加|提高|增幅)[^@,，]{0,6}\Z")),
    ("rate.decline", re.compile(r"(?:下降|减少|降低|降幅)[^@,，]{0,6}\Z")),
)
_ALL_CONCLUDED = re.compile(r"(?:全部|均已|已全部|都已|均)(?:按时|按期|依法|及时|在[^,，]{0,8}内)*(?:办结|办理完毕)")


class Reader:
    """Reads the sentences of one section in their order."""

    def __init__(self, year: int | None) -> None:
        #: the year reported on
        self.year = year
        self.drafts: list[Draft] = []
        #: what the last statements were about: requests, cases, or something else
        self.family = "none"
        #: the quantity that a following 其中 refers to
        self.whole: Draft | None = None
        #: the quantity whose parts are being listed
        self.listing: Draft | None = None
        #: the year that the words named last
        self.named: int | None = None
        self.sentence = Sentence(0, "", opens=True)

    def read(self, sentence: Sentence) -> None:
        """Read one sentence."""
        text = sentence.text
        self.sentence = sentence
        pieces = cut_sentence(text)
        if sentence.opens:
            self.family = "none"
        if self.family not in ("requests", "cases") and _REQUEST_WORDS.search(text):
            self.family = "requests"
        if not text.lstrip(" ,、(").startswith("其中"):
            self.whole = None
        elif self.whole is not None and len(self.whole.parts) == 1:
            self.whole = self.whole.parts[0]
        self.listing = None
        self.named = None
        outside: Draft | None = None  # what was listed before a bracket opened
        since, context, counted = 0, "", False
        for i, piece in enumerate(pieces):
            kind = piece.kind
            if kind == "NUMBER":
                if self._measure(pieces, i, since, context):
                    counted = True
                    context = ""
                since = piece.stop
            elif kind == "RATE":
                self._rate(piece, since, context)
                since = piece.stop
            elif kind == "DAY":
                match = _YEAR.match(text, piece.start, piece.stop)
                if match is not None:
                    self.named = int(match[1])
            elif kind in _BREAKS:
                self._deny(since, piece.start)
                context = (
                    "" if counted or kind == "SEMICOLON" else (context + text[since : piece.start])[-_LONGEST_LEAD:]
                )
                since, counted = piece.stop, False
                if kind == "OPEN":
                    outside = self.listing
                elif kind == "CLOSE":
                    self.listing = outside
                elif kind == "SEMICOLON" and self.listing is not None and len(self.listing.parts) > 1:
                    self.listing = None
            elif kind == "PAUSE" and counted:
                since, context, counted = piece.stop, "", False
        self._deny(since, len(text))

    def _measure(self, pieces: tuple[Piece, ...], i: int, since: int, context: str) -> bool:
        """Note a number; ``False`` if it counts nothing."""
        piece, text = pieces[i], self.sentence.text
        quantity = read_number(piece.digits)
        if quantity is None:
            return False
        printed = text[since : piece.start]
        words = printed.replace(" ", "")[-_LONGEST_LEAD:]
        tail = ""
        if i + 1 < len(pieces) and pieces[i + 1].kind in ("WORDS", "OTHER"):
            tail = text[piece.stop : min(pieces[i + 1].stop, piece.stop + 24)].replace(" ", "")[:16]
        if piece.unit is None and (tail or not words):
            return False  # a number inside words, such as 12345热线
        if piece.unit == "个" and tail and not tail.startswith(("申请", "案")):
            return False  # 20个工作日
        lead = (context.replace(" ", "") + words)[-_LONGEST_LEAD:] if context else words
        topic, known = topics_of(f"{words}@{tail}")
        if not known and context:
            topic, known = topics_of(f"{lead}@{tail}")
        if topic is None and known:
            self.family = "other"  # what follows is about hotlines, letters, power lists
        topic = self._settle(topic, piece.unit)
        if topic is None and piece.unit is None:
            return False
        start = since + len(printed) - len(printed.lstrip(_AROUND))
        draft = Draft(
            topic,
            Decimal(quantity) if piece.unit == "元" else quantity,
            piece.unit,
            printed.strip(_AROUND),
            self.sentence.start + start,
            self.sentence.start + piece.stop,
            self._extent(topic, lead),
            self.named,
            inexact=piece.more or is_rough(words, tail),
        )
        self._place(draft, words, lead)
        return True

    def _extent(self, topic: str | None, lead: str) -> Extent:
        if topic not in ("requests.carried_over", "requests.carried_forward"):
            if self.named is not None and self.year is not None and self.named != self.year:
                return Extent.OTHER_YEAR
            return extent_of(lead)
        found = extent_of(lead)
        # 上年 in 上年结转 is what is counted, not when.
        return Extent.OWN if found is Extent.OTHER_YEAR else found

    def _settle(self, topic: str | None, unit: str | None) -> str | None:
        """The topic, or ``None`` where unit or context speak against it."""
        if topic is None:
            return None
        family = topic.split(".", 1)[0]
        if topic in _MONEY:
            return topic if unit == "元" else None
        if unit is not None and unit not in (_PUBLISHED if topic == "published" else _COUNTS):
            return None
        if family == "requests":
            if topic in ("requests.concluded", "requests.new") and self.family != "requests":
                return None
            self.family = "requests"
        elif family in ("cases", "published"):
            self.family = family
        elif family in ("outcome", "applicant"):
            return topic if self.family == "requests" else None
        elif family == "case":
            return topic if self.family == "cases" else None
        return topic

    def _place(self, draft: Draft, words: str, lead: str) -> None:
        """Put a statement among the parts of another, or on its own."""
        self.drafts.append(draft)
        whole = self.listing
        said = _OF_WHICH_SIGN.search(lead) is not None and _OF_WHICH.search(lead) is not None
        if said:
            if whole is None or not whole.parts:
                whole = self.whole
            elif _OF_WHICH.search(words):
                whole.nested = True
                whole = whole.parts[-1]
        if whole is not None and belongs(draft, whole, said=said):
            whole.parts.append(draft)
            whole.complete |= _RESPECTIVELY.search(lead) is not None
            self.listing = whole
        else:
            self.listing = None
            self.whole = draft

    def _rate(self, piece: Piece, since: int, context: str) -> None:
        """Note a percentage together with the quantities that it relates."""
        text = self.sentence.text
        printed = text[since : piece.start]
        words = printed.replace(" ", "")
        number = read_number(text[piece.start : piece.stop].removeprefix("百分之").rstrip("%‰"))
        if number is None or text[piece.stop - 1] == "‰":
            return
        last = self.drafts[-1] if self.drafts else None
        for topic, pattern in _RATES:
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
        match = _ALL_OF_THEM.match(clause)
        if match is None or whole is None or whole.family != "cases" or whole.stop < self.sentence.start or whole.parts:
            return
        if not (match["all"] or match["result"] or whole.quantity == 1):
            return
        topic = next(topic for words, topic in _OUTCOME_WORDS if words in match["outcome"])
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

    def _deny(self, since: int, stop: int) -> None:
        """Note what a clause without a number denies."""
        if stop - since < 2:
            return
        printed = self.sentence.text[since:stop]
        clause = printed.replace(" ", "")[:120]
        if self.family == "cases":
            self._imply(clause, since, stop)
        topics = denied_topics(clause) if _DENIES.search(clause) else ()
        if not topics and self.family == "requests" and _ALL_CONCLUDED.search(clause):
            topics = ("requests.all_concluded",)
        for topic in topics:
            start = self.sentence.start + since
            draft = Draft(
                topic,
                Decimal(0) if topic in _MONEY else 0,
                None,
                printed.strip(),
                start + len(printed) - len(printed.lstrip()),
                start + len(printed.rstrip()),
                self._extent(topic, clause),
                self.named,
                negated=True,
            )
            self.drafts.append(draft)
