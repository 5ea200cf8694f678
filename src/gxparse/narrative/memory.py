"""What the reader of a section remembers while it goes through the sentences."""

from __future__ import annotations

from attrs import define, field

from gxparse.model.statement import Extent
from gxparse.narrative.drafts import Draft
from gxparse.narrative.request_words import names_requests, speaks_of_outcomes
from gxparse.narrative.sentences import Sentence

__all__ = ["Memory"]


@define
class Memory:
    """What has been spoken of: in the section, in the paragraph, in the sentence."""

    #: the year reported on
    year: int | None
    #: whether the body that reports is an office itself
    is_office: bool = False
    #: the short name of the body that reports
    body: str | None = None
    drafts: list[Draft] = field(factory=list)
    #: how many drafts there were when the sentence began
    before: int = 0
    #: what the last statements were about: requests, cases, or something else
    family: str = "none"
    #: the quantity that a following 其中 refers to
    whole: Draft | None = None
    #: the quantity whose parts are being listed
    listing: Draft | None = None
    #: whether a bracket alone, without 其中, opened the list
    bare: bool = False
    #: the year that the words named last
    named: int | None = None
    #: the extent that the sentence has given to what it counts
    scope: Extent = Extent.OWN
    #: words for the numbers to come: 行政复议、行政诉讼分别为9件、7件
    in_turn: list[str] = field(factory=list)
    #: whether the sentence tells what last year was like: 去年同期
    past: bool = False
    #: the topic of the documents that the sentence counted last
    documents: str | None = None
    #: whether the sentence has counted decisions, so that a bare 行政处罚 counts them too
    decided: bool = False
    #: whether the sentence has counted other cases than those against the body about information
    others: bool = False
    sentence: Sentence = field(factory=lambda: Sentence(0, "", opens=True))

    def begin(self, sentence: Sentence) -> None:
        """Take up a sentence: forget what the one before leaves to nobody."""
        text = sentence.text
        self.sentence = sentence
        self.before = len(self.drafts)
        if sentence.opens:
            self.family = "none"
        if self.family not in ("requests", "cases") and names_requests(text):
            self.family = "requests"
        if self.family != "requests" and speaks_of_outcomes(text):
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
        self.past, self.in_turn = False, []
        self.documents, self.decided, self.others = None, False, False

    def said_here(self) -> list[Draft]:
        """The drafts of this sentence, in their order."""
        return self.drafts[self.before :]
